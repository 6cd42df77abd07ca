import { expect, test } from 'vitest';
import { drawRuling, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';
import { foldWideDoubles } from './wide-doubles.js';

/** A table of two rows of 20 pt, `apart` points between the lines that part them. */
const table = (apart: number, between: ReturnType<typeof drawText> = []) =>
  pageOf({
    glyphs: [...drawText('小計', 55, 55), ...drawText('12', 105, 55), ...drawText('合計', 55, 75 + apart), ...drawText('34', 105, 75 + apart), ...between],
    rulings: [...[50, 70, 70 + apart, 90 + apart].map((y) => drawRuling('h', y, 50, 150)), ...[50, 100, 150].map((x) => drawRuling('v', x, 50, 90 + apart))],
  });

test('a double ruling drawn 4.5 pt apart leaves no empty row', () => {
  expect(gridOf(table(4.5))).toEqual([
    ['小計', '12'],
    ['合計', '34'],
  ]);
});

test('lines further apart are a row, even an empty one', () => {
  expect(gridOf(table(9))).toEqual([
    ['小計', '12'],
    ['', ''],
    ['合計', '34'],
  ]);
});

test('a row of tiny print between two lines stays a row', () => {
  expect(gridOf(table(4.5, drawText('a', 60, 70.5, { size: 3.5 })))).toHaveLength(3);
});

test('the lines of a double begin and end together', () => {
  const places = (off: number): number[] =>
    foldWideDoubles(
      [
        { axis: 'h', at: 50, from: 0, to: 100, drawn: true },
        { axis: 'h', at: 55, from: off, to: 100 - off, drawn: true },
      ],
      () => false,
    ).map(({ at }) => at);
  expect([places(2.5), places(4)]).toEqual([
    [52.5, 52.5],
    [50, 55],
  ]);
});
