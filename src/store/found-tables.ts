/** Tables of any PDF, kept without a grammar: `chohyo tables --db`. One transaction a document. */
import { z } from 'zod';
import type { ErrorCode, Failure } from '../model/errors.js';
import type { PrintedTable } from '../reader/document-tables.js';
import type { Database } from './database.js';
import { rowOf, type Row } from './read.js';

/** One PDF with its tables, as they are to be kept. */
export interface TabledDocument {
  readonly sha256: string;
  readonly sourceFile: string;
  readonly sourcePath: string;
  /** As `1,3-5`; absent: all pages were looked at. */
  readonly pageList?: string | undefined;
  /** Pages that could not be read, though others were. */
  readonly problems: readonly Failure[];
  /** Names the program and the options that have a say in what is found. */
  readonly reader: string;
  readonly tables: readonly PrintedTable[];
}

/** What is known of a PDF whose tables are kept. */
export interface KeptTables {
  readonly documentId: string;
  readonly sha256: string;
  readonly sourcePath: string;
  readonly reader: string;
  readonly tables: number;
  readonly problems: readonly Failure[];
}

export type KeepResult = 'stored' | 'replaced' | 'unchanged';

/** Another reading of the same bytes is replaced; the same reading again only notes where the file lies now. */
export function keepTables(db: Database, document: TabledDocument): KeepResult {
  const id = document.sha256.slice(0, 12);
  const keep = db.transaction((): KeepResult => {
    const before = findKeptTables(db, id);
    if (before?.reader === document.reader) {
      moveKeptTables(db, id, document);
      return 'unchanged';
    }
    db.prepare('DELETE FROM tabled_document WHERE document_id = ?').run(id);
    insertDocument(db, id, document);
    return before === undefined ? 'stored' : 'replaced';
  });
  return keep.immediate();
}

/** The file lies under this path now. */
export function moveKeptTables(db: Database, documentId: string, place: Pick<TabledDocument, 'sourceFile' | 'sourcePath'>): void {
  db.prepare('UPDATE tabled_document SET source_file = ?, source_path = ? WHERE document_id = ? AND source_path <> ?').run(
    place.sourceFile,
    place.sourcePath,
    documentId,
    place.sourcePath,
  );
}

function insertDocument(db: Database, id: string, { sha256, sourceFile, sourcePath, pageList, problems, reader, tables }: TabledDocument): void {
  db.prepare(
    'INSERT INTO tabled_document (document_id, source_sha256, source_file, source_path, page_list, problems, reader) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, sha256, sourceFile, sourcePath, pageList ?? null, JSON.stringify(problems), reader);
  const insertTable = db.prepare(
    'INSERT INTO found_table (table_id, document_id, table_no, page_first, page_last, rows, columns, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertCell = db.prepare('INSERT INTO table_cell (table_id, row_no, column_no, row_span, column_span, text) VALUES (?, ?, ?, ?, ?, ?)');
  const insertPlace = db.prepare(
    'INSERT INTO table_place (table_id, position, row_no, column_no, part, page, x0, top, x1, bottom, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [index, table] of tables.entries()) {
    const tableId = `${id}-t${index + 1}`;
    const parts = table.parts ?? [{ page: table.page, bbox: table.bbox }];
    insertTable.run(tableId, id, index + 1, table.page, parts.at(-1)?.page ?? table.page, table.rows.length, table.rows[0]?.length ?? 0, table.confidence);
    const spans = new Map(table.spans.map(([row, column, rows, columns]) => [`${row} ${column}`, { rows, columns }]));
    for (const [row, texts] of table.rows.entries()) {
      for (const [column, text] of texts.entries()) {
        const span = spans.get(`${row} ${column}`);
        if (text !== null) insertCell.run(tableId, row + 1, column + 1, span?.rows ?? 1, span?.columns ?? 1, text);
      }
    }
    let position = 0;
    for (const [part, { page, bbox }] of parts.entries()) insertPlace.run(tableId, (position += 1), null, null, part + 1, page, ...bbox, null);
    for (const { row, column, part, page, bbox, raw } of table.places ?? [])
      insertPlace.run(tableId, (position += 1), row + 1, column + 1, part, page, ...bbox, raw);
  }
}

const kept = `SELECT document_id, source_sha256, source_path, reader, problems,
  (SELECT count(*) FROM found_table WHERE found_table.document_id = tabled_document.document_id) AS tables FROM tabled_document`;

export function findKeptTables(db: Database, documentId: string): KeptTables | undefined {
  const found: unknown = db.prepare(`${kept} WHERE document_id = ?`).get(documentId);
  return found === undefined ? undefined : keptTablesOf(rowOf(found));
}

/** Ids of other documents that were found under this path. */
export function keptAt(db: Database, path: string, documentId: string): readonly string[] {
  return db
    .prepare('SELECT document_id FROM tabled_document WHERE source_path = ? AND document_id <> ? ORDER BY document_id')
    .pluck()
    .all(path, documentId)
    .map(String);
}

/** In the order of the views. */
export function listKeptTables(db: Database): readonly KeptTables[] {
  return db
    .prepare(`${kept} ORDER BY source_path, document_id`)
    .all()
    .map((found) => keptTablesOf(rowOf(found)));
}

export function removeKeptTables(db: Database, documentId: string): void {
  db.prepare('DELETE FROM tabled_document WHERE document_id = ?').run(documentId);
}

const failuresSchema: z.ZodType<readonly Failure[]> = z.array(
  z.object({ code: z.custom<ErrorCode>((code) => typeof code === 'string' && code.startsWith('E_')), message: z.string(), remedy: z.string() }),
);

function keptTablesOf(row: Row): KeptTables {
  const text = (column: string): string => String(row[column]);
  return {
    documentId: text('document_id'),
    sha256: text('source_sha256'),
    sourcePath: text('source_path'),
    reader: text('reader'),
    tables: Number(row['tables']),
    problems: failuresSchema.parse(JSON.parse(text('problems'))),
  };
}
