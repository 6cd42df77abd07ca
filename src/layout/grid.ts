/**
 * Segments → grids: all x and y of a connected drawing, and which micro-cell sides a ruling closes.
 *
 * Lines that part nothing (an arrow between two boxes, an underline that touches a border, an end that dangles)
 * drop out here: the same white runs round both sides of them. What remains are closed outlines; each
 * connected one is a grid.
 */
import type { Box } from '../model/page.js';
import { findComponents } from './components.js';
import { PLAIN_BOOK, type Rulebook } from './evidence/rulebook.js';
import { DisjointSets, groupWithin, nearest, overlap } from './geometry.js';
import { closeOpenEdges } from './open-edges.js';
import type { Segment } from './rulings.js';
import type { HasText } from './text-index.js';
import { foldWideDoubles } from './wide-doubles.js';
import { NO_ROOM } from './tolerances.js';

/** A side counts as closed when a ruling covers this share of it … */
const CLOSED_SHARE = 0.85;
/** … or leaves no more than `NO_ROOM` of it open, but never most of a short side. */
const CLOSED_LEAST = 0.6;
/** More micro-cells than this are hatching, a map or a bitmap drawn as paths, not a table on a page. */
const MOST_MICRO_CELLS = 60_000;

/** State of a micro-cell's side. `IMPLIED`: nobody drew it but the table ends there. */
export const OPEN = 0;
export const IMPLIED = 1;
export const DRAWN = 2;

export interface Grid {
  /** Ascending; column c lies between `xs[c]` and `xs[c + 1]`. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Side left of column c in row r at `r * (cols + 1) + c`. */
  readonly vertical: Uint8Array;
  /** Side above row r in column c at `r * cols + c`. */
  readonly horizontal: Uint8Array;
}

export const columnsOf = (grid: Grid): number => grid.xs.length - 1;
export const rowsOf = (grid: Grid): number => grid.ys.length - 1;

export const extentOf = ({ xs, ys }: Grid): Box => ({
  x0: xs[0] ?? 0,
  top: ys[0] ?? 0,
  x1: xs[xs.length - 1] ?? 0,
  bottom: ys[ys.length - 1] ?? 0,
});

export const verticalSide = (grid: Grid, row: number, col: number): number => grid.vertical[row * grid.xs.length + col] ?? OPEN;
export const horizontalSide = (grid: Grid, row: number, col: number): number => grid.horizontal[row * (grid.xs.length - 1) + col] ?? OPEN;

/** The sides that somebody drew, as a share of those that are closed. */
export function drawnShare({ vertical, horizontal }: Grid): number {
  let [closed, drawn] = [0, 0];
  for (const sides of [vertical, horizontal]) {
    for (const side of sides) {
      if (side !== OPEN) closed += 1;
      if (side === DRAWN) drawn += 1;
    }
  }
  return closed === 0 ? 0 : drawn / closed;
}

/** The grids of a page's segments. A drawing without a single closed outline gives none. */
export function findGrids(segments: readonly Segment[], hasText: HasText, book: Rulebook = PLAIN_BOOK): Grid[] {
  const grids: Grid[] = [];
  for (const drawing of findComponents(segments)) {
    if (drawing.length < 2) continue;
    const component = foldWideDoubles(drawing, hasText, book);
    const raster = rasterise([...component, ...closeOpenEdges(component, hasText, book)], book.tolerances.sameRuling);
    if (raster === undefined) continue;
    dropLoose(raster);
    for (const outline of splitOutlines(raster)) grids.push(closeExtent(outline));
  }
  return grids;
}

