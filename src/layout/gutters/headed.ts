/**
 * A header whose cells are drawn, above a body whose are not: one table.
 *
 * ```
 * ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
 * ▓ Food group ▓ Servings  ▓     coloured or ruled cells make a table of their own,
 * ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓     which has no figures and ends where the body begins
 *   Grains         6–8
 *   Fruits         2–4
 * ```
 */
import type { Glyph } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { centreX, centreY, containsPoint, lastAtOrBefore, median } from '../geometry.js';
import { isSpace } from '../marks.js';
import type { PageCell, PageTable } from '../page-table.js';
import type { Lexicon } from '../words/index.js';
import type { Writer } from '../write-line.js';
import type { Wall } from './cut.js';
import type { Rule } from './rules.js';
import { findUnruledTables } from './unruled.js';

/** A header has no more rows. */
const MOST_ROWS = 3;
/** The body begins no further below it, and reaches no further out of it sideways, em. */
const NEAR = 2;
const OUTSIDE = 1;
/** The body is at least this share of the header's width. */
const WIDE = 0.6;

/** The tables with such pairs joined. `bodies`: tables without rulings. */
export function joinHeads(tables: readonly PageTable[], bodies: readonly PageTable[], rules: readonly Rule[], writer: Writer): PageTable[] {
  const joined = new Map<PageTable, PageTable>();
  const gone = new Set<PageTable>();
  for (const head of tables.filter((table) => isHead(table, writer.book.lexicon))) {
    const body = bodies.find((other) => !gone.has(other) && isUnder(other, head));
    const whole = body === undefined ? undefined : readTogether(head, body, rules, writer);
    if (body === undefined || whole === undefined || !says(writer.book, 'drawn-head', true, () => whole.box)) continue;
    joined.set(head, asDrawn(whole, head, writer.book));
    gone.add(body);
  }
  return [...tables, ...bodies].filter((table) => !gone.has(table)).map((table) => joined.get(table) ?? table);
}

const textOf = (cell: PageTable['cells'][number]): string =>
  cell.lines
    .map((line) => line.text)
    .join(' ')
    .trim();

const isHead = ({ kind, cells, xs, ys }: PageTable, lexicon: Lexicon): boolean =>
  kind === 'ruled' && xs.length > 2 && ys.length <= MOST_ROWS + 1 && cells.every((cell) => !lexicon.isValue(textOf(cell)) || lexicon.isYear(textOf(cell)));

function isUnder(body: PageTable, head: PageTable): boolean {
  const em = median(body.cells.flatMap((cell) => cell.lines.map((line) => line.size)));
  const { box } = body;
  return (
    box.top >= head.box.bottom - em &&
    box.top <= head.box.bottom + NEAR * em &&
    box.x0 >= head.box.x0 - OUTSIDE * em &&
    box.x1 <= head.box.x1 + OUTSIDE * em &&
    box.x1 - box.x0 >= WIDE * (head.box.x1 - head.box.x0)
  );
}

/** Both read by their gutters, with the sides of the header's cells as walls; undefined where that makes not one table of all. */
function readTogether(head: PageTable, body: PageTable, rules: readonly Rule[], writer: Writer): PageTable | undefined {
  const glyphs = [head, body].flatMap(glyphsOf).sort((a, b) => a.order - b.order);
  const walls = head.cells.flatMap(({ box: { x0, x1, top, bottom } }): Wall[] => [
    { x: x0, top, bottom },
    { x: x1, top, bottom },
  ]);
  const inside = rules.filter(({ y }) => y >= head.box.top - 1 && y <= body.box.bottom + 1);
  const found = findUnruledTables(glyphs, inside, writer, walls, true);
  const [table] = found.tables;
  const isWhole = found.tables.length === 1 && found.free.every(isSpace) && (table?.xs.length ?? 0) >= body.xs.length;
  return isWhole ? table : undefined;
}

/**
 * The table with its header's cells as they are drawn, each over the columns whose middles it stands over; as it was where the
 * text of one drawn cell stands in several columns, or a drawn column over none.
 */
function asDrawn(whole: PageTable, head: PageTable, book: Rulebook): PageTable {
  const columns = whole.xs.slice(1).map((x1, c) => lastAtOrBefore(head.xs, ((whole.xs[c] ?? x1) + x1) / 2));
  const isHeader = (row: number): boolean => ((whole.ys[row] ?? 0) + (whole.ys[row + 1] ?? 0)) / 2 < head.box.bottom;
  const headRows = whole.ys.slice(1).filter((_, row) => isHeader(row)).length;
  const ofHeader = whole.cells.filter((cell) => cell.row < headRows);
  const isOver = (drawn: PageCell, c: number): boolean => c >= drawn.col && c < drawn.col + drawn.colSpan;
  const textsIn = ({ box }: PageCell): number =>
    ofHeader.filter(({ lines }) => lines.some((line) => containsPoint(box, centreX(line.box), centreY(line.box)))).length;
  const isClean =
    head.xs.slice(1).every((_, c) => columns.includes(c)) &&
    ofHeader.every((cell) => cell.row + cell.rowSpan <= headRows) &&
    head.cells.every((drawn) => textsIn(drawn) <= 1);
  if (!isClean || !says(book, 'header-as-drawn', true, () => head.box)) return whole;
  const header = head.cells.map(
    (drawn): PageCell => ({ ...drawn, col: columns.findIndex((c) => isOver(drawn, c)), colSpan: columns.filter((c) => isOver(drawn, c)).length }),
  );
  const down = head.ys.length - 1 - headRows;
  const body = whole.cells.filter((cell) => cell.row >= headRows).map((cell): PageCell => ({ ...cell, row: cell.row + down }));
  const ys = [...head.ys.slice(0, -1), ...whole.ys.slice(headRows)];
  return { ...whole, ys, cells: [...header, ...body].sort((x, y) => x.row - y.row || x.col - y.col) };
}

const glyphsOf = (table: PageTable): Glyph[] => table.cells.flatMap((cell) => cell.lines.flatMap((line) => line.glyphs.map(({ glyph }) => glyph)));
