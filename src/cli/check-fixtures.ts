/** Every `expected.json` below the folders, every PDF beside it. */
import { writeFile } from 'node:fs/promises';
import { compare } from '../check/compare.js';
import { countFields, parseExpected, type Expected } from '../check/expected.js';
import { KNOWN_FILE, sortKnown } from '../check/known.js';
import { withLines } from '../check/lines.js';
import { report, textReport } from '../check/reporters.js';
import { isAlike, type FileResult } from '../check/result.js';
import { newExpected, updateExpected } from '../check/update.js';
import { ChohyoError } from '../model/errors.js';
import type { DocumentRecords } from '../model/records.js';
import type { Pool } from '../reader/pool.js';
import type { ReadOutcome } from '../reader/types.js';
import { findCases, type Case, type Fixture } from './check-cases.js';
import type { CheckSettings } from './commands/check.js';
import type { Console } from './console.js';
import { EXIT, exitOf } from './exit.js';
import { inOrder } from './in-order.js';
import { readInput, type ReadOptions } from './inputs.js';
import { startProgress } from './progress.js';

interface Reread {
  readonly one: Case;
  readonly result: FileResult;
  readonly records?: DocumentRecords;
}

export async function checkFixtures(folders: readonly string[], options: CheckSettings, pool: Pool, console: Console): Promise<number> {
  const { cases, failures } = await findCases(folders, options.update ?? false);
  for (const { failure } of failures) console.failure(failure);
  const unread: readonly FileResult[] = failures.map(({ path, failure }) => ({
    path,
    expected: path,
    failure,
    compared: 0,
    seconds: 0,
    differences: [],
    known: [],
  }));
  if (cases.length === 0) {
    if (options.reporter === 'junit' || options.reporter === 'github') console.result(report(options.reporter, unread, console.paint));
    return EXIT.noneRead;
  }

  const rereads: Reread[] = [];
  const progress = startProgress(console, cases.length);
  try {
    for await (const { one, outcome, seconds } of inOrder(cases, options.jobs, (one) =>
      begin(one, pool, console, { megabytes: options.limit?.megabytes, grammar: options.grammar }, progress.page),
    )) {
      const result = resultOf(one, outcome, seconds);
      rereads.push({ one, result, ...(options.update && outcome.kind === 'read' ? { records: outcome.records } : {}) });
      for (const entry of result.settled ?? []) {
        progress.above(() => console.note(`${one.pdf}: ${entry.difference} does not differ so any more: take it out of ${KNOWN_FILE}\n`));
      }
      progress.done();
    }
  } finally {
    progress.stop();
  }
  const results = rereads.map(({ result }) => result);
  const told = options.reporter === 'junit' || options.reporter === 'github' ? [...unread, ...results] : results;
  if (!console.quiet || options.reporter !== 'text') console.result(report(options.reporter, told, console.paint));
  if (!options.update) return results.every(isAlike) ? exitOf(cases.length, failures.length) : EXIT.differences;

  const left = await rewrite(rereads, console);
  for (const result of left) {
    if (result.failure === undefined) console.note(`Still different after the update:\n${textReport([result], console.paint)}`);
  }
  return left.length === 0 ? exitOf(cases.length, failures.length) : EXIT.differences;
}

interface Ended {
  readonly one: Case;
  readonly outcome: ReadOutcome;
  readonly seconds: number;
}

async function begin(
  one: Case,
  pool: Pool,
  console: Console,
  how: ReadOptions,
  onPage: (path: string, page: number, total: number) => void,
): Promise<{ result: Promise<Ended> }> {
  const began = performance.now();
  const ended = (outcome: ReadOutcome): Ended => ({ one, outcome, seconds: (performance.now() - began) / 1000 });
  const opened = await readInput({ path: one.pdf }, console.stdin, how);
  if (!opened.ok) return { result: Promise.resolve(ended({ kind: 'failed', failure: opened.failure })) };
  return { result: pool.read(opened.value, (page, total) => onPage(one.pdf, page, total)).then(ended) };
}

function resultOf({ pdf, fixture, known }: Case, outcome: ReadOutcome, seconds: number): FileResult {
  const result = { path: pdf, expected: fixture.path, compared: countFields(fixture.expected), seconds, differences: [], known: [] };
  if (outcome.kind === 'failed') return { ...result, compared: 0, failure: outcome.failure };
  const differences = withLines(fixture.text, fixture.expected, compare(fixture.expected, outcome.records));
  return { ...result, ...sortKnown(differences, known) };
}

/** Writes what the first PDF of each new or differing fixture became → what no file says of the other PDFs beside it. */
async function rewrite(rereads: readonly Reread[], console: Console): Promise<readonly FileResult[]> {
  const left: FileResult[] = [];
  for (const fixture of new Set(rereads.map(({ one }) => one.fixture))) {
    const own = rereads.filter(({ one }) => one.fixture === fixture);
    const first = own.find(({ records }) => records !== undefined)?.records;
    const isRight = !fixture.isNew && own.every(({ result }) => isAlike(result));
    const expected = first === undefined || isRight ? fixture.expected : await renew(fixture, first, console);
    for (const { one, result, records } of own) {
      const again = records === undefined ? result : { ...result, ...sortKnown(compare(expected, records), one.known) };
      if (!isAlike(again)) left.push(again);
    }
  }
  return left;
}

async function renew(fixture: Fixture, records: DocumentRecords, console: Console): Promise<Expected> {
  const text = fixture.isNew ? newExpected(records) : updateExpected(fixture.text, fixture.expected, records);
  const parsed = parseExpected(text, fixture.path);
  if (!parsed.ok) throw new ChohyoError(parsed.failure);
  await writeFile(fixture.path, text);
  console.note(
    fixture.isNew
      ? `${fixture.path} written with what ${records.document.source_file} became: look it over, every value of it\n`
      : `${fixture.path} rewritten with what ${records.document.source_file} became\n`,
  );
  return parsed.value;
}
