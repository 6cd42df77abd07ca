/**
 * Stacked text (a label set downwards, character by character) that is too long for its cell and runs on over what stands
 * below: it belongs where it begins, as a line does that overflows its cell.
 *
 * ```
 * │ 取 │ 検討を進めた。      │
 * │ 組 │                     │
 * └─状─┴─────────────────────┘    between the cells, and
 * ┌─況───────────────────────┐
 * │ 基本事業3  未利用地      │    over other characters: no one reads 況 as part of these
 * ```
 */
import type { Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { area, boundingBox, centreX, overlap } from './geometry.js';
import { isSpace } from './marks.js';
import { SQUARE } from './tolerances.js';

/** Characters of a stack stand below each other within this, em … */
const ASIDE = 0.1;
/** … and follow each other at these distances, em: rows of a table are further apart than the characters of a word. */
const NEAREST = 0.8;
const FURTHEST = 1.3;
/** So many characters below each other, the first of them in one cell, are a stack. */
const FEWEST = 4;
const AT_HOME = 2;
/** Characters that share so much of their area were not set together. */
const SHARED = 0.15;

/**
 * Glyphs that spill out of their stack's cell → the glyph that the stack begins with. `glyphs` in painting order; `cellOf`: the
 * cell in which a glyph's middle lies, one object a cell, undefined outside of tables.
 */
export function findSpilledStacks(glyphs: readonly Glyph[], cellOf: (glyph: Glyph) => unknown, book: Rulebook = PLAIN_BOOK): ReadonlyMap<Glyph, Glyph> {
  const spilled = new Map<Glyph, Glyph>();
  const stacks = stacksOf(glyphs.filter((glyph) => !isSpace(glyph)));
  const crossing = stacks.filter((stack) => isCrossing(stack, cellOf));
  if (crossing.length === 0) return spilled;
  const isOverOther = overlapIndex(glyphs);
  for (const stack of crossing) {
    const [first] = stack;
    const home = first === undefined ? undefined : cellOf(first);
    if (first === undefined || home === undefined) continue;
    const out = stack.filter((glyph) => cellOf(glyph) !== home);
    const isSpilled = out.every((glyph) => cellOf(glyph) === undefined || isOverOther(glyph, stack));
    if (says(book, 'spilled-stack', isSpilled, () => boundingBox(out.map(({ box }) => box)))) for (const glyph of out) spilled.set(glyph, first);
  }
  return spilled;
}

function stacksOf(glyphs: readonly Glyph[]): Glyph[][] {
  const stacks: Glyph[][] = [];
  let from = 0;
  for (let i = 1; i <= glyphs.length; i += 1) {
    const [last, glyph] = [glyphs[i - 1], glyphs[i]];
    if (last !== undefined && glyph !== undefined && isBelow(last, glyph)) continue;
    if (i - from >= FEWEST) stacks.push(glyphs.slice(from, i));
    from = i;
  }
  return stacks;
}

function isBelow(last: Glyph, glyph: Glyph): boolean {
  const down = glyph.box.top - last.box.top;
  return Math.abs(centreX(glyph.box) - centreX(last.box)) <= ASIDE * last.size && down >= NEAREST * last.size && down <= FURTHEST * last.size;
}

/** It begins with some characters in one cell and ends outside of it. */
function isCrossing(stack: readonly Glyph[], cellOf: (glyph: Glyph) => unknown): boolean {
  const [first] = stack;
  const home = first === undefined ? undefined : cellOf(first);
  const left = stack.findIndex((glyph) => cellOf(glyph) !== home);
  return home !== undefined && left >= AT_HOME && stack.slice(left).every((glyph) => cellOf(glyph) !== home);
}

/** Tells whether a glyph lies over a printed one that is not of its stack. */
function overlapIndex(glyphs: readonly Glyph[]): (glyph: Glyph, stack: readonly Glyph[]) => boolean {
  const buckets = new Map<string, Glyph[]>();
  const keysOf = ({ box }: Glyph): string[] => {
    const keys: string[] = [];
    for (let c = Math.floor(box.x0 / SQUARE); c <= Math.floor(box.x1 / SQUARE); c += 1) {
      for (let r = Math.floor(box.top / SQUARE); r <= Math.floor(box.bottom / SQUARE); r += 1) keys.push(`${c} ${r}`);
    }
    return keys;
  };
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    for (const key of keysOf(glyph)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(glyph);
      else buckets.set(key, [glyph]);
    }
  }
  const shared = (a: Glyph, b: Glyph): number =>
    Math.max(0, overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1)) * Math.max(0, overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom));
  return (glyph, stack) =>
    keysOf(glyph).some((key) =>
      (buckets.get(key) ?? []).some((other) => !stack.includes(other) && shared(glyph, other) >= SHARED * Math.min(area(glyph.box), area(other.box))),
    );
}
