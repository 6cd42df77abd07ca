/**
 * A page on which a table's vertical rulings are missing borrows them from another page of the same table.
 *
 * ```
 *   page 1                          page 2
 *   ───────────────────────         ┌───┬──────┬────────────┐
 *    No.  項目   成果               │No.│ 項目 │ 成果       │
 *   ───────────────────────         ├───┼──────┼────────────┤
 * ```
 * Browsers drop the inner borders of a table that they cut at a page's end. The rulings that are there tell that it is the same
 * table: they end at the same edges. A borrowed ruling parts only rows in which no character stands in its way.
 */
import type { Glyph, Ruling } from '../model/page.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, boxOfLine } from './geometry.js';
import { mayHang } from './characters.js';
import { isSpace } from './marks.js';
import type { PageGeometry } from './layout-page.js';
import type { Segment } from './rulings.js';
import { SAME_PLACE } from './tolerances.js';

/** Fewer rulings under one another are no table's rows. */
const FEWEST_ROWS = 3;
/** Fewer columns than this may as well be gutters of the text. */
const FEWEST_COLUMNS = 3;
/** Lines of one row leave no more white than this between them, in em. */
const LARGEST_LEADING = 1.5;
/** A character may reach over a column's edge by this much (points). */
const SLACK = 0.5;

/** The rulings that each page borrows; none where it has its own. */
export function borrowColumns(pages: readonly PageGeometry[], book: Rulebook = PLAIN_BOOK): readonly (readonly Ruling[])[] {
  return pages.map((page, index) =>
    bareTables(page).flatMap((rows) => {
      const borrowed = borrow(page, rows, nearest(pages, index, rows));
      const isOn = says(onPage(book, page.page.number), 'borrowed-columns', borrowed.length > 0, () => boundingBox(borrowed.map(boxOfLine)));
      return isOn ? borrowed : [];
    }),
  );
}

/** Horizontal rulings of one extent under one another, with no columns between them. */
function bareTables({ segments, grids }: PageGeometry): readonly (readonly Segment[])[] {
  const inGrids = (segment: Segment): boolean =>
    grids.some(({ xs, ys }) => xs.length > 2 && segment.at >= (ys[0] ?? 0) - SAME_PLACE && segment.at <= (ys.at(-1) ?? 0) + SAME_PLACE);
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.axis !== 'h' || inGrids(segment)) continue;
    const group = groups.find(([first]) => first !== undefined && sameEdges(first.from, first.to, segment));
    if (group) group.push(segment);
    else groups.push([segment]);
  }
  const runs = groups.flatMap((group) =>
    splitAtGrids(
      group.sort((a, b) => a.at - b.at),
      grids,
    ),
  );
  const sides = segments.filter((segment) => segment.axis === 'v');
  return runs.filter((run) => run.length >= FEWEST_ROWS && !hasSides(run, sides));
}

/** Boxes under one another, each with its own sides, are no rows that lost their rulings. */
function hasSides(rows: readonly Segment[], verticals: readonly Segment[]): boolean {
  const row = rows[0];
  const bottom = rows.at(-1);
  if (!row || !bottom) return false;
  const isSide = ({ at }: Segment): boolean => Math.abs(at - row.from) <= SAME_PLACE || Math.abs(at - row.to) <= SAME_PLACE;
  return verticals.some((side) => isSide(side) && side.to > row.at + SAME_PLACE && side.from < bottom.at - SAME_PLACE);
}

/** Rulings with a table of its own between them (the rules under headings, say) are no rows of one table. */
function splitAtGrids(rows: readonly Segment[], grids: PageGeometry['grids']): Segment[][] {
  const runs: Segment[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    const isParted = above !== undefined && grids.some(({ ys }) => (ys[0] ?? 0) > above.at && (ys.at(-1) ?? 0) < row.at);
    if (run === undefined || isParted) runs.push([row]);
    else run.push(row);
  }
  return runs;
}

function sameEdges(from: number, to: number, segment: Segment): boolean {
  return Math.abs(from - segment.from) <= SAME_PLACE && Math.abs(to - segment.to) <= SAME_PLACE;
}

/** Inner column edges of the table with these outer edges on the nearest other page. */
function nearest(pages: readonly PageGeometry[], index: number, [row]: readonly Segment[]): readonly number[] {
  if (!row) return [];
  const ordered = pages.map((page, i) => ({ page, far: Math.abs(i - index) })).filter(({ far }) => far > 0);
  for (const { page } of ordered.sort((a, b) => a.far - b.far)) {
    const grid = page.grids.find(({ xs }) => xs.length > FEWEST_COLUMNS && sameEdges(xs[0] ?? 0, xs.at(-1) ?? 0, row));
    if (grid) return grid.xs.slice(1, -1);
  }
  return [];
}

function borrow(page: PageGeometry, rows: readonly Segment[], edges: readonly number[]): readonly Ruling[] {
  if (edges.length === 0) return [];
  // What hangs over a column's edge stands in no ruling's way.
  const printed = page.glyphs.filter((glyph) => !isSpace(glyph) && !mayHang(glyph.text)).sort((a, b) => middle(a) - middle(b));
  let next = 0;
  const bands = rows.map((above, i) => {
    while (next < printed.length && middleAt(printed, next) <= above.at) next += 1;
    const first = next;
    const below = rows[i + 1];
    if (!below) return cutRow(above, printed.slice(first));
    while (next < printed.length && middleAt(printed, next) < below.at) next += 1;
    return { from: above.at, to: below.at, within: printed.slice(first, next) };
  });
  return bands.flatMap(({ from, to, within }) =>
    edges
      .filter((x) => to > from && !within.some(({ box }) => box.x0 < x - SLACK && box.x1 > x + SLACK))
      .map((at): Ruling => ({ axis: 'v', at, from, to, width: 0, color: '#000000', dashed: false, source: 'stroke', order: 0 })),
  );
}

/** The row under the last ruling, cut by the page's end: lines that follow each other closely within the table's edges. */
function cutRow(last: Segment, printed: readonly Glyph[]): { from: number; to: number; within: readonly Glyph[] } {
  const within: Glyph[] = [];
  let bottom = last.at;
  for (const glyph of printed) {
    if (glyph.box.x0 < last.from || glyph.box.x1 > last.to) continue;
    if (glyph.box.top - bottom > LARGEST_LEADING * glyph.size) break;
    within.push(glyph);
    bottom = Math.max(bottom, glyph.box.bottom);
  }
  return { from: last.at, to: bottom, within };
}

const middle = ({ box }: Glyph): number => (box.top + box.bottom) / 2;

function middleAt(glyphs: readonly Glyph[], index: number): number {
  const glyph = glyphs[index];
  return glyph ? middle(glyph) : Infinity;
}
