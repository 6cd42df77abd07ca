/**
 * Labels down the side of a table whose outer edge is not drawn: they stand left of the table, beside the rows that they label.
 *
 * ```
 *   取 │ 取組項目01 │ 窓口の改善 │
 *   組 ├────────────┴────────────┤
 *   状 │ 窓口を広げた。          │   the one cell of those rows that no other label accounts for
 *   況
 * ```
 */
import type { Cell, Line } from '../model/layout.js';
import type { Entry } from './pairing.js';
import { isEmpty, passageOfCell, passageOfLine, type Passage } from './passage.js';
import { targetsNamed, type Target } from './targets.js';
import type { Grid, Unit } from './units.js';

export interface OutsideLabel {
  readonly target: Target;
  readonly label: Passage;
}

/** A label stands within so many of its own sizes of the table's left edge. */
const nearInSizes = 2;

/** Labels of items that stand left of a table, outside of its drawn edges: they are the table's, not lines of the page. */
export function findOutsideLabels(units: readonly Unit[], targets: readonly Target[]): ReadonlyMap<Grid, readonly OutsideLabel[]> {
  const lines = units.flatMap((unit) => (unit.kind === 'line' && unit.furniture === undefined ? [unit] : []));
  const grids = [...new Set(units.flatMap((unit) => (unit.kind === 'row' ? [unit.grid] : [])))];
  const labelsOf = (grid: Grid): readonly OutsideLabel[] => {
    const beside = lines.filter(({ line }) => standsBeside(line, grid)).map(({ line, bounds }) => passageOfLine(line, bounds));
    return stacksOf(beside).flatMap((label): readonly OutsideLabel[] => {
      const target = targetsNamed(label, targets).find(({ kind }) => kind === 'item');
      return target ? [{ target, label }] : [];
    });
  };
  return new Map(grids.map((grid) => [grid, labelsOf(grid)]));
}

/** Does the line stand left of the table, beside its rows? */
function standsBeside(line: Line, grid: Grid): boolean {
  const middle = (line.box.top + line.box.bottom) / 2;
  return grid.table.parts.some(
    ({ page, box }) =>
      page === line.page && middle > box.top && middle < box.bottom && line.box.x1 <= box.x0 + line.size / 2 && box.x0 - line.box.x1 <= line.size * nearInSizes,
  );
}

/** Characters of one stack follow each other within so many of their sizes. */
const stackGap = 1.6;

/** Lines that stand over each other, each stack from the top down: a label set one character to a line, or one line alone. */
function stacksOf(lines: readonly Passage[]): readonly Passage[] {
  const ordered = [...lines].sort((a, b) => topOf(a) - topOf(b));
  const stacks: Passage[] = [];
  for (const passage of ordered) {
    const line = passage[0]?.line;
    const last = stacks.at(-1)?.at(-1)?.line;
    const isNext =
      line !== undefined &&
      last !== undefined &&
      line.page === last.page &&
      line.box.x0 < last.box.x1 &&
      last.box.x0 < line.box.x1 &&
      line.box.top - last.box.bottom <= last.size * stackGap &&
      isShort(line) &&
      isShort(last);
    if (isNext) stacks[stacks.length - 1] = [...(stacks.at(-1) ?? []), ...passage];
    else stacks.push(passage);
  }
  return stacks;
}

const topOf = (passage: Passage): number => (passage[0]?.line.page ?? 0) * 1e6 + (passage[0]?.line.box.top ?? 0);
/** One character, or two half-width ones side by side. */
const isShort = (line: Line): boolean => line.box.x1 - line.box.x0 <= line.size * 1.5;

/** The row at whose height the label's middle stands. */
function rowBeside(grid: Grid, label: Passage): number | undefined {
  const line = label[0]?.line;
  const last = label.at(-1)?.line;
  if (!line || !last) return undefined;
  const middle = (line.box.top + last.box.bottom) / 2;
  return grid.table.cells.find(
    (cell) => cell.rowSpan === 1 && cell.parts.some(({ page, box }) => page === line.page && middle >= box.top && middle <= box.bottom),
  )?.row;
}

/** `isTaken`: cells that something accounts for. `isStart`: cells with which the rows of another record begin. */
export function pairOutsideLabels(
  grid: Grid,
  labels: readonly OutsideLabel[],
  isTaken: (cell: Cell) => boolean,
  isStart: (cell: Cell) => boolean,
): readonly Entry[] {
  const { cells, rows } = grid.table;
  const starts = cells.filter(isStart).map(({ row }) => row);
  return labels.flatMap(({ target, label }): readonly Entry[] => {
    const beside = rowBeside(grid, label);
    if (beside === undefined) return [];
    const from = Math.max(0, ...starts.filter((row) => row <= beside));
    const until = Math.min(rows, ...starts.filter((row) => row > beside));
    const free = cells.filter((cell) => cell.row >= from && cell.row < until && !isTaken(cell) && !isEmpty(passageOfCell(cell)));
    const [only, ...more] = free;
    if (!only || more.length > 0) return [];
    return [{ target, at: only, label, pieces: [passageOfCell(only)], cells: [only], basis: 'beside' }];
  });
}
