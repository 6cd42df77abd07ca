/**
 * Tables ruled across alone: their rows lie between rulings, their columns in the white that these rows share.
 *
 * ```
 *   ─────────────────────────────────────
 *    No.   課名      内容                     rulings under one another, of one length or shorter
 *   ─────────────────────────────────────
 *    1              来庁者を窓口に案内す
 *          丙課     る。                      merged cells where a ruling stops short
 *   ────            ─────────────────────
 *    2              電話で相談に応じる。
 *   ─────────────────────────────────────
 * ```
 * The sides that nobody drew are proposed as such: cells, spans and rows over page breaks come from them as from drawn ones, and the
 * table's confidence says that they are implied.
 */
import type { Box } from '../../model/page.js';
import { onPage, PLAIN_BOOK, type Proposal, type Rulebook, says } from '../evidence/rulebook.js';
import { across, down, hull, meet, shared, type Span, union } from '../intervals.js';
import type { PageGeometry } from '../layout-page.js';
import type { Segment } from '../rulings.js';
import { BODY, SAME_PLACE } from '../tolerances.js';
import { type Found, type Place, placesOf } from './families.js';
import { mergedSides, rowsApart } from './merged.js';
import { openRow } from './open-rows.js';
import { type Part, partsOf, whiteOf } from './parts.js';
import { placeEdges } from './places.js';
import { type BandRow, type Piece, piecesOf, rowsOf } from './rows.js';
import { holdSeveral } from './several-rows.js';
import { findRuleStacks, type Level, PIECE_GAP, type Stack } from './stacks.js';
import { areFigures, countWrapped } from './sure.js';
import { type ColumnEdge, edgesIn } from './walls.js';

/** A row with a vertical ruling in it has its columns drawn. */
const INSIDE = 1;
/** So many rows without verticals below each other are a table, where others have them: one alone is a merged cell, or a heading. */
const FEWEST_BARE = 3;
/** So many rows with cells of several lines make a document one of tables ruled across. */
const WRAPPED_ROWS = 2;
/** A single line between rulings is a heading of rows, in a row no higher than this, em of the body. */
const HIGHEST_HEADING = 2.4;

/** A stack of a page, and what was found in it. */
interface Sheet {
  readonly page: number;
  readonly stack: Stack;
  readonly pieces: readonly Piece[];
  readonly rows: readonly BandRow[];
  readonly parts: readonly Part[];
  readonly edges: readonly ColumnEdge[];
  readonly found: readonly Found[];
}

/** For each page the sides that its tables imply. */
export function partAcross(pages: readonly PageGeometry[], isSought: readonly boolean[], book: Rulebook = PLAIN_BOOK): readonly (readonly Segment[])[] {
  // What is found counts, and is told, where a table comes of it.
  const proposed: Proposal[] = [];
  const own: Rulebook = { ...book, ledger: proposed, concluded: [] };
  const bookOf = (page: number): Rulebook => onPage(own, pages[page]?.page.number ?? 0);
  const ruled = pages.map((page, i) => (isSought[i] === true ? sheetsOf(page, i, bookOf(i)) : []));
  const sheets = ruled.flatMap((some, i) => some.map((sheet) => withOpenRows(sheet, pages[i], ruled[i - 1] ?? [], ruled[i + 1] ?? [], bookOf(i))));
  const places = placesOf(
    sheets.flatMap(({ found }) => found),
    bookOf,
  );
  const all = sheets.flatMap((sheet) => tablesOf(sheet, places, bookOf(sheet.page)));
  // Rulings alone part rows whose cells wrap. Whoever rules one table across alone rules the others on its page so, those of single lines too.
  const wrappedOn = (some: readonly AcrossTable[]): number => some.reduce((sum, { wrapped }) => sum + wrapped, 0);
  if (wrappedOn(all) < WRAPPED_ROWS) return pages.map(() => []);
  const tables = all.filter(({ page }) => wrappedOn(all.filter((other) => other.page === page)) > 0);
  for (const { rule, page, box } of proposed) {
    const isUsed = tables.some((table) => pages[table.page]?.page.number === page && meets(table.box, box));
    says(onPage(book, page), rule, isUsed, () => box);
  }
  return pages.map((_, i) => tables.filter(({ page }) => page === i).flatMap(({ sides }) => sides));
}

const meets = (a: Box, b: Box): boolean => shared(across(a), across(b)) > 0 && shared(down(a), down(b)) > 0;

