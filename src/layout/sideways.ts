/**
 * Characters set upright and side by side inside a vertical line (縦中横): 10, R3, （１） in a column of vertical writing.
 *
 * ```
 *   令        The figures are written horizontally; they belong to the column, read where they stand.
 *   10
 *   年
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import { toFrame } from './frame.js';
import { boundingBox, centreX, centreY, overlap } from './geometry.js';
import type { Framed } from './lines.js';

/** A group holds no more characters than this … */
const LONGEST = 4;
/** … and is no wider than this, in em of the column. */
const WIDEST = 1.8;
/** Its middle lies this near the column's, in em. */
const ASIDE = 0.4;
/** The column goes on within this distance (em) above or below it. */
const NEAR = 0.9;
/** Characters of a group touch, in em. */
const TOUCHING = 0.3;

interface Split {
  /** The vertical glyphs and the groups set sideways among them, in the frame of text that runs down. */
  readonly down: Framed[];
  readonly upright: readonly Glyph[];
}

/** Takes the groups that stand in a column of `down` out of `upright`. */
export function adoptSideways(down: readonly Glyph[], upright: readonly Glyph[]): Split {
  const framed = down.map((glyph): Framed => ({ glyph, box: toFrame(glyph.box, 'down') }));
  const columns = columnFinder(down.filter((glyph) => glyph.vertical));
  const left: Glyph[] = [];
  for (const group of touchingGroups(upright)) {
    const box = boundingBox(group.map((glyph) => glyph.box));
    const column = group.length <= LONGEST ? columns(box) : undefined;
    if (column === undefined) left.push(...group);
    else framed.push(...inColumn(group, box, column));
  }
  return { down: framed, upright: left };
}

/** The group's characters share its height in the column, so that they are read one after the other. */
function inColumn(group: readonly Glyph[], box: Box, column: Box): Framed[] {
  const step = (box.bottom - box.top) / group.length;
  return group.map((glyph, i) => ({
    glyph,
    box: { x0: box.top + i * step, x1: box.top + (i + 1) * step, top: -column.x1, bottom: -column.x0 },
  }));
}

function touchingGroups(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.box.top - b.box.top || a.box.x0 - b.box.x0);
  const groups: Glyph[][] = [];
  for (const glyph of sorted) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const touches =
      last !== undefined &&
      overlap(last.box.top, last.box.bottom, glyph.box.top, glyph.box.bottom) > 0.5 * glyph.size &&
      Math.abs(glyph.box.x0 - last.box.x1) <= TOUCHING * glyph.size;
    if (group && touches) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

/** Finds the vertical glyph above or below which a group stands. */
function columnFinder(vertical: readonly Glyph[]): (box: Box) => Box | undefined {
  const buckets = new Map<number, Glyph[]>();
  for (const glyph of vertical) {
    const key = Math.floor(centreX(glyph.box) / BUCKET);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(glyph);
    else buckets.set(key, [glyph]);
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => a.box.top - b.box.top);
  return (box) => {
    const key = Math.floor(centreX(box) / BUCKET);
    for (const k of [key - 1, key, key + 1]) {
      const neighbour = (buckets.get(k) ?? []).find((glyph) => standsBy(box, glyph));
      if (neighbour) return neighbour.box;
    }
    return undefined;
  };
}

const BUCKET = 12;

function standsBy(box: Box, glyph: Glyph): boolean {
  const em = glyph.size;
  if (box.x1 - box.x0 > WIDEST * em || Math.abs(centreX(box) - centreX(glyph.box)) > ASIDE * em) return false;
  const gap = -overlap(box.top, box.bottom, glyph.box.top, glyph.box.bottom);
  return gap <= NEAR * em && gap >= -0.3 * em && Math.abs(centreY(box) - centreY(glyph.box)) > 0.3 * em;
}
