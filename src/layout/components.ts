/**
 * Segments → connected components: rulings that touch or cross, directly or through others, are one drawing.
 *
 * Sweep over y with the vertical segments that are alive kept in buckets by x: a segment is compared with its
 * neighbourhood only.
 */
import { DisjointSets } from './geometry.js';
import type { Segment } from './rulings.js';
import { NO_ROOM, SQUARE } from './tolerances.js';

export interface Crossing {
  readonly horizontal: number;
  readonly vertical: number;
}

/** A table of 350 rows and 350 columns has fewer; more are hatching or a bitmap drawn as lines. */
const MOST_CROSSINGS = 120_000;

/**
 * Every pair of a horizontal and a vertical segment that meet, as indices into `segments`; none at all where there are
 * far too many for a page of tables.
 */
export function findCrossings(segments: readonly Segment[]): Crossing[] {
  const verticals = indices(segments, 'v').sort((a, b) => (segments[a]?.from ?? 0) - (segments[b]?.from ?? 0));
  const horizontals = indices(segments, 'h').sort((a, b) => (segments[a]?.at ?? 0) - (segments[b]?.at ?? 0));
  const alive = new Map<number, number[]>();
  const crossings: Crossing[] = [];
  let next = 0;
  for (const horizontal of horizontals) {
    const line = segments[horizontal];
    if (line === undefined) continue;
    for (; next < verticals.length; next += 1) {
      const vertical = verticals[next] ?? 0;
      const rising = segments[vertical];
      if (rising === undefined || rising.from - NO_ROOM > line.at) break;
      const bucket = Math.floor(rising.at / SQUARE);
      const others = alive.get(bucket);
      if (others) others.push(vertical);
      else alive.set(bucket, [vertical]);
    }
    const last = Math.floor((line.to + NO_ROOM) / SQUARE);
    if (crossings.length > MOST_CROSSINGS) return [];
    for (let b = Math.floor((line.from - NO_ROOM) / SQUARE); b <= last; b += 1) {
      const bucket = alive.get(b);
      if (bucket === undefined) continue;
      const still = bucket.filter((v) => (segments[v]?.to ?? -Infinity) + NO_ROOM >= line.at);
      if (still.length < bucket.length) alive.set(b, still);
      for (const vertical of still) {
        const at = segments[vertical]?.at ?? NaN;
        if (at >= line.from - NO_ROOM && at <= line.to + NO_ROOM) crossings.push({ horizontal, vertical });
      }
    }
  }
  return crossings;
}

export function findComponents(segments: readonly Segment[]): Segment[][] {
  const sets = new DisjointSets(segments.length);
  for (const { horizontal, vertical } of findCrossings(segments)) sets.join(horizontal, vertical);
  const components = new Map<number, Segment[]>();
  segments.forEach((segment, i) => {
    const root = sets.find(i);
    const members = components.get(root);
    if (members) members.push(segment);
    else components.set(root, [segment]);
  });
  return [...components.values()];
}

function indices(segments: readonly Segment[], axis: 'h' | 'v'): number[] {
  const found: number[] = [];
  segments.forEach((segment, i) => {
    if (segment.axis === axis) found.push(i);
  });
  return found;
}
