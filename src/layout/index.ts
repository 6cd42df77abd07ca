/**
 * The layout room: pages → tables (cells with spans, stitched across pages) and lines.
 *
 *   glyphs ─▶ marks ─▶ ┐
 *   rulings ─▶ strikes ─▶ segments ─▶ grids ─▶ cells ─▶ assignment ─▶ lines ─▶ page tables ─▶ stitched tables
 */
import type { DocumentLayout, PageLayout } from '../model/layout.js';
import type { Page } from '../model/page.js';
import { flagFurniture } from './furniture.js';
import { measureDocument, measurePage, type PageWork, readPage } from './layout-page.js';
import type { PageTable } from './page-table.js';
import { type StitchPage, stitchTables } from './stitch.js';

export { layoutPage, measurePage, type PageGeometry, type PageWork } from './layout-page.js';

export interface LayoutOptions {
  /** False keeps the parts of a table that runs over page breaks apart, a table a page. */
  readonly stitch?: boolean;
  /** True finds tables without rulings too; otherwise their text is free lines. */
  readonly unruled?: boolean;
}

export function layoutDocument(pages: readonly Page[], options: LayoutOptions = {}): DocumentLayout {
  const geometry = pages.map(measurePage);
  const setting = measureDocument(geometry);
  const works = geometry.map((page) => readPage(page, setting, options.unruled ?? false));
  const free = flagFurniture(
    works.map((work) => ({
      page: work.page.number,
      width: work.page.width,
      height: work.page.height,
      lines: work.lines,
      tables: work.pageTables.map((table) => table.box),
    })),
  );
  const layouts = works.map(
    (work, i): PageLayout => ({
      page: work.page.number,
      width: work.page.width,
      height: work.page.height,
      free: free[i] ?? [],
      excluded: work.excluded,
    }),
  );
  const stitchPages = works.map((work, i) => stitchPage(work, layouts[i]));
  return { pages: layouts, tables: stitchTables(stitchPages, options.stitch ?? true) };
}

function stitchPage(work: PageWork, layout: PageLayout | undefined): StitchPage {
  const tables = [...work.pageTables].sort(byReadingOrder);
  const content = (layout?.free ?? []).filter((free) => free.furniture === undefined).map((free) => free.line.box);
  const first = tables[0];
  const last = tables[tables.length - 1];
  return {
    tables,
    startsWithTable: first !== undefined && content.every((box) => box.top >= first.box.top),
    endsWithTable: last !== undefined && content.every((box) => box.bottom <= last.box.bottom),
  };
}

/** Top to bottom; tables side by side from the left. */
function byReadingOrder(a: PageTable, b: PageTable): number {
  const shared = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
  const least = 0.5 * Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
  return shared > least ? a.box.x0 - b.box.x0 : a.box.top - b.box.top;
}
