import { expect, test } from 'vitest';
import type { Ruling } from '../model/page.js';
import { joinDashes } from './dashes.js';

function piece(from: number, to: number, more: Partial<Ruling> = {}): Ruling {
  return { axis: 'h', at: 10, from, to, width: 0.5, color: '#000000', dashed: false, source: 'stroke', order: 1, ...more };
}

test('dash, dot, dash becomes one line', () => {
  const pieces = [0, 1, 2, 3].flatMap((i) => [piece(12 * i, 12 * i + 6), piece(12 * i + 8, 12 * i + 10)]);
  expect(joinDashes(pieces)).toEqual([piece(0, 46, { dashed: true })]);
});

test('two pieces are no pattern', () => {
  const pieces = [piece(0, 6), piece(9, 15)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('short rulings at uneven distances stay apart', () => {
  const pieces = [piece(0, 6), piece(8, 14), piece(18, 24), piece(25, 31)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('rulings that touch are not dashes', () => {
  const pieces = [piece(0, 6), piece(6, 12), piece(12, 18)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('long rulings with gaps, the top borders of boxes in a row, stay apart', () => {
  const pieces = [piece(0, 20), piece(23, 43), piece(46, 66)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('dots at a corner serve the row and the column', () => {
  const dot = (x: number, y: number): Ruling => piece(x - 0.5, x + 0.5, { at: y, width: 1 });
  const row = [0, 1, 2, 3, 4, 5].map((i) => dot(3 * i, 0));
  const column = [1, 2, 3, 4, 5].map((i) => dot(0, 3 * i));
  const joined = joinDashes([...row, ...column]);
  expect(joined.map((r) => [r.axis, r.at, r.from, r.to])).toEqual([
    ['h', 0, -0.5, 15.5],
    ['v', 0, -0.5, 15.5],
  ]);
});

test('dashes of two lines 2 points apart make two lines', () => {
  const line = (at: number): Ruling[] => [0, 1, 2, 3].map((i) => piece(5 * i, 5 * i + 3, { at }));
  expect(joinDashes([...line(10), ...line(12)]).map((r) => [r.at, r.from, r.to])).toEqual([[10, 0, 18], [12, 0, 18]]);
});

test('a dotted line painted twice, dot on dot, is one line', () => {
  const dots = [0, 1, 2, 3, 4].map((i) => piece(2 * i, 2 * i + 1));
  const again = dots.map((dot) => ({ ...dot, order: 2 }));
  expect(joinDashes([...dots, ...again]).map((r) => [r.at, r.from, r.to])).toEqual([[10, 0, 9]]);
});
