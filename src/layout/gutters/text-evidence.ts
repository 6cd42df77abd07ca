/**
 * What speaks for wrapped text in columns being a table, and against it.
 *
 * Columns of running text, terms with their definitions, speakers with what they said, and figures set large over their words
 * pause together now and then, as the rows of a table do.
 */
import type { Box } from '../../model/page.js';
import type { Rulebook } from '../evidence/rulebook.js';
import { boundingBox } from '../geometry.js';
import { captionAbove } from './captions.js';
import type { Column } from './columns.js';
import { countRules, fontsOf, type Surroundings } from './evidence.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { isEnumerator, isValue } from './values.js';
import { judge, type Witnesses } from './verdict.js';

/** Phrases by row and column. */
type Cells = readonly (readonly (readonly Phrase[])[])[];

interface Case {
  readonly rows: Cells;
  readonly columns: readonly Column[];
  readonly bounds: number;
  readonly caption: 'table' | 'figure' | undefined;
}

const WITNESSES: Witnesses<Case> = {
  signs: [
    { rule: 'ruled-off', counts: 3, speaks: ({ bounds }) => bounds >= 2 },
    { rule: 'table-caption', counts: 2, speaks: ({ caption }) => caption === 'table' },
    { rule: 'own-font-head', counts: 2, speaks: ({ rows }) => hasHeader(rows) && hasOwnFont(rows) },
    { rule: 'short-header', counts: 1, speaks: ({ rows }) => hasHeader(rows) },
    { rule: 'several-columns', counts: 1, speaks: ({ columns }) => columns.length >= 3 },
    { rule: 'short-labels', counts: 1, speaks: ({ rows }) => hasLabels(rows) },
  ],
  vetoes: [
    { rule: 'figure-caption', counts: 3, speaks: ({ caption }) => caption === 'figure' },
    { rule: 'list', counts: 5, speaks: ({ rows }) => isMarked(rows) },
    { rule: 'page-in-columns', counts: 5, speaks: ({ rows, columns }) => isPage(rows, columns) },
    { rule: 'text-runs-on', counts: 4, speaks: ({ rows }) => runsOn(rows) },
    { rule: 'fields', counts: 3, speaks: ({ rows }) => areFields(rows) },
    { rule: 'sizes-in-a-cell', counts: 4, speaks: ({ rows }) => areTiles(rows) },
  ],
};

export function isTextTable(
  rows: Cells,
  columns: readonly Column[],
  lines: readonly PhraseLine[],
  { rules, page, prose }: Surroundings,
  book: Rulebook,
): boolean {
  const place = (): Box => boundingBox(lines.flatMap((line) => line.phrases.map(({ box }) => box)));
  const of: Case = { rows, columns, bounds: countRules(lines, columns, rules, book), caption: captionAbove(lines, page, prose) };
  return judge(of, WITNESSES, book, place).length > 0;
}

/** So many rows have text in two columns. */
const LEAST_ROWS = 3;
/** A cell of more lines is a column of running text. */
const MOST_LINES = 14;

/** Rows with labels and wrapped cells, none of them figures: a table that the white between its rows must tell of. */
export function mayBeTextTable(rows: Cells): boolean {
  const filled = rows.filter((row) => row.filter((cell) => cell.length > 0).length >= 2).length;
  if (filled < 0.8 * rows.length || filled < LEAST_ROWS) return false;
  if (rows.some((row) => row.some((cell) => cell.length > MOST_LINES))) return false;
  // A column of figures shows the rows of its table better than white does.
  const figures = (rows[0] ?? []).some((_, c) => {
    const cells = rows.flatMap((row) => row[c] ?? []);
    return cells.filter(isValue).length * 2 > cells.length;
  });
  if (figures) return false;
  // Without wrapped cells it is a table like any other, and the other stages know more of those.
  const wrapped = rows.filter((row) => row.some((cell) => linesOf(cell) > 1)).length;
  return wrapped >= 0.4 * rows.length && labelledRows(rows).length >= 0.7 * rows.length;
}

