/** Headers of several levels, and headings among rows of figures: how far the rules for them reach. */
import { describe, expect, test } from 'vitest';
import { drawRuling, pageOf } from '../test-draw.js';
import { type DrawnCell, rowsAt } from './test-lines.js';
import { tablesOn } from './test-tables.js';

const PLACES = [0, 8, 16, 24];
const FIGURES: readonly (readonly DrawnCell[])[] = [
  ['Wells', ['61', 1.5], ['93', 1.5], ['79', 1.5]],
  ['Pipes', ['22', 1.5], ['15', 1.5], ['12', 1.5]],
  ['Sewers', ['14', 1.5], ['78', 1.5], ['50', 1.5]],
];
const first = (rows: readonly (readonly DrawnCell[])[], rulings: ReturnType<typeof drawRuling>[] = []): (string | null)[][] =>
  tablesOn(pageOf({ glyphs: rowsAt(PLACES, rows), rulings }))[0] ?? [];

describe('one text alone above all headers', () => {
  const head = (by: number, under = ['Rural', 'Urban', 'Total'], text = 'Coverage'): (string | null)[] | undefined =>
    first([['', '', [text, by]], ['Access', ...under], ...FIGURES])[0];
  const ALL = ['', 'Coverage', null, null];

  test('heads them all where it stands in their middle', () => {
    expect(head(-0.75)).toEqual(ALL);
    expect(head(-0.35)).toEqual(ALL);
    expect(head(-0.15)).not.toEqual(ALL);
  });

  test('is the first line of the one in their middle where that alone begins small, or is as wide', () => {
    expect(head(-0.75, ['Rural', 'towns', 'Total'])).toEqual(['Access', 'Rural', 'Coverage towns', 'Total']);
    expect(head(0, ['Rural', 'Urban', 'Total'], 'Towns')).toEqual(['Access', 'Rural', 'Towns Urban', 'Total']);
  });
});

test('a header over a run of others stands in its middle, where every other column begins in its line', () => {
  const head = (by: number, others: readonly DrawnCell[] = ['Area', '', ['Persons', by], '', 'Homes'], under = ['', 'Total', 'Towns', 'Women', '']) =>
    tablesOn(pageOf({ glyphs: rowsAt([...PLACES, 32], [others, under, ...FIGURES.map((row) => [...row, ['44', 1.5] as const])]) }))[0]?.[0];
  const SPANS = ['Area', 'Persons', null, null, 'Homes'];
  expect([head(-0.4), head(-0.05), head(0.05)].map((row) => JSON.stringify(row) === JSON.stringify(SPANS))).toEqual([true, true, false]);
  expect(head(-0.4, ['Area', '', ['Persons', -0.4], '', ''], ['', 'Total', 'Towns', 'Women', 'Homes'])).not.toEqual(SPANS);
});

describe('headers with a short rule each', () => {
  const heads = (below: number, from = 0, headings: readonly string[] = ['Access:']): string | null | undefined =>
    first(
      [['', ['2021', -1], ['2020', -1], ['2019', -1]], ...headings.map((text) => [text]), ...FIGURES],
      [7, 15, 23].map((x) => drawRuling('h', 60 + 10 * below, 50 + 10 * (x + from), 50 + 10 * (x + 3.6))),
    )[0]?.[1];

  test('go with the figures below it, where it stands right below them', () => {
    expect([heads(0.2), heads(0.8), heads(1.1)]).toEqual(['2021', '2021', '61']);
  });

  test('go with them where it is as long as they are, or nearly', () => {
    expect([heads(0.2, 0.4), heads(0.2, 0.7)]).toEqual(['2021', '61']);
  });

  test('go with them over three headings of rows', () => {
    expect([heads(0.2, 0, ['Access', 'of-all', 'towns:']), heads(0.2, 0, ['Access', 'of-all', 'towns', 'here:'])]).toEqual(['2021', '61']);
  });
});

describe('headers over one rule', () => {
  const heads = (below: number, from = -2, to = 26): string | null | undefined =>
    first(
      [['', ['2021', -1], ['2020', -1], ['2019', -1]], ['Access:'], ['of-all'], ['towns:'], ...FIGURES],
      [drawRuling('h', 60 + 10 * below, 50 + 10 * from, 50 + 10 * to)],
    )[0]?.[1];

  test('go with the figures below their headings of rows where it runs on over these', () => {
    expect([heads(0.2), heads(0.8), heads(1.1)]).toEqual(['2021', '2021', '61']);
    expect([heads(0.2, 5.5), heads(0.2, 6.5)]).toEqual(['2021', '61']);
    expect([heads(0.2, -2, 24.6), heads(0.2, -2, 24.2)]).toEqual(['2021', '61']);
  });

  test('are no title of the sums below, which have rules of their own', () => {
    const sums = [114, 128].flatMap((y) => [15, 23].map((x) => drawRuling('h', y, 50 + 10 * x - 10, 50 + 10 * (x + 4))));
    const rows = [['', ['2021', -1], ['2020', -1], ['2019', -1]], ['Access:'], ...FIGURES] as const;
    expect(first(rows, [drawRuling('h', 62, 30, 310), ...sums])[0]?.[1]).toBe('2021');
  });
});

