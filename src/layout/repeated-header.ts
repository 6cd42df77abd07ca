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
import type { Box } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { edgesOf } from './labels.js';
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import { agree } from './same-edges.js';
import { isEntry } from './header-entries.js';
import { SAME_PLACE } from './tolerances.js';

/** A header, with title rows above it, takes up no more rows than this at the head of a part. */
export const HEAD_ROWS = 10;

/** 0 where nothing is repeated. `later` is laid over `first`: the same x. */
export function findRepeatedHeader(first: PageTable, later: PageTable, book: Rulebook = PLAIN_BOOK): number {
  // A part that is nothing but a header would say nothing: its last row is content.
  const heads = blocks(later, later.ys.length - 2, true);
  if (heads.length === 0) return 0;
  return Math.max(0, ...heads.map((head) => endOfHeader(head, first, first.ys.length - 1, onPart(book, later))));
}

/** The part says nothing but the header of a table that has rows below it. */
export function isHeaderAlone(first: PageTable, later: PageTable, book: Rulebook = PLAIN_BOOK): boolean {
  const rows = later.ys.length - 1;
  return (
    rows <= HEAD_ROWS &&
    blocks(later, rows, true).some((head) => head.end === rows && endOfHeader(head, first, first.ys.length - 2, onPart(book, later)) === rows)
  );
}

/** The rules, which speak of the part. */
interface PartBook {
  readonly book: Rulebook;
  readonly place: () => Box;
}

const onPart = (book: Rulebook, part: PageTable): PartBook => ({ book, place: () => part.box });

/** The rows of `head` that are the table's header, 0 where it says something else: what only says the same as one of its rows is a row. */
function endOfHeader(head: Block, first: PageTable, rows: number, { book, place }: PartBook): number {
  const known = blocks(first, rows).filter((block) => isSame(block, head));
  const block = known.find(({ start }) => !says(book, 'among-rows', isAmongRows(first, start), place));
  if (block === undefined) return 0;
  // Its upper levels may be other rows on this page; the last rows are the same.
  let entries = 0;
  while (entries + 1 < head.end && says(book, 'entry-again', isEntry(first, block.end - 1 - entries, book.lexicon), place)) entries += 1;
  return head.end - entries;
}

/** Rows with the same cells stand above: a header stands over all rows of its columns. */
function isAmongRows(first: PageTable, row: number): boolean {
  const edges = edgesOf(first, row);
  return Array.from({ length: row }, (_, above) => above).some((above) => agree(edgesOf(first, above), edges));
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
