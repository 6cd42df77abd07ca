/** What was read → a new `expected.json` that names the same tables and columns as the old one. */
import type { DocumentRecords } from '../model/records.js';
import { keyColumns, plainRows, rowTables, type Expected, type PlainRow, type RowTable, type Value } from './expected.js';

/** @param text the old file, whose indentation is kept. */
export function updateExpected(text: string, expected: Expected, records: DocumentRecords): string {
  const document: PlainRow = { ...records.document };
  const tables: Record<string, unknown> = {};
  for (const table of Object.keys(expected)) {
    const rowTable = rowTables.find((name) => name === table);
    if (table === 'document') tables[table] = pick(document, Object.keys(expected.document ?? {}));
    else if (rowTable !== undefined) tables[table] = updateRows(rowTable, expected[rowTable] ?? [], records);
  }
  const indent = /^[{[]\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return `${JSON.stringify(tables, null, indent)}\n`;
}

/** Columns that tell of the file or the program, not of what the sheet says. */
const ofTheFile = /^(document_id|source_.*|retrieved_on|superseded_by|producer|grammar_version|pages?|page_(first|last)|items|glyphs.*|warnings)$/;

/** An `expected.json` for a PDF that has none: every table that has rows, without places. */
export function newExpected(records: DocumentRecords): string {
  const plain = (row: PlainRow): PlainRow => Object.fromEntries(Object.entries(row).filter(([column]) => !ofTheFile.test(column)));
  const tables: Record<string, unknown> = { document: plain({ ...records.document }) };
  for (const table of rowTables) {
    const rows = plainRows(table, records);
    if (table !== 'provenance' && rows.length > 0) tables[table] = rows.map(plain);
  }
  return `${JSON.stringify(tables, null, 1)}\n`;
}

/** A row that was expected keeps its columns; a new one gets those that any row of its table has. */
function updateRows(table: RowTable, expected: readonly object[], records: DocumentRecords): readonly PlainRow[] {
  const keys = keyColumns(table, expected) ?? [];
  const keyOf = (row: Readonly<Record<string, unknown>>): string => JSON.stringify(keys.map((column) => row[column] ?? null));
  const known = new Map(expected.map((row) => [keyOf({ ...row }), Object.keys(row)]));
  const union = [...new Set(expected.flatMap((row) => Object.keys(row)))];
  return plainRows(table, records).map((row) => pick(row, known.get(keyOf(row)) ?? (union.length > 0 ? union : Object.keys(row))));
}

function pick(row: PlainRow, columns: readonly string[]): PlainRow {
  const picked: Record<string, Value> = {};
  for (const column of columns) picked[column] = row[column] ?? null;
  return picked;
}
