import { describe, expect, it } from 'vitest';
import { joinRulings } from './rulings.js';
import { drawRuling } from './test-draw.js';

/** How many lines two pieces make: the second begins `gap` points after the first, `aside` points below it. */
const lines = (length: number, gap: number, aside = 0): number =>
  joinRulings([drawRuling('h', 100, 0, length), drawRuling('h', 100 + aside, length + gap, 2 * length + gap)]).length;

describe('pieces of a line', () => {
  it('lie a point at most across it from each other', () => {
    expect([lines(40, 0, 0.8), lines(40, 0, 1.3)]).toEqual([1, 2]);
  });

  it('have no room for a character between them', () => {
    expect([lines(40, 2.5), lines(40, 4)]).toEqual([1, 2]);
  });

  it('that are dashes stand up to one and a half times their length apart', () => {
    expect([lines(10, 12), lines(10, 20)]).toEqual([1, 2]);
  });

  it('are dashes only where they are short', () => {
    expect([lines(10, 12), lines(15, 12)]).toEqual([1, 2]);
  });

  it('make no line where they are shorter than a character is wide', () => {
    expect([2.5, 4].map((to) => joinRulings([drawRuling('h', 100, 0, to)]).length)).toEqual([0, 1]);
  });
});
