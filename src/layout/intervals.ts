/**
 * Stretches of one axis, and what is asked of several: what they cover together, the white that they leave, what two lists have in
 * common. A list that comes out of here is ascending, and its stretches neither touch nor overlap.
 */
import type { Box } from '../model/page.js';

/** Along the axis from `from` to `to`, points; empty where `to <= from`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a box, a column, a word or a horizontal rule takes of the page's width, and a box of its height. */
export const across = ({ x0, x1 }: Pick<Box, 'x0' | 'x1'>): Span => ({ from: x0, to: x1 });
export const down = ({ top, bottom }: Pick<Box, 'top' | 'bottom'>): Span => ({ from: top, to: bottom });

/** Length that both cover; 0 where they only touch. */
export const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** Area that both boxes cover. */
export const sharedArea = (a: Box, b: Box): number => shared(across(a), across(b)) * shared(down(a), down(b));

/** From the first beginning to the last end; empty (from ∞ to -∞) for none. */
export function hull(spans: readonly Span[]): Span {
  let [from, to] = [Infinity, -Infinity];
  for (const span of spans) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return { from, to };
}

/** What the spans cover together; where no more than `slack` lies between two, they are one. Empty ones drop out. */
export function union(spans: readonly Span[], slack = 0): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (span.to <= span.from) continue;
    if (last === undefined || span.from - last.to > slack) joined.push(span);
    else if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** What the spans leave of `within`. */
export function gaps(spans: readonly Span[], within: Span): Span[] {
  const left: Span[] = [];
  let reached = within.from;
  for (const { from, to } of union(spans)) {
    if (from >= within.to) break;
    if (from > reached) left.push({ from: reached, to: from });
    reached = Math.max(reached, to);
  }
  if (within.to > reached) left.push({ from: reached, to: within.to });
  return left;
}

/** What two lists have in common, each ascending and without overlaps. */
export function meet(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) break;
    const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
    if (to > from) common.push({ from, to });
    if (one.to < other.to) i += 1;
    else j += 1;
  }
  return common;
}

/** The share of `whole`, from 0 to 1, that the spans cover together; what is covered twice counts once. */
export function cover(spans: readonly Span[], whole: Span): number {
  if (whole.to <= whole.from) return 0;
  return union(spans).reduce((sum, span) => sum + shared(span, whole), 0) / (whole.to - whole.from);
}
