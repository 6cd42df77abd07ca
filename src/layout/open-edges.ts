/**
 * Closes the outer edges that a table leaves undrawn: rulings that end together, beyond the last ruling across them.
 *
 * ```
 *   ──────┬──────      No left and right border: the horizontal rulings
 *    No.  │ 課名       end at the same x on each side, and there the
 *   ──────┼──────      edge closes.
 * ```
 * The same holds at the top and bottom of a table cut by a page break. A single ruling that goes on beyond the
 * outermost one across it parts a row (or column) of its own there, if text stands on both of its sides.
 */
import type { Box } from '../model/page.js';
import { findCrossings } from './components.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boxOfLine, groupWithin } from './geometry.js';
import type { Segment } from './rulings.js';
import type { HasText } from './text-index.js';
import { HALF_LINE, NO_ROOM } from './tolerances.js';

/** A row or column is at least this high or wide (points): the smallest print with its leading. */
const NARROWEST = 7;

/** An end of a segment beyond the last one across it. */
interface End {
  readonly segment: Segment;
  readonly end: number;
  /** The outermost segment that it crosses. */
  readonly last: Segment;
}

/** The edges to add to one component's segments; each has `drawn: false`. */
export function closeOpenEdges(component: readonly Segment[], hasText: HasText, book: Rulebook = PLAIN_BOOK): Segment[] {
  const reach = reachOf(component);
  const edges: Segment[] = [];
  for (const axis of ['h', 'v'] as const) {
    const starts: End[] = [];
    const ends: End[] = [];
    component.forEach((segment, i) => {
      const crossed = reach.get(i);
      if (segment.axis !== axis || crossed === undefined) return;
      if (crossed.first.at - segment.from > NO_ROOM) starts.push({ segment, end: segment.from, last: crossed.first });
      if (segment.to - crossed.last.at > NO_ROOM) ends.push({ segment, end: segment.to, last: crossed.last });
    });
    const across = component.filter((segment) => segment.axis !== axis);
    edges.push(...closeSide(starts, axis, across, -1, hasText, book), ...closeSide(ends, axis, across, 1, hasText, book));
  }
  return edges;
}

/** The first and last segment that crosses each, by index. */
function reachOf(component: readonly Segment[]): Map<number, { first: Segment; last: Segment }> {
  const reach = new Map<number, { first: Segment; last: Segment }>();
  const touch = (index: number, other: Segment | undefined): void => {
    if (other === undefined) return;
    const known = reach.get(index);
    if (known === undefined) reach.set(index, { first: other, last: other });
    else {
      if (other.at < known.first.at) known.first = other;
      if (other.at > known.last.at) known.last = other;
    }
  };
  for (const { horizontal, vertical } of findCrossings(component)) {
    touch(horizontal, component[vertical]);
    touch(vertical, component[horizontal]);
  }
  return reach;
}

function closeSide(ends: readonly End[], axis: 'h' | 'v', across: readonly Segment[], side: -1 | 1, hasText: HasText, book: Rulebook): Segment[] {
  const edges: Segment[] = [];
  for (const group of groupWithin(ends, (end) => end.end, HALF_LINE)) {
    const [first] = group;
    if (first === undefined) continue;
    const from = Math.min(...group.map((end) => end.segment.at));
    const to = Math.max(...group.map((end) => end.segment.at));
    const at = side < 0 ? first.end : Math.max(...group.map((end) => end.end));
    // An edge may only close the outside: nothing of the table lies beyond it.
    const isOutside = !across.some((other) => (other.at - at) * side > NO_ROOM && other.from <= to && other.to >= from);
    if (!isOutside) continue;
    // The two lines of a double ruling are one: they close nothing between themselves.
    if (group.length >= 2 && to - from > NO_ROOM) edges.push(...closeGroup(group, at, axis, across, hasText, book));
    else edges.push(...(closeCorner(first, axis, across, book) ?? closeBeside(first, at, axis, across, hasText, book)));
  }
  return edges;
}

/**
 * The edge that ends which lie together close. Where they all hang from one and the same ruling, the row's outer columns lie
 * beyond the first and last of them, as far as that ruling goes.
 *
 * ```
 *   ─────┬──────┬────────
 *     2  │ 税務 │ 納付の      the part of a row that a page break leaves: no other ruling crosses
 *        │      │ 案内を
 * ```
 */
