/** Reads laid out tables back as plain text, for tests. */
import type { Cell, Table } from '../model/layout.js';
import type { Page } from '../model/page.js';
import { layoutDocument } from './index.js';

export const cellText = (cell: Cell): string => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('\n');

/** Rows of cell texts; `null` where a merged cell covers the place. */
export function textGrid(table: Table): (string | null)[][] {
  const grid = Array.from({ length: table.rows }, () => new Array<string | null>(table.cols).fill(null));
  for (const cell of table.cells) {
    const row = grid[cell.row];
    if (row) row[cell.col] = cellText(cell);
  }
  return grid;
}

/** The spans of merged cells: `[row, col, rowSpan, colSpan]`. */
export const spans = (table: Table): number[][] =>
  table.cells.filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1).map((cell) => [cell.row, cell.col, cell.rowSpan, cell.colSpan]);

/** The only table on the pages. */
export function onlyTable(...pages: Page[]): Table {
  const { tables } = layoutDocument(pages);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`expected one table, found ${tables.length}`);
  return table;
}

export const gridOf = (...pages: Page[]): (string | null)[][] => textGrid(onlyTable(...pages));

/** Texts of the lines outside tables, in reading order. */
export const freeTexts = (page: Page): string[] => layoutDocument([page]).pages[0]?.free.map(({ line }) => line.text) ?? [];
