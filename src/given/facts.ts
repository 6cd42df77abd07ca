/** Facts about a file that its pages do not print: `sources.csv`, `--year`, `--title`. */
import { resolve, dirname } from 'node:path';
import { findFiscalYear } from '../text/era.js';
import { readCsv, wrong } from './csv.js';

export interface Facts {
  readonly url?: string;
  /** ISO date. */
  readonly retrievedOn?: string;
  /** Six-digit code or name. */
  readonly municipality?: string;
  readonly fiscalYear?: number;
  readonly title?: string;
  readonly grammar?: string;
}

/** Facts by the resolved path of the file that they are about. */
export interface Sources {
  readonly byPath: ReadonlyMap<string, Facts>;
}

export const SOURCES_FILE = 'sources.csv';
export const sourceColumns = ['file', 'url', 'retrieved_on', 'municipality', 'fiscal_year', 'title', 'grammar'] as const;

/** Paths in the column `file` are relative to the folder of the CSV. Throws `E_CSV`. */
export async function readSources(path: string): Promise<ReadonlyMap<string, Facts>> {
  const byPath = new Map<string, Facts>();
  for (const { line, values } of await readCsv(path, sourceColumns, ['file'])) {
    const value = (name: (typeof sourceColumns)[number]): string => (values[name] ?? '').trim();
    const file = value('file');
    if (file === '') throw wrong(path, line, 'the column file is empty');
    const at = resolve(dirname(path), file.normalize('NFC'));
    if (byPath.has(at)) throw wrong(path, line, `${file} stands here twice`);
    const year = value('fiscal_year') === '' ? undefined : yearOf(value('fiscal_year'));
    if (year === null) throw wrong(path, line, `fiscal_year "${value('fiscal_year')}" is no year like 2023 or 令和5年度`);
    const day = value('retrieved_on') === '' ? undefined : isoDay(value('retrieved_on'));
    if (day === null) throw wrong(path, line, `retrieved_on "${value('retrieved_on')}" is no day like 2024-05-01`);
    byPath.set(at, {
      ...(value('url') === '' ? {} : { url: value('url') }),
      ...(day === undefined ? {} : { retrievedOn: day }),
      ...(value('municipality') === '' ? {} : { municipality: value('municipality') }),
      ...(year === undefined ? {} : { fiscalYear: year }),
      ...(value('title') === '' ? {} : { title: value('title') }),
      ...(value('grammar') === '' ? {} : { grammar: value('grammar') }),
    });
  }
  return byPath;
}

function yearOf(text: string): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  return findFiscalYear(text)?.year ?? null;
}

/** `2024-05-01`, or as spreadsheets turn it into: `2024/5/1`. */
function isoDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
