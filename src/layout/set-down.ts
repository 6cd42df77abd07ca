/**
 * Vertical writing whose kanji and kana come from a horizontal font, each placed under the last → glyphs that write
 * vertically.
 *
 * ```
 *   む 内     Older setting programs take only what looks different in vertical writing (、。「」ー) from the
 *   。 閣     vertical font. Line beside line, the characters touch across the lines as they do down them:
 *   次 は     what tells the direction is the order in which they were drawn.
 *   の 、
 * ```
 * Only on pages that are set so for the most part: a label set upright in a table's cell is read by `stacks.ts`.
 */
import type { Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, centreX } from './geometry.js';
import { isSpace } from './marks.js';

/** The next character's top lies this far (em) under the last one's: half an em after squeezed punctuation, three after two spaces. */
const STEP_LEAST = 0.4;
const STEP_MOST = 3.2;
/** Their middles differ across the line by no more than this, in em. */
const ASIDE = 0.1;
/** A stretch of so many characters is a line of text, not a label. */
const LINE_LENGTH = 8;
/** So much of the page's text stands in such lines. */
const MOST = 0.5;

/** The glyphs in the same order; on other pages the very same ones. */
export function readSetDown(glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): readonly Glyph[] {
  if (!glyphs.some((glyph) => glyph.vertical)) return glyphs;
  const stretches = downStretches(glyphs);
  const lines = stretches.filter((stretch) => stretch.length >= LINE_LENGTH);
  const isMixed = lines.some((line) => line.some((glyph) => glyph.vertical) && line.some((glyph) => !glyph.vertical));
  const printed = glyphs.filter((glyph) => !isSpace(glyph)).length;
  const inLines = lines.reduce((sum, line) => sum + line.filter((glyph) => !isSpace(glyph)).length, 0);
  if (!says(book, 'set-down', isMixed && inLines >= MOST * printed, () => boundingBox(lines.flat().map(({ box }) => box)))) return glyphs;
  const down = new Set(stretches.filter((stretch) => stretch.length > 1).flat());
  return glyphs.map((glyph) => (down.has(glyph) && !glyph.vertical ? { ...glyph, vertical: true } : glyph));
}

/** Upright glyphs in painting order, cut wherever the next does not stand right under the last. */
function downStretches(glyphs: readonly Glyph[]): Glyph[][] {
  const stretches: Glyph[][] = [];
  for (const glyph of glyphs) {
    const stretch = stretches[stretches.length - 1];
    const last = stretch?.[stretch.length - 1];
    if (stretch !== undefined && last !== undefined && standsUnder(last, glyph)) stretch.push(glyph);
    else stretches.push([glyph]);
  }
  return stretches;
}

function standsUnder(last: Glyph, glyph: Glyph): boolean {
  if (last.turn !== 0 || glyph.turn !== 0) return false;
  const em = Math.max(last.size, glyph.size);
  const step = glyph.box.top - last.box.top;
  return step >= STEP_LEAST * em && step <= STEP_MOST * em && Math.abs(centreX(glyph.box) - centreX(last.box)) <= ASIDE * em;
}
