/** How sure it is that a stack's rulings part the rows of a table of text. */
import { isValue } from '../gutters/values.js';
import type { BandRow, Piece } from './rows.js';

/** A column of figures has them in so many rows below each other. */
const FIGURE_ROWS = 3;

/** The pieces of each cell of a row, between its edges. */
export const cellsOf = ({ pieces }: BandRow, xs: readonly number[]): Piece[][] =>
  Array.from({ length: xs.length + 1 }, (_, c) => pieces.filter(({ x0, x1 }) => xs.filter((x) => x < (x0 + x1) / 2).length === c));

/** Rows with a cell of more than one line. `xs`: the edges of each row. */
export const countWrapped = (rows: readonly BandRow[], xs: readonly (readonly number[])[]): number =>
  rows.filter((row, i) => {
    const own = xs[i] ?? [];
    return own.length > 0 && cellsOf(row, own).some((cell) => new Set(cell.map(({ line }) => line)).size > 1);
  }).length;

/**
 * Half of the columns, or more, are figures, row after row: these stand below each other by themselves, and show where columns are.
 * Goals and results stand between rows of words.
 */
export function areFigures(rows: readonly BandRow[], xs: readonly (readonly number[])[]): boolean {
  const isFigure = (cell: readonly Piece[]): boolean => cell.length > 0 && cell.every(({ phrase }) => phrase !== undefined && isValue(phrase));
  let last: number | undefined;
  let inARow: number[] = [];
  return rows.some((row, i) => {
    const own = xs[i] ?? [];
    if (own.length !== last) inARow = [];
    last = own.length;
    inARow = cellsOf(row, own).map((cell, c) => (isFigure(cell) ? (inARow[c] ?? 0) + 1 : 0));
    return own.length > 0 && inARow.filter((count) => count >= FIGURE_ROWS).length * 2 >= own.length + 1;
  });
}
