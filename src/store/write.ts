/** DocumentRecords → rows, one transaction a document: all of it is stored, or nothing changes. */
import { createHash } from 'node:crypto';
import { ChohyoError } from '../model/errors.js';
import type { DocumentRecords, TableName } from '../model/records.js';
import { contradictions } from './contradictions.js';
import type { Database } from './database.js';
import { ownColumns } from './views.js';

export type WriteResult = 'stored' | 'replaced' | 'unchanged';

type SqlValue = string | number | null;
type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * Stores what one document became. The rows of an earlier reading of the same bytes are replaced,
 * unless they say the same. Throws `E_INTERNAL` for records that contradict themselves, and what
 * SQLite throws (see `databaseFailure`); either way the database stays as it was.
 *
 * @param reader names the program and the grammars that read the document.
 */
export function writeDocument(db: Database, records: DocumentRecords, reader: string): WriteResult {
  const contradiction = contradictions(records)[0];
  if (contradiction !== undefined) {
    throw new ChohyoError({
      code: 'E_INTERNAL',
      message: `${records.document.source_file}: its records contradict each other: ${contradiction}`,
      remedy: 'Nothing of it was stored. Please report this with the file.',
    });
  }
  const write = db.transaction((): WriteResult => {
    const id = records.document.document_id;
    const digest = digestOf(records);
    const stored = db.prepare('SELECT digest FROM document WHERE document_id = ?').pluck().get(id);
    if (stored === digest) {
      db.prepare('UPDATE document SET reader = ? WHERE document_id = ?').run(reader, id);
      addSourceName(db, id, records.document.source_file);
      return 'unchanged';
    }
    if (stored === undefined) {
      insertDocument(db, records, reader, digest);
    } else {
      const names = sourceNames(db, id);
      db.prepare('DELETE FROM document WHERE document_id = ?').run(id);
      insertDocument(db, records, reader, digest);
      for (const name of names) addSourceName(db, id, name);
    }
    addSourceName(db, id, records.document.source_file);
    return stored === undefined ? 'stored' : 'replaced';
  });
  return write.immediate();
}

/** Remembers another name of a stored document. True when it was not known. */
export function addSourceName(db: Database, documentId: string, name: string): boolean {
  return db.prepare('INSERT OR IGNORE INTO source (document_id, name) VALUES (?, ?)').run(documentId, name).changes > 0;
}

export function sourceNames(db: Database, documentId: string): readonly string[] {
  return db.prepare('SELECT name FROM source WHERE document_id = ? ORDER BY name').pluck().all(documentId).map(String);
}

/** What the records say apart from the file's name, which may differ from copy to copy. */
function digestOf(records: DocumentRecords): string {
  const text = JSON.stringify(records, (key, value: unknown) => (key === 'source_file' ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

function insertDocument(db: Database, records: DocumentRecords, reader: string, digest: string): void {
  const { document } = records;
  const id = document.document_id;
  const numbered = <Row extends object>(rows: readonly Row[]): readonly (Row & { position: number })[] =>
    rows.map((row, index) => ({ ...row, position: index + 1 }));

  insert(db, 'document', [...ownColumns('documents'), 'reader', 'digest'], [{ ...document, reader, digest }]);
  insert(db, 'sheet', own('sheets'), numbered(records.sheets));
  insert(db, 'item', own('items'), numbered(records.items));
  insert(db, 'measure', own('measures'), numbered(records.measures));
  insertIndicators(db, records);
  insert(db, 'plan_node', own('plan_nodes'), numbered(records.plan_nodes));
  insert(db, 'series_value', own('series'), numbered(records.series));
  insert(db, 'item_rating', own('ratings'), numbered(records.ratings));
  insert(db, 'labelled_field', own('fields'), numbered(records.fields));
  insert(db, 'place', own('provenance'), numbered(records.provenance.map((row) => ({ ...row, ...hundredths(row) }))));
  insert(db, 'diagnostic', own('diagnostics'), numbered(records.diagnostics.map((row) => ({ ...row, ...hundredths(row) }))));
  const excluded = Object.entries(records.excluded).map(([reason, glyphs]) => ({ document_id: id, reason, glyphs }));
  insert(db, 'excluded', ['document_id', 'reason', 'glyphs'], excluded);
}

/** An indicator's values stand one a row in the records; its name and description are kept once. */
function insertIndicators(db: Database, records: DocumentRecords): void {
  const ordinals = new Map<string, number>();
  const indicators: SqlRow[] = [];
  const values: SqlRow[] = [];
  for (const [index, row] of records.indicators.entries()) {
    const { document_id, indicator_no, name, unit, description, related } = row;
    const key = JSON.stringify([indicator_no, name, unit, description, related]);
    let ordinal = ordinals.get(key);
    if (ordinal === undefined) {
      ordinal = ordinals.size + 1;
      ordinals.set(key, ordinal);
      indicators.push({ document_id, ordinal, indicator_no, name, unit, description, related });
    }
    values.push({ ...row, ordinal, position: index + 1 });
  }
  insert(db, 'indicator', ['document_id', 'ordinal', 'indicator_no', 'name', 'unit', 'description', 'related'], indicators);
  insert(db, 'indicator_value', ['ordinal', ...own('indicators')], values);
}

const own = (table: TableName): readonly string[] => [...ownColumns(table), 'position'];

function insert(db: Database, table: string, columns: readonly string[], rows: readonly SqlRow[]): void {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = db.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) statement.run(columns.map((column) => row[column] ?? null));
}

interface Corners<T> {
  readonly x0: T;
  readonly top: T;
  readonly x1: T;
  readonly bottom: T;
}

/** Boxes to a hundredth of a point: finer digits are noise of the arithmetic, not of the page. */
function hundredths<T extends number | null>(box: Corners<T>): Corners<number | null> {
  const round = (value: T): number | null => (value === null ? null : Math.round(value * 100) / 100 + 0);
  return { x0: round(box.x0), top: round(box.top), x1: round(box.x1), bottom: round(box.bottom) };
}
