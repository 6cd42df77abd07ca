import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
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
