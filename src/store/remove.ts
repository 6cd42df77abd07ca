/** Takes documents out; what they superseded is current again. */
import type { Failure } from '../model/errors.js';
import type { Database } from './database.js';
import { listKeptTables, removeKeptTables, type KeptTables } from './found-tables.js';
import { forgetFailure, listFailures } from './failed-files.js';
import { listDocuments, type StoredDocument } from './read.js';

export interface ToRemove {
  readonly documents: readonly StoredDocument[];
  /** PDFs whose tables are kept. */
  readonly tables: readonly KeptTables[];
  readonly failedPaths: readonly string[];
  readonly failures: readonly Failure[];
}

/** An id may be given by its beginning, where only one document begins so. */
export function findToRemove(db: Database, ids: readonly string[], file: string | undefined): ToRemove {
  const held = listDocuments(db);
  const kept = listKeptTables(db);
  const removed = new Set<string>();
  const failures: Failure[] = [];
  const remedy = '"chohyo list" shows the documents; nothing was removed.';
  for (const id of ids) {
    const fitting = new Set([...held, ...kept].map(({ documentId }) => documentId).filter((documentId) => documentId.startsWith(id)));
    if (fitting.size === 1) for (const documentId of fitting) removed.add(documentId);
    else
      failures.push({ code: 'E_NOT_FOUND', message: fitting.size === 0 ? `there is no document ${id}` : `${fitting.size} documents begin with ${id}`, remedy });
  }
  const isFile = (path: string): boolean => file !== undefined && (path === file || path.endsWith(`/${file}`));
  const paths = db.prepare('SELECT document_id, path FROM source').raw().all();
  const named = paths.flatMap((row) => (Array.isArray(row) && isFile(String(row[1])) ? [String(row[0])] : []));
  const tabled = kept.filter(({ sourcePath }) => isFile(sourcePath)).map(({ documentId }) => documentId);
  for (const id of [...named, ...tabled]) removed.add(id);
  const failedPaths = listFailures(db)
    .map(({ path }) => path)
    .filter(isFile);
  if (file !== undefined && named.length + tabled.length === 0 && failedPaths.length === 0)
    failures.push({ code: 'E_NOT_FOUND', message: `there is no document of ${file}`, remedy });
  const isRemoved = ({ documentId }: { readonly documentId: string }): boolean => removed.has(documentId);
  return { documents: held.filter(isRemoved), tables: kept.filter(isRemoved), failedPaths, failures };
}

export function removeDocuments(db: Database, { documents, tables, failedPaths }: ToRemove): void {
  db.transaction(() => {
    for (const { documentId } of documents) db.prepare('DELETE FROM document WHERE document_id = ?').run(documentId);
    for (const { documentId } of tables) removeKeptTables(db, documentId);
    for (const path of failedPaths) forgetFailure(db, path);
  }).immediate();
}
