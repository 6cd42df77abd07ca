/**
 * Grid → cells: micro-cells that no ruling parts are one cell.
 *
 * ```
 * ┌────┬─────────┐
 * │    │         │    a cell with a row span of 2, one with a column span of 2
 * │    ├────┬────┤
 * │    │    │    │
 * └────┴────┴────┘
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, centreX, centreY, containsPoint, DisjointSets, overlap } from './geometry.js';
import { columnsOf, type Grid, horizontalSide, IMPLIED, OPEN, rowsOf, verticalSide } from './grid.js';
import { glyphsByMicroCell } from './micro-cells.js';

/** A rectangle of a grid. */
export interface Span {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface GridCell extends Span {
  readonly box: Box;
  /** Nobody drew the cell's top or bottom edge: the table may go on beyond it. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** A glyph that reaches over a line by more than this share of its em stands across it. */
const CUT = 0.2;
/** Text that comes this near (em) to a line which no ruling marks runs on over it. */
const RUNS_ON = 0.3;

/** The cells of a grid, each once, by row then column. `glyphs` decide how an L-shaped region is cut. */
export function findCells(grid: Grid, glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): GridCell[] {
  const cols = columnsOf(grid);
  const rows = rowsOf(grid);
  const sets = new DisjointSets(rows * cols);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) {
      const here = r * cols + c;
      if (c + 1 < cols && verticalSide(grid, r, c + 1) === OPEN) sets.join(here, here + 1);
      if (r + 1 < rows && horizontalSide(grid, r + 1, c) === OPEN) sets.join(here, here + cols);
    }
  }
  const regions = new Map<number, number[]>();
  for (let i = 0; i < rows * cols; i += 1) {
    const root = sets.find(i);
    const region = regions.get(root);
    if (region) region.push(i);
    else regions.set(root, [i]);
  }
  let byMicroCell: Map<number, Glyph[]> | undefined;
  const textOf = (region: readonly number[]): Glyph[] => {
    const known = (byMicroCell ??= glyphsByMicroCell(grid, glyphs));
    return region.flatMap((i) => known.get(i) ?? []);
  };
  const spans = [...regions.values()].flatMap((region) => toRectangles(region, grid, textOf, book));
  spans.sort((a, b) => a.row - b.row || a.col - b.col);
  return spans.map((span) => cellOf(span, grid));
}

function cellOf(span: Span, grid: Grid): GridCell {
  const { xs, ys } = grid;
  return {
    ...span,
    box: {
      x0: xs[span.col] ?? 0,
      top: ys[span.row] ?? 0,
      x1: xs[span.col + span.colSpan] ?? 0,
      bottom: ys[span.row + span.rowSpan] ?? 0,
    },
    openTop: isOpen(span, span.row, grid),
    openBottom: isOpen(span, span.row + span.rowSpan, grid),
  };
}

function isOpen(span: Span, line: number, grid: Grid): boolean {
  let drawn = 0;
  for (let c = span.col; c < span.col + span.colSpan; c += 1) {
    if (horizontalSide(grid, line, c) > IMPLIED) drawn += 1;
  }
  return drawn * 2 < span.colSpan;
}

