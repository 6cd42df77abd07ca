import { expect, test } from 'vitest';
import { layoutPage } from '../layout-page.js';
import { drawTable } from '../test-draw.js';
import { tablesIn } from './test-tables.js';

const read = (art: string): (string | null)[][] => tablesIn(art)[0] ?? [];

const table = `
┌────────┬────────────────┬────────────────┐
│        │  Vacancy-rate  │  Asking-rent   │
│ Region │  2008    2009  │  2008    2009  │
├────────┼───────┬────────┼───────┬────────┤
│ West   │   7.0 │    6.1 │   823 │    742 │
├────────┼───────┼────────┼───────┼────────┤
│ South  │  13.7 │    5.2 │   623 │    704 │
└────────┴───────┴────────┴───────┴────────┘`;

test('the levels of a merged header cell are parted where its columns have texts of their own', () => {
  expect(read(table)).toEqual([
    ['Region', 'Vacancy-rate', null, 'Asking-rent', null],
    [null, '2008', '2009', '2008', '2009'],
    ['West', '7.0', '6.1', '823', '742'],
    ['South', '13.7', '5.2', '623', '704'],
  ]);
});

test('a merged cell of several lines that no column has a text of its own in stays one', () => {
  expect(
    read(`
┌────────┬────────────────┐
│ Region │  Vacancy rate  │
│        │  in per cent   │
├────────┼───────┬────────┤
│ West   │   7.0 │    6.1 │
└────────┴───────┴────────┘`)[0],
  ).toEqual(['Region', 'Vacancy rate in per cent', null]);
});

test('what a grammar reads keeps to the rulings', () => {
  expect(layoutPage(drawTable(table)).pageTables[0]?.ys).toHaveLength(4);
});
