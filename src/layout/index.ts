/**
 * The layout room: pages → tables (cells with spans, stitched across pages) and lines.
 *
 *   glyphs ─▶ marks ─▶ ┐
 *   rulings ─▶ strikes ─▶ segments ─▶ grids ─▶ cells ─▶ assignment ─▶ lines ─▶ page tables ─▶ stitched tables
 */
import type { Conclusion, DocumentLayout, FreeLine, Line, PageLayout } from '../model/layout.js';
import { once } from '../model/once.js';
import type { Page } from '../model/page.js';
import { ruleOf } from './evidence/registry.js';
import { onPage, PLAIN_BOOK, type Proposal, type Rulebook } from './evidence/rulebook.js';
import { borrowColumns } from './borrowed-columns.js';
import { bridgeGaps } from './bridged-gaps.js';
import { flagFurniture } from './furniture.js';
import { contains, height } from './geometry.js';
import { down, shared } from './intervals.js';
import { findFeet } from './gutters/feet.js';
import { measureDocument, measurePage, type PageGeometry, type PageWork, readPage } from './layout-page.js';
import type { PageTable } from './page-table.js';
import { partAcross } from './ruled-across/index.js';
import { closeRowPage, rowKinds } from './row-pages.js';
import type { Setting } from './spaces.js';
import { type StitchPage, stitchTables } from './stitch.js';
import { SAME_PLACE } from './tolerances.js';

export { layoutPage, measurePage, type PageGeometry, type PageWork } from './layout-page.js';

export interface LayoutOptions {
  /** False keeps the parts of a table that runs over page breaks apart, a table a page. */
  readonly stitch?: boolean;
  /** Finds tables without rulings too, on all pages or on those numbered; otherwise their text is free lines. */
  readonly unruled?: boolean | ReadonlySet<number>;
  /** By which rules; without it by all of them, and nobody keeps what they propose. */
  readonly book?: Rulebook;
}

export function layoutDocument(pages: readonly Page[], options: LayoutOptions = {}): DocumentLayout {
  const measured = options.book === undefined ? measuredPlainly(pages) : measure(pages, options.book);
  const concluded = [...measured.concluded];
  const book: Rulebook = { ...(options.book ?? PLAIN_BOOK), concluded };
  const isSought = pages.map((page) => seeksUnruled(options.unruled, page.number));
  const geometry = withColumnsAcross(measured.geometry, isSought, book);
  const setting = geometry === measured.geometry ? measured.setting : measureDocument(geometry);
  const feet = isSought.includes(true) ? findFeet(geometry, setting, book) : [];
  const works = geometry.map((page, i) => readPage(page, setting, isSought[i] ?? false, feet[i], book));
  const free = flagFurniture(
    works.map((work) => ({
      page: work.page.number,
      width: work.page.width,
      height: work.page.height,
      lines: work.lines,
      tables: work.pageTables.map((table) => table.box),
    })),
    book,
  );
  const layouts = works.map(
    (work, i): PageLayout => ({
      page: work.page.number,
      width: work.page.width,
      height: work.page.height,
      free: [...(free[i] ?? []), ...work.overlayLines.map((line): FreeLine => ({ line, furniture: 'overlay' }))],
      excluded: work.excluded,
    }),
  );
  const contents = works.map((work, i) => contentOf(work, layouts[i]));
  const stitchPages = works.map((work, i) => stitchPage(work, contents[i] ?? [], contents[i - 1] ?? []));
  const tables = stitchTables(stitchPages, options.stitch ?? true, book);
  return { pages: layouts, tables, conclusions: conclusionsOf(concluded) };
}

/** What is known of a document's pages before any of them is read. */
interface Measured {
  readonly geometry: readonly PageGeometry[];
  readonly setting: Setting;
  readonly concluded: readonly Proposal[];
}

function measure(pages: readonly Page[], rules: Rulebook): Measured {
  const concluded: Proposal[] = [];
  const book: Rulebook = { ...rules, concluded };
  const alone = pages.map((page) => measurePage(page, [], book));
  const geometry = closeRowPages(withOtherPagesHelp(alone, book), book);
  return { geometry, setting: measureDocument(geometry), concluded };
}

/** A document may be read a second time, its tables without rulings too: it is measured once. */
const measuredPlainly = once((pages: readonly Page[]): Measured => measure(pages, PLAIN_BOOK));

