import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { drawText, pageOf } from './test-draw.js';
import { freeTexts } from './test-read.js';

const read = (glyphs: readonly Glyph[]): string | undefined => freeTexts(pageOf({ glyphs }))[0];

/** Pieces of text with a gap (points) before each. */
function spaced(...pieces: (string | number)[]): Glyph[] {
  let x = 50;
  return pieces.flatMap((piece) => {
    if (typeof piece === 'number') {
      x += piece;
      return [];
    }
    const glyphs = drawText(piece, x, 50);
    x = glyphs[glyphs.length - 1]?.box.x1 ?? x;
    return glyphs;
  });
}

describe('spaces', () => {
  it('keeps the spaces that the author typed', () => {
    expect(read(drawText('令和元年度 民間事業者', 50, 50))).toBe('令和元年度 民間事業者');
    expect(read(drawText('部長　清水', 50, 50))).toBe('部長　清水');
  });

  it('drops spaces at both ends of a line', () => {
    expect(read(drawText('　●動画編集 ', 50, 50))).toBe('●動画編集');
  });

  it('reads a no-break space as a space', () => {
    expect(read(drawText('人と人\u00a0人とみどり', 50, 50))).toBe('人と人 人とみどり');
  });

  it('drops a space glyph that other glyphs cover', () => {
    const glyphs = [...drawText('市民', 50, 50), ...drawText(' ', 65, 50), ...drawText('課', 70, 50)];
    expect(read(glyphs)).toBe('市民課');
  });

  it('reads a gap between Latin words as a space', () => {
    expect(read(spaced('annual', 2.8, 'report'))).toBe('annual report');
  });

  it('reads the gaps between words though leader dots that stand further apart follow', () => {
    const leader = Array.from({ length: 20 }, (): (string | number)[] => ['.', 3]).flat();
    expect(read(spaced('net', 2.8, 'income', 3, ...leader, '12'))).toBe(`net income ${'.'.repeat(20)} 12`);
  });

  it('reads a gap that stands out among Japanese characters as a space', () => {
    expect(read(spaced('令和元年度', 5, '民間事業者'))).toBe('令和元年度 民間事業者');
    expect(read(spaced('市民部', 10, '市民課'))).toBe('市民部　市民課');
  });

  it('sees no space in the quarter em between Latin and Japanese', () => {
    expect(read(spaced('令和', 2.5, '4', 2.5, '年度の', 2.5, 'PR', 2.5, '事業'))).toBe('令和4年度のPR事業');
  });

  it('sees no spaces in spread characters', () => {
    expect(read(drawText('目標管理', 50, 50, { gap: 14 }))).toBe('目標管理');
    expect(read(drawText('評価', 50, 50, { gap: 20 }))).toBe('評価');
  });

  it('sees no spaces in a justified line', () => {
    expect(read(drawText('地域の集会所を建設する', 50, 50, { gap: 2.4 }))).toBe('地域の集会所を建設する');
  });

  it('sees a space in a justified line where the gap is wider still', () => {
    const left = drawText('地域の集会', 50, 50, { gap: 1.5 });
    const right = drawText('所を建設す', 50 + 5 * 11.5 + 5, 50, { gap: 1.5 });
    expect(read([...left, ...right])).toBe('地域の集会 所を建設す');
  });

  it('sees no space after punctuation that a program set loose', () => {
    expect(read(spaced('検討し、', 4, '実施する。', 4, 'また'))).toBe('検討し、実施する。また');
  });

  it('drops the space glyphs of a producer that writes one at every boundary of Latin and Japanese', () => {
    const narrow = (pieces: string[]): Glyph[] => {
      let x = 50;
      return pieces.flatMap((piece) => {
        const glyphs = drawText(piece, x, 50).map((glyph) =>
          glyph.text === ' ' ? { ...glyph, box: { ...glyph.box, x1: glyph.box.x0 + 2.5 } } : glyph,
        );
        x = glyphs[glyphs.length - 1]?.box.x1 ?? x;
        return glyphs;
      });
    };
    const every = narrow(['令和', ' ', '4', ' ', '年', ' ', '3', ' ', '月に', ' ', '12', ' ', '人と', ' ', '8', ' ', '組']);
    expect(read(every)).toBe('令和4年3月に12人と8組');
    const once = narrow(['令和', ' ', '4', '年', '3', '月に', '12', '人と', '8', '組の', '5', '人']);
    expect(read(once)).toBe('令和 4年3月に12人と8組の5人');
  });

  it('drops a space glyph squeezed into the gap between Latin and Japanese', () => {
    const space = drawText(' ', 54.9, 50).map((glyph) => ({ ...glyph, box: { ...glyph.box, x1: 57.4 } }));
    expect(read([...drawText('4', 50, 50), ...space, ...drawText('回', 56.9, 50)])).toBe('4回');
  });

  it('sees no spaces between the few characters of a justified line', () => {
    expect(read(spaced('2022', 4, '年', 4, '度'))).toBe('2022年度');
    expect(read(spaced('①', 12, '午', 10, '前'))).toBe('①午前');
  });

  /** Lines of free text, so far apart that each is read alone. */
  const readAll = (lines: readonly (readonly Glyph[])[]): string[] =>
    freeTexts(pageOf({ glyphs: lines.flatMap((line, n) => line.map((glyph) => ({ ...glyph, box: { ...glyph.box, top: glyph.box.top + 40 * n, bottom: glyph.box.bottom + 40 * n } }))) }));

  it('keeps letter-spacing out of short numbers', () => {
    const prose = '地域の集会所を建設する計画を検討して実施する';
    const lines = [...Array.from({ length: 4 }, () => drawText(prose, 50, 50, { gap: 2 })), spaced('8', 2, '7', 2, '%')];
    expect(readAll(lines)).toEqual([prose, prose, prose, prose, '87%']);
  });

  it('takes gaps for setting where the document draws its spaces', () => {
    const typed = drawText('消防 防犯 避難 訓練', 50, 50);
    expect(readAll([typed, spaced('とも', 4.2, '100%', 4.2, 'を'), spaced('第', 5, '5', 2, '回')])).toEqual(['消防 防犯 避難 訓練', 'とも100%を', '第5回']);
  });

  it('sees the gaps of a solid line that spaces were moved over, though the document draws others', () => {
    const typed = drawText('消防 防犯 避難 訓練', 50, 50);
    expect(readAll([typed, spaced('基本財産', 14, '5,000,000円', 13, '準備金', 16, '6,863,448円')])[1]).toBe('基本財産　5,000,000円　準備金　6,863,448円');
  });

  it('sees no space in the quarter em behind a circled number', () => {
    expect(read(spaced('②', 2.6, '需要の変化'))).toBe('②需要の変化');
  });
});
