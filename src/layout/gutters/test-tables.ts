/** Reads the tables of a drawn page, with or without rulings, back as plain text, for tests. */
import type { Page } from '../../model/page.js';
import { measurePage, type PageWork, readPage } from '../layout-page.js';
import type { PageTable } from '../page-table.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable } from '../test-draw.js';

/** Rows of cell texts, lines joined by a space; `null` where a merged cell covers the place. */
export function rowsOf(table: PageTable | undefined): (string | null)[][] {
  const rows = (table?.ys ?? []).slice(1).map(() => (table?.xs ?? []).slice(1).map((): string | null => null));
  for (const cell of table?.cells ?? []) {
    const row = rows[cell.row];
    if (row !== undefined) row[cell.col] = cell.lines.map((line) => line.text).join(' ');
  }
  return rows;
}

/** The page with its tables without rulings read too. */
export const read = (page: Page): PageWork => readPage(measurePage(page), PLAIN_SETTING, true);

export const tablesOn = (page: Page): (string | null)[][][] => read(page).pageTables.map(rowsOf);
export const tablesIn = (art: string): (string | null)[][][] => tablesOn(drawTable(art));
