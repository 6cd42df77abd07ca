/** Every `expected.json` below the folders, every PDF beside it. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compare } from '../check/compare.js';
import { parseExpected, type Expected } from '../check/expected.js';
import { report, textReport } from '../check/reporters.js';
import { isAlike, type FileResult } from '../check/result.js';
import { updateExpected } from '../check/update.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import type { DocumentRecords } from '../model/records.js';
import type { Pool } from '../reader/pool.js';
import type { ReadOutcome } from '../reader/types.js';
import type { CheckSettings } from './commands/check.js';
import type { Console } from './console.js';
import { EXIT, exitOf } from './exit.js';
import { inOrder } from './in-order.js';
import { findFiles, readInput } from './inputs.js';
import { startProgress } from './progress.js';

/** One PDF with what it should become. */
interface Case {
  readonly pdf: string;
  readonly fixture: Fixture;
}

interface Fixture {
  readonly path: string;
  readonly text: string;
  readonly expected: Expected;
}

export async function checkFixtures(folders: readonly string[], options: CheckSettings, pool: Pool, console: Console): Promise<number> {
  const { cases, failures } = await findCases(folders);
  for (const failure of failures) console.failure(failure);
  if (cases.length === 0) return EXIT.noneRead;

  const results: FileResult[] = [];
  const firstRead = new Map<Fixture, DocumentRecords>();
  const rereads: { readonly result: FileResult; readonly fixture: Fixture; readonly records?: DocumentRecords }[] = [];
  const progress = startProgress(console, cases.length);
  try {
    for await (const { pdf, fixture, outcome } of inOrder(cases, options.jobs, (one) => begin(one, pool, console, progress.page))) {
      const records = outcome.kind === 'read' ? outcome.records : undefined;
      const result = resultOf(pdf, fixture, outcome);
      results.push(result);
      if (options.update) {
        if (records !== undefined && !firstRead.has(fixture)) firstRead.set(fixture, records);
        rereads.push({ result, fixture, ...(records === undefined ? {} : { records }) });
      }
      progress.done();
    }
  } finally {
    progress.stop();
  }
  if (!console.quiet || options.reporter !== 'text') console.result(report(options.reporter, results, console.paint));
  if (!options.update) return results.every(isAlike) ? exitOf(cases.length, failures.length) : EXIT.differences;

  const renewed = await rewrite(results, firstRead, console);
  // What the rewritten file does not say of every PDF beside it is still a difference.
  const left = rereads.filter(({ result, fixture, records }) => {
    const expected = renewed.get(fixture);
    if (records === undefined) return true;
    return expected === undefined ? !isAlike(result) : compare(expected, records).length > 0;
  });
  for (const { result, records, fixture } of left) {
    if (records === undefined) continue;
    console.note(`Still different after the update:\n${textReport([{ ...result, differences: compare(renewed.get(fixture) ?? fixture.expected, records) }], console.paint)}`);
  }
  return left.length === 0 ? exitOf(cases.length, failures.length) : EXIT.differences;
}

async function begin(one: Case, pool: Pool, console: Console, onPage: (path: string, page: number, total: number) => void): Promise<{ result: Promise<Case & { outcome: ReadOutcome }> }> {
  const opened = await readInput({ path: one.pdf }, console.stdin);
  if (!opened.ok) return { result: Promise.resolve({ ...one, outcome: { kind: 'failed', failure: opened.failure } }) };
  const reading = pool.read(opened.value, (page, total) => onPage(one.pdf, page, total));
  return { result: reading.then((outcome) => ({ ...one, outcome })) };
}

function resultOf(pdf: string, fixture: Fixture, outcome: ReadOutcome): FileResult {
  if (outcome.kind === 'failed') return { path: pdf, expected: fixture.path, failure: outcome.failure, differences: [] };
  return { path: pdf, expected: fixture.path, differences: compare(fixture.expected, outcome.records) };
}

/** Writes what the first PDF of each differing fixture became. */
async function rewrite(results: readonly FileResult[], firstRead: ReadonlyMap<Fixture, DocumentRecords>, console: Console): Promise<ReadonlyMap<Fixture, Expected>> {
  const renewed = new Map<Fixture, Expected>();
  for (const [fixture, records] of firstRead) {
    if (results.every((result) => result.expected !== fixture.path || isAlike(result))) continue;
    const text = updateExpected(fixture.text, fixture.expected, records);
    const parsed = parseExpected(text, fixture.path);
    if (!parsed.ok) throw new ChohyoError(parsed.failure);
    await writeFile(fixture.path, text);
    renewed.set(fixture, parsed.value);
    console.note(`${fixture.path} rewritten with what ${records.document.source_file} became\n`);
  }
  return renewed;
}

async function findCases(folders: readonly string[]): Promise<{ readonly cases: readonly Case[]; readonly failures: readonly Failure[] }> {
  const cases: Case[] = [];
  const failures: Failure[] = [];
  for (const folder of folders) {
    const info = await stat(folder).catch(() => undefined);
    if (info === undefined || !info.isDirectory()) {
      failures.push({ code: 'E_NOT_FOUND', message: `there is no folder ${folder}`, remedy: 'Name the folder with the fixtures.' });
      continue;
    }
    const paths = await findFiles(folder, (name) => name === 'expected.json', (failure) => failures.push(failure));
    if (paths.length === 0) {
      failures.push({ code: 'E_NO_INPUT', message: `${folder} holds no expected.json`, remedy: 'Name the folder with the fixtures, or use --stat, which needs none.' });
    }
    for (const path of paths) {
      const text = await readFile(path, 'utf8');
      const parsed = parseExpected(text, path);
      const beside = (await readdir(dirname(path))).filter((name) => /\.pdf$/i.test(name)).sort();
      const pdfs = beside.map((name) => join(dirname(path), name));
      if (!parsed.ok) {
        failures.push(parsed.failure);
      } else if (pdfs.length === 0) {
        failures.push({ code: 'E_NO_INPUT', message: `there is no PDF beside ${path}`, remedy: 'Put the PDF that it describes into the same folder.' });
      } else {
        const fixture = { path, text, expected: parsed.value };
        cases.push(...pdfs.map((pdf) => ({ pdf, fixture })));
      }
    }
  }
  return { cases, failures };
}
