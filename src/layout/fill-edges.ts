/**
 * Background colours that part cells where no ruling is drawn.
 *
 * ```
 * ┌──────────────────┐
 * │▒▒▒▒▒▒▒▒▒│        │    the label's colour ends inside a ruled cell, from its upper
 * │▒目的▒▒▒▒│ 市民の │    ruling to its lower one, with text on both sides: two cells
 * └──────────────────┘
 * ```
 * A colour behind a few words (a marker pen) ends where no ruling is, or has text running over its edge; the colour of a
 * ruled cell ends at the cell's own rulings. Neither parts anything.
 */
import type { Box, Fill, Ruling } from '../model/page.js';
import { findComponents } from './components.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, boxOfLine, contains, groupWithin, lastAtOrBefore, overlap } from './geometry.js';
import { type Grid, rasterise } from './grid.js';
import { joinRulings, type Segment } from './rulings.js';
import type { HasText } from './text-index.js';
import { HALF_LINE, SQUARE } from './tolerances.js';

/** Text whose middle lies this near to the edge stands across it. */
const ACROSS = HALF_LINE / 2;
/** How far from the edge to look for text on both of its sides, points. */
const BOTH_SIDES = 150;
/** Colours that make a table by themselves fill this much of it. */
const TILED = 0.8;

/**
 * The edges that part cells of ruled tables. `edges`: rulings of source `edge`; `segments`: the drawn ones; `hasText`: text aside
 * from the punctuation that may hang over the end of its line.
 */
export function partingEdges(edges: readonly Ruling[], segments: readonly Segment[], hasText: HasText, book: Rulebook = PLAIN_BOOK): Segment[] {
  if (edges.length === 0 || segments.length === 0) return [];
  const near = segmentFinder(segments);
  const cutAt = cutter(segments);
  return joinRulings(edges.filter((edge) => edge.source === 'edge'))
    .flatMap(cutAt)
    .filter((edge) => {
      const across = edge.axis === 'h' ? 'v' : 'h';
      const isAlong = near(edge.axis, edge.at, HALF_LINE).some((other) => overlap(other.from, other.to, edge.from, edge.to) > 0.5 * (edge.to - edge.from));
      const ends = [edge.from, edge.to].every((end) =>
        near(across, end, HALF_LINE).some((other) => other.from - HALF_LINE <= edge.at && other.to + HALF_LINE >= edge.at),
      );
      return says(book, 'colour-edge', !isAlong && ends && parts(edge, hasText), () => boxOfLine(edge));
    });
}

/** Cuts an edge at the rulings across it: a header's colour runs over all of its columns. */
function cutter(segments: readonly Segment[]): (edge: Segment) => Segment[] {
  const sorted = {
    h: segments.filter((segment) => segment.axis === 'h').sort((a, b) => a.at - b.at),
    v: segments.filter((segment) => segment.axis === 'v').sort((a, b) => a.at - b.at),
  };
  const positions = { h: sorted.h.map((segment) => segment.at), v: sorted.v.map((segment) => segment.at) };
  return (edge) => {
    const axis = edge.axis === 'h' ? 'v' : 'h';
    const first = lastAtOrBefore(positions[axis], edge.from - HALF_LINE) + 1;
    const last = lastAtOrBefore(positions[axis], edge.to + HALF_LINE);
    const crossing = sorted[axis].slice(first, last + 1).filter((other) => other.from <= edge.at + HALF_LINE && other.to >= edge.at - HALF_LINE);
    const cuts = groupWithin(crossing, (other) => other.at, HALF_LINE).map((group) => group[0]?.at ?? 0);
    return cuts.length < 2 ? [edge] : cuts.slice(1).map((to, i) => ({ ...edge, from: cuts[i] ?? edge.from, to }));
  };
}

/** Text on both sides of the edge, none across it. */
function parts({ axis, at, from, to }: Segment, hasText: HasText): boolean {
  const strip = (start: number, end: number): Box =>
    axis === 'v' ? { x0: start, x1: end, top: from, bottom: to } : { x0: from, x1: to, top: start, bottom: end };
  return !hasText(strip(at - ACROSS, at + ACROSS)) && hasText(strip(at - BOTH_SIDES, at - ACROSS)) && hasText(strip(at + ACROSS, at + BOTH_SIDES));
}

function segmentFinder(segments: readonly Segment[]): (axis: 'h' | 'v', at: number, within: number) => Segment[] {
  const buckets = new Map<string, Segment[]>();
  for (const segment of segments) {
    const key = `${segment.axis} ${Math.floor(segment.at / SQUARE)}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(segment);
    else buckets.set(key, [segment]);
  }
  return (axis, at, within) => {
    const found: Segment[] = [];
    for (let b = Math.floor((at - within) / SQUARE); b <= Math.floor((at + within) / SQUARE); b += 1) {
      for (const segment of buckets.get(`${axis} ${b}`) ?? []) {
        if (Math.abs(segment.at - at) <= within) found.push(segment);
      }
    }
    return found;
  };
}

/**
 * Tables drawn with background colours alone: cells that touch each other like tiles, in two rows and two columns at least.
 * `ruled`: the boxes of ruled tables, which colours do not compete with.
 */
export function tiledGrids(edges: readonly Ruling[], fills: readonly Fill[], ruled: readonly Box[], book: Rulebook = PLAIN_BOOK): Grid[] {
  const segments = joinRulings(edges.filter((edge) => edge.source === 'edge'));
  const grids: Grid[] = [];
  for (const component of findComponents(segments)) {
    const box = boundingBox(component.map(boxOfLine));
    if (ruled.some((other) => meets(other, box))) continue;
    const tiles = fills.filter((fill) => contains(box, fill.box, 1));
    const covered = tiles.reduce((sum, { box: tile }) => sum + (tile.x1 - tile.x0) * (tile.bottom - tile.top), 0);
    if (covered < TILED * (box.x1 - box.x0) * (box.bottom - box.top)) continue;
    const grid = rasterise(component);
    if (grid !== undefined && says(book, 'tiles', grid.xs.length > 2 && grid.ys.length > 2, () => box)) grids.push(grid);
  }
  return grids;
}

const meets = (a: Box, b: Box): boolean => overlap(a.x0, a.x1, b.x0, b.x1) > 1 && overlap(a.top, a.bottom, b.top, b.bottom) > 1;
