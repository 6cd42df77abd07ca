/** Which glyphs a reader of the page sees, and why not the others. */
import type { Box, HiddenReason } from '../model/page.js';
import { sameColour } from './colour.js';
import { centreOf } from './geometry.js';
import type { Grounds } from './ground.js';
import type { GlyphMark } from './marks.js';

/**
 * Share of the em box that must show, along and across the line, for the glyph to count as visible.
 * The em box has margins without ink, so a sliver of it is nothing to see.
 */
const VISIBLE_SHARE = 0.15;

/** The reason why the glyph is not seen, `undefined` when it is. */
export function hiddenReason(glyph: GlyphMark, page: Box, grounds: Grounds): HiddenReason | undefined {
  if (glyph.paints.length === 0 || glyph.layerOff) return 'mode';
  if (!glyph.opaque) return 'transparent';
  if (!shows(glyph.box, page) || !shows(glyph.box, glyph.clip)) return 'outside';
  const centre = centreOf(glyph.box);
  if (grounds.isCovered([centre], glyph.order)) return 'covered';
  const ground = grounds.colourAt(centre.x, centre.y, glyph.order);
  if (ground !== null && glyph.paints.every((paint) => paint !== null && sameColour(paint, ground))) return 'background';
  return undefined;
}

function shows(box: Box, window: Box): boolean {
  return share(box.x0, box.x1, window.x0, window.x1) >= VISIBLE_SHARE && share(box.top, box.bottom, window.top, window.bottom) >= VISIBLE_SHARE;
}

/** How much of low–high lies within from–to; a length of nothing counts whole when it is inside. */
function share(low: number, high: number, from: number, to: number): number {
  if (high - low < 1e-6) return low >= from && low <= to ? 1 : 0;
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
}
