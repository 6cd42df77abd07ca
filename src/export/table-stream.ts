/** Rows of one table → a stream of encoded CSV or JSON Lines. */
import { pipeline, Readable, Transform } from 'node:stream';
import { format } from 'fast-csv';
import { columnJa } from '../messages/columns-ja.js';
import type { TableName } from '../model/records.js';
import type { Row, SqlValue } from '../store/read.js';
import { columnsOf } from '../store/views.js';
import { cellText } from './cell.js';
import { encodeCp932, toCp932 } from './cp932.js';

export type Encoding = 'utf-8' | 'cp932';

export interface CsvOptions {
  readonly encoding: Encoding;
  /** For Excel: CRLF line ends, and in UTF-8 a byte order mark, without which it takes the file for cp932. */
  readonly excel: boolean;
  /** Cells that a spreadsheet would run as a formula get a leading `'`. */
  readonly escape: boolean;
  /** Language of the headings; English without it. */
  readonly headers?: 'en' | 'ja';
}

/** A column's heading. */
export function heading(table: TableName, column: string, { headers }: Pick<CsvOptions, 'headers'>): string {
  return headers === 'ja' ? columnJa(table, column) : column;
}

/** A character that the encoding cannot write, and the value that it stands in. */
export interface LostCharacter {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
  readonly character: string;
}

/** The columns that tell a person which row is meant. */
const keys: Readonly<Record<TableName, readonly string[]>> = {
  items: ['item_id'],
  measures: ['item_id', 'measure_no'],
  indicators: ['document_id', 'indicator_no'],
  plan_nodes: ['node_id'],
  sheets: ['document_id', 'sheet_no'],
  documents: ['document_id'],
  series: ['series_id'],
  ratings: ['rating_id'],
  fields: ['field_id'],
  item_links: ['item_id'],
  provenance: ['id'],
  diagnostics: ['document_id'],
};

/** `rows`: lists of values in the order of the table's columns. */
export function csvStream(table: TableName, rows: Iterable<readonly SqlValue[]>, options: CsvOptions, onLost: (lost: LostCharacter) => void): Readable {
  const columns = columnsOf(table);
  // fast-csv's own writeBOM forgets the mark when there are no rows.
  const mark = options.excel && options.encoding === 'utf-8' ? '\ufeff' : '';
  const formatter = format({
    headers: columns.map((column, index) => (index === 0 ? mark : '') + heading(table, column, options)),
    alwaysWriteHeaders: true,
    includeEndRowDelimiter: true,
    rowDelimiter: options.excel ? '\r\n' : '\n',
  });
  const cells = function* (): Generator<string[]> {
    for (const row of rows) yield row.map((value, i) => cell(row, value, columns[i] ?? ''));
  };
  const idOf = (row: readonly SqlValue[]): string => keys[table].map((key) => row[columns.indexOf(key)] ?? '').join('-');
  const cell = (row: readonly SqlValue[], value: SqlValue, field: string): string => {
    const text = cellText(value, options.escape);
    if (options.encoding === 'utf-8') return text;
    const converted = toCp932(text);
    for (const character of converted.lost) onLost({ table, id: idOf(row), field, character });
    return converted.text;
  };
  const encoder = options.encoding === 'utf-8' ? [] : [cp932()];
  const pieces = inPieces();
  // One that fails, or is no longer wanted, ends them all.
  pipeline([Readable.from(cells()), formatter, ...encoder, pieces], () => undefined);
  return pieces;
}

/** The formatter pushes whole rows, so no character is ever cut in two. */
const cp932 = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, encodeCp932(chunk.toString('utf8')));
    },
  });

/** Bytes that are written at a time: a row by itself costs more to hand over than to make. */
const PIECE = 64 * 1024;

/** The same bytes in larger pieces. */
function inPieces(): Transform {
  let held: Buffer[] = [];
  let size = 0;
  const take = (): Buffer => {
    const piece = Buffer.concat(held);
    held = [];
    size = 0;
    return piece;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      size += chunk.length;
      if (size < PIECE) done();
      else done(null, take());
    },
    flush(done) {
      done(null, take());
    },
  });
}

/** One JSON object a line, always UTF-8, values as they are stored. */
export function jsonLinesStream(rows: Iterable<Row>): Readable {
  const lines = function* (): Generator<Buffer> {
    let text = '';
    for (const row of rows) {
      text += `${JSON.stringify(row)}\n`;
      if (text.length < PIECE) continue;
      yield Buffer.from(text);
      text = '';
    }
    if (text !== '') yield Buffer.from(text);
  };
  return Readable.from(lines(), { objectMode: false });
}