function sheetsOf(page: PageGeometry, index: number, book: Rulebook): Sheet[] {
  const stacks = findRuleStacks(page.segments);
  if (stacks.length === 0) return [];
  const verticals = page.segments.filter(({ axis, drawn }) => axis === 'v' && drawn);
  let pieces: readonly Piece[] | undefined;
  return stacks
    .flatMap((stack) => bareParts(stack, verticals))
    .flatMap((stack): Sheet[] => {
      pieces ??= piecesOf(page.glyphs, book);
      const rows = rowsOf(stack, pieces);
      if (isSetDown(rows)) return [];
      const parts = partsOf(rows, { from: stack.x0, to: stack.x1 });
      const edges = edgesIn(stack, rows, parts, book);
      if (edges.length === 0) return [];
      const found = parts.map((part, i): Found => ({ page: index, stack, part, rows, edges: edges.filter((edge) => edge.part === i) }));
      return [{ page: index, stack, pieces, rows, parts, edges, found }];
    });
}

/** Most of its lines are set downwards: columns of such text stand side by side without being a table's. */
function isSetDown(rows: readonly BandRow[]): boolean {
  const pieces = rows.flatMap((row) => row.pieces);
  return pieces.filter(({ word }) => word === undefined).length * 2 > pieces.length;
}

/** The sheet with the rows beyond its first and last ruling. `before`, `after`: those of the pages before and after. */
function withOpenRows(sheet: Sheet, page: PageGeometry | undefined, before: readonly Sheet[], after: readonly Sheet[], book: Rulebook): Sheet {
  if (page === undefined) return sheet;
  const isAlike = ({ stack }: Sheet): boolean => Math.abs(stack.x0 - sheet.stack.x0) <= SAME_PLACE && Math.abs(stack.x1 - sheet.stack.x1) <= SAME_PLACE;
  const beyond = (side: -1 | 1, part: number, others: readonly Sheet[]): BandRow | undefined => {
    const edges = sheet.edges.filter((edge) => edge.part === part);
    return edges.length === 0 ? undefined : openRow(side, sheet.stack, sheet.pieces, edges, page.segments, others.some(isAlike), book);
  };
  const first = sheet.parts[0]?.first === 0 ? beyond(-1, 0, before) : undefined;
  const last = sheet.parts.at(-1)?.last === sheet.rows.length - 1 ? beyond(1, sheet.parts.length - 1, after) : undefined;
  if (first === undefined && last === undefined) return sheet;
  const { x0, x1, levels } = sheet.stack;
  const open = (y: number): Level => ({ y, pieces: [{ from: x0, to: x1 }] });
  const stack: Stack = {
    x0,
    x1,
    levels: [...(first === undefined ? [] : [open(first.top)]), ...levels, ...(last === undefined ? [] : [open(last.bottom)])],
  };
  const rows = [...(first === undefined ? [] : [first]), ...sheet.rows, ...(last === undefined ? [] : [last])];
  const moved = first === undefined ? 0 : 1;
  const parts = sheet.parts.map((part, i): Part => {
    const added = [...(i === 0 && first !== undefined ? [first] : []), ...(i === sheet.parts.length - 1 && last !== undefined ? [last] : [])];
    return {
      first: part.first + (i === 0 ? 0 : moved),
      last: part.last + moved + (i === sheet.parts.length - 1 && last !== undefined ? 1 : 0),
      white: added.reduce((white: readonly Span[], row) => meet(white, whiteOf(row, { from: x0, to: x1 })), part.white),
    };
  });
  return { ...sheet, stack, rows, parts, found: sheet.found.map((one, i) => ({ ...one, stack, rows, part: parts[i] ?? one.part })) };
}

/** The runs of levels between which no vertical ruling stands within the stack; none of a table that has them in other rows, and sides. */
function bareParts(stack: Stack, verticals: readonly Segment[]): Stack[] {
  const [top, bottom] = [stack.levels[0]?.y ?? 0, stack.levels.at(-1)?.y ?? 0];
  const beside = verticals.filter(({ at, from, to }) => at >= stack.x0 - INSIDE * BODY && at <= stack.x1 + INSIDE * BODY && from < bottom && to > top);
  const near = beside.filter(({ at }) => at > stack.x0 + INSIDE * BODY && at < stack.x1 - INSIDE * BODY);
  if (near.length > 0 && beside.length > near.length) return [];
  const fewest = near.length > 0 ? FEWEST_BARE : 1;
  const parts: Stack[] = [];
  let levels: Stack['levels'][number][] = [];
  const finish = (): void => {
    if (levels.length > fewest) parts.push({ ...stack, levels });
    levels = [];
  };
  for (const level of stack.levels) {
    const above = levels.at(-1);
    const middle = ((above?.y ?? level.y) + level.y) / 2;
    if (above !== undefined && near.some(({ from, to }) => from < middle && to > middle)) finish();
    levels.push(level);
  }
  finish();
  return parts;
}

