import type { Glyph } from '../model/page.js';
import { centreX, centreY, lastAtOrBefore } from './geometry.js';
import { columnsOf, type Grid, rowsOf } from './grid.js';

/** Glyphs by the micro-cell of the grid that holds their centre: that of row r and column c at `r * columns + c`. */
export function glyphsByMicroCell(grid: Grid, glyphs: readonly Glyph[]): Map<number, Glyph[]> {
  const found = new Map<number, Glyph[]>();
  const cols = columnsOf(grid);
  for (const glyph of glyphs) {
    const col = lastAtOrBefore(grid.xs, centreX(glyph.box));
    const row = lastAtOrBefore(grid.ys, centreY(glyph.box));
    if (col < 0 || col >= cols || row < 0 || row >= rowsOf(grid)) continue;
    const here = found.get(row * cols + col);
    if (here) here.push(glyph);
    else found.set(row * cols + col, [glyph]);
  }
  return found;
}
