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
import type { GlyphSetting } from './marks.js';
import type { Face, ShownGlyph } from './operations.js';
import type { GraphicsState } from './state.js';

/**
 * The ideographic em box about the baseline: fonts for Japanese put the em square 0.88 em above and
 * 0.12 em below it (OpenType `ideo` baseline of the usual 1000-unit fonts), whatever their `ascent` says.
 */
const ABOVE_BASELINE = 0.88;
const BELOW_BASELINE = 0.12;

/**
 * What all glyphs share that are shown in one size under one matrix, wherever it leads to. Most of a page is set in a few of these, and
 * most of its glyphs are as wide as the one before.
 */
export class TextFrame {
  readonly setting: GlyphSetting;
  /** From the font's em square to the page, apart from where it leads to. */
  private readonly matrix: Matrix;
  private reach: Box | undefined;
  private reachAlong = 0;
  private reachRise = 0;

  constructor(
    private readonly ctm: Matrix,
    private readonly text: Matrix,
    private readonly em: number,
    private readonly th: number,
  ) {
    const [a, b, c, d] = withoutSlant(concat(ctm, text));
    this.matrix = [a, b, c, d, 0, 0];
    this.setting = { size: Math.abs(em) * Math.hypot(c, d), ...turnOf(a, b, em, th) };
  }

  isOf({ ctm, textMatrix: text, fontSize, horizontalScale }: GraphicsState): boolean {
    const own = this.text;
    if (ctm !== this.ctm || fontSize !== this.em || horizontalScale !== this.th) return false;
    return text[0] === own[0] && text[1] === own[1] && text[2] === own[2] && text[3] === own[3];
  }

  /** The em box of a glyph that takes `along` of its line, about its origin. */
  acrossReach(along: number, rise: number): Box {
    if (this.reach !== undefined && this.reachAlong === along && this.reachRise === rise) return this.reach;
    this.reachAlong = along;
    this.reachRise = rise;
    this.reach = transformedBox(this.matrix, 0, rise - BELOW_BASELINE * this.em, along * this.th, rise + ABOVE_BASELINE * this.em);
    return this.reach;
  }

  /**
   * The same of a glyph written downwards, from its own position vector (W2): usually the middle of the em box's top.
   * Some writers state all zeros for punctuation in labels: the glyph stands on its horizontal origin and moves nothing on.
   */
  downReach(face: Face, shown: ShownGlyph, along: number, rise: number): Box {
    const { em, th } = this;
    const [, vx, vy] = shown.vmetric ?? [0, shown.width / 2, ABOVE_BASELINE / face.matrix[0]];
    const middle = (shown.width / 2 - vx) * face.matrix[0] * em * th;
    const top = rise + (ABOVE_BASELINE - vy * face.matrix[0]) * em;
    const bottom = along === 0 ? top - em : top + along;
    return transformedBox(this.matrix, middle - (em / 2) * th, bottom, middle + (em / 2) * th, top);
  }
}

/** The em box of each glyph of a show operator, in order; `state.textMatrix` ends behind the last one. */
export function placeGlyphs(state: GraphicsState, face: Face, frame: TextFrame, items: readonly (ShownGlyph | number)[]): Box[] {
  const boxes: Box[] = [];
  const { ctm, textMatrix, rise, fontSize: em, horizontalScale: th } = state;
  const { vertical, matrix: own } = face;
  let te = textMatrix[4];
  let tf = textMatrix[5];
  for (const item of items) {
    let by: number;
    if (typeof item === 'number') by = (-item / 1000) * em;
    else {
      const along = vertical ? verticalAdvance(item) * em * own[0] : (item.width * own[0] + 0 * own[2]) * em;
      const reach = vertical ? frame.downReach(face, item, along, rise) : frame.acrossReach(along, rise);
      const e = ctm[0] * te + ctm[2] * tf + ctm[4];
      const f = ctm[1] * te + ctm[3] * tf + ctm[5];
      boxes.push({ x0: reach.x0 + e, top: reach.top + f, x1: reach.x1 + e, bottom: reach.bottom + f });
      by = along + (state.charSpacing + (item.isSpace ? state.wordSpacing : 0));
    }
    const x = vertical ? 0 : by * th;
    const y = vertical ? by : 0;
    te = textMatrix[0] * x + textMatrix[2] * y + te;
    tf = textMatrix[1] * x + textMatrix[3] * y + tf;
  }
  state.textMatrix = [textMatrix[0], textMatrix[1], textMatrix[2], textMatrix[3], te, tf];
  return boxes;
}

/** Downwards is negative; without metrics of its own a glyph advances one em (DW2's default, -1000). */
function verticalAdvance(glyph: ShownGlyph): number {
  return glyph.vmetric === null ? -1000 : glyph.vmetric[0];
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
