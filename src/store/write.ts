/** KeptRecords → rows, one transaction a document: all of it is stored, or nothing changes. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { ChohyoError } from '../model/errors.js';
import type { KeptRecords, TableName } from '../model/records.js';
import { contradictions } from './contradictions.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowOf, type Row } from './read.js';
import { valuesDigest } from './values-digest.js';
import { ownColumns } from './views.js';

const { basename } = posix;

export type WriteResult = 'stored' | 'replaced' | 'unchanged';

type SqlValue = string | number | null;
type SqlRow = Readonly<Record<string, SqlValue>>;

/** Where a file was found: its path relative to the folder that was given, and what is known of its download. */
export interface SourcePlace {
  readonly path: string;
  readonly url?: string | undefined;
  readonly retrievedOn?: string | undefined;
}

/**
 * Stores what one document became. The rows of an earlier reading of the same bytes are replaced,
 * unless they say the same. Throws `E_INTERNAL` for records that contradict themselves, and what
 * SQLite throws (see `databaseFailure`); either way the database stays as it was.
 *
 * @param reader names the program and the grammars that read the document.
 * @param place by default the file's name alone.
 */
export function writeDocument(db: Database, records: KeptRecords, reader: string, place?: SourcePlace): WriteResult {
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
      db.prepare('UPDATE document SET reader = ?, values_digest = ? WHERE document_id = ?').run(reader, valuesDigest(records), id);
    } else if (stored === undefined) {
      insertDocument(db, records, reader, digest);
    } else {
      replaceDocument(db, records, reader, digest);
    }
    addSource(db, id, place ?? { path: records.document.source_file });
    if (stored === undefined) return 'stored';
    return stored === digest ? 'unchanged' : 'replaced';
  });
  return write.immediate();
}

/** Its places and its standing among the others are not of the reading: they stay. */
function replaceDocument(db: Database, records: KeptRecords, reader: string, digest: string): void {
  const id = records.document.document_id;
  const sources = db.prepare('SELECT path, name, url, retrieved_on FROM source WHERE document_id = ?').raw().all(id);
  const own = db.prepare('SELECT replaced_by, superseded_by FROM document WHERE document_id = ?').raw().get(id);
  const pointers = (['replaced_by', 'superseded_by'] as const).map((column) => ({
    column,
    from: db.prepare(`SELECT document_id FROM document WHERE ${column} = ?`).pluck().all(id),
  }));
  // Read as another municipality's than before, it leaves a gap among those of the one.
  db.prepare(
    'UPDATE document SET derived = 0 WHERE municipality_code = (SELECT municipality_code FROM document WHERE document_id = ?) AND municipality_code <> ?',
  ).run(id, records.document.municipality_code);
  db.prepare('DELETE FROM document WHERE document_id = ?').run(id);
  insertDocument(db, records, reader, digest);
  for (const source of sources) db.prepare('INSERT INTO source (document_id, path, name, url, retrieved_on) VALUES (?, ?, ?, ?, ?)').run(id, source);
  db.prepare('UPDATE document SET replaced_by = ?, superseded_by = ?, derived = 0 WHERE document_id = ?').run(own, id);
  for (const { column, from } of pointers) for (const other of from) db.prepare(`UPDATE document SET ${column} = ? WHERE document_id = ?`).run(id, other);
}

/** Remembers where a stored document was found too; what is known of a download is not forgotten. */
export function addSource(db: Database, documentId: string, place: SourcePlace): void {
  const { path, url = null, retrievedOn = null } = place;
  prepared(
    db,
    `INSERT INTO source (document_id, path, name, url, retrieved_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET url = coalesce(excluded.url, url), retrieved_on = coalesce(excluded.retrieved_on, retrieved_on)
     WHERE coalesce(excluded.url, url) IS NOT url OR coalesce(excluded.retrieved_on, retrieved_on) IS NOT retrieved_on`,
  ).run(documentId, path, basename(path), url, retrievedOn);
}

/** The file is found under these paths alone: it was renamed. What is known of its download goes with it. */
export function keepSources(db: Database, documentId: string, paths: readonly string[]): void {
  const [first] = paths;
  if (first === undefined) return;
  const gone = placesOf(db, documentId).filter((source) => !paths.includes(String(source['path'])));
  for (const { path, url, retrievedOn } of gone) {
    db.prepare('DELETE FROM source WHERE document_id = ? AND path = ?').run(documentId, path);
    if (typeof url === 'string' || typeof retrievedOn === 'string') {
      addSource(db, documentId, { path: first, ...(typeof url === 'string' ? { url } : {}), ...(typeof retrievedOn === 'string' ? { retrievedOn } : {}) });
    }
  }
}

const placesOf = (db: Database, documentId: string): readonly Row[] =>
  prepared(db, 'SELECT path, url, retrieved_on AS retrievedOn FROM source WHERE document_id = ? ORDER BY path').all(documentId).map(rowOf);

/** True where the document is held under this path alone, with all that is known of its download, and no other one was ever found there. */
export function isAtPlace(db: Database, documentId: string, { path, url, retrievedOn }: SourcePlace): boolean {
  const [only, ...more] = placesOf(db, documentId);
  if (only === undefined || more.length > 0 || only['path'] !== path) return false;
  const isKnown = (url === undefined || only['url'] === url) && (retrievedOn === undefined || only['retrievedOn'] === retrievedOn);
  const others = prepared(db, 'SELECT count(*) FROM source WHERE (path = ? OR url = ?) AND document_id <> ?', 'value');
  return isKnown && others.get(path, only['url'], documentId) === 0;
}

export function sourceNames(db: Database, documentId: string): readonly string[] {
  return db.prepare('SELECT DISTINCT name FROM source WHERE document_id = ? ORDER BY name').pluck().all(documentId).map(String);
}

/** Columns that say where the file lies, not what it says. */
const ofThePlace: ReadonlySet<string> = new Set(['source_file', 'source_path', 'source_url', 'retrieved_on', 'superseded_by']);

/** What the records say apart from the file's name, which may differ from copy to copy. */
function digestOf(records: KeptRecords): string {
  const text = JSON.stringify(records, (key, value: unknown) => (ofThePlace.has(key) ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

function insertDocument(db: Database, records: KeptRecords, reader: string, digest: string): void {
  const { document } = records;
  const id = document.document_id;
  const numbered = <Row extends object>(rows: readonly Row[]): readonly (Row & { position: number })[] =>
    rows.map((row, index) => ({ ...row, position: index + 1 }));

  insert(
    db,
    'document',
    [...ownColumns('documents'), 'warnings', 'reader', 'digest', 'values_digest'],
    [{ ...document, reader, digest, values_digest: valuesDigest(records) }],
  );
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
function insertIndicators(db: Database, records: KeptRecords): void {
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
  const statement = prepared(db, `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
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
