import { expect, test } from 'vitest';
import { measurePage, readPage } from '../layout-page.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable, drawText, pageOf } from '../test-draw.js';
import { onLine, rowsAt } from './test-lines.js';

const read = (art: string) => readPage(measurePage(drawTable(art)), PLAIN_SETTING, true);

test('the source and the notes under a table are no rows of it', () => {
  const { pageTables, lines } = read(`
──────────────────────────────
産業            実数    構成比
──────────────────────────────
建設業            69      16.1
製造業            71      18.2
医療，福祉        29      65.7
──────────────────────────────
資料：市民課の調査による。
注１　不詳を含まない。
  ２　四捨五入による。`);
  expect(pageTables.map(({ xs, ys }) => [xs.length - 1, ys.length - 1])).toEqual([[3, 4]]);
  expect(lines.map((line) => line.text)).toEqual(['資料：市民課の調査による。', '注１　不詳を含まない。', '２　四捨五入による。']);
});

test('a line that begins with the mark of a footnote is a note, if it says something', () => {
  const below = (note: string): readonly string[] =>
    read(`
Origin        1998      1999
Austria        2.2       3.3
Belgium        7.1       1.8
Denmark        2.9       6.6
${note}`).lines.map((line) => line.text);
  for (const note of ['* Of-the-bureau figures only.', '1/ Not-adjusted  figures   only.']) expect(below(note)).toHaveLength(1);
  for (const row of ['* Spain       99.9      11.0', '*-Spain        n.a.      n.a.']) expect(below(row)).toEqual([]);
});

test('a mark in brackets begins a note if a text above ends with it', () => {
  const below = (mark: string, head = 'Denmark (1)'): number =>
    read(`
Origin         1998      1999
Austria         2.2       3.3
${head}     2.9       6.6
Belgium         7.1       1.8
${mark} Break in-the series of-it-all`).lines.length;
  expect([below('(1)'), below('(2)'), below('(1)', 'Denmark    ')]).toEqual([1, 0, 0]);
  expect([below('(a)', 'Denmark (a)'), below('(1)', '(1) Denmark')]).toEqual([1, 0]);
});

test('the key of the signs that are cells is a note', () => {
  const below = (sign: string): number =>
    read(`
─────────────────────────────────
Practice       Army      Cost
─────────────────────────────────
Baseline         ●       1.2
Document         ○       3.4
Earned           ●       5.6
─────────────────────────────────
${sign}␣Fully    Partly-met   Not-met`).lines.length;
  expect([below('●'), below('■')]).toEqual([1, 0]);
});

test('a raised mark is a fifth smaller than its text', () => {
  const rows = rowsAt(
    [0, 8, 14],
    [
      ['Origin', '1998', '1999'],
      ['Austria', '22.2', '33.1'],
      ['Belgium', '71.1', '18.2'],
      ['Denmark', '29.2', '66.3'],
    ],
  );
  const below = (size: number): number => {
    const note = [...drawText('a', 50, 106, { size }), ...onLine([0.6, 'Figures', 2, 'adjusted', 2, 'only'], 106)];
    return readPage(measurePage(pageOf({ glyphs: [...rows, ...note] })), PLAIN_SETTING, true).lines.length;
  };
  expect([below(7), below(9)]).toEqual([1, 0]);
});

test('資料 at the head of a column is its header', () => {
  const [table] = read(`
──────────────────────────────
資料              部数    価格
──────────────────────────────
市勢要覧            69     161
予算書              71     182
計画書              29     657
──────────────────────────────`).pageTables;
  expect(table?.cells.slice(0, 3).map((cell) => cell.lines.map((line) => line.text).join(''))).toEqual(['資料', '部数', '価格']);
});
