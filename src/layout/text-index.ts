/** Looks up whether printed text stands in a box. Glyphs are kept by place, so that a look-up costs its own area only. */
import type { Box, Glyph } from '../model/page.js';
import { centreX, centreY, containsPoint } from './geometry.js';
import { isSpace } from './marks.js';

const BUCKET = 16;

export type HasText = (box: Box) => boolean;

/** True when the middle of a printed glyph lies in the box. */
export function indexText(glyphs: readonly Glyph[]): HasText {
  const buckets = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    const key = keyOf(Math.floor(centreX(glyph.box) / BUCKET), Math.floor(centreY(glyph.box) / BUCKET));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(glyph);
    else buckets.set(key, [glyph]);
  }
  return (box) => {
    for (let c = Math.floor(box.x0 / BUCKET); c <= Math.floor(box.x1 / BUCKET); c += 1) {
      for (let r = Math.floor(box.top / BUCKET); r <= Math.floor(box.bottom / BUCKET); r += 1) {
        const found = buckets.get(keyOf(c, r))?.some((g) => containsPoint(box, centreX(g.box), centreY(g.box)));
        if (found === true) return true;
      }
    }
    return false;
  };
}

/** Buckets far off the page may share a number: whoever looks into one compares places anyway. */
const keyOf = (column: number, row: number): number => row * 2 ** 21 + column;
