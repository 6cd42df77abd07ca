/**
 * How many leading rows of a later part repeat rows at the head of the table.
 *
 * ```
 * ├─────┼──────┼──────┤
 * │ No. │ 課名 │ 項目 │   a repeated header: same x, same text, white space aside
 * ├─────┼──────┼──────┤
 * ```
 * The header need not be the table's first row: title rows (部課名, 課の使命) may stand above it.
 */
import { type PageTable, wordsOf } from './page-table.js';

/** Edges of the same column on two pages differ by no more than this, points. */
const SAME_EDGE = 3;
/** Rows at the head of the table among which the header is looked for. */
const HEAD_ROWS = 10;

/** 0 where nothing is repeated. `later` is laid over `first`: the same x. */
export function findRepeatedHeader(first: PageTable, later: PageTable): number {
  const depths = closedDepths(later);
  for (const depth of depths.reverse()) {
    const block = signature(later, 0, depth);
    if (block === undefined) continue;
    const lastStart = Math.min(HEAD_ROWS, first.ys.length - 1 - depth);
    for (let start = 0; start <= lastStart; start += 1) {
      if (isSame(signature(first, start, depth), block)) return depth;
    }
  }
  return 0;
}

/** Numbers of leading rows that no cell spans out of. */
function closedDepths(part: PageTable): number[] {
  // A part that is nothing but a header would say nothing: its last row is content.
  const rows = Math.min(part.ys.length - 2, HEAD_ROWS);
  const closed: number[] = [];
  for (let depth = 1; depth <= rows; depth += 1) {
    if (!part.cells.some((cell) => cell.row < depth && cell.row + cell.rowSpan > depth)) closed.push(depth);
  }
  return closed;
}

interface Sign {
  readonly row: number;
  readonly rowSpan: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The rows' cells, relative to the block; undefined where a cell reaches out of the block or none has text. */
function signature(part: PageTable, start: number, depth: number): Sign[] | undefined {
  const signs: Sign[] = [];
  for (const cell of part.cells) {
    if (cell.row + cell.rowSpan <= start || cell.row >= start + depth) continue;
    if (cell.row < start || cell.row + cell.rowSpan > start + depth) return undefined;
    signs.push({
      row: cell.row - start,
      rowSpan: cell.rowSpan,
      from: part.xs[cell.col] ?? 0,
      to: part.xs[cell.col + cell.colSpan] ?? 0,
      words: wordsOf(cell.lines),
    });
  }
  return signs.some((sign) => sign.words !== '') ? signs : undefined;
}

function isSame(a: readonly Sign[] | undefined, b: readonly Sign[]): boolean {
  return (
    a !== undefined &&
    a.length === b.length &&
    a.every((sign, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        sign.row === other.row &&
        sign.rowSpan === other.rowSpan &&
        sign.words === other.words &&
        Math.abs(sign.from - other.from) <= SAME_EDGE &&
        Math.abs(sign.to - other.to) <= SAME_EDGE
      );
    })
  );
}
