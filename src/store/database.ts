/** Opens the database: makes a new one, brings an old one up to date, leaves everyone else's alone. */
import { statSync } from 'node:fs';
import type SqliteDatabase from 'better-sqlite3';
import type { Result } from '../model/errors.js';
import { databaseFailure, foreignDatabase, missingDatabase, newerDatabase } from './failures.js';
import { APPLICATION_ID, migrations, SCHEMA_VERSION } from './schema.js';
import { loadSqlite } from './sqlite.js';
import { otherViews } from './other-views.js';
import { createTriggers } from './triggers.js';
import { createView, tableNames } from './views.js';

export type Database = SqliteDatabase.Database;

/** How long to wait for another chohyo that is writing to the same database, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;

/** Opens for reading only. `E_DB_MISSING`, `E_DB_FOREIGN`, `E_DB_NEWER`, `E_SQLITE_ADDON`. */
export function openForReading(path: string): Result<Database> {
  if (!exists(path)) return { ok: false, failure: missingDatabase(path) };
  return open(path, { readonly: true, fileMustExist: true }, (db) => {
    const identity = identify(db, path);
    if (!identity.ok) return identity;
    if (identity.value === 'empty') {
      return { ok: false, failure: foreignDatabase(path, 'is empty, not a database of chohyo') };
    }
    if (identity.value === SCHEMA_VERSION) return { ok: true, value: db };
    // An older schema: only a writer can bring it up to date.
    db.close();
    const writable = openForWriting(path);
    if (!writable.ok) return writable;
    writable.value.close();
    return openForReading(path);
  });
}

/** Opens for writing, makes the file and migrates it where needed. `E_DB_FOREIGN`, `E_DB_NEWER`, `E_DB_UNWRITABLE`, `E_SQLITE_ADDON`. */
export function openForWriting(path: string): Result<Database> {
  return open(path, {}, (db) => {
    const identity = identify(db, path);
    if (!identity.ok) return identity;
    db.pragma('foreign_keys = ON');
    migrate(db, identity.value === 'empty' ? 0 : identity.value);
    return { ok: true, value: db };
  });
}

function open(path: string, options: SqliteDatabase.Options, prepare: (db: Database) => Result<Database>): Result<Database> {
  const sqlite = loadSqlite();
  if (!sqlite.ok) return sqlite;
  let db: Database | undefined;
  try {
    if (isDirectory(path)) return { ok: false, failure: foreignDatabase(path, 'is a folder') };
    db = new sqlite.value(path, { ...options, timeout: BUSY_TIMEOUT_MS });
    const opened = prepare(db);
    if (!opened.ok) db.close();
    return opened;
  } catch (error) {
    db?.close();
    return { ok: false, failure: databaseFailure(path, error) };
  }
}

/** The schema version of one of our databases, or `empty` for a file without a single table. */
function identify(db: Database, path: string): Result<number | 'empty'> {
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const application = Number(db.pragma('application_id', { simple: true }));
  const version = Number(db.pragma('user_version', { simple: true }));
  if (application === APPLICATION_ID) {
    if (version > SCHEMA_VERSION) return { ok: false, failure: newerDatabase(path, version, SCHEMA_VERSION) };
    return { ok: true, value: version };
  }
  if (tables === 0 && application === 0) return { ok: true, value: 'empty' };
  return { ok: false, failure: foreignDatabase(path, 'is a SQLite database of another program') };
}

function migrate(db: Database, from: number): void {
  if (from === SCHEMA_VERSION) return;
  const run = db.transaction(() => {
    // Views name columns and tables that a migration may drop: they are made anew after it.
    for (const view of [...tableNames, ...Object.keys(otherViews)]) db.exec(`DROP VIEW IF EXISTS ${view}`);
    // So is the index for search, when documents come or are searched.
    db.exec('DROP VIEW IF EXISTS search_items; DROP TABLE IF EXISTS item_search');
    for (const migration of migrations.slice(from)) db.exec(migration);
    for (const table of tableNames) db.exec(createView(table));
    for (const [view, { query }] of Object.entries(otherViews)) db.exec(`CREATE VIEW ${view} AS ${query}`);
    createTriggers(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
  run.immediate();
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
