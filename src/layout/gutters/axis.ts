/**
 * Grids behind a chart whose bars are drawn in a way that shows no shapes: the scale below them tells.
 *
 * ```
 *   │ 市民   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     │
 *   ├────┬────┬────┬────┬────┬───┤
 *   │ 0%  10%  20%  30%  40%  50% │    a row across all columns with nothing but even steps from 0
 * ```
 */
import type { Glyph } from '../../model/page.js';
import type { FilledTable } from '../layout-page.js';
import { gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';

/** A scale has so many steps at least; fewer are values. */
const FEWEST = 4;
/** Its numbers stand further apart than words do, em. */
const APART = 1;
/** Steps differ by no more than rounding, as a share of one. */
const EVEN = 0.01;

const STEP = /^([0-9][0-9,]*(?:\.[0-9]+)?)[%％]?$/u;

/** A row across all columns is the scale of a chart. */
export function hasAxis({ grid, cells }: FilledTable): boolean {
  const columns = grid.xs.length - 1;
  return columns > 1 && cells.some(({ cell, glyphs }) => cell.colSpan === columns && isScale(glyphs));
}

function isScale(glyphs: readonly Glyph[]): boolean {
  const [row, ...others] = gatherRows(glyphs.filter((glyph) => !isSpace(glyph)));
  if (row === undefined || others.length > 0) return false;
  const words: string[] = [];
  let reached = -Infinity;
  for (const { glyph, box } of row.members) {
    if (box.x0 - reached >= APART * glyph.size) words.push('');
    words.push(`${words.pop() ?? ''}${glyph.text}`);
    reached = box.x1;
  }
  const steps = words.map((word) => Number(STEP.exec(word.normalize('NFKC'))?.[1]?.replaceAll(',', '')));
  const [, step] = steps;
  return steps.length >= FEWEST && step !== undefined && step > 0 && steps.every((value, i) => Math.abs(value - i * step) <= EVEN * step);
}
