/** Rows out of the database, in an order that depends only on what is stored. */
import { z } from 'zod';
import { diagnosticSchema, type DiagnosticRow, type TableName } from '../model/records.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { documentOrder, rowsOfDocument } from './views.js';

export type SqlValue = string | number | null;
/** One row of a contract table, its keys in the contract's order. */
export type Row = Readonly<Record<string, SqlValue>>;

/** Which documents: by six-digit code or name of the municipality, by the western year. */
export interface DocumentFilter {
  readonly municipality?: string;
  readonly year?: number;
  /** Superseded documents too. */
  readonly all?: boolean;
}

/** What the database knows of a document before it is read again. */
export interface StoredDocument {
  readonly documentId: string;
  readonly sourceFile: string;
  readonly sha256: string;
  readonly reader: string;
  readonly municipalityCode: string;
  readonly municipality: string;
  readonly fiscalYear: number | null;
  readonly title: string | null;
  readonly grammar: string;
  readonly grammarVersion: string;
  readonly pages: number;
  readonly items: number;
  readonly warnings: number;
  readonly sourcePath: string;
  readonly supersededBy: string | null;
}

const storedDocuments = `SELECT documents.*, document.reader AS reader
FROM documents JOIN document ON document.document_id = documents.document_id`;

export function findDocument(db: Database, documentId: string): StoredDocument | undefined {
  const found: unknown = prepared(db, `${storedDocuments} WHERE documents.document_id = ?`).get(documentId);
  return found === undefined ? undefined : storedDocument(rowOf(found));
}

/** Documents that were found under this path: a corrected file keeps its name but not its bytes. */
export function findDocumentsAt(db: Database, path: string): readonly StoredDocument[] {
  return db
    .prepare(`${storedDocuments} WHERE documents.document_id IN (SELECT document_id FROM source WHERE path = ?)
ORDER BY documents.document_id`)
    .all(path)
    .map((found) => storedDocument(rowOf(found)));
}

/** Every document that is held, superseded ones too, in the order of every exported table. */
export function listDocuments(db: Database): readonly StoredDocument[] {
  return selectDocuments(db, { all: true }).flatMap((id) => findDocument(db, id) ?? []);
}

/** Ids of the documents asked for, in the order of every exported table. */
export function selectDocuments(db: Database, filter: DocumentFilter = {}): readonly string[] {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (filter.municipality !== undefined) {
    conditions.push('(document.municipality_code = ? OR document.municipality = ?)');
    values.push(filter.municipality, filter.municipality);
  }
  if (filter.year !== undefined) {
    conditions.push('document.fiscal_year = ?');
    values.push(filter.year);
  }
  if (filter.all !== true) conditions.push('document.superseded_by IS NULL');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return db
    .prepare(`SELECT document_id FROM document ${where} ORDER BY ${documentOrder}`)
    .pluck()
    .all(...values)
    .map(String);
}

/** Municipalities and years that are stored, as `136421 名 2023`: for a message when a filter finds nothing. */
export function listMunicipalities(db: Database): readonly string[] {
  return db
    .prepare(`SELECT DISTINCT municipality_code || ' ' || municipality || ' ' || coalesce(fiscal_year, '?') FROM document ORDER BY 1`)
    .pluck()
    .all()
    .map(String);
}

/** Rows of a contract table, a document at a time. */
export function* tableRows(db: Database, table: TableName, documentIds: readonly string[]): Generator<Row> {
  const statement = prepared(db, rowsOfDocument(table));
  for (const id of documentIds) {
    // All of a document at once: a statement left half-way, where the output failed, would keep the database open.
    for (const row of statement.all(id)) yield rowOf(row);
  }
}

/**
 * The same rows as lists of values, in the order of the table's columns: a table of thirty columns takes SQLite's library longer to make
 * objects of than to read.
 */
export function* tableLists(db: Database, table: TableName, documentIds: readonly string[]): Generator<readonly SqlValue[]> {
  const statement = prepared(db, rowsOfDocument(table), 'list');
  for (const id of documentIds) {
    for (const list of statement.all(id)) {
      if (!isList(list)) throw new TypeError('a row that is not a list of texts and numbers');
      yield list;
    }
  }
}

const diagnosticsSchema = z.array(diagnosticSchema);

/** Warnings and errors of a document, in their order. */
export function findDiagnostics(db: Database, documentId: string): readonly DiagnosticRow[] {
  const rows = diagnosticsSchema.parse([...tableRows(db, 'diagnostics', [documentId])]);
  return rows.filter(({ severity }) => severity !== 'info');
}

/** Glyphs of a document that were kept out of every value, by reason. */
export function excludedGlyphs(db: Database, documentId: string): Readonly<Record<string, number>> {
  const rows = db.prepare('SELECT reason, glyphs FROM excluded WHERE document_id = ? ORDER BY reason').all(documentId).map(rowOf);
  return Object.fromEntries(rows.map((row) => [String(row['reason']), Number(row['glyphs'])]));
}

function storedDocument(row: Row): StoredDocument {
  const text = (column: string): string => String(row[column]);
  const year = row['fiscal_year'];
  const title = row['title'];
  return {
    documentId: text('document_id'),
    sourceFile: text('source_file'),
    sha256: text('source_sha256'),
    reader: text('reader'),
    municipalityCode: text('municipality_code'),
    municipality: text('municipality'),
    fiscalYear: typeof year === 'number' ? year : null,
    title: typeof title === 'string' ? title : null,
    grammar: text('grammar'),
    grammarVersion: text('grammar_version'),
    pages: Number(row['pages']),
    items: Number(row['items']),
    warnings: Number(row['warnings']),
    sourcePath: text('source_path'),
    supersededBy: row['superseded_by'] === null ? null : text('superseded_by'),
  };
}

/** SQLite hands rows over untyped: STRICT tables hold text, numbers and NULL, nothing else. */
export function rowOf(found: unknown): Row {
  if (!isRow(found)) throw new TypeError('a row that is not an object of texts and numbers');
  return found;
}

const isValue = (value: unknown): value is SqlValue => typeof value === 'string' || typeof value === 'number' || value === null;

function isRow(found: unknown): found is Row {
  return typeof found === 'object' && found !== null && Object.values(found).every(isValue);
}

function isList(found: unknown): found is readonly SqlValue[] {
  return Array.isArray(found) && found.every(isValue);
}
