/** What could not be read, remembered until the file or the program changes. */
import { isErrorCode, type ErrorCode, type Failure } from '../model/errors.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowOf } from './read.js';

export interface FailedFile {
  readonly path: string;
  readonly sha256: string;
  readonly failure: Failure;
}

/** Failures of the moment, not of the file: another run, with other limits, may do better. */
function isPassing(code: ErrorCode): boolean {
  return code.startsWith('E_LIMIT_') || ['E_INTERNAL', 'E_GRAMMAR', 'E_UNKNOWN_GRAMMAR'].includes(code);
}

/** @param reader names the program and the grammars that could not read it. */
export function rememberFailure(db: Database, { path, sha256, failure }: FailedFile, reader: string): void {
  db.prepare(
    `INSERT INTO failure (path, source_sha256, code, message, remedy, reader) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET source_sha256 = excluded.source_sha256, code = excluded.code, message = excluded.message, remedy = excluded.remedy, reader = excluded.reader`,
  ).run(path, sha256, failure.code, failure.message, failure.remedy, reader);
}

/** Is a failure remembered of a file at this path? */
export function hasFailed(db: Database, path: string): boolean {
  return prepared(db, 'SELECT 1 FROM failure WHERE path = ?', 'value').get(path) !== undefined;
}

/** The file at this path was read, or is gone. */
export function forgetFailure(db: Database, path: string): boolean {
  return prepared(db, 'DELETE FROM failure WHERE path = ?').run(path).changes > 0;
}

/** How these bytes failed under this reader, where trying again is of no use. */
export function knownFailure(db: Database, sha256: string, reader: string): Failure | undefined {
  const found: unknown = prepared(db, 'SELECT * FROM failure WHERE source_sha256 = ? AND reader = ? LIMIT 1').get(sha256, reader);
  if (found === undefined) return undefined;
  const { failure } = failedFileOf(found);
  return isPassing(failure.code) ? undefined : failure;
}

export function listFailures(db: Database): readonly FailedFile[] {
  return db.prepare('SELECT * FROM failure ORDER BY path').all().map(failedFileOf);
}

function failedFileOf(found: unknown): FailedFile {
  const row = rowOf(found);
  const text = (column: string): string => String(row[column]);
  const code = text('code');
  return {
    path: text('path'),
    sha256: text('source_sha256'),
    failure: { code: isErrorCode(code) ? code : 'E_INTERNAL', message: text('message'), remedy: text('remedy') },
  };
}
