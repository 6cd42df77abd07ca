/**
 * A merged cell that a page break cut may have no ruling of its own on a page; the table then falls into two side by side.
 *
 * ```
 *   page 1                      page 2
 *   │No.│ 課名   │ 項目 │        ├───┤        ├──────┤    the cell of 課名 spans all rows of the page:
 *   ├───┼────────┼──────┤        │ 4 │        │ 丁   │    no ruling crosses it, none closes it
 *   │ 3 │ 市民課 │ 丙   │        ├───┤        ├──────┤
 * ```
 * Another page of the same table shows that there is a column between the two. Tables that merely stand side by side
 * have no such page.
 */
import type { Ruling } from '../model/page.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, boxOfLine } from './geometry.js';
import type { PageGeometry } from './layout-page.js';
import type { Grid } from './grid.js';
import { SAME_PLACE } from './tolerances.js';

const first = (values: readonly number[]): number => values[0] ?? 0;
const last = (values: readonly number[]): number => values.at(-1) ?? 0;
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_PLACE;

/** For each page the rulings that close such gaps above and below. */
export function bridgeGaps(pages: readonly PageGeometry[], book: Rulebook = PLAIN_BOOK): readonly (readonly Ruling[])[] {
  const columns = pages.map(({ grids }) => grids.map(({ xs }) => xs));
  return pages.map(({ grids, page: { number } }, page) => {
    const others = columns.filter((_, index) => index !== page).flat();
    const bridges = others.length === 0 ? [] : pairsOf(grids).flatMap(([left, right]) => bridge(left, right, others));
    return says(onPage(book, number), 'bridged-gap', bridges.length > 0, () => boundingBox(bridges.map(boxOfLine))) ? bridges : [];
  });
}

/** Grids beside each other, each with its right neighbour, of about the same height. */
function pairsOf(grids: readonly Grid[]): readonly (readonly [Grid, Grid])[] {
  const sorted = [...grids].sort((a, b) => first(a.xs) - first(b.xs));
  return sorted.flatMap((left, index) => {
    const right = sorted
      .slice(index + 1)
      .find((other) => first(other.xs) > last(left.xs) && isSame(first(other.ys), first(left.ys)) && isSame(last(other.ys), last(left.ys)));
    return right ? [[left, right] as const] : [];
  });
}

function bridge(left: Grid, right: Grid, others: readonly (readonly number[])[]): readonly Ruling[] {
  const isOneTable = others.some((xs) => {
    const at = xs.findIndex((x) => isSame(x, last(left.xs)));
    const holds = (x: number): boolean => xs.some((own) => isSame(own, x));
    return at >= 0 && isSame(xs[at + 1] ?? Infinity, first(right.xs)) && left.xs.every(holds) && right.xs.every(holds);
  });
  if (!isOneTable) return [];
  return [first(left.ys), last(left.ys)].map(
    (at): Ruling => ({ axis: 'h', at, from: last(left.xs), to: first(right.xs), width: 0, color: '#000000', dashed: false, source: 'stroke', order: 0 }),
  );
}
