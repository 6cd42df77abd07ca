/**
 * What the foreign keys promise, kept for programs that open the database without `PRAGMA foreign_keys = ON` (SQLite's own default):
 * rows whose parent is deleted go with it, and so do the places of their values. Made from the keys that the tables declare.
 */
import type { Database } from './database.js';
import { declaredKeys, type ForeignKey } from './own-tables.js';
import { rowOf } from './read.js';

/** Base table, the name that `place."table"` has for it, and its key there. */
const placed: readonly (readonly [base: string, table: string, key: string])[] = [
  ['item', 'items', 'OLD.item_id'],
  ['sheet', 'sheets', "OLD.document_id || '-' || OLD.sheet_no"],
  ['indicator_value', 'indicators', 'OLD.indicator_id'],
  ['plan_node', 'plan_nodes', 'OLD.node_id'],
  ['measure', 'measures', "OLD.item_id || '-' || OLD.measure_no"],
  ['series_value', 'series', 'OLD.series_id'],
  ['item_rating', 'ratings', 'OLD.rating_id'],
  ['labelled_field', 'fields', 'OLD.field_id'],
];

/** Replaces every trigger of the database. */
export function createTriggers(db: Database): void {
  dropTriggers(db);
  for (const [child, keys] of declaredKeys(db)) for (const [index, key] of keys.entries()) db.exec(keyTrigger(child, key, index));
  for (const [base, table, key] of placed) {
    db.exec(`CREATE TRIGGER ${base}_takes_places AFTER DELETE ON ${base} BEGIN DELETE FROM place WHERE id = ${key} AND "table" = '${table}'; END`);
  }
  // Documents are known by the view that shows them.
  for (const [view, base] of [
    ['documents', 'document'],
    ['table_documents', 'tabled_document'],
  ] as const) {
    db.exec(`CREATE TRIGGER ${view}_delete INSTEAD OF DELETE ON ${view} BEGIN DELETE FROM ${base} WHERE document_id = OLD.document_id; END`);
  }
}

/** For work that moves rows about under keys that stay; `createTriggers` afterwards. */
export function dropTriggers(db: Database): void {
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all().map(rowOf)) db.exec(`DROP TRIGGER "${String(name)}"`);
}

function keyTrigger(child: string, { parent, from, to, cascades }: ForeignKey, index: number): string {
  const points = from.map((column, nth) => `"${column}" = OLD."${to[nth] ?? ''}"`).join(' AND ');
  // A trigger does not set itself off, so that of a table that refers to itself has to go all the way down.
  const [own = '', up = ''] = [to[0], from[0]];
  const below = `"${own}" IN (WITH RECURSIVE below (key) AS (VALUES (OLD."${own}") UNION SELECT "${own}" FROM ${child} JOIN below ON "${up}" = key) SELECT key FROM below)`;
  const lose = cascades
    ? `DELETE FROM ${child} WHERE ${parent === child ? below : points}`
    : `UPDATE ${child} SET ${from.map((column) => `"${column}" = NULL`).join(', ')} WHERE ${points}`;
  return `CREATE TRIGGER ${child}_without_${parent}_${index + 1} AFTER DELETE ON ${parent} BEGIN ${lose}; END`;
}
