import type { Page } from '../model/page.js';

/**
 * What a page can be read from.
 * - `text`: visible text that maps to Unicode
 * - `unmapped`: visible text, half of it or more in fonts that map to nothing (E_FONT_UNMAPPED)
 * - `image`: no visible text but an image (E_NO_TEXT_LAYER); with `Page.ocrLayer` text recognised from it is there, invisible
 * - `blank`: neither
 */
export type PageKind = 'text' | 'image' | 'blank' | 'unmapped';

/** With this share of its text unreadable, what is left of a page misleads more than it tells. */
const TOO_MUCH_UNMAPPED = 0.5;

export function pageKind(page: Page): PageKind {
  const visible = page.glyphs.filter((glyph) => glyph.hidden === undefined && glyph.text.trim() !== '');
  if (visible.length === 0) return page.images.length > 0 ? 'image' : 'blank';
  const unmapped = visible.filter((glyph) => page.fonts[glyph.font]?.unmapped === true);
  return unmapped.length >= TOO_MUCH_UNMAPPED * visible.length ? 'unmapped' : 'text';
}
