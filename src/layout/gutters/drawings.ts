/**
 * What is drawn and no table: charts, diagrams, maps. Their frames and grid lines look like rulings, their labels like cells.
 *
 * ```
 *   30 ┤- - - - - - - - -
 *   20 ┤- ▇- - - - - - ▇-     bars of unequal length on one base line; a curve; slanting lines;
 *   10 ┤- ▇- ▇- - ▇- - ▇-     squares of which most rows and most columns hold no word
 *    0 └──────────────────
 *       1998 1999 2000 2001
 * ```
 * Lines, areas and outlines that touch are one drawing. A table that a person fills in has words in most of its rows or
 * columns, and its colours end where its cells do.
 */
import type { Box, Diagonal, Glyph, Page } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { area, boundingBox, centreX, centreY, containsPoint, DisjointSets, groupWithin, height, width } from '../geometry.js';
import { sharedArea } from '../intervals.js';
import type { FilledTable } from '../layout-page.js';
import { isSpace } from '../marks.js';
import type { Segment } from '../rulings.js';
import { indexText, type HasText } from '../text-index.js';

/** Marks that lie in the same square of this side (points), or in neighbouring ones, touch. */
const SQUARE = 3;
/** A drawing of more area than this (points) along both axes can be a chart; smaller ones are signs. */
const LEAST_SIDE = 36;
/** Outlines smaller than this, points, are markers, bullets and letters. */
const LEAST_OUTLINE = 9;
/** So many curves or slanting lines draw no crossed-out cell, no bracket and no arrow. */
const FEWEST_STROKES = 4;
/** So many bars of unequal length make a chart. */
const FEWEST_BARS = 3;
/** Edges within this distance (points) are one edge. */
const SAME = 1.5;
/** An end of a slanting line this near (points) to a corner of cells crosses them out. */
const CORNER = 4;
/** A table of so many cells, over this share of the drawing: slanting lines and curves are marks made in it. */
const FEWEST_CELLS = 2;
/** Bars part the ground behind them into a few cells, which may hold words. */
const CELLS_UNDER_BARS = 8;
const TABLE_SHARE = 0.3;
const CELLS_A_STROKE = 4;
/** Share of the drawing's height that a chart has empty above its highest bar. */
const GRID_REACH = 0.5;
/** What covers this share of the page is its background. */
const BACKGROUND = 0.5;

type Mark =
  | { readonly kind: 'ruling'; readonly box: Box }
  | { readonly kind: 'fill'; readonly box: Box }
  | { readonly kind: 'diagonal'; readonly box: Box; readonly line: Diagonal }
  | { readonly kind: 'outline'; readonly box: Box };

/** The boxes of the page's charts, labels not included. `tables`: what its rulings make, charts' grid lines among them. */
export function findDrawings(
  page: Page,
  segments: readonly Segment[],
  tables: readonly FilledTable[],
  glyphs: readonly Glyph[],
  book: Rulebook = PLAIN_BOOK,
): Box[] {
  const marks = marksOf(page, segments);
  if (!marks.some(({ kind }) => kind !== 'ruling')) return [];
  const hasText = indexText(glyphs);
  return connected(marks, page)
    .map((drawing) => ({ drawing, box: boundingBox(drawing.map(({ box }) => box)) }))
    .filter(({ drawing, box }) => {
      if (width(box) < LEAST_SIDE || height(box) < LEAST_SIDE) return false;
      const strokes = countStrokes(drawing, hasText);
      const place = (): Box => box;
      const isChart = says(book, 'chart-strokes', strokes >= FEWEST_STROKES, place) || says(book, 'chart-bars', hasBars(drawing), place);
      if (!isChart) return false;
      const isFilled = tables.some((table) => sharedArea(boxOf(table), box) >= TABLE_SHARE * area(box) && isFilledIn(table, strokes));
      return !says(book, 'filled-in', isFilled, place);
    })
    .map(({ box }) => withGridLines(box, segments, book));
}

