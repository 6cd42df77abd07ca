/** A row's columns → fields with their places: what is shown of each table, and what was worked out from what. */
import { columnJa } from '../messages/columns-ja.js';
import { descriptions } from '../export/descriptions.js';
import type { KeptRecords, ProvenanceRow } from '../model/records.js';
import type { Field, Place } from './model.js';

type PlacedTable = ProvenanceRow['table'];
type Cell = string | number | null;

/** Columns shown once for the whole document or sheet, or in a record's heading. */
const shownElsewhere: Readonly<Record<PlacedTable, ReadonlySet<string>>> = {
  documents: new Set([
    'document_id',
    'grammar_version',
    'source_file',
    'source_sha256',
    'pages',
    'items',
    'glyphs',
    'glyphs_in_fields',
    'glyphs_in_labels',
    'glyphs_in_furniture',
    'glyphs_left_over',
    'warnings',
  ]),
  sheets: new Set(['document_id', 'page_first', 'page_last', 'sheet_id']),
  items: new Set([
    'municipality_code',
    'municipality',
    'fiscal_year',
    'document_id',
    'document_title',
    'sheet_no',
    'department',
    'division',
    'head_title',
    'head_name',
    'page_first',
    'page_last',
    'source_file',
    'source_sha256',
  ]),
  measures: new Set(['item_id', 'measure_no', 'measure_id']),
  indicators: new Set(['document_id', 'municipality', 'indicator_id']),
  plan_nodes: new Set(['document_id', 'page']),
  series: new Set(['document_id', 'sheet_no', 'item_id', 'series_no', 'series_id']),
  ratings: new Set(['item_id', 'rating_no', 'rating_id']),
  fields: new Set(['document_id', 'sheet_no', 'item_id', 'field_no', 'field_id']),
};

/** Columns that are worked out from another one: its place is theirs. */
const workedOutFrom: Readonly<Record<PlacedTable, Readonly<Record<string, string>>>> = {
  documents: { fiscal_year: 'fiscal_year_label' },
  sheets: { prepared_on_date: 'prepared_on' },
  items: { deadline_month: 'deadline', midyear_level: 'midyear_status', rating_level: 'rating' },
  measures: {
    target_value: 'target',
    target_unit: 'target',
    target_bound: 'target',
    actual_value: 'actual',
    actual_unit: 'actual',
    attained: 'actual',
    comparison: 'actual',
  },
  indicators: { fiscal_year: 'label', kind: 'label', value: 'raw', value_alt: 'raw', unit: 'name' },
  plan_nodes: { number: 'title', level: 'title' },
  series: { fiscal_year: 'column_label', kind: 'column_label', value: 'raw', unit: 'raw', amount_yen: 'raw' },
  ratings: { level: 'raw' },
  fields: {},
};

/** A value, or with an empty field a row, that somebody looked at and found right. */
export interface CheckedValue {
  readonly table: string;
  readonly id: string;
  readonly field: string;
}

/** Places by table, id and field, in the order of their parts. */
export interface PlaceIndex {
  /** What a person said about the value. */
  said(table: PlacedTable, id: string, field: string): Field['said'];
  of(table: PlacedTable, id: string, field: string): readonly Place[];
}

export function indexPlaces(provenance: KeptRecords['provenance'], checked: readonly CheckedValue[] = []): PlaceIndex {
  const index = new Map<string, Place[]>();
  const said = new Map<string, Field['said']>();
  const keyOf = (table: string, id: string, field: string): string => `${table} ${field} ${id}`;
  for (const { table, id, field } of checked) said.set(keyOf(table, id, field), 'checked');
  for (const { table, id, field, page, x0, top, x1, bottom, raw, basis } of provenance) {
    const key = keyOf(table, id, field);
    if (basis === 'given' || basis === 'corrected') said.set(key, basis);
    if (page === null || x0 === null || top === null || x1 === null || bottom === null) continue;
    const place: Place = { page, box: [x0, top, x1, bottom], raw };
    const list = index.get(key);
    if (list) list.push(place);
    else index.set(key, [place]);
  }
  return { of: (table, id, field) => index.get(keyOf(table, id, field)) ?? [], said: (table, id, field) => said.get(keyOf(table, id, field)) };
}

export interface ShownFields {
  readonly fields: Field[];
  /** Columns that hold nothing. */
  readonly empty: string[];
}

/** Every column of a row that is this record's own, in the contract's order. */
export function fieldsOf(table: PlacedTable, id: string, row: Readonly<Record<string, Cell>>, places: PlaceIndex): ShownFields {
  const about: Readonly<Record<string, string>> = descriptions[table].columns;
  const fields: Field[] = [];
  const empty: string[] = [];
  for (const [name, value] of Object.entries(row)) {
    if (shownElsewhere[table].has(name)) continue;
    if (value === null || value === '') {
      empty.push(name);
      continue;
    }
    const own = places.of(table, id, name);
    const from = own.length === 0 ? workedOutFrom[table][name] : undefined;
    const said = places.said(table, id, name);
    fields.push({
      name,
      label: columnJa(table, name),
      table,
      id,
      ...(said === undefined ? {} : { said }),
      about: about[name] ?? '',
      value: String(value),
      places: [...(from === undefined ? own : places.of(table, id, from))],
      ...(from === undefined ? {} : { from }),
    });
  }
  return { fields, empty };
}

/** Pages on which the places stand, in order. */
export function pagesOf(fields: readonly Field[]): number[] {
  return [...new Set(fields.flatMap((field) => field.places.map((place) => place.page)))].sort((a, b) => a - b);
}
