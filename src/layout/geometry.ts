/** Small arithmetic on boxes and numbers that every stage of the layout room shares. */
import type { Box } from '../model/page.js';

export const width = (box: Box): number => box.x1 - box.x0;
export const height = (box: Box): number => box.bottom - box.top;
export const centreX = (box: Box): number => (box.x0 + box.x1) / 2;
export const centreY = (box: Box): number => (box.top + box.bottom) / 2;
export const area = (box: Box): number => width(box) * height(box);

/** Length that the intervals share; negative: the gap between them. */
export const overlap = (from1: number, to1: number, from2: number, to2: number): number => Math.min(to1, to2) - Math.max(from1, from2);

export const containsPoint = (box: Box, x: number, y: number): boolean => x >= box.x0 && x <= box.x1 && y >= box.top && y <= box.bottom;

export const contains = (outer: Box, inner: Box, slack = 0): boolean =>
  inner.x0 >= outer.x0 - slack && inner.x1 <= outer.x1 + slack && inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;

/** The box of a ruling, a segment or the like: no height, or no width. */
export const boxOfLine = ({ axis, at, from, to }: { readonly axis: 'h' | 'v'; readonly at: number; readonly from: number; readonly to: number }): Box =>
  axis === 'h' ? { x0: from, x1: to, top: at, bottom: at } : { x0: at, x1: at, top: from, bottom: to };

/** The smallest box round all; an empty list gives the empty box at the origin. */
export const boundingBox = (boxes: readonly Box[]): Box => boundsOf(boxes, (box) => box);

/** The same of what has a box each. */
export const boundsOfAll = (items: readonly { readonly box: Box }[]): Box => boundsOf(items, (item) => item.box);

function boundsOf<T>(items: readonly T[], boxOf: (item: T) => Box): Box {
  let x0 = Infinity;
  let top = Infinity;
  let x1 = -Infinity;
  let bottom = -Infinity;
  for (const item of items) {
    const box = boxOf(item);
    if (box.x0 < x0) x0 = box.x0;
    if (box.top < top) top = box.top;
    if (box.x1 > x1) x1 = box.x1;
    if (box.bottom > bottom) bottom = box.bottom;
  }
  return x0 <= x1 ? { x0, top, x1, bottom } : { x0: 0, top: 0, x1: 0, bottom: 0 };
}

/** The middle value; 0 for an empty list. */
export function median(values: readonly number[]): number {
  const first = values[0] ?? 0;
  // Sizes of glyphs, which this is asked of most, are alike in nearly every line.
  if (values.every((value) => value === first)) return first;
  // Numbers alone sort by themselves, and many times faster.
  const sorted = new Float64Array(values).sort();
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/**
 * Groups items whose values lie within `span` of the group's smallest value.
 * Sorted sweep: n log n. Groups come in ascending order, items in ascending order within.
 */
export function groupWithin<T>(items: readonly T[], value: (item: T) => number, span: number): T[][] {
  const sorted = [...items].sort((a, b) => value(a) - value(b));
  const groups: T[][] = [];
  let current: T[] = [];
  let start = -Infinity;
  for (const item of sorted) {
    const at = value(item);
    if (current.length > 0 && at - start <= span) {
      current.push(item);
    } else {
      current = [item];
      start = at;
      groups.push(current);
    }
  }
  return groups;
}

/**
 * One number for a square of a raster (Cantor's pairing function). Squares far off the page may share it: whoever looks into one
 * compares places anyway.
 */
export const squareKey = (column: number, row: number): number => ((column + row) * (column + row + 1)) / 2 + row;

/** Index of the last element of ascending `sorted` that is <= `value`; -1 if none is. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the element of ascending `sorted` nearest to `value`; -1 for an empty list. */
export function nearest(sorted: readonly number[], value: number): number {
  const below = lastAtOrBefore(sorted, value);
  if (below < 0) return sorted.length > 0 ? 0 : -1;
  const above = below + 1;
  const next = sorted[above];
  const here = sorted[below] ?? 0;
  return next !== undefined && next - value < value - here ? above : below;
}

/** Disjoint sets over 0 … n-1, with path halving. */
export class DisjointSets {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(item: number): number {
    let at = item;
    for (;;) {
      const up = this.parent[at] ?? at;
      if (up === at) return at;
      const upper = this.parent[up] ?? up;
      this.parent[at] = upper;
      at = upper;
    }
  }

  join(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    // The smaller index stays the root, so that results do not depend on the order of joins.
    if (rootA < rootB) this.parent[rootB] = rootA;
    else this.parent[rootA] = rootB;
  }
}
