/** Databases that earlier versions wrote are brought up to date, and lose nothing on the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { openForReading, openForWriting, type Database } from './database.js';
import { tableRows } from './read.js';
import { APPLICATION_ID, migrations, SCHEMA_VERSION } from './schema.js';
import { otherViews } from './other-views.js';
import { tableNames } from './views.js';
import { writeDocument } from './write.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(path: string): Database {
  const result = openForWriting(path);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The sample document as version 1 held it: its tables alone, filled with what they share with today's. */
function writeVersion1(path: string): void {
  const today = opened(join(folder, 'today.sqlite'));
  writeDocument(today, sampleRecords(), 'reader');
  today.close();
  const db = opened(path);
  db.pragma('foreign_keys = OFF');
  for (const view of [...tableNames, ...Object.keys(otherViews)]) db.exec(`DROP VIEW IF EXISTS ${view}`);
  for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all())
    db.exec(`DROP TABLE "${String(name)}"`);
  db.exec(migrations[0] ?? '');
  db.exec(`ATTACH '${join(folder, 'today.sqlite')}' AS today`);
  for (const name of db.prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all().map(String)) {
    const columns = db
      .prepare(`SELECT name FROM pragma_table_info('${name}')`)
      .pluck()
      .all()
      .map((column) => `"${String(column)}"`)
      .join(', ');
    db.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM today."${name}"`);
  }
  db.exec('DETACH today');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  db.close();
}

it('a database of version 1 keeps its rows, and its indicator values get the keys that their places name', () => {
  const path = join(folder, 'old.sqlite');
  writeVersion1(path);
  const db = opened(path);
  const id = sampleRecords().document.document_id;
  expect(Number(db.pragma('user_version', { simple: true }))).toBe(SCHEMA_VERSION);
  expect([...tableRows(db, 'items', [id])].map(({ item_id, result }) => [item_id, result])).toEqual([[`${id}-1-1`, '「はい」, と言われた。']]);
  expect([...tableRows(db, 'indicators', [id])].map(({ indicator_id }) => indicator_id)).toEqual([`${id}-1-1`, `${id}-1-2`]);
  expect([...tableRows(db, 'provenance', [id])].map(({ field, basis, document_id }) => [field, basis, document_id])).toEqual([['rating', null, id]]);
  expect([...tableRows(db, 'series', [id])]).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

it('is brought up to date for a reader too', () => {
  const path = join(folder, 'old.sqlite');
  writeVersion1(path);
  const read = openForReading(path);
  expect(read.ok).toBe(true);
  if (read.ok) read.value.close();
});