/** A page may be measured more than once, and concludes the same then. */
function conclusionsOf(proposals: readonly Proposal[]): readonly Conclusion[] {
  const told = new Map<string, Conclusion>();
  for (const { rule, page, box } of proposals) {
    const key = [rule, page, box.x0, box.top, box.x1, box.bottom].join(' ');
    if (!told.has(key)) told.set(key, { rule, says: ruleOf(rule).says, page, box });
  }
  return [...told.values()];
}

function seeksUnruled(unruled: LayoutOptions['unruled'], page: number): boolean {
  return typeof unruled === 'object' ? unruled.has(page) : (unruled ?? false);
}

/** Pages that lack rulings which the same table has elsewhere are measured again with them. */
function withOtherPagesHelp(pages: readonly PageGeometry[], book: Rulebook): readonly PageGeometry[] {
  const borrowed = borrowColumns(pages, book);
  const bridges = bridgeGaps(pages, book);
  return pages.map((geometry, i) => {
    const rulings = [...(borrowed[i] ?? []), ...(bridges[i] ?? [])];
    return rulings.length === 0 ? geometry : measurePage({ ...geometry.page, rulings: [...geometry.page.rulings, ...rulings] }, [], book);
  });
}

/** Pages with tables ruled across alone, measured again with the sides that these imply; the same pages where there are none. */
function withColumnsAcross(pages: readonly PageGeometry[], isSought: readonly boolean[], book: Rulebook): readonly PageGeometry[] {
  if (!isSought.includes(true)) return pages;
  const sides = partAcross(pages, isSought, book);
  if (sides.every((own) => own.length === 0)) return pages;
  return pages.map((geometry, i) => {
    const implied = sides[i] ?? [];
    return implied.length === 0 ? geometry : measurePage(geometry.page, [...geometry.implied, ...implied], book);
  });
}

/** Pages that lie wholly inside a row of the page before, measured again with the row's edges, one after the other. */
function closeRowPages(pages: readonly PageGeometry[], book: Rulebook): readonly PageGeometry[] {
  const kinds = rowKinds(pages);
  const closed: PageGeometry[] = [];
  for (const page of pages) {
    const before = closed.at(-1);
    const edges = before === undefined ? [] : closeRowPage(page, before, kinds, onPage(book, page.page.number));
    closed.push(edges.length === 0 ? page : measurePage(page.page, edges, book));
  }
  return closed;
}

/** `content`: the page's lines outside tables; `before`: those of the page before. */
function stitchPage(work: PageWork, content: readonly Line[], before: readonly Line[]): StitchPage {
  const tables = [...work.pageTables].sort(byReadingOrder);
  // A table inside another's cell neither begins nor ends the page.
  const outer = tables.filter((table) => table.isField !== true && !tables.some((other) => other !== table && contains(other.box, table.box, 1)));
  const first = outer.reduce<PageTable | undefined>((a, b) => (a === undefined || b.box.top < a.box.top ? b : a), undefined);
  const last = outer.reduce<PageTable | undefined>((a, b) => (a === undefined || b.box.bottom > a.box.bottom ? b : a), undefined);
  const above = content.filter((line) => first !== undefined && line.box.top < first.box.top);
  const heading = above.length === 0 ? 'none' : above.every((line) => isRepeated(line, before)) ? 'repeated' : 'own';
  const endsWithTable = content.every((line) => line.box.bottom <= (last?.box.bottom ?? 0));
  return {
    tables,
    heading,
    first: first === undefined ? -1 : tables.indexOf(first),
    last: last === undefined || !endsWithTable ? -1 : tables.indexOf(last),
  };
}

const contentOf = (work: PageWork, layout: PageLayout | undefined): Line[] => [
  ...(layout?.free ?? []).filter((free) => free.furniture === undefined).map((free) => free.line),
  ...work.pageTables.filter((table) => table.isField === true).flatMap((table) => table.cells.flatMap((cell) => cell.lines)),
];

/** The page before has the same line at the same place: a title that stands over every page of a table. */
const isRepeated = (line: Line, before: readonly Line[]): boolean =>
  before.some(
    (other) => other.text === line.text && Math.abs(other.box.top - line.box.top) <= SAME_PLACE && Math.abs(other.box.x0 - line.box.x0) <= SAME_PLACE,
  );

/** Top to bottom; tables side by side from the left. */
function byReadingOrder(a: PageTable, b: PageTable): number {
  const least = 0.5 * Math.min(height(a.box), height(b.box));
  return shared(down(a.box), down(b.box)) > least ? a.box.x0 - b.box.x0 : a.box.top - b.box.top;
}
