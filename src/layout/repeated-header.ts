/**
 * How many leading rows of a later part repeat rows at the head of the table.
 *
 * ```
 * ├─────┼──────┼──────┤
 * │ No. │ 課名 │ 項目 │   a repeated header: same x, same text, white space aside
 * ├─────┼──────┼──────┤
 * ```
 * The header need not be the table's first row: title rows (部課名, 課の使命) may stand above it. Nor need its upper
 * level be merged alike on each page, as long as it says the same words and each column ends in the same label.
 */
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import { SAME_PLACE } from './tolerances.js';

/** A header, with title rows above it, takes up no more rows than this at the head of a part. */
export const HEAD_ROWS = 10;

/** 0 where nothing is repeated. `later` is laid over `first`: the same x. */
export function findRepeatedHeader(first: PageTable, later: PageTable): number {
  // A part that is nothing but a header would say nothing: its last row is content.
  const heads = blocks(later, later.ys.length - 2, true);
  if (heads.length === 0) return 0;
  const known = blocks(first, first.ys.length - 1);
  const repeated = heads.filter((head) => known.some((block) => isSame(block, head)));
  return Math.max(0, ...repeated.map((head) => head.end));
}

/** Rows `start` … `end - 1`, which no cell spans out of. */
interface Block {
  readonly start: number;
  readonly end: number;
  /** The texts of all cells, sorted. */
  readonly words: string;
  /** The lowest cell of each column: what the column is called. */
  readonly leaves: readonly Leaf[];
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** A cell of the head with its text, which stands in many blocks. */
interface HeadCell {
  readonly cell: PageCell;
  readonly words: string;
}

/** `atTop`: only those that begin with the first row. */
function blocks(part: PageTable, rows: number, atTop = false): Block[] {
  const last = Math.min(rows, HEAD_ROWS);
  const headCells = part.cells.filter((cell) => cell.row < last);
  const isSeam = (row: number): boolean => !headCells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);
  const head = headCells.map((cell): HeadCell => ({ cell, words: wordsOf(cell.lines) }));
  const seams = Array.from({ length: Math.max(0, last + 1) }, (_, row) => row).filter(isSeam);
  return (atTop ? seams.filter((start) => start === 0) : seams).flatMap((start) =>
    seams
      .filter((end) => end > start)
      .flatMap((end) => {
        const block = blockOf(part, start, end, head);
        return block === undefined ? [] : [block];
      }),
  );
}

function blockOf(part: PageTable, start: number, end: number, head: readonly HeadCell[]): Block | undefined {
  const cells = head.filter(({ cell }) => cell.row >= start && cell.row < end);
  const texts = cells.map(({ words }) => words).filter((words) => words !== '');
  if (texts.length === 0) return undefined;
  const leaves = cells
    .filter(({ cell }) => cell.row + cell.rowSpan === end)
    .map(({ cell, words }) => ({ from: part.xs[cell.col] ?? 0, to: part.xs[cell.col + cell.colSpan] ?? 0, words }))
    .sort((a, b) => a.from - b.from);
  return { start, end, words: texts.sort().join('\n'), leaves };
}

function isSame(a: Block, b: Block): boolean {
  return (
    a.words === b.words &&
    a.leaves.length === b.leaves.length &&
    a.leaves.every((leaf, i) => {
      const other = b.leaves[i];
      return other !== undefined && leaf.words === other.words && Math.abs(leaf.from - other.from) <= SAME_PLACE && Math.abs(leaf.to - other.to) <= SAME_PLACE;
    })
  );
}
