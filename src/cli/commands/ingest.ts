/** `chohyo ingest`: PDFs into the database. */
import { existsSync, rmSync } from 'node:fs';
import type { Command } from '@commander-js/extra-typings';
import { EXIT, exitOf } from '../exit.js';
import type { FileReport, FileStatus } from '../ingest-files.js';
import { databaseOption, grammarOption, jobsOption, timeoutOption, limitOption, type LimitSettings } from '../options.js';
import type { Console } from '../console.js';
import type { Session } from '../session.js';
import { atPath } from '../console.js';

export function registerIngest(program: Command, session: Session): void {
  program
    .command('ingest')
    .summary('read PDF files and folders into the database')
    .description(
      'Reads PDF files, and folders searched for *.pdf, into the SQLite database: the format of each is recognised, ' +
        'each document is stored in one transaction. The same file again changes nothing. "-" reads from stdin.',
    )
    .argument('<path...>', 'PDF files and folders')
    .addOption(databaseOption())
    .addOption(jobsOption())
    .addOption(grammarOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .option('--dry-run', 'read everything, write nothing')
    .option('--json', 'one JSON object a file, one a line')
    .option('--strict', 'exit status 6 when there are warnings')
    .action((paths, options) => session.run(options, (console) => ingest(paths, options, console)));
}

interface IngestSettings {
  readonly db: string;
  readonly jobs: number;
  readonly grammar?: string | undefined;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
  readonly dryRun?: true | undefined;
  readonly json?: true | undefined;
  readonly strict?: true | undefined;
}

async function ingest(paths: readonly string[], options: IngestSettings, console: Console): Promise<number> {
  const { findInputs } = await import('../inputs.js');
  const { chooseGrammars } = await import('../grammars.js');
  const { programDigest } = await import('../program.js');
  const { openReaders } = await import('../readers.js');
  const { ingestFiles, readerName } = await import('../ingest-files.js');

  const choice = await chooseGrammars(options.grammar);
  const found = await findInputs(paths);
  for (const failure of found.failures) console.failure(failure);
  if (found.inputs.length === 0) return EXIT.noneRead;

  const isNew = !existsSync(options.db);
  const db = options.dryRun ? undefined : await openDatabase(options.db);
  const pool = await openReaders(console, { jobs: options.jobs, timeout: options.timeout, limit: options.limit, grammarFiles: choice.files });
  const { startProgress } = await import('../progress.js');
  const progress = startProgress(console, found.inputs.length);
  const reports: FileReport[] = [];
  try {
    const files = ingestFiles(found.inputs, {
      pool,
      stdin: console.stdin,
      reader: readerName(programDigest(), choice.grammars, choice.chosen),
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
  } finally {
    progress.stop();
    await pool.close();
    db?.close();
    // A database made for documents none of which could be read is nothing to leave behind.
    if (db && isNew && !reports.some(({ status }) => status !== 'failed')) rmSync(options.db, { force: true });
  }
  if (!options.json && !console.quiet) console.result(await summary(reports, options));
  return statusOf(reports, found.failures.length, options.strict ?? false);
}

async function openDatabase(path: string): Promise<import('../../store/database.js').Database> {
  const { openForWriting } = await import('../../store/database.js');
  const { ChohyoError } = await import('../../model/errors.js');
  const opened = openForWriting(path);
  if (!opened.ok) throw new ChohyoError(opened.failure);
  return opened.value;
}

/** Failures and what else is not in the table, as it comes. */
function tell(report: FileReport, console: Console): void {
  if (report.failure !== undefined) console.failure(atPath(report.path, report.failure));
  for (const problem of report.problems) console.failure(atPath(report.path, problem));
  if (!console.json) for (const note of report.notes) console.note(`${report.path}: ${note}\n`);
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
        }),
    ...(report.failure === undefined ? {} : { error: report.failure }),
    problems: report.problems,
    notes: report.notes,
  };
}

async function summary(reports: readonly FileReport[], options: IngestSettings): Promise<string> {
  const { tableText } = await import('../table-text.js');
  const table = tableText(
    [
      { head: 'file' },
      { head: 'municipality' },
      { head: 'year', align: 'right' },
      { head: 'pages', align: 'right' },
      { head: 'items', align: 'right' },
      { head: 'warnings', align: 'right' },
      { head: 'result' },
    ],
    reports.map(({ path, document, status, failure, problems }) => [
      path,
      document?.municipality ?? '',
      String(document?.fiscalYear ?? ''),
      String(document?.pages ?? ''),
      String(document?.items ?? ''),
      String(document?.warnings ?? ''),
      [status, failure?.code, ...problems.map((problem) => problem.code)].filter((word) => word !== undefined).join(' '),
    ]),
  );
  const count = (...statuses: readonly FileStatus[]): number => reports.filter((report) => statuses.includes(report.status)).length;
  const documents = reports.filter((report) => report.document !== undefined && report.status !== 'copy');
  const sum = (field: 'items' | 'warnings'): number => documents.reduce((total, report) => total + (report.document?.[field] ?? 0), 0);
  const parts = (['stored', 'replaced', 'unchanged', 'read', 'copy', 'failed'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  const where = options.dryRun ? 'nothing written' : options.db;
  return `${table}\n${plural(reports.length, 'file')}: ${parts.join(', ')}; ${plural(sum('items'), 'item')}, ${plural(sum('warnings'), 'warning')} (${where})\n`;
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
  const warned = reports.some((report) => (report.document?.warnings ?? 0) > 0);
  return status === EXIT.ok && strict && warned ? EXIT.findings : status;
}
