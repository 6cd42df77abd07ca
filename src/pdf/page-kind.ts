import { once } from '../model/once.js';
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

/** Asked of each page before it is read, and for each kind that is told of. */
export const pageKind = once((page: Page): PageKind => {
  let visible = 0;
  let unreadable = 0;
  for (const { hidden, text } of page.glyphs) {
    if (hidden !== undefined || text.trim() === '') continue;
    visible += 1;
    if (text === UNREADABLE) unreadable += 1;
  }
  if (visible === 0) return page.images.length > 0 ? 'image' : 'blank';
  return unreadable >= TOO_MUCH_UNREADABLE * visible ? 'unmapped' : 'text';
});
