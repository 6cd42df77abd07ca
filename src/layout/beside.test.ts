import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { drawBox, drawRuling, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';

/** A label beside a cell 300 pt wide and 40 pt high from (100, 50), with this text in it. */
const read = (...glyphs: Glyph[][]): (string | null)[][] =>
  gridOf(
    pageOf({
      glyphs: [...drawText('評価', 60, 65), ...glyphs.flat()],
      rulings: [...drawBox({ x0: 50, top: 50, x1: 400, bottom: 90 }), drawRuling('v', 100, 50, 90)],
    }),
  );

describe('blocks beside each other in a cell', () => {
  it('reads an option of two lines beside its mark before the next option', () => {
    const grid = read(
      drawText('○', 105, 65),
      drawText('達成', 120, 65),
      drawText('●', 160, 65),
      drawText('おおむね', 175, 60),
      drawText('達成', 175, 71),
      drawText('○', 250, 65),
      drawText('達成までは', 265, 60),
      drawText('困難', 265, 71),
    );
    expect(grid).toEqual([['評価', '○ 達成　● おおむね達成　○ 達成までは困難']]);
  });

  it('reads a small note of two lines after the line that it stands beside', () => {
    const grid = read(drawText('先行地域の創出', 105, 65), drawText('【実施期間】', 250, 62, { size: 7 }), drawText('令和５年度', 250, 71, { size: 7 }));
    expect(grid).toEqual([['評価', '先行地域の創出\n【実施期間】\n令和５年度']]);
  });

  it('reads columns whose lines stand on the same baselines line by line', () => {
    const grid = read(drawText('横浜市', 105, 57), drawText('六事務所', 200, 57), drawText('大阪市', 105, 71), drawText('四事務所', 200, 71));
    expect(grid).toEqual([['評価', '横浜市　六事務所\n大阪市　四事務所']]);
  });
});

describe('how far apart they stand', () => {
  /** A line beside two, after `gap` points of white, its middle `lower` points below that of the first. */
  const order = (gap: number, lower: number, second = 68): string | null | undefined =>
    read(drawText('先行地域', 105, 57 + lower), drawText('実施期間', 145 + gap, 57), drawText('令和５年', 145 + gap, second))[0]?.[1];

  it('white of a third of an em parts them', () => {
    expect([order(3.5, 5.5), order(2.5, 5.5)].map((text) => text?.startsWith('先行地域\n実施期間'))).toEqual([true, false]);
  });

  it('the line keeps clear of the middles of both others by a fifth of its height', () => {
    expect([order(30, 2.5, 67), order(30, 1.5, 67)].map((text) => text?.startsWith('先行地域\n実施期間'))).toEqual([true, false]);
  });

  it('a mark stands within an em and a half of what it marks, and is three characters at most', () => {
    const marked = (mark: string, gap: number): string | null | undefined => {
      const end = 105 + drawText(mark, 0, 0).reduce((sum, { box }) => sum + box.x1 - box.x0, 0);
      return read(drawText(mark, 105, 65), drawText('おおむね', end + gap, 60), drawText('達成', end + gap, 71))[0]?.[1];
    };
    expect([marked('○', 13)?.includes('\n'), marked('○', 18)?.includes('\n')]).toEqual([false, true]);
    expect([marked('(1)', 8)?.includes('\n'), marked('(12)', 8)?.includes('\n')]).toEqual([false, true]);
  });
});
