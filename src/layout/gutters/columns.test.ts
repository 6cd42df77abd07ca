import { expect, test } from 'vitest';
import { findColumns } from './columns.js';
import { linesOf, rowsAt } from './test-lines.js';

const columns = (...args: Parameters<typeof rowsAt>): number => findColumns(linesOf(rowsAt(...args)).flatMap((line) => line.phrases)).columns.length;

test('texts that reach over each other by a hair stand in two columns', () => {
  const over = (by: number): number =>
    columns(
      [0, 4 - by],
      [
        ['abcdefgh', ''],
        ['', 'ijklmnop'],
        ['abcdefgh', ''],
        ['', 'ijklmnop'],
        ['abcdefgh', ''],
        ['', 'ijklmnop'],
      ],
    );
  expect([over(0.2), over(0.3)]).toEqual([2, 1]);
});

test('signs for missing numbers stand in the column of the numbers beside them', () => {
  const signs = (off: number): number =>
    columns(
      [0, 10, 14 + off],
      [
        ['Austria', '1,234.50', ''],
        ['Belgium', '', '..'],
        ['Chad', '2,345.60', ''],
        ['Denmark', '', '..'],
        ['Estonia', '3,456.70', ''],
        ['Fiji', '', '..'],
      ],
    );
  expect([signs(1), signs(1.5)]).toEqual([2, 3]);
});
