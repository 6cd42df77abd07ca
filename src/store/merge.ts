/**
 * One database into another, a document at a time as a whole. Which tables there are, and how their rows hang
 * on a document, is read from the database itself: a table that is added to the schema is merged like the others.
 */
import { ownTables, type DocumentTable, type OwnTable } from './own-tables.js';
import type { Database } from './database.js';
import { rowOf, type Row } from './read.js';
import { createTriggers, dropTriggers } from './triggers.js';

/** What became of the documents of one input. */
export interface Merged {
  /** Ids of documents that the database did not have. */
  readonly added: readonly string[];
  /** Documents that both had, read alike. */
  readonly same: readonly string[];
  /** Documents that both had, read differently. */
  readonly conflicts: readonly Conflict[];
}

/** One document that two databases hold and say different things of. */
export interface Conflict {
  readonly documentId: string;
  readonly sourceFile: string;
  /** Whose reading stays. */
  readonly kept: 'ours' | 'theirs';
  /** Which rule decided, as a sentence's end: `its grammar is newer (1.2.0, not 1.1.0)`. */
  readonly because: string;
}

/**
 * Merges the database at `path`, of the same schema version, in one transaction. Merging it again changes nothing.
 * Throws what SQLite throws; the database then stays as it was.
 */
export function mergeDatabase(db: Database, path: string): Merged {
  db.prepare('ATTACH ? AS theirs').run(path);
  try {
    // Rows go and come again under the same keys: what refers to them need not notice. What is left hanging is tidied at the end.
    db.pragma('foreign_keys = OFF');
    return db
      .transaction(() => {
        dropTriggers(db);
        const merged = mergeAttached(db);
        createTriggers(db);
        return merged;
      })
      .immediate();
  } finally {
    db.pragma('foreign_keys = ON');
    db.exec('DETACH theirs');
  }
}

function mergeAttached(db: Database): Merged {
  const tables = ownTables(db);
  const merged = compare(db);
  const wanted = [...merged.added, ...merged.conflicts.filter(({ kept }) => kept === 'theirs').map(({ documentId }) => documentId)];
  // That a newer file came in a document's place is not of its reading: whoever knows of it is right.
  db.exec(`CREATE TEMP TABLE replaced AS SELECT document_id, min(replaced_by) AS replaced_by FROM
    (SELECT document_id, replaced_by FROM main.document UNION ALL SELECT document_id, replaced_by FROM theirs.document)
    WHERE replaced_by IS NOT NULL GROUP BY document_id`);
  take(db, tables.documents, wanted);
  db.exec(
    'UPDATE main.document SET replaced_by = replaced.replaced_by FROM replaced WHERE replaced.document_id = main.document.document_id AND main.document.replaced_by IS NULL',
  );
  db.exec('DROP TABLE temp.replaced');
  take(db, tables.tabledDocuments, wantedTabled(db));
  // The names of a document that both have come together.
  for (const table of tables.names)
    db.exec(`INSERT OR IGNORE INTO main."${table.name}" (${table.columns}) SELECT ${table.columns} FROM theirs."${table.name}"`);
  for (const table of tables.others) mergeRows(db, table);
  for (const table of tables.documents) for (const tidy of table.tidying) db.exec(tidy);
  return merged;
}

/** These documents as they have them, instead of as we do. */
function take(db: Database, tables: readonly DocumentTable[], documentIds: readonly string[]): void {
  db.exec('CREATE TEMP TABLE wanted (document_id TEXT PRIMARY KEY) WITHOUT ROWID');
  const want = db.prepare('INSERT INTO wanted VALUES (?)');
  for (const id of documentIds) want.run(id);
  // Children first: their rows are found through their parents'.
  for (const table of tables.toReversed()) db.exec(`DELETE FROM main."${table.name}" WHERE ${table.within('main', 'wanted')}`);
  for (const table of tables)
    db.exec(
      `INSERT ${table.links ? 'OR IGNORE ' : ''}INTO main."${table.name}" (${table.columns}) SELECT ${table.columns} FROM theirs."${table.name}" WHERE ${table.within('theirs', 'wanted')}`,
    );
  db.exec('DROP TABLE temp.wanted');
}

