import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { drawText, pageOf } from './test-draw.js';
import { freeTexts } from './test-read.js';

const read = (...glyphs: Glyph[][]): string[] => freeTexts(pageOf({ glyphs: glyphs.flat() }));
/** Pieces of text on one line, a number is a gap in em. */
const onLine = (...pieces: readonly (string | number)[]): number => {
  let x = 50;
  const glyphs = pieces.map((piece): Glyph[] => {
    if (typeof piece === 'number') {
      x += 10 * piece;
      return [];
    }
    const drawn = drawText(piece, x, 50);
    x = drawn.at(-1)?.box.x1 ?? x;
    return drawn;
  });
  return read(...glyphs).length;
};

describe('a line of free text', () => {
  it('ends at a gap of two and a half em', () => {
    expect([onLine('計画の進捗状況', 2.2, '令和'), onLine('計画の進捗状況', 2.8, '令和')]).toEqual([1, 2]);
  });

  it('goes on where all of its characters are spread about as far', () => {
    expect([onLine('目', 3, '標', 3, '管', 4, '理'), onLine('目', 3, '標', 3, '管', 5.5, '理')]).toEqual([1, 2]);
  });
});

describe('text in two columns', () => {
  /** Rows of two texts each; the gutter that all of them leave is this wide, in em, though each row leaves more. */
  const rows = (count: number, gutter: number): string => {
    const glyphs = Array.from({ length: count }, (_, i) => {
      const left = i % 2 === 0 ? 150 : 130;
      const right = 150 + 10 * gutter + (i % 2 === 0 ? 20 : 0);
      return [...drawText('左の', left - 20, 50 + 14 * i), ...drawText('右のの', right, 50 + 14 * i)];
    });
    return read(...glyphs)
      .join('')
      .replaceAll('の', '');
  };

  it('is read column by column where a gutter of an em and a half runs through', () => {
    expect([rows(4, 1.7), rows(4, 1.2)]).toEqual(['左左左左右右右右', '左右左右左右左右']);
  });

  it('has three rows at least', () => {
    expect([rows(3, 3), rows(2, 3)]).toEqual(['左左左右右右', '左右左右']);
  });
});
