/** PDF bytes → every table on its pages as rows of text, no grammar needed. */
import { PLAIN_BOOK } from '../layout/evidence/rulebook.js';
import { type Tolerances, USUAL_TOLERANCES } from '../layout/tolerances.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import type { Cell, Table } from '../model/layout.js';
import type { Box } from '../model/page.js';
import { pageKind } from '../pdf/index.js';
import { type Evidence, gatherEvidence } from '../text/evidence.js';
import { cellText, joinLinesOf } from './cell-text.js';
import { layOut, type PagesRead, placeFinder, readPages } from './pipeline.js';
import { unreadablePages } from './read-document.js';
import type { ReadRequest } from './types.js';

/** What `tables --settings` may turn; lengths as in `Tolerances`. */
export interface TableSettings extends Partial<Tolerances> {
  /** False: only tables with rulings are looked for. */
  readonly unruled?: boolean;
}

export interface TablesRequest extends ReadRequest {
  /** 1-based; without it every page. */
  readonly pages?: readonly number[];
  /** True: a table that runs over page breaks is one table a page. */
  readonly splitPages: boolean;
  /** Other tolerances than the usual ones. */
  readonly settings?: TableSettings;
  /** True: with the place of each cell (`PrintedTable.places`). */
  readonly places?: boolean;
}

/** [x0, top, x1, bottom] in points, origin top left of the page as displayed. */
export type Corners = readonly [number, number, number, number];

/** Where a cell that has text stands on one page. */
export interface CellPlace {
  /** Of the cell's first row and column, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** From 1: a cell cut by a page break has two. */
  readonly part: number;
  readonly page: number;
  readonly bbox: Corners;
  /** As the PDF gives it, line by line; deleted text as `~~…~~`. */
  readonly raw: string;
}

/** A table as the `tables` command writes it (contract, "`tables --format json`"). */
export interface PrintedTable {
  /** The page, and the place on it, of the first part. */
  readonly page: number;
  readonly bbox: Corners;
  /** null: covered by a merged cell; '': empty. All rows have the same length. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** [row, column, row span, column span] of each merged cell, counted from 0. */
  readonly spans: readonly Corners[];
  /** From 0 to 1: how much speaks for the table and its cells. */
  readonly confidence: number;
  /** Where the table stands on each page; absent where tables are split by pages. */
  readonly parts?: readonly { readonly page: number; readonly bbox: Corners }[];
  /** Only where they were asked for; no part of what is printed. */
  readonly places?: readonly CellPlace[];
}

/** `problems`: pages that could not be read, though others were. */
export type TablesOutcome =
  | { readonly kind: 'tables'; readonly tables: readonly PrintedTable[]; readonly problems: readonly Failure[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export async function documentTables(request: TablesRequest, onPage?: (page: number, total: number) => void): Promise<TablesOutcome> {
  let read: PagesRead;
  try {
    read = await readPages(request, { ...(request.pages ? { pages: request.pages } : {}), ...(onPage ? { onPage } : {}) });
  } catch (error) {
    if (error instanceof ChohyoError) return { kind: 'failed', failure: error.failure };
    throw error;
  }
  const { pdf } = read;
  const beyond = request.pages?.find((page) => page > pdf.pageCount);
  if (beyond !== undefined) {
    return {
      kind: 'failed',
      failure: { code: 'E_USAGE', message: `there is no page ${beyond}`, remedy: `The document has ${pdf.pageCount} pages.` },
    };
  }
  const problems = unreadablePages(pdf.pages);
  const [problem] = problems;
  if (problem !== undefined && !pdf.pages.some((page) => pageKind(page) === 'text')) return { kind: 'failed', failure: problem };
  const { unruled = true, ...tolerances } = request.settings ?? {};
  const book = { ...PLAIN_BOOK, tolerances: { ...USUAL_TOLERANCES, ...tolerances } };
  const layout = layOut(read, { unruled, stitch: !request.splitPages, book });
  const found = layout.tables.filter(isTable);
  const evidence = gatherEvidence(found.flatMap((table) => table.cells.map((cell) => joinLinesOf(cell.parts))));
  const placeOf = placeFinder(read);
  const tables = found.map((table) => printTable(table, request, evidence, placeOf));
  return { kind: 'tables', tables, problems };
}

/** So much of a large grid is filled at least: the lines behind a chart make cells too, and only its labels stand there. */
const FILLED = 0.05;
const LARGE = 20;

/**
 * A box round a text, or round the page, is no table, however many empty boxes stand about it. A row of boxes side by side
 * is one though a single box has text: what a page break, or the end of a tier, left of the row.
 */
function isTable(table: Table): boolean {
  if (table.cells.length < 2) return false;
  const filled = table.cells.filter((cell) => cell.parts.some((part) => part.lines.length > 0)).length;
  if (filled === 1 && table.rows === 1 && table.kind === 'ruled') return true;
  return filled > 1 && (table.cells.length < LARGE || filled >= FILLED * table.cells.length);
}

type PlaceOf = ReturnType<typeof placeFinder>;

function printTable(table: Table, { splitPages, places }: TablesRequest, evidence: Evidence, placeOf: PlaceOf): PrintedTable {
  const rows: (string | null)[][] = Array.from({ length: table.rows }, () => Array.from({ length: table.cols }, () => null));
  for (const cell of table.cells) {
    const row = rows[cell.row];
    if (row !== undefined) row[cell.col] = cellText(cell.parts, evidence);
  }
  const parts = table.parts.map(({ page, box }) => ({ page, bbox: cornersOf(placeOf(page, box)) }));
  const [first] = parts;
  return {
    page: first?.page ?? 0,
    bbox: first?.bbox ?? [0, 0, 0, 0],
    rows,
    spans: table.cells.filter(isMerged).map(({ row, col, rowSpan, colSpan }): Corners => [row, col, rowSpan, colSpan]),
    confidence: round(table.confidence),
    ...(splitPages ? {} : { parts }),
    ...(places === true ? { places: table.cells.flatMap((cell) => placesOf(cell, placeOf)) } : {}),
  };
}

function placesOf({ row, col, parts }: Cell, placeOf: PlaceOf): readonly CellPlace[] {
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ page, box, lines }, index) => ({
      row,
      column: col,
      part: index + 1,
      page,
      bbox: cornersOf(placeOf(page, box)),
      raw: lines.map((line) => line.raw).join('\n'),
    }));
}

const isMerged = (cell: Cell): boolean => cell.rowSpan > 1 || cell.colSpan > 1;

/** Hundredths of a point are finer than any program places its rulings. */
const round = (value: number): number => Math.round(value * 100) / 100;
const cornersOf = ({ x0, top, x1, bottom }: Box): Corners => [round(x0), round(top), round(x1), round(bottom)];
