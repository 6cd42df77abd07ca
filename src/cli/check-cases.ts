/** Folders → every PDF that has an `expected.json` beside it, with what is known of its differences. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { countFields, parseExpected, type Expected } from '../check/expected.js';
import { KNOWN_FILE, parseKnown, type Known } from '../check/known.js';
import type { Failure } from '../model/errors.js';
import { findFiles } from './inputs.js';

/** One PDF with what it should become. */
export interface Case {
  readonly pdf: string;
  readonly fixture: Fixture;
  /** Its entries of `known-differences.json`. */
  readonly known: readonly Known[];
}

/** An `expected.json`; `isNew` while it waits to be written, with --update. */
export interface Fixture {
  readonly path: string;
  readonly text: string;
  readonly expected: Expected;
  readonly isNew: boolean;
}

export interface FoundCases {
  readonly cases: readonly Case[];
  /** What is wrong, with the path that it is about. */
  readonly failures: readonly CaseFailure[];
}

export interface CaseFailure {
  readonly path: string;
  readonly failure: Failure;
}

/** @param update a missing or empty `expected.json` is to be written: its PDFs are cases too. */
export async function findCases(folders: readonly string[], update: boolean): Promise<FoundCases> {
  const cases = new Map<string, Case>();
  const failures: CaseFailure[] = [];
  for (const folder of folders) {
    const info = await stat(folder).catch(() => undefined);
    if (info === undefined || !info.isDirectory()) {
      failures.push({ path: folder, failure: { code: 'E_NOT_FOUND', message: `there is no folder ${folder}`, remedy: 'Name the folder with the fixtures.' } });
      continue;
    }
    const isPart = (name: string): boolean => name === 'expected.json' || (update && isPdf(name));
    const files = await findFiles(folder, isPart, (failure) => failures.push({ path: folder, failure }));
    const paths = [...new Set(files.map(({ path }) => join(dirname(path), 'expected.json')))].sort();
    if (paths.length === 0) {
      const message = update ? `${folder} holds no PDF` : `${folder} holds no expected.json`;
      const remedy = update
        ? 'Name the folder with the fixtures.'
        : 'Make one beside each PDF with --update, name another folder, or use --stat, which needs none.';
      failures.push({ path: folder, failure: { code: 'E_NO_INPUT', message, remedy } });
    }
    for (const path of paths) {
      const found = await casesOf(path, update);
      for (const one of found.cases) cases.set(one.pdf, one);
      failures.push(...found.failures);
    }
  }
  return { cases: [...cases.values()], failures };
}

const isPdf = (name: string): boolean => /\.pdf$/i.test(name);

async function casesOf(path: string, update: boolean): Promise<FoundCases> {
  const failed = (failure: Failure): FoundCases => ({ cases: [], failures: [{ path, failure }] });
  const fixture = await readFixture(path, update);
  if ('code' in fixture) return failed(fixture);
  const beside = await readdir(dirname(path));
  const pdfs = beside.filter(isPdf).sort();
  if (pdfs.length === 0)
    return failed({ code: 'E_NO_INPUT', message: `there is no PDF beside ${path}`, remedy: 'Put the PDF that it describes into the same folder.' });
  const knownPath = join(dirname(path), KNOWN_FILE);
  const known = beside.includes(KNOWN_FILE) ? parseKnown(await readFile(knownPath, 'utf8'), knownPath) : { ok: true as const, value: [] };
  if (!known.ok) return failed(known.failure);
  const cases = pdfs.map((name) => ({ pdf: join(dirname(path), name), fixture, known: known.value.filter((entry) => entry.pdf === name) }));
  const strangers = known.value.filter((entry) => !pdfs.includes(entry.pdf));
  const failures = strangers.map((entry) => ({
    path: knownPath,
    failure: { code: 'E_EXPECTED' as const, message: `${knownPath}: there is no PDF ${basename(entry.pdf)}`, remedy: 'Take the entry out, or mend the name.' },
  }));
  return { cases, failures };
}

async function readFixture(path: string, update: boolean): Promise<Fixture | Failure> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (update && text.trim() === '') return { path, text, expected: {}, isNew: true };
  const parsed = parseExpected(text, path);
  if (!parsed.ok) return parsed.failure;
  if (countFields(parsed.value) > 0) return { path, text, expected: parsed.value, isNew: false };
  if (update) return { path, text, expected: {}, isNew: true };
  return {
    code: 'E_EXPECTED',
    message: `${path} expects nothing: 0 fields compared`,
    remedy: 'Write into it what the PDF says, or let --update write what is read, and look it over.',
  };
}
