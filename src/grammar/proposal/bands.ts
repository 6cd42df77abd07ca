/** Grids of numbers: their rows of column labels. */
import type { Cell, Table } from '../../model/layout.js';
import { columnWord, endCol, endRow, isBlank, isLabelLike, keyOfCell, labelFor, longestLabel, number, textOf, unique } from './label-like.js';

export interface ProposedGrid {
  readonly columns: readonly string[];
  readonly from: string;
}

/**
 * Rows of column labels: several that say a year or what the numbers below them are, or heads over columns of numbers.
 * Their cells, and those below them, are taken.
 */
export function bandsOf(table: Table, taken: Set<Cell>): readonly ProposedGrid[] {
  const grids: ProposedGrid[] = [];
  for (let row = 0; row < table.rows; row++) {
    const own = table.cells.filter((cell) => cell.row === row && !isBlank(cell) && !taken.has(cell));
    const yearly = own.filter((cell) => columnWord.test(keyOfCell(cell)));
    const numeric = own.filter((cell) => isOverNumbers(table, cell));
    const heads = yearly.length >= 2 ? yearly : numeric.length >= 3 ? numeric : [];
    if (heads.length === 0) continue;
    let labelsFrom = 0;
    // Grids may stand side by side: each run of heads is one.
    for (const run of runsOf(heads)) {
      const from = Math.min(...run.map((cell) => cell.col));
      const to = Math.max(...run.map(endCol));
      const under = Math.min(...run.map(endRow));
      const found = table.cells.filter(
        (cell) =>
          cell.row === under && cell.col >= from && endCol(cell) <= to && !isBlank(cell) && (columnWord.test(keyOfCell(cell)) || isOverNumbers(table, cell)),
      );
      const lower = found.length >= 2 ? found : [];
      const all = [...run, ...lower];
      const last = Math.max(...all.map((cell) => endRow(cell) - 1));
      const leaves = all.filter((cell) => !lower.some((one) => one !== cell && one.row >= endRow(cell) && one.col >= cell.col && endCol(one) <= endCol(cell)));
      if (leaves.length < 2) continue;
      grids.push({
        columns: unique(
          all.map((cell) => labelFor(keyOfCell(cell))),
          (label) => label,
        ),
        from: all.map(textOf).join(' │ '),
      });
      const until = endOfBody(table, last, leaves, from, to);
      for (const cell of table.cells) if (cell.row >= row && endRow(cell) <= until + 1 && cell.col >= labelsFrom && endCol(cell) <= to) taken.add(cell);
      labelsFrom = to;
    }
  }
  return grids;
}

/** Heads that touch, left to right. */
function runsOf(heads: readonly Cell[]): readonly (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const head of [...heads].sort((a, b) => a.col - b.col)) {
    const run = runs.at(-1);
    if (run && Math.max(...run.map(endCol)) >= head.col) run.push(head);
    else runs.push([head]);
  }
  return runs;
}

function isOverNumbers(table: Table, head: Cell): boolean {
  const below = table.cells.filter((cell) => cell.row > head.row && cell.col >= head.col && endCol(cell) <= endCol(head) && !isBlank(cell));
  const numbers = below.filter((cell) => number.test(keyOfCell(cell))).length;
  return isLabelLike(keyOfCell(head)) && numbers >= 3 && numbers >= 0.7 * below.length;
}

/** The last row below the band whose cells stand under its columns, each under one. */
function endOfBody(table: Table, band: number, leaves: readonly Cell[], from: number, to: number): number {
  let last = band;
  for (let row = band + 1; row < table.rows; row++) {
    const values = table.cells.filter((cell) => cell.row === row && cell.col < to && endCol(cell) > from);
    const isUnder = (cell: Cell): boolean => leaves.some((leaf) => cell.col >= leaf.col && endCol(cell) <= endCol(leaf));
    const isOfBody = values.length >= Math.min(2, leaves.length) && values.every(isUnder) && values.every((cell) => keyOfCell(cell).length <= longestLabel);
    if (!isOfBody || values.some((cell) => columnWord.test(keyOfCell(cell)))) break;
    last = row;
  }
  return last;
}
