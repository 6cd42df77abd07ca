/** Ruled frames that hold a table without rulings of its own: a box round it, or a merged cell for its body. */
import type { Glyph } from '../../model/page.js';
import { says } from '../evidence/rulebook.js';
import { contains } from '../geometry.js';
import type { FilledTable } from '../layout-page.js';
import { gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';
import type { PageTable } from '../page-table.js';
import type { Writer } from '../write-line.js';
import type { Wall } from './cut.js';
import type { Rule } from './rules.js';
import { findUnruledTables, type GutterTables } from './unruled.js';

/** Rules this near (points) to a table's edge are its own. */
export const ON_EDGE = 2;

/** A merged cell holds a table's body when it has so many lines, and more than stand in all other cells. */
const BODY_LINES = 4;

/**
 * A table whose verticals stop between its rows, so that a cell as wide as the table holds most of its lines: read by its
 * gutters, with those verticals as walls. Undefined where that leaves text over.
 */
export function insideOneCell(filled: FilledTable, table: PageTable, rules: readonly Rule[], walls: readonly Wall[], writer: Writer): GutterTables | undefined {
  const columns = table.xs.length - 1;
  const linesOf = (cells: FilledTable['cells']): number => cells.reduce((sum, { glyphs }) => sum + gatherRows(glyphs).length, 0);
  const body = filled.cells.filter(({ cell }) => cell.colSpan === columns && cell.rowSpan === 1 && cell.row > 0);
  if (body.length !== 1 || linesOf(body) < BODY_LINES || linesOf(body) * 2 <= linesOf(filled.cells)) return undefined;
  const found = insideFrame(filled, table, rules, walls, writer);
  const isWhole = found?.tables.length === 1 && found.free.every(isSpace) && (found.tables[0]?.xs.length ?? 0) >= table.xs.length;
  return isWhole && says(writer.book, 'body-in-one-cell', true, () => table.box) ? found : undefined;
}

/** The text of panels goes into tables all but for a note. */
const LEFT_IN_PANELS = 0.1;

/** A frame without a ruling down it, or with panels: the tables that stand in it, if any do. */
export function insideFrame(filled: FilledTable, table: PageTable, rules: readonly Rule[], walls: readonly Wall[], writer: Writer): GutterTables | undefined {
  const glyphs = filled.cells.flatMap((cell) => cell.glyphs).sort(byOrder);
  const own = rules.filter(({ y, x0, x1 }) => contains(table.box, { x0, x1, top: y, bottom: y }, ON_EDGE));
  const parting = walls.filter(({ x, top, bottom }) => contains(table.box, { x0: x, x1: x, top, bottom }, ON_EDGE));
  const found = findUnruledTables(glyphs, own, writer, parting, true);
  const isLeftOver = walls.length > 0 && countPrinted(found.free) > LEFT_IN_PANELS * countPrinted(glyphs);
  if (says(writer.book, 'left-in-panels', isLeftOver, () => table.box)) return undefined;
  return says(writer.book, 'table-in-frame', found.tables.length > 0, () => table.box) ? found : undefined;
}

const byOrder = (a: Glyph, b: Glyph): number => a.order - b.order;

const countPrinted = (glyphs: readonly Glyph[]): number => glyphs.filter((glyph) => !isSpace(glyph)).length;
