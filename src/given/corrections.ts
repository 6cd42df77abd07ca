/** `corrections.csv`: values that a person put right, or looked at and found right. */
import { documentRecordsSchema, tableSchemas, type DiagnosticRow, type KeptRecords } from '../model/records.js';
import { diagnostic } from './apply-facts.js';
import { readCsv, wrong } from './csv.js';

export const CORRECTIONS_FILE = 'corrections.csv';
export const correctionColumns = ['source_sha256', 'table', 'id', 'field', 'was', 'value', 'why', 'by', 'on'] as const;

/** `was` equal to `value`: somebody looked at it and found it right; with an empty field, at the whole row. */
export type Correction = Readonly<Record<(typeof correctionColumns)[number], string>>;

/** Tables whose values may be put right, each with its key column and its list in the records. */
export const correctable = {
  items: { key: 'item_id', rows: 'items' },
  measures: { key: 'measure_id', rows: 'measures' },
  indicators: { key: 'indicator_id', rows: 'indicators' },
  plan_nodes: { key: 'node_id', rows: 'plan_nodes' },
  sheets: { key: 'sheet_id', rows: 'sheets' },
  series: { key: 'series_id', rows: 'series' },
  ratings: { key: 'rating_id', rows: 'ratings' },
  fields: { key: 'field_id', rows: 'fields' },
} as const;
type CorrectableTable = keyof typeof correctable;

/** Keys and the file's own columns are no values of the sheet. */
const notAValue = /^(.*_id|source_.*|municipality.*|fiscal_year|document_title|sheet_no|(measure|series|rating|field)_no|page.*)$/;

/** Throws `E_CSV` for a line that can fit no document. */
export async function readCorrections(path: string): Promise<readonly Correction[]> {
  const rows = await readCsv(path, correctionColumns, ['source_sha256', 'table', 'id', 'field', 'was', 'value']);
  return rows.map(({ line, values }) => {
    const value = (name: (typeof correctionColumns)[number]): string => values[name] ?? '';
    const table = value('table').trim();
    const field = value('field').trim();
    if (!/^[0-9a-f]{64}$/.test(value('source_sha256').trim())) throw wrong(path, line, 'source_sha256 is no SHA-256 of 64 hex digits (documents.csv has it)');
    if (table !== 'documents' && !isCorrectable(table))
      throw wrong(path, line, `there is no table ${table}; take one of ${Object.keys(correctable).join(', ')}`);
    const isCheck = value('was') === value('value');
    if (!isCheck && (table === 'documents' || !isField(table, field))) throw wrong(path, line, `${field} of ${table} is no value that can be put right`);
    return {
      source_sha256: value('source_sha256').trim(),
      table,
      id: value('id').trim(),
      field,
      was: value('was'),
      value: value('value'),
      why: value('why'),
      by: value('by'),
      on: value('on'),
    };
  });
}

function isCorrectable(table: string): table is CorrectableTable {
  return Object.hasOwn(correctable, table);
}

function isField(table: string, field: string): boolean {
  return isCorrectable(table) && Object.hasOwn(tableSchemas[table].shape, field) && !notAValue.test(field);
}

/**
 * Puts values right, in the order given. A value that is no longer what the correction says it was stays as read, with
 * `W_CORRECTION_STALE`; the place of a corrected value stays, its basis becomes `corrected`, its raw text is what is printed.
 *
 * @param corrections those of this file.
 */
export function applyCorrections(records: KeptRecords, corrections: readonly Correction[]): KeptRecords {
  const found: DiagnosticRow[] = [];
  const stale = (correction: Correction, what: string): void => {
    const { table, id, field, value } = correction;
    found.push(diagnostic(records.document.document_id, 'warning', 'W_CORRECTION_STALE', `${table} ${id} ${field} was not put right as "${value}": ${what}`));
  };
  let corrected = records;
  for (const correction of corrections) {
    const { table, id, field, was, value } = correction;
    if (!isCorrectable(table) || was === value) continue;
    const { key, rows } = correctable[table];
    const list: readonly Readonly<Record<string, string | number | null>>[] = corrected[rows];
    const row = list.find((one) => one[key] === id);
    const before = row?.[field];
    if (row === undefined || before === undefined) {
      stale(correction, 'there is no such row any more');
      continue;
    }
    const printed = before === null ? '' : String(before);
    if (printed === value) continue;
    if (printed !== was) {
      stale(correction, `it reads "${printed}" now, not "${was}"`);
      continue;
    }
    const next = typed(table, field, value);
    if (next === undefined) {
      stale(correction, 'the column takes no such value');
      continue;
    }
    const changed = { ...corrected, [rows]: list.map((one) => (one === row ? { ...one, [field]: next } : one)) };
    // The rows keep their schema: one value of one column was replaced by one that the column takes.
    corrected = { ...changed, provenance: marked(corrected.provenance, correction, printed) };
  }
  if (found.length === 0) return corrected;
  const diagnostics = [...corrected.diagnostics, ...found];
  return { ...corrected, diagnostics, document: { ...corrected.document, warnings: corrected.document.warnings + found.length } };
}

/** The text as the column's type; undefined where it takes no such value. */
function typed(table: CorrectableTable, field: string, value: string): string | number | null | undefined {
  const column = Object.entries<{ safeParse(value: unknown): { success: boolean } }>(tableSchemas[table].shape).find(([name]) => name === field)?.[1];
  if (column === undefined) return undefined;
  const candidates: readonly (string | number | null)[] = value === '' ? [null, ''] : [value, ...(/^-?\d+(\.\d+)?$/.test(value) ? [Number(value)] : [])];
  return candidates.find((candidate) => column.safeParse(candidate).success);
}

function marked(provenance: KeptRecords['provenance'], { table, id, field }: Correction, was: string): KeptRecords['provenance'] {
  const isOf = (place: KeptRecords['provenance'][number]): boolean => place.table === table && place.id === id && place.field === field;
  if (provenance.some(isOf)) return provenance.map((place) => (isOf(place) ? { ...place, basis: 'corrected' as const } : place));
  const schema = documentRecordsSchema.shape.provenance.element.shape.table;
  const known = schema.safeParse(table);
  if (!known.success) return provenance;
  const document_id = provenance[0]?.document_id ?? id.slice(0, 12);
  return [
    ...provenance,
    { table: known.data, id, field, part: 1, page: null, x0: null, top: null, x1: null, bottom: null, raw: was, document_id, basis: 'corrected' },
  ];
}
