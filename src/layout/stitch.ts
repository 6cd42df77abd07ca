/**
 * Page parts → tables: a table that goes on at the head of the next page is one table.
 *
 * ```
 *   page 1  │ No. │ 課名 │ 成果 │        page 2  │ No. │ 課名 │ 成果 │  ← repeated header, dropped
 *           │  1  │ 市民 │ …を  │                │     │      │ 行う │  ← the row that the page cut
 * ```
 * Parts belong together when nothing but furniture stands between them, when their column edges agree, and when
 * the later one does not begin like a table of its own.
 */
import type { Cell, CellPart, Table } from '../model/layout.js';
import type { Box } from '../model/page.js';
import { confidenceOf } from './evidence/confidence.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { settleGutters } from './drifting-gutters.js';
import { boundingBox, groupWithin, nearest } from './geometry.js';
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import { findRepeatedHeader, isHeaderAlone } from './repeated-header.js';
import { isCutRow, type KnownCell } from './cut-row.js';
import { goesOn, isFormGoingOn } from './continuation.js';
import { findLabels, type Labels } from './labels.js';
import { SAME_PLACE } from './tolerances.js';

/** A part in the making: a table with the page parts' rows laid one below the other. */
interface Growing {
  readonly kind: Table['kind'];
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly Cell[];
  readonly parts: Table['parts'];
  readonly repeatedHeaders: readonly Cell[];
  /** How sure each part is, in the order of `parts`. */
  readonly sure: readonly number[];
  /** The page tables at both ends. */
  readonly first: PageTable;
  readonly last: PageTable;
}

export interface StitchPage {
  /** In reading order. */
  readonly tables: readonly PageTable[];
  /** Index of the outermost table that stands highest; -1 without one. */
  readonly first: number;
  /** Index of the outermost table with nothing but furniture below it; -1 without one. */
  readonly last: number;
  /** What stands above the first table, furniture aside; `repeated`: what stands there on the page before too. */
  readonly heading: 'none' | 'repeated' | 'own';
}

export function stitchTables(pages: readonly StitchPage[], stitch: boolean, book: Rulebook = PLAIN_BOOK): Table[] {
  const labels = findLabels(pages.flatMap((page) => page.tables));
  const tables: Growing[] = [];
  let open: { readonly index: number; readonly page: number } | undefined;
  for (const page of pages) {
    const above = open;
    open = undefined;
    page.tables.forEach((part, i) => {
      const earlier = above === undefined ? undefined : tables[above.index];
      const mayContinue = stitch && i === page.first && page.heading !== 'own' && part.page - 1 === above?.page;
      const joined = mayContinue && earlier ? joinPart(earlier, part, labels, page.heading === 'repeated', onPage(book, part.page)) : undefined;
      const index = joined !== undefined && above !== undefined ? above.index : tables.length;
      tables[index] = joined ?? begin(part);
      if (i === page.last) open = { index, page: part.page };
    });
  }
  return tables.map(finish);
}

const rowCount = (part: PageTable): number => part.ys.length - 1;

function begin(part: PageTable): Growing {
  return {
    kind: part.kind,
    xs: part.xs,
    rows: rowCount(part),
    cells: part.cells.map((cell) => toCell(cell, part.page, 0)),
    parts: [{ page: part.page, box: part.box, firstRow: 0 }],
    repeatedHeaders: [],
    sure: [confidenceOf(part.kind, part.evidence ?? {})],
    first: part,
    last: part,
  };
}

function toCell(cell: PageCell, page: number, rowOffset: number): Cell {
  const { box, lines, alternatives, crossedOut } = cell;
  const part: CellPart = { page, box, lines, ...(alternatives === undefined ? {} : { alternatives }), crossedOut };
  return { row: cell.row + rowOffset, col: cell.col, rowSpan: cell.rowSpan, colSpan: cell.colSpan, parts: [part] };
}

/**
 * The table with the next page's part added; undefined where the part is a table of its own. Under a title repeated from
 * the page before only a repeated header shows that the table goes on.
 */
