/** What people said about a file: given facts and corrections, kept by the file's bytes, so that reading again forgets nothing. */
import { correctionColumns, type Correction } from '../given/corrections.js';
import type { Facts } from '../given/facts.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowOf } from './read.js';

/** The facts that fill gaps of the reading; address and day of the download stand with the file's path. */
export type GivenFacts = Pick<Facts, 'municipality' | 'fiscalYear' | 'title' | 'grammar'>;

export function findGiven(db: Database, sha256: string): GivenFacts {
  const found: unknown = prepared(db, 'SELECT municipality, fiscal_year, title, grammar FROM given WHERE source_sha256 = ?').get(sha256);
  if (found === undefined) return {};
  const { municipality, fiscal_year: year, title, grammar } = rowOf(found);
  return {
    ...(typeof municipality === 'string' ? { municipality } : {}),
    ...(typeof year === 'number' ? { fiscalYear: year } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof grammar === 'string' ? { grammar } : {}),
  };
}

export function saveGiven(db: Database, sha256: string, facts: GivenFacts): void {
  const municipality = facts.municipality ?? null;
  const fiscalYear = facts.fiscalYear ?? null;
  const title = facts.title ?? null;
  const grammar = facts.grammar ?? null;
  if (municipality === null && fiscalYear === null && title === null && grammar === null) return;
  db.prepare(
    `INSERT INTO given (source_sha256, municipality, fiscal_year, title, grammar) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET municipality = excluded.municipality, fiscal_year = excluded.fiscal_year, title = excluded.title, grammar = excluded.grammar
     WHERE municipality IS NOT excluded.municipality OR fiscal_year IS NOT excluded.fiscal_year OR title IS NOT excluded.title OR grammar IS NOT excluded.grammar`,
  ).run(sha256, municipality, fiscalYear, title, grammar);
}

/** In an order that depends only on what they say. */
export function findCorrections(db: Database, sha256: string): readonly Correction[] {
  return prepared(db, 'SELECT * FROM correction WHERE source_sha256 = ? ORDER BY "table", id, field').all(sha256).map(correctionOf);
}

/** A later correction of the same value takes the place of an earlier one. */
export function saveCorrections(db: Database, corrections: readonly Correction[]): void {
  const columns = correctionColumns.map((column) => `"${column}"`);
  const upsert = db.prepare(
    `INSERT INTO correction (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET was = excluded.was, value = excluded.value, why = excluded.why, "by" = excluded."by", "on" = excluded."on"
     WHERE (was, value, why, "by", "on") IS NOT (excluded.was, excluded.value, excluded.why, excluded."by", excluded."on")`,
  );
  db.transaction(() => {
    for (const correction of corrections) upsert.run(correctionColumns.map((column) => correction[column]));
  })();
}

function correctionOf(found: unknown): Correction {
  const row = rowOf(found);
  const text = (column: keyof Correction): string => String(row[column]);
  return {
    source_sha256: text('source_sha256'),
    table: text('table'),
    id: text('id'),
    field: text('field'),
    was: text('was'),
    value: text('value'),
    why: text('why'),
    by: text('by'),
    on: text('on'),
  };
}
