import { expect, test } from 'vitest';
import { drawGlyph, drawText, pageOf } from './test-draw.js';
import { freeTexts } from './test-read.js';

/** 市民 and 課 with a space glyph of this width between them, of which 課 covers a part. */
const read = (width: number, covered = 0): string | undefined => {
  const space = { ...drawGlyph(' ', 70, 50), box: { x0: 70, x1: 70 + width, top: 50, bottom: 60 } };
  return freeTexts(pageOf({ glyphs: [...drawText('市民', 50, 50), space, ...drawText('課', 70 + width * (1 - covered), 50)] }))[0];
};

test('a space glyph that other glyphs cover for the most part is not seen', () => {
  expect([read(3, 0.5), read(3, 0.7)]).toEqual(['市民 課', '市民課']);
});

test('a space glyph as thin as a hair is not seen', () => {
  expect([read(0.4), read(0.7)]).toEqual(['市民課', '市民 課']);
});
