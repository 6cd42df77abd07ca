/** Draws lines of phrases for tests: each row's texts at the columns' places, sizes and distances in em of 10 points. */
import type { Glyph } from '../../model/page.js';
import { drawText } from '../test-draw.js';
import { type PhraseLine, toPhraseLines } from './phrases.js';

/** Texts on one line from (50, top); a number is a gap, in em. */
export function onLine(pieces: readonly (string | number)[], top = 50, size = 10): Glyph[] {
  let x = 50;
  return pieces.flatMap((piece): Glyph[] => {
    if (typeof piece === 'number') {
      x += size * piece;
      return [];
    }
    const glyphs = drawText(piece, x, top, { size });
    x = glyphs.at(-1)?.box.x1 ?? x;
    return glyphs;
  });
}

/** A row's cell: its text, or its text and how far it is moved right, em. */
export type DrawnCell = string | readonly [text: string, by: number];

/** Rows of texts at the columns' places (em), a line every `pitch` em; '' leaves a column empty. `pitches`: each row's own. */
export function rowsAt(places: readonly number[], rows: readonly (readonly DrawnCell[])[], pitch = 1.4, pitches: readonly number[] = []): Glyph[] {
  let top = 50;
  return rows.flatMap((row, i) => {
    top += i === 0 ? 0 : 10 * (pitches[i - 1] ?? pitch);
    return row.flatMap((cell, k) => {
      const [text, by] = typeof cell === 'string' ? [cell, 0] : cell;
      return drawText(text, 50 + 10 * ((places[k] ?? 0) + by), top);
    });
  });
}

export const linesOf = (glyphs: readonly Glyph[]): PhraseLine[] => toPhraseLines(glyphs);