/** Grid lines that no bar and no curve reaches are as long as those that one does. */
function withGridLines(box: Box, segments: readonly Segment[], book: Rulebook): Box {
  const reach = GRID_REACH * height(box);
  const isGridLine = ({ axis, at, from, to }: Segment): boolean =>
    axis === 'h' && Math.abs(from - box.x0) <= 2 * SAME && Math.abs(to - box.x1) <= 2 * SAME && at > box.top - reach && at < box.bottom + reach;
  const ys = segments.filter(isGridLine).map(({ at }) => at);
  const whole = { ...box, top: Math.min(box.top, ...ys), bottom: Math.max(box.bottom, ...ys) };
  return says(book, 'grid-lines', whole.top < box.top || whole.bottom > box.bottom, () => whole) ? whole : box;
}

/** True when a cell grid is the ground of a drawing: most of its rows hold no word, and most of its columns hold none. */
export function isGround({ grid: { xs, ys }, cells }: FilledTable): boolean {
  if (xs.length < 3 && ys.length < 3) return false;
  const printed = cells.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isSpace(glyph)));
  return (
    isMostlyEmpty(
      xs,
      printed.map(({ box }) => centreX(box)),
    ) &&
    isMostlyEmpty(
      ys,
      printed.map(({ box }) => centreY(box)),
    )
  );
}

/** Words stand in half of its cells, or it has labels and so many cells that a few strokes in them are marks. */
function isFilledIn(table: FilledTable, strokes: number): boolean {
  const filled = table.cells.filter(({ glyphs }) => glyphs.some((glyph) => !isSpace(glyph))).length;
  if (table.cells.length < (strokes < FEWEST_STROKES ? CELLS_UNDER_BARS : FEWEST_CELLS)) return false;
  return filled * 2 >= table.cells.length || (strokes > 0 && table.cells.length >= CELLS_A_STROKE * strokes && !isGround(table));
}

const boxOf = ({ grid }: FilledTable): Box => boundingBox(grid.cells.map((cell) => cell.box));

function isMostlyEmpty(edges: readonly number[], places: readonly number[]): boolean {
  const filled = edges.slice(1).filter((end, i) => places.some((place) => place > (edges[i] ?? end) && place < end)).length;
  return filled * 2 < edges.length - 1;
}

function marksOf(page: Page, segments: readonly Segment[]): Mark[] {
  const isBackground = (box: Box): boolean => width(box) * height(box) >= BACKGROUND * page.width * page.height;
  return [
    ...segments.map(
      ({ axis, at, from, to }): Mark => ({
        kind: 'ruling',
        box: axis === 'h' ? { x0: from, x1: to, top: at, bottom: at } : { x0: at, x1: at, top: from, bottom: to },
      }),
    ),
    ...page.fills.filter(({ box }) => !isBackground(box)).map(({ box }): Mark => ({ kind: 'fill', box })),
    ...page.diagonals.map((line): Mark => ({ kind: 'diagonal', line, box: spanOf(line) })),
    ...page.shapes
      .filter(({ box }) => !isBackground(box) && Math.max(width(box), height(box)) >= LEAST_OUTLINE)
      .map(({ box }): Mark => ({ kind: 'outline', box })),
  ];
}

const spanOf = ({ x0, y0, x1, y1 }: Diagonal): Box => ({
  x0: Math.min(x0, x1),
  top: Math.min(y0, y1),
  x1: Math.max(x0, x1),
  bottom: Math.max(y0, y1),
});

/** Marks that touch, directly or through others. The page is laid out in squares: what shares one touches. */
function connected(marks: readonly Mark[], page: Page): Mark[][] {
  const cols = Math.ceil(page.width / SQUARE) + 3;
  const rows = Math.ceil(page.height / SQUARE) + 3;
  const sets = new DisjointSets(cols * rows);
  const column = (x: number): number => Math.min(cols - 1, Math.max(0, Math.floor(x / SQUARE) + 1));
  const row = (y: number): number => Math.min(rows - 1, Math.max(0, Math.floor(y / SQUARE) + 1));
  const used = new Uint8Array(cols * rows);
  const home = marks.map(({ box }) => {
    const [c0, c1, r0, r1] = [column(box.x0), column(box.x1), row(box.top), row(box.bottom)];
    const first = r0 * cols + c0;
    for (let r = r0; r <= r1; r += 1) {
      // Of an area its border only.
      const step = r === r0 || r === r1 || c1 === c0 ? 1 : c1 - c0;
      for (let c = c0; c <= c1; c += step) {
        used[r * cols + c] = 1;
        sets.join(first, r * cols + c);
      }
    }
    return first;
  });
  for (let at = 0; at < used.length - cols - 1; at += 1) {
    if (used[at] === 0) continue;
    for (const next of [at + 1, at + cols - 1, at + cols, at + cols + 1]) if (used[next] === 1) sets.join(at, next);
  }
  const drawings = new Map<number, Mark[]>();
  marks.forEach((mark, i) => {
    const root = sets.find(home[i] ?? 0);
    const drawing = drawings.get(root);
    if (drawing) drawing.push(mark);
    else drawings.set(root, [mark]);
  });
  return [...drawings.values()];
}

