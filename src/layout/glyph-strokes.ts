/**
 * Rulings that are strokes of a character: text made bold by stroking its outline reaches some PDFs as lines.
 *
 * ```
 * ┌──┐
 * ├──┤   目 drawn as lines: several of them, in both directions, within one character's em box
 * ├──┤
 * └──┘
 * ```
 * A strike-through is one or two lines of one direction.
 */
import type { Glyph, Ruling } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { squareKey } from './geometry.js';
import { isSpace } from './marks.js';
import { SQUARE } from './tolerances.js';

/** Strokes reach out of the em box by no more than this share of it. */
const SLACK = 0.15;
/** Fewer lines within a character are a strike or an underline. */
const FEWEST = 3;

export function withoutGlyphStrokes(rulings: readonly Ruling[], glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): readonly Ruling[] {
  const largest = glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const short = rulings.filter((ruling) => ruling.to - ruling.from <= largest * (1 + 2 * SLACK));
  if (short.length < FEWEST) return rulings;
  // Only the squares in whose middle a short ruling lies are looked into.
  const squares = new Map<number, Glyph[]>(short.map((ruling) => [squareOf(ruling), []]));
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    const { x0, top, x1, bottom } = glyph.box;
    for (let x = Math.floor(x0 / SQUARE); x <= Math.floor(x1 / SQUARE); x++) {
      for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) squares.get(squareKey(x, y))?.push(glyph);
    }
  }
  const within = new Map<Glyph, Ruling[]>();
  for (const ruling of short) {
    const holder = squares.get(squareOf(ruling))?.find((glyph) => holds(glyph, ruling));
    if (!holder) continue;
    const list = within.get(holder);
    if (list) list.push(ruling);
    else within.set(holder, [ruling]);
  }
  const strokes = new Set<Ruling>();
  for (const [glyph, list] of within) {
    const areStrokes = list.length >= FEWEST && new Set(list.map(({ axis }) => axis)).size === 2;
    if (!says(book, 'glyph-strokes', areStrokes, () => glyph.box)) continue;
    for (const ruling of list) strokes.add(ruling);
  }
  return strokes.size === 0 ? rulings : rulings.filter((ruling) => !strokes.has(ruling));
}

/** The square of the ruling's middle. */
function squareOf({ axis, at, from, to }: Ruling): number {
  const middle = (from + to) / 2;
  const [x, y] = axis === 'h' ? [middle, at] : [at, middle];
  return squareKey(Math.floor(x / SQUARE), Math.floor(y / SQUARE));
}

function holds({ box, size }: Glyph, { axis, at, from, to }: Ruling): boolean {
  const slack = SLACK * size;
  const [start, end, low, high] = axis === 'h' ? [box.x0, box.x1, box.top, box.bottom] : [box.top, box.bottom, box.x0, box.x1];
  return from >= start - slack && to <= end + slack && at >= low - slack && at <= high + slack;
}
