/**
 * A page that lies wholly inside one row of a table: nothing closes the row there, its columns' rulings run from the head of the
 * page to its foot.
 *
 * ```
 *   page 1                    page 2                    page 3
 *   │ 3 │ 市民課 │ 窓口を │    │   │        │ 見直し │    │   │        │ た。   │
 *   ├───┼────────┼────────┤    │   │        │ 、案内 │    ├───┼────────┼────────┤
 *   │ 4 │ 福祉課 │ 相談の │    │   │        │ を改め │    │ 5 │ 税務課 │ 納税の │
 * ```
 * The row that the page before leaves open says which rulings to expect, and how far they reach where its sides are not drawn. Where
 * the break stands between two rows, any row of the document may be the next.
 */
import type { GridCell } from './cells.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { overlap } from './geometry.js';
import { cover, hull } from './intervals.js';
import type { PageGeometry } from './layout-page.js';
import type { Segment } from './rulings.js';
import { SAME_PLACE } from './tolerances.js';

/** A column's ruling runs over this share of the row's height at least. */
const WHOLE = 0.85;

/** The edges of a row's columns, ascending. */
export type RowEdges = readonly number[];

/** The columns of every row of the pages' tables, each kind once. */
export function rowKinds(pages: readonly PageGeometry[]): readonly RowEdges[] {
  const kinds = new Map<string, RowEdges>();
  for (const { tables } of pages) {
    for (const { grid } of tables) {
      const rows = grid.ys.slice(1).map((): GridCell[] => []);
      for (const cell of grid.cells) {
        for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows[row]?.push(cell);
      }
      for (const cells of rows) {
        const edges = edgesOf(cells);
        kinds.set(edges.map(Math.round).join(' '), edges);
      }
    }
  }
  return [...kinds.values()];
}

/**
 * The upper and lower edge of the row that the page lies in, which nobody drew; none where it is no such page. `before`: the
 * page before. `kinds`: rows of the document, one of which begins on the page where the break closed the last.
 */
export function closeRowPage(page: PageGeometry, before: PageGeometry, kinds: readonly RowEdges[], book: Rulebook = PLAIN_BOOK): readonly Segment[] {
  const last = lastRow(before);
  if (last === undefined) return [];
  const [left, right] = [last.edges[0] ?? 0, last.edges.at(-1) ?? 0];
  const within = page.segments.filter(
    (segment) => segment.axis === 'v' && segment.at >= left - SAME_PLACE && segment.at <= right + SAME_PLACE && !isInGrid(segment, page),
  );
  if (within.length === 0) return [];
  const height = hull(within);
  const { from: top, to: bottom } = height;
  const isDrawn = (edge: number): boolean =>
    cover(
      within.filter(({ at }) => isSame(at, edge)),
      height,
    ) >= WHOLE;
  const hasSides = isDrawn(left) && isDrawn(right);
  const isRow = (edges: RowEdges): boolean =>
    edges.slice(1, -1).every(isDrawn) && within.every(({ at }) => edges.some((edge) => isSame(edge, at))) && (hasSides || (!last.hasSides && edges.length > 2));
  const others = kinds.filter((edges) => isSame(edges[0] ?? Infinity, left) && isSame(edges.at(-1) ?? Infinity, right));
  if (!(last.isOpen ? [last.edges] : others).some(isRow)) return [];
  const isCrossed = page.segments.some(
    (segment) => segment.axis === 'h' && segment.at > top && segment.at < bottom && overlap(segment.from, segment.to, left, right) > 0,
  );
  if (!says(book, 'row-page', !isCrossed, () => ({ x0: left, x1: right, top, bottom }))) return [];
  return [top, bottom].map((at): Segment => ({ axis: 'h', at, from: left, to: right, drawn: false }));
}

const edgesOf = (cells: readonly GridCell[]): RowEdges => [...new Set(cells.flatMap(({ box }) => [box.x0, box.x1]))].sort((a, b) => a - b);

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_PLACE;

const isInGrid = ({ at, from, to }: Segment, { grids }: PageGeometry): boolean =>
  grids.some(({ xs, ys }) => at >= (xs[0] ?? 0) - SAME_PLACE && at <= (xs.at(-1) ?? 0) + SAME_PLACE && overlap(from, to, ys[0] ?? 0, ys.at(-1) ?? 0) > 0);

interface LastRow {
  readonly edges: RowEdges;
  /** All of it is open below. */
  readonly isOpen: boolean;
  /** The table's left side is drawn there. */
  readonly hasSides: boolean;
}

/** The last row of the page's lowest table. */
function lastRow({ tables, segments }: PageGeometry): LastRow | undefined {
  const bottomOf = ({ ys }: { readonly ys: readonly number[] }): number => ys.at(-1) ?? 0;
  const [first, ...others] = tables.map(({ grid }) => grid);
  if (first === undefined) return undefined;
  const lowest = others.reduce((low, grid) => (bottomOf(grid) > bottomOf(low) ? grid : low), first);
  const cells = lowest.cells.filter((cell) => cell.row + cell.rowSpan === lowest.ys.length - 1);
  const edges = edgesOf(cells);
  const middle = (bottomOf(lowest) + (lowest.ys.at(-2) ?? 0)) / 2;
  return {
    edges,
    isOpen: cells.every((cell) => cell.openBottom),
    hasSides: segments.some(({ axis, at, from, to }) => axis === 'v' && isSame(at, edges[0] ?? Infinity) && from <= middle && to >= middle),
  };
}
