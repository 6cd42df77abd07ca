/**
 * `expected.json`: what a fixture's PDFs should become. Rows have the contract's column names; only the
 * columns that a row names are compared, only the tables that the file names. Ids stand without the
 * leading `document_id-`, which differs from PDF to PDF: item_id `1-3`, node_id `1-2-3`.
 */
import { z } from 'zod';
import type { Result } from '../model/errors.js';
import {
  documentSchema,
  indicatorSchema,
  itemSchema,
  measureSchema,
  planNodeSchema,
  fieldSchema,
  provenanceSchema,
  ratingSchema,
  seriesSchema,
  sheetSchema,
  type DocumentRecords,
} from '../model/records.js';

export const expectedSchema = z.strictObject({
  document: documentSchema.partial().optional(),
  sheets: z.array(sheetSchema.partial()).optional(),
  items: z.array(itemSchema.partial()).optional(),
  measures: z.array(measureSchema.partial()).optional(),
  indicators: z.array(indicatorSchema.partial()).optional(),
  plan_nodes: z.array(planNodeSchema.partial()).optional(),
  series: z.array(seriesSchema.partial()).optional(),
  ratings: z.array(ratingSchema.partial()).optional(),
  fields: z.array(fieldSchema.partial()).optional(),
  provenance: z.array(provenanceSchema.partial()).optional(),
});
export type Expected = z.infer<typeof expectedSchema>;

/** Tables compared row by row, and by which columns a row is known: the first set that all rows name. */
export const rowKeys = {
  sheets: [['sheet_no']],
  items: [['item_id'], ['sheet_no', 'item_no']],
  measures: [['item_id', 'measure_no']],
  indicators: [
    ['indicator_no', 'label', 'kind'],
    ['indicator_no', 'label'],
  ],
  plan_nodes: [['node_id']],
  series: [['series_id'], ['sheet_no', 'series_no']],
  ratings: [['rating_id'], ['item_id', 'rating_no']],
  fields: [['field_id'], ['sheet_no', 'field_no']],
  provenance: [['table', 'id', 'field', 'part']],
} as const;
export type RowTable = keyof typeof rowKeys;
export const rowTables = [
  'sheets',
  'items',
  'measures',
  'indicators',
  'plan_nodes',
  'series',
  'ratings',
  'fields',
  'provenance',
] as const satisfies readonly RowTable[];

export type Value = string | number | null;
export type PlainRow = Readonly<Record<string, Value>>;

/** Text of an `expected.json` → its tables. `E_EXPECTED` with the place that is wrong. */
export function parseExpected(text: string, path: string): Result<Expected> {
  const wrong = (what: string): Result<Expected> => ({
    ok: false,
    failure: { code: 'E_EXPECTED', message: `${path}: ${what}`, remedy: 'Mend it by hand, or remove it; rows have the columns of the CSV tables.' },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const parsed = expectedSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return wrong(`${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  for (const table of rowTables) {
    const rows = parsed.data[table];
    if (rows !== undefined && keyColumns(table, rows) === undefined) {
      return wrong(`every row of ${table} needs ${rowKeys[table].map((columns) => columns.join(' and ')).join(', or ')}`);
    }
  }
  return { ok: true, value: parsed.data };
}

/** The columns that tell the rows apart, or undefined when some row lacks them. */
export function keyColumns(table: RowTable, rows: readonly object[]): readonly string[] | undefined {
  return rowKeys[table].find((columns) => rows.every((row) => columns.every((column) => column in row)));
}

/** The key of a row, as `1-3`. */
export function keyOfRow(row: object, columns: readonly string[]): string {
  const values: Readonly<Record<string, unknown>> = { ...row };
  return columns.map((column) => String(values[column] ?? '')).join('-');
}

/** How many values the file names: each is compared, in every PDF beside it. */
export function countFields(expected: Expected): number {
  const rows: readonly object[] = [expected.document ?? {}, ...rowTables.flatMap((table): readonly object[] => expected[table] ?? [])];
  return rows.reduce((sum, row) => sum + Object.keys(row).length, 0);
}

/** Rows of a table as expectations write them: without the document's id in front of others. */
export function plainRows(table: RowTable, records: DocumentRecords): readonly PlainRow[] {
  const prefix = `${records.document.document_id}-`;
  return records[table].map((row) => {
    const plain: Record<string, Value> = { ...row };
    for (const [column, id] of Object.entries(plain)) {
      if (/^(.+_)?id$/.test(column) && typeof id === 'string' && id.startsWith(prefix)) plain[column] = id.slice(prefix.length);
    }
    return plain;
  });
}
