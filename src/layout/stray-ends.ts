/**
 * Rulings that stop short of the ruling that they should meet are drawn on to it.
 *
 * ```
 *   ──────────        Browsers cut borders at a page break so: the side begins
 *      │              a few points below the top. An end that meets nothing
 *  │   │              and has a ruling just ahead of it belongs there.
 * ```
 */
import { findCrossings, TOUCH } from './components.js';
import type { Segment } from './rulings.js';

/** How far (points) an end that meets nothing is drawn on: less than a line of text. */
const REACH = 6;

export function meetStrayEnds(segments: readonly Segment[]): Segment[] {
  const known = extents(segments, segments);
  const isStray = (segment: Segment, i: number, side: 'from' | 'to'): boolean => {
    // A line that meets nothing at all is no border.
    const met = known.get(i);
    return met !== undefined && (side === 'from' ? met.from - segment.from : segment.to - met.to) > TOUCH;
  };
  const longer = segments.map((segment, i) => ({
    ...segment,
    from: isStray(segment, i, 'from') ? segment.from - REACH : segment.from,
    to: isStray(segment, i, 'to') ? segment.to + REACH : segment.to,
  }));
  const ahead = extents(longer, segments);
  return segments.map((segment, i) => {
    const found = ahead.get(i);
    if (found === undefined) return segment;
    const from = found.before !== undefined ? found.before : segment.from;
    const to = found.after !== undefined ? found.after : segment.to;
    return from === segment.from && to === segment.to ? segment : { ...segment, from, to };
  });
}

interface Extent {
  /** The first and last crossing along the segment. */
  from: number;
  to: number;
  /** The nearest crossing before the segment's own start, after its own end. */
  before?: number;
  after?: number;
}

/** The crossings of each segment of `drawn`, seen against the ends that it had in `own`. */
function extents(drawn: readonly Segment[], own: readonly Segment[]): Map<number, Extent> {
  const found = new Map<number, Extent>();
  const note = (index: number, at: number): void => {
    const segment = own[index];
    if (segment === undefined) return;
    const extent = found.get(index) ?? { from: at, to: at };
    extent.from = Math.min(extent.from, at);
    extent.to = Math.max(extent.to, at);
    if (at < segment.from - TOUCH) extent.before = Math.max(extent.before ?? -Infinity, at);
    if (at > segment.to + TOUCH) extent.after = Math.min(extent.after ?? Infinity, at);
    found.set(index, extent);
  };
  for (const { horizontal, vertical } of findCrossings(drawn)) {
    note(horizontal, drawn[vertical]?.at ?? 0);
    note(vertical, drawn[horizontal]?.at ?? 0);
  }
  return found;
}
