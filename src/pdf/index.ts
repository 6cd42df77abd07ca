/** The pdf room: bytes → `PdfDocument`. Points, origin top left, pages as displayed. */
import { ChohyoError } from '../model/errors.js';
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
 * opens silently), E_BROKEN_PDF, E_LIMIT_SIZE. A damaged page of a document whose other pages are sound
 * comes with `damage` set and what could be read of it.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<PdfDocument> {
  assertLooksLikePdf(bytes);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const reader = new PageReader(bytes, limits);
  try {
    const { pageCount, producer, creator, title, encrypted } = await reader.strict();
    const wanted = (options.pages ?? numbersTo(pageCount)).filter((n) => n >= 1 && n <= pageCount);
    const pages: Page[] = [];
    const lost: ChohyoError[] = [];
    for (const number of wanted) {
      const page = await reader.page(number);
      if (page instanceof ChohyoError) lost.push(page);
      pages.push(page instanceof ChohyoError ? lostPage(number, page.message) : page);
      options.onPage?.(pages.length, wanted.length);
    }
    const [failure] = lost;
    if (failure !== undefined && lost.length === wanted.length) throw failure;
    return { pageCount, producer, creator, title, encrypted, pages };
  } finally {
    await reader.close();
  }
}

/**
 * pdf.js either rejects a page at the first fault or passes over faults without a word. Here a page is
 * read strictly first; if that fails, once more leniently, and the page says so.
 */
class PageReader {
  private strictDocument: OpenDocument | undefined;
  private lenientDocument: OpenDocument | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: PageLimits,
  ) {}

  async strict(): Promise<OpenDocument> {
    return (this.strictDocument ??= await open(this.bytes, true));
  }

  /** The page, or why nothing of it can be read; throws what ends the whole document. */
  async page(number: number): Promise<Page | ChohyoError> {
    try {
      return readPageContent(number, await (await this.strict()).page(number), this.limits);
    } catch (error) {
      const failure = readingFailure(error, ` on page ${number}`);
      if (failure.code !== 'E_BROKEN_PDF') throw failure;
      const page = await this.lenientPage(number);
      return page instanceof ChohyoError ? page : { ...page, damage: failure.message };
    }
  }

  private async lenientPage(number: number): Promise<Page | ChohyoError> {
    try {
      this.lenientDocument ??= await open(this.bytes, false);
      return readPageContent(number, await this.lenientDocument.page(number), this.limits);
    } catch (error) {
      const failure = readingFailure(error, ` on page ${number}`);
      if (failure.code !== 'E_BROKEN_PDF') throw failure;
      return failure;
    }
  }

  async close(): Promise<void> {
    await this.strictDocument?.close();
    await this.lenientDocument?.close();
  }
}

async function open(bytes: Uint8Array, strict: boolean): Promise<OpenDocument> {
  try {
    return await openDocument(bytes, strict);
  } catch (error) {
    throw readingFailure(error, '');
  }
}

/** Points. A page whose own size cannot be read is taken for A4. */
const A4 = { width: 595, height: 842 };

function lostPage(number: number, damage: string): Page {
  return {
    number, ...A4, rotation: 0, damage,
    glyphs: [], rulings: [], fills: [], diagonals: [], images: [], fonts: [],
    droppedRulings: { background: 0, clipped: 0, outside: 0 },
  };
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
