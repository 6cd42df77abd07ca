import { expect, test } from 'vitest';
import { drawParts, drawText, pageOf } from '../test-draw.js';
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
  ).toEqual([[['mode', 'size', 'meaning'], ['RED', '3', 'first'], ['BLUE', '4', 'second'], ['GREEN', '5', 'third']], table]);
});
