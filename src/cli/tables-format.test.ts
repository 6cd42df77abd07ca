import { parseString } from 'fast-csv';
import { expect, test } from 'vitest';
import type { PrintedTable } from '../reader/document-tables.js';
import { formatTables } from './tables-format.js';

const table: PrintedTable = {
  page: 1,
  bbox: [10, 20, 110, 60],
  rows: [
    ['指標', null, 'a|b'],
    ['1,5', 'say "no"', '上\n下'],
  ],
  spans: [[0, 0, 1, 2]],
  confidence: 1,
};

test('JSON is one array that says all', () => {
  expect(JSON.parse(formatTables([table, table], 'json'))).toEqual([table, table]);
  expect(JSON.parse(formatTables([], 'json'))).toEqual([]);
});

test('CSV reads back as the rows, a blank line between tables', async () => {
  const text = formatTables([table, table], 'csv');
  const rows: unknown[] = [];
  await new Promise((resolve, reject) => {
    parseString(text)
      .on('error', reject)
      .on('data', (row) => rows.push(row))
      .on('end', resolve);
  });
  const expected = [
    ['指標', '', 'a|b'],
    ['1,5', 'say "no"', '上\n下'],
  ];
  expect(rows).toEqual([...expected, [], ...expected]);
});

test('Markdown keeps bars and line breaks inside their cells', () => {
  expect(formatTables([table], 'markdown')).toBe('| 指標 |  | a\\|b |\n| --- | --- | --- |\n| 1,5 | say "no" | 上<br>下 |\n');
});
