/** Expected rows beside the rows that were read → differences, field by field, each with its place on the page. */
import type { Box } from '../model/page.js';
import type { DocumentRecords } from '../model/records.js';
import { keyColumns, keyOfRow, plainRows, rowTables, type Expected, type PlainRow, type RowTable, type Value } from './expected.js';

/** Where a value stands; the page alone where no box is known. */
export interface Place {
  readonly page: number;
  readonly box?: Box;
}

/**
 * - `field`: another value; `missing`: a row that was not read; `surplus`: a row that nobody expects
 * `row` is the row's key, as `1-3`; empty for the document. `line`: where the expectation stands in its file.
 */
export type Difference = { readonly line?: number } & (
  | {
      readonly kind: 'field';
      readonly table: string;
      readonly row: string;
      readonly field: string;
      readonly expected: Value;
      readonly got: Value;
      readonly place?: Place;
    }
  | { readonly kind: 'missing'; readonly table: string; readonly row: string; readonly expected: PlainRow }
  | { readonly kind: 'surplus'; readonly table: string; readonly row: string; readonly got: PlainRow; readonly place?: Place }
);

/**
 * Boxes of provenance may differ by this many points on each side: producers round differently, and a
 * glyph's em box does not depend on the font only to about a tenth of its size.
 */
export const BOX_TOLERANCE = 1.5;
const boxColumns: ReadonlySet<string> = new Set(['x0', 'top', 'x1', 'bottom']);

export function compare(expected: Expected, records: DocumentRecords): readonly Difference[] {
  const places = placesOf(records);
  const differences: Difference[] = [];
  if (expected.document !== undefined) {
    const got: PlainRow = { ...records.document };
    differences.push(
      ...compareFields('documents', '', expected.document, got, (field) => places.get(placeKey('documents', records.document.document_id, field))),
    );
  }
  for (const table of rowTables) {
    const rows = expected[table];
    if (rows !== undefined) differences.push(...compareRows(table, rows.map(plainRow), records, places));
  }
  return differences;
}

function compareRows(table: RowTable, expected: readonly PlainRow[], records: DocumentRecords, places: Places): readonly Difference[] {
  const columns = keyColumns(table, expected) ?? [];
  const keyOf = (row: PlainRow): string => keyOfRow(row, columns);
  const waiting = new Map<string, PlainRow[]>();
  for (const row of expected) waiting.set(keyOf(row), [...(waiting.get(keyOf(row)) ?? []), row]);

  const differences: Difference[] = [];
  for (const [index, got] of plainRows(table, records).entries()) {
    const row = keyOf(got);
    // Rows of one key are taken in their order: the second of two items without number is the second.
    const match = waiting.get(row)?.shift();
    const placeOf = (field: string): Place | undefined => places.get(placeKey(table, idOf(table, records, index), field)) ?? pageOf(got);
    if (match !== undefined) {
      differences.push(...compareFields(table, row, match, got, placeOf));
    } else if (expected.length > 0 || table !== 'provenance') {
      const place = firstPlace(columns, placeOf) ?? pageOf(got);
      differences.push({ kind: 'surplus', table, row, got, ...(place === undefined ? {} : { place }) });
    }
  }
  for (const [row, left] of waiting) {
    for (const missing of left) differences.push({ kind: 'missing', table, row, expected: missing });
  }
  return differences;
}

function compareFields(table: string, row: string, expected: object, got: PlainRow, placeOf: (field: string) => Place | undefined): readonly Difference[] {
  const differences: Difference[] = [];
  for (const [field, value] of Object.entries(plainRow(expected))) {
    const other = got[field] ?? null;
    if (isSame(field, value, other)) continue;
    const place = placeOf(field);
    differences.push({ kind: 'field', table, row, field, expected: value, got: other, ...(place === undefined ? {} : { place }) });
  }
  return differences;
}

function isSame(field: string, expected: Value, got: Value): boolean {
  if (boxColumns.has(field) && typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= BOX_TOLERANCE;
  return expected === got;
}

/** The columns that a row names, absent ones left out. */
function plainRow(row: object): PlainRow {
  const plain: Record<string, Value> = {};
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string' || typeof value === 'number' || value === null) plain[column] = value;
  }
  return plain;
}

type Places = ReadonlyMap<string, Place>;

function placeKey(table: string, id: string, field: string): string {
  return JSON.stringify([table, id, field]);
}

/** Where each value begins. */
function placesOf(records: DocumentRecords): Places {
  const places = new Map<string, Place>();
  for (const { table, id, field, page, x0, top, x1, bottom } of records.provenance) {
    const key = placeKey(table, id, field);
    if (!places.has(key)) places.set(key, { page, box: { x0, top, x1, bottom } });
  }
  return places;
}

/** The id under which provenance knows the n-th row of a table. */
function idOf(table: RowTable, records: DocumentRecords, index: number): string {
  switch (table) {
    case 'items':
      return records.items[index]?.item_id ?? '';
    case 'sheets':
      return records.sheets[index]?.sheet_id ?? '';
    case 'plan_nodes':
      return records.plan_nodes[index]?.node_id ?? '';
    case 'measures':
      return records.measures[index]?.measure_id ?? '';
    case 'indicators':
      return records.indicators[index]?.indicator_id ?? '';
    case 'series':
      return records.series[index]?.series_id ?? '';
    case 'ratings':
      return records.ratings[index]?.rating_id ?? '';
    case 'fields':
      return records.fields[index]?.field_id ?? '';
    case 'provenance':
      return '';
  }
}

function firstPlace(fields: readonly string[], placeOf: (field: string) => Place | undefined): Place | undefined {
  return fields.map(placeOf).find((place) => place?.box !== undefined);
}

function pageOf(row: PlainRow): Place | undefined {
  const page = row['page_first'] ?? row['page'];
  return typeof page === 'number' ? { page } : undefined;
}
