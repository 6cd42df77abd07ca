/**
 * Columns that only white parts have no edges of their own: their gutters lie where the page's longest words leave room.
 *
 * ```
 *   page 1   番号   居住地     職業          page 2   番号     居住地       職業
 *            ──────────────────────                   ──────────────────────
 *             13    那覇市     小学生                  12    北部保健所管内  無職
 *                           ▲ gutter                                      ▲ further right
 * ```
 * A header that is printed again, word for word and place for place, says that the columns are the same.
 */
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { type PageCell, type PageTable, wordsOf } from './page-table.js';
import { SAME_PLACE } from './tolerances.js';

/** The part with the column edges of the table's first part, where it repeats that one's header; else the part itself. */
export function settleGutters(part: PageTable, first: PageTable, book: Rulebook = PLAIN_BOOK): PageTable {
  if (part.kind !== 'unruled' || first.kind !== 'unruled' || part.xs.length !== first.xs.length) return part;
  const [ours, theirs] = [headOf(first), headOf(part)];
  const isRepeated = ours.length > 1 && ours.length === theirs.length && ours.every((cell, i) => isSame(cell, theirs[i]));
  return says(book, 'drifting-gutters', isRepeated, () => part.box) ? { ...part, xs: first.xs } : part;
}

const headOf = (table: PageTable): PageCell[] => table.cells.filter((cell) => cell.row === 0 && cell.lines.length > 0);

function isSame(a: PageCell, b: PageCell | undefined): boolean {
  if (b === undefined || a.col !== b.col || a.colSpan !== b.colSpan || wordsOf(a.lines) !== wordsOf(b.lines)) return false;
  return Math.abs((a.lines[0]?.box.x0 ?? 0) - (b.lines[0]?.box.x0 ?? 0)) <= SAME_PLACE;
}
