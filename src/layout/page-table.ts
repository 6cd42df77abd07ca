/** One page's part of a table, before parts are stitched. */
import type { Line, Table } from '../model/layout.js';
import type { Box, Glyph } from '../model/page.js';
import type { Span } from './cells.js';
import type { Evidence } from './evidence/confidence.js';

export interface PageCell extends Span {
  readonly box: Box;
  readonly lines: readonly Line[];
  /** See `CellPart.alternatives`. */
  readonly alternatives?: readonly (readonly Line[])[];
  readonly crossedOut: boolean;
  /** Nobody drew this edge: the cell may go on beyond it. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

export interface PageTable {
  readonly kind: Table['kind'];
  readonly page: number;
  readonly box: Box;
  /** Ascending: `cols + 1` and `rows + 1` positions. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
  /** What speaks for it (see `evidence/confidence.ts`); a table put together by hand has none. */
  readonly evidence?: Evidence;
  /** Set on a box with its label outside of it: to the tables around it, it is a line of text. */
  readonly isField?: true;
}

/** A cell with the glyphs that fall into it, in painting order. */
export interface FilledCell {
  readonly cell: Span & { readonly box: Box; readonly openTop: boolean; readonly openBottom: boolean };
  readonly glyphs: readonly Glyph[];
}

/** What a cell says on one line, without any white space: for comparing cells. */
export const wordsOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.text)
    .join('')
    .replace(/[\s\u3000]/gu, '');
