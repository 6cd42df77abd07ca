import { expect, test } from 'vitest';
import { withoutGlyphStrokes } from './glyph-strokes.js';
import { drawBox, drawGlyph, drawRuling, drawText } from './test-draw.js';

test('lines in both directions within one character are its strokes, not rulings', () => {
  const strokes = [...drawBox({ x0: 52, top: 51, x1: 58, bottom: 59 }), drawRuling('h', 54, 52, 58), drawRuling('h', 56, 52, 58)];
  const border = drawRuling('h', 70, 40, 200);
  expect(withoutGlyphStrokes([...strokes, border], [drawGlyph('目', 50, 50)])).toEqual([border]);
});

test('a double strike through one digit stays', () => {
  const strikes = [drawRuling('h', 54.5, 50, 55), drawRuling('h', 56, 50, 55)];
  expect(withoutGlyphStrokes(strikes, drawText('4', 50, 50))).toEqual(strikes);
});

test('the frame around a single character stays: it stands clear of it', () => {
  const frame = drawBox({ x0: 46, top: 46, x1: 64, bottom: 64 });
  expect(withoutGlyphStrokes(frame, [drawGlyph('秘', 50, 50)])).toEqual(frame);
});

/** A line down the middle of a character at (50, 50) and two across it, which reach out of its em box by `out` points. */
const crossed = (out: number) => [drawRuling('v', 55, 51, 59), ...[53, 57].map((y) => drawRuling('h', y, 50 - out, 60 + out))];

test('strokes reach a little out of the em box; lines that go on further are rulings', () => {
  const left = (out: number): number => withoutGlyphStrokes(crossed(out), [drawGlyph('干', 50, 50)]).length;
  expect([left(1.2), left(2)]).toEqual([0, 3]);
});

test('a cross of two lines over a character stays', () => {
  expect(withoutGlyphStrokes(crossed(0).slice(0, 2), [drawGlyph('口', 50, 50)])).toHaveLength(2);
});
