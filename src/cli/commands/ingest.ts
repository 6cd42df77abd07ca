/** `chohyo ingest`: PDFs into the database. */
import { existsSync, rmSync } from 'node:fs';
import { Option, type Command } from '@commander-js/extra-typings';
import { EXIT, exitOf } from '../exit.js';
import type { Database } from '../../store/database.js';
import type { FileReport, FileStatus } from '../ingest-files.js';
import { databaseOption, fiscalYear, grammarOption, grammarsOption, jobsOption, limitOption, timeoutOption, type LimitSettings } from '../options.js';
import type { Console } from '../console.js';
import type { Session } from '../session.js';
import { atInterrupt } from '../../files/interrupt.js';
import { isInShard, shard, type Shard } from '../shard.js';
import type { Input } from '../inputs.js';
import { atPath } from '../console.js';
import { wordIn, type Language } from '../../messages/translate.js';
import { printable } from '../../text/printable.js';

export function registerIngest(program: Command, session: Session): void {
  program
    .command('ingest')
    .summary('read PDF files and folders into the database')
    .description(
      'Reads PDF files, and folders searched for *.pdf, into the SQLite database: the format of each is recognised, ' +
        'each document is stored in one transaction. The same file again changes nothing; a new file under an old name supersedes the old one, ' +
        'and of files that say the same one is current. Given facts fill gaps, what is printed stands. "-" reads from stdin.',
    )
    .argument('<path...>', 'PDF files and folders')
    .addOption(databaseOption())
    .addOption(jobsOption())
    .addOption(grammarOption())
    .addOption(grammarsOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .addOption(new Option('--year <yyyy>', 'fiscal year of files that print none').argParser(fiscalYear))
    .option('--title <text>', 'title of files that print none')
    .option(
      '--sources <file>',
      'facts that no page prints: CSV with file, url, retrieved_on, municipality, fiscal_year, title, grammar; sources.csv beside the PDFs is taken too',
    )
    .option('--corrections <file>', 'values put right: CSV as the review page writes it; corrections.csv beside the PDFs is taken too')
    .addOption(
      new Option(
        '--shard <i/n>',
        'only part I of N of the files, told by their names: N runs with a database each read them all (then: chohyo merge)',
      ).argParser(shard),
    )
    .option('--dry-run', 'read everything, write nothing')
    .option('--json', 'one JSON object a file, one a line')
    .option('--strict', 'exit status 6 when there are warnings, or documents that another one supersedes')
    .action((paths, options) => session.run(options, (console) => ingest(paths, options, console)));
}

interface IngestSettings {
  readonly db: string;
  readonly jobs: number;
  readonly grammar?: string | undefined;
  readonly grammars?: string | undefined;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
  readonly sources?: string | undefined;
  readonly corrections?: string | undefined;
  readonly shard?: Shard | undefined;
  readonly dryRun?: true | undefined;
  readonly json?: true | undefined;
  readonly strict?: true | undefined;
}

async function ingest(paths: readonly string[], options: IngestSettings, console: Console): Promise<number> {
  const { findInputs, sourcePathOf } = await import('../inputs.js');
  const { chooseGrammars } = await import('../grammars.js');
  const { programDigest } = await import('../program.js');
  const { openReaders } = await import('../readers.js');
  const { ingestFiles, readerName } = await import('../ingest-files.js');
  const { saveCorrections } = await import('../../store/said.js');
  const store = await import('../../store/read.js');
  const { derive } = await import('../../store/derive.js');
  const { segmenter } = await import('../../text/words.js');

  const choice = await chooseGrammars(options);
  const found = await findInputs(paths);
  for (const failure of found.failures) console.failure(failure);
  if (found.inputs.length === 0) return EXIT.noneRead;

  const { readGiven } = await import('../given-files.js');
  const given = await readGiven(found.inputs, options);
  for (const note of given.notes) console.note(`${printable(note)}\n`);

  const inputs = partOf(found.inputs, options, sourcePathOf);
  if (options.shard !== undefined) console.note(`this part: ${inputs.length} of ${plural(found.inputs.length, 'file')}\n`);

  const isNew = !existsSync(options.db);
  let reports: FileReport[] = [];
  const { openDatabase } = await import('../open-database.js');
  const db = options.dryRun ? undefined : openDatabase(options.db);
  /** A database made for documents none of which could be read is nothing to leave behind; a part without documents is still a part. */
  const closeDatabase = (): void => {
    db?.close();
    if (db && isNew && options.shard === undefined && !reports.some(({ status }) => status !== 'failed')) rmSync(options.db, { force: true });
  };
  const stopListening = atInterrupt(() => {
    closeDatabase();
    console.note(
      `\nstopped: ${
        countsOf(reports)
          .map((words) => words.join(' '))
          .join(', ') || 'none'
      } of ${plural(inputs.length, 'file')} (${options.dryRun ? 'nothing written' : options.db}); the same command goes on from there\n`,
    );
  });
  if (db !== undefined) saveCorrections(db, given.corrections);
  const pool = await openReaders(console, { jobs: options.jobs, timeout: options.timeout, limit: options.limit, grammarFiles: choice.files });
  const { startProgress } = await import('../progress.js');
  const progress = startProgress(console, inputs.length);
  try {
    const files = ingestFiles(inputs, {
      pool,
      stdin: console.stdin,
      reader: readerName(programDigest(), choice.grammars, choice.chosen),
      factsOf: given.factsOf,
      corrections: given.corrections,
      jobs: options.jobs,
      megabytes: options.limit?.megabytes,
      onPage: (path, page, total) => progress.page(path, page, total),
      ...(db === undefined ? {} : { db }),
      ...(choice.chosen === undefined ? {} : { grammar: choice.chosen }),
    });
    for await (const report of files) {
      reports.push(report);
      progress.done();
      progress.above(() => {
        if (options.json) console.result(`${JSON.stringify(jsonOf(report))}\n`);
        tell(report, console);
      });
    }
    // Where nothing came or moved, nothing stands otherwise than it was told.
    if (db !== undefined && derive(db, (text) => segmenter()(text))) reports = settled(reports, db, store, console);
  } finally {
    progress.stop();
    await pool.close();
    stopListening();
    closeDatabase();
  }
  if (!options.json && !console.quiet) {
    console.result(await summary(reports, options, console.language));
    const { findingsText } = await import('../findings-text.js');
    console.note(findingsText(reports, console.language));
  }
  return statusOf(reports, found.failures.length, options.strict ?? false);
}

/** This run's part of the files, by the names that are the same on every machine. */
function partOf(inputs: readonly Input[], { shard: own }: IngestSettings, nameOf: (input: Input) => string): readonly Input[] {
  return own === undefined ? inputs : inputs.filter((input) => isInShard(nameOf(input), own));
}

/** A file that comes later may supersede one that was told before, or disagree with it: how each stands in the end. */
function settled(reports: readonly FileReport[], db: Database, store: typeof import('../../store/read.js'), console: Console): FileReport[] {
  return reports.map((report) => {
    const now = report.document === undefined ? undefined : store.findDocument(db, report.document.documentId);
    if (now === undefined) return report;
    if (now.supersededBy !== (report.document?.supersededBy ?? null)) {
      const current = now.supersededBy === null ? undefined : store.findDocument(db, now.supersededBy);
      if (console.json)
        console.result(
          `${JSON.stringify({ file: report.path, status: now.supersededBy === null ? 'current' : 'superseded', document_id: now.documentId, superseded_by: now.supersededBy })}\n`,
        );
      else if (report.status !== 'copy' && current !== undefined)
        console.note(`${printable(report.path)}: superseded by ${printable(current.sourcePath)}, which came later in this run\n`);
    }
    return { ...report, document: now, findings: store.findDiagnostics(db, now.documentId) };
  });
}

/** Failures and what else is not in the table, as it comes. */
function tell(report: FileReport, console: Console): void {
  if (report.failure !== undefined) console.failure(atPath(report.path, report.failure));
  for (const problem of report.problems) console.failure(atPath(report.path, problem));
  if (!console.json) for (const note of report.notes) console.note(`${printable(report.path)}: ${printable(note)}\n`);
}

function jsonOf(report: FileReport): unknown {
  const { document } = report;
  return {
    file: report.path,
    status: report.status,
    ...(document === undefined
      ? {}
      : {
          document_id: document.documentId,
          municipality_code: document.municipalityCode,
          municipality: document.municipality,
          fiscal_year: document.fiscalYear,
          title: document.title,
          grammar: document.grammar,
          grammar_version: document.grammarVersion,
          pages: document.pages,
          items: document.items,
          warnings: document.warnings,
          doubtful: report.doubtful,
          superseded_by: document.supersededBy,
        }),
    findings: report.findings,
    ...(report.remembered === true ? { remembered: true } : {}),
    ...(report.failure === undefined ? {} : { error: report.failure }),
    problems: report.problems,
    notes: report.notes,
  };
}

async function summary(reports: readonly FileReport[], options: IngestSettings, language: Language): Promise<string> {
  const { tableText } = await import('../table-text.js');
  const { countLine } = await import('../count-line.js');
  const word = (text: string): string => wordIn(language, text);
  const table = tableText(
    [
      { head: word('file') },
      { head: word('municipality') },
      { head: word('year'), align: 'right' },
      { head: word('pages'), align: 'right' },
      { head: word('items'), align: 'right' },
      { head: word('warnings'), align: 'right' },
      { head: word('result') },
    ],
    reports.map(({ path, document, status, doubtful, remembered, failure, problems }) => [
      path,
      document?.municipality ?? '',
      String(document?.fiscalYear ?? ''),
      String(document?.pages ?? ''),
      String(document?.items ?? ''),
      String(document?.warnings ?? ''),
      [
        statusWord(status, doubtful, document?.supersededBy ?? null, word),
        failure?.code,
        remembered === true ? word('(not read again)') : undefined,
        ...problems.map((problem) => problem.code),
      ]
        .filter((word) => word !== undefined)
        .join(' '),
    ]),
  );
  // What is superseded is not counted twice.
  const documents = reports.filter((report) => report.document !== undefined && report.document.supersededBy === null && report.status !== 'copy');
  const sum = (field: 'items' | 'warnings'): number => documents.reduce((total, report) => total + (report.document?.[field] ?? 0), 0);
  const became: (readonly [number, string])[] = [...countsOf(reports)];
  const superseded = reports.filter((report) => report.status !== 'copy' && (report.document?.supersededBy ?? null) !== null).length;
  if (superseded > 0) became.push([superseded, 'of them superseded']);
  const doubtful = documents.filter((report) => report.doubtful).length;
  if (doubtful > 0) became.push([doubtful, 'doubtful']);
  const where = options.dryRun ? 'nothing written' : options.db;
  return `${table}\n${countLine(language, {
    files: reports.length,
    became,
    held: [
      [sum('items'), 'item'],
      [sum('warnings'), 'warning'],
    ],
    where,
  })}`;
}

/** `[2, 'stored']`, `[1, 'failed']`. */
function countsOf(reports: readonly FileReport[]): readonly (readonly [number, FileStatus])[] {
  const count = (status: FileStatus): number => reports.filter((report) => report.status === status).length;
  return (['stored', 'replaced', 'unchanged', 'read', 'copy', 'failed'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => [count(status), status] as const);
}

/** `stored`; `stored, doubtful`; `stored, superseded`. */
function statusWord(status: FileStatus, doubtful: boolean, supersededBy: string | null, word: (text: string) => string): string {
  if (supersededBy !== null) return `${word(status)}, ${word('superseded')}`;
  return doubtful ? `${word(status)}, ${word('doubtful')}` : word(status);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A document of which a part could not be read counts with those that could not: its rows are not all there is. */
function statusOf(reports: readonly FileReport[], unfound: number, strict: boolean): number {
  const failed = reports.filter((report) => report.status === 'failed').length + unfound;
  const partial = reports.filter((report) => report.problems.length > 0).length;
  const read = reports.length - (failed - unfound);
  const status = exitOf(read, failed + partial);
  const warned = reports.some((report) => (report.document?.warnings ?? 0) > 0 || (report.document?.supersededBy ?? null) !== null);
  return status === EXIT.ok && strict && warned ? EXIT.findings : status;
}
