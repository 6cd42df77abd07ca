/**
 * Lines set larger than the lines above and below them, or numbered as sections and set in a font of their own: headings of
 * the text, which part tables as captions do.
 *
 * ```
 *   DBI         no     no    std
 *   SIGNAL      no     no    opt
 *   2.5  Programmed Devices          larger: not the table's last row
 * ```
 */
import type { Box } from '../../model/page.js';
import { boundingBox } from '../geometry.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boxOfPhraseLine, type PhraseLine } from './phrases.js';
import { isEnumerator } from './values.js';

/** A heading is larger than its neighbours by this factor at least: 12 pt over text of 10.5. */
const LARGER = 1.13;
/** Lines differ by less than this factor within one heading. */
const ALIKE = 1.04;
/** A heading has no more lines. */
const MOST_LINES = 3;

/** The lines, top to bottom, with headings marked. */
export function markHeadings(lines: readonly PhraseLine[], book: Rulebook = PLAIN_BOOK): PhraseLine[] {
  const marked = [...lines];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && isAlike(lines[start], lines[end])) end += 1;
    const group = lines.slice(start, end);
    const neighbours = [lines[start - 1], lines[end]].flatMap((line) => line ?? []);
    const isHeading =
      group.length <= MOST_LINES && neighbours.length > 0 && neighbours.every((line) => (group[0]?.size ?? 0) >= LARGER * line.size) && group.every(isTitle);
    const place = (): Box => boundingBox(group.map(boxOfPhraseLine));
    if (says(book, 'larger-heading', isHeading, place)) group.forEach((line, i) => (marked[start + i] = { ...line, isHeading: true }));
    start = end;
  }
  return marked.map((line, i) =>
    says(book, 'numbered-heading', isNumbered(line, [lines[i - 1], lines[i + 1]]), () => boxOfPhraseLine(line)) ? { ...line, isHeading: true } : line,
  );
}

const isAlike = (a: PhraseLine | undefined, b: PhraseLine | undefined): boolean =>
  a !== undefined && b !== undefined && a.size <= ALIKE * b.size && b.size <= ALIKE * a.size;

/** The number of a section within a chapter, and its title, in a font that neither neighbour is set in, and no smaller. */
function isNumbered(line: PhraseLine, neighbours: readonly (PhraseLine | undefined)[]): boolean {
  const text = line.phrases[0]?.text ?? '';
  if (!isTitle(line) || !(SECTION.test(text) || (line.phrases.length === 1 && CHAPTER.test(text)))) return false;
  return neighbours.every((other) => other === undefined || (line.size * ALIKE >= other.size && !sharesFont(line, other)));
}

const SECTION = /^[0-9]{1,2}(?:\.[0-9]{1,2})+\.?(?:\s|$)/u;

/** `2. Loans to government`. */
const CHAPTER = /^[0-9]{1,2}[.)]\s+\p{Lu}\p{L}/u;

function sharesFont(a: PhraseLine, b: PhraseLine): boolean {
  const fontsOf = ({ phrases }: PhraseLine): number[] =>
    phrases.flatMap(({ members }) => members.filter(({ glyph }) => glyph.text.trim() !== '').map(({ glyph }) => glyph.font));
  const fonts = new Set(fontsOf(b));
  return fontsOf(a).some((font) => fonts.has(font));
}

/** One phrase, or a number and one: more are the header of a table. */
const isTitle = ({ phrases }: PhraseLine): boolean =>
  phrases.length === 1 || (phrases.length === 2 && phrases.slice(0, 1).some((first) => isEnumerator(first) || /^[0-9]{1,2}$/u.test(first.text)));
