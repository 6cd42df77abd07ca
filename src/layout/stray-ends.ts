/**
 * Rulings that stop short of the ruling that they should meet are drawn on to it.
 *
 * ```
 *   ──────────        Browsers cut borders at a page break so: the side begins
 *      │              a few points below the top. An end that meets nothing
 *  │   │              and has a ruling just ahead of it belongs there.
 * ```
 * Not so at a rule of the page itself: the rule under the running head or between two tiers of vertical writing meets no
 * border, and runs on beyond the box whose sides end near it.
 *
 * ```
 *  ──────────────────────────
 *      │  │  │                    the rest of a box that began at the foot of the columns before
 *      └──┴──┘
 * ```
 */
import { type Crossing, findCrossings } from './components.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boxOfLine } from './geometry.js';
import type { Segment } from './rulings.js';
import { NO_ROOM } from './tolerances.js';

export function meetStrayEnds(segments: readonly Segment[], book: Rulebook = PLAIN_BOOK): Segment[] {
  const meetings = findCrossings(segments);
  const known = extents(meetings, segments, segments);
  const isStray = (segment: Segment, i: number, side: 'from' | 'to'): boolean => {
    // A line that meets nothing at all is no border.
    const met = known.get(i);
    return met !== undefined && (side === 'from' ? met.from - segment.from : segment.to - met.to) > NO_ROOM;
  };
  const longer = segments.map((segment, i) => ({
    ...segment,
    from: isStray(segment, i, 'from') ? segment.from - book.tolerances.strayEnd : segment.from,
    to: isStray(segment, i, 'to') ? segment.to + book.tolerances.strayEnd : segment.to,
  }));
  const reached = findCrossings(longer);
  const foreign = pageRules(segments, known, meetings, reached, book);
  const ahead = extents(
    reached.filter(({ horizontal, vertical }) => !foreign.has(horizontal) && !foreign.has(vertical)),
    longer,
    segments,
  );
  return segments.map((segment, i) => {
    const found = ahead.get(i);
    if (found === undefined) return segment;
    const from = found.before !== undefined ? found.before : segment.from;
    const to = found.after !== undefined ? found.after : segment.to;
    const isDrawnOn = from !== segment.from || to !== segment.to;
    return says(book, 'stray-end', isDrawnOn, () => boxOfLine({ ...segment, from, to })) ? { ...segment, from, to } : segment;
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

/**
 * Segments that meet nothing, and that stray ends come near, but no border's: none of the lines that come near stands at
 * the segment's own end, or meets another line that begins or ends where the segment does. `meetings`: as drawn;
 * `reached`: with the stray ends drawn on.
 */
function pageRules(
  segments: readonly Segment[],
  known: ReadonlyMap<number, Extent>,
  meetings: readonly Crossing[],
  reached: readonly Crossing[],
  book: Rulebook,
): ReadonlySet<number> {
  const visitors = new Map<number, number[]>();
  const visit = (rule: number, visitor: number): void => {
    if (known.has(rule)) return;
    const others = visitors.get(rule);
    if (others) others.push(visitor);
    else visitors.set(rule, [visitor]);
  };
  for (const { horizontal, vertical } of reached) {
    visit(horizontal, vertical);
    visit(vertical, horizontal);
  }
  if (visitors.size === 0) return new Set();
  const met = new Map<number, Segment[]>();
  const note = (index: number, other: Segment | undefined): void => {
    const others = met.get(index);
    if (other === undefined) return;
    if (others) others.push(other);
    else met.set(index, [other]);
  };
  const wanted = new Set([...visitors.values()].flat());
  for (const { horizontal, vertical } of meetings) {
    if (wanted.has(vertical)) note(vertical, segments[horizontal]);
    if (wanted.has(horizontal)) note(horizontal, segments[vertical]);
  }
  const isBorder = (rule: Segment, index: number): boolean => {
    const visitor = segments[index];
    if (visitor === undefined) return false;
    const isAtEnd = [rule.from, rule.to].some((end) => Math.abs(visitor.at - end) <= NO_ROOM);
    return isAtEnd || (met.get(index) ?? []).some((other) => Math.abs(other.from - rule.from) <= NO_ROOM || Math.abs(other.to - rule.to) <= NO_ROOM);
  };
  return new Set(
    [...visitors].flatMap(([index, others]) => {
      const rule = segments[index];
      const isForeign = rule !== undefined && !others.some((other) => isBorder(rule, other));
      return isForeign && says(book, 'rule-of-the-page', true, () => boxOfLine(rule)) ? [index] : [];
    }),
  );
}

/** The crossings of each segment of `drawn`, seen against the ends that it had in `own`. */
function extents(crossings: readonly Crossing[], drawn: readonly Segment[], own: readonly Segment[]): Map<number, Extent> {
  const found = new Map<number, Extent>();
  const note = (index: number, at: number): void => {
    const segment = own[index];
    if (segment === undefined) return;
    const extent = found.get(index) ?? { from: at, to: at };
    extent.from = Math.min(extent.from, at);
    extent.to = Math.max(extent.to, at);
    if (at < segment.from - NO_ROOM) extent.before = Math.max(extent.before ?? -Infinity, at);
    if (at > segment.to + NO_ROOM) extent.after = Math.min(extent.after ?? Infinity, at);
    found.set(index, extent);
  };
  for (const { horizontal, vertical } of crossings) {
    note(horizontal, drawn[vertical]?.at ?? 0);
    note(vertical, drawn[horizontal]?.at ?? 0);
  }
  return found;
}
