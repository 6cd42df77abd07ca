/**
 * Rulings that part groups of columns only: what stands in a ruled cell is columns and rows of figures of its own.
 *
 * ```
 *   ───────┬────────────────────────
 *   年次   │  総数  家庭用  営業用      one vertical rule behind the row labels, none between the figures:
 *   ───────┼────────────────────────    the rulings make four cells, a reader sees four columns
 *   令和元 │   763     326     558
 *   ２     │   585     660     574
 *   ３     │   811     641     609
 *   ───────┴────────────────────────
 * ```
 */
import { isSpace } from '../marks.js';
import type { FilledTable } from '../layout-page.js';
import type { FilledCell } from '../page-table.js';
import { findColumns } from './columns.js';
import { cutAtGutters } from './cut.js';
import { toPhraseLines } from './phrases.js';
import { isValue } from './values.js';

/** So many rows, of so many columns of figures, in one ruled cell are a table in it. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 2;
/** Nearly all that stands in a column of figures is one. */
const FIGURES = 0.8;
/** Such cells hold at least this share of the table's characters. */
const MOST = 0.5;

export function isPanelled({ cells }: FilledTable): boolean {
  const counts = cells.map((cell) => ({ cell, printed: cell.glyphs.filter((glyph) => !isSpace(glyph)).length }));
  const all = counts.reduce((sum, { printed }) => sum + printed, 0);
  const inPanels = counts.filter(({ cell }) => holdsFigures(cell)).reduce((sum, { printed }) => sum + printed, 0);
  return inPanels > MOST * all;
}

function holdsFigures({ glyphs }: FilledCell): boolean {
  const found = toPhraseLines(glyphs);
  if (found.length < FEWEST_ROWS) return false;
  const lines = cutAtGutters(found, findColumns(found.flatMap((line) => line.phrases)));
  const { columns, places } = findColumns(lines.flatMap((line) => line.phrases));
  const figures = columns.filter((_, c) => {
    const own = lines.flatMap((line) => line.phrases.filter((phrase) => places.get(phrase)?.first === c && places.get(phrase)?.last === c));
    return own.length >= FEWEST_ROWS && own.filter(({ text }) => isValue(text)).length >= FIGURES * own.length;
  });
  return figures.length >= FEWEST_COLUMNS;
}
