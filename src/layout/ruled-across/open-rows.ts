/**
 * The row above a stack's first ruling, or below its last: a header in colour, a sum without a rule below it, the part of a row that
 * a page break leaves.
 *
 * ```
 *    2   相談   電話で                     the page before ends here, in the middle of a row
 *   ─────────────────────────
 *    3   広報   冊子を配る。
 *   ─────────────────────────
 *    4   防災   倉庫に水と食料を備え       and goes on on the next
 * ```
 */
import type { Box } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { across, gaps } from '../intervals.js';
import type { Segment } from '../rulings.js';
import type { BandRow, Piece } from './rows.js';
import type { Stack } from './stacks.js';
import type { ColumnEdge } from './walls.js';

/** Lines of one row leave no more white than this between them, nor to its ruling, em. */
const LARGEST_WHITE = 1.1;
/** A row has text in so many of its columns, as a share; what a page break leaves of one, in two. */
const FILLED = 0.5;
const FEWEST = 2;
/** Text leaves so much of a column's white, em. */
const LEAST_WHITE = 0.25;
/** Text reaches over the end of the rulings by no more than this, em. */
const OVER = 0.3;

/**
 * The row beyond the stack on one side, as far as its lines keep to the columns; undefined where there is none. `edges`: those of the
 * part beside it; `isCut`: the table may go on on the page beyond.
 */
export function openRow(
  side: -1 | 1,
  stack: Stack,
  pieces: readonly Piece[],
  edges: readonly ColumnEdge[],
  rulings: readonly Segment[],
  isCut: boolean,
  book: Rulebook,
): BandRow | undefined {
  const start = (side > 0 ? stack.levels.at(-1) : stack.levels[0])?.y ?? 0;
  const over = rulings.filter(({ axis, at, from, to }) => axis === 'h' && (at - start) * side > 1 && from < stack.x1 && to > stack.x0).map(({ at }) => at);
  const end = side > 0 ? Math.min(...over) : Math.max(...over);
  const lines = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const middle = (piece.top + piece.bottom) / 2;
    if ((middle - start) * side <= 0 || (end - middle) * side <= 0 || piece.x1 <= stack.x0 || piece.x0 >= stack.x1) continue;
    lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece]);
  }
  const own: Piece[] = [];
  let reached = start;
  for (const line of [...lines.values()].sort((a, b) => side * ((a[0]?.top ?? 0) - (b[0]?.top ?? 0)))) {
    const [first] = line;
    if (first === undefined) continue;
    const white = side > 0 ? first.top - reached : reached - first.bottom;
    if (white > LARGEST_WHITE * first.size || !keepsTo([...own, ...line], stack, edges)) break;
    own.push(...line);
    reached = side > 0 ? Math.max(reached, first.bottom) : Math.min(reached, first.top);
  }
  const columns = new Set(own.map(({ x0, x1 }) => edges.filter(({ from, to }) => (from + to) / 2 < (x0 + x1) / 2).length)).size;
  const row: BandRow = { top: Math.min(start, reached), bottom: Math.max(start, reached), pieces: own.sort((a, b) => a.line - b.line || a.x0 - b.x0) };
  const isRow = columns >= FEWEST && (isCut || columns >= FILLED * (edges.length + 1));
  const place = (): Box => ({ x0: stack.x0, x1: stack.x1, top: row.top, bottom: row.bottom });
  return says(book, 'row-beyond-rulings', isRow, place) ? row : undefined;
}

/** All of it within the rulings' ends, none of it in the white of an edge. */
function keepsTo(own: readonly Piece[], { x0, x1 }: Stack, edges: readonly ColumnEdge[]): boolean {
  if (own.some((piece) => piece.x0 < x0 - OVER * piece.size || piece.x1 > x1 + OVER * piece.size)) return false;
  const size = Math.max(...own.map((piece) => piece.size));
  return edges.every((edge) => gaps(own.map(across), edge).some(({ from, to }) => to - from >= LEAST_WHITE * size || to - from >= edge.to - edge.from));
}
