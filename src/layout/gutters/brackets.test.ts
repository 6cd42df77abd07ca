import { expect, test } from 'vitest';
import { drawRuling, drawText, pageOf } from '../test-draw.js';
import { rowsAt } from './test-lines.js';
import { tablesOn } from './test-tables.js';

const FIGURES = rowsAt(
  [0, 5, 10],
  [
    ['0.90', '0.08', '0.02'],
    ['0.15', '0.80', '0.05'],
    ['0.00', '0.12', '0.88'],
  ],
);
/** A bracket at x from y 46 on; its foot of so many em to the right (or left, where less than 0). */
const bracket = (x: number, foot: number, bottom = 92, lift = 0) => [
  drawRuling('v', x, 46, bottom),
  ...[46 - 10 * lift, bottom + 10 * lift].map((y) => drawRuling('h', y, Math.min(x, x + 10 * foot), Math.max(x, x + 10 * foot))),
];
const tables = (rulings: ReturnType<typeof drawRuling>[], glyphs = FIGURES): number => (tablesOn(pageOf({ glyphs, rulings })).length > 0 ? 1 : 0);

test('figures between brackets turned towards each other are no table', () => {
  expect([tables([]), tables([...bracket(44, 0.5), ...bracket(176, -0.5)]), tables([...bracket(44, -0.5), ...bracket(176, 0.5)])]).toEqual([1, 0, 1]);
});

test('the feet of brackets are short and stand at their ends', () => {
  expect([0.7, 1].map((foot) => tables([...bracket(44, foot), ...bracket(176, -foot)]))).toEqual([0, 1]);
  expect([0.2, 0.35].map((lift) => tables([...bracket(44, 0.5, 92, lift), ...bracket(176, -0.5, 92, lift)]))).toEqual([0, 1]);
});

test('partners are as high as each other', () => {
  expect([94, 97].map((bottom) => tables([...bracket(44, 0.5), ...bracket(176, -0.5, bottom)]))).toEqual([0, 1]);
});

test('a fifth of the figures may stand outside', () => {
  const more = (count: number) => [...FIGURES, ...['0.1', '0.2', '0.3'].slice(0, count).flatMap((text, i) => drawText(text, 200, 50 + 14 * i))];
  expect([2, 3].map((count) => tables([...bracket(44, 0.5), ...bracket(176, -0.5)], more(count)))).toEqual([0, 1]);
});

test('brackets set from pieces are brackets', () => {
  const pieces = (left: readonly string[]) => left.flatMap((text, i) => drawText(text, 40, 50 + 14 * i));
  expect([tables([], [...pieces(['⎡', '⎢', '⎣']), ...FIGURES]), tables([], [...pieces(['⎡', 'a', 'b']), ...FIGURES])]).toEqual([0, 1]);
});
