import { expect, test } from 'vitest';
import { findRuns } from './runs.js';
import { drawGlyph } from './test-draw.js';

const runs = (gap: number, size = 10): number => findRuns([drawGlyph('市', 50, 50), drawGlyph('民', 60 + gap, 50, { size })]).length;

test('a run goes on over the little that rounding leaves between characters', () => {
  expect([runs(1), runs(1.5)]).toEqual([1, 2]);
});

test('a run has one size, give or take a rounding', () => {
  expect([runs(0, 10.4), runs(0, 10.7)]).toEqual([1, 2]);
});
