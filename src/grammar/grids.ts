/**
 * Grids: values that stand in a row and a column that both mean something.
 *
 * ```
 * │ 主 │          │ R4年度 │ R5年度      │   band: the rows that the rule's column labels stand in
 * │ な │   区分   │  決算  │ 予算 │ 決算 │
 * ├────┼──────────┼────────┼──────┼──────┤
 * │ 内 │ 報償金   │    520 │  645 │  645 │   body: one value a row label and lowest column label
 * │ 訳 ├──────────┴────────┴──────┴──────┤
 * │    │ 相談件数                        │   a cell over all values labels the rows below it
 * │    ├──────────┬────────┬──────┬──────┤
 * │    │          │      8 │    9 │    9 │
 * ├────┴──────────┴────────┴──────┴──────┤
 * │ ※ 千円未満は四捨五入                │   one that begins with the mark of notes (※) is a note on the values
 * ```
 * A label down the side that begins beside the band heads the whole grid (`sides`); one that begins below it labels its rows.
 */
import type { Cell } from '../model/layout.js';
import { isLabel } from './labels.js';
import { isEmpty, passageOfCell, plainText } from './passage.js';
import type { GridRule } from './schema.js';
import type { Grid } from './units.js';

/** A value with its labels, outermost first. */
export interface GridValue {
  readonly rule: GridRule;
  readonly cell: Cell;
  readonly rowLabels: readonly Cell[];
  readonly columnLabels: readonly Cell[];
  /** Labels down the side of the whole grid. */
  readonly sides: readonly Cell[];
  /** Cells over all of its columns, right above their labels: what they say is said of every value. */
  readonly over: readonly Cell[];
  /** The cell of the unit column in this row, or the one beside the unit's label above the grid. */
  readonly unit: Cell | undefined;
  /** Notes of the grid that speak of it. */
  readonly notes: readonly Cell[];
}

export interface GridReading {
  readonly values: readonly GridValue[];
  /** Heads and side labels, and the labels of rows that nobody filled in. */
  readonly heads: ReadonlySet<Cell>;
  /** Row labels, units and notes that a value has taken: they are exported with it. What no value takes is not among them. */
  readonly named: ReadonlySet<Cell>;
  /** First row of the band and last row of the body. */
  readonly firstRow: number;
  readonly lastRow: number;
}

interface Band {
  readonly rule: GridRule;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly heads: readonly Cell[];
  readonly leaves: readonly Cell[];
  readonly rowHead: Cell | undefined;
  readonly unitHead: Cell | undefined;
}

const endRow = (cell: Cell): number => cell.row + cell.rowSpan;
const endCol = (cell: Cell): number => cell.col + cell.colSpan;
const isBlank = (cell: Cell): boolean => isEmpty(passageOfCell(cell));
const shareColumns = (a: Cell, b: Cell): boolean => a.col < endCol(b) && b.col < endCol(a);
const firstCol = (band: Band): number => Math.min(...band.leaves.map((leaf) => leaf.col));
const lastCol = (band: Band): number => Math.max(...band.leaves.map(endCol));

/** A grid is told by two of its column labels in a row; by one where the head of its row labels stands beside. */
const leastHeads = 2;

/** The band that begins in this row, as one rule sees it. */
function bandAt(grid: Grid, row: number, rule: GridRule): Band | undefined {
  const matchedIn = (at: number): readonly Cell[] => grid.table.cells.filter((cell) => cell.row === at && isLabel(passageOfCell(cell), rule.columns));
  const heads = [...matchedIn(row)];
  if (heads.length < (rule.rows === undefined ? leastHeads : 1)) return undefined;
  // One label over several columns stands alone in its row.
  const above = grid.table.cells.filter(
    (cell) => endRow(cell) === row && isLabel(passageOfCell(cell), rule.columns) && heads.some((head) => shareColumns(head, cell)),
  );
  heads.unshift(...above);
  const firstRow = Math.min(row, ...above.map((cell) => cell.row));
  let lastRow = Math.max(...heads.map(endRow)) - 1;
  for (let next = row + 1; next <= lastRow + 1 && next < grid.table.rows; next++) {
    const below = matchedIn(next).filter((cell) => heads.some((head) => endRow(head) === cell.row && shareColumns(head, cell)));
    heads.push(...below);
    lastRow = Math.max(lastRow, ...below.map((cell) => endRow(cell) - 1));
  }
  const inBand = (labels: readonly string[] | undefined): Cell | undefined =>
    labels && grid.table.cells.find((cell) => cell.row >= firstRow && cell.row <= lastRow && isLabel(passageOfCell(cell), labels));
  const rowHead = inBand(rule.rows);
  if (rule.rows !== undefined && !rowHead) return undefined;
  const leaves = heads.filter((head) => !heads.some((other) => other.row >= endRow(head) && shareColumns(head, other)));
  // A column of units stands among this grid's columns, not in one beside it.
  const unitHead = inBand(rule.unit);
  const isOwn = unitHead && unitHead.col >= (rowHead?.col ?? 0) && unitHead.col < Math.max(...leaves.map(endCol));
  return { rule, firstRow, lastRow, heads, leaves, rowHead, unitHead: isOwn ? unitHead : undefined };
}

