/**
 * Text of files, shown on a terminal: an escape sequence in a file name or a font's name could clear the screen,
 * set its title or type on the user's behalf, and bidirectional marks could show it in another order.
 */

/** Control characters (C0, DEL, C1) but tab and newline, line and paragraph separators, bidirectional marks. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const LINE_CONTROLS = /[\t\n]/g;

/** Of several lines: as it is, but for what a terminal would obey, which stands as `\u001b` (in JSON the same value). */
export function harmless(text: string): string {
  return text.replace(CONTROLS, escaped);
}

/** Of one line: a newline or tab in it is no end of a line or cell either. */
export function printable(text: string): string {
  return harmless(text).replace(LINE_CONTROLS, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
