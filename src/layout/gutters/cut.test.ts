import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../model/page.js';
import { drawText } from '../test-draw.js';
import { findColumns } from './columns.js';
import { cutAtGutters, cutAtWalls } from './cut.js';
import { linesOf, onLine, rowsAt } from './test-lines.js';

/** Phrases of the first line once the gutters below have cut it. */
function headers(head: readonly Glyph[], rows = 4, places: readonly number[] = [0, 4.5]): string[] {
  const figures = rowsAt(
    places,
    Array.from({ length: rows }, (_, i) => places.map((_, c) => `${(c + 2) * 1000 + i}`)),
  ).map((glyph) => ({ ...glyph, box: { ...glyph.box, top: glyph.box.top + 30, bottom: glyph.box.bottom + 30 } }));
  const lines = linesOf([...head, ...figures]);
  return (cutAtGutters(lines, findColumns(lines.flatMap((line) => line.phrases)))[0]?.phrases ?? []).map(({ text }) => text);
}

describe('headers that stand as near as words', () => {
  it('are cut where the white between them is wider than a space', () => {
    expect([headers(onLine(['Numbers', 0.5, 'Total', 0.5, 'Sum'])).length, headers(onLine(['Numbers', 0.35, 'Total', 0.3, 'Sum'])).length]).toEqual([2, 1]);
  });

  it('are cut where it is wider by a third than the spaces of a stretched text', () => {
    expect([headers(onLine(['Numbers', 0.55, 'Total', 0.35, 'Sum'])).length, headers(onLine(['Numbers', 0.44, 'Total', 0.35, 'Sum'])).length]).toEqual([2, 1]);
  });

  it('are cut where three figures below show each column', () => {
    expect([headers(onLine(['Numbers', 0.6, 'Total'])).length, headers(onLine(['Numbers', 0.6, 'Total']), 2).length]).toEqual([2, 1]);
  });
});

it('one typed space, as wide as the font has it, parts no headers', () => {
  /** A space glyph of this width, em, in white of 0.5 em. */
  const head = (space: number): number => {
    const glyphs = onLine(['Numbers', 0.5, 'Total']);
    const end = Math.max(...glyphs.filter(({ text }) => text === 's').map(({ box }) => box.x1));
    return headers([...glyphs, ...drawText(' ', end, 50).map((glyph) => ({ ...glyph, box: { ...glyph.box, x1: end + 10 * space } }))]).length;
  };
  expect([head(0.5), head(0.48), head(0.46), head(0.25)]).toEqual([1, 1, 2, 2]);
});

describe('a wall', () => {
  it('parts the words that it stands between, or reaches into by a hair', () => {
    const cut = (x: number): number =>
      cutAtWalls(linesOf([...drawText('Men', 50, 50), ...drawText('Women', 69, 50)]), [{ x, top: 40, bottom: 70 }])[0]?.phrases.length ?? 0;
    expect([cut(67), cut(64.6), cut(64.3), cut(69.4), cut(69.7)]).toEqual([2, 2, 1, 2, 1]);
  });
});

describe('a word spread over two columns', () => {
  const parts = (...gaps: readonly number[]): number => headers(onLine(['純', ...gaps.flatMap((gap, i) => [gap, '利益計上'[i] ?? ''])]), 4, [0, 4.5]).length;

  it('stays one where its characters are spread evenly', () => {
    expect([parts(1, 1.08, 1), parts(1, 1.13, 1)]).toEqual([1, 2]);
  });
});
