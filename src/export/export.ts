/** The database → a folder of CSV files with their Data Package, or one table as a stream. */
import { parse } from 'node:path';
import type { Readable } from 'node:stream';
import type { TableName } from '../model/records.js';
import type { Database } from '../store/database.js';
import { tableLists, tableRows, type SqlValue } from '../store/read.js';
import { tableNames } from '../store/views.js';
import { openFileSet } from './atomic.js';
import { datasetteMetadata } from './datasette.js';
import { dataPackage, type WrittenFile } from './datapackage.js';
import { csvStream, jsonLinesStream, type CsvOptions, type LostCharacter } from './table-stream.js';

export type TableFormat = 'csv' | 'jsonl';

export interface FolderOptions extends CsvOptions {
  /** `metadata.json` for Datasette too; it names the database by its file. */
  readonly datasette?: boolean;
}

export interface FolderExport {
  readonly tables: readonly { readonly file: string; readonly rows: number }[];
  readonly lost: readonly LostCharacter[];
}

/**
 * Writes every table as `NAME.csv`, and `datapackage.json`, into `folder`: all of them or none.
 * Throws `E_OUTPUT_UNWRITABLE`.
 */
export async function exportFolder(
  db: Database,
  documentIds: readonly string[],
  folder: string,
  options: FolderOptions,
  version: string,
): Promise<FolderExport> {
  const lost: LostCharacter[] = [];
  const written: (WrittenFile & { readonly rows: number })[] = [];
  const files = await openFileSet(folder);
  try {
    for (const table of tableNames) {
      const path = `${table}.csv`;
      let rows = 0;
      const counted = function* (): Generator<readonly SqlValue[]> {
        for (const row of tableLists(db, table, documentIds)) {
          rows += 1;
          yield row;
        }
      };
      const stream = csvStream(table, counted(), options, (found) => lost.push(found));
      written.push({ table, path, ...(await files.write(path, stream)), rows });
    }
    await files.write('datapackage.json', dataPackage(written, options, version));
    if (options.datasette === true) await files.write('metadata.json', datasetteMetadata(parse(db.name).name));
    await files.commit();
  } finally {
    files.discard();
  }
  return { tables: written.map(({ path, rows }) => ({ file: path, rows })), lost };
}

/**
 * Writes one table as a file into `folder`. Throws `E_OUTPUT_UNWRITABLE`. `content` is asked for once there is a place for it: a stream that
 * nobody takes goes on reading the database after it was closed.
 */
export async function exportFile(content: () => Readable, folder: string, name: string): Promise<void> {
  const files = await openFileSet(folder);
  try {
    await files.write(name, content());
    await files.commit();
  } finally {
    files.discard();
  }
}

export function tableStream(
  db: Database,
  table: TableName,
  documentIds: readonly string[],
  format: TableFormat,
  options: CsvOptions,
  onLost: (lost: LostCharacter) => void,
): Readable {
  if (format === 'jsonl') return jsonLinesStream(tableRows(db, table, documentIds));
  return csvStream(table, tableLists(db, table, documentIds), options, onLost);
}
