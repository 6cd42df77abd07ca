/** Rows → the records that a review page shows: the document, its sheets with their items, plan nodes, indicators. */
import type { IndicatorRow, ItemRow, PlanNodeRow } from '../model/records.js';
import { fieldsOf, indexPlaces, pagesOf, type PlaceIndex } from './fields.js';
import { recordKinds, type Field, type Place, type ReviewRecord } from './model.js';
import type { DocumentRows } from './rows.js';

export interface ShownRecords {
  readonly records: ReviewRecord[];
  /** Columns of items that hold nothing in any of them. */
  readonly neverFilled: string[];
}

/**
 * A column that is empty in one record and filled in another of its kind may be a gap; one that the format
 * does not have is none, and is named once for all items.
 */
export function recordsOf(rows: DocumentRows): ShownRecords {
  const all = allRecords(rows);
  const neverOf = (kind: ReviewRecord['kind']): string[] => {
    const [first, ...others] = all.filter((record) => record.kind === kind);
    return first?.empty.filter((name) => others.every((record) => record.empty.includes(name))) ?? [];
  };
  const never = new Map(recordKinds.map((kind) => [kind, neverOf(kind)]));
  const records = all.map((record) => ({ ...record, empty: record.empty.filter((name) => !never.get(record.kind)?.includes(name)) }));
  return { records, neverFilled: never.get('item') ?? [] };
}

function allRecords(rows: DocumentRows): ReviewRecord[] {
  const places = indexPlaces(rows.provenance, rows.checked);
  const nodePlaces = placesOfPaths(rows.planNodes, places);
  const items = (sheet: number): ReviewRecord[] =>
    rows.items.filter((item) => item.sheet_no === sheet).map((item) => itemRecord(item, rows, places, nodePlaces));
  return [
    documentRecord(rows, places),
    ...rows.sheets.flatMap((sheet) => {
      const id = `${sheet.document_id}-${sheet.sheet_no}`;
      const { fields, empty } = fieldsOf('sheets', id, sheet, places);
      const title = [sheet.department, sheet.division].filter((name) => name !== null).join(' ');
      const record: ReviewRecord = {
        kind: 'sheet',
        id,
        number: String(sheet.sheet_no),
        title,
        pages: pageRange(sheet.page_first, sheet.page_last),
        // The number of the sheet is in the heading.
        fields: fields.filter((field) => field.name !== 'sheet_no'),
        parts: labelledParts(rows, sheet.sheet_no, null, places),
        years: [],
        empty,
      };
      return [record, ...items(sheet.sheet_no)];
    }),
    ...rows.planNodes.map((node) => nodeRecord(node, places)),
    ...indicatorRecords(rows.indicators, places),
  ];
}

function documentRecord(rows: DocumentRows, places: PlaceIndex): ReviewRecord {
  const { document } = rows;
  const { fields, empty } = fieldsOf('documents', document.document_id, document, places);
  return {
    kind: 'document',
    id: document.document_id,
    number: '',
    title: document.title ?? document.source_file,
    pages: pagesOf(fields),
    fields,
    parts: [],
    years: [],
    empty,
  };
}

function itemRecord(item: ItemRow, rows: DocumentRows, places: PlaceIndex, nodePlaces: ReadonlyMap<string, readonly Place[]>): ReviewRecord {
  const { fields, empty } = fieldsOf('items', item.item_id, item, places);
  const parts = rows.measures
    .filter((measure) => measure.item_id === item.item_id)
    .map((measure) => ({
      label: measure.label ?? String(measure.measure_no),
      fields: fieldsOf('measures', measure.measure_id, measure, places).fields.filter((field) => field.name !== 'label'),
    }));
  return {
    kind: 'item',
    id: item.item_id,
    number: item.item_no ?? '',
    title: item.title ?? item.goal ?? '',
    pages: pageRange(item.page_first, item.page_last),
    fields: fields.filter((field) => field.name !== 'item_id').map((field) => withNodePlace(field, item.plan_path, nodePlaces)),
    parts: [...parts, ...labelledParts(rows, item.sheet_no, item.item_id, places)],
    years: [...(rows.years.get(item.item_id) ?? [])],
    empty,
  };
}

