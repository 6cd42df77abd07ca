/** Files → read documents → the database, one report a file in the order given. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { LoadedGrammar } from '../grammar/load.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import type { Pool } from '../reader/pool.js';
import type { ReadOutcome, ReadRequest } from '../reader/types.js';
import type { Database } from '../store/database.js';
import { databaseFailure } from '../store/failures.js';
import { applyCorrections, type Correction } from '../given/corrections.js';
import { applyFacts } from '../given/apply-facts.js';
import type { Facts } from '../given/facts.js';
import type { DiagnosticRow, KeptRecords } from '../model/records.js';
import { groupOf, replaceOlder, settleGroup } from '../store/collection.js';
import { forgetFailure, hasFailed, knownFailure, rememberFailure } from '../store/failed-files.js';
import { findDiagnostics, findDocument, findDocumentsAt, selectDocuments, type StoredDocument } from '../store/read.js';
import { findCorrections, findGiven, saveGiven } from '../store/said.js';
import { addSource, isAtPlace, keepSources, writeDocument, type SourcePlace } from '../store/write.js';
import { inOrder } from './in-order.js';
import { readInput, sourcePathOf, type Input } from './inputs.js';

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
  /** The document that is current instead of this one. */
  readonly supersededBy: string | null;
}

/** What the reading found worth a look: a warning or an error, with its place. */
export type ReportedFinding = Pick<DiagnosticRow, 'severity' | 'code' | 'message' | 'page' | 'x0' | 'top' | 'x1' | 'bottom'>;

export interface FileReport {
  readonly path: string;
  readonly status: FileStatus;
  /** Absent when the file could not be read, and for a copy of such a file. */
  readonly document?: DocumentSummary;
  readonly failure?: Failure;
  /** True where the file failed before, and neither it nor the program changed since: it was not read again. */
  readonly remembered?: boolean;
  readonly findings: readonly ReportedFinding[];
  /** As many findings about values as items, or more: that the file was read at all does not say that it was read right. */
  readonly doubtful: boolean;
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
  readonly factsOf?: (path: string) => Facts;
  readonly corrections?: readonly Correction[];
  readonly jobs: number;
  readonly onPage?: (path: string, page: number, total: number) => void;
}

/** The program and every grammar that has a say in how a document is read. */
export function readerName(digest: string, grammars: readonly LoadedGrammar[], chosen: string | undefined): string {
  const versions = grammars.filter((grammar) => chosen === undefined || grammar.id === chosen).map((grammar) => [grammar.id, grammar.version]);
  return createHash('sha256')
    .update(JSON.stringify([digest, chosen ?? null, versions]))
    .digest('hex')
    .slice(0, 16);
}

type Begun =
  | { readonly kind: 'unopened'; readonly path: string; readonly failure: Failure }
  | { readonly kind: 'copy'; readonly file: OpenedFile }
  | { readonly kind: 'known'; readonly file: OpenedFile; readonly stored: StoredDocument }
  | { readonly kind: 'remembered'; readonly file: OpenedFile; readonly failure: Failure }
  | { readonly kind: 'ended'; readonly file: OpenedFile; readonly outcome: ReadOutcome };

/** One file's bytes with everything that has a say in what they become. */
interface OpenedFile {
  readonly path: string;
  readonly request: ReadRequest;
  readonly place: SourcePlace;
  readonly facts: Facts;
  readonly corrections: readonly Correction[];
  /** The program, the grammars, and what people said about this file. */
  readonly reader: string;
}

/** What happened so far in this run. */
interface Run {
  readonly options: IngestOptions;
  readonly reports: Map<string, FileReport>;
  /** SHA-256 of every file begun. */
  readonly seen: Set<string>;
  /** Ids of the documents stored before this run. */
  readonly before: ReadonlySet<string>;
  /** Paths under which each document was found in this run. */
  readonly paths: Map<string, string[]>;
}

/** How many documents may wait, read, behind a slow one: enough to keep every job busy, few enough to hold. */
const AHEAD_PER_JOB = 4;

export async function* ingestFiles(inputs: readonly Input[], options: IngestOptions): AsyncGenerator<FileReport> {
  const before = new Set(options.db === undefined ? [] : selectDocuments(options.db, { all: true }));
  const run: Run = { options, reports: new Map(), seen: new Set(), before, paths: new Map() };
  for await (const begun of inOrder(inputs, options.jobs * AHEAD_PER_JOB, (input) => begin(input, run))) {
    if (begun.kind === 'unopened') {
      yield failed(begun.path, begun.failure);
      continue;
    }
    const { sha256 } = begun.file.request;
    const first = run.reports.get(sha256);
    const report = begun.kind === 'copy' && first !== undefined ? copyOf(first, begun.file, run) : finish(begun, run);
    run.reports.set(sha256, first ?? report);
    yield report;
  }
}

