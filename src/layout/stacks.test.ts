import { describe, expect, it } from 'vitest';
import type { Box, Glyph } from '../model/page.js';
import { gatherRows } from './lines.js';
import { readStack } from './stacks.js';
import { drawGlyph, drawText } from './test-draw.js';

const cell = (wide: number, high: number): Box => ({ x0: 50, top: 50, x1: 50 + wide, bottom: 50 + high });
/** Characters below each other, `steps` points from the top of one to the next. */
const column = (text: string, steps: readonly number[], x = 54): Glyph[] => {
  let top = 54;
  return [...text].map((character, i) => {
    const glyph = drawGlyph(character, x, top);
    top += steps[i] ?? 10;
    return glyph;
  });
};
const isStack = (glyphs: readonly Glyph[], box = cell(20, 100)): boolean => readStack(gatherRows(glyphs), box) !== undefined;

describe('characters below each other are one line', () => {
  it('in a cell too narrow for two beside each other', () => {
    expect([isStack(column('取組', []), cell(24, 24)), isStack(column('取組', []), cell(30, 24))]).toEqual([true, false]);
  });

  it('in a wider cell that is tall where they are three', () => {
    expect([isStack(column('取組状', []), cell(40, 100)), isStack(column('取組', []), cell(40, 100))]).toEqual([true, false]);
  });

  it('in a wider cell that is tall where two are spread over its height', () => {
    expect([isStack(column('取組', [20]), cell(40, 100)), isStack(column('取組', [15]), cell(40, 100))]).toEqual([true, false]);
  });

  it('where they follow each other closely', () => {
    expect([isStack(column('取組状', [10, 20])), isStack(column('取組状', [10, 25]))]).toEqual([true, false]);
  });

  it('or evenly', () => {
    expect([isStack(column('取組状', [30, 33])), isStack(column('取組状', [30, 34.5]))]).toEqual([true, false]);
  });

  it('or squeezed a little', () => {
    expect([isStack(column('取組状', [7.5, 7.5])), isStack(column('取組状', [6, 6]))]).toEqual([true, false]);
  });

  it('where they keep to the middle of the column', () => {
    const aside = (by: number): boolean => isStack([...column('取組', []), drawGlyph('状', 54 + by, 74), drawGlyph('況', 54, 84)]);
    expect([aside(3), aside(4.5)]).toEqual([true, false]);
  });
});

describe('figures beside each other in such a line', () => {
  const withGroup = (group: Glyph[], box = cell(40, 100)): boolean =>
    isStack(
      [...group, ...column('年度の取組', []).map((glyph) => ({ ...glyph, box: { ...glyph.box, top: glyph.box.top + 10, bottom: glyph.box.bottom + 10 } }))],
      box,
    );

  it('are three at most', () => {
    expect([withGroup(drawText('123', 51.5, 54)), withGroup(drawText('1234', 49, 54))]).toEqual([true, false]);
  });

  it('take little more than two characters of room', () => {
    expect([withGroup(drawText('１２', 49, 54)), withGroup(drawText('１２３', 44, 54))]).toEqual([true, false]);
  });

  it('touch', () => {
    expect([withGroup(drawText('12', 53, 54, { gap: 1.5 })), withGroup(drawText('12', 53, 54, { gap: 2.5 }))]).toEqual([true, false]);
  });

  it('are a dozen at most where they are turned on their side', () => {
    const turned = (text: string): boolean => {
      const letters = [...text].map((c, i) => ({
        ...drawGlyph(c, 54, 54 + 5 * i, { turn: 90 }),
        box: { x0: 54, x1: 64, top: 54 + 5 * i, bottom: 59 + 5 * i },
      }));
      const kanji = [...'年度の取組状況と課題及び目標値'].map((c, i) => drawGlyph(c, 54, 54 + 5 * text.length + 10 * i));
      return isStack([...letters, ...kanji], cell(20, 300));
    };
    expect([turned('Consulting'), turned('Sustainability')]).toEqual([true, false]);
  });
});
