/** Looks up whether printed text stands in a box. Glyphs are kept by place, so that a look-up costs its own area only. */
import type { Box, Glyph } from '../model/page.js';
import { centreX, centreY, containsPoint, squareKey } from './geometry.js';
import { isSpace } from './marks.js';
import { SQUARE } from './tolerances.js';

export type HasText = (box: Box) => boolean;

/** True when the middle of a printed glyph lies in the box. */
export function indexText(glyphs: readonly Glyph[]): HasText {
  const buckets = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    const key = squareKey(Math.floor(centreX(glyph.box) / SQUARE), Math.floor(centreY(glyph.box) / SQUARE));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(glyph);
    else buckets.set(key, [glyph]);
  }
  return (box) => {
    for (let c = Math.floor(box.x0 / SQUARE); c <= Math.floor(box.x1 / SQUARE); c += 1) {
      for (let r = Math.floor(box.top / SQUARE); r <= Math.floor(box.bottom / SQUARE); r += 1) {
        const found = buckets.get(squareKey(c, r))?.some((g) => containsPoint(box, centreX(g.box), centreY(g.box)));
        if (found === true) return true;
      }
    }
    return false;
  };
}
