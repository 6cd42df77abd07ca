/** `datapackage.json`: what the CSV files hold, for programs that read Data Package v2. */
import { z } from 'zod';
import { tableSchemas, type TableName } from '../model/records.js';
import { columnsOf } from '../store/views.js';
import { descriptions } from './descriptions.js';
import { heading, type CsvOptions } from './table-stream.js';

/** A CSV file as it was written. */
export interface WrittenFile {
  readonly table: TableName;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number';
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

interface ForeignKey {
  readonly fields: readonly string[];
  /** Without `resource`: the table itself. */
  readonly reference: { readonly resource?: TableName; readonly fields: readonly string[] };
}

const toDocument: ForeignKey = { fields: ['document_id'], reference: { resource: 'documents', fields: ['document_id'] } };
const toItem: ForeignKey = { fields: ['item_id'], reference: { resource: 'items', fields: ['item_id'] } };

const primaryKeys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  items: ['item_id'],
  measures: ['measure_id'],
  indicators: ['indicator_id'],
  plan_nodes: ['node_id'],
  sheets: ['sheet_id'],
  series: ['series_id'],
  ratings: ['rating_id'],
  fields: ['field_id'],
  item_links: ['item_id'],
  documents: ['document_id'],
};

const foreignKeys: Readonly<Record<TableName, readonly ForeignKey[]>> = {
  items: [toDocument, { fields: ['document_id', 'sheet_no'], reference: { resource: 'sheets', fields: ['document_id', 'sheet_no'] } }],
  measures: [toItem],
  indicators: [toDocument],
  plan_nodes: [toDocument, { fields: ['parent_id'], reference: { fields: ['node_id'] } }],
  sheets: [toDocument],
  documents: [],
  series: [toDocument, toItem],
  ratings: [toItem],
  fields: [toDocument, toItem],
  item_links: [toItem, { fields: ['previous_item_id'], reference: { resource: 'items', fields: ['item_id'] } }],
  provenance: [toDocument],
  diagnostics: [toDocument],
};

/** The descriptor as text. It depends on the files alone: no date, so that the same data gives the same bytes. */
export function dataPackage(files: readonly WrittenFile[], options: CsvOptions, version: string): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'chohyo',
    title: 'Evaluation sheets of Japanese municipalities',
    description:
      'Values are the published text; lines of a value are parted by a line feed.' +
      (options.escape ? " A text that a spreadsheet would run as a formula is written with a leading apostrophe (')." : ''),
    version,
    resources: files.map((file) => resource(file, options)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function resource(file: WrittenFile, options: CsvOptions): unknown {
  const { table } = file;
  const primaryKey = primaryKeys[table];
  return {
    name: table,
    type: 'table',
    path: file.path,
    description: descriptions[table].table,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: options.encoding,
    dialect: { header: true, delimiter: ',', lineTerminator: options.excel ? '\r\n' : '\n', quoteChar: '"', doubleQuote: true },
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: {
      fieldsMatch: ['exact'],
      fields: columnsOf(table).map((column) => ({ ...field(table, column), name: heading(table, column, options) })),
      missingValues: [''],
      ...(primaryKey === undefined ? {} : { primaryKey: primaryKey.map((column) => heading(table, column, options)) }),
      ...(foreignKeys[table].length === 0 ? {} : { foreignKeys: foreignKeys[table].map((key) => named(table, key, options)) }),
    },
  };
}

/** With the headings that the files have. */
function named(table: TableName, { fields, reference }: ForeignKey, options: CsvOptions): ForeignKey {
  const other = reference.resource ?? table;
  return {
    fields: fields.map((column) => heading(table, column, options)),
    reference: { ...reference, fields: reference.fields.map((column) => heading(other, column, options)) },
  };
}

export function field(table: TableName, column: string): Field {
  const columns: Readonly<Record<string, string>> = descriptions[table].columns;
  const shape: Readonly<Record<string, z.ZodType>> = tableSchemas[table].shape;
  const schema = shape[column];
  if (schema === undefined) throw new Error(`${table} has no column ${column}`);
  const { type, values, nullable } = typeOf(schema);
  const constraints = { ...(nullable ? {} : { required: true }), ...(values === undefined ? {} : { enum: values }) };
  return {
    name: column,
    type,
    description: columns[column] ?? '',
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

interface ColumnType {
  readonly type: Field['type'];
  /** The only values that the column takes, when they are listed. */
  readonly values?: readonly (string | number)[];
  readonly nullable: boolean;
}

function typeOf(schema: z.ZodType): ColumnType {
  const variants = variantsOf(z.toJSONSchema(schema));
  const types = new Set(variants.map((variant) => variant.type));
  const nullable = types.delete('null');
  const values = variants.flatMap((variant) => variant.enum ?? (variant.const === undefined ? [] : [variant.const]));
  const listed = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  const type = types.has('string') ? 'string' : types.has('number') && listed.length === 0 ? 'number' : 'integer';
  return { type, nullable, ...(listed.length === 0 ? {} : { values: listed }) };
}

/** A nullable or listed column is an `anyOf` or a list of types in JSON Schema: each one on its own. */
function variantsOf(schema: z.core.JSONSchema.BaseSchema): readonly z.core.JSONSchema.BaseSchema[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((variant) => (typeof variant === 'boolean' ? [] : variantsOf(variant)));
  const { type } = schema;
  return Array.isArray(type) ? type.map((one) => ({ ...schema, type: one })) : [schema];
}
