import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { rawDatabase } from '../../tests/support/sqlite.js';
import { openForReading, openForWriting, type Database } from './database.js';
import { excludedGlyphs, findDocument, findDocumentsAt, selectDocuments, tableRows } from './read.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.js';
import { columnsOf, tableNames } from './views.js';
import { addSource, writeDocument } from './write.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-store-'));
  path = join(folder, 'a.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Database {
  const opened = openForWriting(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

function codeOf(result: ReturnType<typeof openForWriting>): string {
  if (!result.ok) return result.failure.code;
  result.value.close();
  return 'ok';
}

describe('the database', () => {
  it('has every contract table as a view with exactly the CSV columns in order', () => {
    const db = open();
    for (const table of tableNames) {
      expect(
        db
          .prepare(`SELECT * FROM ${table}`)
          .columns()
          .map((column) => column.name),
      ).toEqual(columnsOf(table));
    }
    db.close();
  });

  it('has only STRICT base tables and keeps foreign keys on', () => {
    const db = open();
    const lax = db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).all();
    expect(lax).toEqual([]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('carries our application_id and the schema version', () => {
    const db = open();
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    db.close();
  });

  it('opens again as it was', () => {
    const first = open();
    writeDocument(first, sampleRecords(), 'reader 1');
    first.close();
    const second = open();
    expect(selectDocuments(second)).toHaveLength(1);
    second.close();
  });

  it('leaves the SQLite database of another program untouched', () => {
    const other = rawDatabase(path);
    other.exec('CREATE TABLE theirs (a)');
    other.close();
    const before = readFileSync(path);
    expect(codeOf(openForWriting(path))).toBe('E_DB_FOREIGN');
    expect(codeOf(openForReading(path))).toBe('E_DB_FOREIGN');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('leaves a file that is no database untouched', () => {
    writeFileSync(path, 'item_id,title\n'.repeat(100));
    expect(codeOf(openForWriting(path))).toBe('E_DB_FOREIGN');
    expect(readFileSync(path, 'utf8')).toBe('item_id,title\n'.repeat(100));
  });

  it('refuses a database that a newer version wrote', () => {
    const db = open();
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    expect(codeOf(openForWriting(path))).toBe('E_DB_NEWER');
    expect(codeOf(openForReading(path))).toBe('E_DB_NEWER');
  });

  it('says that a database to read from is missing, and does not make one', () => {
    expect(codeOf(openForReading(path))).toBe('E_DB_MISSING');
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it('says that it cannot write into a folder that does not exist', () => {
    expect(codeOf(openForWriting(join(folder, 'no', 'such', 'a.sqlite')))).toBe('E_DB_UNWRITABLE');
  });

  it('does not take a folder for a database', () => {
    mkdirSync(path);
    expect(codeOf(openForWriting(path))).toBe('E_DB_FOREIGN');
  });

  it('takes an empty file as a new database to write, but not as one to read', () => {
    writeFileSync(path, '');
    expect(codeOf(openForReading(path))).toBe('E_DB_FOREIGN');
    expect(codeOf(openForWriting(path))).toBe('ok');
  });
});

describe('a stored document', () => {
  it('comes back as the rows that were read, boxes to a hundredth of a point', () => {
    const db = open();
    const records = sampleRecords();
    writeDocument(db, records, 'reader 1');
    const ids = [records.document.document_id];
    expect([...tableRows(db, 'documents', ids)]).toEqual([{ ...records.document, source_path: 'shimin.pdf' }]);
    expect([...tableRows(db, 'sheets', ids)]).toEqual(records.sheets);
    expect([...tableRows(db, 'items', ids)]).toEqual(records.items);
    expect([...tableRows(db, 'measures', ids)]).toEqual(records.measures);
    expect([...tableRows(db, 'indicators', ids)]).toEqual(records.indicators);
    expect([...tableRows(db, 'plan_nodes', ids)]).toEqual(records.plan_nodes);
    expect([...tableRows(db, 'provenance', ids)]).toEqual([{ ...records.provenance[0], x0: 100.12, bottom: 62 }]);
    expect([...tableRows(db, 'diagnostics', ids)]).toEqual([{ ...records.diagnostics[0], x1: 3.33 }]);
    expect(excludedGlyphs(db, records.document.document_id)).toEqual({ duplicate: 1, struck: 4 });
    db.close();
  });

  it('keeps an indicator once, however many values it has', () => {
    const db = open();
    writeDocument(db, sampleRecords(), 'reader 1');
    expect(db.prepare('SELECT count(*) FROM indicator').pluck().get()).toBe(1);
    expect(db.prepare('SELECT count(*) FROM indicator_value').pluck().get()).toBe(2);
    db.close();
  });

  it('does not change when the same reading is stored again', () => {
    const db = open();
    expect(writeDocument(db, sampleRecords(), 'reader 1')).toBe('stored');
    expect(writeDocument(db, sampleRecords(), 'reader 1')).toBe('unchanged');
    expect(db.prepare('SELECT count(*) FROM item').pluck().get()).toBe(1);
    db.close();
  });

  it('is replaced, rows of all tables, when it is read differently', () => {
    const db = open();
    writeDocument(db, sampleRecords(), 'reader 1');
    const other = sampleRecords({ item: { rating: 'A', rating_level: 'exceeded' } });
    expect(writeDocument(db, { ...other, measures: [], diagnostics: [] }, 'reader 2')).toBe('replaced');
    expect(db.prepare('SELECT rating FROM items').pluck().all()).toEqual(['A']);
    for (const gone of ['measure', 'diagnostic']) expect(db.prepare(`SELECT count(*) FROM ${gone}`).pluck().get()).toBe(0);
    expect(findDocument(db, other.document.document_id)?.reader).toBe('reader 2');
    db.close();
  });

  it('remembers its reader even when another reader reads the same', () => {
    const db = open();
    const records = sampleRecords();
    writeDocument(db, records, 'reader 1');
    expect(writeDocument(db, records, 'reader 2')).toBe('unchanged');
    expect(findDocument(db, records.document.document_id)?.reader).toBe('reader 2');
    db.close();
  });

  it('is one document under the smallest of its names, whichever came first', () => {
    const db = open();
    const id = sampleRecords().document.document_id;
    writeDocument(db, sampleRecords({ sourceFile: 'b.pdf' }), 'reader 1');
    expect(writeDocument(db, sampleRecords({ sourceFile: 'a.pdf' }), 'reader 1')).toBe('unchanged');
    addSource(db, id, { path: 'c.pdf' });
    expect(selectDocuments(db)).toEqual([id]);
    expect([...tableRows(db, 'items', [id])].map((row) => row['source_file'])).toEqual(['a.pdf']);
    expect(findDocumentsAt(db, 'c.pdf').map((document) => document.documentId)).toEqual([id]);
    db.close();
  });

  it('keeps its other names when it is replaced', () => {
    const db = open();
    writeDocument(db, sampleRecords({ sourceFile: 'a.pdf' }), 'reader 1');
    writeDocument(db, sampleRecords({ sourceFile: 'b.pdf', item: { rating: null, rating_level: null } }), 'reader 2');
    expect(db.prepare('SELECT name FROM source ORDER BY name').pluck().all()).toEqual(['a.pdf', 'b.pdf']);
    db.close();
  });

  it('is stored whole or not at all', () => {
    const db = open();
    const broken = sampleRecords({ measure: { item_id: 'nowhere-1-1' } });
    expect(() => writeDocument(db, broken, 'reader 1')).toThrow('belongs to no item');
    const refusedBySqlite = sampleRecords();
    const excluded = { ...refusedBySqlite.excluded, struck: 0.5 };
    expect(() => writeDocument(db, { ...refusedBySqlite, excluded }, 'reader 1')).toThrow();
    expect(db.prepare('SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM item) + (SELECT count(*) FROM source)').pluck().get()).toBe(0);
    db.close();
  });

  it('stays as it was when a later reading cannot be stored', () => {
    const db = open();
    writeDocument(db, sampleRecords(), 'reader 1');
    expect(() => writeDocument(db, sampleRecords({ item: { department: '総務部' }, measure: { item_id: 'x' } }), 'reader 2')).toThrow();
    expect(db.prepare('SELECT department FROM items').pluck().all()).toEqual(['市民部']);
    db.close();
  });
});

describe('documents', () => {
  it('stand by municipality, year and name, in whatever order they came', () => {
    const samples = [
      sampleRecords({ seed: '1', municipality: ['132144', '国分寺市'], year: 2022 }),
      sampleRecords({ seed: '2', municipality: ['132098', '町田市'], year: 2023, sourceFile: 'b.pdf' }),
      sampleRecords({ seed: '3', municipality: ['132098', '町田市'], year: 2023, sourceFile: 'a.pdf' }),
      sampleRecords({ seed: '4', municipality: ['132098', '町田市'], year: 2022 }),
    ];
    const expected = [3, 2, 1, 0].map((index) => samples[index]?.document.document_id);
    const db = open();
    for (const records of samples) writeDocument(db, records, 'reader');
    expect(selectDocuments(db)).toEqual(expected);
    expect(db.prepare('SELECT document_id FROM items').pluck().all()).toEqual(expected);
    expect(selectDocuments(db, { municipality: '132098', year: 2023 })).toEqual(expected.slice(1, 3));
    expect(selectDocuments(db, { municipality: '国分寺市' })).toEqual(expected.slice(3));
    expect(selectDocuments(db, { year: 1999 })).toEqual([]);
    db.close();
  });
});