/** A table that a stack holds. */
interface AcrossTable {
  readonly page: number;
  /** Rows with a cell of several lines. */
  readonly wrapped: number;
  readonly box: Box;
  readonly sides: readonly Segment[];
}

function tablesOf({ page, stack, rows, parts, edges, found }: Sheet, places: ReadonlyMap<Found, Place>, book: Rulebook): AcrossTable[] {
  const byPart = found.map((one) => places.get(one)?.xs ?? []);
  const sides = mergedSides(stack, rows, book);
  const apart = rowsApart(stack);
  const xs = placeEdges(stack, rows, parts, edges, byPart, sides, book).map((own, i) => (apart.has(i) ? [] : own));
  return runsOf(rows, xs, stack).flatMap(([first, last]) => {
    const [own, ownXs] = [rows.slice(first, last + 1), xs.slice(first, last + 1)];
    const known = Math.max(0, ...found.filter(({ part }) => part.first <= last && part.last >= first).map((one) => places.get(one)?.rows ?? 0));
    if (holdSeveral(own, ownXs, known) || areFigures(own, ownXs)) return [];
    const box = { x0: stack.x0, x1: stack.x1, top: stack.levels[first]?.y ?? 0, bottom: stack.levels[last + 1]?.y ?? 0 };
    return { page, box, wrapped: countWrapped(own, ownXs), sides: drawn({ ...stack, levels: stack.levels.slice(first, last + 2) }, ownXs) };
  });
}

/** Rows of one table below each other: rows with edges, and headings of one line between such. */
function runsOf(rows: readonly BandRow[], xs: readonly (readonly number[])[], stack: Stack): [first: number, last: number][] {
  const runs: [number, number][] = [];
  const hasText = (i: number): boolean => (rows[i]?.pieces.length ?? 0) > 0;
  rows.forEach((row, i) => {
    const isRow = (xs[i]?.length ?? 0) > 0;
    const isHeading = hasText(i) && (xs[i]?.length ?? 0) === 0 && isHeadingRow(row, stack) && (xs[i - 1]?.length ?? 0) > 0 && (xs[i + 1]?.length ?? 0) > 0;
    if (!isRow && !isHeading) return;
    const run = runs.at(-1);
    if (run !== undefined && run[1] === i - 1) run[1] = i;
    else runs.push([i, i]);
  });
  return runs.filter(([first, last]) => rows.slice(first, last + 1).some(({ pieces }) => pieces.length > 0));
}

/** One line in a low row, set to the middle. */
function isHeadingRow({ top, bottom, pieces }: BandRow, { x0, x1 }: Stack): boolean {
  const { from, to } = hull(pieces.map((piece) => ({ from: piece.x0, to: piece.x1 })));
  const isOneLine = new Set(pieces.map(({ line }) => line)).size === 1;
  return isOneLine && bottom - top <= HIGHEST_HEADING * BODY && Math.abs((from + to) / 2 - (x0 + x1) / 2) <= BODY;
}

/** The edges as sides that nobody drew, with the table's own, and the rulings that come in pieces. */
function drawn({ levels }: Stack, xs: readonly (readonly number[])[]): Segment[] {
  const { from: left, to: right } = hull(levels.flatMap(({ pieces }) => pieces));
  const all = [...new Set([left, ...xs.flat(), right])];
  const sides = all.flatMap((x): Segment[] => {
    const runs: Segment[] = [];
    xs.forEach((own, i) => {
      const [from, to] = [levels[i]?.y ?? 0, levels[i + 1]?.y ?? 0];
      if (x !== left && x !== right && !own.includes(x)) return;
      const last = runs.at(-1);
      if (last !== undefined && last.to === from) runs[runs.length - 1] = { ...last, to };
      else runs.push({ axis: 'v', at: x, from, to, drawn: false });
    });
    return runs;
  });
  // Pieces a cell long are one ruling over all of them: so it meets the sides that stand in the white between.
  const rulings = levels.flatMap(({ y, pieces }) =>
    union(pieces, PIECE_GAP * BODY).flatMap(({ from, to }): Segment[] => (pieces.length > 1 ? [{ axis: 'h', at: y, from, to, drawn: true }] : [])),
  );
  return [...sides, ...rulings];
}
