/**
 * Rows without verticals below a header with columns: the body stands in its header's columns.
 *
 * ```
 *   ├──────────┬───────┬───────┬───────┤
 *   │ Country  │ Men   │ Women │ Total │
 *   ├──────────┴───────┴───────┴───────┤
 *   │ Austria    86.2    13.8    3,375 │    four cells: each text keeps to a column, with white at every edge between
 *   ├──────────────────────────────────┤
 *   │ Belgium    80.1    19.9    2,110 │
 * ```
 * A section's title, or a sentence, runs on over the header's edges and stays one cell.
 */
import type { Box, Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox } from './geometry.js';
import { columnsOf, type Grid, horizontalSide, IMPLIED, OPEN, rowsOf, verticalSide } from './grid.js';
import { isSpace } from './marks.js';
import { glyphsByMicroCell } from './micro-cells.js';

/** The header has this many columns at least, and so many hold text in a row of the body: a single gap may as well be a space that the author typed. */
const FEWEST_COLUMNS = 3;
/** So many rows keep to the columns, and so many times as many as do not. */
const FEWEST_ROWS = 2;
const KEEP = 2;
/** Texts of neighbouring columns are further apart than words are, em. */
const APART = 1;
/** A text may reach over its column's edge by this, em. */
const OVER = 0.1;

/** Columns `from` to `to` (exclusive) of a row, with no side drawn between them. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** The grid with the header's edges carried on through such rows; the same grid where there are none. */
export function closeUnderHeader(grid: Grid, glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): Grid {
  const bodies = findBodies(grid);
  if (bodies.length === 0) return grid;
  const textIn = textByColumns(grid, glyphs);
  const vertical = Uint8Array.from(grid.vertical);
  for (const { header, rows, edges } of bodies) {
    if (
      columnTexts(textIn, header, edges)
        .slice(1)
        .some((text) => text.length === 0)
    )
      continue;
    const kept = rows.filter((row) => keepsTo(columnTexts(textIn, row, edges), edges, grid.xs));
    const filled = rows.filter((row) => columnTexts(textIn, row, edges).some((text) => text.length > 0));
    const isBody = kept.length >= FEWEST_ROWS && kept.length >= KEEP * (filled.length - kept.length);
    if (!says(book, 'headed-rows', isBody, () => boxOfRows(grid, edges, kept))) continue;
    for (const row of kept) for (const edge of edges.slice(1, -1)) vertical[row * (columnsOf(grid) + 1) + edge] = IMPLIED;
  }
  return { ...grid, vertical };
}

const boxOfRows = ({ xs, ys }: Grid, edges: readonly number[], rows: readonly number[]): Box => ({
  x0: xs[edges[0] ?? 0] ?? 0,
  x1: xs[edges.at(-1) ?? 0] ?? 0,
  top: ys[rows[0] ?? 0] ?? 0,
  bottom: ys[(rows.at(-1) ?? 0) + 1] ?? 0,
});

/** A header's row, the rows right below it that are open where it has columns, and the edges of those, outer ones included. */
interface Body {
  readonly header: number;
  readonly rows: readonly number[];
  readonly edges: readonly number[];
}

function findBodies(grid: Grid): Body[] {
  const bodies: Body[] = [];
  for (let header = 0; header + 1 < rowsOf(grid); header += 1) {
    for (const run of openRuns(grid, header + 1)) {
      const inner = between(run).filter((col) => verticalSide(grid, header, col) !== OPEN);
      if (inner.length + 1 < FEWEST_COLUMNS) continue;
      const rows: number[] = [];
      for (let row = header + 1; row < rowsOf(grid) && isSingle(grid, row, run); row += 1) rows.push(row);
      if (rows.length >= FEWEST_ROWS) bodies.push({ header, rows, edges: [run.from, ...inner, run.to] });
    }
  }
  return bodies;
}

const between = ({ from, to }: Run): number[] => Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i);

/** Stretches of the row without a side between their columns. */
function openRuns(grid: Grid, row: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let col = 1; col <= columnsOf(grid); col += 1) {
    if (col < columnsOf(grid) && verticalSide(grid, row, col) === OPEN) continue;
    if (col - from >= FEWEST_COLUMNS) runs.push({ from, to: col });
    from = col;
  }
  return runs;
}

/** The run is one cell of this row alone. */
function isSingle(grid: Grid, row: number, run: Run): boolean {
  const cols = Array.from({ length: run.to - run.from }, (_, i) => run.from + i);
  return (
    [run.from, run.to].every((col) => verticalSide(grid, row, col) !== OPEN) &&
    between(run).every((col) => verticalSide(grid, row, col) === OPEN) &&
    cols.every((col) => horizontalSide(grid, row, col) !== OPEN && horizontalSide(grid, row + 1, col) !== OPEN)
  );
}

type TextIn = (row: number, from: number, to: number) => readonly Glyph[];

function textByColumns(grid: Grid, glyphs: readonly Glyph[]): TextIn {
  const found = glyphsByMicroCell(
    grid,
    glyphs.filter((glyph) => !isSpace(glyph)),
  );
  return (row, from, to) => Array.from({ length: to - from }, (_, i) => found.get(row * columnsOf(grid) + from + i) ?? []).flat();
}

const columnTexts = (textIn: TextIn, row: number, edges: readonly number[]): (readonly Glyph[])[] =>
  edges.slice(1).map((to, i) => textIn(row, edges[i] ?? 0, to));

/** Text in enough columns, none over an edge, and neighbours well apart. */
function keepsTo(texts: readonly (readonly Glyph[])[], edges: readonly number[], xs: readonly number[]): boolean {
  if (texts.filter((text) => text.length > 0).length < FEWEST_COLUMNS) return false;
  let reached = -Infinity;
  return texts.every((text, i) => {
    const [first] = text;
    if (first === undefined) return true;
    const { x0, x1 } = boundingBox(text.map(({ box }) => box));
    const slack = OVER * first.size;
    const isWithin = x0 >= (xs[edges[i] ?? 0] ?? 0) - slack && x1 <= (xs[edges[i + 1] ?? 0] ?? 0) + slack;
    const isApart = x0 - reached >= APART * first.size;
    reached = x1;
    return isWithin && isApart;
  });
}
