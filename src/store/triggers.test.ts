/** What a program finds that opens the database as SQLite does by itself: without foreign keys. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { rawDatabase } from '../../tests/support/sqlite.js';
import { openForWriting, type Database } from './database.js';
import { keepTables } from './found-tables.js';
import { rowOf } from './read.js';
import { writeDocument } from './write.js';

let folder: string;
let db: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-triggers-'));
  const path = join(folder, 'a.sqlite');
  const own = openForWriting(path);
  if (!own.ok) throw new Error(own.failure.message);
  for (const seed of ['1', '2']) writeDocument(own.value, withEverything(seed), 'reader');
  own.value.prepare('UPDATE document SET superseded_by = ? WHERE document_id = ?').run(idOf('1'), idOf('2'));
  own.value.prepare("INSERT INTO item_link VALUES (?, ?, 1, 'title')").run(`${idOf('2')}-1-1`, `${idOf('1')}-1-1`);
  for (const seed of ['1', '2']) {
    const { document } = sampleRecords({ seed });
    const tables = [{ page: 1, bbox: [0, 0, 9, 9] as const, rows: [['a']], spans: [], confidence: 1 }];
    keepTables(own.value, { sha256: document.source_sha256, sourceFile: 'a.pdf', sourcePath: 'a.pdf', problems: [], reader: 'reader', tables });
  }
  own.value.close();
  db = rawDatabase(path);
  db.pragma('foreign_keys = OFF');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (seed: string): string => sampleRecords({ seed }).document.document_id;

/** A row in every table, with its place. */
function withEverything(seed: string): ReturnType<typeof sampleRecords> {
  const records = sampleRecords({ seed });
  const id = records.document.document_id;
  const item = `${id}-1-1`;
  const owner = { document_id: id, sheet_no: 1, item_id: item };
  const node = (number: string, parent: string | null) => ({
    node_id: `${id}-p${number}`,
    document_id: id,
    parent_id: parent === null ? null : `${id}-p${parent}`,
    level: '施策',
    number,
    title: null,
    description: null,
    indicator_nos: null,
    page: 1,
  });
  const place = (table: (typeof records.provenance)[number]['table'], key: string) => ({
    table,
    id: key,
    field: 'raw',
    part: 1,
    page: 1,
    x0: 0,
    top: 0,
    x1: 1,
    bottom: 1,
    raw: '',
    document_id: id,
    basis: null,
  });
  return {
    ...records,
    plan_nodes: [node('1', null), node('2', '1'), node('3', '2')],
    series: [
      {
        ...owner,
        series_no: 1,
        section: null,
        row_label: null,
        column_label: null,
        fiscal_year: null,
        kind: null,
        raw: '1',
        value: 1,
        unit: null,
        amount_yen: null,
        note: null,
        series_id: `${id}-1-s1`,
      },
    ],
    ratings: [{ item_id: item, rating_no: 1, aspect: null, raw: 'A', level: null, reason: null, rating_id: `${item}-r1` }],
    fields: [{ ...owner, field_no: 1, section: null, label: '対象', raw: '市民', field_id: `${id}-1-f1` }],
    provenance: [
      ...records.provenance,
      place('series', `${id}-1-s1`),
      place('ratings', `${item}-r1`),
      place('fields', `${id}-1-f1`),
      place('measures', `${item}-1`),
      place('sheets', `${id}-1`),
      place('plan_nodes', `${id}-p3`),
    ],
  };
}

/** How many rows each table has that speaks of a document, by its name. */
function counts(id: string): Readonly<Record<string, number>> {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all().map(String);
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map(rowOf)
        .filter((row) => Object.values(row).some((value) => String(value).startsWith(id))).length,
    ]),
  );
}

describe('with foreign keys off', () => {
  it('a deleted document takes every row with it, and what it superseded is current again', () => {
    db.exec(`DELETE FROM document WHERE document_id = '${idOf('1')}'`);
    const left = Object.entries(counts(idOf('1'))).filter(([table, rows]) => rows > 0 && !/^(tabled_document|found_table|table_\w+)$/.test(table));
    expect(left).toEqual([]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.prepare('SELECT document_id, superseded_by FROM documents').raw().all()).toEqual([[idOf('2'), null]]);
    expect(db.prepare('SELECT count(*) FROM items').pluck().get()).toBe(1);
    expect(db.prepare('SELECT count(*) FROM plan_node').pluck().get()).toBe(3);
  });

  it('the views by which people know documents can be deleted from', () => {
    db.exec(`DELETE FROM documents WHERE document_id = '${idOf('1')}'; DELETE FROM table_documents WHERE document_id = '${idOf('1')}'`);
    expect(Object.values(counts(idOf('1'))).every((rows) => rows === 0)).toBe(true);
    expect(db.prepare('SELECT count(*) FROM table_cells').pluck().get()).toBe(1);
  });

  it('a deleted item takes its rows and their places, and leaves its sheet', () => {
    db.exec(`DELETE FROM item WHERE item_id = '${idOf('1')}-1-1'`);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(
      db
        .prepare(`SELECT "table" FROM place WHERE document_id = '${idOf('1')}' ORDER BY 1`)
        .pluck()
        .all(),
    ).toEqual(['plan_nodes', 'sheets']);
  });

  it('a deleted node of a plan takes all the nodes below it', () => {
    db.exec(`DELETE FROM plan_node WHERE node_id = '${idOf('1')}-p1'`);
    expect(
      db
        .prepare(`SELECT count(*) FROM plan_node WHERE document_id = '${idOf('1')}'`)
        .pluck()
        .get(),
    ).toBe(0);
    expect(
      db
        .prepare(`SELECT count(*) FROM place WHERE "table" = 'plan_nodes' AND document_id = '${idOf('1')}'`)
        .pluck()
        .get(),
    ).toBe(0);
  });
});
