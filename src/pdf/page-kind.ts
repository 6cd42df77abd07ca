import type { Page } from '../model/page.js';
import { UNREADABLE } from './character.js';

/**
 * What a page can be read from.
 * - `text`: visible text that maps to Unicode
 * - `unmapped`: visible text, much of it in fonts that map to nothing (E_FONT_UNMAPPED)
 * - `image`: no visible text but an image (E_NO_TEXT_LAYER); with `Page.ocrLayer` text recognised from it is there, invisible
 * - `blank`: neither
 */
export type PageKind = 'text' | 'image' | 'blank' | 'unmapped';

/** With this share of its text unreadable, what is left of a page misleads more than it tells. */
const TOO_MUCH_UNREADABLE = 0.05;

export function pageKind(page: Page): PageKind {
  const visible = page.glyphs.filter((glyph) => glyph.hidden === undefined && glyph.text.trim() !== '');
  if (visible.length === 0) return page.images.length > 0 ? 'image' : 'blank';
  const unreadable = visible.filter((glyph) => glyph.text === UNREADABLE);
  return unreadable.length >= TOO_MUCH_UNREADABLE * visible.length ? 'unmapped' : 'text';
}
