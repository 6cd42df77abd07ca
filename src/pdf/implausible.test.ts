import { expect, test } from 'vitest';
import type { Glyph } from '../model/page.js';
import { drawGlyph, drawText, pageOf } from '../layout/test-draw.js';
import { markImplausible } from './implausible.js';

const wide = (text: string, x: number) => ({ ...drawGlyph(text, x, 50), box: { x0: x, top: 50, x1: x + 10, bottom: 60 } });
const texts = (glyphs: readonly Glyph[]): string =>
  markImplausible([pageOf({ glyphs })])
    .flatMap((page) => page.glyphs.map(({ text }) => text))
    .join('');

test('a sign as wide as a kanji is unreadable in a font whose digits are half as wide', () => {
  expect(
    texts([
      ...drawText('2022', 10, 50),
      ...drawText('需要', 50, 50),
      wide('~', 70),
      ...drawText('変化', 80, 50),
      ...['²', 'º', '¸'].map((text, i) => wide(text, 100 + 10 * i)),
    ]),
  ).toBe('2022需要\uFFFD変化\uFFFD\uFFFD\uFFFD');
});

test('a font that sets all its Latin full width means it', () => {
  expect(texts([wide('A', 10), wide('1', 20), wide('+', 30)])).toBe('A1+');
});

test('full-width digits that the font calls by their narrow names stay', () => {
  expect(texts([...drawText('2022', 10, 50), wide('1', 50), wide('2', 60), wide('+', 70)])).toBe('202212+');
});

test('letters that are wide in any font stay', () => {
  expect(texts([...drawText('2022', 10, 50), wide('W', 50), wide('%', 60)])).toBe('2022W%');
});

test('signs that Japanese fonts set full width stay: ×, ±', () => {
  expect(texts([...drawText('2022', 10, 50), wide('×', 50), wide('±', 60), ...drawText('年', 70, 50)])).toBe('2022×±年');
});
