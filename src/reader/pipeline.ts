/**
 * PDF bytes → pages as drawn → pages as read (upright, their text at one size) → layout: the only place where these rooms are put together. What `ingest` reads, `tables`
 * prints and `inspect` draws went through here.
 */
import { layoutDocument, type LayoutOptions } from '../layout/index.js';
import { toBodySize } from '../layout/body-size.js';
import { turnUpright, type UprightPage } from '../layout/upright.js';
import type { DocumentLayout, Table } from '../model/layout.js';
import { once } from '../model/once.js';
import type { Box, Page, PdfDocument } from '../model/page.js';
import { pageKind, readPdf } from '../pdf/index.js';
import { limitsOf, type ReadRequest } from './types.js';

/** A document's pages, as drawn and as they are read. */
export interface PagesRead {
  /** `pdf.pages` are the pages as displayed. */
  readonly pdf: PdfDocument;
  /** The same pages, in the same order, as they are read: a sheet that lies sideways stands upright, body text has one size. */
  readonly upright: readonly UprightPage[];
}

export interface PagesOptions {
  /** 1-based; without it every page. */
  readonly pages?: readonly number[];
  readonly onPage?: (page: number, total: number) => void;
}

/** Throws `ChohyoError` where the file cannot be read at all. */
export async function readPages(request: ReadRequest, options: PagesOptions = {}): Promise<PagesRead> {
  const pdf = await readPdf(request.bytes, { ...limitsOf(request), ...options });
  return { pdf, upright: toBodySize(pdf.pages.map((page) => turnUpright(readablePart(page)))) };
}

/** Lays out the pages as they are read; places lead back to the pages as displayed by `placeFinder`. */
export const layOut = (read: PagesRead, options: LayoutOptions = {}): DocumentLayout => layoutDocument(uprightPages(read), options);

/** One list a document, by which the layout knows it again. */
const uprightPages = once(({ upright }: PagesRead): readonly Page[] => upright.map(({ page }) => page));

/** What a layout holds that was looked for without rulings too. */
export const unruledTables = ({ tables }: DocumentLayout): readonly Table[] => tables.filter(({ kind }) => kind === 'unruled');

/** From a place on a page as it is read to the place on the page as displayed. */
export function placeFinder({ upright }: PagesRead): (page: number, box: Box) => Box {
  const back = new Map(upright.map((page) => [page.page.number, page.back]));
  return (page, box) => back.get(page)?.(box) ?? box;
}

/** A page whose fonts do not say what they draw is left out whole: the rest of its text would be read without its context. */
function readablePart(page: Page): Page {
  return pageKind(page) === 'unmapped' ? { ...page, glyphs: [] } : page;
}
