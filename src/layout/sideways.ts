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
import { isSpace } from './marks.js';
import { SQUARE } from './tolerances.js';

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

/** Characters that touch, left to right. */
interface Group {
  readonly members: readonly Glyph[];
  readonly box: Box;
}

interface Split {
  /** The vertical glyphs and the groups set sideways among them, in the frame of text that runs down. */
  readonly down: Framed[];
  readonly upright: readonly Glyph[];
}

/**
 * Takes the groups that stand in a column of `down` out of `upright`. Single characters hand the column on: labels set
 * upright, a character a line, write only their brackets and long vowels vertically.
 */
export function adoptSideways(down: readonly Glyph[], upright: readonly Glyph[]): Split {
  const framed = down.map((glyph): Framed => ({ glyph, box: toFrame(glyph.box, 'down') }));
  const groups = touchingGroups(upright).map((members): Group => ({ members, box: boundingBox(members.map((glyph) => glyph.box)) }));
  const near = groupFinder(groups.filter(({ members }) => members.length <= LONGEST));
  const adopted = new Set<Group>();
  const column = down.filter((glyph) => glyph.vertical);
  for (let i = 0; i < column.length; i += 1) {
    const glyph = column[i];
    if (glyph === undefined) break;
    for (const group of near(glyph)) {
      if (adopted.has(group) || !standsBy(group.box, glyph)) continue;
      adopted.add(group);
      framed.push(...inColumn(group.members, group.box, glyph.box));
      const [only] = group.members;
      if (group.members.length === 1 && only !== undefined && !isSpace(only)) column.push(only);
    }
  }
  return { down: framed, upright: groups.flatMap((group) => (adopted.has(group) ? [] : group.members)) };
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

/** Finds the groups that may stand right above or below a glyph: those whose place on a coarse grid is near. */
function groupFinder(groups: readonly Group[]): (glyph: Glyph) => Group[] {
  const places = new Map<string, Group[]>();
  const tallest = groups.reduce((most, { box }) => Math.max(most, box.bottom - box.top), 0);
  for (const group of groups) {
    const key = `${Math.floor(centreX(group.box) / SQUARE)} ${Math.floor(centreY(group.box) / SQUARE)}`;
    const place = places.get(key);
    if (place) place.push(group);
    else places.set(key, [group]);
  }
  return ({ box, size }) => {
    const found: Group[] = [];
    const [x, y] = [centreX(box), centreY(box)];
    const [aside, reach] = [ASIDE * size, NEAR * size + (box.bottom - box.top + tallest) / 2];
    for (let kx = Math.floor((x - aside) / SQUARE); kx <= Math.floor((x + aside) / SQUARE); kx += 1) {
      for (let ky = Math.floor((y - reach) / SQUARE); ky <= Math.floor((y + reach) / SQUARE); ky += 1) {
        found.push(...(places.get(`${kx} ${ky}`) ?? []));
      }
    }
    return found;
  };
}

function standsBy(box: Box, glyph: Glyph): boolean {
  const em = glyph.size;
  if (box.x1 - box.x0 > WIDEST * em || Math.abs(centreX(box) - centreX(glyph.box)) > ASIDE * em) return false;
  const gap = -overlap(box.top, box.bottom, glyph.box.top, glyph.box.bottom);
  return gap <= NEAR * em && gap >= -0.3 * em && Math.abs(centreY(box) - centreY(glyph.box)) > 0.3 * em;
}