/** Bands from the top down; where several rules see one, the rule that knows most of its labels, then the earlier one. */
function bandsOf(grid: Grid, rules: readonly GridRule[]): readonly Band[] {
  const bands: Band[] = [];
  for (let row = 0; row < grid.table.rows; row++) {
    const found = rules.flatMap((rule) => bandAt(grid, row, rule) ?? []).sort((a, b) => b.heads.length - a.heads.length);
    for (const band of found) {
      const meets = (other: Band): boolean => other.lastRow >= band.firstRow && firstCol(other) < lastCol(band) && firstCol(band) < lastCol(other);
      if (!bands.some(meets)) bands.push(band);
    }
  }
  return bands;
}

/** `ends`: the cell is a label of something else, below which the grid does not go on. */
export function readGrids(grid: Grid, rules: readonly GridRule[], ends: (cell: Cell) => boolean): readonly GridReading[] {
  if (rules.length === 0) return [];
  const bands = bandsOf(grid, rules);
  return bands.map((band) => readBody(grid, band, bands, ends));
}

/** Where the row labels stand: under their head, or between the values and whatever grid stands left of them. */
function labelColumns(band: Band, bands: readonly Band[]): { readonly from: number; readonly to: number } {
  if (band.rowHead) return { from: band.rowHead.col, to: endCol(band.rowHead) };
  const beside = bands.filter(
    (other) => other !== band && other.firstRow <= band.lastRow && other.lastRow >= band.firstRow && lastCol(other) <= firstCol(band),
  );
  return { from: Math.max(0, ...beside.map(lastCol)), to: firstCol(band) };
}

