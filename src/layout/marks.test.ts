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

describe('a character drawn twice', () => {
  const kept = (dx: number, width = 10, size = 10): number => {
    const first = { ...drawGlyph('市', 50, 50), box: { x0: 50, top: 50, x1: 50 + width, bottom: 60 } };
    const again = { ...drawGlyph('市', 50 + dx, 50, { size }), box: { x0: 50 + dx, top: 50, x1: 50 + dx + width, bottom: 60 } };
    return markGlyphs(pageOf({ glyphs: [first, again] })).glyphs.length;
  };

  it('is set off by less than a third of its em', () => {
    expect([kept(2.5), kept(4)]).toEqual([1, 2]);
  });

  it('lies over half of itself at least', () => {
    expect([kept(1.5, 5), kept(2.5, 4)]).toEqual([1, 2]);
  });

  it('has one size, give or take a rounding', () => {
    expect([kept(1, 10, 10.4), kept(1, 10, 10.7)]).toEqual([1, 2]);
  });
});
