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
import type { Glyph } from '../../model/page.js';
import type { FilledTable } from '../layout-page.js';
import type { FilledCell } from '../page-table.js';
import { findColumns } from './columns.js';
import { cutAtGutters } from './cut.js';
import { type Phrase, toPhraseLines } from './phrases.js';
import { isValue } from './values.js';

/** So many rows, of so many columns of figures, in one ruled cell are a table in it. */
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 2;
/** Nearly all that stands in a column of figures is one. */
const FIGURES = 0.8;
/** Such cells hold at least this share of the table's figures. */
const MOST = 0.5;

export function isPanelled({ cells }: FilledTable): boolean {
  const sum = (some: readonly FilledCell[]): number => some.reduce((total, cell) => total + figuresIn(cell), 0);
  const bands = new Map<string, FilledCell[]>();
  for (const cell of cells) {
    const key = `${cell.cell.col} ${cell.cell.colSpan}`;
    bands.set(key, [...(bands.get(key) ?? []), cell]);
  }
  const inPanels = [...bands.values()].reduce((total, band) => total + sum(isHeadedPanel(band) ? band : band.filter(holdsFigures)), 0);
  return inPanels > MOST * sum(cells);
}

/** Labels are longer than figures, the more with dots that lead to these: figures are counted alone. */
const figuresIn = ({ glyphs }: FilledCell): number =>
  toPhraseLines(glyphs).reduce((sum, line) => sum + line.phrases.filter((phrase) => isValue(phrase)).length, 0);

function holdsFigures({ glyphs }: FilledCell): boolean {
  return countFigures(columnsOf(glyphs)) >= FEWEST_COLUMNS;
}

/**
 * Ruled cells below each other that share columns, where the uppermost has a header for each of them. Figures set beside
 * each other under one header, as minutes are in a timetable, are one cell.
 */
function isHeadedPanel(band: readonly FilledCell[]): boolean {
  const [head] = [...band].sort((a, b) => a.cell.row - b.cell.row);
  if (head === undefined || band.length <= FEWEST_ROWS) return false;
  const columns = columnsOf(band.flatMap(({ glyphs }) => glyphs));
  const own = new Set(head.glyphs);
  const isHead = (phrase: Phrase): boolean => phrase.members.some(({ glyph }) => own.has(glyph));
  const headed = columns.filter((column) => column.some((phrase) => isHead(phrase) && !isValue(phrase)));
  return (
    columns.length >= FEWEST_COLUMNS &&
    headed.length === columns.length &&
    countFigures(columns.map((column) => column.filter((phrase) => !isHead(phrase)))) > 0
  );
}

const countFigures = (columns: readonly (readonly Phrase[])[]): number =>
  columns.filter((own) => own.length >= FEWEST_ROWS && own.filter(isValue).length >= FIGURES * own.length).length;

/** What stands in each column alone, parted by white. */
function columnsOf(glyphs: readonly Glyph[]): Phrase[][] {
  const found = toPhraseLines(glyphs);
  if (found.length < FEWEST_ROWS) return [];
  const lines = cutAtGutters(found, findColumns(found.flatMap((line) => line.phrases)));
  const { columns, places } = findColumns(lines.flatMap((line) => line.phrases));
  return columns.map((_, c) => lines.flatMap((line) => line.phrases.filter((phrase) => places.get(phrase)?.first === c && places.get(phrase)?.last === c)));
}
