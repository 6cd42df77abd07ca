/**
 * Brackets, points and dashes of vertical writing. pdf.js asks for their presentation forms (U+FE10 to
 * U+FE4F), which few fonts have; the ordinary character, turned or moved in its square, is the same picture.
 */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { VERTICAL_FORMS } from '../pdf/character.js';

/** Points and commas stand in the upper right of their square instead of the lower left. */
const MOVED = new Set(['︐', '︑', '︒']);
/** Marks that stand upright in vertical writing too. */
const UPRIGHT = new Set(['︕', '︖']);
/** How far a point is moved, in em, to the right and upwards: from one corner of the square to the other. */
const CORNER_TO_CORNER = 0.6;
/** The middle of the ideographic em box above the baseline, in em: it reaches from 0.12 below to 0.88 above. */
const MIDDLE = 0.38;

/** From now on the context draws these forms itself. */
export function drawVerticalForms(context: SKRSContext2D): void {
  const fillText = context.fillText.bind(context);
  context.fillText = (text, x, y, maxWidth) => {
    const ordinary = VERTICAL_FORMS.get(text);
    if (ordinary === undefined) {
      // The canvas takes an absent width for one of zero.
      if (maxWidth === undefined) fillText(text, x, y);
      else fillText(text, x, y, maxWidth);
      return;
    }
    const size = fontSize(context.font);
    if (UPRIGHT.has(text)) {
      fillText(ordinary, x, y);
    } else if (MOVED.has(text)) {
      fillText(ordinary, x + CORNER_TO_CORNER * size, y - CORNER_TO_CORNER * size);
    } else {
      context.save();
      context.translate(x + size / 2, y - MIDDLE * size);
      context.rotate(Math.PI / 2);
      fillText(ordinary, -size / 2, MIDDLE * size);
      context.restore();
    }
  };
}

function fontSize(font: string): number {
  return Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 0);
}
