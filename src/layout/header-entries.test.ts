import { expect, test } from 'vitest';
import { isEntry } from './header-entries.js';
import { findRepeatedHeader, isHeaderAlone } from './repeated-header.js';
import type { PageTable } from './page-table.js';
import { partOf } from './test-parts.js';
import { USUAL_LEXICON } from './words/index.js';

const EDGES = [0, 100, 200, 300];
const HEADER = ['種別', '件数', '担当'];
const isRow = (second: readonly string[], header: readonly string[] = HEADER, below: readonly string[] = ['要望', '随時', '広聴課']): boolean =>
  isEntry(partOf(EDGES, [header, second, below]), 1, USUAL_LEXICON);

test('a row below a header that names every column, but for the corner, is an entry where it holds figures', () => {
  expect([isRow(['相談', '1', '窓口課']), isRow(['相談', '毎月', '窓口課'])]).toEqual([true, false]);
  expect([isRow(['相談', '1', '窓口課'], ['', '件数', '担当']), isRow(['相談', '1', '窓口課'], ['種別', '', '担当'])]).toEqual([true, false]);
  expect(isRow(['', '1', '窓口課'])).toBe(false);
});

test('years, and numbers that count the columns, are no figures of an entry', () => {
  expect([isRow(['年度', '2023', '2025']), isRow(['番号', '1', '2']), isRow(['相談', '1', '3'])]).toEqual([false, false, true]);
});

test('a row that says in some column what another row says there is an entry; one that says all of it is the header again', () => {
  const row = ['相談', '随時', '窓口課'];
  expect([isRow(row, HEADER, ['要望', '随時', '広聴課']), isRow(row, HEADER, ['随時', '毎年', '広聴課']), isRow(row, HEADER, row)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('of a part that begins with the header and a row of the table, the header alone is left out', () => {
  const table = partOf(EDGES, [HEADER, ['相談', '1', '窓口課'], ['苦情', '3', '広聴課']]);
  expect(findRepeatedHeader(table, partOf(EDGES, [HEADER, ['相談', '1', '窓口課'], ['要望', '2', '企画課']]))).toBe(1);
  // Units and the numbers of columns go with it.
  const units = partOf(EDGES, [HEADER, ['単位', '（件）', '（人）'], ['苦情', '3', '広聴課']]);
  expect(findRepeatedHeader(units, partOf(EDGES, [HEADER, ['単位', '（件）', '（人）'], ['要望', '2', '企画課']]))).toBe(2);
});

test('a row further down is no header where rows of its columns stand above it, and one below titles with other columns is', () => {
  const repeated = (first: PageTable): number => findRepeatedHeader(first, partOf(EDGES, [['会議', '随時', '総務課'], HEADER]));
  const rows = [
    ['会議', '随時', '総務課'],
    ['研修', '毎月', '人事課'],
  ];
  const titled = partOf(EDGES, [['市民部', '', ''], ...rows]);
  const wide = titled.cells.map((cell) => (cell.row === 0 ? { ...cell, colSpan: 3 } : cell)).filter((cell) => cell.row > 0 || cell.col === 0);
  expect([repeated(partOf(EDGES, [HEADER, ...rows])), repeated({ ...titled, cells: wide })]).toEqual([0, 1]);
});

test('a header alone is that of a table with rows below it', () => {
  const alone = partOf(EDGES, [HEADER]);
  expect([isHeaderAlone(partOf(EDGES, [HEADER, ['会議', '随時', '総務課']]), alone), isHeaderAlone(partOf(EDGES, [HEADER]), alone)]).toEqual([true, false]);
});
