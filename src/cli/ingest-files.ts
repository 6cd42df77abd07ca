/** Files → read documents → the database, one report a file in the order given. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { LoadedGrammar } from '../grammar/load.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import type { Pool } from '../reader/pool.js';
import type { ReadOutcome, ReadRequest } from '../reader/types.js';
import type { Database } from '../store/database.js';
import { databaseFailure } from '../store/failures.js';
import { findDocument, findDocumentsNamed, selectDocuments, type StoredDocument } from '../store/read.js';
import { addSourceName, writeDocument } from '../store/write.js';
import { inOrder } from './in-order.js';
import { readInput, type Input } from './inputs.js';

/**
 * - `stored`: new in the database; `replaced`: read differently than before; `unchanged`: as before
 * - `read`: with --dry-run; `copy`: the same bytes as an earlier file of this run; `failed`: see `failure`
 */
export type FileStatus = 'stored' | 'replaced' | 'unchanged' | 'read' | 'copy' | 'failed';

/** What a document is, in a line. */
export interface DocumentSummary {
  readonly documentId: string;
  readonly municipalityCode: string;
  readonly municipality: string;
  readonly fiscalYear: number | null;
  readonly title: string | null;
  readonly grammar: string;
  readonly grammarVersion: string;
  readonly pages: number;
  readonly items: number;
  readonly warnings: number;
}

export interface FileReport {
  readonly path: string;
  readonly status: FileStatus;
  /** Absent when the file could not be read, and for a copy of such a file. */
  readonly document?: DocumentSummary;
  readonly failure?: Failure;
  /** Parts that could not be read though the document was. */
  readonly problems: readonly Failure[];
  /** What else the user should know, a sentence each. */
  readonly notes: readonly string[];
}

export interface IngestOptions {
  readonly pool: Pool;
  readonly stdin: Readable;
  /** Absent with --dry-run. */
  readonly db?: Database;
  /** Names the program and grammars: documents stored by another reader are read again. */
  readonly reader: string;
  readonly grammar?: string;
  /** The most that is read of one file. */
  readonly megabytes?: number | undefined;
  readonly jobs: number;
  readonly onPage?: (path: string, page: number, total: number) => void;
}

/** The program and every grammar that has a say in how a document is read. */
export function readerName(digest: string, grammars: readonly LoadedGrammar[], chosen: string | undefined): string {
  const versions = grammars.filter((grammar) => chosen === undefined || grammar.id === chosen).map((grammar) => [grammar.id, grammar.version]);
  return createHash('sha256').update(JSON.stringify([digest, chosen ?? null, versions])).digest('hex').slice(0, 16);
}

type Begun =
  | { readonly kind: 'unopened'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'copy'; readonly path: string; readonly request: ReadRequest }
  | { readonly kind: 'known'; readonly path: string; readonly request: ReadRequest; readonly stored: StoredDocument }
  | { readonly kind: 'ended'; readonly path: string; readonly request: ReadRequest; readonly outcome: ReadOutcome };

/** How many documents may wait, read, behind a slow one: enough to keep every job busy, few enough to hold. */
const AHEAD_PER_JOB = 4;

export async function* ingestFiles(inputs: readonly Input[], options: IngestOptions): AsyncGenerator<FileReport> {
  const seen = new Set<string>();
  const before = new Set(options.db === undefined ? [] : selectDocuments(options.db));
  const reports = new Map<string, FileReport>();
  for await (const begun of inOrder(inputs, options.jobs * AHEAD_PER_JOB, (input) => begin(input, options, seen))) {
    if (begun.kind === 'unopened') {
      yield { path: begun.path, status: 'failed', failure: begun.failure, problems: [], notes: [] };
      continue;
    }
    const { sha256 } = begun.request;
    const first = reports.get(sha256);
    const report = begun.kind === 'copy' && first !== undefined ? copyOf(first, begun, options) : finish(begun, options, before);
    reports.set(sha256, first ?? report);
    yield report;
  }
}

