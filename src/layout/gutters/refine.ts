/**
 * Partly ruled tables: what rulings left together, gutters and baselines part.
 *
 * ```
 * ┌─────────┬──────┬───────┐
 * │ Country │ 2001 │  2002 │
 * ├─────────┼──────┼───────┤
 * │ Austria │  1.2 │  10.4 │    one ruled row, but figures never wrap:
 * │ Belgium │ 11.0 │   9.1 │    three rows
 * │ Denmark │  7.3 │   2.2 │
 * └─────────┴──────┴───────┘
 * ```
 */
import type { Box, Glyph } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { hasSquare } from '../characters.js';
import { boundingBox, median } from '../geometry.js';
import type { FilledTable } from '../layout-page.js';
import { gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';
import type { FilledCell, PageCell, PageTable } from '../page-table.js';
import type { Writer } from '../write-line.js';
import { writePhrases } from './build.js';
import type { Placement } from './columns.js';
import { type Phrase, type PhraseLine, wholePhrase } from './phrases.js';
import { findRows } from './rows.js';
import { isNumber, isValue } from './values.js';

/** So many figures below each other in a cell are so many rows; two may be one value and another in brackets. */
const LEAST_FIGURES = 3;
/** Where every line has its own label and several figures, two are rows too. */
const LEAST_LABELLED = 2;
/** A ruled row of more than this share of the table's height is not one row among others. */
const MOST = 0.5;
/** Figures set to the middle of a label of two lines stand this far from both of them at most, em. */
const HALF_LINE = 0.75;
/** Baselines of one row differ by no more than this, em. */
const SAME_BASELINE = 0.3;
/** This share of the figures must have text or figures of other columns beside them. */
const BESIDE = 0.8;

/** The table with its rows that hold several split; the same table where none does. */
export function splitRows(filled: FilledTable, table: PageTable, writer: Writer): PageTable {
  const rowCount = table.ys.length - 1;
  const splits = new Map<number, Split>();
  for (let row = 0; row < rowCount; row += 1) {
    const band = filled.cells.filter(({ cell }) => cell.row === row && cell.rowSpan === 1);
    const height = (table.ys[row + 1] ?? 0) - (table.ys[row] ?? 0);
    const place = (): Box => ({ ...table.box, top: table.ys[row] ?? 0, bottom: table.ys[row + 1] ?? 0 });
    const isEveryCell = row > 0 && band.reduce((sum, { cell }) => sum + cell.colSpan, 0) === table.xs.length - 1;
    const split =
      (isEveryCell ? entriesOf(band, writer.book, place) : undefined) ??
      splitBand(band, height > MOST * (table.box.bottom - table.box.top), writer.book, place);
    if (split !== undefined) splits.set(row, split);
  }
  return splits.size === 0 ? table : applySplits(table, splits, writer);
}

interface Split {
  /** Lines of each new row, with the cell (by column) that each phrase stands in. */
  readonly rows: readonly (readonly PhraseLine[])[];
  readonly columnOf: ReadonlyMap<Phrase, number>;
}

/** A row of so many cells, each of so many lines, holds an entry a line. */
const ENTRY_CELLS = 3;
const ENTRY_LINES = 3;
/** So much of a line (em) holds the beginning of any Japanese text: it goes on in the next line only because somebody broke it. */
const LEAST_ROOM = 2;
/** White between the words of a line, em. */
const WORD_SPACE = 0.4;

/**
 * Entries that a ruled row holds several of: every cell has as many lines, on common baselines, and each line left room for the
 * first word of the next.
 *
 * ```
 * ├──────────────┼────────────┼───────┤
 * │ 自治会連合会 │ 山田　一郎 │  120  │
 * │ 体育協会     │ 鈴木　次郎 │  340  │    three rows, though no ruling parts them
 * │ 商工会       │ 高橋　三郎 │  210  │
 * └──────────────┴────────────┴───────┘
 * ```
 * `band`: all cells of a row that is not the table's first, which may be headers.
 */
function entriesOf(band: readonly FilledCell[], book: Rulebook, place: () => Box): Split | undefined {
  if (band.length < ENTRY_CELLS || band.some(({ glyphs }) => glyphs.every(isSpace))) return undefined;
  const { lines, columnOf } = bandLines(band, book);
  if (lines.length < ENTRY_LINES || lines.some(({ phrases }) => phrases.length !== band.length || phrases.some(({ text }) => explains(text)))) return undefined;
  const isBroken = band.every(({ cell }) => {
    const own = lines.flatMap(({ phrases }) => phrases.filter((phrase) => columnOf.get(phrase) === cell.col));
    return own.slice(1).every((phrase, i) => {
      const before = own[i];
      const needed = hasSquare(phrase.text) ? Math.min(phrase.firstWord, LEAST_ROOM * phrase.size) : phrase.firstWord;
      return before !== undefined && before.box.x1 + needed + WORD_SPACE * phrase.size <= cell.box.x1;
    });
  });
  return says(book, 'entries-in-one-row', isBroken, place) ? { rows: lines.map((line) => [line]), columnOf } : undefined;
}

/** A line that begins so goes with the one above it: in brackets, with a star, in small letters. */
const explains = (text: string): boolean => /^[（(［[〔「※＊*〜～\p{Ll}]/u.test(text);

/** `isMost`: the ruled row is most of the table, which so has no rules between its rows. */
function splitBand(band: readonly FilledCell[], isMost: boolean, book: Rulebook, place: () => Box): Split | undefined {
  const filledCells = band.filter(({ glyphs }) => glyphs.some((glyph) => !isSpace(glyph)));
  if (filledCells.length < 2) return undefined;
  const { lines, columnOf } = bandLines(filledCells, book);
  const byColumn = filledCells.map(({ cell }) => lines.flatMap((line) => line.phrases.filter((p) => columnOf.get(p) === cell.col)));
  const figures = byColumn.filter(holdsFigures);
  if (figures.length === 0) return undefined;
  // Text that fills its lines is one cell, however many figures stand beside it.
  const beside = byColumn.filter((column) => !holdsFigures(column) && column.length > 1);
  const figureLines = lines.filter((line) => line.phrases.some((p) => isNumber(p) && figures.some((column) => column.includes(p))));
  const isLabelled = figures.length > 1 && figureLines.length === lines.length && isLabelledEverywhere(byColumn[0] ?? [], lines);
  const least = isLabelled ? LEAST_LABELLED : figures.length > 1 ? LEAST_FIGURES : LEAST_FIGURES + 1;
  if (figureLines.length < least) return undefined;
  const shared = figureLines.filter((line) => line.phrases.length > 1).length;
  if (shared < BESIDE * figureLines.length) return undefined;
  if (beside.some((column) => column.length > figureLines.length * 2 || !isInStep(column, figureLines))) {
    const keys = isMost && figures.length > 1 ? keyLines(figures, figureLines, beside) : undefined;
    return keys === undefined || !says(book, 'key-lines', true, place) ? undefined : { rows: rowsFrom(keys, lines), columnOf };
  }
  // One label for many figures: a record of several measures, ruled as one row on purpose.
  const isRecord = !isMost && !isLabelled && byColumn.some((column) => column.length > 0 && column.length * 2 <= figureLines.length);
  if (says(book, 'one-record', isRecord, place)) return undefined;
  const placement: Placement = {
    columns: filledCells.map(({ cell }, i) => extentOf(byColumn[i] ?? [], cell.box)),
    places: new Map(
      [...columnOf].map(([phrase, col]) => {
        const at = filledCells.findIndex(({ cell }) => cell.col === col);
        return [phrase, { first: at, last: at }];
      }),
    ),
  };
  const rows = findRows({ lines }, placement, []);
  if (!says(book, 'figures-in-one-row', rows.groups.length >= 2, place)) return undefined;
  return { rows: rows.groups.map((group) => group.flatMap((i) => lines[i] ?? [])), columnOf };
}

/**
 * Every line begins with a label of its own, no figure in brackets explains the one above, and the text is not Japanese:
 * forms in Japanese rule a record of several measures as one row.
 */
function isLabelledEverywhere(labels: readonly Phrase[], lines: readonly PhraseLine[]): boolean {
  const phrases = lines.flatMap((line) => line.phrases);
  return (
    lines.every((line) => labels.some((label) => line.phrases.includes(label))) &&
    labels.every((label) => !isValue(label)) &&
    phrases.every((phrase) => !/^[([]/u.test(phrase.text) && !hasSquare(phrase.text))
  );
}

/**
 * Where several columns have their figures on the same lines and every other column has text beside each, rows begin at
 * the figures: what stands between runs on.
 */
function keyLines(
  figures: readonly (readonly Phrase[])[],
  figureLines: readonly PhraseLine[],
  beside: readonly (readonly Phrase[])[],
): readonly PhraseLine[] | undefined {
  const keys = figureLines.filter((line) => figures.filter((column) => line.phrases.some((p) => column.includes(p))).length > 1);
  if (keys.length < LEAST_FIGURES || keys.length < BESIDE * figureLines.length) return undefined;
  return beside.every((column) => column.length * 2 < keys.length || isInStep(column, keys)) ? keys : undefined;
}

/** Lines from each key line on; those above the first are rows of their own. */
function rowsFrom(keys: readonly PhraseLine[], lines: readonly PhraseLine[]): PhraseLine[][] {
  const rows: PhraseLine[][] = [];
  for (const line of lines) {
    const row = rows[rows.length - 1];
    if (row === undefined || keys.includes(line)) rows.push([line]);
    else row.push(line);
  }
  return rows;
}

const extentOf = (phrases: readonly Phrase[], box: Box): Box => (phrases.length === 0 ? box : boundingBox(phrases.map((phrase) => phrase.box)));

/** Nearly every line of the column is a figure, but for a heading over them. */
const holdsFigures = (column: readonly Phrase[]): boolean =>
  column.filter((p) => isNumber(p)).length >= 2 && column.slice(1).filter((p) => isValue(p)).length >= BESIDE * (column.length - 1);

/** The column's lines stand beside the figures: every figure has its label. */
function isInStep(column: readonly Phrase[], figureLines: readonly PhraseLine[]): boolean {
  const together = figureLines.filter((line) =>
    column.some((p) => Math.abs((p.box.top + p.box.bottom - line.top - line.bottom) / 2) <= HALF_LINE * line.size),
  ).length;
  return together >= BESIDE * Math.min(figureLines.length, column.length);
}

/** Lines over all cells of a ruled row; what a cell has on a line is one phrase. */
function bandLines(band: readonly FilledCell[], book: Rulebook): { lines: PhraseLine[]; columnOf: Map<Phrase, number> } {
  const home = new Map<Glyph, number>();
  for (const { cell, glyphs } of band) for (const glyph of glyphs) home.set(glyph, cell.col);
  const columnOf = new Map<Phrase, number>();
  const lines: PhraseLine[] = [];
  for (const row of gatherRows([...home.keys()])) {
    if (row.direction !== 'right') continue;
    const phrases: Phrase[] = [];
    for (const { cell } of band) {
      const members = row.members.filter(({ glyph }) => home.get(glyph) === cell.col);
      const phrase = wholePhrase(members, lines.length, book);
      if (phrase === undefined) continue;
      phrases.push(phrase);
      columnOf.set(phrase, cell.col);
    }
    if (phrases.length === 0) continue;
    const box = boundingBox(phrases.map((phrase) => phrase.box));
    const size = median(phrases.map((phrase) => phrase.size));
    const before = lines[lines.length - 1];
    // Rows set a hair apart in their cells are one.
    if (before !== undefined && row.box.bottom - before.baseline < SAME_BASELINE * size) {
      lines[lines.length - 1] = { ...before, phrases: [...before.phrases, ...phrases].sort((a, b) => a.box.x0 - b.box.x0) };
      continue;
    }
    lines.push({ index: lines.length, top: box.top, bottom: box.bottom, baseline: row.box.bottom, size, phrases });
  }
  return { lines, columnOf };
}

function applySplits(table: PageTable, splits: ReadonlyMap<number, Split>, writer: Writer): PageTable {
  const ys: number[] = [];
  /** New index of each old row's first row. */
  const firstOf: number[] = [];
  for (let row = 0; row < table.ys.length - 1; row += 1) {
    firstOf.push(ys.length);
    const top = table.ys[row] ?? 0;
    ys.push(top);
    const rows = splits.get(row)?.rows ?? [];
    rows.slice(1).forEach((lines, i) => {
      const above = rows[i]?.[(rows[i]?.length ?? 1) - 1];
      ys.push(Math.max(ys[ys.length - 1] ?? top, ((above?.bottom ?? top) + (lines[0]?.top ?? top)) / 2));
    });
  }
  firstOf.push(ys.length);
  ys.push(table.ys[table.ys.length - 1] ?? 0);
  const cells = table.cells.flatMap((cell): PageCell[] => {
    const row = firstOf[cell.row] ?? cell.row;
    const end = firstOf[cell.row + cell.rowSpan] ?? row + 1;
    const split = cell.rowSpan === 1 ? splits.get(cell.row) : undefined;
    if (split === undefined) return [{ ...cell, row, rowSpan: end - row }];
    return split.rows.map(
      (lines, i): PageCell => ({
        ...cell,
        row: row + i,
        rowSpan: 1,
        box: { ...cell.box, top: ys[row + i] ?? cell.box.top, bottom: ys[row + i + 1] ?? cell.box.bottom },
        lines: writePhrases(
          lines.flatMap((line) => line.phrases.filter((p) => split.columnOf.get(p) === cell.col)),
          writer,
        ),
        openTop: cell.openTop && i === 0,
        openBottom: cell.openBottom && i === split.rows.length - 1,
      }),
    );
  });
  return { ...table, ys, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}