/** Lays the segments on the grid of their own coordinates, those `within` so many points on one; undefined if that makes no cell or far too many. */
export function rasterise(segments: readonly Segment[], within: number = NO_ROOM): Grid | undefined {
  const xs = positions(
    segments.filter((segment) => segment.axis === 'v'),
    within,
  );
  const ys = positions(
    segments.filter((segment) => segment.axis === 'h'),
    within,
  );
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  if (cols < 1 || rows < 1 || cols * rows > MOST_MICRO_CELLS) return undefined;
  const grid: Grid = {
    xs,
    ys,
    vertical: new Uint8Array(rows * (cols + 1)),
    horizontal: new Uint8Array((rows + 1) * cols),
  };
  const drawnX = coverage(segments, 'v', xs, ys);
  const drawnY = coverage(segments, 'h', ys, xs);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c <= cols; c += 1) grid.vertical[r * (cols + 1) + c] = drawnX(c, r);
  }
  for (let r = 0; r <= rows; r += 1) {
    for (let c = 0; c < cols; c += 1) grid.horizontal[r * cols + c] = drawnY(r, c);
  }
  return grid;
}

function positions(segments: readonly Segment[], within: number): number[] {
  const means = groupWithin(segments, (segment) => segment.at, within).map((group) => {
    const weight = group.reduce((sum, s) => sum + s.to - s.from, 0);
    const at = group.reduce((sum, s) => sum + s.at * (s.to - s.from), 0) / weight;
    return { at, weight };
  });
  // A triple line leaves two groups nearer than a double line's: fold those too.
  return groupWithin(means, (mean) => mean.at, within).map(
    (group) => group.reduce((sum, m) => sum + m.at * m.weight, 0) / group.reduce((sum, m) => sum + m.weight, 0),
  );
}

/** How the sides at position `line` of one axis are closed, step by step along the other axis. */
function coverage(segments: readonly Segment[], axis: 'h' | 'v', lines: readonly number[], steps: readonly number[]): (line: number, step: number) => number {
  const count = steps.length - 1;
  const covered = new Float64Array(lines.length * count);
  const implied = new Float64Array(lines.length * count);
  for (const segment of segments) {
    if (segment.axis !== axis) continue;
    const line = nearest(lines, segment.at);
    const first = Math.max(0, nearest(steps, segment.from) - 1);
    for (let step = first; step < count; step += 1) {
      const from = steps[step] ?? 0;
      if (from > segment.to) break;
      const shared = overlap(from, steps[step + 1] ?? from, segment.from, segment.to);
      if (shared <= 0) continue;
      const into = segment.drawn ? covered : implied;
      into[line * count + step] = (into[line * count + step] ?? 0) + shared;
    }
  }
  return (line, step) => {
    const length = (steps[step + 1] ?? 0) - (steps[step] ?? 0);
    const drawn = covered[line * count + step] ?? 0;
    if (isClosed(drawn, length)) return DRAWN;
    return isClosed(drawn + (implied[line * count + step] ?? 0), length) ? IMPLIED : OPEN;
  };
}

const isClosed = (covered: number, length: number): boolean =>
  covered >= CLOSED_SHARE * length || (length - covered <= NO_ROOM && covered >= CLOSED_LEAST * length);

/** Opens every side that has the same region on both of its sides, in place. */
function dropLoose(grid: Grid): void {
  const cols = columnsOf(grid);
  const rows = rowsOf(grid);
  // A ring of outside cells round the grid: cell (r, c) has index (r + 1) * stride + c + 1.
  const stride = cols + 2;
  const sets = new DisjointSets((rows + 2) * stride);
  const index = (r: number, c: number): number => (r + 1) * stride + c + 1;
  const isInside = (r: number, c: number): boolean => r >= 0 && r < rows && c >= 0 && c < cols;
  for (let r = -1; r <= rows; r += 1) {
    for (let c = -1; c <= cols; c += 1) {
      const right = isInside(r, c) || isInside(r, c + 1) ? verticalSide(grid, r, c + 1) : OPEN;
      if (c < cols && right === OPEN) sets.join(index(r, c), index(r, c + 1));
      const below = isInside(r, c) || isInside(r + 1, c) ? horizontalSide(grid, r + 1, c) : OPEN;
      if (r < rows && below === OPEN) sets.join(index(r, c), index(r + 1, c));
    }
  }
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c <= cols; c += 1) {
      if (sets.find(index(r, c - 1)) === sets.find(index(r, c))) grid.vertical[r * (cols + 1) + c] = OPEN;
    }
  }
  for (let r = 0; r <= rows; r += 1) {
    for (let c = 0; c < cols; c += 1) {
      if (sets.find(index(r - 1, c)) === sets.find(index(r, c))) grid.horizontal[r * cols + c] = OPEN;
    }
  }
}

