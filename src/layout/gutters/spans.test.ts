import { expect, test } from 'vitest';
import { drawParts, pageOf } from '../test-draw.js';
import { tablesIn, tablesOn } from './test-tables.js';

test('a row of units under the header spans the columns in whose middle it stands', () => {
  expect(
    tablesIn(`
               Planted         Yield
State        2005    2006    2005  2006
               kiloacres      bushels
Alabama      1448    1579    70.5  60.2
Arizona      2471    2214    72.7  38.7
Arkansas     1822    3161    73.8  42.9`)[0]?.slice(0, 3),
  ).toEqual([
    ['', 'Planted', null, 'Yield', null],
    ['State', '2005', '2006', '2005', '2006'],
    ['', 'kiloacres', null, 'bushels', null],
  ]);
});

test('a header over its own second line is one header, though it stands in the middle of three', () => {
  expect(
    tablesIn(`
                     Labour
Country      2001     force    2002
Austria       1.2      10.4     3.1
Belgium      11.0       9.1     3.3
Denmark       7.3       2.2     4.0`)[0]?.[0],
  ).toEqual(['Country', '2001', 'Labour force', '2002']);
});

test('a heading in the middle of the table spans all of its columns', () => {
  expect(
    tablesIn(`
Year           Income    Outgo    Assets
          High-cost-assumptions
2001             12.1     10.0      47.1
2002             13.4     10.4      50.1
          Low-cost-assumptions
2003             12.5     10.1      47.5
2004             13.9     10.6      50.8`)[0]?.map((row) => row.slice(0, 2)),
  ).toEqual([
    ['Year', 'Income'],
    ['High-cost-assumptions', null],
    ['2001', '12.1'],
    ['2002', '13.4'],
    ['Low-cost-assumptions', null],
    ['2003', '12.5'],
    ['2004', '13.9'],
  ]);
});

test('a sign for a missing number belongs to the column whose edge it is set to', () => {
  expect(
    tablesIn(
      `
Country      1995     1996    1997
Austria       1.2     10.4     3.1
Belgium         :      9.1       :
Denmark       7.3        :     4.0
Estonia       5.3        :     2.0`.replace(/ {2}:/gu, '   :'),
    ),
  ).toEqual([
    [
      ['Country', '1995', '1996', '1997'],
      ['Austria', '1.2', '10.4', '3.1'],
      ['Belgium', ':', '9.1', ':'],
      ['Denmark', '7.3', ':', '4.0'],
      ['Estonia', '5.3', ':', '2.0'],
    ],
  ]);
});

test('two lines in a ruled row, each with its label and figures, are two rows', () => {
  expect(
    tablesIn(`
┌─────────────────┬──────┬─────────┬─────────┐
│ Enrollment type │ Code │ Biweekly│ Monthly │
├─────────────────┼──────┼─────────┼─────────┤
│ Self only       │  101 │   62.14 │  134.64 │
│ Self and family │  102 │  147.90 │  320.45 │
└─────────────────┴──────┴─────────┴─────────┘`),
  ).toEqual([
    [
      ['Enrollment type', 'Code', 'Biweekly', 'Monthly'],
      ['Self only', '101', '62.14', '134.64'],
      ['Self and family', '102', '147.90', '320.45'],
    ],
  ]);
});

test('a figure in brackets below another explains it', () => {
  expect(
    tablesIn(`
┌─────────────────┬──────┬─────────┐
│ Country         │ 2001 │    2002 │
├─────────────────┼──────┼─────────┤
│ Austria         │   12 │      14 │
│ standard error  │ (11) │     (9) │
└─────────────────┴──────┴─────────┘`)[0],
  ).toHaveLength(2);
});

test('a body whose verticals stop at the headings of its rows is read by its gutters', () => {
  const { glyphs, rulings } = drawParts(`
┌─────────────┬──────┬───────┐
│ Commodity   │ Unit │ Quota │
├─────────────┴──────┴───────┤
│ Live animals               │
│ Bovine      │ head │    12 │
│ Swine       │ head │    14 │
│ Dairy products             │
│ Milk powder │ t    │  4000 │
│ Butter      │ t    │  1250 │
└────────────────────────────┘`);
  expect(tablesOn(pageOf({ glyphs, rulings }))).toEqual([
    [
      ['Commodity', 'Unit', 'Quota'],
      ['Live animals', '', ''],
      ['Bovine', 'head', '12'],
      ['Swine', 'head', '14'],
      ['Dairy products', '', ''],
      ['Milk powder', 't', '4000'],
      ['Butter', 't', '1250'],
    ],
  ]);
});

test('a short header in the middle of two columns joins them no more than a long one', () => {
  expect(
    tablesIn(`
               Level        Change
Line       2003-I 2003-II   2003-I
Goods      6745.6  4638.2    173.5
Services   7879.5  8490.9    131.6
Exports    7485.6  2342.0    -79.2`)[0]?.slice(1, 3),
  ).toEqual([
    ['Line', '2003-I', '2003-II', '2003-I'],
    ['Goods', '6745.6', '4638.2', '173.5'],
  ]);
});
