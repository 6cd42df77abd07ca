import { describe, expect, test } from 'vitest';
import { drawParts, drawText, pageOf } from '../test-draw.js';
import { markHeadings } from './headings.js';
import { toPhraseLines } from './phrases.js';
import { tablesIn, tablesOn } from './test-tables.js';

const rows = `
name        size     comments
BUF           16     buffer
CSR           16     control
INT            1     pending`;
const table = [
  ['name', 'size', 'comments'],
  ['BUF', '16', 'buffer'],
  ['CSR', '16', 'control'],
  ['INT', '1', 'pending'],
];

test('a heading set larger ends the table above it', () => {
  const { glyphs } = drawParts(rows, 60, 50);
  const heading = [...drawText('2.5', 40, 106, { size: 12 }), ...drawText('Devices', 80, 106, { size: 12 })];
  expect(tablesOn(pageOf({ glyphs: [...glyphs, ...heading, ...drawText('They are read at once.', 40, 130)] }))).toEqual([table]);
});

test('so does the number of a section with a title in a font of its own', () => {
  const { glyphs } = drawParts(rows, 60, 50);
  const heading = [...drawText('2.5.1', 40, 104, { font: 1 }), ...drawText('Devices', 80, 104, { font: 1 })];
  expect(tablesOn(pageOf({ glyphs: [...glyphs, ...heading, ...drawText('They are read at once.', 40, 126)] }))).toEqual([table]);
});

test('a line that begins left of the rows and ends with a colon speaks of the next table', () => {
  expect(
    tablesIn(`
   mode        size     meaning
   RED            3     first
   BLUE           4     second
   GREEN          5     third

The reader has these registers:

   name        size     comments
   BUF           16     buffer
   CSR           16     control
   INT            1     pending`),
  ).toEqual([
    [
      ['mode', 'size', 'meaning'],
      ['RED', '3', 'first'],
      ['BLUE', '4', 'second'],
      ['GREEN', '5', 'third'],
    ],
    table,
  ]);
});

describe('a larger line', () => {
  const isMarked = (size: number, lines = 1, last = size): boolean => {
    const heading = Array.from({ length: lines }, (_, i) => drawText('Loans to towns', 50, 70 + 16 * i, { size: i === lines - 1 ? last : size }));
    const page = [...drawText('The text before it', 50, 50), ...heading.flat(), ...drawText('The text behind it', 50, 72 + 16 * lines)];
    return markHeadings(toPhraseLines(page)).filter(({ isHeading }) => isHeading === true).length === lines;
  };

  test('is a heading from an eighth on', () => {
    expect([isMarked(11.6), isMarked(11)]).toEqual([true, false]);
  });

  test('and the next of about its size are one heading, of three lines at most', () => {
    expect([isMarked(14, 3), isMarked(14, 4)]).toEqual([true, false]);
    expect([isMarked(14, 2, 14.4), isMarked(14, 2, 14.8)]).toEqual([true, false]);
  });
});
