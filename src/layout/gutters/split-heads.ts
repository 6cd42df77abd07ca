/**
 * Merged header cells in which no ruling parts the levels: a text over all columns, and below it one for each.
 *
 * ```
 * ┌────────┬───────────────┐
 * │        │ Vacancy rate  │     the cell is as wide as two columns, and one of its lines
 * │ Region │ 2008     2009 │     has a text in each of them: two levels
 * ├────────┼───────┬───────┤
 * │ West   │   7.0 │   6.1 │
 * └────────┴───────┴───────┘
 * ```
 */
import { says } from '../evidence/rulebook.js';
import { groupWithin, overlap } from '../geometry.js';
import type { PageCell, PageTable } from '../page-table.js';
import type { Lexicon } from '../words/index.js';
import type { Writer } from '../write-line.js';
import { writePhrases } from './build.js';
import type { Placement } from './columns.js';
import { findHeaderCells, type HeaderCell, headerCuts } from './header.js';
import { type Phrase, type PhraseLine, toPhraseLines } from './phrases.js';

/** Headers have no more ruled rows. */
const MOST_ROWS = 4;
/** A text stands in a column when it lies over it by this much, em. */
const OVER = 0.25;
/** Levels of neighbouring cells part at one height, give or take this much, points. */
const SAME_HEIGHT = 6;

/** A merged cell with the levels found in it. */
interface Levels {
  readonly cell: PageCell;
  readonly heads: readonly HeaderCell[];
  /** Heights at which its levels part, ascending. */
  readonly parting: readonly number[];
  readonly lines: readonly PhraseLine[];
}

/** The table with such cells parted; the same table where there are none. */
export function splitHeads(table: PageTable, writer: Writer): PageTable {
  let parted = table;
  for (let row = Math.min(MOST_ROWS, table.ys.length - 1) - 1; row >= 0; row -= 1) parted = splitRow(parted, row, writer);
  return parted;
}

function splitRow(table: PageTable, row: number, writer: Writer): PageTable {
  const above = table.cells.filter((cell) => cell.row <= row);
  if (row > 0 && above.some((cell) => cell.row < row && isFigure(cell, writer.book.lexicon))) return table;
  const levels = above
    .filter((cell) => cell.row === row && cell.rowSpan === 1 && cell.colSpan > 1)
    .flatMap((cell) => {
      const found = levelsOf(cell, table);
      return found !== undefined && says(writer.book, 'levels-in-one-cell', true, () => cell.box) ? [found] : [];
    });
  if (levels.length === 0) return table;
  const heights = groupWithin(
    levels.flatMap(({ parting }) => parting),
    (y) => y,
    SAME_HEIGHT,
  ).map((group) => group[0] ?? 0);
  const ys = [...table.ys.slice(0, row + 1), ...heights, ...table.ys.slice(row + 1)];
  const added = heights.length;
  const cells = table.cells.flatMap((cell): PageCell[] => {
    const own = levels.find((other) => other.cell === cell);
    if (own !== undefined) return partsOf(own, heights, table.xs, ys, writer);
    if (cell.row > row) return [{ ...cell, row: cell.row + added }];
    return cell.row + cell.rowSpan > row ? [{ ...cell, rowSpan: cell.rowSpan + added }] : [cell];
  });
  return { ...table, ys, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}

const isFigure = (cell: PageCell, lexicon: Lexicon): boolean => cell.lines.length > 0 && cell.lines.every((line) => lexicon.isValue(line.text.trim()));

function levelsOf(cell: PageCell, { xs }: PageTable): Levels | undefined {
  if (cell.lines.length < 2) return undefined;
  const lines = toPhraseLines(cell.lines.flatMap((line) => line.glyphs.map(({ glyph }) => glyph)));
  const columns = Array.from({ length: cell.colSpan }, (_, c) => ({ x0: xs[cell.col + c] ?? 0, x1: xs[cell.col + c + 1] ?? 0 }));
  const places = new Map<Phrase, { first: number; last: number }>();
  for (const phrase of lines.flatMap((line) => line.phrases)) {
    const over = columns.flatMap(({ x0, x1 }, c) => (overlap(x0, x1, phrase.box.x0, phrase.box.x1) > OVER * phrase.size ? [c] : []));
    places.set(phrase, { first: over[0] ?? 0, last: over[over.length - 1] ?? 0 });
  }
  const isFull = (line: PhraseLine): boolean =>
    line.phrases.length === columns.length && line.phrases.every((phrase, c) => places.get(phrase)?.first === c && places.get(phrase)?.last === c);
  if (!lines.some(isFull) || lines.every(isFull)) return undefined;
  const placement: Placement = { columns, places };
  const heads = findHeaderCells(lines, placement, []);
  const cuts = headerCuts(heads);
  const parting = cuts.map((cut) => ((lines[cut - 1]?.bottom ?? 0) + (lines[cut]?.top ?? 0)) / 2);
  return cuts.length === 0 ? undefined : { cell, heads, parting, lines };
}

/** The cells of each level, empty ones where a level has no text. */
function partsOf({ cell, heads, lines }: Levels, heights: readonly number[], xs: readonly number[], ys: readonly number[], writer: Writer): PageCell[] {
  const levelOf = (line: PhraseLine | undefined): number => heights.filter((y) => y <= ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2).length;
  const parts: PageCell[] = [];
  const taken = new Set<string>();
  const add = (top: number, bottom: number, first: number, last: number, phrases: readonly Phrase[]): void => {
    for (let r = top; r <= bottom; r += 1) for (let c = first; c <= last; c += 1) taken.add(`${r} ${c}`);
    const row = cell.row + top;
    const col = cell.col + first;
    const [rowSpan, colSpan] = [bottom - top + 1, last - first + 1];
    const box = { x0: xs[col] ?? 0, top: ys[row] ?? 0, x1: xs[col + colSpan] ?? 0, bottom: ys[row + rowSpan] ?? 0 };
    parts.push({
      ...cell,
      row,
      col,
      rowSpan,
      colSpan,
      box,
      lines: writePhrases(phrases, writer),
      openTop: cell.openTop && top === 0,
      openBottom: cell.openBottom && bottom === heights.length,
    });
  };
  for (const { from, to, first, last, phrases } of heads) add(levelOf(lines[from]), levelOf(lines[to]), first, last, phrases);
  for (let r = 0; r <= heights.length; r += 1) {
    for (let c = 0; c < cell.colSpan; c += 1) if (!taken.has(`${r} ${c}`)) add(r, r, c, c, []);
  }
  return parts;
}
