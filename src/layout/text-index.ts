/** Looks up whether printed text stands in a box. Glyphs are kept by place, so that a look-up costs its own area only. */
import type { Box, Glyph } from '../model/page.js';
import { centreX, centreY, containsPoint, squareKey } from './geometry.js';
import { isSpace } from './marks.js';
import { SQUARE } from './tolerances.js';

export type HasText = (box: Box) => boolean;

/** True when the middle of a printed glyph lies in the box; of those that are `isMeant`. */
export function indexText(glyphs: readonly Glyph[], isMeant: (glyph: Glyph) => boolean = () => true): HasText {
  let buckets: ReadonlyMap<number, readonly Glyph[]> | undefined;
  return (box) => {
    // Many pages never ask.
    buckets ??= toBuckets(glyphs.filter(isMeant));
    for (let c = Math.floor(box.x0 / SQUARE); c <= Math.floor(box.x1 / SQUARE); c += 1) {
      for (let r = Math.floor(box.top / SQUARE); r <= Math.floor(box.bottom / SQUARE); r += 1) {
        const found = buckets.get(squareKey(c, r))?.some((g) => containsPoint(box, centreX(g.box), centreY(g.box)));
        if (found === true) return true;
      }
    }
    return false;
  };
}

function toBuckets(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> {
  const buckets = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    const key = squareKey(Math.floor(centreX(glyph.box) / SQUARE), Math.floor(centreY(glyph.box) / SQUARE));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(glyph);
    else buckets.set(key, [glyph]);
  }
  return buckets;
}
