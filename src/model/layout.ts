/**
 * What the layout room hands on: lines, cells, tables. Plain data; coordinates as in `page.ts`.
 */
import type { Box, Glyph } from './page.js';

export type Writing = 'horizontal' | 'vertical';

/**
 * Glyphs that a person reads as one line, in reading order.
 * `text` is what stands printed without deleted text; `raw` is everything, deleted text as `~~…~~`.
 * Both have spaces where the page shows them; neither has characters folded (the text room does that).
 */
export interface Line {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly raw: string;
  readonly writing: Writing;
  /** Median glyph size in points. */
  readonly size: number;
  /** Every glyph of the line in reading order, struck ones included, space glyphs included. */
  readonly glyphs: readonly PlacedGlyph[];
}

/** A glyph that became part of a line. `spaceBefore`: text printed a gap before it that reads as a space. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly struck: boolean;
  readonly spaceBefore: '' | ' ' | '\u3000';
}

/** The part of a cell that stands on one page. A cell cut by a page break has two or more. */
export interface CellPart {
  readonly page: number;
  readonly box: Box;
  readonly lines: readonly Line[];
  /**
   * Other ways to read the same glyphs, where their places alone do not tell: a short cell's characters may be lines that
   * run across, or upright lines from right to left. Each is a whole reading of the part, as `lines` is, which holds the
   * likelier one. Absent where only one reading is possible. Whoever expects a certain label takes the reading that is it.
   */
  readonly alternatives?: readonly (readonly Line[])[];
  /** A diagonal stroke runs through the (empty) cell: printed as "does not apply". */
  readonly crossedOut: boolean;
}

export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly parts: readonly CellPart[];
}

/** One page's part of a table. `firstRow` is the index in the whole table of the first row on it. */
export interface TablePart {
  readonly page: number;
  readonly box: Box;
  readonly firstRow: number;
}

/**
 * A table: a grid of `rows` × `cols` micro-cells, each covered by exactly one cell (`cells` holds each
 * once, by row then column). A table that runs over page breaks is one table with several parts.
 */
export interface Table {
  readonly kind: 'ruled' | 'unruled';
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Cell[];
  readonly parts: readonly TablePart[];
  /** Header rows repeated at the head of a later page, dropped from `cells` because they say the same. */
  readonly repeatedHeaders: readonly Cell[];
  /** How sure it is that this is a table with these cells, from 0 to 1; that of its least sure part. */
  readonly confidence: number;
}

/** Text outside tables that is not content: page numbers, running heads, marks laid over the page (写, SAMPLE). */
export type FurnitureKind = 'page_number' | 'running_head' | 'overlay';

export interface FreeLine {
  readonly line: Line;
  readonly furniture?: FurnitureKind;
}

export interface PageLayout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Lines outside every table, in reading order. */
  readonly free: readonly FreeLine[];
  /** Glyphs that are not text of the page, by reason (see `HiddenReason`), spaces not counted. */
  readonly excluded: Readonly<Record<string, number>>;
}

/**
 * Where text was given to a cell by what the rest of the table shows, and nothing drawn at the place tells: a value that stands there
 * is told to whoever trusts it.
 */
export interface Conclusion {
  /** Id of the layout rule. */
  readonly rule: string;
  /** What it concluded, for whoever looks at the page. */
  readonly says: string;
  readonly page: number;
  readonly box: Box;
}

export interface DocumentLayout {
  readonly pages: readonly PageLayout[];
  /** In reading order of their first part. */
  readonly tables: readonly Table[];
  /** In the order in which they were drawn, each once. */
  readonly conclusions: readonly Conclusion[];
}
