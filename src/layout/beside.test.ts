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
      drawText('○', 105, 65), drawText('達成', 120, 65),
      drawText('●', 160, 65), drawText('おおむね', 175, 60), drawText('達成', 175, 71),
      drawText('○', 250, 65), drawText('達成までは', 265, 60), drawText('困難', 265, 71),
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
