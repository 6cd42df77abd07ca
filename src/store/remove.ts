/** Takes documents out; what they superseded is current again. */
import type { Failure } from '../model/errors.js';
import { settleAll } from './collection.js';
import type { Database } from './database.js';
import { forgetFailure, listFailures } from './failed-files.js';
import { listDocuments, type StoredDocument } from './read.js';

export interface ToRemove {
  readonly documents: readonly StoredDocument[];
  readonly failedPaths: readonly string[];
  readonly failures: readonly Failure[];
}

/** An id may be given by its beginning, where only one document begins so. */
export function findToRemove(db: Database, ids: readonly string[], file: string | undefined): ToRemove {
  const held = listDocuments(db);
  const documents = new Set<StoredDocument>();
  const failures: Failure[] = [];
  const remedy = '"chohyo list" shows the documents; nothing was removed.';
  for (const id of ids) {
    const fitting = held.filter(({ documentId }) => documentId.startsWith(id));
    if (fitting.length === 1) for (const document of fitting) documents.add(document);
    else failures.push({ code: 'E_NOT_FOUND', message: fitting.length === 0 ? `there is no document ${id}` : `${fitting.length} documents begin with ${id}`, remedy });
  }
  const isFile = (path: string): boolean => file !== undefined && (path === file || path.endsWith(`/${file}`));
  const paths = db.prepare('SELECT document_id, path FROM source').raw().all();
  const named = new Set(paths.flatMap((row) => (Array.isArray(row) && isFile(String(row[1])) ? [String(row[0])] : [])));
  for (const document of held) if (named.has(document.documentId)) documents.add(document);
  const failedPaths = listFailures(db).map(({ path }) => path).filter(isFile);
  if (file !== undefined && named.size === 0 && failedPaths.length === 0) failures.push({ code: 'E_NOT_FOUND', message: `there is no document of ${file}`, remedy });
  return { documents: [...documents], failedPaths, failures };
}

export function removeDocuments(db: Database, { documents, failedPaths }: ToRemove): void {
  db.transaction(() => {
    for (const { documentId } of documents) db.prepare('DELETE FROM document WHERE document_id = ?').run(documentId);
    for (const path of failedPaths) forgetFailure(db, path);
    settleAll(db);
  }).immediate();
}
