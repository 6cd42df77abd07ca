/**
 * Marks laid over the page: 写, （案）, SAMPLE, a file stamp set across the sheet, a reader's comment. They are no cell's text.
 *
 * Printed text keeps clear of other text and of rulings. A mark does not: it is set askew, or so much larger than the page's
 * text that it runs over text or rulings. A large title stands alone and stays text.
 */
import type { Glyph, Ruling } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { median } from './geometry.js';
import { isSpace } from './marks.js';

/** So many times the page's usual size: headings reach about twice of it, cover titles stand alone. */
const OVERSIZE = 2.5;
/** A ruling runs through a mark when it passes this far inside its em box (share of the em). */
const INSIDE = 0.2;

export interface Overlays {
  readonly overlays: readonly Glyph[];
  readonly text: readonly Glyph[];
}

export function splitOverlays(glyphs: readonly Glyph[], rulings: readonly Ruling[], book: Rulebook = PLAIN_BOOK): Overlays {
  const apart = glyphs.filter((glyph) => glyph.askew === true || glyph.annotation === true);
  const askew = new Set(apart.filter((glyph) => says(book, 'laid-askew', true, () => glyph.box)));
  const isApart = (glyph: Glyph): boolean => askew.has(glyph);
  const printed = glyphs.filter((glyph) => !isSpace(glyph));
  const usual = median(printed.map((glyph) => glyph.size));
  const large = printed.filter((glyph) => glyph.size >= OVERSIZE * usual);
  const small = large.length === 0 ? [] : printed.filter((glyph) => glyph.size < OVERSIZE * usual && !isApart(glyph));
  // Few glyphs of a page are this large, so each may be held against all others.
  const laid = new Set(
    large.filter((mark) =>
      says(book, 'laid-over', small.some((glyph) => covers(mark, glyph)) || rulings.some((ruling) => passes(ruling, mark)), () => mark.box),
    ),
  );
  if (askew.size === 0 && laid.size === 0) return { overlays: [], text: glyphs };
  const isOverlay = (glyph: Glyph): boolean => isApart(glyph) || laid.has(glyph);
  return { overlays: glyphs.filter(isOverlay), text: glyphs.filter((glyph) => !isOverlay(glyph)) };
}

/** The middle of the other glyph lies within the mark's em box. */
function covers({ box }: Glyph, other: Glyph): boolean {
  const x = (other.box.x0 + other.box.x1) / 2;
  const y = (other.box.top + other.box.bottom) / 2;
  return x > box.x0 && x < box.x1 && y > box.top && y < box.bottom;
}

function passes(ruling: Ruling, { box, size }: Glyph): boolean {
  const [low, high, from, to] = ruling.axis === 'h' ? [box.top, box.bottom, box.x0, box.x1] : [box.x0, box.x1, box.top, box.bottom];
  const margin = INSIDE * size;
  return ruling.at > low + margin && ruling.at < high - margin && ruling.from <= from && ruling.to >= to;
}
