import { expect, test } from 'vitest';
import { tablesIn } from './test-tables.js';

test('a header with drawn cells and the body without rulings below it are one table', () => {
  expect(
    tablesIn(`
┌─────────────┬──────────┬──────────┐
│ Food-group  │ Children │  Adults  │
└─────────────┴──────────┴──────────┘
  Grains             6         7–8
  Vegetables         3         4–5
  Fruits             2         3–5`),
  ).toEqual([
    [
      ['Food-group', 'Children', 'Adults'],
      ['Grains', '6', '7–8'],
      ['Vegetables', '3', '4–5'],
      ['Fruits', '2', '3–5'],
    ],
  ]);
});

test('a ruled table with figures of its own heads nothing', () => {
  expect(
    tablesIn(`
┌─────────────┬──────────┬──────────┐
│ Total       │      312 │      417 │
└─────────────┴──────────┴──────────┘
  Grains             6         7–8
  Vegetables         3         4–5
  Fruits             2         3–5`),
  ).toHaveLength(2);
});