interface Side {
  readonly axis: 'h' | 'v';
  readonly row: number;
  readonly col: number;
}

/** Connected outlines, each on the coordinates that it uses itself. */
function splitOutlines(grid: Grid): Grid[] {
  const cols = columnsOf(grid);
  const rows = rowsOf(grid);
  const sets = new DisjointSets((rows + 1) * (cols + 1));
  const vertex = (r: number, c: number): number => r * (cols + 1) + c;
  const sides: Side[] = [];
  for (let r = 0; r <= rows; r += 1) {
    for (let c = 0; c <= cols; c += 1) {
      if (r < rows && verticalSide(grid, r, c) !== OPEN) {
        sides.push({ axis: 'v', row: r, col: c });
        sets.join(vertex(r, c), vertex(r + 1, c));
      }
      if (c < cols && horizontalSide(grid, r, c) !== OPEN) {
        sides.push({ axis: 'h', row: r, col: c });
        sets.join(vertex(r, c), vertex(r, c + 1));
      }
    }
  }
  const groups = new Map<number, Side[]>();
  for (const side of sides) {
    const root = sets.find(vertex(side.row, side.col));
    const group = groups.get(root);
    if (group) group.push(side);
    else groups.set(root, [side]);
  }
  return [...groups.values()].map((group) => cutOut(grid, group));
}

function cutOut(grid: Grid, sides: readonly Side[]): Grid {
  const usedCols = sorted(sides.filter((side) => side.axis === 'v').map((side) => side.col));
  const usedRows = sorted(sides.filter((side) => side.axis === 'h').map((side) => side.row));
  const colAt = new Map(usedCols.map((col, i) => [col, i]));
  const rowAt = new Map(usedRows.map((row, i) => [row, i]));
  const xs = usedCols.map((col) => grid.xs[col] ?? 0);
  const ys = usedRows.map((row) => grid.ys[row] ?? 0);
  const vertical = new Uint8Array((ys.length - 1) * xs.length);
  const horizontal = new Uint8Array(ys.length * (xs.length - 1));
  for (const { axis, row, col } of sides) {
    // Where an outline has no crossing line its sides run on: the first micro-side speaks for the whole.
    const r = rowAt.get(row);
    const c = colAt.get(col);
    if (r === undefined || c === undefined) continue;
    if (axis === 'v' && r < ys.length - 1) vertical[r * xs.length + c] = verticalSide(grid, row, col);
    if (axis === 'h' && c < xs.length - 1) horizontal[r * (xs.length - 1) + c] = horizontalSide(grid, row, col);
  }
  return { xs, ys, vertical, horizontal };
}

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** A table is a rectangle: an outline with a notch (an undrawn corner cell) closes at its extent. */
function closeExtent(grid: Grid): Grid {
  const cols = columnsOf(grid);
  const rows = rowsOf(grid);
  for (let r = 0; r < rows; r += 1) {
    for (const c of [0, cols]) {
      const at = r * (cols + 1) + c;
      if (grid.vertical[at] === OPEN) grid.vertical[at] = IMPLIED;
    }
  }
  for (let c = 0; c < cols; c += 1) {
    for (const r of [0, rows]) {
      const at = r * cols + c;
      if (grid.horizontal[at] === OPEN) grid.horizontal[at] = IMPLIED;
    }
  }
  return grid;
}
