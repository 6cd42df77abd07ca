/**
 * What the pdf room hands to the layout room: plain data, no behaviour.
 *
 * Every coordinate in this project is in PDF points (1/72 inch), origin at the top left of the
 * page *as displayed* (crop box and /Rotate applied), x to the right and y downwards.
 */

/** An axis-parallel rectangle in points, origin top left: `x0 <= x1`, `top <= bottom`. */
export interface Box {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}

/** Clockwise turn, in degrees, of the glyph's upright as displayed. 0: upright text. */
export type Quarter = 0 | 90 | 180 | 270;

/**
 * Why a drawn glyph is not visible to a reader of the page.
 * - `mode`: text render mode 3 or 7 (neither filled nor stroked)
 * - `transparent`: fill alpha 0
 * - `background`: painted in the colour of what lies beneath it (white on white)
 * - `covered`: an opaque fill or image painted later hides it
 * - `outside`: outside the crop box, or wholly clipped away
 * - `duplicate`: the same character drawn again at (nearly) the same place (fake bold, shadow)
 */
export type HiddenReason = 'mode' | 'transparent' | 'background' | 'covered' | 'outside' | 'duplicate';

/** One drawn character. */
export interface Glyph {
  /** Unicode text as the font maps it (usually one character; ligatures give more). Not folded. */
  readonly text: string;
  /**
   * The em box: along the line, origin to origin + advance; across the line, the ideographic em
   * box (0.88 em above and 0.12 em below the baseline; in vertical writing half an em on each side
   * of the glyph's middle). It does not depend on the font's own, unreliable, ascent.
   */
  readonly box: Box;
  /** Effective font size in points, as displayed. */
  readonly size: number;
  /** Index into `Page.fonts`. */
  readonly font: number;
  /** Fill colour as `#rrggbb` (stroke colour in render mode 1). */
  readonly color: string;
  readonly turn: Quarter;
  /** True when the font's CMap writes vertically (WMode 1). */
  readonly vertical: boolean;
  /** Position in painting order, shared with rulings, fills and images of the page. */
  readonly order: number;
  readonly hidden?: HiddenReason;
  /** Set when an annotation lying over the page draws it (a comment, a stamp), form fields excepted; in a call-out laid over a table too. */
  readonly annotation?: true;
  /** Set when the baseline lies aslant, as in a watermark; `turn` is then the nearest quarter. */
  readonly askew?: true;
}

export type RulingAxis = 'h' | 'v';

/** A drawn straight line, or a rectangle thin enough to be one, axis-parallel. */
export interface Ruling {
  readonly axis: RulingAxis;
  /** y of a horizontal ruling's middle, x of a vertical one's. */
  readonly at: number;
  /** Extent along the axis: `from <= to`. */
  readonly from: number;
  readonly to: number;
  /** Thickness in points (0 is a hairline). */
  readonly width: number;
  readonly color: string;
  readonly dashed: boolean;
  /** `edge`: the border of a fill that was never stroked (a cell's background colour ends here). */
  readonly source: 'stroke' | 'fill' | 'edge';
  readonly order: number;
  /** Set when an annotation lying over the page draws it (a struck-out text, the frame of a comment); a call-out's frame too. */
  readonly annotation?: true;
}

/** A filled rectangle too thick to be a ruling (cell background, banner). */
export interface Fill {
  readonly box: Box;
  readonly color: string;
  readonly order: number;
}

/** A slanting stroke (a diagonal through an empty cell, an arrow). */
export interface Diagonal {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly order: number;
}

/** A painted outline that is neither upright nor a straight line: a curve, a slanting polyline, an area of any shape but a rectangle. */
export interface Shape {
  readonly box: Box;
  readonly order: number;
}

export interface PlacedImage {
  readonly box: Box;
  readonly order: number;
}

export interface FontInfo {
  /** PostScript name without the subset prefix, as far as the PDF gives it. */
  readonly name: string;
  readonly embedded: boolean;
  readonly vertical: boolean;
  /** True when no glyph of the font can be mapped to Unicode (E_FONT_UNMAPPED). */
  readonly unmapped: boolean;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: Quarter;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly diagonals: readonly Diagonal[];
  readonly shapes: readonly Shape[];
  readonly images: readonly PlacedImage[];
  readonly fonts: readonly FontInfo[];
  /** Rulings left out, by reason: drawn in the background's colour, clipped away, outside. */
  readonly droppedRulings: Readonly<Record<'background' | 'clipped' | 'outside', number>>;
  /** Set when all text of the page is invisible text over an image: what character recognition leaves. */
  readonly ocrLayer?: true;
  /** One line: what of the page could not be read, where the PDF is damaged. The rest of the page stands. */
  readonly damage?: string;
}

/** A PDF opened and read: `pages` holds the pages asked for. */
export interface PdfDocument {
  readonly pageCount: number;
  readonly producer: string;
  readonly creator: string;
  readonly title: string;
  readonly encrypted: boolean;
  readonly pages: readonly Page[];
}
