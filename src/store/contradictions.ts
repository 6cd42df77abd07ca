/**
 * The CSV rows repeat facts (an item its sheet's department, a measure its item's document) that the
 * database holds once. Before anything is stored, the repetitions must agree and every reference
 * must lead somewhere; otherwise storing would change what was read.
 */
import type { KeptRecords, SheetRow } from '../model/records.js';

/** One sentence a contradiction; none when the records are of one mind. */
export function contradictions(records: KeptRecords): readonly string[] {
  const { document } = records;
  const found: string[] = [];
  const same = (what: string, field: string, one: unknown, other: unknown): void => {
    if (one !== other) found.push(`${what} has ${field} ${JSON.stringify(one)} where it should be ${JSON.stringify(other)}`);
  };

  if (document.document_id !== document.source_sha256.slice(0, 12)) {
    found.push(`document_id ${document.document_id} is not the beginning of ${document.source_sha256}`);
  }
  same('the document', 'items', document.items, records.items.length);

  const sheets = new Map<number, SheetRow>();
  for (const sheet of records.sheets) {
    if (sheets.has(sheet.sheet_no)) found.push(`two sheets are number ${sheet.sheet_no}`);
    sheets.set(sheet.sheet_no, sheet);
  }
  for (const row of [
    ...records.sheets,
    ...records.indicators,
    ...records.plan_nodes,
    ...records.series,
    ...records.fields,
    ...records.provenance,
    ...records.diagnostics,
  ]) {
    same('a row', 'document_id', row.document_id, document.document_id);
  }

  const items = new Set<string>();
  for (const item of records.items) {
    const what = `item ${item.item_id}`;
    if (items.has(item.item_id)) found.push(`two items are ${item.item_id}`);
    items.add(item.item_id);
    same(what, 'document_id', item.document_id, document.document_id);
    same(what, 'municipality_code', item.municipality_code, document.municipality_code);
    same(what, 'municipality', item.municipality, document.municipality);
    same(what, 'fiscal_year', item.fiscal_year, document.fiscal_year);
    same(what, 'document_title', item.document_title, document.title);
    same(what, 'source_file', item.source_file, document.source_file);
    same(what, 'source_sha256', item.source_sha256, document.source_sha256);
    const sheet = sheets.get(item.sheet_no);
    if (sheet === undefined) {
      found.push(`${what} is on sheet ${item.sheet_no}, which is not there`);
      continue;
    }
    for (const field of ['department', 'division', 'head_title', 'head_name'] as const) same(what, field, item[field], sheet[field]);
  }

  const measures = new Set<string>();
  for (const measure of records.measures) {
    const key = `${measure.item_id}-${measure.measure_no}`;
    if (!items.has(measure.item_id)) found.push(`measure ${key} belongs to no item`);
    if (measures.has(key)) found.push(`two measures are ${key}`);
    measures.add(key);
  }
  for (const [table, rows] of [
    ['series', records.series],
    ['fields', records.fields],
    ['ratings', records.ratings],
  ] as const) {
    for (const row of rows) if (row.item_id !== null && !items.has(row.item_id)) found.push(`a row of ${table} belongs to no item ${row.item_id}`);
  }
  for (const row of [...records.series, ...records.fields]) if (!sheets.has(row.sheet_no)) found.push(`a row is on sheet ${row.sheet_no}, which is not there`);
  const nodes = new Set(records.plan_nodes.map((node) => node.node_id));
  if (nodes.size < records.plan_nodes.length) found.push('two plan nodes have one node_id');
  for (const node of records.plan_nodes) {
    if (node.parent_id !== null && !nodes.has(node.parent_id)) found.push(`plan node ${node.node_id} has no parent ${node.parent_id}`);
  }
  for (const row of records.indicators) same(`indicator ${row.indicator_no ?? ''}`, 'municipality', row.municipality, document.municipality);
  return found;
}
