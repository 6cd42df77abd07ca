/**
 * The database's tables, one migration a schema version (`user_version`), and what marks a file as
 * one of ours (`application_id`). Base tables are named in the singular; the plural names belong to
 * the views that carry the CSV columns (see `views.ts`).
 */
import { version1 } from './migrations/version-1.js';
import { version2 } from './migrations/version-2.js';
import { version3 } from './migrations/version-3.js';

/** "CHOH" in ASCII: written to the SQLite header so that other programs' databases are left alone. */
export const APPLICATION_ID = 0x43484f48;

/** `migrations[n]` takes a database from version n to n + 1. A published one never changes. */
export const migrations: readonly string[] = [version1, version2, version3];

export const SCHEMA_VERSION = migrations.length;
