import { describe, expect, it, test } from 'vitest';
import { hasAxis } from './axis.js';
import { onLine } from './test-lines.js';
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

describe('a scale', () => {
  const isAxis = (numbers: readonly string[], gap: number): boolean => {
    const glyphs = onLine(numbers.flatMap((number, i) => (i === 0 ? [number] : [gap, number])));
    const cell = { row: 0, col: 0, rowSpan: 1, colSpan: 2, box: { x0: 0, x1: 500, top: 40, bottom: 70 }, openTop: false, openBottom: false };
    return hasAxis({ grid: { xs: [0, 250, 500], ys: [40, 70], cells: [cell] }, cells: [{ cell, glyphs }] });
  };

  it('has its numbers further apart than words', () => {
    expect([isAxis(['0', '10', '20', '30'], 1.3), isAxis(['0', '10', '20', '30'], 0.8)]).toEqual([true, false]);
  });

  it('has even steps, but for rounding', () => {
    expect([isAxis(['0', '100', '200', '300.8'], 2), isAxis(['0', '100', '200', '301.3'], 2)]).toEqual([true, false]);
  });
});
