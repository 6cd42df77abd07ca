/**
 * Which drawn glyphs are text of the page: `Page` → the visible glyphs and a count of the others.
 *
 * Fake bold and shadows draw a character again at nearly the same place; it counts once. A real
 * double (人人, 22, ……) stands a whole advance further on and stays.
 */
import type { Glyph, Page } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { overlap, squareKey } from './geometry.js';
import { SQUARE } from './tolerances.js';

/** Farthest that a doubled character is set off, in em: shadows stay below a third of the character. */
const DUPLICATE_OFFSET = 0.3;
/** Share of the narrower box that both drawings must cover; side by side letters (ll) share none. */
const DUPLICATE_OVERLAP = 0.5;
/** Sizes of the two drawings may differ by this share (a shadow drawn with a rounded size). */
const DUPLICATE_SIZE = 0.05;

export interface Marks {
  /** Visible glyphs in painting order, space glyphs among them. */
  readonly glyphs: readonly Glyph[];
  /** Glyphs left out, by reason; spaces are not counted. */
  readonly excluded: Readonly<Record<string, number>>;
}

const SPACES = /^[\s\u00a0\u2000-\u200b\u3000]*$/u;

/** True for a glyph that draws nothing: a space of any width. */
export const isSpace = ({ text }: Glyph): boolean => {
  // Kana, kanji and ASCII, which most glyphs are, need no pattern.
  const first = text.charCodeAt(0);
  return !((first > 0x3000 && first < 0xfe00) || (first > 0x20 && first < 0x7f)) && SPACES.test(text);
};

export function markGlyphs(page: Page, book: Rulebook = PLAIN_BOOK): Marks {
  const excluded: Record<string, number> = {};
  const glyphs: Glyph[] = [];
  const isDuplicate = duplicateFinder();
  for (const glyph of inPaintingOrder(page.glyphs)) {
    const reason = glyph.hidden ?? (says(book, 'drawn-twice', isDuplicate(glyph), () => glyph.box) ? 'duplicate' : undefined);
    if (reason === undefined) glyphs.push(glyph);
    else if (!isSpace(glyph)) excluded[reason] = (excluded[reason] ?? 0) + 1;
  }
  return { glyphs, excluded };
}

/** They come so from a PDF; the very same list then. */
function inPaintingOrder(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isInOrder = glyphs.every((glyph, i) => glyph.order >= (glyphs[i - 1]?.order ?? -Infinity));
  return isInOrder ? glyphs : [...glyphs].sort((a, b) => a.order - b.order);
}

/** Remembers the glyphs shown to it by character and place, so that each is compared with its own place only. */
function duplicateFinder(): (glyph: Glyph) => boolean {
  const seen = new Map<string, Map<number, Glyph[]>>();
  return (glyph) => {
    let squares = seen.get(glyph.text);
    if (!squares) seen.set(glyph.text, (squares = new Map()));
    const { x0, top } = glyph.box;
    // The other drawing, as large within `DUPLICATE_SIZE`, is set off by a share of its own size.
    const reach = glyph.size * DUPLICATE_OFFSET * (1 + 2 * DUPLICATE_SIZE);
    const [lastRow, lastColumn] = [squareOf(top + reach), squareOf(x0 + reach)];
    for (let row = squareOf(top - reach); row <= lastRow; row += 1) {
      for (let column = squareOf(x0 - reach); column <= lastColumn; column += 1) {
        if (squares.get(squareKey(column, row))?.some((other) => isSameDrawing(other, glyph))) return true;
      }
    }
    const key = squareKey(squareOf(x0), squareOf(top));
    const square = squares.get(key);
    if (square) square.push(glyph);
    else squares.set(key, [glyph]);
    return false;
  };
}

const squareOf = (place: number): number => Math.floor(place / SQUARE);

function isSameDrawing(a: Glyph, b: Glyph): boolean {
  if (a.turn !== b.turn || Math.abs(a.size - b.size) > DUPLICATE_SIZE * a.size) return false;
  const reach = DUPLICATE_OFFSET * a.size;
  if (Math.abs(a.box.x0 - b.box.x0) > reach || Math.abs(a.box.top - b.box.top) > reach) return false;
  return (
    sharedPart(a.box.x0, a.box.x1, b.box.x0, b.box.x1) >= DUPLICATE_OVERLAP && sharedPart(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >= DUPLICATE_OVERLAP
  );
}

function sharedPart(from1: number, to1: number, from2: number, to2: number): number {
  const shorter = Math.min(to1 - from1, to2 - from2);
  return shorter <= 0 ? 1 : overlap(from1, to1, from2, to2) / shorter;
}
