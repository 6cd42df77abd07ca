/** The database and the PDFs → a review site, a document at a time. */
import { readFile } from 'node:fs/promises';
import { opening, type FilePath } from '../files/names.js';
import { messageIn, remedyIn, type Language } from '../messages/translate.js';
import type { Failure } from '../model/errors.js';
import { drawPages, type DrawOptions } from '../render/draw-pages.js';
import type { Database } from '../store/database.js';
import { selectDocuments, type DocumentFilter } from '../store/read.js';
import { sourceNames } from '../store/write.js';
import { buildDocument, buildListEntry, worstFirst } from './build.js';
import type { KeptPage } from './drawn.js';
import { findSources } from './find-sources.js';
import type { ListEntry } from './model.js';
import { rowsOf, type DocumentRows } from './rows.js';
import { openSite, type Site } from './site.js';
import { yearsOfItems } from './years.js';

export interface ReviewOptions extends DrawOptions {
  readonly out: string;
  /** Folders that are searched for the PDFs. */
  readonly sources: readonly string[];
  readonly filter?: DocumentFilter;
  /** Threads that draw at the same time. */
  readonly jobs: number;
  readonly version: string;
  readonly language?: Language;
  readonly onPage?: (file: string, page: number, total: number) => void;
  readonly onDocument?: (report: DocumentReport) => void;
}

export interface DocumentReport {
  readonly file: string;
  readonly pages: number;
  readonly drawn: number;
  /** A PDF that is not there, or pages that could not be drawn. */
  readonly failure?: Failure;
}

/** Writes the site. Throws `E_OUTPUT` and `E_OUTPUT_UNWRITABLE`, and leaves nothing then; what cannot be drawn is told in the reports, and shown without pictures. */
export async function writeReview(db: Database, options: ReviewOptions): Promise<readonly DocumentReport[]> {
  const ids = selectDocuments(db, options.filter);
  const years = yearsOfItems(db, new Set(ids));
  const all = ids.map((id) => rowsOf(db, id, years));
  const site = await openSite(options.out);
  const entries = new Map<string, ListEntry>();
  const reports = new Map<string, DocumentReport>();
  const queue = [...all];
  const together = Math.max(1, Math.min(options.jobs, all.length));
  // Where there are fewer documents than jobs, the jobs share out the pages of each.
  const threads = Math.max(1, Math.floor(options.jobs / together));
  try {
    const kept = new Map<string, readonly KeptPage[]>();
    for (const { document } of all) {
      const pages = await site.drawnBefore(document.source_sha256);
      if (pages !== undefined) kept.set(document.source_sha256, pages);
    }
    const wanted = all
      .filter(({ document }) => !kept.has(document.source_sha256))
      .map(({ document }) => ({ sha256: document.source_sha256, names: sourceNames(db, document.document_id) }));
    const sources = await findSources(wanted, options.sources);
    const work = async (): Promise<void> => {
      for (let rows = queue.shift(); rows !== undefined; rows = queue.shift()) {
        const { source_sha256: sha256, document_id: id } = rows.document;
        const { entry, report } = await reviewDocument(rows, { path: sources.get(sha256), kept: kept.get(sha256) }, threads, site, options);
        entries.set(id, entry);
        reports.set(id, report);
        options.onDocument?.(report);
      }
    };
    await Promise.all(Array.from({ length: together }, work));
    await site.finish(worstFirst(ids.flatMap((id) => entries.get(id) ?? [])), options.version, options.language ?? 'en');
  } finally {
    site.discard();
  }
  return ids.flatMap((id) => reports.get(id) ?? []);
}

/** Where a document's pictures come from. */
interface Pictures {
  readonly path: FilePath | undefined;
  /** Drawn by an earlier review. */
  readonly kept: readonly KeptPage[] | undefined;
}

async function reviewDocument(
  rows: DocumentRows,
  { path, kept }: Pictures,
  threads: number,
  site: Site,
  options: ReviewOptions,
): Promise<{ entry: ListEntry; report: DocumentReport }> {
  const { document } = rows;
  const { pages, failure } =
    kept !== undefined
      ? { pages: kept }
      : path === undefined
        ? { pages: [], failure: sourceMissing(document.source_file) }
        : await drawDocument(rows, path, threads, site, options);
  if (failure === undefined) site.rememberDrawn(document.source_sha256, pages);
  const trouble = failure && sentenceOf(failure, options.language ?? 'en');
  const review = buildDocument(rows, pages, trouble, options.language);
  await site.writeDocument(review);
  const report: DocumentReport = {
    file: document.source_file,
    pages: document.pages,
    drawn: pages.filter((page) => page.image !== undefined).length,
    ...(failure === undefined ? {} : { failure }),
  };
  return { entry: buildListEntry(rows, review), report };
}

function sentenceOf({ code, message, remedy }: Failure, language: Language): string {
  const said = messageIn(language, code, message);
  return language === 'ja' ? `${said}。${remedyIn(language, code, remedy)}` : `${said}. ${remedy}`;
}

async function drawDocument(
  rows: DocumentRows,
  path: FilePath,
  threads: number,
  site: Site,
  options: ReviewOptions,
): Promise<{ pages: readonly KeptPage[]; failure?: Failure }> {
  const { document_id: id, pages: count } = rows.document;
  // It was there a moment ago, when its digest was taken.
  const file = rows.document.source_file;
  const read = await readFile(opening(path)).catch(() => undefined);
  if (read === undefined) return { pages: [], failure: sourceMissing(file) };
  const bytes = new Uint8Array(read);
  const pages: KeptPage[] = [];
  const undrawn: { page: number; why: string }[] = [];
  const draw = async (numbers: readonly number[]): Promise<void> => {
    for await (const drawn of drawPages(bytes, numbers, options)) {
      if (drawn.kind === 'undrawn') {
        undrawn.push(drawn);
        continue;
      }
      const { page, width, height, substituted } = drawn.image;
      pages.push({ number: page, width, height, image: await site.writeImage(id, page, drawn.image.bytes), substituted: [...substituted] });
      options.onPage?.(file, pages.length, count);
    }
  };
  await Promise.all(stretches(count, threads).map(draw));
  return { pages, ...(undrawn.length === 0 ? {} : { failure: pagesUndrawn(file, undrawn) }) };
}

/** A thread opens the document anew: with fewer pages than this each, that costs more than it saves. */
const PAGES_PER_THREAD = 8;

/** Page numbers from 1 in stretches of about the same length, at most one a thread. */
function stretches(count: number, threads: number): readonly (readonly number[])[] {
  const parts = Math.max(1, Math.min(threads, Math.ceil(count / PAGES_PER_THREAD)));
  const size = Math.ceil(count / parts);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Array.from({ length: parts }, (_, index) => numbers.slice(index * size, (index + 1) * size));
}

function sourceMissing(file: string): Failure {
  return {
    code: 'E_NOT_FOUND',
    message: `${file} was not found: its pages have no pictures`,
    remedy: 'Name the folder that holds the PDF with --source DIR.',
  };
}

function pagesUndrawn(file: string, undrawn: readonly { readonly page: number; readonly why: string }[]): Failure {
  const pages = undrawn
    .map(({ page }) => page)
    .sort((a, b) => a - b)
    .join(', ');
  return {
    code: 'E_BROKEN_PDF',
    message: `${file}: page ${pages} could not be drawn: ${undrawn[0]?.why ?? ''}`,
    remedy: 'Its values are shown without a picture; another program may be able to write the file again.',
  };
}
