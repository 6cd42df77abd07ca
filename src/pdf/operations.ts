/**
 * What a page's content does, in this project's own terms: the only form in which pdf.js' operator
 * list leaves the adapter. Numbers are as in the content stream (user space, before any matrix).
 */
import type { Matrix, Point } from './geometry.js';

/** A font as the interpreter needs it. */
export interface Face {
  readonly name: string;
  readonly embedded: boolean;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** No code of the font has a Unicode value: its "text" is character codes in disguise. */
  readonly unmapped: boolean;
  /** Glyph space to text space. */
  readonly matrix: Matrix;
  /** The font's own Unicode for the glyph; `null` when it maps to nothing. */
  unicodeOf(glyph: ShownGlyph): string | null;
  /** True when the glyph is known to have no outline: nothing is painted for it. */
  isInkless(glyph: ShownGlyph): boolean;
}

/** One glyph of a show operator. Widths in glyph space (1/1000 em for all but Type 3). */
export interface ShownGlyph {
  /** As the library reads it, its fallbacks included: ask `Face.unicodeOf`. */
  readonly unicode: string;
  /** Character code, where the library tells it. */
  readonly code: number | null;
  /** The library's name for the outline. */
  readonly outline: string;
  readonly width: number;
  /** Vertical writing: [advance (negative is down), vx, vy]. */
  readonly vmetric: readonly [number, number, number] | null;
  /** The one-byte code 32, to which word spacing applies. */
  readonly isSpace: boolean;
}

/** `#rrggbb`; `null` for a pattern, shading or transparent paint, whose colour is not one colour. */
export type Paint = string | null;

/** A contour in user space. */
export interface Subpath {
  readonly points: readonly PathPoint[];
  readonly closed: boolean;
}

export interface PathPoint extends Point {
  /** The way from the point before to this one is a curve. */
  readonly curved: boolean;
}

export type PathPaint = {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly evenOdd: boolean;
};

export interface GraphicsParameters {
  readonly fillAlpha?: number;
  readonly strokeAlpha?: number;
  readonly blended?: boolean;
  readonly softMask?: boolean;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
  readonly font?: { readonly face: Face; readonly size: number };
}

export type Operation =
  | { readonly kind: 'save' | 'restore' | 'beginText' | 'nextLine' | 'endForm' | 'endGroup' | 'endMarked' }
  | { readonly kind: 'endAnnotation' }
  | { readonly kind: 'transform' | 'textMatrix'; readonly matrix: Matrix }
  | { readonly kind: 'moveText' | 'moveTextSetLeading'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'leading' | 'charSpacing' | 'wordSpacing' | 'horizontalScale' | 'rise' | 'renderMode' | 'lineWidth';
      readonly value: number;
    }
  | { readonly kind: 'dash'; readonly pattern: readonly number[] }
  | { readonly kind: 'font'; readonly face: Face; readonly size: number }
  | { readonly kind: 'show'; readonly items: readonly (ShownGlyph | number)[] }
  | { readonly kind: 'fillColor' | 'strokeColor'; readonly paint: Paint }
  | { readonly kind: 'parameters'; readonly parameters: GraphicsParameters }
  | { readonly kind: 'path'; readonly subpaths: readonly Subpath[]; readonly paint: PathPaint }
  | { readonly kind: 'clip' | 'shading' }
  | { readonly kind: 'form'; readonly matrix: Matrix; readonly bbox: readonly number[] | null }
  | {
      readonly kind: 'group';
      readonly matrix: Matrix;
      readonly bbox: readonly number[] | null;
      /** The group paints a soft mask, not the page. */
      readonly mask: boolean;
    }
  | {
      readonly kind: 'annotation';
      readonly rect: readonly number[] | null;
      readonly matrix: Matrix;
      /** A form field: its value belongs to the page as printed. */
      readonly field: boolean;
    }
  /** `stencil`: a mask painted in the fill colour; `opaque`: without holes or see-through places. */
  | { readonly kind: 'image'; readonly stencil: boolean; readonly opaque: boolean }
  /** `actualText`: what the glyphs inside read as, where the content says so. */
  | { readonly kind: 'beginMarked'; readonly visible: boolean; readonly actualText: string | null };