async function begin(input: Input, run: Run): Promise<{ result: Promise<Begun> }> {
  const { path } = input;
  const { options, seen } = run;
  const facts = options.factsOf?.(path) ?? {};
  const grammar = options.grammar ?? facts.grammar;
  const opened = await readInput(input, options.stdin, { ...options, ...(grammar === undefined ? {} : { grammar }) });
  if (!opened.ok) return settled({ kind: 'unopened', path, failure: opened.failure });
  const file = openedFile(input, opened.value, facts, options);
  const { request } = file;
  if (seen.has(request.sha256)) return settled({ kind: 'copy', file });
  seen.add(request.sha256);
  if (options.db !== undefined) {
    const stored = findDocument(options.db, request.sha256.slice(0, 12));
    if (stored?.reader === file.reader && stored.sha256 === request.sha256) return settled({ kind: 'known', file, stored });
    const failure = knownFailure(options.db, request.sha256, file.reader);
    if (failure !== undefined) return settled({ kind: 'remembered', file, failure });
  }
  const reading = options.pool.read(request, (page, total) => options.onPage?.(path, page, total));
  return { result: reading.then((outcome) => ({ kind: 'ended', file, outcome })) };
}

function openedFile(input: Input, request: ReadRequest, given: Facts, options: IngestOptions): OpenedFile {
  const { sha256 } = request;
  const facts = { ...(options.db === undefined ? {} : findGiven(options.db, sha256)), ...given };
  const kept = options.db === undefined ? [] : findCorrections(options.db, sha256);
  const corrections = kept.length > 0 ? kept : (options.corrections ?? []).filter((correction) => correction.source_sha256 === sha256);
  const grammar = options.grammar ?? facts.grammar;
  const said = { facts: { ...facts, url: undefined, retrievedOn: undefined }, corrections };
  const isPlain = corrections.length === 0 && Object.values(said.facts).every((value) => value === undefined);
  return {
    path: input.path,
    request: grammar === undefined ? request : { ...request, grammar },
    place: { path: sourcePathOf(input), url: facts.url, retrievedOn: facts.retrievedOn },
    facts,
    corrections,
    reader: isPlain
      ? options.reader
      : createHash('sha256')
          .update(JSON.stringify([options.reader, said]))
          .digest('hex')
          .slice(0, 16),
  };
}

function settled(begun: Begun): { result: Promise<Begun> } {
  return { result: Promise.resolve(begun) };
}

function failed(path: string, failure: Failure, more: Partial<FileReport> = {}): FileReport {
  return { path, status: 'failed', failure, findings: [], doubtful: false, problems: [], notes: [], ...more };
}

function finish(begun: Exclude<Begun, { kind: 'unopened' }>, run: Run): FileReport {
  const { file } = begun;
  const { path, request } = file;
  const { db } = run.options;
  if (begun.kind === 'copy') throw new Error(`${path}: a copy before its original`);
  if (begun.kind === 'known') {
    if (db === undefined) throw new Error(`${path}: known without a database`);
    return unmoved(file, begun.stored, run, db) ?? placed(file, 'unchanged', [], run, db);
  }
  if (begun.kind === 'remembered') {
    if (db !== undefined) rememberFailure(db, { path: file.place.path, sha256: request.sha256, failure: begun.failure }, file.reader);
    return failed(path, begun.failure, { remembered: true });
  }
  const { outcome } = begun;
  if (outcome.kind === 'failed') {
    if (db === undefined) return failed(path, outcome.failure);
    rememberFailure(db, { path: file.place.path, sha256: request.sha256, failure: outcome.failure }, file.reader);
    return failed(path, outcome.failure, { notes: keptRows(db, file, run.before) });
  }
  const records = applyCorrections(applyFacts(outcome.records, file.facts), file.corrections);
  if (db === undefined) return { ...described(path, 'read', summaryOf(records.document), findingsOf(records.diagnostics)), problems: outcome.problems };
  try {
    const status = db
      .transaction(() => {
        saveGiven(db, request.sha256, file.facts);
        return writeDocument(db, records, file.reader, file.place);
      })
      .immediate();
    return placed(file, status, outcome.problems, run, db);
  } catch (error) {
    const failure = error instanceof ChohyoError ? error.failure : databaseFailure(db.name, error);
    // A database that cannot be written will not take the next document either.
    if (failure.code.startsWith('E_DB_')) throw new ChohyoError(failure, { cause: error });
    return failed(path, failure, { problems: outcome.problems, notes: keptRows(db, file, run.before) });
  }
}