function readBody(grid: Grid, band: Band, bands: readonly Band[], ends: (cell: Cell) => boolean): GridReading {
  const labels = labelColumns(band, bands);
  const from = firstCol(band);
  const to = lastCol(band);
  const within = (cell: Cell): boolean => cell.col >= labels.from && endCol(cell) <= Math.max(to, labels.to);
  const values: GridValue[] = [];
  const heads = new Set<Cell>(band.heads);
  const named = new Set<Cell>();
  const unfilled = new Set<Cell>();
  const notes: Cell[] = [];
  if (band.rowHead) heads.add(band.rowHead);
  if (band.unitHead) heads.add(band.unitHead);
  const sides: Cell[] = [];
  for (let row = band.firstRow; row <= band.lastRow; row++) {
    for (const cell of cellsAcross(grid, row, labels.from, labels.to)) {
      if (heads.has(cell) || isBlank(cell)) continue;
      if (endRow(cell) > band.lastRow + 1) {
        if (!sides.includes(cell)) sides.push(cell);
      }
      heads.add(cell);
    }
  }
  const overhead = grid.table.cells.filter((cell) => endRow(cell) === band.firstRow && cell.col <= from && endCol(cell) >= to && !isBlank(cell));
  const unitAbove = band.unitHead ? undefined : unitBeside(grid, band);
  let above: Cell | undefined;
  let row = band.lastRow + 1;
  for (; row < grid.table.rows; row++) {
    const own = grid.table.cells.filter((cell) => cell.row === row && within(cell));
    const isOther = bands.some(
      (other) => other !== band && other.firstRow <= row && row <= other.lastRow && labelColumns(other, bands).from < to && lastCol(other) > labels.from,
    );
    if (isOther || own.some((cell) => !isBlank(cell) && ends(cell))) break;
    const ownLabels = own.filter((cell) => endCol(cell) <= labels.to && cell.col >= labels.from && !isBlank(cell));
    if (ownLabels.length > 0) above = undefined;
    const over = own.find((cell) => cell.col <= from && endCol(cell) >= to && band.leaves.length > 1);
    if (over && over.rowSpan === 1 && ownLabels.every((cell) => cell.rowSpan > 1)) {
      if (isNote(over)) notes.push(over);
      else above = isBlank(over) ? undefined : over;
      continue;
    }
    const beside = cellsAcross(grid, row, labels.from, labels.to).filter((cell) => !isBlank(cell) && (!heads.has(cell) || sides.includes(cell)));
    const rowLabels = above ? [...beside, above] : beside;
    const unit = band.unitHead ? grid.at(row, band.unitHead.col) : unitAbove;
    const filled = band.leaves.flatMap((leaf) => {
      const cell = own.find((candidate) => candidate.col >= leaf.col && endCol(candidate) <= endCol(leaf) && !isBlank(candidate));
      return cell ? [{ leaf, cell }] : [];
    });
    for (const { leaf, cell } of filled) {
      const columnLabels = band.heads.filter((head) => head.col <= leaf.col && endCol(head) >= endCol(leaf)).sort((a, b) => a.row - b.row);
      values.push({ rule: band.rule, cell, rowLabels, columnLabels, sides, over: overhead, unit: unit && !isBlank(unit) ? unit : undefined, notes: [] });
    }
    // The label of a row whose text is not read is left over with it.
    const read = new Set(filled.map(({ cell }) => cell));
    if (own.some((cell) => cell.col >= from && endCol(cell) <= to && !isBlank(cell) && !read.has(cell) && cell !== unit)) continue;
    // A printed form names rows in which nobody wrote: their names are its labels, not data; a note is never one.
    const names = filled.length > 0 ? named : unfilled;
    for (const cell of rowLabels) if (!sides.includes(cell) && (names === named || !isNote(cell))) names.add(cell);
    if (band.unitHead && unit && !isBlank(unit)) names.add(unit);
  }
  // What runs beside the whole body heads the grid; what ends before it labels the rows that it runs beside.
  const whole = sides.filter((side) => endRow(side) >= row);
  const placed = values.map((value) => ({
    ...value,
    sides: whole,
    rowLabels: value.rowLabels.filter((cell) => !whole.includes(cell)),
    notes: notes.filter((note) => speaksOf(note, value)),
  }));
  for (const cell of placed.flatMap((value) => value.notes)) named.add(cell);
  return { values: placed, heads: new Set([...heads, ...unfilled]), named, firstRow: band.firstRow, lastRow: row - 1 };
}

/** ※ begins a note, as in every Japanese print; `※1` is the note of what carries the same mark. */
const noteMark = /^※\d*/u;
const isNote = (cell: Cell): boolean => noteMark.test(plainText(passageOfCell(cell)));

function speaksOf(note: Cell, { cell, rowLabels, columnLabels }: GridValue): boolean {
  const mark = noteMark.exec(plainText(passageOfCell(note)))?.[0] ?? '';
  return mark === '※' || [cell, ...rowLabels, ...columnLabels].some((own) => plainText(passageOfCell(own)).match(/※\d*/gu)?.includes(mark));
}

/** `│単位│件│` above the grid: the cell beside the nearest label of the unit. */
function unitBeside(grid: Grid, band: Band): Cell | undefined {
  const { unit } = band.rule;
  if (unit === undefined) return undefined;
  const label = grid.table.cells.filter((cell) => endRow(cell) <= band.firstRow && isLabel(passageOfCell(cell), unit)).sort((a, b) => b.row - a.row)[0];
  return label && grid.at(label.row, endCol(label));
}

/** The cells that cover a row between two columns, left to right, each once. */
function cellsAcross(grid: Grid, row: number, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let col = from; col < to; ) {
    const cell = grid.at(row, col);
    if (cell && endCol(cell) <= to) cells.push(cell);
    col = cell ? Math.max(endCol(cell), col + 1) : col + 1;
  }
  return cells;
}