function closeGroup(group: readonly End[], at: number, axis: 'h' | 'v', across: readonly Segment[], hasText: HasText, book: Rulebook): Segment[] {
  const [first] = group;
  const beside = axis === 'h' ? 'v' : 'h';
  const places = group.map(({ segment }) => segment.at);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const edge: Segment = { axis: beside, at, from, to, drawn: false };
  const together = says(book, 'open-side', true, () => boxOfLine(edge)) ? [edge] : [];
  if (first === undefined || across.length > 1) return together;
  const [low, high] = [Math.min(at, first.last.at), Math.max(at, first.last.at)];
  const row = boxOf(axis, first.last.from, first.last.to, low, high);
  if (!says(book, 'hanging-row', hasText(row), () => row)) return together;
  const ends = [...(from - first.last.from > STEM_SIDE ? [first.last.from] : []), ...(first.last.to - to > STEM_SIDE ? [first.last.to] : [])];
  return [
    { ...edge, from: Math.min(from, ...ends), to: Math.max(to, ...ends) },
    ...ends.map((end): Segment => ({ axis, at: end, from: low, to: high, drawn: false })),
  ];
}

/** The box from `start` to `end` across the rulings of an axis, from `low` to `high` along them. */
const boxOf = (axis: 'h' | 'v', start: number, end: number, low: number, high: number): Box =>
  axis === 'v' ? { x0: start, x1: end, top: low, bottom: high } : { x0: low, x1: high, top: start, bottom: end };

/**
 * The edge from a lone end to the ruling at its height that begins (or ends) further in: the lower edge of a merged
 * cell that goes on over the page break, where its neighbours have theirs.
 */
function closeCorner({ segment, end }: End, axis: 'h' | 'v', across: readonly Segment[], book: Rulebook): Segment[] | undefined {
  const level = across.filter((other) => Math.abs(other.at - end) <= HALF_LINE);
  const ahead = level.filter((other) => other.from > segment.at).sort((a, b) => a.from - b.from)[0];
  const behind = level.filter((other) => other.to < segment.at).sort((a, b) => b.to - a.to)[0];
  const beside = axis === 'v' ? 'h' : 'v';
  const edge: Segment | undefined =
    ahead !== undefined
      ? { axis: beside, at: ahead.at, from: segment.at, to: ahead.from, drawn: false }
      : behind !== undefined
        ? { axis: beside, at: behind.at, from: behind.to, to: segment.at, drawn: false }
        : undefined;
  return edge !== undefined && says(book, 'open-corner', true, () => boxOfLine(edge)) ? [edge] : undefined;
}

/** So many rulings across it make a lone ruling a table's: text on one of its sides is enough then (a cut row's rest). */
const TABLE_RULINGS = { h: 3, v: 2 } as const;

/** The rule goes on for at least this much (points) beyond a stem: less is the bar before a heading. */
const STEM_SIDE = 10;

/** The row (or column) that a lone ruling parts, as long as the ruling across it that the table's drawn part ends with. */
function closeBeside({ segment, last }: End, at: number, axis: 'h' | 'v', across: readonly Segment[], hasText: HasText, book: Rulebook): Segment[] {
  const from = Math.min(at, last.at);
  const to = Math.max(at, last.at);
  const sides = [boxOf(axis, last.from, segment.at, from, to), boxOf(axis, segment.at, last.to, from, to)].filter(hasText).length;
  // A stem on a rule: at the head of a page, the rest of a cut row has text in one of its cells only.
  const isStem = axis === 'v' && segment.at - last.from > STEM_SIDE && last.to - segment.at > STEM_SIDE && at < last.at;
  const needed = isStem || across.length >= TABLE_RULINGS[axis] ? 1 : 2;
  // A ruling that the lone one passes by without meeting it ends the table there already.
  const isPassed = across.some((other) => other !== last && other.at > from && other.at < to && other.from < last.to && other.to > last.from);
  const isTable = to - from >= NARROWEST && sides >= needed && !isPassed;
  if (!says(book, 'lone-end', isTable, () => boxOf(axis, last.from, last.to, from, to))) return [];
  return [
    { axis: axis === 'v' ? 'h' : 'v', at, from: last.from, to: last.to, drawn: false },
    { axis, at: last.from, from, to, drawn: false },
    { axis, at: last.to, from, to, drawn: false },
  ];
}
