import { describe, expect, it } from 'vitest';
import { markGlyphs } from './marks.js';
import { drawGlyph, drawText, pageOf } from './test-draw.js';

const texts = (glyphs: readonly { text: string }[]): string => glyphs.map((glyph) => glyph.text).join('');

describe('visible glyphs', () => {
  it('counts a character that fake bold draws four times once', () => {
    const glyphs = [0, 0.2, 0.4, 0.6].flatMap((dx) => drawText('市民課', 50 + dx, 50));
    const marks = markGlyphs(pageOf({ glyphs }));
    expect(texts(marks.glyphs)).toBe('市民課');
    expect(marks.excluded).toEqual({ duplicate: 9 });
  });

  it('counts a shadow drawn below and to the right once', () => {
    const marks = markGlyphs(pageOf({ glyphs: [...drawText('12', 50, 50), ...drawText('12', 51.5, 51.5)] }));
    expect(texts(marks.glyphs)).toBe('12');
  });

  it.each(['人人', '22', '……', 'll', '。。'])('keeps the real double %s', (double) => {
    expect(texts(markGlyphs(pageOf({ glyphs: drawText(double, 50, 50) })).glyphs)).toBe(double);
  });

  it('keeps narrow letters side by side: ll set 0.22 em wide each', () => {
    const l = (x: number) => ({ ...drawGlyph('l', x, 50), box: { x0: x, top: 50, x1: x + 2.2, bottom: 60 } });
    expect(markGlyphs(pageOf({ glyphs: [l(50), l(52.2)] })).glyphs).toHaveLength(2);
  });

  it('counts hidden glyphs by reason and leaves spaces out of the count', () => {
    const glyphs = [
      ...drawText('秘', 50, 50, { hidden: 'mode' }),
      ...drawText('白白', 50, 70, { hidden: 'background' }),
      drawGlyph(' ', 90, 70, { hidden: 'mode' }),
    ];
    const marks = markGlyphs(pageOf({ glyphs }));
    expect(marks.glyphs).toHaveLength(0);
    expect(marks.excluded).toEqual({ mode: 1, background: 2 });
  });
});
