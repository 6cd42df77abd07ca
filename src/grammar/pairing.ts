/**
 * Labels and their values in a table: one algorithm for every label that a grammar names.
 *
 * ```
 * │人員│44人│予算規模│475,710千円│   right of the label
 * │１　事業概要               │   below it, where nothing stands beside it and the cell below is as wide
 * │本市では…                  │
 * │予算規模 475,710千円│           in the label's own cell
 * ```
 * A value is one cell. A label is a fence: no value is taken from beyond another label. Of two labels the one that spans
 * fewer rows is served first: a label down the side of a whole block takes the one cell that the others leave.
 */
import type { Cell } from '../model/layout.js';
import type { Basis } from '../model/records.js';
import { isLabel, splitLabel } from './labels.js';
import { readMarked } from './marks.js';
import { isEmpty, passageOfCell, type Passage } from './passage.js';
import { targetsNamed, type Target } from './targets.js';
import type { Grid } from './units.js';

/** A label of the grammar in a table, with its value. */
export interface Entry {
  readonly target: Target;
  /** The cell that the label stands in. */
  readonly at: Cell;
  readonly label: Passage;
  readonly pieces: readonly Passage[];
  /** Cells whose text is the value's, marks and all. */
  readonly cells: readonly Cell[];
  readonly basis: Basis;
  /** What a person should know of this reading. */
  readonly doubt?: { readonly code: string; readonly message: string };
}

export interface PairingInput {
  readonly grid: Grid;
  readonly targets: readonly Target[];
  /** Cells that are something else: heads of columns, values of grids, headings. Fences, never values. */
  readonly isOther: (cell: Cell) => boolean;
  /** Which of several targets of one label this label is; undefined for none. */
  readonly choose: (cell: Cell, candidates: readonly Target[]) => Target | undefined;
}

const endRow = (cell: Cell): number => cell.row + cell.rowSpan;
const endCol = (cell: Cell): number => cell.col + cell.colSpan;
const isBlank = (cell: Cell): boolean => isEmpty(passageOfCell(cell));

interface LabelCell {
  readonly cell: Cell;
  readonly target: Target;
}

export function pairLabels(input: PairingInput): readonly Entry[] {
  const { grid, targets, isOther, choose } = input;
  const cells = grid.table.cells;
  const labels: LabelCell[] = cells.flatMap((cell) => {
    if (isOther(cell)) return [];
    const candidates = targetsNamed(passageOfCell(cell), targets).filter(({ field }) => field.value !== 'inside');
    const target = candidates.length > 0 ? choose(cell, candidates) : undefined;
    return target ? [{ cell, target }] : [];
  });
  const taken = new Set<Cell>(labels.map(({ cell }) => cell));
  const entries: Entry[] = readWithin(input, labels, taken);
  const free = (cell: Cell | undefined): cell is Cell => cell !== undefined && !taken.has(cell) && !isOther(cell);
  const ordered = [...labels].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan || a.cell.row - b.cell.row || a.cell.col - b.cell.col);
  for (const label of ordered) {
    const entry = valueOf(grid, label, free);
    for (const cell of entry.cells) taken.add(cell);
    entries.push(entry);
  }
  return withInsideLabels(entries, input).sort((a, b) => a.at.row - b.at.row || a.at.col - b.at.col);
}

/** Label and value in one cell, where no cell of the table is the label alone. */
function readWithin({ grid, targets, isOther, choose }: PairingInput, labels: readonly LabelCell[], taken: Set<Cell>): Entry[] {
  const alone = new Set(labels.map(({ target }) => target));
  const entries: Entry[] = [];
  for (const cell of grid.table.cells) {
    if (taken.has(cell) || isOther(cell)) continue;
    const passage = passageOfCell(cell);
    const candidates = targets.filter((target) => target.field.value === 'auto' && !alone.has(target) && splitLabel(passage, target.field.label) !== undefined);
    const target = candidates.length > 0 ? choose(cell, candidates) : undefined;
    const split = target && splitLabel(passage, target.field.label);
    if (!target || !split || split.value.length === 0) continue;
    entries.push({ target, at: cell, label: split.label, pieces: [split.value], cells: [cell], basis: 'within' });
    taken.add(cell);
  }
  return entries;
}

