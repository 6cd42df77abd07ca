import { expect, test } from 'vitest';
import { findCrossings } from './components.js';
import type { Segment } from './rulings.js';

const lattice = (count: number): Segment[] =>
  (['h', 'v'] as const).flatMap((axis) => Array.from({ length: count }, (_, i): Segment => ({ axis, at: 10 * i, from: 0, to: 10 * count, drawn: true })));

test('the rulings of a table of 300 rows and columns cross; more are hatching, which parts nothing', () => {
  expect([findCrossings(lattice(300)).length, findCrossings(lattice(400)).length]).toEqual([90_000, 0]);
});

test('rulings meet where no character fits between them', () => {
  const apart = (gap: number): number =>
    findCrossings([
      { axis: 'h', at: 50, from: 0, to: 100, drawn: true },
      { axis: 'v', at: 20, from: 50 + gap, to: 100, drawn: true },
    ]).length;
  expect([apart(2.5), apart(4)]).toEqual([1, 0]);
});