/** What stands under labels without a column, further ratings and values of grids, of one item or (null) of the sheet itself. */
function labelledParts(rows: DocumentRows, sheetNo: number, itemId: string | null, places: PlaceIndex): ReviewRecord['parts'] {
  const isOwn = (row: { readonly sheet_no: number; readonly item_id: string | null }): boolean => row.sheet_no === sheetNo && row.item_id === itemId;
  const path = (...labels: readonly (string | null)[]): string => labels.filter((label) => label !== null).join(' > ');
  // As printed; what the numbers were worked out to is in the tables, and would leave no room for the text here.
  const printed = new Set(['raw', 'reason', 'unit']);
  const valuesOf = (fields: readonly Field[]): Field[] => fields.filter(({ name }) => printed.has(name));
  return [
    ...rows.fields
      .filter(isOwn)
      .map((row) => ({ label: path(row.section, row.label), fields: valuesOf(fieldsOf('fields', row.field_id, row, places).fields) })),
    ...rows.ratings
      .filter((row) => row.item_id === itemId)
      .map((row) => ({ label: path(row.aspect), fields: valuesOf(fieldsOf('ratings', row.rating_id, row, places).fields) })),
    ...rows.series.filter(isOwn).map((row) => ({
      label: path(row.section, row.row_label, row.column_label),
      fields: valuesOf(fieldsOf('series', row.series_id, row, places).fields),
      grid: { section: row.section ?? '', row: row.row_label ?? '', column: row.column_label ?? '' },
    })),
  ];
}

/** An item's plan_path is printed as headings above it: the place of its last node is shown. */
function withNodePlace(field: Field, path: string | null, nodePlaces: ReadonlyMap<string, readonly Place[]>): Field {
  if (field.name !== 'plan_path' || field.places.length > 0 || path === null) return field;
  const found = nodePlaces.get(path);
  return found === undefined ? field : { ...field, places: [...found], from: 'plan_nodes' };
}

/** `施策1 … > 方向性1 …` → where the title of the last node stands. */
function placesOfPaths(nodes: readonly PlanNodeRow[], places: PlaceIndex): ReadonlyMap<string, readonly Place[]> {
  const byId = new Map(nodes.map((node) => [node.node_id, node]));
  const nameOf = (node: PlanNodeRow): string => `${node.level}${node.number ?? ''} ${(node.title ?? '').replaceAll('\n', ' ')}`.trim();
  const pathOf = (node: PlanNodeRow): string => {
    const parent = node.parent_id === null ? undefined : byId.get(node.parent_id);
    return parent === undefined ? nameOf(node) : `${pathOf(parent)} > ${nameOf(node)}`;
  };
  return new Map(nodes.map((node) => [pathOf(node), places.of('plan_nodes', node.node_id, 'title')]));
}

function nodeRecord(node: PlanNodeRow, places: PlaceIndex): ReviewRecord {
  const { fields, empty } = fieldsOf('plan_nodes', node.node_id, node, places);
  return {
    kind: 'plan_node',
    id: node.node_id,
    number: `${node.level}${node.number ?? ''}`,
    title: node.title ?? '',
    pages: [...new Set([node.page, ...pagesOf(fields)])],
    fields: fields.filter((field) => field.name !== 'node_id' && field.name !== 'parent_id'),
    parts: [],
    years: [],
    empty,
  };
}

/** Columns that all values of one indicator share: shown once. */
const sharedColumns = ['indicator_no', 'name', 'unit', 'description', 'related'] as const;

function indicatorRecords(rows: readonly IndicatorRow[], places: PlaceIndex): ReviewRecord[] {
  const groups: IndicatorRow[][] = [];
  const keyOf = (row: IndicatorRow | undefined): string => JSON.stringify(sharedColumns.map((column) => row?.[column] ?? null));
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && keyOf(last[0]) === keyOf(row)) last.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group, index) => {
    const first = group[0];
    if (first === undefined) return [];
    const id = `${first.document_id}-${first.indicator_no ?? `x${index + 1}`}`;
    const isShared = (name: string): boolean => sharedColumns.some((column) => column === name);
    const shown = fieldsOf('indicators', first.indicator_id, first, places);
    const parts = group.map((row, nth) => ({
      label: row.label ?? String(nth + 1),
      fields: fieldsOf('indicators', row.indicator_id, row, places).fields.filter((field) => !isShared(field.name) && field.name !== 'label'),
    }));
    const fields = shown.fields.filter((field) => isShared(field.name));
    const record: ReviewRecord = {
      kind: 'indicator',
      id,
      number: first.indicator_no ?? '',
      title: first.name ?? '',
      pages: pagesOf([...fields, ...parts.flatMap((part) => part.fields)]),
      fields,
      parts,
      years: [],
      empty: shown.empty.filter(isShared),
    };
    return [record];
  });
}

function pageRange(first: number, last: number): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}
