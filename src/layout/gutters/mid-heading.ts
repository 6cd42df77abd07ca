/**
 * A phrase alone on its line in the middle of the table, over several columns: the heading of the rows below.
 *
 * ```
 *   Year        Income    Outgo    Assets
 *           High cost assumptions           spans all columns, and tells nothing of where they are
 *   2001          12.1     10.0      47.1
 * ```
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, overlap } from '../geometry.js';
import { findColumns, type Placement } from './columns.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { isValue } from './values.js';

/** It is centred within this, em. */
const CENTRED = 1;
/** Headings of one table are centred within this of each other, em. */
const SAME_MIDDLE = 0.3;
/** It lies over a column by this much at least, em. */
const OVER = 0.25;

/** The columns of the lines, with headings in the middle placed over all of them. */
export function findColumnsUnderHeadings(lines: readonly PhraseLine[], book: Rulebook = PLAIN_BOOK): Placement {
  const all = lines.flatMap((line) => line.phrases);
  const rows = lines.filter((line) => line.phrases.length > 1).flatMap((line) => line.phrases);
  const { x0, x1 } = boundingBox(rows.map(({ box }) => box));
  const isCentred = (phrase: Phrase): boolean =>
    phrase.box.x0 > x0 + phrase.size && Math.abs(phrase.box.x0 + phrase.box.x1 - x0 - x1) / 2 <= CENTRED * phrase.size && !isValue(phrase);
  const overFigures = headingsOverFigures(lines);
  if (says(book, 'heading-over-figures', overFigures.length > 0, () => boundingBox(overFigures.map(({ box }) => box)))) {
    const kept = new Set(overFigures);
    const { columns, places } = findColumnsUnderHeadings(withoutPhrases(lines, kept), book);
    const span = { first: Math.min(1, columns.length - 1), last: columns.length - 1 };
    return { columns, places: new Map([...places, ...overFigures.map((phrase) => [phrase, span] as const)]) };
  }
  const centred = new Set(lines.flatMap(({ phrases }) => (phrases.length === 1 ? phrases.filter(isCentred) : [])));
  if (centred.size === 0) return findColumns(all, book);
  const { columns } = findColumns(all.filter((phrase) => !centred.has(phrase)));
  if (columns.length < 3) return findColumns(all, book);
  const isOverSeveral = ({ box, size }: Phrase): boolean => columns.filter((column) => overlap(column.x0, column.x1, box.x0, box.x1) > OVER * size).length > 1;
  const long = [...centred].filter(isOverSeveral);
  const middles = long.map(({ box }) => (box.x0 + box.x1) / 2);
  // A short one stands where the long ones do.
  const isInLine = ({ box, size }: Phrase): boolean => middles.some((x) => Math.abs((box.x0 + box.x1) / 2 - x) <= SAME_MIDDLE * size);
  const headings = [...centred].filter(isInLine);
  const place = (): Box => boundingBox(headings.map(({ box }) => box));
  if (!says(book, 'heading-over-all', headings.length > 0, place)) return findColumns(all, book);
  const placement = findColumns(
    all.filter((phrase) => !headings.includes(phrase)),
    book,
  );
  const last = placement.columns.length - 1;
  return { ...placement, places: new Map([...placement.places, ...headings.map((phrase) => [phrase, { first: 0, last }] as const)]) };
}

const withoutPhrases = (lines: readonly PhraseLine[], taken: ReadonlySet<Phrase>): PhraseLine[] =>
  lines.map((line) => ({ ...line, phrases: line.phrases.filter((phrase) => !taken.has(phrase)) })).filter(({ phrases }) => phrases.length > 0);

/**
 * Texts alone on their lines in the middle of all columns of figures, right above a row of them: what the figures below are
 * counted in.
 *
 * ```
 *   Item               1999     2000     2001
 *                         Million bushels
 *   Production        145.6    149.5    117.0
 *                        Dollars per bushel
 *   Farm price         1.12     1.10     1.59
 * ```
 */
function headingsOverFigures(lines: readonly PhraseLine[]): Phrase[] {
  let below: PhraseLine | undefined;
  const isHeading = ({ phrases }: PhraseLine): boolean => {
    const [heading, ...others] = phrases;
    const [label, ...figures] = below?.phrases ?? [];
    if (heading === undefined || others.length > 0 || isValue(heading)) return false;
    const [first, last] = [figures[0], figures.at(-1)];
    if (label === undefined || first === undefined || last === undefined || first === last || !figures.every(isValue)) return false;
    if (isValue(label) || heading.box.x0 < label.box.x1 || heading.box.x1 > last.box.x1) return false;
    // The cells of figures set to the right begin somewhere between the label and the figure.
    const centre = (heading.box.x0 + heading.box.x1) / 2;
    const [from, to] = [(label.box.x1 + last.box.x1) / 2, (first.box.x0 + last.box.x1) / 2];
    return centre >= from - CENTRED * heading.size && centre <= to + CENTRED * heading.size;
  };
  const headings: Phrase[] = [];
  for (const line of lines.slice(1).reverse()) {
    if (isHeading(line)) headings.push(...line.phrases);
    if (line.phrases.length > 1) below = line;
  }
  return headings;
}

/** The columns that such a phrase spans: all, or all but the labels'. */
export function midHeading(phrase: Phrase, { columns, places }: Placement): { readonly first: number; readonly last: number } | undefined {
  const last = columns.length - 1;
  const own = places.get(phrase);
  return last > 1 && own !== undefined && own.first <= 1 && own.last === last ? own : undefined;
}
