/** The database → one Excel workbook, a sheet a table: typed cells, wrapped text, the head in view while scrolling. */
import writeWorkbook, { type CellObject, type Sheet } from 'write-excel-file/node';
import { ChohyoError } from '../model/errors.js';
import { columnJa, tablesJa } from '../messages/columns-ja.js';
import type { TableName } from '../model/records.js';
import type { Database } from '../store/database.js';
import { tableRows, type Row } from '../store/read.js';
import { columnsOf, tableNames } from '../store/views.js';

export interface WorkbookOptions {
  readonly headers: 'en' | 'ja';
  /** Address of the review page's index.html, as seen from where the workbook will lie; rows link to it. */
  readonly review?: string;
}

export interface Workbook {
  readonly bytes: Uint8Array;
  readonly rows: readonly { readonly table: TableName; readonly rows: number }[];
}

/** The most that Excel takes in a cell, and on a sheet. */
const MOST_CHARACTERS = 32_767;
const MOST_ROWS = 1_048_576;

/** Columns that hold sentences are wide and wrapped. */
const WIDE = 44;
const NARROW = 14;
const SENTENCES = 24;

/** Throws `E_OUTPUT` for what Excel cannot hold: nothing is cut off in silence. */
export async function workbook(db: Database, documentIds: readonly string[], options: WorkbookOptions): Promise<Workbook> {
  const counts: { readonly table: TableName; readonly rows: number }[] = [];
  const sheets: Sheet<Buffer>[] = [];
  for (const table of tableNames) {
    const rows = [...tableRows(db, table, documentIds)];
    if (rows.length >= MOST_ROWS) throw tooMuch(`${table} has ${rows.length} rows, a sheet of Excel ${MOST_ROWS}`);
    counts.push({ table, rows: rows.length });
    sheets.push(sheetOf(table, rows, options));
  }
  const bytes = new Uint8Array(await writeWorkbook(sheets, { fontFamily: 'Yu Gothic', fontSize: 10 }).toBuffer());
  return { bytes, rows: counts };
}

function sheetOf(table: TableName, rows: readonly Row[], { headers, review }: WorkbookOptions): Sheet<Buffer> {
  const columns = columnsOf(table);
  const links = review !== undefined && ['items', 'documents'].includes(table);
  const head: CellObject[] = [
    ...columns.map((column) => (headers === 'ja' ? columnJa(table, column) : column)),
    ...(links ? [headers === 'ja' ? '紙面' : 'page'] : []),
  ].map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E8EEF4',
    wrap: true,
  }));
  const isLong = (column: string): boolean => rows.some((row) => String(row[column] ?? '').length > SENTENCES);
  const long = new Set(columns.filter(isLong));
  const data = rows.map((row) => [
    ...columns.map((column) => cellOf(row[column] ?? null, `${table} ${column}`, long.has(column))),
    ...(links ? [linkOf(row, review)] : []),
  ]);
  return {
    sheet: headers === 'ja' ? (tablesJa[table] ?? table) : table,
    data: [head, ...data],
    columns: [...columns.map((column) => ({ width: long.has(column) ? WIDE : NARROW })), ...(links ? [{ width: NARROW }] : [])],
    stickyRowsCount: 1,
  };
}

function cellOf(value: string | number | null, where: string, wrap: boolean): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  if (value.length > MOST_CHARACTERS) throw tooMuch(`a value of ${where} has ${value.length} characters, a cell of Excel ${MOST_CHARACTERS}`);
  // A cell of type text is never run as a formula. Characters that XML has no place for are none that anybody sees.
  return {
    value: value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
    type: String,
    alignVertical: 'top',
    ...(wrap ? { wrap: true } : {}),
  };
}

function linkOf(row: Row, review: string): CellObject {
  const document = String(row['document_id']);
  const item = row['item_id'];
  const address = `${review}#/d/${document}${typeof item === 'string' ? `/item/${item}/title` : ''}`;
  return {
    value: `HYPERLINK("${address.replaceAll('"', '""')}","${typeof item === 'string' ? 'p. ' + String(row['page_first'] ?? '') : 'review'}")`,
    type: 'Formula',
    textColor: '#0563C1',
  };
}

function tooMuch(what: string): ChohyoError {
  return new ChohyoError({ code: 'E_OUTPUT', message: what, remedy: 'Take CSV, or fewer documents (--municipality, --year).' });
}
