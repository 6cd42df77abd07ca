/**
 * Whether a part at the head of a page goes on with the rows of the table before, or is a table of its own.
 *
 * Its first own row must continue: the same columns as the last row, a row that follows such a row elsewhere in the
 * document, or a section title with such rows below. It must not begin like a new sheet or a form filled in anew.
 */
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { nearest } from './geometry.js';
import { edgesOf, labelOf, type Labels } from './labels.js';
import { type PageTable, wordsOf } from './page-table.js';
import type { Box } from '../model/page.js';
import { HEAD_ROWS } from './repeated-header.js';
import { agree } from './same-edges.js';
import { SAME_PLACE } from './tolerances.js';

const rowCount = (part: PageTable): number => part.ys.length - 1;

const isAmong = (edges: readonly number[], all: readonly number[]): boolean =>
  edges.every((x) => Math.abs((all[nearest(all, x)] ?? Infinity) - x) <= SAME_PLACE);

/** The part's first own row continues the table's rows: same columns, and no start of a new form. */
export function goesOn(
  table: { readonly xs: readonly number[]; readonly first: PageTable; readonly last: PageTable },
  part: PageTable,
  firstRow: number,
  labels: Labels,
  book: Rulebook = PLAIN_BOOK,
): boolean {
  const before = edgesOf(table.last, rowCount(table.last) - 1);
  const after = edgesOf(part, firstRow);
  if (firstRow > 0) return agree(before, after) || isAmong(part.xs, table.xs) || isAmong(table.xs, part.xs);
  const place = (): Box => part.box;
  if (says(book, 'begins-anew', beginsLike(table.first, part), place)) return false;
  if (says(book, 'next-label', labels.leadsTo(labelOf(table.last, rowCount(table.last) - 1), labelOf(part, 0)), place)) return true;
  // The label merged over all rows of a form goes on: its next row has other columns, as elsewhere in the document.
  if (says(book, 'form-goes-on', isFormGoingOn(table.last, part, labels), place)) return true;
  if (before.length <= 2 && !agree(before, after)) return false;
  if (before.length <= 2) return !says(book, 'closed-frame', !isOpenBetween(table.last, part), place);
  if (agree(before, after)) return true;
  // A section's title across the whole width: the columns must show in the rows below it, and no header with them.
  const below = rowCount(part) > 1 ? edgesOf(part, 1) : [];
  const isTitled = after.length === 2 && agree(before, below);
  return says(book, 'section-title', isTitled, place) && !says(book, 'sheet-title', repeatsInside(table.first, part), place);
}

/** The label merged over the rows of a form is printed on one side of the break; the row below it has other columns. */
export function isFormGoingOn(above: PageTable, below: PageTable, labels: Labels): boolean {
  const lastRow = rowCount(above) - 1;
  const [over, under] = [labelOf(above, lastRow), labelOf(below, 0)];
  // Spreadsheets print a merged cell's text on both pages, clipped at the break.
  const isClipped = over !== under && labels.isLabel(under) && under.startsWith(over);
  return (over === '' || under === '' || isClipped) && labels.rowsFollow(edgesOf(above, lastRow), edgesOf(below, 0));
}

/** One frame of text: it goes on over the break only where it was left open there. */
function isOpenBetween(above: PageTable, below: PageTable): boolean {
  const lastRow = rowCount(above);
  return above.cells.some((cell) => cell.row + cell.rowSpan === lastRow && cell.openBottom) || below.cells.some((cell) => cell.row === 0 && cell.openTop);
}

/** The table's leading rows stand further down in the part: a new sheet with a title of its own above them. */
function repeatsInside(first: PageTable, part: PageTable): boolean {
  const known = new Set(
    rowTexts(first)
      .slice(0, HEAD_ROWS)
      .filter((text) => text.length > 1),
  );
  return rowTexts(part)
    .slice(1, HEAD_ROWS + 1)
    .some((text) => known.has(text));
}

const rowTexts = (part: PageTable): string[] => {
  const texts = new Array<string>(rowCount(part)).fill('');
  for (const cell of part.cells) texts[cell.row] = `${texts[cell.row] ?? ''}|${wordsOf(cell.lines)}`;
  return texts.map((text) => (/^\|*$/u.test(text) ? '' : text));
};

/** The part's first row has labels of the table's first row, beside other values: the same form, filled in anew. */
function beginsLike(first: PageTable, part: PageTable): boolean {
  const ours = first.cells.filter((cell) => cell.row === 0);
  const theirs = part.cells.filter((cell) => cell.row === 0);
  return theirs.some((cell) => {
    const text = wordsOf(cell.lines);
    if (text === '') return false;
    const x = part.xs[cell.col] ?? 0;
    return ours.some((other) => Math.abs((first.xs[other.col] ?? Infinity) - x) <= SAME_PLACE && isSameLabel(wordsOf(other.lines), text));
  });
}

/** The same words, numbers aside: 取組項目１ and 取組項目２ head successive blocks. */
function isSameLabel(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/[0-9０-９①-⑳]+/gu, '#');
  return a === b || (plain(a) === plain(b) && /[^#\p{P}\p{S}]/u.test(plain(a)));
}
