/** What one pass over a page's operations leaves: marks in painting order, points as displayed, not yet judged. */
import type { Box, Quarter } from '../model/page.js';
import type { Face, Paint } from './operations.js';

export interface GlyphMark {
  readonly text: string;
  readonly box: Box;
  /** One object for all glyphs shown together, and as a rule for many more. */
  readonly style: GlyphStyle;
  readonly order: number;
  /** Drawn by an annotation other than a form field, or in a call-out. */
  readonly annotation: boolean;
}

/** How glyphs are set and painted. */
export interface GlyphStyle {
  readonly face: Face;
  readonly setting: GlyphSetting;
  /** Colours that paint them: fill, stroke or both; empty in render modes 3 and 7. */
  readonly paints: readonly Paint[];
  /** False when every paint has alpha 0. */
  readonly opaque: boolean;
  /** On an optional layer that is switched off. */
  readonly layerOff: boolean;
  readonly clip: Box;
}

/** Size and direction of glyphs. */
export interface GlyphSetting {
  /** Points as displayed. */
  readonly size: number;
  readonly turn: Quarter;
  /** The baseline lies aslant. */
  readonly askew: boolean;
}

/** A straight stretch, axis-parallel or slanting, before judging whether it can be seen. */
export interface LineMark {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
  readonly color: Paint;
  readonly dashed: boolean;
  readonly source: 'stroke' | 'fill';
  readonly clip: Box;
  readonly order: number;
  readonly annotation: boolean;
}

/** A painted area: what later marks stand on, and what hides earlier ones. */
export interface AreaMark {
  /** Already cut to its clip box. */
  readonly box: Box;
  readonly color: Paint;
  /** It paints all of `box` and lets nothing through. */
  readonly opaque: boolean;
  readonly kind: 'fill' | 'image' | 'other';
  readonly order: number;
  readonly annotation: boolean;
}

/** An outline with curves or slanting sides, cut to its clip box. */
export interface OutlineMark {
  readonly box: Box;
  readonly order: number;
  readonly annotation: boolean;
}

export interface Marks {
  readonly glyphs: readonly GlyphMark[];
  readonly lines: readonly LineMark[];
  readonly areas: readonly AreaMark[];
  readonly outlines: readonly OutlineMark[];
}
