/**
 * Lengths that several stages share. Like every length of this room that is not in em, they are points of a page whose body
 * text is `BODY` points high (see `body-size.ts`): shares of the body's em, whatever size the sheet was printed at.
 */

import { BODY } from '../model/scale.js';

export { BODY };

/**
 * Edge of the squares, or height of the bands, in which neighbours are looked up: about a character. It decides how many are
 * looked at, never what is found.
 */
export const SQUARE = BODY;

/**
 * What is nearer than this has no room for a character between, at 0.29 em: two rulings are one border, drawn double or with the
 * spacing of cells; pieces are one line; lines that stop so short of each other meet.
 */
export const NO_ROOM = 3;

/**
 * Hardly more than half of the body's em: a white strip of this width holds no line of text. Ends that differ by less end together, a
 * ruling that stops so short of another reaches it, and what goes on for so little beyond it is drawn a little too long.
 */
export const HALF_LINE = 6;

/**
 * Edges of one column on two pages, and lines printed again at the same place, differ by no more than this: programs lay each
 * page out anew, and round the widths of its columns.
 */
export const SAME_PLACE = 3;

/** The few lengths that a user may have to turn (`tables --settings`), for pages that are drawn as few others are. */
export interface Tolerances {
  /** Two rulings nearer than this are one border; pieces nearer than this are one line. Points of a page at `BODY`. */
  readonly sameRuling: number;
  /** A border that stops so short of another is drawn on to it. Points of a page at `BODY`. */
  readonly strayEnd: number;
  /** White as wide as this parts two columns where no ruling does, em of the text. */
  readonly gutter: number;
}

/** The least gutter: no space between words of ragged text is as wide. */
export const GUTTER = 0.72;

export const USUAL_TOLERANCES: Tolerances = { sameRuling: NO_ROOM, strayEnd: HALF_LINE, gutter: GUTTER };
