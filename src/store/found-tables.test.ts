import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintedTable } from '../reader/document-tables.js';
import { openForWriting, type Database } from './database.js';
import { keepTables, listKeptTables, type TabledDocument } from './found-tables.js';
import { mergeDatabase } from './merge.js';
import { otherViews } from './other-views.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-tables-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function database(name: string): Database {
  const opened = openForWriting(join(folder, name));
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

/**
 * │ 施設 │ 利用 │   page 1
 * │ 図書館    │   page 2: one cell across both columns
 */
const table: PrintedTable = {
  page: 1,
  bbox: [10, 20, 110, 60],
  rows: [
    ['施設', '利用'],
    ['図書館', null],
  ],
  spans: [[1, 0, 1, 2]],
  confidence: 0.75,
  parts: [
    { page: 1, bbox: [10, 20, 110, 60] },
    { page: 2, bbox: [10, 20, 110, 40] },
  ],
  places: [{ row: 1, column: 0, part: 1, page: 2, bbox: [10, 20, 110, 40], raw: '図書\n館' }],
};

const document = (seed: string, more: Partial<TabledDocument> = {}): TabledDocument => ({
  sha256: createHash('sha256').update(seed).digest('hex'),
  sourceFile: 'a.pdf',
  sourcePath: `${seed}/a.pdf`,
  problems: [],
  reader: 'reader 1',
  tables: [table],
  ...more,
});

const rows = (db: Database, sql: string): unknown[] => db.prepare(sql).raw().all();

describe('kept tables', () => {
  it('have their cells, counted from 1, and the places of table and cells', () => {
    const db = database('a');
    expect(keepTables(db, document('1'))).toBe('stored');
    expect(rows(db, 'SELECT table_no, page_first, page_last, rows, columns, confidence FROM found_tables')).toEqual([[1, 1, 2, 2, 2, 0.75]]);
    expect(rows(db, 'SELECT row_no, column_no, row_span, column_span, text FROM table_cells')).toEqual([
      [1, 1, 1, 1, '施設'],
      [1, 2, 1, 1, '利用'],
      [2, 1, 1, 2, '図書館'],
    ]);
    expect(rows(db, 'SELECT row_no, column_no, part, page, x0, top, x1, bottom, raw FROM table_places')).toEqual([
      [null, null, 1, 1, 10, 20, 110, 60, null],
      [null, null, 2, 2, 10, 20, 110, 40, null],
      [2, 1, 1, 2, 10, 20, 110, 40, '図書\n館'],
    ]);
  });

  it('stay as they are when the same reader comes again, and give way to another reading', () => {
    const db = database('a');
    keepTables(db, document('1'));
    expect(keepTables(db, document('1', { sourcePath: 'moved/a.pdf', tables: [] }))).toBe('unchanged');
    expect(listKeptTables(db)).toMatchObject([{ sourcePath: 'moved/a.pdf', tables: 1 }]);
    expect(keepTables(db, document('1', { reader: 'reader 2', tables: [] }))).toBe('replaced');
    expect(rows(db, 'SELECT tables FROM table_documents')).toEqual([[0]]);
    expect(rows(db, 'SELECT count(*) FROM table_cell')).toEqual([[0]]);
  });

  it('say what could not be read of the file', () => {
    const db = database('a');
    keepTables(db, document('1', { problems: [{ code: 'E_NO_TEXT_LAYER', message: 'page 2: an image without text', remedy: 'Add a text layer.' }] }));
    expect(rows(db, 'SELECT problems FROM table_documents')).toEqual([['page 2: an image without text']]);
    expect(listKeptTables(db)[0]?.problems).toHaveLength(1);
  });

  it('are merged a document as a whole, whichever database comes first', () => {
    const [a, b] = [database('a'), database('b')];
    keepTables(a, document('1'));
    keepTables(b, document('1', { reader: 'reader 2', tables: [table, table] }));
    keepTables(b, document('2'));
    for (const [out, order] of [
      ['ab', ['a', 'b']],
      ['ba', ['b', 'a']],
    ] as const) {
      const db = database(out);
      for (const name of order) mergeDatabase(db, join(folder, name));
      expect(
        listKeptTables(db).map(({ sourcePath, tables }) => [sourcePath, tables]),
        out,
      ).toEqual([
        ['1/a.pdf', 2],
        ['2/a.pdf', 1],
      ]);
      expect(db.pragma('foreign_key_check')).toEqual([]);
    }
  });
});

it('every view beside the contract tables gives exactly the columns that are described', () => {
  const db = database('a');
  for (const [view, { columns }] of Object.entries(otherViews)) {
    expect(
      db
        .prepare(`SELECT * FROM ${view}`)
        .columns()
        .map(({ name }) => name),
      view,
    ).toEqual(Object.keys(columns));
  }
});
