/** The pdf room: bytes → `PdfDocument`. Points, origin top left, pages as displayed. */
import type { Page, PdfDocument } from '../model/page.js';
import { assertLooksLikePdf, readingFailure } from './failures.js';
import type { OpenDocument } from './pdfjs.js';
import { openDocument } from './pdfjs.js';
import type { PageLimits } from './read-page.js';
import { readPageContent } from './read-page.js';

export { pageKind } from './page-kind.js';
export type { PageKind } from './page-kind.js';

export interface ReadPdfOptions {
  /** 1-based page numbers; without them every page. Numbers that the document lacks are left out. */
  readonly pages?: readonly number[];
  /** Called after each page with the number of pages read so far and of pages to read. */
  readonly onPage?: (n: number, total: number) => void;
  readonly limits?: Partial<PageLimits>;
}

/** Dense maps and drawings stay well below these; a page of a municipal sheet has some thousands of each. */
const DEFAULT_LIMITS: PageLimits = { operators: 2_000_000, glyphs: 200_000 };

/**
 * Reads a PDF. Throws `ChohyoError`: E_EMPTY_FILE, E_NOT_A_PDF, E_ENCRYPTED (an empty user password
 * opens silently), E_BROKEN_PDF, E_LIMIT_SIZE.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<PdfDocument> {
  assertLooksLikePdf(bytes);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const document = await open(bytes);
  try {
    const wanted = (options.pages ?? numbersTo(document.pageCount)).filter((n) => n >= 1 && n <= document.pageCount);
    const pages: Page[] = [];
    for (const number of wanted) {
      const content = await document.page(number).catch((error: unknown) => {
        throw readingFailure(error, ` on page ${number}`);
      });
      pages.push(readPageContent(number, content, limits));
      options.onPage?.(pages.length, wanted.length);
    }
    const { pageCount, producer, creator, title, encrypted } = document;
    return { pageCount, producer, creator, title, encrypted, pages };
  } finally {
    await document.close();
  }
}

async function open(bytes: Uint8Array): Promise<OpenDocument> {
  try {
    return await openDocument(bytes, false);
  } catch (error) {
    throw readingFailure(error, '');
  }
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
