import { expect, test } from 'vitest';
import { drawTable } from './test-draw.js';
import { gridOf } from './test-read.js';

test('a ruling left out in one row parts the texts that stand as their neighbours do', () => {
  expect(
    gridOf(
      drawTable(`
┌───────┬───────┐
│  700  │ 1900  │
├───────┼───────┤
│  730    1830  │
├───────┼───────┤
│  800  │ 1930  │
└───────┴───────┘`),
    ),
  ).toEqual([
    ['700', '1900'],
    ['730', '1830'],
    ['800', '1930'],
  ]);
});

test('a merged cell with a text spread over its own width stays one', () => {
  const [, row] = gridOf(
    drawTable(`
┌──────────┬──────────┐
│   700    │   1900   │
├──────────┼──────────┤
│  休         館      │
├──────────┼──────────┤
│   800    │   1930   │
└──────────┴──────────┘`),
  );
  expect(row?.filter((cell) => cell !== null && cell !== '')).toHaveLength(1);
});
