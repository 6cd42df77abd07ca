/** CSV files that people write, in a spreadsheet or by hand → rows by column name. */
import { readFile } from 'node:fs/promises';
import { parseString } from 'fast-csv';
import iconv from 'iconv-lite';
import { ChohyoError } from '../model/errors.js';

export interface CsvRow {
  /** 1-based line where the row begins, for messages. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * UTF-8 with or without byte order mark, or cp932 as Japanese Excel writes it. Throws `E_CSV` with path and line
 * for a column that is not known, a missing one, or a file that is no CSV.
 */
export async function readCsv(path: string, columns: readonly string[], required: readonly string[]): Promise<readonly CsvRow[]> {
  const text = decode(await readFile(path).catch((error: unknown) => Promise.reject(wrong(path, 1, error instanceof Error ? error.message : String(error)))));
  const records = await parse(text, path);
  const header = (records[0] ?? []).map((name) => name.trim());
  const stranger = header.find((name) => name !== '' && !columns.includes(name));
  if (stranger !== undefined) throw wrong(path, 1, `there is no column ${stranger}; known are ${columns.join(', ')}`);
  const missing = required.find((name) => !header.includes(name));
  if (missing !== undefined) throw wrong(path, 1, `the column ${missing} is missing`);
  let line = 1 + lineBreaks(records[0] ?? []);
  const rows: CsvRow[] = [];
  for (const record of records.slice(1)) {
    line += 1;
    const values = Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
    if (record.some((cell) => cell !== '')) rows.push({ line, values });
    line += lineBreaks(record);
  }
  return rows;
}

export function wrong(path: string, line: number, what: string): ChohyoError {
  return new ChohyoError({ code: 'E_CSV', message: `${path}:${line}: ${what}`, remedy: 'Mend the line and run the command again; nothing was read.' });
}

/** Japanese Excel saves CSV as cp932 unless told otherwise: what is no UTF-8 is that. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'cp932');
  }
}

function parse(text: string, path: string): Promise<readonly (readonly string[])[]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(text, { headers: false, ignoreEmpty: false })
      .on('error', (error: Error) => reject(wrong(path, rows.length + 1, error.message)))
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => resolve(rows));
  });
}

function lineBreaks(record: readonly string[]): number {
  return record.join('').split('\n').length - 1;
}
