/** Files → their tables, in the order given; into the database too where one is named. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Failure } from '../model/errors.js';
import type { PrintedTable, TableSettings, TablesOutcome, TablesRequest } from '../reader/document-tables.js';
import type { Pool } from '../reader/pool.js';
import type { ReadRequest } from '../reader/types.js';
import type { Database } from '../store/database.js';
import { findKeptTables, keepTables, keptAt, moveKeptTables, type KeepResult } from '../store/found-tables.js';
import { inOrder } from './in-order.js';
import { readInput, sourcePathOf, type Input } from './inputs.js';

/** What decides which tables are found, beside the file and the program. */
export interface FindingOptions {
  readonly pages?: readonly number[] | undefined;
  readonly splitPages: boolean;
  readonly settings?: TableSettings | undefined;
}

export interface TableFilesOptions extends FindingOptions {
  readonly pool: Pool;
  readonly stdin: Readable;
  readonly jobs: number;
  /** The most that is read of one file. */
  readonly megabytes?: number | undefined;
  /** Where the tables are kept; `program` names the version of the program. */
  readonly keep?: { readonly db: Database; readonly program: string };
  readonly onPage?: (path: string, page: number, total: number) => void;
}

export interface TablesReport {
  readonly path: string;
  /** Absent: the file could not be read, or (`unchanged`) was not read again. */
  readonly tables?: readonly PrintedTable[];
  /** How many there are. */
  readonly count: number;
  readonly failure?: Failure;
  /** Pages that could not be read, though others were. */
  readonly problems: readonly Failure[];
  readonly documentId?: string;
  /** `copy`: the same bytes as an earlier file of this run. */
  readonly kept?: KeepResult | 'copy';
  /** What else the user should know, a sentence each. */
  readonly notes: readonly string[];
}

interface Run {
  readonly options: TableFilesOptions;
  /** SHA-256 of every file begun, and what came of those that are done. */
  readonly seen: Set<string>;
  readonly reports: Map<string, TablesReport>;
}

/** What is kept already is not read again: its report has no tables. */
export async function* tableFiles(inputs: readonly Input[], options: TableFilesOptions): AsyncGenerator<TablesReport> {
  const run: Run = { options, seen: new Set(), reports: new Map() };
  for await (const finish of inOrder(inputs, options.jobs * AHEAD_PER_JOB, (input) => begin(input, run))) yield finish();
}

/** How many documents may wait, read, behind a slow one. */
const AHEAD_PER_JOB = 4;

/** What is written is written when the file's turn comes: the order of the results is the order of the inputs. */
type Finish = () => TablesReport;

async function begin(input: Input, { options, seen, reports }: Run): Promise<{ result: Promise<Finish> }> {
  const { path } = input;
  const opened = await readInput(input, options.stdin, { megabytes: options.megabytes });
  if (!opened.ok) return settled(() => ({ path, count: 0, failure: opened.failure, problems: [], notes: [] }));
  const request = opened.value;
  const { sha256 } = request;
  const { keep, pages } = options;
  if (keep === undefined) return { result: options.pool.tables(wantedOf(request, options), onPage).then((outcome) => () => reportOf(path, outcome)) };

  if (seen.has(sha256)) return settled(() => copyOf(path, reports.get(sha256)));
  seen.add(sha256);
  const kept = (report: TablesReport): TablesReport => {
    reports.set(sha256, report);
    return report;
  };
  const place = { sourceFile: request.sourceFile, sourcePath: sourcePathOf(input) };
  const documentId = sha256.slice(0, 12);
  const reader = readerOf(keep.program, options);
  const held = findKeptTables(keep.db, documentId);
  if (held?.reader === reader) {
    return settled(() => {
      moveKeptTables(keep.db, documentId, place);
      return kept({ path, count: held.tables, problems: held.problems, documentId, kept: 'unchanged', notes: [] });
    });
  }
  const reading = options.pool.tables({ ...wantedOf(request, options), places: true }, onPage);
  return {
    result: reading.then((outcome) => () => {
      if (outcome.kind === 'failed') return kept(reportOf(path, outcome));
      const { tables, problems } = outcome;
      const notes = keptAt(keep.db, place.sourcePath, documentId).map(
        (other) => `tables of another file of this name are kept too: document ${other}; "chohyo remove" takes it out`,
      );
      const result = keepTables(keep.db, { sha256, ...place, pageList: pages === undefined ? undefined : pageListOf(pages), problems, reader, tables });
      return kept({ ...reportOf(path, outcome), documentId, kept: result, notes });
    }),
  };

  function onPage(page: number, total: number): void {
    options.onPage?.(path, page, total);
  }
}

const settled = (finish: Finish): { result: Promise<Finish> } => ({ result: Promise.resolve(finish) });

/** What a worker is asked for. */
function wantedOf(request: ReadRequest, { pages, splitPages, settings }: FindingOptions): TablesRequest {
  return { ...request, ...(pages === undefined ? {} : { pages }), ...(settings === undefined ? {} : { settings }), splitPages };
}

function reportOf(path: string, outcome: TablesOutcome): TablesReport {
  if (outcome.kind === 'failed') return { path, count: 0, failure: outcome.failure, problems: [], notes: [] };
  const { tables, problems } = outcome;
  return { path, tables, count: tables.length, problems, notes: [] };
}

function copyOf(path: string, first: TablesReport | undefined): TablesReport {
  if (first === undefined) throw new Error(`${path}: a copy before its original`);
  if (first.failure !== undefined) return { ...first, path };
  return { ...first, path, kept: 'copy', notes: [`the same file as ${first.path}: its tables are kept once`] };
}

function readerOf(program: string, { pages, splitPages, settings }: FindingOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([program, pages ?? null, splitPages, ...(settings === undefined ? [] : [settings])]))
    .digest('hex')
    .slice(0, 16);
}

/** [1, 3, 4, 5] → `1,3-5`. */
export function pageListOf(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}