/** The report of a document that is held as it was and where it was: nothing of the collection changes with it. */
function unmoved({ path, request, place }: OpenedFile, stored: StoredDocument, run: Run, db: Database): FileReport | undefined {
  const id = request.sha256.slice(0, 12);
  if (run.paths.has(id) || hasFailed(db, place.path) || !isAtPlace(db, id, place)) return undefined;
  run.paths.set(id, [place.path]);
  return { ...described(path, 'unchanged', stored, findDiagnostics(db, id)), notes: currentNotes(stored, db) };
}

/** A stored document takes its place among the others: its path, what it supersedes, what supersedes it. */
function placed(file: OpenedFile, status: FileStatus, problems: readonly Failure[], run: Run, db: Database): FileReport {
  const { path, request, place } = file;
  const id = request.sha256.slice(0, 12);
  const older = db.transaction(() => {
    forgetFailure(db, place.path);
    const paths = [...(run.paths.get(id) ?? []), place.path];
    run.paths.set(id, paths);
    addSource(db, id, place);
    keepSources(db, id, paths);
    const replaced = replaceOlder(db, id, place, new Set(run.paths.keys()));
    const group = groupOf(db, id);
    if (group !== undefined) settleGroup(db, group);
    return replaced;
  })();
  const stored = findDocument(db, id);
  if (stored === undefined) throw new Error(`${path}: stored, and not there`);
  const notes = older.map((other) => `supersedes an earlier file of this name or address: document ${other}, items: ${findDocument(db, other)?.items ?? 0}`);
  return { ...described(path, status, stored, findDiagnostics(db, id)), problems, notes: [...notes, ...currentNotes(stored, db)] };
}

function currentNotes({ supersededBy }: StoredDocument, db: Database): readonly string[] {
  if (supersededBy === null) return [];
  return [`the same sheet as ${findDocument(db, supersededBy)?.sourcePath ?? supersededBy}, in other bytes: that one is current`];
}

function described(path: string, status: FileStatus, document: DocumentSummary, findings: readonly ReportedFinding[]): FileReport {
  const ofValues = findings.filter(({ code }) => !ofDocument.has(code)).length;
  return { path, status, document, findings, doubtful: ofValues > 0 && ofValues >= document.items, problems: [], notes: [] };
}

/** What these say concerns the document as a whole: its values may all be right. */
const ofDocument: ReadonlySet<string> = new Set(['W_YEAR_MISSING', 'W_TITLE_NOT_PRINTED', 'W_GIVEN_DIFFERS', 'W_SAME_SHEET']);

function findingsOf(diagnostics: KeptRecords['diagnostics']): readonly ReportedFinding[] {
  return diagnostics.filter(({ severity }) => severity !== 'info');
}

function copyOf(first: FileReport, file: OpenedFile, run: Run): FileReport {
  const { path, place } = file;
  const { db } = run.options;
  if (first.failure !== undefined) {
    if (db !== undefined) rememberFailure(db, { path: place.path, sha256: file.request.sha256, failure: first.failure }, file.reader);
    return { ...first, path };
  }
  if (db !== undefined && first.document !== undefined) {
    forgetFailure(db, place.path);
    run.paths.get(first.document.documentId)?.push(place.path);
    addSource(db, first.document.documentId, place);
  }
  return { ...first, path, status: 'copy', notes: [`the same file as ${first.path}: one document, stored once`] };
}

/** What a failed reading leaves in place: the same bytes read before, or an earlier file of the same name. */
function keptRows(db: Database, { request, place }: OpenedFile, before: ReadonlySet<string>): readonly string[] {
  const same = findDocument(db, request.sha256.slice(0, 12));
  if (same !== undefined) return [`the rows of an earlier reading stay: document ${same.documentId}, items: ${same.items}`];
  return findDocumentsAt(db, place.path)
    .filter((document) => before.has(document.documentId))
    .map((document) => `the rows of an earlier file of this name stay: document ${document.documentId}, items: ${document.items}`);
}

function summaryOf(document: KeptRecords['document']): DocumentSummary {
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
    supersededBy: null,
  };
}
