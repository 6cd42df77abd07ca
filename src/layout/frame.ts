/** Turns boxes so that every text direction reads left to right, lines top to bottom. */
import type { Box, Glyph } from '../model/page.js';

/** Where the text of a line runs on the page as displayed. */
export type Direction = 'right' | 'down' | 'up' | 'left';

/**
 * Upright text reads to the right; vertical writing, and text turned clockwise, reads down with its lines from
 * right to left; text turned the other way reads up.
 */
export function directionOf(glyph: Glyph): Direction {
  if (glyph.turn === 90) return 'down';
  if (glyph.turn === 270) return 'up';
  if (glyph.vertical) return 'down';
  return glyph.turn === 180 ? 'left' : 'right';
}

/** The box in the line's own frame: x along the reading direction, y towards the next line. */
export function toFrame(box: Box, direction: Direction): Box {
  switch (direction) {
    case 'right':
      return box;
    case 'down':
      return { x0: box.top, top: -box.x1, x1: box.bottom, bottom: -box.x0 };
    case 'up':
      return { x0: -box.bottom, top: box.x0, x1: -box.top, bottom: box.x1 };
    case 'left':
      return { x0: -box.x1, top: -box.bottom, x1: -box.x0, bottom: -box.top };
  }
}
