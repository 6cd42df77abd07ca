import { expect, test } from 'vitest';
import { measurePage, readPage } from '../layout-page.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable } from '../test-draw.js';

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