function valueOf(grid: Grid, { cell: label, target }: LabelCell, free: (cell: Cell | undefined) => cell is Cell): Entry {
  const { field } = target;
  const entry = (cells: readonly Cell[], basis: Basis, doubt?: Entry['doubt']): Entry => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return { target, at: label, label: passageOfCell(label), pieces: filled.map(passageOfCell), cells, basis, ...(doubt ? { doubt } : {}) };
  };
  if (field.as === 'marked') return markedValue(entry, reachOf(grid, label, free));
  if (field.value === 'left') {
    const before = grid.at(label.row, label.col - 1);
    return entry(free(before) ? [before] : [], 'beside');
  }
  if (field.value !== 'below') {
    if (field.as === 'list' || field.cells !== 'one') {
      const reach = reachOf(grid, label, free);
      if (reach.length > 0) return entry(reach, 'beside');
    } else {
      const beside = besideOf(grid, label).filter(free);
      const filled = beside.filter((cell) => !isBlank(cell));
      const [only, ...more] = filled.length > 0 ? filled : beside;
      if (only && more.length === 0) return entry([only], 'beside');
      if (filled.length > 1) {
        return entry([], 'beside', { code: 'W_SEVERAL_CELLS', message: `${filled.length} cells stand beside the label; none was taken` });
      }
      if (only) return entry([only], 'beside');
    }
  }
  const below = field.value === 'right' ? undefined : grid.at(endRow(label), label.col);
  const isAsWide = below && below.row === endRow(label) && below.col === label.col && below.colSpan === label.colSpan;
  return entry(isAsWide && free(below) ? [below] : [], 'below');
}

function markedValue(entry: (cells: readonly Cell[], basis: Basis) => Entry, reach: readonly Cell[]): Entry {
  const { options, isRead, cells } = readMarked(reach);
  const read = entry(reach, 'beside');
  if (isRead || reach.every(isBlank)) return { ...read, pieces: options, cells };
  return { ...read, pieces: [], cells: [], doubt: { code: 'W_MARKS_UNREAD', message: 'no mark of options was found beside the label; nothing was taken' } };
}

/** The cells that touch the label's right edge, top down. */
function besideOf(grid: Grid, label: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = label.row; row < endRow(label); row++) {
    const cell = grid.at(row, endCol(label));
    // A cell that began above the label's rows is its neighbour's.
    if (cell && cell.row >= label.row && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

/** All free cells right of the label in its rows, up to the next label in each row. */
function reachOf(grid: Grid, label: Cell, free: (cell: Cell | undefined) => cell is Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = label.row; row < endRow(label); row++) {
    for (let col = endCol(label); col < grid.table.cols; ) {
      const cell = grid.at(row, col);
      if (!free(cell)) break;
      if (cell.row >= label.row && !cells.includes(cell)) cells.push(cell);
      col = endCol(cell);
    }
  }
  return cells;
}

/**
 * ```
 * │事業名│創出事業          │
 * │      │【事業実施期間】  │   a label set as a line inside another label's cell (a note in a box drawn over it)
 * │      │令和5年度～9年度  │
 * ```
 */
function withInsideLabels(entries: readonly Entry[], { targets, choose }: PairingInput): Entry[] {
  const inside = targets.filter(({ field }) => field.value === 'inside');
  if (inside.length === 0) return [...entries];
  return entries.flatMap((entry) => {
    const cell = entry.cells[0];
    const passage = entry.pieces[0];
    if (!cell || !passage || entry.pieces.length !== 1) return [entry];
    const starts = passage.flatMap((segment, index) => {
      const candidates = inside.filter(({ field }) => isLabel([segment], field.label));
      const target = candidates.length > 0 ? choose(cell, candidates) : undefined;
      return target ? [{ index, target }] : [];
    });
    if (starts.length === 0) return [entry];
    const own = passage.slice(0, starts[0]?.index);
    const others = starts.map(({ index, target }, nth): Entry => {
      const value = passage.slice(index + 1, starts[nth + 1]?.index);
      return { target, at: entry.at, label: passage.slice(index, index + 1), pieces: value.length > 0 ? [value] : [], cells: [cell], basis: 'within' };
    });
    return [{ ...entry, pieces: own.length > 0 ? [own] : [] }, ...others];
  });
}
