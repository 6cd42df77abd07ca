/**
 * Places the glyphs of one show operator and moves the text matrix on (PDF 32000-1, 9.4.4).
 *
 *   horizontal            vertical
 *   ┌────┐ 0.88 em        ┌──┬──┐ ← origin in the middle of the top
 *   │ 字 │                │  字 │
 *   o────┤ ← baseline     └─────┘ one advance down
 *   └────┘ 0.12 em
 */
import type { Box, Quarter } from '../model/page.js';
import type { Matrix } from './geometry.js';
import { concat, transformedBox } from './geometry.js';
import type { Face, ShownGlyph } from './operations.js';
import type { GraphicsState } from './state.js';

/**
 * The ideographic em box about the baseline: fonts for Japanese put the em square 0.88 em above and
 * 0.12 em below it (OpenType `ideo` baseline of the usual 1000-unit fonts), whatever their `ascent` says.
 */
const ABOVE_BASELINE = 0.88;
const BELOW_BASELINE = 0.12;

/** The glyphs of one show operator; they share their size and direction. */
export interface PlacedGlyphs {
  readonly shown: readonly ShownGlyph[];
  /** The em box of each. */
  readonly boxes: readonly Box[];
  readonly size: number;
  readonly turn: Quarter;
  /** The baseline lies aslant. */
  readonly askew: boolean;
}

/** Places every glyph of a show operator; `state.textMatrix` ends behind the last one. */
export function placeGlyphs(state: GraphicsState, face: Face, items: readonly (ShownGlyph | number)[]): PlacedGlyphs {
  const shown: ShownGlyph[] = [];
  const boxes: Box[] = [];
  const em = state.fontSize;
  const th = state.horizontalScale;
  const [ta, tb, tc, td] = state.textMatrix;
  let [, , , , te, tf] = state.textMatrix;
  // What the glyphs share: all of the matrix but where it leads.
  const [a, b, c, d] = withoutSlant(concat(state.ctm, state.textMatrix));
  const [ca, cb, cc, cd, ce, cf] = state.ctm;
  const moveOn = (by: number): void => {
    const x = face.vertical ? 0 : by * th;
    const y = face.vertical ? by : 0;
    te = ta * x + tc * y + te;
    tf = tb * x + td * y + tf;
  };
  for (const item of items) {
    if (typeof item === 'number') {
      moveOn((-item / 1000) * em);
      continue;
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    const along = face.vertical ? verticalAdvance(item) * em * face.matrix[0] : (item.width * face.matrix[0] + 0 * face.matrix[2]) * em;
    const m: Matrix = [a, b, c, d, ca * te + cc * tf + ce, cb * te + cd * tf + cf];
    shown.push(item);
    boxes.push(
      face.vertical
        ? verticalBox(m, face, item, along, state)
        : transformedBox(m, 0, state.rise - BELOW_BASELINE * em, along * th, state.rise + ABOVE_BASELINE * em),
    );
    moveOn(along + spacing);
  }
  state.textMatrix = [ta, tb, tc, td, te, tf];
  return { shown, boxes, size: Math.abs(em) * Math.hypot(c, d), ...turnOf(a, b, em, th) };
}

/** Downwards is negative; without metrics of its own a glyph advances one em (DW2's default, -1000). */
function verticalAdvance(glyph: ShownGlyph): number {
  return glyph.vmetric === null ? -1000 : glyph.vmetric[0];
}

/**
 * The em box of a glyph written downwards, from its own position vector (W2): usually the middle of the em box's top.
 * Some writers state all zeros for punctuation in labels: the glyph stands on its horizontal origin and moves nothing on.
 */
function verticalBox(m: Matrix, face: Face, shown: ShownGlyph, along: number, state: GraphicsState): Box {
  const em = state.fontSize;
  const th = state.horizontalScale;
  const [, vx, vy] = shown.vmetric ?? [0, shown.width / 2, ABOVE_BASELINE / face.matrix[0]];
  const middle = (shown.width / 2 - vx) * face.matrix[0] * em * th;
  const top = state.rise + (ABOVE_BASELINE - vy * face.matrix[0]) * em;
  const bottom = along === 0 ? top - em : top + along;
  return transformedBox(m, middle - (em / 2) * th, bottom, middle + (em / 2) * th, top);
}

/**
 * Fake italics slant the upright of the em box, not its place along the line: the slanted box, set upright again.
 * Its ends would reach over its neighbours otherwise, and the spaces between words would be gone.
 */
function withoutSlant([a, b, c, d, e, f]: Matrix): Matrix {
  const length = a * a + b * b;
  const slant = length === 0 ? 0 : (a * c + b * d) / length;
  return [a, b, c - slant * a, d - slant * b, e, f];
}

/** Degrees. Scans and hand-placed text lean by less; watermarks and stamps by more. */
const ASKEW = 5;

/** The nearest quarter turn of the baseline; a skewed upright (fake italics) does not turn the glyph. */
function turnOf(a: number, b: number, em: number, th: number): { readonly turn: Quarter; readonly askew: boolean } {
  const sign = em * th < 0 ? -1 : 1;
  const degrees = (Math.atan2(b * sign, a * sign) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  const quarters: readonly Quarter[] = [0, 90, 180, 270];
  return { turn: quarters[((quarter % 4) + 4) % 4] ?? 0, askew: Math.abs(degrees - quarter * 90) > ASKEW };
}
