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

export interface GlyphPlacement {
  readonly shown: ShownGlyph;
  readonly box: Box;
  readonly size: number;
  readonly turn: Quarter;
  /** The baseline lies aslant. */
  readonly askew: boolean;
}

/** Places every glyph of a show operator; `state.textMatrix` ends behind the last one. */
export function placeGlyphs(state: GraphicsState, face: Face, items: readonly (ShownGlyph | number)[]): GlyphPlacement[] {
  const placed: GlyphPlacement[] = [];
  for (const item of items) {
    if (typeof item === 'number') {
      advance(state, face.vertical, (-item / 1000) * state.fontSize);
      continue;
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    const em = state.fontSize;
    const along = face.vertical
      ? verticalAdvance(item) * em * face.matrix[0]
      : (item.width * face.matrix[0] + 0 * face.matrix[2]) * em;
    placed.push(placeGlyph(state, face, item, along));
    advance(state, face.vertical, along + spacing);
  }
  return placed;
}

/** Downwards is negative; without metrics of its own a glyph advances one em (DW2's default, -1000). */
function verticalAdvance(glyph: ShownGlyph): number {
  return glyph.vmetric === null ? -1000 : glyph.vmetric[0];
}

function advance(state: GraphicsState, vertical: boolean, by: number): void {
  const step: Matrix = vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * state.horizontalScale, 0];
  state.textMatrix = concat(state.textMatrix, step);
}

function placeGlyph(state: GraphicsState, face: Face, shown: ShownGlyph, along: number): GlyphPlacement {
  const m = withoutSlant(concat(state.ctm, state.textMatrix));
  const em = state.fontSize;
  const th = state.horizontalScale;
  const box = face.vertical
    ? verticalBox(m, face, shown, along, state)
    : transformedBox(m, 0, state.rise - BELOW_BASELINE * em, along * th, state.rise + ABOVE_BASELINE * em);
  return { shown, box, size: Math.abs(em) * Math.hypot(m[2], m[3]), ...turnOf(m, em, th) };
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
function turnOf(m: Matrix, em: number, th: number): { readonly turn: Quarter; readonly askew: boolean } {
  const sign = em * th < 0 ? -1 : 1;
  const degrees = (Math.atan2(m[1] * sign, m[0] * sign) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  const quarters: readonly Quarter[] = [0, 90, 180, 270];
  return { turn: quarters[((quarter % 4) + 4) % 4] ?? 0, askew: Math.abs(degrees - quarter * 90) > ASKEW };
}
