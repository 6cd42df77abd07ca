import { expect, test } from 'vitest';
import { drawParts, drawText, pageOf } from '../test-draw.js';
import { tablesIn, tablesOn } from './test-tables.js';

test('a wrapped cell of several lines is no running text, though its lines are long and full', () => {
  expect(
    tablesIn(`
No       Description of the measure                Body
111      Vocational training and information       Ministry
112      Setting up of young farmers               Agency
121      Modernisation of agricultural holdings    Agency
         with regard to energy saving and to all
         of the zones that are vulnerable
125      Infrastructure of forestry                State`)[0]?.slice(3),
  ).toEqual([
    ['121', 'Modernisation of agricultural holdings with regard to energy saving and to all of the zones that are vulnerable', 'Agency'],
    ['125', 'Infrastructure of forestry', 'State'],
  ]);
});

test('a last column of long entries in small letters is no running text beside the figures', () => {
  const rows = [
    ['name', 'size', 'comments'],
    ['STATE', '3', 'controller state and the command it had'],
    ['IBUF', '16', 'input buffer from the multiplexer cards'],
    ['OBUF', '16', 'output buffer to the multiplexer device'],
    ['CMD', '8', 'command code and parameter of the call'],
    ['PORT', '8', 'number of the port for the last command'],
    ['KEY', '8', 'key of the port that the command was for'],
    ['LEN', '16', 'transfer length of the last command run'],
  ];
  expect(tablesIn(rows.map(([name = '', size = '', comment = '']) => name.padEnd(12) + size.padEnd(8) + comment).join('\n'))).toEqual([rows]);
});

test('a year at the head of a wrapped line makes no row of it', () => {
  expect(
    tablesIn(`
──────────────────────────────────────────────────────────
Country    Legal basis             Inspection        Staff
──────────────────────────────────────────────────────────
Finland    Personal Data Act       Ombudsman            21
Ireland    Data Acts of 1988 and   Officers may         22
           2003                    enter premises
Portugal   Law on Data             Yes                  19
──────────────────────────────────────────────────────────`)[0]?.slice(1),
  ).toEqual([
    ['Finland', 'Personal Data Act', 'Ombudsman', '21'],
    ['Ireland', 'Data Acts of 1988 and 2003', 'Officers may enter premises', '22'],
    ['Portugal', 'Law on Data', 'Yes', '19'],
  ]);
});

test('a caption whose number stands apart from its title is no row', () => {
  expect(
    tablesIn(`
Table 7.     Selectivity trials
Mesh         Hauls    Fish
Wide             4     120
Narrow           6     141
Square           5     133
Round            7     128`),
  ).toEqual([
    [
      ['Mesh', 'Hauls', 'Fish'],
      ['Wide', '4', '120'],
      ['Narrow', '6', '141'],
      ['Square', '5', '133'],
      ['Round', '7', '128'],
    ],
  ]);
});

test('the groups of a telephone number are one text, and so are a day and its year', () => {
  /** Words with spaces of 0.28 em between them. */
  const set = (words: readonly string[], x: number, y: number) => {
    let at = x;
    return words.flatMap((word) => {
      const glyphs = drawText(word, at, y);
      at += 5 * word.length + 2.8;
      return glyphs;
    });
  };
  const dates = ['6', '7', '8'].map((day) => ['June', `${day},`, '2006']);
  const glyphs = dates.flatMap((date, i) => [
    ...set([`Unit${i}`], 50, 50 + 12 * i),
    ...set(date, 120, 50 + 12 * i),
    ...set(['+32', '2', '295', '11', `2${i}`], 220, 50 + 12 * i),
  ]);
  expect(tablesOn(pageOf({ glyphs }))[0]?.[0]).toEqual(['Unit0', 'June 6, 2006', '+32 2 295 11 20']);
});

test('text beside a table is told by its own measure, not by that of the paragraph above it', () => {
  const wide = drawParts(
    `
Some of the losses went on for the whole of the summer, as was told in the part of the report on roads
and on bridges in the north, and in the letters that were sent to the office by all of the members in
the course of the year.`,
    50,
    50,
  );
  const below = drawParts(
    `
The committee met twice in the course
of the year and agreed on the terms of     Risk-factor        Per-cent
the report which was sent to all of       Blood-pressure         33.5
its members. It was then read by both     Cholesterol            16.2
of the houses and returned with a few     Smoking                20.6
remarks to the office that had drawn       Weight                 34.1
it up.`,
    50,
    50 + 3 * 12 + 7,
  );
  expect(tablesOn(pageOf({ glyphs: [...wide.glyphs, ...below.glyphs] }))).toEqual([
    [
      ['Risk-factor', 'Per-cent'],
      ['Blood-pressure', '33.5'],
      ['Cholesterol', '16.2'],
      ['Smoking', '20.6'],
      ['Weight', '34.1'],
    ],
  ]);
});

test('nor is it where rows stand apart and few of them wrap', () => {
  expect(
    tablesIn(`
No       Description of the measure                Body
111      Vocational training                       Ministry

112      Setting up of young farmers               Agency

121      Modernisation of agricultural holdings    Agency
         with regard to energy saving and to all
         of the zones that are vulnerable

125      Infrastructure of forestry                State

126      Flood prevention                          State`)[0]?.slice(3, 5),
  ).toEqual([
    ['121', 'Modernisation of agricultural holdings with regard to energy saving and to all of the zones that are vulnerable', 'Agency'],
    ['125', 'Infrastructure of forestry', 'State'],
  ]);
});

test('a label of several lines that ends with a word after which a text goes on is not whole, though it left room', () => {
  const labels = (third: string): (string | null)[] =>
    (
      tablesIn(`
Program                         1990     2000
Medicare                         109      219
Food and nutrition in all
  assistance, with that
  made ${third}
  Puerto Rico                     24       32
Pensions                          14       33`)[0] ?? []
    ).map((row) => row[0] ?? null);
  expect(labels('for')).toEqual(['Program', 'Medicare', 'Food and nutrition in all assistance, with that made for Puerto Rico', 'Pensions']);
  expect(labels('there')).toEqual(['Program', 'Medicare', 'Food and nutrition in all assistance, with that made there', 'Puerto Rico', 'Pensions']);
});
