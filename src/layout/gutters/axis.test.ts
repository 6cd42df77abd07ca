import { expect, test } from 'vitest';
import { tablesIn } from './test-tables.js';

const withRow = (row: string): string => `
┌─────────┬─────────┬─────────┐
│ 市民    │ 窓口    │ 相談    │
├─────────┴─────────┴─────────┤
│${row}│
└─────────────────────────────┘`;

test('a grid with the scale of a chart across all of its columns is no table', () => {
  expect(tablesIn(withRow(' 0%    10%    20%    30%     '))).toEqual([]);
});

test('numbers that begin elsewhere, or in uneven steps, or few of them, are values', () => {
  for (const row of [' 10%   20%    30%    40%     ', ' 0     10     20     40      ', ' 0     10     20             ']) {
    expect(tablesIn(withRow(row))).toHaveLength(1);
  }
});

test('a scale with words beside it is a row of the table', () => {
  expect(tablesIn(withRow(' 点数  0     10     20    30  '))).toHaveLength(1);
});

test('numbers in cells of their own are a header', () => {
  expect(
    tablesIn(`
┌─────┬─────┬─────┬─────┐
│ 0   │ 10  │ 20  │ 30  │
├─────┼─────┼─────┼─────┤
│ 甲  │ 乙  │ 丙  │ 丁  │
└─────┴─────┴─────┴─────┘`),
  ).toHaveLength(1);
});
