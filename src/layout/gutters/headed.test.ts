import { expect, test } from 'vitest';
import { tablesIn } from './test-tables.js';

test('a header with drawn cells and the body without rulings below it are one table', () => {
  expect(
    tablesIn(`
┌─────────────┬──────────┬──────────┐
│ Food-group  │ Children │  Adults  │
└─────────────┴──────────┴──────────┘
  Grains             6         7–8
  Vegetables         3         4–5
  Fruits             2         3–5`),
  ).toEqual([
    [
      ['Food-group', 'Children', 'Adults'],
      ['Grains', '6', '7–8'],
      ['Vegetables', '3', '4–5'],
      ['Fruits', '2', '3–5'],
    ],
  ]);
});

test('a ruled table with figures of its own heads nothing', () => {
  expect(
    tablesIn(`
┌─────────────┬──────────┬──────────┐
│ Total       │      312 │      417 │
└─────────────┴──────────┴──────────┘
  Grains             6         7–8
  Vegetables         3         4–5
  Fruits             2         3–5`),
  ).toHaveLength(2);
});

test('the header of such a table keeps its drawn cells, where each holds the text of one', () => {
  const read = (upper: string) =>
    tablesIn(`
┌──────────┬──────────────────┬──────────┐
│          │${upper}│          │
│          ├────────┬─────────┤          │
│ 事業名   │ 前年度 │ 今年度  │ 備考     │
└──────────┴────────┴─────────┴──────────┘
  公民館       12.0      12.8   指定管理
──────────────────────────────────────────
  図書館       45.2      46.1   直営
──────────────────────────────────────────
  文化財        3.1       2.9   国補助
──────────────────────────────────────────`)[0]?.slice(0, 2);
  expect(read('     事　業　費   ')).toEqual([
    ['事業名', '事　業　費', null, '備考'],
    [null, '前年度', '今年度', null],
  ]);
  expect(read(' 決算      予算   ')?.[0]).not.toContain(null);
});