/** A region as rectangles: one, unless a ruling is missing in part (an L or a T); then cut where no text stands. */
function toRectangles(region: readonly number[], grid: Grid, textOf: (region: readonly number[]) => Glyph[], book: Rulebook): Span[] {
  const cols = columnsOf(grid);
  const byRow = slabs(
    region,
    (i) => Math.floor(i / cols),
    (i) => i % cols,
  );
  if (byRow.length === 1) return byRow.map(([r0, r1, c0, c1]) => spanOf(r0, r1, c0, c1));
  const byColumn = slabs(
    region,
    (i) => i % cols,
    (i) => Math.floor(i / cols),
  );
  const acrossRows = byRow.map(([r0, r1, c0, c1]) => spanOf(r0, r1, c0, c1));
  const downColumns = byColumn.map(([c0, c1, r0, r1]) => spanOf(r0, r1, c0, c1));
  const inRegion = textOf(region);
  const cutsAcross = textCut(acrossRows, grid, inRegion);
  const cutsDown = textCut(downColumns, grid, inRegion);
  const place = (): Box => boundingBox(acrossRows.map((span) => cellOf(span, grid).box));
  if (says(book, 'notched-cell', cutsAcross !== cutsDown, place)) return cutsAcross < cutsDown ? acrossRows : downColumns;
  const filled = (spans: readonly Span[]): boolean => spans.every((span) => inRegion.some((glyph) => holds(cellOf(span, grid).box, glyph)));
  const [fullAcross, fullDown] = [filled(acrossRows), filled(downColumns)];
  if (says(book, 'notch-between-texts', fullAcross !== fullDown && inRegion.length > 0, place)) return fullAcross ? acrossRows : downColumns;
  return acrossRows.length <= downColumns.length ? acrossRows : downColumns;
}

const holds = (box: Box, { box: own, text }: Glyph): boolean => text.trim() !== '' && containsPoint(box, centreX(own), centreY(own));

const spanOf = (r0: number, r1: number, c0: number, c1: number): Span => ({
  row: r0,
  col: c0,
  rowSpan: r1 - r0 + 1,
  colSpan: c1 - c0 + 1,
});

type Slab = readonly [major0: number, major1: number, minor0: number, minor1: number];

/** Runs along the minor axis, joined over successive majors where they are alike. */
function slabs(region: readonly number[], major: (i: number) => number, minor: (i: number) => number): Slab[] {
  const lines = new Map<number, number[]>();
  for (const i of region) {
    const line = lines.get(major(i));
    if (line) line.push(minor(i));
    else lines.set(major(i), [minor(i)]);
  }
  const done: Slab[] = [];
  let open = new Map<string, [number, number, number, number]>();
  for (const at of [...lines.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, [number, number, number, number]>();
    for (const [from, to] of runs(lines.get(at) ?? [])) {
      const key = `${from} ${to}`;
      const above = open.get(key);
      if (above !== undefined && above[1] === at - 1) {
        above[1] = at;
        next.set(key, above);
      } else {
        next.set(key, [at, at, from, to]);
      }
    }
    for (const [key, slab] of open) if (next.get(key) !== slab) done.push(slab);
    open = next;
  }
  return [...done, ...open.values()];
}

function runs(values: readonly number[]): [number, number][] {
  const sorted = [...values].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const value of sorted) {
    const last = found[found.length - 1];
    if (last !== undefined && last[1] === value - 1) last[1] = value;
    else found.push([value, value]);
  }
  return found;
}

/** How many glyphs stand on, or run on over, the edges that part these rectangles from each other. */
function textCut(spans: readonly Span[], grid: Grid, glyphs: readonly Glyph[]): number {
  const boxes = spans.map((span) => cellOf(span, grid).box);
  let cut = 0;
  for (const glyph of glyphs) {
    const { x0, x1, top, bottom } = glyph.box;
    const home = boxes.find((box) => containsPoint(box, centreX(glyph.box), centreY(glyph.box)));
    if (home === undefined) continue;
    const beside = boxes.some((box) => box.x0 === home.x1 && overlap(top, bottom, box.top, box.bottom) > 0);
    const below = boxes.some((box) => box.top === home.bottom && overlap(x0, x1, box.x0, box.x1) > 0);
    const above = boxes.some((box) => box.bottom === home.top && overlap(x0, x1, box.x0, box.x1) > 0);
    const margin = CUT * glyph.size;
    if ((beside && x1 + RUNS_ON * glyph.size > home.x1) || (below && bottom > home.bottom + margin) || (above && top < home.top - margin)) {
      cut += 1;
    }
  }
  return cut;
}
