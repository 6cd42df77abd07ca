import type { Page } from '../model/page.js';

/**
 * What a page can be read from.
 * - `text`: visible text that maps to Unicode
 * - `unmapped`: visible text, none of whose fonts map to Unicode (E_FONT_UNMAPPED)
 * - `image`: no visible text but an image (E_NO_TEXT_LAYER)
 * - `blank`: neither
 */
export type PageKind = 'text' | 'image' | 'blank' | 'unmapped';

export function pageKind(page: Page): PageKind {
  const visible = page.glyphs.filter((glyph) => glyph.hidden === undefined && glyph.text.trim() !== '');
  if (visible.length === 0) return page.images.length > 0 ? 'image' : 'blank';
  return visible.every((glyph) => page.fonts[glyph.font]?.unmapped === true) ? 'unmapped' : 'text';
}
