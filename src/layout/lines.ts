/**
 * Glyphs of one cell (or one stretch of free text) → rows of glyphs that stand on one baseline.
 *
 * Mixed sizes share a baseline, not a middle; raised ※1 and lowered figures stand beside the line that they belong
 * to and join it; text of any direction is handled in its own frame.
 */
import type { Box, Glyph } from '../model/page.js';
import { boundsOfAll, height, median, overlap } from './geometry.js';
import { type Direction, directionOf, toFrame } from './frame.js';
import { adoptSideways } from './sideways.js';

/** The em box's part above the baseline (see `Glyph.box`). */
const ASCENT = 0.88;
/** Glyphs whose baselines differ by no more than this, in em, were set on one line. */
const SAME_BASELINE = 0.18;
/** A raised or lowered strip joins a line that covers at least this share of its height … */
const BESIDE_LINE = 0.5;
/** … if it stands beside the line's glyphs: it may lie over this share of its own width of them at most. */
const OVER_GLYPHS = 0.3;
/** How many strips back to look for the line that a strip belongs to: a raised and a lowered one may lie between. */
const LOOK_BACK = 4;

/** A glyph of a row with its box in the row's frame. */
export interface Framed {
  readonly glyph: Glyph;
  readonly box: Box;
}

/** Glyphs on one baseline, in reading order. */
export interface Row {
  readonly direction: Direction;
  readonly members: readonly Framed[];
  /** In the row's frame. */
  readonly box: Box;
}

/** The glyphs of a cell are asked for their rows when the document is measured and again when it is read. */
const gathered = new WeakMap<readonly Glyph[], readonly Row[]>();

/** Rows of each direction, rows of upright text first, each in reading order. */
export function gatherRows(glyphs: readonly Glyph[]): readonly Row[] {
  let rows = gathered.get(glyphs);
  if (rows === undefined) gathered.set(glyphs, (rows = gather(glyphs)));
  return rows;
}

function gather(glyphs: readonly Glyph[]): readonly Row[] {
  const byDirection = new Map<Direction, Framed[]>();
  for (const glyph of glyphs) {
    const direction = directionOf(glyph);
    const framed = { glyph, box: toFrame(glyph.box, direction) };
    const others = byDirection.get(direction);
    if (others) others.push(framed);
    else byDirection.set(direction, [framed]);
  }
  const down = byDirection.get('down');
  const upright = byDirection.get('right');
  if (upright !== undefined && down?.some(({ glyph }) => glyph.vertical)) {
    const split = adoptSideways(
      down.map(({ glyph }) => glyph),
      upright.map(({ glyph }) => glyph),
    );
    byDirection.set('down', split.down);
    byDirection.set(
      'right',
      split.upright.map((glyph) => ({ glyph, box: glyph.box })),
    );
  }
  const directions: Direction[] = ['right', 'down', 'up', 'left'];
  return directions.flatMap((direction) => rowsOf(byDirection.get(direction) ?? [], direction));
}

function rowsOf(members: readonly Framed[], direction: Direction): Row[] {
  const rows = joinStrips(toStrips(members)).map((strip): Row => {
    const inOrder = [...strip].sort((a, b) => a.box.x0 + a.box.x1 - (b.box.x0 + b.box.x1) || a.glyph.order - b.glyph.order);
    return { direction, members: inOrder, box: boundsOfAll(inOrder) };
  });
  if (rows.length < 2) return rows;
  const placed = rows.map((row) => ({ row, at: baselineOf(row.members) }));
  return placed.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

const baseline = ({ box }: Framed): number => box.top + ASCENT * height(box);
const baselineOf = (members: readonly Framed[]): number => median(members.map(baseline));

function toStrips(members: readonly Framed[]): Framed[][] {
  const places = members.map(baseline);
  const order = members.map((_, i) => i);
  // Nearly all cells are painted line by line.
  if (!places.every((at, i) => i === 0 || at >= (places[i - 1] ?? at))) order.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const strips: Framed[][] = [];
  let start = -Infinity;
  let size = 0;
  for (const i of order) {
    const member = members[i];
    if (member === undefined) continue;
    const strip = strips[strips.length - 1];
    const at = places[i] ?? 0;
    if (strip !== undefined && at - start <= SAME_BASELINE * Math.min(size, height(member.box))) {
      strip.push(member);
    } else {
      strips.push([member]);
      start = at;
      size = height(member.box);
    }
  }
  return strips;
}

interface Strip {
  members: Framed[];
  box: Box;
  weight: number;
}

/** Joins strips that lie beside each other into one row, heaviest first: a footnote mark joins its line, never the reverse. */
function joinStrips(strips: readonly Framed[][]): readonly Framed[][] {
  if (strips.length < 2) return strips;
  const all: Strip[] = strips.map((members) => ({
    members,
    box: boundsOfAll(members),
    weight: members.reduce((sum, m) => sum + (m.box.x1 - m.box.x0) * height(m.box), 0),
  }));
  const order = all.map((_, i) => i).sort((a, b) => (all[a]?.weight ?? 0) - (all[b]?.weight ?? 0));
  for (const i of order) {
    const strip = all[i];
    if (strip === undefined) continue;
    let best: { at: number; shared: number } | undefined;
    for (let j = i - LOOK_BACK; j <= i + LOOK_BACK; j += 1) {
      const other = all[j];
      if (other === undefined || other === strip || other.members.length === 0 || other.weight < strip.weight) continue;
      const shared = overlap(strip.box.top, strip.box.bottom, other.box.top, other.box.bottom);
      const least = Math.min(height(strip.box), height(other.box)) * BESIDE_LINE;
      if (shared < least || (best !== undefined && shared <= best.shared)) continue;
      if (!liesOver(strip, other)) best = { at: j, shared };
    }
    const into = best === undefined ? undefined : all[best.at];
    if (into === undefined) continue;
    into.members = [...into.members, ...strip.members];
    into.weight += strip.weight;
    // The row keeps the height of its main text: chains of raised text must not swallow the next line.
    into.box = { ...into.box, x0: Math.min(into.box.x0, strip.box.x0), x1: Math.max(into.box.x1, strip.box.x1) };
    strip.members = [];
    strip.weight = 0;
  }
  return all.filter((strip) => strip.members.length > 0).map((strip) => strip.members);
}

/** True when the strip's glyphs lie above or below glyphs of the other, as a line of its own would. */
function liesOver(strip: Strip, other: Strip): boolean {
  const sorted = [...other.members].sort((a, b) => a.box.x0 - b.box.x0);
  let covered = 0;
  let total = 0;
  let first = 0;
  for (const member of [...strip.members].sort((a, b) => a.box.x0 - b.box.x0)) {
    total += member.box.x1 - member.box.x0;
    while (first < sorted.length && (sorted[first]?.box.x1 ?? 0) <= member.box.x0) first += 1;
    for (let k = first; k < sorted.length; k += 1) {
      const box = sorted[k]?.box;
      if (box === undefined || box.x0 >= member.box.x1) break;
      covered += Math.max(0, overlap(member.box.x0, member.box.x1, box.x0, box.x1));
    }
  }
  return covered > OVER_GLYPHS * total;
}
