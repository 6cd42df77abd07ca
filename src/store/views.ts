/**
 * The contract's tables as queries over the base tables: each gives exactly the CSV columns, in order.
 * The database has them as views (`SELECT * FROM items`); the export runs them a document at a time.
 */
import { tableSchemas, type TableName } from '../model/records.js';

export const tableNames: readonly TableName[] = Object.keys(tableSchemas).filter(isTableName);

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tableSchemas, name);
}

/** The CSV columns of a table, in the contract's order. */
export function columnsOf(table: TableName): readonly string[] {
  return Object.keys(tableSchemas[table].shape);
}

/** Where a view's column comes from when it is not the base table's own column of that name. */
type Origins = Readonly<Record<string, string>>;

/** Several copies of one file are one document, named by the smallest of their paths. */
const ofSource = (column: string, where = ''): string =>
  `(SELECT ${column} FROM source WHERE source.document_id = document.document_id${where} ORDER BY source.path LIMIT 1)`;
const sourceFile = ofSource('source.name');
const sourcePath = ofSource('source.path');

const ofDocument: Origins = {
  municipality_code: 'document.municipality_code',
  municipality: 'document.municipality',
  fiscal_year: 'document.fiscal_year',
  document_title: 'document.title',
  source_file: sourceFile,
  source_sha256: 'document.source_sha256',
};

const ofSheet: Origins = {
  department: 'sheet.department',
  division: 'sheet.division',
  head_title: 'sheet.head_title',
  head_name: 'sheet.head_name',
};

const ofIndicator: Origins = {
  municipality: 'document.municipality',
  indicator_no: 'indicator.indicator_no',
  name: 'indicator.name',
  unit: 'indicator.unit',
  description: 'indicator.description',
  related: 'indicator.related',
};

/** Diagnostics above this position are not of the reading, but of the document among the others. */
export const OF_THE_COLLECTION = 1_000_000;

interface TableQuery {
  /** The base table whose rows these are. */
  readonly base: string;
  readonly joins: string;
  readonly origins: Origins;
  readonly position: string;
}

const toDocument = 'JOIN document USING (document_id)';

const queries: Readonly<Record<TableName, TableQuery>> = {
  items: {
    base: 'item',
    joins: `${toDocument} JOIN sheet ON sheet.document_id = item.document_id AND sheet.sheet_no = item.sheet_no`,
    origins: { ...ofDocument, ...ofSheet },
    position: 'item.position',
  },
  measures: {
    base: 'measure',
    joins: 'JOIN item USING (item_id) JOIN document ON document.document_id = item.document_id',
    origins: { measure_id: "measure.item_id || '-' || measure.measure_no" },
    position: 'measure.position',
  },
  indicators: {
    base: 'indicator_value',
    joins: `JOIN indicator USING (document_id, ordinal) JOIN document ON document.document_id = indicator_value.document_id`,
    origins: ofIndicator,
    position: 'indicator_value.position',
  },
  plan_nodes: { base: 'plan_node', joins: toDocument, origins: {}, position: 'plan_node.position' },
  sheets: { base: 'sheet', joins: toDocument, origins: { sheet_id: "sheet.document_id || '-' || sheet.sheet_no" }, position: 'sheet.position' },
  documents: {
    base: 'document',
    joins: '',
    origins: {
      source_file: sourceFile,
      source_path: sourcePath,
      source_url: ofSource('source.url', ' AND source.url IS NOT NULL'),
      retrieved_on: ofSource('source.retrieved_on', ' AND source.retrieved_on IS NOT NULL'),
      // What its standing among the others gives to say counts too.
      warnings: `document.warnings + (SELECT count(*) FROM diagnostic WHERE diagnostic.document_id = document.document_id AND diagnostic.position > ${OF_THE_COLLECTION})`,
      items: '(SELECT count(*) FROM item WHERE item.document_id = document.document_id)',
    },
    position: '1',
  },
  series: { base: 'series_value', joins: toDocument, origins: {}, position: 'series_value.position' },
  ratings: {
    base: 'item_rating',
    joins: 'JOIN item USING (item_id) JOIN document ON document.document_id = item.document_id',
    origins: {},
    position: 'item_rating.position',
  },
  fields: { base: 'labelled_field', joins: toDocument, origins: {}, position: 'labelled_field.position' },
  item_links: {
    base: 'item_link',
    joins: 'JOIN item USING (item_id) JOIN document ON document.document_id = item.document_id',
    origins: {},
    position: 'item.position',
  },
  provenance: { base: 'place', joins: toDocument, origins: {}, position: 'place.position' },
  diagnostics: { base: 'diagnostic', joins: toDocument, origins: {}, position: 'diagnostic.position' },
};

/** CSV columns that a base table keeps itself, in order: the others are joined in. */
export function ownColumns(table: TableName): readonly string[] {
  const { origins } = queries[table];
  return columnsOf(table).filter((column) => !Object.hasOwn(origins, column));
}

function select(table: TableName): string {
  const { base, joins, origins } = queries[table];
  const columns = columnsOf(table).map((column) => `${origins[column] ?? `${base}."${column}"`} AS "${column}"`);
  return `SELECT ${columns.join(', ')} FROM ${base} ${joins}`;
}

/** Documents in an order that depends on what they are, not on when they were read. */
export const documentOrder = `document.municipality_code, document.fiscal_year, ${sourcePath}, document.document_id`;

/** Rows of one document (parameter 1: its id) as they follow each other in it. */
export function rowsOfDocument(table: TableName): string {
  return `${select(table)} WHERE document.document_id = ? ORDER BY ${queries[table].position}`;
}

/** All rows of current documents as a view; `documents` has the superseded ones too, and says so. */
export function createView(table: TableName): string {
  return `DROP VIEW IF EXISTS ${table};
CREATE VIEW ${table} AS ${select(table)} ${table === 'documents' ? '' : 'WHERE document.superseded_by IS NULL'} ORDER BY ${documentOrder}, ${queries[table].position};`;
}
