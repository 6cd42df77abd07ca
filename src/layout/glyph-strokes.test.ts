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
