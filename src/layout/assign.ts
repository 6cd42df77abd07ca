/**
 * Glyphs → cells, by the middle of their em box; text that overflows stays whole.
 *
 * ```
 * │ 12 │ 男女共同参画推進事│業    │   the run goes on over the ruling into a cell that holds
 *                                    nothing else: it belongs where it begins
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import type { GridCell } from './cells.js';
import { mayHang, neverBegins } from './characters.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { area, boundingBox, centreX, centreY, containsPoint, lastAtOrBefore } from './geometry.js';
import { directionOf, toFrame } from './frame.js';
import { lineBeginnings } from './line-beginnings.js';
import { isSpace } from './marks.js';
import type { FilledCell } from './page-table.js';
import { findRuns } from './runs.js';
import { returnSpilledLines } from './spilled-lines.js';
import { findSpilledStacks } from './spilled-stacks.js';
import { SQUARE } from './tolerances.js';

/** The cells of one grid, ready to be filled. */
export interface CellGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Sides of its cells that are drawn, as a share of those that are closed. */
  readonly drawn?: number;
}

export interface Assigned {
  /** In the order of the grids given, each in the order of its cells. */
  readonly tables: readonly (readonly FilledCell[])[];
  readonly free: readonly Glyph[];
}

const NOWHERE = -1;

export function assignGlyphs(glyphs: readonly Glyph[], grids: readonly CellGrid[], book: Rulebook = PLAIN_BOOK): Assigned {
  const locate = locator(grids);
  const tables: Glyph[][][] = grids.map((grid) => grid.cells.map(() => []));
  const free: Glyph[] = [];
  const boxOf = (place: Place | undefined): Box => (place === undefined ? undefined : grids[place.table]?.cells[place.cell]?.box) ?? EMPTY;
  let standing: ReadonlyMap<Place | undefined, number> | undefined;
  const countIn = (place: Place | undefined): number => (standing ??= countPrinted([{ run: glyphs, places: glyphs.map(locate) }])).get(place) ?? 0;
  const begins = lineBeginnings(glyphs, locate, book);
  const runs = joinHanging(findRuns(glyphs), begins, book)
    .flatMap((run) => splitAtHanging(run, run.map(locate), { boxOf, countIn, begins }, book))
    .flatMap((run) => splitAtPadding(run, book));
  const printed = countPrinted(runs);
  let starts: ReadonlyMap<Place | undefined, readonly Glyph[]> | undefined;
  const startsOf = (place: Place | undefined): readonly Glyph[] => (starts ??= startsByCell(runs)).get(place) ?? [];
  const spilled = findSpilledStacks(glyphs, locate, book);
  for (const { run, places } of runs) {
    const pieces = wholeRun(run, places, printed, startsOf, book);
    run.forEach((glyph, i) => {
      const start = spilled.get(glyph);
      const place = start === undefined ? pieces[i] : locate(start);
      const home = place === undefined ? undefined : tables[place.table]?.[place.cell];
      if (home) home.push(glyph);
      else free.push(glyph);
    });
  }
  return {
    tables: grids.map((grid, t) =>
      returnSpilledLines(
        grid.cells.map((cell, c): FilledCell => ({ cell, glyphs: tables[t]?.[c] ?? [] })),
        book,
      ),
    ),
    free,
  };
}

/** `cell` is an index into the grid's cells. There is one object a cell: two places are the same where they are identical. */
interface Place {
  readonly table: number;
  readonly cell: number;
}

type Run = { readonly run: readonly Glyph[]; readonly places: readonly (Place | undefined)[] };

/** A character that hangs begins before the ruling or at it, in em. */
const AT_THE_RULING = 0.1;

function hangs(glyph: Glyph | undefined, edge: number, begins: (glyph: Glyph) => boolean, book: Rulebook): boolean {
  if (glyph === undefined || (mayHang(glyph.text) && begins(glyph))) return false;
  const isAtRuling = neverBegins(glyph.text) && glyph.box.x0 <= edge + AT_THE_RULING * glyph.size;
  return says(book, 'hanging', mayHang(glyph.text), () => glyph.box) || says(book, 'hanging-other', isAtRuling, () => glyph.box);
}

/** The character before one that hangs ends this near to it (em), however widely its line is set. */
const BEFORE_HANGING = 1;
/** Characters whose em boxes differ no more than this across the line, in em, stand on it. */
const ON_LINE = 0.12;

/** Runs that begin with punctuation that hangs hand it to the line before, which justification set too wide to be one run with it. */
function joinHanging(runs: readonly (readonly Glyph[])[], begins: (glyph: Glyph) => boolean, book: Rulebook): (readonly Glyph[])[] {
  const joined: (readonly Glyph[])[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const [first, last] = [run[0], before?.at(-1)];
    const isHanging = first !== undefined && last !== undefined && mayHang(first.text) && endsLine(last, first) && !begins(first);
    if (before === undefined || first === undefined || !says(book, 'hanging-apart', isHanging, () => first.box)) joined.push(run);
    else joined.splice(-1, 1, [...before, first], ...(run.length > 1 ? [run.slice(1)] : []));
  }
  return joined;
}