const labelledRows = (rows: Cells): Cells => rows.filter((row) => (row[0]?.length ?? 0) > 0);

export const linesOf = (cell: readonly Phrase[]): number => new Set(cell.map((phrase) => phrase.line)).size;

/** Words of a column's header, and its length, em. */
const HEADER_WORDS = 5;
const HEADER_LENGTH = 16;

function hasHeader([head = []]: Cells): boolean {
  const isShort = ({ words, box, size }: Phrase): boolean => words <= HEADER_WORDS && box.x1 - box.x0 <= HEADER_LENGTH * size;
  return head.every((cell) => cell.length > 0 && linesOf(cell) <= 2 && cell.every(isShort));
}

function hasOwnFont([head = [], ...body]: Cells): boolean {
  const own = fontsOf(head.flat());
  return [...fontsOf(body.flatMap((row) => row.slice(1).flat()))].every((font) => !own.has(font));
}

/** Labels have so few words. */
const LABEL_WORDS = 6;
const LABEL_LENGTH = 14;

/** What begins the rows is short and no sentence. */
function hasLabels(rows: Cells): boolean {
  const labels = labelledRows(rows).map((row) => row[0] ?? []);
  const isLabel = (cell: readonly Phrase[]): boolean =>
    cell.reduce((sum, { words }) => sum + words, 0) <= LABEL_WORDS &&
    cell.reduce((sum, { box, size }) => sum + (box.x1 - box.x0) / size, 0) <= LABEL_LENGTH &&
    !ENDS_SENTENCE.test(cell.at(-1)?.text ?? '');
  return labels.filter(isLabel).length >= MOSTLY * labels.length;
}

const ENDS_SENTENCE = /[.。]$/u;
const MOSTLY = 0.8;

/** Rows begin with nothing but the mark of an item. */
function isMarked(rows: Cells): boolean {
  const labels = labelledRows(rows);
  const marks = labels.filter((row) => row[0]?.length === 1 && row[0].every(isEnumerator)).length;
  return marks * 2 > labels.length && (rows[0]?.length ?? 0) < 3;
}

/** Columns of running text are as wide as each other, but for ragged lines; their paragraphs have so many lines. */
const EQUAL = 0.9;
const PARAGRAPH = 4;

/** Columns of one width with paragraphs in all of them: a page set in columns, whose paragraphs part at one height by chance. */
function isPage(rows: Cells, columns: readonly Column[]): boolean {
  const widths = columns.map(({ x0, x1 }) => x1 - x0);
  if (Math.min(...widths) < EQUAL * Math.max(...widths)) return false;
  const paragraphs = rows.filter((row) => row.every((cell) => linesOf(cell) >= PARAGRAPH)).length;
  return paragraphs * 2 >= rows.length;
}

/** Cells of a table begin anew; of running text that a pause parts this share go on with a small letter. */
const GOES_ON = 0.15;

function runsOn(rows: Cells): boolean {
  const cells = rows.slice(1).flatMap((row) => row.filter((cell) => cell.length > 0));
  return cells.filter(([first]) => /^\p{Ll}/u.test(first?.text ?? '')).length > GOES_ON * cells.length;
}

/** A label with a colon, and what it is the label of: a memorandum's head, or what was said by whom. */
function areFields(rows: Cells): boolean {
  const labels = labelledRows(rows);
  const colons = labels.filter((row) => /[:：]$/u.test(row[0]?.at(-1)?.text ?? '')).length;
  return (rows[0]?.length ?? 0) === 2 && colons * 2 > labels.length;
}

/** Lines of one cell that differ by this factor are a figure set large and the words under it. */
const LARGE = 1.5;

function areTiles(rows: Cells): boolean {
  const cells = rows.flatMap((row) => row.filter((cell) => linesOf(cell) > 1));
  const mixed = cells.filter((cell) => Math.max(...cell.map(({ size }) => size)) >= LARGE * Math.min(...cell.map(({ size }) => size)));
  return mixed.length * 2 > cells.length;
}
