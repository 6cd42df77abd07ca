/**
 * Characters that a font cannot mean: Latin letters and signs as wide as a kanji, in a font that sets its Latin half as wide.
 *
 *   需要~変化{対応w        a program that wrote the file anew mixed the font's characters up; の, に and し
 *   需要の変化に対応し     keep their full width, whatever they are called
 *
 * Such a glyph is taken for unreadable: plausible garbage is worse than a gap. Whether the page as a whole can be read then is
 * for `pageKind` to say.
 */
import type { Glyph, Page } from '../model/page.js';
import { UNREADABLE } from './character.js';

/** An ordinary letter or digit is no wider than this, in em. */
const NARROW = 0.7;
/** A kanji's advance, in em, less what a tight setting takes away. */
const FULL_WIDTH = 0.92;
/** So many narrow ones show that the font has them. */
const FEWEST_NARROW = 3;
/** Full-width １ or ＋ may be called 1 or +; letters such as ² ¸ º ù have no full-width form, and so many different ones give the mix-up away. */
const FEWEST_FOREIGN = 3;
const FOREIGN = /^[\u00A1-\u017F]$/u;
/** Letters and signs that proportional fonts do set about one em wide. */
const WIDE_LATIN = /^[WMm@%&ÆŒæœ¼½¾©®—…\s]$/u;
/** Signs of Latin-1 that JIS X 0208 has too: Japanese fonts set them full width, beside half-width letters. */
const JIS_SIGNS = /^[§¨¬°±´¶×÷]$/u;
const LATIN = /^[\u0021-\u007E\u00A1-\u017F]$/u;
const LAST_LATIN = 0x17f;
const ALPHANUMERIC = /^[A-Za-z0-9]$/u;

export function markImplausible(pages: readonly Page[]): readonly Page[] {
  const mixedUp = fontsMixedUp(pages);
  if (mixedUp.size === 0) return pages;
  return pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph) => (isTooWide(glyph) && mixedUp.has(fontOf(page, glyph)) ? { ...glyph, text: UNREADABLE } : glyph)),
  }));
}

/** Fonts with both narrow letters or digits and Latin characters of a kanji's width, among them some that nobody types so. */
function fontsMixedUp(pages: readonly Page[]): ReadonlySet<string> {
  const narrow = new Map<string, number>();
  const wide = new Map<string, Set<string>>();
  for (const page of pages) {
    for (const glyph of page.glyphs) {
      if (glyph.vertical || glyph.text.charCodeAt(0) > LAST_LATIN || !LATIN.test(glyph.text)) continue;
      const font = fontOf(page, glyph);
      if (isTooWide(glyph)) {
        if (FOREIGN.test(glyph.text)) wide.set(font, (wide.get(font) ?? new Set()).add(glyph.text));
      } else if (ALPHANUMERIC.test(glyph.text) && advanceOf(glyph) <= NARROW) narrow.set(font, (narrow.get(font) ?? 0) + 1);
    }
  }
  const isMixedUp = ([font, foreign]: readonly [string, ReadonlySet<string>]): boolean =>
    foreign.size >= FEWEST_FOREIGN && (narrow.get(font) ?? 0) >= FEWEST_NARROW;
  return new Set([...wide].filter(isMixedUp).map(([font]) => font));
}

const fontOf = (page: Page, glyph: Glyph): string => page.fonts[glyph.font]?.name ?? '';

function isTooWide(glyph: Glyph): boolean {
  return !glyph.vertical && LATIN.test(glyph.text) && !WIDE_LATIN.test(glyph.text) && !JIS_SIGNS.test(glyph.text) && advanceOf(glyph) >= FULL_WIDTH;
}

/** Along the line, in em. */
function advanceOf({ box, size, turn }: Glyph): number {
  const along = turn === 0 || turn === 180 ? box.x1 - box.x0 : box.bottom - box.top;
  return along / Math.max(size, 0.1);
}
