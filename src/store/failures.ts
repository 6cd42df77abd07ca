/** SQLite's errors in the words of someone who only gave a file name. */
import type { Failure } from '../model/errors.js';

export function missingDatabase(path: string): Failure {
  return {
    code: 'E_DB_MISSING',
    message: `no database at ${path}`,
    remedy: 'Make one with "chohyo ingest PATH… --db FILE", or name another with --db.',
  };
}

export function foreignDatabase(path: string, why: string): Failure {
  return {
    code: 'E_DB_FOREIGN',
    message: `${path} ${why}`,
    remedy: 'It was left untouched: name another file with --db.',
  };
}

export function newerDatabase(path: string, version: number, known: number): Failure {
  return {
    code: 'E_DB_NEWER',
    message: `${path} was written by a newer chohyo (schema ${version}, this one knows ${known})`,
    remedy: 'Update chohyo, or name another file with --db.',
  };
}

function unwritable(path: string, why: string): Failure {
  return {
    code: 'E_DB_UNWRITABLE',
    message: `cannot write the database ${path}: ${why}`,
    remedy: 'Name a file in a folder that exists and that you may write to, with --db.',
  };
}

/** Any error thrown while a database is opened, read or written. */
export function databaseFailure(path: string, error: unknown): Failure {
  if (isSqliteError(error)) {
    if (error.code === 'SQLITE_NOTADB') return foreignDatabase(path, 'is not a SQLite database');
    if (error.code.startsWith('SQLITE_CORRUPT')) return foreignDatabase(path, 'is a damaged SQLite database');
    if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      return {
        code: 'E_DB_UNWRITABLE',
        message: `${path} is in use by another program`,
        remedy: 'Wait until it is done, then run the command again.',
      };
    }
    if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL|AUTH)/.test(error.code)) return unwritable(path, error.message);
  }
  // better-sqlite3's own complaint when the folder does not exist.
  if (error instanceof TypeError && /director/.test(error.message)) {
    return unwritable(path, 'its folder does not exist');
  }
  return {
    code: 'E_INTERNAL',
    message: `the database ${path}: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Please report this, with the output of the same command and --debug.',
  };
}

/** Either version's `SqliteError`: known by name, so that neither need be loaded to tell. */
function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === 'SqliteError' && 'code' in error && typeof error.code === 'string';
}