describe('a text alone above a row of figures', () => {
  const units = (by: number): (string | null)[] | undefined =>
    first([['Access', 'Rural', 'Urban', 'Total'], ...FIGURES, ['', '', ['kilograms', by]], ['Long-label-of-row', ['1', 2], ['1', 2], ['1', 2]]])[4];

  test('spans their columns where it stands in the middle of them', () => {
    expect([-1.6, -2, 0.9, 1.2].map((by) => units(by)?.[1])).toEqual(['kilograms', '1', 'kilograms', '1']);
  });
});

test('rows of one level begin at one place', () => {
  const rows = (indent: number): (string | null)[] | undefined =>
    first([
      ['Access', 'Rural', 'Urban', 'Total'],
      ['Water mains', ''],
      [
        ['Pipes', 1],
        ['61', 1.5],
        ['93', 1.5],
        ['79', 1.5],
      ],
      [
        ['Water wells', indent],
        ['22', 1.5],
        ['15', 1.5],
        ['12', 1.5],
      ],
      ['Sewers', ['14', 1.5], ['78', 1.5], ['50', 1.5]],
    ]).map((row) => row[0] ?? null);
  expect([rows(1.1)?.[1], rows(1.6)?.[1]]).toEqual(['Water mains', 'Water mains Pipes']);
});

describe('a heading that ends with a colon and begins left of all rows', () => {
  const rows = (down: number, label = 'All in a row:'): number | undefined => {
    const heads: readonly DrawnCell[] = ['', ['2016', -1], ['2015', -1], ['2014', -1]];
    const indented = FIGURES.map(([first, ...figures]): readonly DrawnCell[] => [[String(first), 1], ...figures]);
    const glyphs = rowsAt(PLACES, [heads, [label], ...indented, ...indented], 1.4, [down]);
    const rulings = [7, 15, 23].map((x) => drawRuling('h', 62, 50 + 10 * x, 86 + 10 * x));
    return tablesOn(pageOf({ glyphs, rulings })).find((table) => table.flat().includes('Sewers'))?.length;
  };

  test('is one of the rows where it stands right below headers, none of them over it', () => {
    expect([rows(2.4), rows(2.6), rows(1.4, 'All of it in a row:')]).toEqual([8, 6, 6]);
  });
});

test('a line above the header and the first rule is a level of it where it has several texts, fewer than the header, none over the labels', () => {
  const upper = (heads: readonly DrawnCell[]): (string | null)[] | undefined =>
    tablesOn(
      pageOf({
        glyphs: rowsAt([...PLACES, 32], [heads, ['Area', 'Total', 'Towns', 'Women', 'Homes'], ...FIGURES.map((row) => [...row, ['44', 1.5] as const])]),
        rulings: [75.5, 118].map((y) => drawRuling('h', y, 50, 400)),
      }),
    )[0]?.[0];
  expect(upper(['', ['Wheat', 4], '', ['Barley', 4]])).toEqual(['', 'Wheat', null, 'Barley', null]);
  expect(upper(['Wheat', '', '', ['Barley', 4]])?.[0]).toBe('Area');
  expect(upper(['', '', ['Wheat', 1]])?.[0]).toBe('Area');
});

test('a text stands in the middle of the headers below it, where the figures are set to the right of theirs', () => {
  const rows = (by: number): (string | null)[] | undefined =>
    tablesOn(
      pageOf({
        glyphs: rowsAt(
          [0, 10, 18, 26, 34, 42],
          [
            ['Region', ['2007', 3.2 + by], '', ['2008', 3.2 + by], '', 'Share'],
            ['', ['Farms', -1], ['Acres', -1], ['Farms', -1], ['Acres', -1], ['(%)', 0.5]],
            ...['Crete', 'Attica', 'Epirus'].map((label): DrawnCell[] => [label, ['22', 3], ['15', 3], ['12', 3], ['31', 3], ['7', 3]]),
          ],
        ),
      }),
    )[0]?.[0];
  const SPANS = ['Region', '2007', null, '2008', null, 'Share (%)'];
  expect([rows(-1.1), rows(0), rows(1.1)]).toEqual([SPANS, SPANS, SPANS]);
});