function joinPart(table: Growing, part: PageTable, labels: Labels, underTitle: boolean, book: Rulebook): Growing | undefined {
  const moved = align(settleGutters(part, table.first, book), table.last, book);
  if (moved === undefined) return undefined;
  if (says(book, 'header-alone', isHeaderAlone(table.first, moved, book), () => part.box)) return withHeaders(table, moved);
  const repeated = findRepeatedHeader(table.first, moved, book);
  const firstRow = says(book, 'repeated-header', repeated > 0, () => part.box) ? repeated : 0;
  if (firstRow >= rowCount(moved) || says(book, 'under-own-title', underTitle && firstRow === 0, () => part.box)) return undefined;
  if (!goesOn(table, moved, firstRow, labels, book)) return undefined;
  const xs = mergeEdges(table.xs, moved.xs);
  const cut = isCutRow(table.first, table.last, moved, firstRow, otherCells(table, moved, firstRow), labels, book);
  const offset = table.rows - firstRow - (cut ? 1 : 0);
  const earlier = remap(table.cells, table.xs, xs);
  const body = moved.cells.filter((cell) => cell.row >= firstRow);
  const later = remap(
    body.map((cell) => ({ ...toCell(cell, part.page, offset), source: cell })),
    moved.xs,
    xs,
  );
  const mergesLabel = says(book, 'label-over-break', firstRow === 0 && isFormGoingOn(table.last, moved, labels), () => rowBox(body, firstRow));
  const again: Cell[] = [];
  const cells = joinCells(earlier, later, table, { cut, mergesLabel, row: offset + firstRow, again }, book);
  const headerCells = moved.cells.filter((cell) => cell.row < firstRow).map((cell) => toCell(cell, part.page, 0));
  return {
    ...table,
    xs,
    rows: rowCount(moved) + offset,
    cells,
    parts: [...table.parts, { page: part.page, box: part.box, firstRow: offset + firstRow }],
    repeatedHeaders: [...table.repeatedHeaders, ...remap(headerCells, moved.xs, xs), ...again],
    sure: [...table.sure, confidenceOf(part.kind, part.evidence ?? {})],
    last: cut && says(book, 'row-judged-whole', true, () => part.box) ? carryRow(table.last, moved, firstRow) : moved,
  };
}

/** The table with a header printed once more, over no rows. */
function withHeaders(table: Growing, part: PageTable): Growing {
  const cells = part.cells.map((cell) => toCell(cell, part.page, 0));
  return { ...table, repeatedHeaders: [...table.repeatedHeaders, ...remap(cells, part.xs, table.xs)] };
}

/**
 * The part with the text of the row that the break cut, as far as it stood above, at the head of the row's cells: a row may go
 * on over several breaks, and is judged whole.
 */
function carryRow(last: PageTable, part: PageTable, row: number): PageTable {
  const above = last.cells.filter((cell) => cell.row + cell.rowSpan === rowCount(last));
  const edgesIn = (cell: PageCell, { xs }: PageTable): readonly number[] => [xs[cell.col] ?? 0, xs[cell.col + cell.colSpan] ?? 0];
  const cells = part.cells.map((cell) => {
    if (cell.row !== row) return cell;
    const edges = edgesIn(cell, part);
    const over = above.find((other) => edgesIn(other, last).every((x, i) => Math.abs(x - (edges[i] ?? Infinity)) <= SAME_PLACE));
    return over === undefined ? cell : { ...cell, lines: [...over.lines, ...cell.lines] };
  });
  return { ...part, cells };
}

/** The cells of all rows but the first and the two at the break. */
function otherCells(table: Growing, part: PageTable, firstRow: number): KnownCell[] {
  const earlier = table.cells
    .filter((cell) => cell.row > 0 && cell.row + cell.rowSpan < table.rows)
    .map(
      (cell): KnownCell => ({
        from: table.xs[cell.col] ?? 0,
        to: table.xs[cell.col + cell.colSpan] ?? 0,
        rowSpan: cell.rowSpan,
        words: wordsOf(cell.parts.flatMap((p) => p.lines)),
      }),
    );
  const later = part.cells
    .filter((cell) => cell.row > firstRow)
    .map(
      (cell): KnownCell => ({
        from: part.xs[cell.col] ?? 0,
        to: part.xs[cell.col + cell.colSpan] ?? 0,
        rowSpan: cell.rowSpan,
        words: wordsOf(cell.lines),
      }),
    );
  return [...earlier, ...later];
}

/** The part shifted so that its left edge is the earlier part's; undefined where the outer edges do not agree. */
function align(part: PageTable, earlier: PageTable, book: Rulebook): PageTable | undefined {
  const off = (earlier.xs[0] ?? 0) - (part.xs[0] ?? 0);
  const shift = says(book, 'moved-margin', Math.abs(off) > SAME_PLACE, () => part.box) || Math.abs(off) <= SAME_PLACE ? off : 0;
  const xs = part.xs.map((x) => x + shift);
  const right = xs[xs.length - 1] ?? 0;
  if (Math.abs(right - (earlier.xs[earlier.xs.length - 1] ?? 0)) > SAME_PLACE) return undefined;
  return { ...part, xs };
}

function mergeEdges(a: readonly number[], b: readonly number[]): number[] {
  const tagged = [...a.map((x) => ({ x, own: true })), ...b.map((x) => ({ x, own: false }))];
  return groupWithin(tagged, (edge) => edge.x, SAME_PLACE).map((group) => (group.find((edge) => edge.own) ?? group[0])?.x ?? 0);
}

function remap<T extends Cell>(cells: readonly T[], from: readonly number[], to: readonly number[]): T[] {
  const at = from.map((x) => nearest(to, x));
  return cells.map((cell) => {
    const col = at[cell.col] ?? 0;
    return { ...cell, col, colSpan: (at[cell.col + cell.colSpan] ?? col + 1) - col };
  });
}

/** Where two parts meet: the row below the break, and what of it goes on from above. */
interface Seam {
  readonly row: number;
  /** The break cut this row. */
  readonly cut: boolean;
  /** The leftmost cell is a label merged over rows on both sides. */
  readonly mergesLabel: boolean;
  /** Takes in what merged cells print again below the break. */
  readonly again: Cell[];
}

