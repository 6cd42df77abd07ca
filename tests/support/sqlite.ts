/** A database as SQLite has it, past `openForReading`: in the version of better-sqlite3 that this Node runs. */
import type { Database } from '../../src/store/database.js';
import { loadSqlite } from '../../src/store/sqlite.js';

export function rawDatabase(path: string, options: { readonly readonly?: boolean } = {}): Database {
  const sqlite = loadSqlite();
  if (!sqlite.ok) throw new Error(sqlite.failure.message);
  return new sqlite.value(path, options);
}