/** Curves and slanting lines that neither frame words nor cross out cells. */
function countStrokes(drawing: readonly Mark[], hasText: HasText): number {
  const rulings = drawing.filter(({ kind }) => kind === 'ruling');
  const xs = rulings.filter(({ box }) => box.x0 === box.x1).map(({ box }) => box.x0);
  const ys = rulings.filter(({ box }) => box.top === box.bottom).map(({ box }) => box.top);
  const isCorner = (x: number, y: number): boolean => xs.some((at) => Math.abs(at - x) <= CORNER) && ys.some((at) => Math.abs(at - y) <= CORNER);
  let strokes = 0;
  for (const mark of drawing) {
    if (mark.kind === 'outline' && !hasText(mark.box)) strokes += 1;
    if (mark.kind === 'diagonal' && !(isCorner(mark.line.x0, mark.line.y0) && isCorner(mark.line.x1, mark.line.y1))) strokes += 1;
  }
  return strokes;
}

/** Equally thick areas that begin on one line and end at as many places as there are of them, or nearly. */
function hasBars(drawing: readonly Mark[]): boolean {
  const fills = drawing.flatMap((mark) => (mark.kind === 'fill' ? [mark.box] : []));
  const upright = (box: Box): Bar => ({ base: box.bottom, thick: width(box), end: box.top });
  const level = (box: Box): Bar => ({ base: box.x0, thick: height(box), end: box.x1 });
  const rulings = drawing.filter(({ kind }) => kind === 'ruling');
  const ys = rulings.filter(({ box }) => box.top === box.bottom).map(({ box }) => box.top);
  const xs = rulings.filter(({ box }) => box.x0 === box.x1).map(({ box }) => box.x0);
  return areBars(fills.map(upright), ys) || areBars(fills.map(level), xs);
}

interface Bar {
  readonly base: number;
  readonly thick: number;
  readonly end: number;
}

/** `lines`: rulings across the bars; where cells end, there is one, or all of a row's colours end there. */
function areBars(bars: readonly Bar[], lines: readonly number[]): boolean {
  return groupWithin(bars, (bar) => bar.base, SAME).some((onBase) =>
    groupWithin(onBase, (bar) => bar.thick, SAME).some((alike) => {
      const ends = groupWithin(alike, (bar) => bar.end, SAME).map((group) => group[0]?.end ?? 0);
      const free = ends.filter((end) => !lines.some((line) => Math.abs(line - end) <= SAME));
      return free.length >= FEWEST_BARS && ends.length * 2 >= alike.length;
    }),
  );
}

/** Labels of a chart's axes stand this near to it, points: below and left of it a line or two of them. */
const LABELS = { left: 30, right: 12, above: 8, below: 20 };

/** True when the glyph is part of the chart, or one of the labels at its axes. */
export function isLabelOf({ box }: Glyph, drawing: Box): boolean {
  const reach: Box = {
    x0: drawing.x0 - LABELS.left,
    top: drawing.top - LABELS.above,
    x1: drawing.x1 + LABELS.right,
    bottom: drawing.bottom + LABELS.below,
  };
  return containsPoint(reach, centreX(box), centreY(box));
}

/** True when most of the box lies within one of the drawings. */
export const isDrawn = (box: Box, drawings: readonly Box[]): boolean => drawings.some((drawing) => sharedArea(box, drawing) > MOST * area(box));

const MOST = 0.5;
