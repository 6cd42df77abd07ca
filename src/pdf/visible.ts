/** Which glyphs a reader of the page sees, and why not the others. */
import type { Box, HiddenReason } from '../model/page.js';
import { scaleBox } from '../model/scale.js';
import { sameColour } from './colour.js';
import { centreOf } from './geometry.js';
import type { Grounds } from './ground.js';
import type { GlyphMark } from './marks.js';

/**
 * Share of the em box that must show, along and across the line, for the glyph to count as visible.
 * The em box has margins without ink, so a sliver of it is nothing to see.
 */
const VISIBLE_SHARE = 0.15;

/** The reason why the glyph is not seen, `undefined` when it is. `unit`: of `grounds` (see `unitOf`). */
export function hiddenReason(glyph: GlyphMark, page: Box, grounds: Grounds, unit: number): HiddenReason | undefined {
  const { paints, layerOff, opaque, clip } = glyph.style;
  if (paints.length === 0 || layerOff) return 'mode';
  if (!opaque) return 'transparent';
  if (!shows(glyph.box, page) || !shows(glyph.box, clip)) return 'outside';
  // Most text is black, and painted last: where it stands makes no difference.
  const mayVanish = grounds.mayHide(paints);
  if (!mayVanish && !grounds.mayCover(glyph.order)) return undefined;
  const centre = centreOf(scaleBox(glyph.box, 1 / unit));
  if (grounds.isCovered([centre], glyph.order)) return 'covered';
  const ground = mayVanish ? grounds.colourAt(centre.x, centre.y, glyph.order) : null;
  if (ground !== null && paints.every((paint) => paint !== null && sameColour(paint, ground))) return 'background';
  return undefined;
}

function shows(box: Box, window: Box): boolean {
  if (box.x0 >= window.x0 && box.x1 <= window.x1 && box.top >= window.top && box.bottom <= window.bottom) return true;
  return share(box.x0, box.x1, window.x0, window.x1) >= VISIBLE_SHARE && share(box.top, box.bottom, window.top, window.bottom) >= VISIBLE_SHARE;
}

/** How much of low–high lies within from–to; a length of nothing counts whole when it is inside. */
function share(low: number, high: number, from: number, to: number): number {
  if (high - low < 1e-6) return low >= from && low <= to ? 1 : 0;
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
}