/** Cells above and below the page break: those of a cut row, and merged cells that go on, become one. */
function joinCells(earlier: readonly Cell[], later: readonly (Cell & { readonly source: PageCell })[], table: Growing, seam: Seam, book: Rulebook): Cell[] {
  const bottom = new Map(earlier.filter((cell) => cell.row + cell.rowSpan === table.rows).map((cell) => [`${cell.col} ${cell.colSpan}`, cell]));
  const replaced = new Map<Cell, Cell>();
  const added: Cell[] = [];
  const isOfLabels = labelColumns([...earlier, ...later.filter((cell) => cell.row > seam.row)]);
  for (const { source, ...cell } of later) {
    const above = cell.row === seam.row ? bottom.get(`${cell.col} ${cell.colSpan}`) : undefined;
    const isMerged =
      above !== undefined &&
      (seam.cut ||
        (seam.mergesLabel && cell.col === 0) ||
        says(book, 'left-open', isLeftOpen(above, table.last), () => source.box) ||
        saysAbove(above, book, 'merged-over-break', goesOnBelow(above, source)) ||
        saysAbove(above, book, 'merged-column', isEmptyBelow(source) && above.parts.some(({ lines }) => lines.length > 0) && isOfLabels(cell)));
    if (above === undefined || !isMerged) {
      added.push(cell);
      continue;
    }
    const isAgain = says(book, 'label-again', isPrintedAgain(above, source), () => source.box);
    if (isAgain) seam.again.push(cell);
    replaced.set(above, {
      ...above,
      rowSpan: cell.row + cell.rowSpan - above.row,
      parts: [...above.parts, ...(isAgain ? cell.parts.map((part) => ({ ...part, lines: [] })) : cell.parts)],
    });
  }
  const cells = earlier.map((cell) => replaced.get(cell) ?? cell);
  return [...cells, ...added].sort((a, b) => a.row - b.row || a.col - b.col);
}

const rowBox = (cells: readonly PageCell[], row: number): Box => boundingBox(cells.filter((cell) => cell.row === row).map(({ box }) => box));

/** What is concluded of a cell that is empty below the break is said where its text stands. */
function saysAbove(above: Cell, book: Rulebook, rule: 'merged-over-break' | 'merged-column', verdict: boolean): boolean {
  const part = above.parts.findLast(({ lines }) => lines.length > 0) ?? above.parts.at(-1);
  return part !== undefined && says(onPage(book, part.page), rule, verdict, () => part.box);
}

/** The cell alone has no lower edge where its neighbours have theirs: it goes on below the break. */
function isLeftOpen(above: Cell, last: PageTable): boolean {
  const rows = rowCount(last);
  const bottom = last.cells.filter((cell) => cell.row + cell.rowSpan === rows);
  const box = above.parts[above.parts.length - 1]?.box;
  const self = bottom.find((cell) => cell.box === box);
  return self?.openBottom === true && bottom.some((cell) => !cell.openBottom);
}

/** A merged cell goes on when it spans rows above the break and the cell below it says nothing. */
const goesOnBelow = (above: Cell, below: PageCell): boolean => isEmptyBelow(below) && (above.rowSpan > 1 || below.rowSpan > 1);

const isEmptyBelow = (below: PageCell): boolean => below.lines.length === 0 && !below.crossedOut;

/** A column has labels merged over rows where so many of them are; one may be merged for other reasons. */
const MERGED_LABELS = 2;

/** Whether a cell stands in a column whose labels are merged over rows, with none left empty. The columns are gone through when one is asked for. */
function labelColumns(cells: readonly Cell[]): (cell: Cell) => boolean {
  let columns: ReadonlyMap<string, { merged: number; empty: number }> | undefined;
  const keyOf = ({ col, colSpan }: Cell): string => `${col} ${colSpan}`;
  const gather = (): ReadonlyMap<string, { merged: number; empty: number }> => {
    const counts = new Map<string, { merged: number; empty: number }>();
    for (const cell of cells) {
      const count = counts.get(keyOf(cell)) ?? { merged: 0, empty: 0 };
      counts.set(keyOf(cell), count);
      if (cell.rowSpan > 1) count.merged += 1;
      if (cell.parts.every(({ lines }) => lines.length === 0)) count.empty += 1;
    }
    return counts;
  };
  return (cell) => {
    const count = (columns ??= gather()).get(keyOf(cell));
    return count !== undefined && count.merged >= MERGED_LABELS && count.empty === 0;
  };
}

/** A cell merged over rows says the same on both sides of the break: no text runs on so. In one row's cell two lines may be alike. */
function isPrintedAgain(above: Cell, below: PageCell): boolean {
  const words = wordsOf(below.lines);
  return words !== '' && words === wordsOf(above.parts.flatMap(({ lines }) => lines)) && (above.rowSpan > 1 || below.rowSpan > 1);
}

function finish(table: Growing): Table {
  return {
    kind: table.kind,
    rows: table.rows,
    cols: table.xs.length - 1,
    cells: table.cells,
    parts: table.parts,
    repeatedHeaders: table.repeatedHeaders,
    confidence: Math.min(...table.sure),
  };
}
