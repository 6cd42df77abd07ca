import { describe, expect, it } from 'vitest';
import { DRAWN, horizontalSide, OPEN, rasterise } from './grid.js';
import type { Segment } from './rulings.js';

const line = (axis: 'h' | 'v', at: number, from: number, to: number): Segment => ({ axis, at, from, to, drawn: true });

/** The upper side of a cell `length` points wide, drawn for its first `drawn` points. */
function side(length: number, drawn: number): number {
  const grid = rasterise([line('v', 0, 0, 50), line('v', length, 0, 50), line('h', 0, 0, drawn), line('h', 50, 0, length)]);
  return grid === undefined ? OPEN : horizontalSide(grid, 0, 0);
}

describe('the side of a cell', () => {
  it('is closed by a ruling along nearly all of it', () => {
    expect([side(100, 90), side(100, 70)]).toEqual([DRAWN, OPEN]);
  });

  it('is closed where the ruling leaves no room for a character', () => {
    expect([side(10, 7.5), side(10, 6.2)]).toEqual([DRAWN, OPEN]);
  });

  it('is not closed where most of a short one is open', () => {
    expect([side(6, 4.2), side(6, 3.2)]).toEqual([DRAWN, OPEN]);
  });
});

describe('a raster', () => {
  const squares = (count: number): Segment[] =>
    (['h', 'v'] as const).flatMap((axis) => Array.from({ length: count + 1 }, (_, i) => line(axis, 10 * i, 0, 10 * count)));

  it('of some ten thousand squares is a table, of far more a map or a bitmap', () => {
    expect([rasterise(squares(220)) === undefined, rasterise(squares(270)) === undefined]).toEqual([false, true]);
  });
});
