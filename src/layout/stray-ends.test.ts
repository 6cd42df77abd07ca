import { describe, expect, it } from 'vitest';
import type { Segment } from './rulings.js';
import { meetStrayEnds } from './stray-ends.js';
import { drawParts, drawRuling, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';

describe('rulings that stop short', () => {
  const art = `
│ 甲 │ 乙 │ 丙 │
└────┴────┴────┘`;

  it('leaves the rest of a box below the rule under the running head as wide as it is', () => {
    const { glyphs, rulings } = drawParts(art, 150, 50);
    const top = Math.min(...rulings.filter(({ axis }) => axis === 'v').map(({ from }) => from));
    const title = drawText('官報', 60, 30);
    const beside = drawText('本文', 60, top + 2);
    const page = pageOf({ glyphs: [...title, ...glyphs, ...beside], rulings: [...rulings, drawRuling('h', top - 4, 50, 400)] });
    expect(gridOf(page)).toEqual([['甲', '乙', '丙']]);
  });

  it('meets the lower rule of its header', () => {
    const { glyphs, rulings } = drawParts(art, 150, 50);
    const verticals = rulings.filter(({ axis }) => axis === 'v');
    const top = Math.min(...verticals.map(({ from }) => from));
    const [x0, x1] = [Math.min(...verticals.map(({ at }) => at)), Math.max(...verticals.map(({ at }) => at))];
    const header = drawParts(
      `
┌──────────────┐
│     件名     │
└──────────────┘`,
      150,
      50 - 3 * 12,
    ).glyphs;
    const rule = (at: number) => drawRuling('h', at, x0, x1);
    const sides = [x0, x1].map((at) => drawRuling('v', at, top - 24, top - 4));
    const page = pageOf({ glyphs: [...header, ...glyphs], rulings: [...rulings, rule(top - 24), rule(top - 4), ...sides] });
    expect(gridOf(page)).toEqual([
      ['件名', null, null],
      ['甲', '乙', '丙'],
    ]);
  });
});

describe('a side that begins below the top of its box', () => {
  /** Where the left side begins after all, drawn from `short` points below the top at 50. */
  const start = (short: number): number | undefined => {
    const rule = (axis: 'h' | 'v', at: number, from: number, to: number): Segment => ({ axis, at, from, to, drawn: true });
    return meetStrayEnds([rule('h', 50, 0, 100), rule('h', 120, 0, 100), rule('v', 0, 50 + short, 120), rule('v', 100, 50, 120)])[2]?.from;
  };

  it('is drawn on to the top over less than a line of text', () => {
    expect([start(8), start(11)]).toEqual([50, 61]);
  });
});