/** PDFs whose tables only they keep, and those that both read differently where theirs come last: it does not matter who merges whom. */
function wantedTabled(db: Database): readonly string[] {
  return db
    .prepare(`SELECT theirs.document_id FROM theirs.tabled_document AS theirs LEFT JOIN main.tabled_document AS ours USING (document_id)
WHERE ours.document_id IS NULL OR theirs.reader > ours.reader ORDER BY 1`)
    .pluck()
    .all()
    .map(String);
}

interface Reading {
  readonly documentId: string;
  readonly grammar: string;
  readonly version: string;
  readonly leftOver: number;
  readonly digest: string;
}

function compare(db: Database): Merged {
  const ours = db.prepare('SELECT document_id, grammar, grammar_version, glyphs_left_over, digest FROM main.document WHERE document_id = ?');
  const name = db.prepare('SELECT min(name) FROM theirs.source WHERE document_id = ?').pluck();
  const added: string[] = [];
  const same: string[] = [];
  const conflicts: Conflict[] = [];
  for (const found of db.prepare('SELECT document_id, grammar, grammar_version, glyphs_left_over, digest FROM theirs.document ORDER BY document_id').all()) {
    const theirs = readingOf(rowOf(found));
    const own: unknown = ours.get(theirs.documentId);
    if (own === undefined) added.push(theirs.documentId);
    else if (rowOf(own)['digest'] === theirs.digest) same.push(theirs.documentId);
    else conflicts.push({ documentId: theirs.documentId, sourceFile: String(name.get(theirs.documentId)), ...betterOf(readingOf(rowOf(own)), theirs) });
  }
  return { added, same, conflicts };
}

function readingOf(row: Row): Reading {
  const text = (column: string): string => String(row[column]);
  return {
    documentId: text('document_id'),
    grammar: text('grammar'),
    version: text('grammar_version'),
    leftOver: Number(row['glyphs_left_over']),
    digest: text('digest'),
  };
}

/**
 * Which of two readings of the same bytes stays; the answer does not depend on whose is whose, nor on the order of
 * several merges: the newer version of one grammar, else the reading that leaves fewer glyphs over, else the one
 * whose digest comes first.
 */
export function betterOf(ours: Reading, theirs: Reading): Pick<Conflict, 'kept' | 'because'> {
  const newer = ours.grammar === theirs.grammar ? compareVersions(ours.version, theirs.version) : 0;
  const verdict = (isOurs: boolean, because: (kept: Reading, left: Reading) => string): Pick<Conflict, 'kept' | 'because'> =>
    isOurs ? { kept: 'ours', because: because(ours, theirs) } : { kept: 'theirs', because: because(theirs, ours) };
  if (newer !== 0) return verdict(newer > 0, (kept, left) => `its grammar is newer (${kept.grammar} ${kept.version}, not ${left.version})`);
  if (ours.leftOver !== theirs.leftOver)
    return verdict(ours.leftOver < theirs.leftOver, (kept, left) => `it leaves fewer glyphs over (${kept.leftOver}, not ${left.leftOver})`);
  return verdict(ours.digest < theirs.digest, () => 'neither is better, and its digest comes first');
}

/** Above 0: `one` is newer. Numbers between dots are compared as numbers, what is no number as text. */
function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Rows that belong to no document: of two with one key and different values, the one whose text comes last stays. */
function mergeRows(db: Database, table: OwnTable): void {
  if (table.key.length === 0) return;
  const key = table.key.map((column) => `ours."${column}" IS theirs."${column}"`).join(' AND ');
  const text = (side: string): string => `json_array(${table.columnNames.map((column) => `${side}."${column}"`).join(', ')})`;
  db.exec(
    `DELETE FROM main."${table.name}" AS ours WHERE EXISTS (SELECT 1 FROM theirs."${table.name}" AS theirs WHERE ${key} AND ${text('theirs')} > ${text('ours')})`,
  );
  db.exec(`INSERT OR IGNORE INTO main."${table.name}" (${table.columns}) SELECT ${table.columns} FROM theirs."${table.name}"`);
}
