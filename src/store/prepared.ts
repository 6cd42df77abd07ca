/** Statements that are asked again for every document, prepared once for each database. */
import type SqliteDatabase from 'better-sqlite3';
import { once } from '../model/once.js';
import type { Database } from './database.js';

/** What a row is given as: an object, its first column alone, or a list of its columns. */
export type RowShape = 'object' | 'value' | 'list';

const statements = once((_db: Database) => new Map<string, SqliteDatabase.Statement>());

export function prepared(db: Database, sql: string, shape: RowShape = 'object'): SqliteDatabase.Statement {
  const known = statements(db);
  const key = `${shape} ${sql}`;
  let statement = known.get(key);
  if (statement === undefined) {
    statement = db.prepare(sql);
    if (shape === 'value') statement.pluck();
    if (shape === 'list') statement.raw();
    known.set(key, statement);
  }
  return statement;
}
