/** The database to write into, for commands that cannot go on without it. */
import { ChohyoError } from '../model/errors.js';
import { openForWriting, type Database } from '../store/database.js';

/** Throws `E_DB_…`. */
export function openDatabase(path: string): Database {
  const opened = openForWriting(path);
  if (!opened.ok) throw new ChohyoError(opened.failure);
  return opened.value;
}
