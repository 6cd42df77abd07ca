import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { adoptSideways } from './sideways.js';
import { drawDown, drawGlyph, drawText } from './test-draw.js';

/** 令 set downwards at (50, 50); whether the group below it stands in its column. */
const isAdopted = (...group: Glyph[]): boolean => adoptSideways(drawDown('令', 50, 50), group).upright.length === 0;

/** Figures side by side from (x, top). */
const figures = (text: string, x: number, top: number, width = 4.5, apart = 0): Glyph[] =>
  [...text].map((c, i) => ({ ...drawGlyph(c, x, top), box: { x0: x + i * (width + apart), x1: x + i * (width + apart) + width, top, bottom: top + 10 } }));

describe('figures side by side in a column of vertical writing', () => {
  it('belong to it where they are four at most', () => {
    const narrow = (text: string): Glyph[] =>
      [...text].map((c, i) => ({ ...drawGlyph(c, 50, 60), box: { x0: 50 + 2.5 * i, x1: 52.5 + 2.5 * i, top: 60, bottom: 70 } }));
    expect([isAdopted(...narrow('1234')), isAdopted(...narrow('12345'))]).toEqual([true, false]);
  });

  it('are no wider than two characters', () => {
    expect([isAdopted(...drawText('市', 47.5, 60, { size: 15 })), isAdopted(...drawText('市', 45, 60, { size: 20 }))]).toEqual([true, false]);
  });

  it('stand in its middle, a little aside at most', () => {
    expect([isAdopted(drawGlyph('市', 53, 60)), isAdopted(drawGlyph('市', 55, 60))]).toEqual([true, false]);
  });

  it('follow the character above within less than an em', () => {
    expect([isAdopted(drawGlyph('市', 50, 67)), isAdopted(drawGlyph('市', 50, 72))]).toEqual([true, false]);
  });

  it('lie over the character above by a little at most', () => {
    expect([isAdopted(drawGlyph('市', 50, 57.8)), isAdopted(drawGlyph('市', 50, 56))]).toEqual([true, false]);
  });

  it('stand below it, not on it, however low they are', () => {
    const low = (top: number): Glyph => ({ ...drawGlyph('-', 50, top), box: { x0: 50, x1: 60, top, bottom: top + 2 } });
    expect([isAdopted(low(57.8)), isAdopted(low(56.5))]).toEqual([true, false]);
  });

  it('touch each other', () => {
    expect([isAdopted(...figures('10', 47.75, 60, 6, 2.5)), isAdopted(...figures('10', 47, 60, 6, 4))]).toEqual([true, false]);
  });

  it('stand on one line, half of their height at least', () => {
    const lower = (by: number): number => {
      const [a, b] = figures('10', 50.5, 60);
      if (a === undefined || b === undefined) return 0;
      const moved = { ...b, box: { ...b.box, top: b.box.top + by, bottom: b.box.bottom + by } };
      const { down } = adoptSideways(drawDown('令', 50, 50), [a, moved]);
      return new Set(down.map(({ box }) => box.x1 - box.x0)).size;
    };
    expect([lower(4), lower(6)]).toEqual([2, 1]);
  });
});
