import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { across, cover, down, gaps, hull, meet, shared, type Span, union } from './intervals.js';

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(span, { maxLength: 12 });

/** The whole steps that spans cover: a stretch of integers is the sum of its steps. */
const steps = (all: readonly Span[]): number[] => Array.from({ length: 100 }, (_, at) => at).filter((at) => all.some(({ from, to }) => from <= at && at < to));
const isOrderly = (all: readonly Span[]): boolean => all.every(({ from, to }, i) => to > from && from > (all[i - 1]?.to ?? -Infinity));
const holds = (property: (a: readonly Span[], b: readonly Span[], whole: Span) => void): void => fc.assert(fc.property(spans, spans, span, property));

describe('spans of an axis', () => {
  it('cover together what each of them covers', () => {
    holds((all) => {
      expect(steps(union(all))).toEqual(steps(all));
      expect(isOrderly(union(all))).toBe(true);
    });
  });

  it('are one where no more than the slack lies between', () => {
    expect([
      union(
        [
          { from: 6, to: 9 },
          { from: 0, to: 3 },
        ],
        3,
      ),
      union(
        [
          { from: 6, to: 9 },
          { from: 0, to: 3 },
        ],
        2,
      ).length,
    ]).toEqual([[{ from: 0, to: 9 }], 2]);
    holds((all) => {
      expect(union(all, 4).every(({ from }, i, joined) => from - (joined[i - 1]?.to ?? -Infinity) > 4)).toBe(true);
    });
  });

  it('leave of a stretch what none of them covers', () => {
    holds((all, _, whole) => {
      expect(steps(gaps(all, whole))).toEqual(steps([whole]).filter((at) => !steps(all).includes(at)));
      expect(isOrderly(gaps(all, whole))).toBe(true);
    });
  });

  it('have in common what both lists cover', () => {
    holds((a, b) => {
      expect(steps(meet(union(a), union(b)))).toEqual(steps(a).filter((at) => steps(b).includes(at)));
      expect(isOrderly(meet(union(a), union(b)))).toBe(true);
    });
  });

  it('cover a share of a stretch, twice no more than once', () => {
    holds((all, _, whole) => {
      const length = whole.to - whole.from;
      expect(cover(all, whole) * length).toBeCloseTo(steps([whole]).filter((at) => steps(all).includes(at)).length);
      expect(cover([...all, ...all], whole)).toBe(cover(all, whole));
    });
  });

  it('share what lies in both, and stretch from the first to the last', () => {
    holds((all, _, whole) => {
      for (const one of all) expect(shared(one, whole)).toBe(steps([one]).filter((at) => steps([whole]).includes(at)).length);
      expect(all.length === 0 ? hull(all) : [hull(all).from, hull(all).to]).toEqual(
        all.length === 0 ? { from: Infinity, to: -Infinity } : [Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ to }) => to))],
      );
    });
  });

  it('are what a box takes of the page’s width and height', () => {
    const box = { x0: 1, x1: 5, top: 2, bottom: 9 };
    expect([across(box), down(box)]).toEqual([
      { from: 1, to: 5 },
      { from: 2, to: 9 },
    ]);
  });
});
