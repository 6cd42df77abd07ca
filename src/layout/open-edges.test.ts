import { describe, expect, it } from 'vitest';
import type { Box } from '../model/page.js';
import { closeOpenEdges } from './open-edges.js';
import type { Segment } from './rulings.js';

const line = (axis: 'h' | 'v', at: number, from: number, to: number): Segment => ({ axis, at, from, to, drawn: true });
const everywhere = (): boolean => true;
const above50 = ({ bottom }: Box): boolean => bottom <= 50;
const leftOf50 = ({ x1, top, bottom }: Box): boolean => x1 <= 50 && top < bottom;

/** A box from (0, 0) to (100, 100) with a ruling across its middle that goes on to the right by `beyond` points. */
const box = (beyond: number, columns: readonly number[] = [0, 100]): Segment[] => [
  line('h', 0, 0, 100),
  line('h', 100, 0, 100),
  line('h', 50, 0, 100 + beyond),
  ...columns.map((x) => line('v', x, 0, 100)),
];

describe('a ruling that goes on alone beyond the last one across it', () => {
  it('parts a column of its own where the column has room for text', () => {
    expect([closeOpenEdges(box(8), everywhere).length, closeOpenEdges(box(5.5), everywhere).length]).toEqual([3, 0]);
  });

  it('needs text on both of its sides, or on one where three columns show that it is a table', () => {
    expect([closeOpenEdges(box(20, [0, 50, 100]), above50).length, closeOpenEdges(box(20), above50).length]).toEqual([3, 0]);
  });

  it('needs text on one side only below two rows', () => {
    const column = [line('h', 0, 0, 100), line('h', 100, 0, 100), line('v', 0, 0, 100), line('v', 100, 0, 100), line('v', 50, 0, 130)];
    expect(closeOpenEdges(column, leftOf50)).toHaveLength(3);
  });

  it('is the stem of a cut row where the rule below goes on to both of its sides, not the bar before a heading', () => {
    const stem = (beside: number): number => closeOpenEdges([line('h', 100, 50 - beside, 50 + beside), line('v', 50, 50, 100)], leftOf50).length;
    expect([stem(12), stem(8)]).toEqual([3, 0]);
  });
});

describe('rulings that end together', () => {
  /** Two rulings across one vertical: the second ends `off` points before the first. */
  const edges = (off: number): Segment[] => closeOpenEdges([line('v', 0, 0, 100), line('h', 0, 0, 100), line('h', 100, 0, 100 - off)], () => false);

  it('close an edge there, a little apart or not', () => {
    expect([edges(5).length, edges(8).length]).toEqual([1, 0]);
  });

  it('do not where they overhang by a little only', () => {
    const overhang = (beyond: number): number => closeOpenEdges([line('v', 0, 0, 100), line('h', 0, 0, beyond), line('h', 100, 0, beyond)], () => false).length;
    expect([overhang(4), overhang(2.5)]).toEqual([1, 0]);
  });
});
