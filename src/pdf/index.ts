/** The pdf room: bytes → `PdfDocument`. Points, origin top left, pages as displayed. */
import { ChohyoError } from '../model/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.js';
import type { Page, PdfDocument } from '../model/page.js';
import { assertLooksLikePdf, readingFailure } from './failures.js';
import { markImplausible } from './implausible.js';
import type { OpenDocument } from './pdfjs.js';
import { OutlinesWanted } from './faces.js';
import { openDocument } from './pdfjs.js';
import { readPageContent } from './read-page.js';
import { Tally } from './tally.js';

export { pageKind } from './page-kind.js';
export type { PageKind } from './page-kind.js';

export interface ReadPdfOptions {
  /** 1-based page numbers; without them every page. Numbers that the document lacks are left out. */
  readonly pages?: readonly number[];
  /** Called after each page with the number of pages read so far and of pages to read. */
  readonly onPage?: (n: number, total: number) => void;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a PDF. Throws `ChohyoError`: E_EMPTY_FILE, E_NOT_A_PDF, E_ENCRYPTED (an empty user password
 * opens silently), E_BROKEN_PDF, E_LIMIT_…. A damaged page of a document whose other pages are sound
 * comes with `damage` set and what could be read of it.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<PdfDocument> {
  assertLooksLikePdf(bytes);
  const tally = new Tally({ ...DEFAULT_LIMITS, ...options.limits });
  const open = (outlines: boolean): Promise<OpenDocument> =>
    openDocument(bytes, outlines).catch((error: unknown) => {
      throw readingFailure(error, '');
    });
  let document = await open(false);
  const read = async (number: number): Promise<Page | ChohyoError> => {
    try {
      return await readPage(document, number, tally);
    } catch (error) {
      if (!(error instanceof OutlinesWanted)) throw error;
      await document.close();
      document = await open(true);
      return readPage(document, number, tally);
    }
  };
  try {
    const { pageCount, producer, creator, title, encrypted } = document;
    tally.pages(options.pages?.length ?? pageCount);
    const wanted = (options.pages ?? numbersTo(pageCount)).filter((n) => n >= 1 && n <= pageCount);
    const pages: Page[] = [];
    const lost: ChohyoError[] = [];
    for (const number of wanted) {
      const page = await read(number);
      if (page instanceof ChohyoError) lost.push(page);
      pages.push(page instanceof ChohyoError ? lostPage(number, page.message) : page);
      options.onPage?.(pages.length, wanted.length);
    }
    const [failure] = lost;
    if (failure !== undefined && lost.length === wanted.length) throw failure;
    return { pageCount, producer, creator, title, encrypted, pages: markImplausible(pages) };
  } finally {
    await document.close();
  }
}

/** The page, or why nothing of it can be read; throws what ends the whole document, and `OutlinesWanted`. */
async function readPage(document: OpenDocument, number: number, tally: Tally): Promise<Page | ChohyoError> {
  tally.beginPage(number);
  const content = await document.page(number, tally).catch((error: unknown) => readingFailure(error, ` on page ${number}`));
  if (!(content instanceof ChohyoError)) return readPageContent(number, content, tally);
  if (content.code.startsWith('E_LIMIT_')) throw content;
  return content;
}

/** Points. A page whose own size cannot be read is taken for A4. */
const A4 = { width: 595, height: 842 };

function lostPage(number: number, damage: string): Page {
  return {
    number,
    ...A4,
    rotation: 0,
    damage,
    glyphs: [],
    rulings: [],
    fills: [],
    diagonals: [],
    shapes: [],
    images: [],
    fonts: [],
    droppedRulings: { background: 0, clipped: 0, outside: 0 },
  };
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
