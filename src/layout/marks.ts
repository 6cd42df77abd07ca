/**
 * Which drawn glyphs are text of the page: `Page` → the visible glyphs and a count of the others.
 *
 * Fake bold and shadows draw a character again at nearly the same place; it counts once. A real
 * double (人人, 22, ……) stands a whole advance further on and stays.
 */
import type { Glyph, Page } from '../model/page.js';
import { overlap } from './geometry.js';

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
export const isSpace = (glyph: Glyph): boolean => SPACES.test(glyph.text);

export function markGlyphs(page: Page): Marks {
  const excluded: Record<string, number> = {};
  const glyphs: Glyph[] = [];
  const isDuplicate = duplicateFinder();
  for (const glyph of [...page.glyphs].sort((a, b) => a.order - b.order)) {
    const reason = glyph.hidden ?? (isDuplicate(glyph) ? 'duplicate' : undefined);
    if (reason === undefined) glyphs.push(glyph);
    else if (!isSpace(glyph)) excluded[reason] = (excluded[reason] ?? 0) + 1;
  }
  return { glyphs, excluded };
}

/** Remembers the glyphs shown to it in a spatial hash, so that each is compared with its own place only. */
function duplicateFinder(): (glyph: Glyph) => boolean {
  const seen = new Map<string, Glyph[]>();
  return (glyph) => {
    const step = Math.max(glyph.size * DUPLICATE_OFFSET, 0.1);
    // Sizes are keyed by octave so that nearly equal sizes use the same raster.
    const raster = 2 ** Math.round(Math.log2(step));
    const column = Math.floor(glyph.box.x0 / raster);
    const row = Math.floor(glyph.box.top / raster);
    for (const octave of [raster / 2, raster, raster * 2]) {
      const reach = Math.ceil(step / octave);
      const c = Math.floor(glyph.box.x0 / octave);
      const r = Math.floor(glyph.box.top / octave);
      for (let dr = -reach; dr <= reach; dr += 1) {
        for (let dc = -reach; dc <= reach; dc += 1) {
          const near = seen.get(`${octave} ${c + dc} ${r + dr} ${glyph.text}`);
          if (near?.some((other) => isSameDrawing(other, glyph))) return true;
        }
      }
    }
    const key = `${raster} ${column} ${row} ${glyph.text}`;
    const bucket = seen.get(key);
    if (bucket) bucket.push(glyph);
    else seen.set(key, [glyph]);
    return false;
  };
}

function isSameDrawing(a: Glyph, b: Glyph): boolean {
  if (a.turn !== b.turn || Math.abs(a.size - b.size) > DUPLICATE_SIZE * a.size) return false;
  const reach = DUPLICATE_OFFSET * a.size;
  if (Math.abs(a.box.x0 - b.box.x0) > reach || Math.abs(a.box.top - b.box.top) > reach) return false;
  return (
    sharedPart(a.box.x0, a.box.x1, b.box.x0, b.box.x1) >= DUPLICATE_OVERLAP &&
    sharedPart(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >= DUPLICATE_OVERLAP
  );
}

function sharedPart(from1: number, to1: number, from2: number, to2: number): number {
  const shorter = Math.min(to1 - from1, to2 - from2);
  return shorter <= 0 ? 1 : overlap(from1, to1, from2, to2) / shorter;
}
