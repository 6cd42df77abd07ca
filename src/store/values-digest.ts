/** What a document says, apart from the file that says it: two files with one digest are the same sheet. */
import { createHash } from 'node:crypto';
import type { KeptRecords } from '../model/records.js';

/** Ids begin with the file's; pages, boxes and line ends' sources differ from program to program. */
const ofTheFile = /^(.*_id|id|source_.*|document_title|fiscal_year_label|page|page_first|page_last|producer)$/;

/** SHA-256 over every value of every table, in order. */
export function valuesDigest(records: KeptRecords): string {
  const { document, sheets, items, measures, indicators, plan_nodes: nodes, series, ratings, fields } = records;
  const said = [
    [{ code: document.municipality_code, year: document.fiscal_year, title: document.title }],
    sheets,
    items,
    measures,
    indicators,
    nodes,
    series,
    ratings,
    fields,
  ];
  const text = JSON.stringify(said, (key, value: unknown) => (ofTheFile.test(key) ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}
