/**
 * Closes the outer edges that a table leaves undrawn: rulings that end together, beyond the last ruling across them.
 *
 * ```
 *   ──────┬──────      No left and right border: the horizontal rulings
 *    No.  │ 課名       end at the same x on each side, and there the
 *   ──────┼──────      edge closes.
 * ```
 * The same holds at the top and bottom of a table cut by a page break.
 */
import { findCrossings } from './components.js';
import { groupWithin } from './geometry.js';
import type { Segment } from './rulings.js';

/** A shorter end beyond the last crossing ruling is a line drawn a little too long. */
const OVERHANG = 5;
/** Ends that differ by no more than this end together. */
const SAME_END = 6;

/** The edges to add to one component's segments; each has `drawn: false`. */
export function closeOpenEdges(component: readonly Segment[]): Segment[] {
  const reach = new Map<number, { first: number; last: number }>();
  const touch = (segment: number, at: number): void => {
    const known = reach.get(segment);
    if (known === undefined) reach.set(segment, { first: at, last: at });
    else {
      known.first = Math.min(known.first, at);
      known.last = Math.max(known.last, at);
    }
  };
  for (const { horizontal, vertical } of findCrossings(component)) {
    touch(horizontal, component[vertical]?.at ?? 0);
    touch(vertical, component[horizontal]?.at ?? 0);
  }
  const edges: Segment[] = [];
  for (const axis of ['h', 'v'] as const) {
    const starts: End[] = [];
    const ends: End[] = [];
    component.forEach((segment, i) => {
      const crossed = reach.get(i);
      if (segment.axis !== axis || crossed === undefined) return;
      if (crossed.first - segment.from > OVERHANG) starts.push({ end: segment.from, at: segment.at });
      if (segment.to - crossed.last > OVERHANG) ends.push({ end: segment.to, at: segment.at });
    });
    const across = component.filter((segment) => segment.axis !== axis);
    edges.push(...closeSide(starts, axis, across, -1), ...closeSide(ends, axis, across, 1));
  }
  return edges;
}

interface End {
  readonly end: number;
  readonly at: number;
}

function closeSide(ends: readonly End[], axis: 'h' | 'v', across: readonly Segment[], side: -1 | 1): Segment[] {
  const edges: Segment[] = [];
  for (const group of groupWithin(ends, (end) => end.end, SAME_END)) {
    const first = group[0];
    if (group.length < 2 || first === undefined) continue;
    const from = Math.min(...group.map((end) => end.at));
    const to = Math.max(...group.map((end) => end.at));
    const at = side < 0 ? first.end : Math.max(...group.map((end) => end.end));
    // An edge may only close the outside: nothing of the table lies beyond it.
    const isOutside = !across.some((other) => (other.at - at) * side > OVERHANG && other.from < to && other.to > from);
    if (isOutside && to > from) edges.push({ axis: axis === 'h' ? 'v' : 'h', at, from, to, drawn: false });
  }
  return edges;
}
