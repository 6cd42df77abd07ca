/** The graphics state that `q` saves and `Q` brings back, text state included. */
import type { Box } from '../model/page.js';
import type { Matrix } from './geometry.js';
import { IDENTITY } from './geometry.js';
import type { Face, Paint } from './operations.js';

/** What of the state a path or an image is painted with. */
export type Brush = Readonly<
  Pick<GraphicsState, 'ctm' | 'clip' | 'fill' | 'stroke' | 'fillAlpha' | 'strokeAlpha' | 'blended' | 'softMask' | 'lineWidth' | 'dash' | 'annotation'>
>;

export function brushOf(state: GraphicsState): Brush {
  const { ctm, clip, fill, stroke, fillAlpha, strokeAlpha, blended, softMask, lineWidth, dash, annotation } = state;
  return { ctm, clip, fill, stroke, fillAlpha, strokeAlpha, blended, softMask, lineWidth, dash, annotation };
}

export interface GraphicsState {
  ctm: Matrix;
  /** Everything painted is cut to it: points as displayed. */
  clip: Box;
  fill: Paint;
  stroke: Paint;
  fillAlpha: number;
  strokeAlpha: number;
  /** A blend mode other than Normal: what lies beneath shows through. */
  blended: boolean;
  softMask: boolean;
  lineWidth: number;
  dash: readonly number[];
  face: Face | null;
  fontSize: number;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  /** Inside the appearance of an annotation other than a form field. */
  annotation: boolean;
}

/** The state at the start of a page or of an annotation's appearance (PDF 32000-1, tables 52 and 104). */
export function initialState(display: Matrix, page: Box): GraphicsState {
  return {
    ctm: display,
    clip: page,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    blended: false,
    softMask: false,
    lineWidth: 1,
    dash: [],
    face: null,
    fontSize: 0,
    textMatrix: IDENTITY,
    lineMatrix: IDENTITY,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    annotation: false,
  };
}
