import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { type Along, isAutomaticSpace, isSqueezedSpace, measureSetting, PLAIN_SETTING, type Setting, spacesBefore } from './spaces.js';
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

  it('sees the space in brackets that enclose nothing else, where no unused half of theirs can be, and none between two pairs', () => {
    expect(read(spaced('アンケートの（', 5, '）内の値'))).toBe('アンケートの（ ）内の値');
    expect(read(spaced('アンケートの（', 1.5, '）内の値'))).toBe('アンケートの（）内の値');
    expect(read(spaced('アンケート（注）', 5, '（再掲）の値'))).toBe('アンケート（注）（再掲）の値');
  });

  it('sees no space after punctuation that a program set loose', () => {
    expect(read(spaced('検討し、', 4, '実施する。', 4, 'また'))).toBe('検討し、実施する。また');
  });

  it('drops the space glyphs of a producer that writes one at every boundary of Latin and Japanese', () => {
    const narrow = (pieces: string[]): Glyph[] => {
      let x = 50;
      return pieces.flatMap((piece) => {
        const glyphs = drawText(piece, x, 50).map((glyph) => (glyph.text === ' ' ? { ...glyph, box: { ...glyph.box, x1: glyph.box.x0 + 2.5 } } : glyph));
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
    freeTexts(
      pageOf({
        glyphs: lines.flatMap((line, n) =>
          line.map((glyph) => ({ ...glyph, box: { ...glyph.box, top: glyph.box.top + 40 * n, bottom: glyph.box.bottom + 40 * n } })),
        ),
      }),
    );

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

/** Glyphs along a line of size 1, letters and figures half as wide as other characters; a number is a gap, in em. */
function along(...pieces: readonly (string | number)[]): Along[] {
  let x = 0;
  return pieces.flatMap((piece) => {
    if (typeof piece === 'number') {
      x += piece;
      return [];
    }
    return [...piece].map((text): Along => {
      const from = x;
      x += /[!-~ ]/u.test(text) ? 0.5 : 1;
      return { text, from, to: x, size: 1 };
    });
  });
}

const DRAWS: Setting = { ...PLAIN_SETTING, drawsSpaces: true };
const written = (setting: Setting, ...pieces: readonly (string | number)[]): string => {
  const line = along(...pieces);
  const spaces = spacesBefore(line, setting);
  return line.map(({ text }, i) => `${spaces[i] ?? ''}${text}`).join('');
};
const plain = (...pieces: readonly (string | number)[]): string => written(PLAIN_SETTING, ...pieces);

describe('how wide a gap is a space', () => {
  it('a sixth of an em between letters', () => {
    expect([plain('annual', 0.14, 'report'), plain('annual', 0.22, 'report')]).toEqual(['annualreport', 'annual report']);
  });

  it('a quarter between Japanese characters, and a full-width one from nine tenths on', () => {
    expect([0.18, 0.25, 0.7, 0.95].map((gap) => plain('令和元年度', gap, '民間事業者'))).toEqual([
      '令和元年度民間事業者',
      '令和元年度 民間事業者',
      '令和元年度 民間事業者',
      '令和元年度　民間事業者',
    ]);
  });

  it('more than the quarter that programs set, between letters and Japanese characters', () => {
    expect([plain('地域市民', 0.3, 'PR'), plain('地域市民', 0.45, 'PR')]).toEqual(['地域市民PR', '地域市民 PR']);
  });

  it('more than the empty half of punctuation, beside it', () => {
    expect([plain('検討し、', 0.6, '実施する'), plain('検討し、', 0.8, '実施する')]).toEqual(['検討し、実施する', '検討し、 実施する']);
  });

  it('an em and a half where the document draws its spaces, a third between letters', () => {
    expect([written(DRAWS, '市民', 1.3, '課長'), written(DRAWS, '市民', 1.8, '課長')]).toEqual(['市民課長', '市民　課長']);
    expect([written(DRAWS, 'annual', 0.25, 'report'), written(DRAWS, 'annual', 0.35, 'report')]).toEqual(['annualreport', 'annual report']);
  });

  it('a little over an em there in a line set solid', () => {
    expect([written(DRAWS, '令和元年度', 1, '民間事業者'), written(DRAWS, '令和元年度', 1.3, '民間事業者')]).toEqual([
      '令和元年度民間事業者',
      '令和元年度　民間事業者',
    ]);
  });

  it('a line of six solid gaps is set solid, if most of its gaps are', () => {
    expect([written(DRAWS, '市民部長', 1.3, '清水太'), written(DRAWS, '市民部長', 1.3, '清水太郎')]).toEqual(['市民部長清水太', '市民部長　清水太郎']);
    const words = (word: string, count: number): (string | number)[] => Array.from({ length: count }, (_, i) => (i === 0 ? [word] : [1.3, word])).flat();
    expect([written(DRAWS, ...words('市民', 6)), written(DRAWS, ...words('市民税', 4))]).toEqual(['市民'.repeat(6), '市民税　市民税　市民税　市民税']);
  });

  it('one that stands out among the gaps of a spread line', () => {
    const spread = (gap: number): string => plain('地', 0.15, '域', 0.15, '集', 0.15, '会', gap, '建', 0.15, '設', 0.15, '物');
    expect([spread(0.4), spread(0.5)]).toEqual(['地域集会建設物', '地域集会 建設物']);
  });

  it('none among like gaps, three at least and two in five of the line', () => {
    expect([plain('市民', 0.4, '4', 0.4, '年', 0.45, '8', 0.4, '月'), plain('市民', 0.4, '4', 0.4, '年', 0.48, '8', 0.4, '月')]).toEqual([
      '市民4年8月',
      '市民4年 8月',
    ]);
    expect([plain('市民', 0.4, '4', 0.4, '年', 0.4, '8'), plain('市民', 0.4, '4', 0.4, '年度')]).toEqual(['市民4年8', '市民 4 年度']);
    expect([plain('市民部', 0.4, '4', 0.4, '年度の', 0.4, '8'), plain('市民部長', 0.4, '4', 0.4, '年度の計', 0.4, '8')]).toEqual([
      '市民部4年度の8',
      '市民部長 4 年度の計 8',
    ]);
  });

  it('measured against the usual gap, where there are enough gaps to tell', () => {
    expect([plain('8', 0.2, '7', 0.2, '5'), plain('8', 0.2, '7', 0.2, '5', 0.2, '3', 0.2, '1')]).toEqual(['8 7 5', '87531']);
    expect(plain('R市', 0.3, '民', 0.3, '課')).toBe('R市民課');
  });
});

describe('how a document sets its text', () => {
  /** As many boundaries of figures and Japanese with this gap. */
  const boundaries = (count: number, gap: number): Along[][] => Array.from({ length: count }, () => along('8', gap, '月'));

  it('is told by eight boundaries of letters and Japanese', () => {
    expect([measureSetting(boundaries(9, 0)).gapsAtBoundaries, measureSetting(boundaries(6, 0)).gapsAtBoundaries]).toEqual([false, true]);
  });

  it('is told where nearly all of them are alike', () => {
    const mixed = (solid: number): boolean => measureSetting([...boundaries(solid, 0), ...boundaries(20 - solid, 0.25)]).gapsAtBoundaries;
    expect([mixed(19), mixed(16)]).toEqual([false, true]);
  });

  it('counts a boundary as solid with less than half of a space in it', () => {
    expect([measureSetting(boundaries(9, 0.09)).gapsAtBoundaries, measureSetting(boundaries(9, 0.15)).gapsAtBoundaries]).toEqual([false, true]);
  });

  it('draws its spaces where it draws three', () => {
    const draws = (count: number): boolean => measureSetting(Array.from({ length: count }, () => along('市 民'))).drawsSpaces;
    expect([draws(4), draws(2)]).toEqual([true, false]);
  });

  it('has a letter-spacing where fifty neighbours show it, beyond rounding', () => {
    const spacing = (count: number, gap: number): number => measureSetting(Array.from({ length: count }, () => along('市', gap, '民'))).letterSpacing;
    expect([spacing(60, 0.1) > 0, spacing(40, 0.1) > 0, spacing(60, 0.04) > 0, spacing(60, 0.025) > 0]).toEqual([true, false, true, false]);
  });
});

describe('a space glyph between figures and Japanese', () => {
  const narrow = (wide: number, room: number) => {
    const at = (text: string, from: number, to: number): Along => ({ text, from, to, size: 1 });
    return [at('8', 0, 0.5), at(' ', 0.5, 0.5 + wide), at('月', 0.5 + room, 1.5 + room)] as const;
  };

  it('is the program’s own where the room is about a quarter em', () => {
    expect([isAutomaticSpace(...narrow(0.25, 0.3)), isAutomaticSpace(...narrow(0.25, 0.4))]).toEqual([true, false]);
  });

  it('fills the program’s own gap where it has less room than it is wide', () => {
    expect([isSqueezedSpace(...narrow(0.3, 0.255)), isSqueezedSpace(...narrow(0.3, 0.285))]).toEqual([true, false]);
  });
});
