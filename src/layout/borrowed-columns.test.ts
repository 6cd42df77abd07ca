import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
import type { Glyph } from '../model/page.js';
import { drawParts, drawTable, drawText, pageOf } from './test-draw.js';

const ruled = drawTable(
  `
┌────┬────────┬──────────────┐
│No. │ 項目   │ 成果         │
├────┼────────┼──────────────┤
│ 3  │ 丙     │ 上がった。   │
├────┼────────┼──────────────┤
│ 4  │ 丁     │ 下がった。   │
└────┴────────┴──────────────┘`,
  { page: 2 },
);

const texts = (page: ReturnType<typeof drawTable>): readonly (readonly string[])[] => {
  const { tables } = layoutDocument([page, ruled], { stitch: false });
  const table = tables.find(({ parts }) => parts[0]?.page === 1);
  return Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('/')),
  );
};

test('rows without vertical rulings take the columns of the same table on another page', () => {
  const bare = drawTable(`
──────────────────────────────
 No.   項目     成果
──────────────────────────────
  1    甲       続いた。
──────────────────────────────`);
  expect(texts(bare)).toEqual([
    ['No.', '項目', '成果'],
    ['1', '甲', '続いた。'],
  ]);
});

test('a borrowed ruling does not cut text that stands in its way', () => {
  const bare = drawTable(`
──────────────────────────────
 No.  項目と成果を合わせて
──────────────────────────────
  1    甲       続いた。
──────────────────────────────`);
  expect(texts(bare)[0]).toEqual(['No.', '項目と成果を合わせて']);
});

test('rulings of another extent are another table', () => {
  const bare = drawTable(`
────────────────────
 No.   項目
────────────────────
  1    甲
────────────────────`);
  expect(texts(bare)).toEqual([]);
});

test('the row that the page cuts has no ruling below it and takes the columns all the same', () => {
  const bare = drawTable(`
──────────────────────────────
 No.   項目     成果
──────────────────────────────
  1    甲       続いた。
──────────────────────────────
  2    乙       始まった。`);
  expect(texts(bare)[2]).toEqual(['2', '乙', '始まった。']);
});

test('rules under headings with tables between them borrow nothing', () => {
  const page = drawTable(`
 基本事業
──────────────────────────────
┌────┬────────┬──────────────┐
│ 2  │  乙    │ 始まった。   │
└────┴────────┴──────────────┘
 方向性
──────────────────────────────
┌────┬────────┬──────────────┐
│ 3  │  丙    │ 始まった。   │
└────┴────────┴──────────────┘
 施策　　推進
──────────────────────────────
 本文が続く。`);
  const { tables } = layoutDocument([page, ruled], { stitch: false });
  expect(tables.filter(({ parts }) => parts[0]?.page === 1).map((table) => table.rows)).toEqual([1, 1]);
});

test('boxes under one another with sides of their own are no table that lost its columns', () => {
  const boxes = drawTable(`
┌────────────────────────────┐
│ 甲   乙乙乙  丙丙丙        │
└────────────────────────────┘
┌────────────────────────────┐
│ 丁   戊戊戊  己己己        │
└────────────────────────────┘`);
  expect(
    layoutDocument([boxes, ruled], { stitch: false })
      .tables.filter(({ parts }) => parts[0]?.page === 1)
      .map(({ cols }) => cols),
  ).toEqual([1, 1]);
});

test('a full stop that hangs over a column’s edge does not stand in a borrowed ruling’s way', () => {
  const bare = drawTable(`
──────────────────────────────
 No.   項目     成果
──────────────────────────────
  1    甲乙丙。 続いた。
──────────────────────────────`);
  expect(texts(bare)[1]).toEqual(['1', '甲乙丙。', '続いた。']);
});

test('two rulings are no table', () => {
  const bare = drawTable(`
──────────────────────────────
 No.   項目     成果
──────────────────────────────`);
  expect(texts(bare)).toEqual([]);
});

test('a table of two columns lends none: they may as well be gutters of the text', () => {
  const bare = drawTable(`
────────────────
 No.   項目
────────────────
  1    甲
────────────────`);
  const two = drawTable(
    `
┌────┬─────────┐
│No. │ 項目    │
├────┼─────────┤
│ 3  │ 丙      │
└────┴─────────┘`,
    { page: 2 },
  );
  expect(layoutDocument([bare, two], { stitch: false }).tables.filter(({ parts }) => parts[0]?.page === 1)).toEqual([]);
});

/** Three rulings below each other, a row of text below the last with these glyphs. */
const withRest = (...glyphs: Glyph[]): ReturnType<typeof drawTable> => {
  const { glyphs: drawn, rulings } = drawParts(`
──────────────────────────────
 No.   項目     成果
──────────────────────────────
  1    甲       続いた。
──────────────────────────────`);
  return pageOf({ rulings, glyphs: [...drawn, ...glyphs] });
};

test('the lines of a cut row follow each other closely', () => {
  const last = (white: number): string | undefined => texts(withRest(...drawText('始まった。', 130, 108), ...drawText('続く。', 130, 118 + white)))[2]?.[2];
  expect([last(12), last(20)]).toEqual(['始まった。/続く。', '始まった。']);
});

test('a character reaches over the edge of its column by a hair', () => {
  const cellsOfLast = (over: number): number | undefined =>
    texts(withRest(...drawText('乙', 90, 108), ...drawText('丙', 112.5 + over, 108), ...drawText('丁', 140, 108)))[2]?.length;
  expect([cellsOfLast(0.4), cellsOfLast(0.7)]).toEqual([3, 2]);
});
