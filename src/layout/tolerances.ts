/**
 * Lengths that several stages share. Like every length of this room that is not in em, they are points of a page whose body
 * text is `BODY` points high (see `body-size.ts`): shares of the body's em, whatever size the sheet was printed at.
 */

/** The size of body text in Japanese office programs as they are installed (五号, 10.5 points): the size at which pages are read. */
export const BODY = 10.5;

/**
 * What is nearer than this has no room for a character between, at 0.29 em: two rulings are one border, drawn double or with the
 * spacing of cells; pieces are one line; lines that stop so short of each other meet.
 */
export const NO_ROOM = 3;

/**
 * Edges of one column on two pages, and lines printed again at the same place, differ by no more than this: programs lay each
 * page out anew, and round the widths of its columns.
 */
export const SAME_PLACE = 3;