function endsLine(last: Glyph, glyph: Glyph): boolean {
  const direction = directionOf(last);
  if (isSpace(last) || direction !== directionOf(glyph)) return false;
  const [a, b] = [toFrame(last.box, direction), toFrame(glyph.box, direction)];
  const gap = b.x0 - a.x1;
  return Math.abs(a.top - b.top) <= ON_LINE * last.size && gap >= -ON_LINE * last.size && gap <= BEFORE_HANGING * last.size;
}

/** Text that is set to the middle of its cell is off by no more than this, em. */
const OFF_MIDDLE = 0.5;

interface Cells {
  readonly boxOf: (place: Place | undefined) => Box;
  /** Characters printed in the cell. */
  readonly countIn: (place: Place | undefined) => number;
  /** The punctuation begins a line of the cell that it stands in. */
  readonly begins: (glyph: Glyph) => boolean;
}

/**
 * What stands right behind punctuation that hangs is text of its cell, or the line runs on over the ruling: text that fills a cell of its
 * own begins near its edge, not a whole character from it, unless it is set to the middle.
 */
function runsOn(rest: readonly Glyph[], place: Place | undefined, { boxOf, countIn }: Cells): boolean {
  const [first, last] = [rest[0], rest.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (mayHang(first.text)) return true;
  const { x0, x1 } = boxOf(place);
  const [before, behind] = [first.box.x0 - x0, x1 - last.box.x1];
  const isAlone = countIn(place) <= rest.length + 1;
  return isAlone && Math.abs(before - behind) / 2 > OFF_MIDDLE * first.size;
}

/** Hanging punctuation goes where the character before it stands; what follows it there is other text where it stands as such. */
function splitAtHanging(run: readonly Glyph[], places: readonly (Place | undefined)[], cells: Cells, book: Rulebook): Run[] {
  const pieces: Run[] = [];
  let from = 0;
  for (let i = 1; i < run.length; i += 1) {
    const before = places[i - 1];
    if (before === undefined || before === places[i] || !hangs(run[i], cells.boxOf(before).x1, cells.begins, book)) continue;
    const rest = run.slice(i + 1).filter((glyph) => !isSpace(glyph));
    const place = (): Box => boundingBox(run.map(({ box }) => box));
    if (says(book, 'runs-on-over-ruling', runsOn(rest, places[i], cells), place)) continue;
    pieces.push({ run: run.slice(from, i + 1), places: [...places.slice(from, i), before] });
    from = i + 1;
  }
  if (from < run.length) pieces.push({ run: run.slice(from), places: places.slice(from) });
  return pieces;
}

/** Spaces of this width together (em) that lie over a ruling set the next cell's text: some programs write a row in one go. */
const PADDING = 0.9;

function splitAtPadding({ run, places }: Run, book: Rulebook): Run[] {
  const pieces: Run[] = [];
  let from = 0;
  let last = -1;
  run.forEach((glyph, i) => {
    if (isSpace(glyph)) return;
    const before = run[last];
    const isPadded = before !== undefined && i - last > 1 && glyph.box.x0 - before.box.x1 >= PADDING * glyph.size;
    if (isPadded && places[last] !== places[i] && says(book, 'padding-spaces', true, () => glyph.box)) {
      pieces.push({ run: run.slice(from, i), places: places.slice(from, i) });
      from = i;
    }
    last = i;
  });
  pieces.push({ run: run.slice(from), places: places.slice(from) });
  return pieces;
}

/** The first glyphs of the runs that begin in each cell. */
function startsByCell(runs: readonly Run[]): Map<Place | undefined, Glyph[]> {
  const starts = new Map<Place | undefined, Glyph[]>();
  for (const { run, places } of runs) {
    const first = run.findIndex((glyph) => !isSpace(glyph));
    const glyph = run[first];
    if (glyph === undefined) continue;
    const own = starts.get(places[first]);
    if (own) own.push(glyph);
    else starts.set(places[first], [glyph]);
  }
  return starts;
}

/** The text goes on with this glyph on the other's line: what stands before it is its bullet. */
const isBehind = (start: Glyph, { box }: Glyph): boolean => start.box.x0 >= box.x1 && centreY(start.box) > box.top && centreY(start.box) < box.bottom;

/** Printed glyphs by cell. */
function countPrinted(runs: readonly Run[]): Map<Place | undefined, number> {
  const counts = new Map<Place | undefined, number>();
  for (const { run, places } of runs) {
    run.forEach((glyph, i) => {
      if (!isSpace(glyph)) counts.set(places[i], (counts.get(places[i]) ?? 0) + 1);
    });
  }
  return counts;
}

/**
 * Where each glyph of a run goes: pieces that spill into cells with no text of their own, or out of the table,
 * go with the piece that the run begins in (the longest piece, for centred text that spills on both sides).
 */
function wholeRun(
  run: readonly Glyph[],
  places: readonly (Place | undefined)[],
  printed: ReadonlyMap<Place | undefined, number>,
  startsOf: (place: Place | undefined) => readonly Glyph[],
  book: Rulebook,
): readonly (Place | undefined)[] {
  if (places.every((place) => place === places[0])) return places;
  const pieces = new Map<Place | undefined, { place: Place | undefined; count: number; first: number }>();
  run.forEach((glyph, i) => {
    const piece = pieces.get(places[i]) ?? { place: places[i], count: 0, first: i };
    if (!isSpace(glyph)) piece.count += 1;
    pieces.set(places[i], piece);
  });
  // Spaces that reach over a ruling claim no cell.
  const inCells = [...pieces.values()].filter((piece) => piece.place !== undefined && piece.count > 0);
  const tables = new Set(inCells.map((piece) => piece.place?.table));
  if (tables.size !== 1) return places;
  const place = (): Box => boundingBox(run.map(({ box }) => box));
  const own = inCells.filter((piece) => (printed.get(piece.place) ?? 0) > piece.count);
  const [begins, ends] = [inCells[0], inCells[1]];
  if (begins !== undefined && ends?.count === 1 && inCells.length === 2 && own.length === 1 && own[0] === ends) {
    const last = run.findLast((glyph) => !isSpace(glyph));
    const isEnd = last !== undefined && neverBegins(last.text) && !startsOf(ends.place).some((start) => isBehind(start, last));
    return says(book, 'line-end-over-ruling', isEnd, place) ? places.map(() => begins.place) : places;
  }
  const home = own.length === 1 ? own[0] : own.length === 0 ? homePiece(inCells, book, place) : undefined;
  if (home === undefined || !says(book, 'overflow', true, place)) return places;
  return places.map(() => home.place);
}

function homePiece<T extends { readonly count: number; readonly first: number }>(pieces: readonly T[], book: Rulebook, place: () => Box): T | undefined {
  const inOrder = [...pieces].sort((a, b) => a.first - b.first);
  const longest = Math.max(...pieces.map((piece) => piece.count));
  // Text set from the left spills to the right only; with three pieces the middle one is the cell it is centred in.
  return says(book, 'overflow-centred', inOrder.length === 3 && inOrder[1]?.count === longest, place) ? inOrder[1] : inOrder[0];
}

/** Finds the cell of the smallest table that holds a glyph's middle. */
function locator(grids: readonly CellGrid[]): (glyph: Glyph) => Place | undefined {
  const boxes = grids.map((grid): Box => boundingBox(grid.cells.map((cell) => cell.box)));
  const cellAt = grids.map((grid) => cellIndex(grid));
  const places = grids.map((grid, table) => grid.cells.map((_, cell): Place => ({ table, cell })));
  const bands = new Map<number, number[]>();
  boxes.forEach((box, table) => {
    for (let b = Math.floor(box.top / SQUARE); b <= Math.floor(box.bottom / SQUARE); b += 1) {
      const band = bands.get(b);
      if (band) band.push(table);
      else bands.set(b, [table]);
    }
  });
  for (const band of bands.values()) {
    band.sort((a, b) => area(boxes[a] ?? boxes[0] ?? EMPTY) - area(boxes[b] ?? EMPTY));
  }
  return (glyph) => {
    const x = centreX(glyph.box);
    const y = centreY(glyph.box);
    for (const table of bands.get(Math.floor(y / SQUARE)) ?? []) {
      if (!containsPoint(boxes[table] ?? EMPTY, x, y)) continue;
      const place = places[table]?.[cellAt[table]?.(x, y) ?? NOWHERE];
      if (place !== undefined) return place;
    }
    return undefined;
  };
}

const EMPTY: Box = { x0: 0, top: 0, x1: 0, bottom: 0 };

function cellIndex(grid: CellGrid): (x: number, y: number) => number {
  const cols = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = new Int32Array(cols * rows).fill(NOWHERE);
  grid.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) {
      owner.fill(i, r * cols + cell.col, r * cols + cell.col + cell.colSpan);
    }
  });
  return (x, y) => {
    const col = Math.min(lastAtOrBefore(grid.xs, x), cols - 1);
    const row = Math.min(lastAtOrBefore(grid.ys, y), rows - 1);
    return owner[row * cols + col] ?? NOWHERE;
  };
}
