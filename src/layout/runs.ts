/**
 * Glyphs in painting order → runs: stretches that a program wrote on from character to character.
 *
 * A run that crosses a ruling is text that overflows its cell; gaps, other sizes and other lines end a run.
 */
import type { Glyph } from '../model/page.js';
import { directionOf, toFrame } from './frame.js';

/** The next glyph starts within this of the last one's end, in em: cells' padding is wider. */
const SAME_RUN = 0.12;

export function findRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && followsOn(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function followsOn(last: Glyph, glyph: Glyph): boolean {
  const direction = directionOf(last);
  if (direction !== directionOf(glyph)) return false;
  const em = last.size;
  if (Math.abs(glyph.size - em) > 0.05 * em) return false;
  const a = toFrame(last.box, direction);
  const b = toFrame(glyph.box, direction);
  return Math.abs(a.top - b.top) <= SAME_RUN * em && Math.abs(b.x0 - a.x1) <= SAME_RUN * em;
}
