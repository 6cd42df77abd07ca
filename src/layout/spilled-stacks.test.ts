import { describe, expect, it, test } from 'vitest';
import { layoutDocument } from './index.js';
import { findSpilledStacks } from './spilled-stacks.js';
import { drawGlyph, drawParts, pageOf } from './test-draw.js';

const texts = (glyphs: ReturnType<typeof drawGlyph>[], art: string) => {
  const parts = drawParts(art);
  const { tables, pages } = layoutDocument([pageOf({ rulings: parts.rulings, glyphs: [...glyphs, ...parts.glyphs] })]);
  return {
    cells: tables.flatMap((table) => table.cells.map((cell) => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join(''))),
    free: pages[0]?.free.map(({ line }) => line.text),
  };
};

const stack = (text: string, top: number) => [...text].map((character, i) => drawGlyph(character, 56, top + 10 * i));

test('a stacked label too long for its cell keeps to it, over what stands below', () => {
  expect(
    texts(
      stack('年度の取組状況', 70),
      `
┌───┬──────────────┐
│   │ 検討した。   │
│   │              │
│   │              │
│   │              │
└───┴──────────────┘
┌──────────────────┐
│ 基本事業         │
└──────────────────┘`,
    ),
  ).toEqual({ cells: ['年度の取組状況', '検討した。', '基本事業'], free: [] });
});

test('characters below each other in cells of their own stay in them', () => {
  expect(
    texts(
      [],
      `
┌───┬──────────────┐
│春 │ 検討した。   │
├───┼──────────────┤
│夏 │ 検討した。   │
├───┼──────────────┤
│秋 │ 検討した。   │
├───┼──────────────┤
│冬 │ 検討した。   │
└───┴──────────────┘`,
    ).cells,
  ).toEqual(['春', '検討した。', '夏', '検討した。', '秋', '検討した。', '冬', '検討した。']);
});

describe('characters of a stack', () => {
  /** How many of five characters set downwards leave the cell that ends at `edge`, each `step` lower and `aside` further right. */
  const spilled = (step: number, aside = 0, text = '年度の状況', edge = 72): number =>
    findSpilledStacks(
      [...text].map((c, i) => drawGlyph(c, 50 + (i % 2) * aside, 50 + i * step)),
      ({ box }) => (box.top < edge ? 'home' : undefined),
    ).size;

  it('follow each other as characters of a word do', () => {
    expect([spilled(9), spilled(7), spilled(12), spilled(15, 0, '年度の状況', 82)].map((count) => count > 0)).toEqual([true, false, true, false]);
  });

  it('stand below each other', () => {
    expect([spilled(10, 0.8), spilled(10, 1.3)].map((count) => count > 0)).toEqual([true, false]);
  });

  it('are four at least, the first two in their cell', () => {
    expect([spilled(10, 0, '年度の状'), spilled(10, 0, '年度の', 65), spilled(10, 0, '年度の状', 65), spilled(10, 0, '年度の状', 55)]).toEqual([1, 0, 2, 0]);
  });

  it('spill into another cell where they lie over what stands there, by a seventh of their area or more', () => {
    const over = (by: number): number => {
      const stack = [...'年度の状'].map((c, i) => drawGlyph(c, 50, 50 + i * 10));
      return findSpilledStacks([...stack, drawGlyph('基', 60 - by, 80)], ({ box }) => (box.top < 72 ? 'home' : 'other')).size;
    };
    expect([over(2), over(1.2)]).toEqual([1, 0]);
  });
});
