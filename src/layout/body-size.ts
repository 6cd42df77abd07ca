/**
 * Pages are read at the size at which their text is 10.5 points, whatever size it was printed at.
 *
 * An A3 sheet reduced to A4 is the same sheet: every distance on it shrinks with its text, and so must what counts as near, as
 * thin, as the same place. So lengths that the reader's rooms do not give in em are points of such a page. A document has one
 * size for all of its pages, so that places on them can be compared.
 */
import type { Glyph, Page } from '../model/page.js';
import { BODY, scaleBox, scaled, scaleDrawn } from '../model/scale.js';
import { median } from './geometry.js';
import { isSpace } from './marks.js';
import type { UprightPage } from './upright.js';

/** The pages with their body text at `BODY` points, places rounded alike; the very same pages where there is no text. */
export function toBodySize(pages: readonly UprightPage[]): readonly UprightPage[] {
  const body = bodySize(pages.map(({ page }) => page));
  if (body === 0) return pages;
  return pages.map(({ page, back }) => ({ page: scalePage(page, BODY / body), back: (box) => back(scaleBox(box, body / BODY)) }));
}

/** The size of most of the printed text; 0 without any. */
function bodySize(pages: readonly Page[]): number {
  const sizes: number[] = [];
  for (const { glyphs } of pages) {
    for (const glyph of glyphs) if (glyph.hidden === undefined && !isSpace(glyph)) sizes.push(glyph.size);
  }
  return median(sizes);
}

export function scalePage(page: Page, by: number): Page {
  return {
    ...page,
    width: page.width * by,
    height: page.height * by,
    glyphs: page.glyphs.map((glyph): Glyph => ({ ...glyph, box: scaleBox(glyph.box, by), size: scaled(glyph.size, by) })),
    ...scaleDrawn(page, by),
  };
}
