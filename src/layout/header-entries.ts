/**
 * Which rows below a header's are entries of the table, though the next page begins with the same words.
 *
 * ```
 * │ 種別 │ 件数 │ 備考 │     names every column: what stands below it, in the same columns,
 * │ 相談 │   1  │ なし │  ←  is an entry where it holds figures, or says what other rows say too
 * │ 要望 │   3  │ なし │
 * ```
 */
import { agree } from './same-edges.js';
import { edgesOf } from './labels.js';
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import type { Lexicon } from './words/index.js';

/** Whether the row, which some header may end with, is an entry. */
export function isEntry(table: PageTable, row: number, lexicon: Lexicon): boolean {
  const [own, above] = [cellsOf(table, row), cellsOf(table, row - 1)];
  if (own[0] === undefined || own[0].col !== 0 || wordsOf(own[0].lines) === '') return false;
  // The corner over the labels may be empty.
  const isNamed = above.length > 0 && above.every((cell) => cell.col === 0 || wordsOf(cell.lines) !== '');
  if (!isNamed || !agree(edgesOf(table, row - 1), edgesOf(table, row))) return false;
  return holdsFigures(own, lexicon) || comesAgain(table, row, own);
}

/** Figures, unless they count up: years, and the numbers of columns, stand in headers too. */
function holdsFigures(row: readonly PageCell[], lexicon: Lexicon): boolean {
  const figures = row.map((cell) => wordsOf(cell.lines)).filter((words) => lexicon.isNumber(words) && !lexicon.isYear(words));
  const numbers = figures.map((words) => Number(words.normalize('NFKC').replace(/[^0-9.]/gu, '')));
  const countsUp = numbers.length > 1 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
  return figures.length > 0 && !countsUp;
}

/** A cell of the row says what another row says in its column. */
function comesAgain(table: PageTable, row: number, own: readonly PageCell[]): boolean {
  const said = new Map(own.filter((cell) => cell.lines.length > 0).map((cell) => [cell.col, wordsOf(cell.lines)]));
  const rowsLike = new Map<number, number>();
  for (const cell of table.cells) {
    if (cell.row !== row && said.get(cell.col) === wordsOf(cell.lines)) rowsLike.set(cell.row, (rowsLike.get(cell.row) ?? 0) + 1);
  }
  // A row that says all of it is the header again.
  return [...rowsLike.values()].some((cells) => cells < said.size);
}

const cellsOf = (table: PageTable, row: number): PageCell[] => table.cells.filter((cell) => cell.row === row).sort((a, b) => a.col - b.col);
