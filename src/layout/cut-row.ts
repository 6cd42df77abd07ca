/**
 * Whether the first row of a later part is the rest of the last row before the page break.
 *
 * ```
 *   … │ 12 │ 市民課 │ 窓口の案内を   │      the row's short cells (its number, its 課) are filled
 *   ──┴────┴────────┴────────────────      on one of the two pages only
 *   … │    │        │ 見直した。     │
 * ```
 * Programs draw the cut differently: spreadsheets close the borders on both pages, others leave the edge open.
 */
import type { Box } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox } from './geometry.js';
import { edgesOf, type Labels } from './labels.js';
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import { SAME_PLACE } from './tolerances.js';

/** A column is a key column when at least this share of the rows have something in it … */
const NEARLY_ALWAYS = 0.9;
/** … of at most this many characters: what is longer may itself go on over the break. */
const SHORT = 8;
/** Merged cells per single one that a key column may have. */
const MERGED = 0.5;

/** A cell of the table so far, whole rows joined, or of the later part. */
export interface KnownCell {
  readonly from: number;
  readonly to: number;
  readonly rowSpan: number;
  /** Its text without white space; '' for an empty one. */
  readonly words: string;
}

/**
 * `later` is laid over the earlier parts; its row `firstRow` is the first that is no repeated header. `others` are the
 * cells of the table's other rows, its first row and those at the break aside.
 */
export function isCutRow(
  first: PageTable,
  last: PageTable,
  later: PageTable,
  firstRow: number,
  others: readonly KnownCell[],
  labels: Labels,
  book: Rulebook = PLAIN_BOOK,
): boolean {
  const lastRow = last.ys.length - 2;
  const above = last.cells.filter((cell) => cell.row + cell.rowSpan === lastRow + 1);
  const below = later.cells.filter((cell) => cell.row === firstRow);
  const pairs = pairUp(above, last, below, later);
  if (pairs === undefined || pairs.length === 0) return false;
  if (pairs.every(({ under }) => under.lines.length === 0)) return false;
  const [leftmost] = pairs;
  const place = (): Box => boundingBox(below.map(({ box }) => box));
  if (leftmost !== undefined && says(book, 'cut-label', isLabelCut(leftmost, labels), place)) return true;
  const keys = pairs.filter((pair) => isKey(pair, others) && !says(book, 'label-again', isPrintedAgain(pair), place));
  const leading = keys.find(({ over, under }) => isFilled(over) || isFilled(under));
  if (leading !== undefined) {
    const oneSided = keys.filter(({ over, under }) => isFilled(over) !== isFilled(under)).length;
    const twoSided = keys.filter(({ over, under }) => isFilled(over) && isFilled(under)).length;
    // The row's number comes first and is never cut itself; a short cell further on may be.
    return says(book, 'cut-keys', isFilled(leading.over) !== isFilled(leading.under) && oneSided >= twoSided, place);
  }
  if (says(book, 'cut-open', isOpenCut(last, above, later, below, first), place)) return true;
  if (leftmost === undefined || !isFilled(leftmost.over) || isFilled(leftmost.under)) return false;
  // A label column merged over rows goes on in any case; the row does if no row like it ever follows one like it.
  const isOfOneRow = leftmost.over.rowSpan === 1 && leftmost.under.rowSpan === 1;
  return says(book, 'cut-unlabelled', isOfOneRow || labels.isLastRow(edgesOf(last, lastRow)), place);
}

/** Neither half is a label of the document; both together are (R4年度 | の取組状況), or begin one where another break follows. */
function isLabelCut({ over, under }: Pair, labels: Labels): boolean {
  const above = wordsOf(over.lines);
  const below = wordsOf(under.lines);
  if (above === '' || below === '' || labels.follows(above, below)) return false;
  return labels.isLabel(above + below) || labels.beginsLabel(above + below);
}

/** A label merged over the rows below, printed again there: it tells nothing of the row at the break. */
const isPrintedAgain = ({ over, under }: Pair): boolean => under.rowSpan > 1 && isFilled(over) && wordsOf(over.lines) === wordsOf(under.lines);

const isFilled = (cell: PageCell): boolean => cell.lines.length > 0 || cell.crossedOut;

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly over: PageCell;
  readonly under: PageCell;
}

/** The cells on both sides of the break, column by column; undefined where their edges differ. */
function pairUp(above: readonly PageCell[], last: PageTable, below: readonly PageCell[], later: PageTable): Pair[] | undefined {
  if (above.length !== below.length) return undefined;
  const over = [...above].sort((a, b) => a.col - b.col);
  const under = [...below].sort((a, b) => a.col - b.col);
  const pairs: Pair[] = [];
  for (const [i, cell] of over.entries()) {
    const other = under[i];
    if (other === undefined) return undefined;
    const from = last.xs[cell.col] ?? 0;
    const to = last.xs[cell.col + cell.colSpan] ?? 0;
    const otherTo = later.xs[other.col + other.colSpan] ?? 0;
    if (Math.abs(from - (later.xs[other.col] ?? Infinity)) > SAME_PLACE || Math.abs(to - otherTo) > SAME_PLACE) return undefined;
    pairs.push({ from, to, over: cell, under: other });
  }
  return pairs;
}

/** The column is filled with something short in nearly every row, the two at the break aside. */
function isKey({ from, to, over }: Pair, others: readonly KnownCell[]): boolean {
  if (over.rowSpan > 1) return false;
  const column = others.filter((cell) => Math.abs(cell.from - from) <= SAME_PLACE && Math.abs(cell.to - to) <= SAME_PLACE);
  const single = column.filter((cell) => cell.rowSpan === 1);
  const lengths = single.map((cell) => cell.words.length).filter((length) => length > 0);
  // A label over a two-level header is merged too; a column of merged groups is no key.
  if (single.length === 0 || column.length - single.length > MERGED * single.length) return false;
  return lengths.length >= NEARLY_ALWAYS * single.length && upperQuartile(lengths) <= SHORT;
}

/** Headers are shorter than what stands below them: the longer texts of a column tell what it holds. */
function upperQuartile(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** The break left its edge undrawn, in a table whose other outer edges are drawn. */
function isOpenCut(last: PageTable, above: readonly PageCell[], later: PageTable, below: readonly PageCell[], first: PageTable): boolean {
  const topDrawn = first.cells.filter((cell) => cell.row === 0).some((cell) => !cell.openTop);
  const rows = later.ys.length - 1;
  const bottomDrawn = later.cells.filter((cell) => cell.row + cell.rowSpan === rows).some((cell) => !cell.openBottom);
  const isOpenAbove = bottomDrawn && above.every((cell) => cell.openBottom);
  const isOpenBelow = topDrawn && below.every((cell) => cell.openTop);
  return last.cells.length > 0 && (isOpenAbove || isOpenBelow);
}
