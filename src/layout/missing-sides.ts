/**
 * A vertical ruling left out in one row, by a slip of the typist's: the texts on both of its sides still stand where the
 * rows above and below have theirs.
 *
 * ```
 *   │  7:00 │ 19:00 │
 *   ├───────┼───────┤
 *   │  7:00   18:30 │    two cells: each text is set as its neighbours above and below are
 *   ├───────┼───────┤
 *   │  7:30 │ 18:30 │
 * ```
 * A merged cell has one text, in its own middle or at its own edge.
 */
import type { Box, Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox } from './geometry.js';
import { columnsOf, DRAWN, type Grid, horizontalSide, IMPLIED, OPEN, rowsOf, verticalSide } from './grid.js';
import { isSpace } from './marks.js';
import { glyphsByMicroCell } from './micro-cells.js';

/** The two texts are further apart than words are, em. */
const APART = 1;
/** Texts set alike begin, end, or have their middle within this distance (em) of each other. */
const ALIKE = 0.15;

interface Extent extends Box {
  readonly size: number;
}

/** The grid with such sides closed; the same grid where none is missing. */
export function closeMissingSides(grid: Grid, glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): Grid {
  const missing = candidatesIn(grid);
  if (missing.length === 0) return grid;
  const textIn = textByMicroCell(grid, glyphs);
  const found = missing.filter(({ row, col }) => says(book, 'missing-side', standsApart(grid, textIn, row, col), () => sideOf(grid, row, col)));
  if (found.length === 0) return grid;
  const vertical = Uint8Array.from(grid.vertical);
  for (const { row, col } of found) vertical[row * (columnsOf(grid) + 1) + col] = IMPLIED;
  return { ...grid, vertical };
}

const sideOf = ({ xs, ys }: Grid, row: number, col: number): Box => ({ x0: xs[col] ?? 0, x1: xs[col] ?? 0, top: ys[row] ?? 0, bottom: ys[row + 1] ?? 0 });

/** Open sides within a cell of one row and two columns, where the ruling is drawn right above and right below. */
function candidatesIn(grid: Grid): { row: number; col: number }[] {
  const found: { row: number; col: number }[] = [];
  for (let row = 1; row + 1 < rowsOf(grid); row += 1) {
    for (let col = 1; col < columnsOf(grid); col += 1) {
      if (verticalSide(grid, row, col) !== OPEN) continue;
      const isInterrupted = verticalSide(grid, row - 1, col) === DRAWN && verticalSide(grid, row + 1, col) === DRAWN;
      const ends = [verticalSide(grid, row, col - 1), verticalSide(grid, row, col + 1)];
      const lids = [row, row + 1].flatMap((line) => [horizontalSide(grid, line, col - 1), horizontalSide(grid, line, col)]);
      if (isInterrupted && [...ends, ...lids].every((side) => side !== OPEN)) found.push({ row, col });
    }
  }
  return found;
}

function textByMicroCell(grid: Grid, glyphs: readonly Glyph[]): (row: number, col: number) => readonly Glyph[] {
  const found = glyphsByMicroCell(
    grid,
    glyphs.filter((glyph) => !isSpace(glyph)),
  );
  return (row, col) => found.get(row * columnsOf(grid) + col) ?? [];
}

function standsApart(grid: Grid, textIn: (row: number, col: number) => readonly Glyph[], row: number, col: number): boolean {
  const [left, right] = [extentOf(textIn(row, col - 1)), extentOf(textIn(row, col))];
  const at = grid.xs[col] ?? 0;
  if (left === undefined || right === undefined || left.x1 > at || right.x0 < at || right.x0 - left.x1 < APART * left.size) return false;
  return [col - 1, col].every((own) => {
    const text = extentOf(textIn(row, own));
    const others = [extentOf(textIn(row - 1, own)), extentOf(textIn(row + 1, own))];
    return text !== undefined && EDGES.some((edge) => others.every((other) => other !== undefined && Math.abs(edge(other) - edge(text)) <= ALIKE * text.size));
  });
}

const EDGES = [({ x0 }: Extent): number => x0, ({ x1 }: Extent): number => x1, ({ x0, x1 }: Extent): number => (x0 + x1) / 2];

function extentOf(glyphs: readonly Glyph[]): Extent | undefined {
  const [first] = glyphs;
  if (first === undefined) return undefined;
  return { ...boundingBox(glyphs.map(({ box }) => box)), size: first.size };
}
