import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import type { DocumentRecords } from '../model/records.js';
import { openForWriting, type Database } from './database.js';
import { betterOf, mergeDatabase } from './merge.js';
import { ownTables } from './own-tables.js';
import { selectDocuments, tableRows } from './read.js';
import { tableNames } from './views.js';
import { writeDocument } from './write.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function database(name: string, documents: readonly DocumentRecords[] = []): { readonly db: Database; readonly path: string } {
  const path = join(folder, name);
  const opened = openForWriting(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  for (const records of documents) writeDocument(opened.value, records, 'reader 1');
  return { db: opened.value, path };
}

/** Every table as exported. */
const rowsOf = (db: Database): unknown => tableNames.map((table) => [...tableRows(db, table, selectDocuments(db))]);

const one = sampleRecords({ seed: '1' });
const two = sampleRecords({ seed: '2' });
const three = sampleRecords({ seed: '3' });

const reread = (records: DocumentRecords, version: string, title = '別の題'): DocumentRecords => ({
  ...records,
  document: { ...records.document, grammar_version: version },
  items: records.items.map((item) => ({ ...item, title })),
});

describe('merging databases', () => {
  it('gives what one run over all would have stored, in whatever order, and again changes nothing', () => {
    const whole = database('whole', [one, two, three]);
    const [a, b] = [database('a', [one]), database('b', [three, two])];
    for (const [name, parts] of [
      ['ab', [a, b]],
      ['ba', [b, a]],
      ['aba', [a, b, a]],
    ] as const) {
      const { db } = database(name);
      for (const { path } of parts) mergeDatabase(db, path);
      expect(rowsOf(db), name).toEqual(rowsOf(whole.db));
    }
  });

  it('says which documents were new, and which were there', () => {
    const { db } = database('out', [one]);
    expect(mergeDatabase(db, database('in', [one, two]).path)).toEqual({ added: [two.document.document_id], same: [one.document.document_id], conflicts: [] });
  });

  it('brings the names of a document together', () => {
    const { db } = database('out', [sampleRecords({ seed: '1', sourceFile: 'b.pdf' })]);
    mergeDatabase(db, database('in', [sampleRecords({ seed: '1', sourceFile: 'a.pdf' })]).path);
    expect([...tableRows(db, 'documents', selectDocuments(db))][0]?.['source_file']).toBe('a.pdf');
  });

  it.each([
    ['1.9.0', '1.10.0', 'theirs'],
    ['2.0.0', '1.10.0', 'ours'],
  ])('keeps the newer version of the grammar where two read a document differently: %s or %s', (ours, theirs, kept) => {
    const { db } = database('out', [reread(one, ours, '甲')]);
    const { conflicts } = mergeDatabase(db, database('in', [reread(one, theirs, '乙')]).path);
    expect(conflicts).toMatchObject([{ documentId: one.document.document_id, sourceFile: one.document.source_file, kept }]);
    expect([...tableRows(db, 'items', selectDocuments(db))].map((row) => row['title'])).toEqual([kept === 'ours' ? '甲' : '乙']);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('decides the same whoever is merged into whom', () => {
    const a = { documentId: 'x', grammar: 'g', version: '1', leftOver: 5, digest: 'aa' };
    const b = { ...a, digest: 'bb' };
    const c = { ...a, leftOver: 4, digest: 'cc' };
    const d = { ...a, version: '2', leftOver: 9, digest: 'dd' };
    const e = { ...d, grammar: 'other' };
    for (const [better, worse] of [
      [a, b],
      [c, a],
      [d, c],
      [a, e],
    ] as const) {
      expect(betterOf(better, worse).kept).toBe('ours');
      expect(betterOf(worse, better).kept).toBe('theirs');
      expect(betterOf(worse, better).because).toBe(betterOf(better, worse).because);
    }
  });

  it('changes nothing when the other database cannot be read to its end', () => {
    const { db } = database('out', [one]);
    const before = rowsOf(db);
    const { path, db: broken } = database('in', [two]);
    broken.exec('PRAGMA foreign_keys = OFF; ALTER TABLE measure RENAME COLUMN label TO other');
    expect(() => mergeDatabase(db, path)).toThrow('label');
    expect(rowsOf(db)).toEqual(before);
  });

  it('carries along tables that were added to the schema: of a document, of an item, between items, of their own', () => {
    const more = `
      CREATE TABLE footnote (document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE, note_no INTEGER, text TEXT, PRIMARY KEY (document_id, note_no)) STRICT;
      CREATE TABLE remark (item_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE, text TEXT) STRICT;
      CREATE TABLE pair (item_id TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE, other_id TEXT NOT NULL REFERENCES item ON DELETE CASCADE) STRICT;
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT) STRICT;`;
    const [out, other] = [database('out', [one]), database('in', [one, two])];
    for (const { db } of [out, other]) db.exec(more);
    const [document, item, first] = [two.document.document_id, two.items[0]?.item_id, one.items[0]?.item_id];
    other.db.prepare('INSERT INTO footnote VALUES (?, 1, ?)').run(document, 'a');
    other.db.prepare('INSERT INTO remark VALUES (?, ?)').run(item, 'b');
    other.db.prepare('INSERT INTO pair VALUES (?, ?)').run(item, first);
    other.db.exec("INSERT INTO setting VALUES ('x', 'theirs'), ('y', 'a')");
    out.db.exec("INSERT INTO setting VALUES ('x', 'ours'), ('y', 'b')");
    mergeDatabase(out.db, other.path);
    mergeDatabase(out.db, other.path);
    const all = (table: string): unknown => out.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all();
    expect([all('footnote'), all('remark'), all('pair'), all('setting')]).toEqual([
      [[document, 1, 'a']],
      [[item, 'b']],
      [[item, first]],
      [
        ['x', 'theirs'],
        ['y', 'b'],
      ],
    ]);
    expect(out.db.pragma('foreign_key_check')).toEqual([]);
  });

  it("knows every table of the schema as a document's, a name's, or none's", () => {
    const { documents, names } = ownTables(database('out').db);
    expect(documents.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['document', 'sheet', 'item', 'measure', 'indicator', 'indicator_value', 'plan_node', 'place', 'diagnostic', 'excluded']),
    );
    expect(documents[0]?.name).toBe('document');
    expect(names.map(({ name }) => name)).toEqual(['source']);
  });
});