async function begin(input: Input, options: IngestOptions, seen: Set<string>): Promise<{ result: Promise<Begun> }> {
  const { path } = input;
  const opened = await readInput(input, options.stdin, options);
  if (!opened.ok) return settled({ kind: 'unopened', path, failure: opened.failure });
  const request = opened.value;
  if (seen.has(request.sha256)) return settled({ kind: 'copy', path, request });
  seen.add(request.sha256);
  const stored = options.db === undefined ? undefined : findDocument(options.db, request.sha256.slice(0, 12));
  if (stored?.reader === options.reader && stored.sha256 === request.sha256) return settled({ kind: 'known', path, request, stored });
  const reading = options.pool.read(request, (page, total) => options.onPage?.(path, page, total));
  return { result: reading.then((outcome) => ({ kind: 'ended', path, request, outcome })) };
}

function settled(begun: Begun): { result: Promise<Begun> } {
  return { result: Promise.resolve(begun) };
}

/** @param before ids of the documents stored before this run. */
function finish(begun: Exclude<Begun, { kind: 'unopened' }>, options: IngestOptions, before: ReadonlySet<string>): FileReport {
  const { path, request } = begun;
  const { db } = options;
  if (begun.kind === 'known') {
    if (db !== undefined) addSourceName(db, begun.stored.documentId, request.sourceFile);
    return { path, status: 'unchanged', document: begun.stored, problems: [], notes: [] };
  }
  if (begun.kind === 'copy') throw new Error(`${path}: a copy before its original`);
  const { outcome } = begun;
  if (outcome.kind === 'failed') {
    return { path, status: 'failed', failure: outcome.failure, problems: [], notes: db === undefined ? [] : keptRows(db, request, before) };
  }
  const document = summaryOf(outcome.records.document);
  if (db === undefined) return { path, status: 'read', document, problems: outcome.problems, notes: [] };
  try {
    const status = writeDocument(db, outcome.records, options.reader);
    const stored = findDocument(db, document.documentId) ?? { ...document, sourceFile: request.sourceFile };
    return { path, status, document: stored, problems: outcome.problems, notes: otherVersions(db, stored, before) };
  } catch (error) {
    const failure = error instanceof ChohyoError ? error.failure : databaseFailure(db.name, error);
    // A database that cannot be written will not take the next document either.
    if (failure.code.startsWith('E_DB_')) throw new ChohyoError(failure, { cause: error });
    return { path, status: 'failed', failure, problems: outcome.problems, notes: keptRows(db, request, before) };
  }
}

function copyOf(first: FileReport, begun: Extract<Begun, { kind: 'copy' }>, options: IngestOptions): FileReport {
  const { path, request } = begun;
  if (first.failure !== undefined) return { ...first, path };
  if (options.db !== undefined && first.document !== undefined) addSourceName(options.db, first.document.documentId, request.sourceFile);
  return { ...first, path, status: 'copy', notes: [`the same file as ${first.path}: one document, stored once`] };
}

/** What a failed reading leaves in place: the same bytes read before, or an earlier file of the same name. */
function keptRows(db: Database, request: ReadRequest, before: ReadonlySet<string>): readonly string[] {
  const same = findDocument(db, request.sha256.slice(0, 12));
  if (same !== undefined) return [`the rows of an earlier reading stay: document ${same.documentId}, items: ${same.items}`];
  return findDocumentsNamed(db, request.sourceFile)
    .filter((document) => before.has(document.documentId))
    .map((document) => `the rows of an earlier file of this name stay: document ${document.documentId}, items: ${document.items}`);
}

/** A corrected file keeps its name but not its bytes: both documents are stored now, and the user should know. */
function otherVersions(db: Database, document: DocumentSummary & { readonly sourceFile: string }, before: ReadonlySet<string>): readonly string[] {
  const isVersion = (other: StoredDocument): boolean =>
    other.documentId !== document.documentId &&
    other.municipalityCode === document.municipalityCode &&
    other.fiscalYear === document.fiscalYear &&
    other.title === document.title;
  return findDocumentsNamed(db, document.sourceFile)
    .filter((other) => before.has(other.documentId) && isVersion(other))
    .map((other) => `an earlier file of this name is stored too: document ${other.documentId}, items: ${other.items}`);
}

function summaryOf(document: Extract<ReadOutcome, { kind: 'read' }>['records']['document']): DocumentSummary {
  return {
    documentId: document.document_id,
    municipalityCode: document.municipality_code,
    municipality: document.municipality,
    fiscalYear: document.fiscal_year,
    title: document.title,
    grammar: document.grammar,
    grammarVersion: document.grammar_version,
    pages: document.pages,
    items: document.items,
    warnings: document.warnings,
  };
}
