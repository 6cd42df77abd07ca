/**
 * The library: what the command line does, for programs. Everything else under `dist` may change from version to version.
 *
 * ```js
 * import { readPdf, tables, ingest } from 'chohyo';
 * ```
 */
import { createHash } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { run } from './cli/main.js';
import { loadBuiltinGrammars, loadGrammarFile, type LoadedGrammar } from './grammar/load.js';
import { ChohyoError } from './model/errors.js';
import { documentTables, type PrintedTable } from './reader/document-tables.js';
import { readDocument } from './reader/read-document.js';
import type { ReadOutcome, ReadRequest } from './reader/types.js';

export { ChohyoError, type ErrorCode, type Failure } from './model/errors.js';
export type * from './model/records.js';
export type { PrintedTable } from './reader/document-tables.js';
export type { ReadOutcome } from './reader/types.js';

export interface ReadOptions {
  /** As it will stand in `source_file`. */
  readonly name?: string;
  /** Id of a grammar, or path of a grammar file; without it the format is recognised. */
  readonly grammar?: string;
}

/** The records of one PDF, or why it could not be read. Throws `ChohyoError` for a grammar that is not there or wrong. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadOutcome> {
  const { grammar } = options;
  const isFile = grammar !== undefined && /\.ya?ml$/i.test(grammar);
  const grammars: LoadedGrammar[] = isFile ? [valueOf(await loadGrammarFile(grammar))] : [...valueOf(await loadBuiltinGrammars())];
  const wanted = isFile ? grammars[0]?.id : grammar;
  return readDocument({ ...requestOf(bytes, options.name), ...(wanted === undefined ? {} : { grammar: wanted }) }, grammars);
}

/** Every table of one PDF, no grammar needed. Throws `ChohyoError` when the file cannot be read. */
export async function tables(
  bytes: Uint8Array,
  options: { readonly name?: string; readonly pages?: readonly number[]; readonly splitPages?: boolean } = {},
): Promise<readonly PrintedTable[]> {
  const { pages, splitPages } = options;
  const outcome = await documentTables({ ...requestOf(bytes, options.name), splitPages: splitPages ?? false, ...(pages === undefined ? {} : { pages }) });
  if (outcome.kind === 'failed') throw new ChohyoError(outcome.failure);
  return outcome.tables;
}

export interface IngestResult {
  /** As the command's: 0 all is well, 3 some inputs could not be read, 4 none could. */
  readonly status: number;
  /** One object a file, as `chohyo ingest --json` prints them. */
  readonly files: readonly unknown[];
  /** One object an error, as it prints them. */
  readonly errors: readonly unknown[];
}

/** `chohyo ingest PATH… --db FILE`, with any other of its options as on the command line. */
export async function ingest(paths: readonly string[], options: { readonly db: string; readonly args?: readonly string[] }): Promise<IngestResult> {
  const files: string[] = [];
  const errors: string[] = [];
  const into = (list: string[]): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        list.push(chunk.toString('utf8'));
        done();
      },
    });
  const status = await run(['ingest', ...paths, '--db', options.db, '--json', ...(options.args ?? [])], {
    stdin: new PassThrough().end(),
    stdout: into(files),
    stderr: into(errors),
    env: {},
  });
  const objects = (texts: readonly string[]): readonly unknown[] =>
    texts
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): unknown => JSON.parse(line));
  return { status, files: objects(files), errors: objects(errors) };
}

function requestOf(bytes: Uint8Array, name = 'document.pdf'): ReadRequest {
  return { bytes, sourceFile: name, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ConstructorParameters<typeof ChohyoError>[0] },
): T {
  if (!result.ok) throw new ChohyoError(result.failure);
  return result.value;
}
