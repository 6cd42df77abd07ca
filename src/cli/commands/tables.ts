/** `chohyo tables`: every table of PDFs, without a grammar. */
import { existsSync, rmSync } from 'node:fs';
import { Option, type Command } from '@commander-js/extra-typings';
import { atInterrupt } from '../../files/interrupt.js';
import { atPath, type Console } from '../console.js';
import { EXIT, exitOf } from '../exit.js';
import type { Input } from '../inputs.js';
import { jobsOption, timeoutOption, limitOption, type LimitSettings } from '../options.js';
import { pageRange } from '../page-range.js';
import type { Result } from '../../model/errors.js';
import type { TableSettings } from '../../reader/document-tables.js';
import type { Session } from '../session.js';
import type { TablesReport } from '../table-files.js';
import { formatFile, formatTables, tableFormats, tablesLine, type TableFormat } from '../tables-format.js';
import { wordIn, type Language } from '../../messages/translate.js';
import { printable } from '../../text/printable.js';

export function registerTables(program: Command, session: Session): void {
  program
    .command('tables')
    .summary('print every table of PDFs, without a grammar')
    .description(
      'Prints every table of a PDF: ruled ones, partly ruled ones, and those whose columns are parted by white alone. A table that goes on ' +
        'over page breaks is one table. JSON gives merged cells as spans (null where one covers a place); in CSV a blank line parts two ' +
        'tables; in CSV and Markdown the text of a merged cell stands in its first place. "-" reads from stdin. Of one file JSON is an array ' +
        'of tables; of a folder, or of several files, it is one object a file, one a line, CSV rows begin with file and number of the table, and in ' +
        'Markdown each file has a heading. With --db the tables are kept in the database instead, with the place of each cell: views ' +
        'table_documents, found_tables, table_cells and table_places.',
    )
    .argument('<path...>', 'PDF files and folders')
    .addOption(new Option('--pages <list>', 'only these pages, like 1,3-5').argParser(pageRange))
    .addOption(
      new Option('--format <format>', 'of the output')
        .choices(tableFormats)
        .default('json' as const)
        .conflicts(['db', 'json']),
    )
    .option('--split-pages', 'keep the parts of a table on successive pages apart')
    .option('--db <file>', 'keep the tables in this SQLite database instead of printing them')
    .option('--settings <file>', 'JSON or YAML: rulings_within, stray_end, gutter (em of body text), unruled (true or false)')
    .option('--json', 'one JSON object a file, one a line')
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .action((paths, options) => session.run(options, (console) => tables(paths, options, console)));
}

interface TablesSettings {
  readonly pages?: readonly number[] | undefined;
  readonly format: TableFormat;
  readonly splitPages?: true | undefined;
  readonly db?: string | undefined;
  readonly settings?: string | undefined;
  readonly json?: true | undefined;
  readonly jobs: number;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
}

async function tables(paths: readonly string[], options: TablesSettings, console: Console): Promise<number> {
  const settings = options.settings === undefined ? undefined : await settingsIn(options.settings);
  if (settings !== undefined && !settings.ok) {
    console.failure(settings.failure);
    return EXIT.usage;
  }
  const { findInputs } = await import('../inputs.js');
  const { inputs, failures } = await findInputs(paths);
  for (const failure of failures) console.failure(failure);
  if (inputs.length === 0) return EXIT.noneRead;
  const [only] = inputs;
  // What was asked for decides the form of the answer, not what was found: a folder with one file is still a folder.
  const isSingle = paths.length === 1 && only !== undefined && only.root === undefined;
  const reports = await read(inputs, { ...options, tolerances: settings?.value }, console, isSingle);
  if (options.db !== undefined && options.json !== true && !console.quiet) console.result(await summary(reports, options.db, console.language));

  const [first] = reports;
  if (isSingle && first?.failure?.code === 'E_USAGE') return EXIT.usage;
  const failed = reports.filter(({ failure }) => failure !== undefined).length;
  const partial = reports.filter(({ problems }) => problems.length > 0).length;
  return exitOf(reports.length - failed, failed + partial + failures.length);
}

const settingsIn = async (path: string): Promise<Result<TableSettings>> => (await import('../table-settings.js')).readTableSettings(path);

async function read(
  inputs: readonly Input[],
  options: TablesSettings & { readonly tolerances: TableSettings | undefined },
  console: Console,
  isSingle: boolean,
): Promise<readonly TablesReport[]> {
  const { openReaders } = await import('../readers.js');
  const { tableFiles } = await import('../table-files.js');
  const { startProgress } = await import('../progress.js');
  const database = options.db === undefined ? undefined : await openKeeping(options.db);
  const reports: TablesReport[] = [];
  const close = (): void => database?.close(reports.some(({ failure }) => failure === undefined));
  const stopListening = atInterrupt(close);
  const pool = await openReaders(console, { jobs: isSingle ? 1 : options.jobs, timeout: options.timeout, limit: options.limit });
  const progress = startProgress(console, isSingle ? 0 : inputs.length);
  try {
    const files = tableFiles(inputs, {
      pool,
      stdin: console.stdin,
      jobs: options.jobs,
      megabytes: options.limit?.megabytes,
      pages: options.pages,
      splitPages: options.splitPages ?? false,
      settings: options.tolerances,
      onPage: (path, page, total) => progress.page(path, page, total),
      ...(database === undefined ? {} : { keep: database }),
    });
    for await (const report of files) {
      reports.push(report);
      progress.done();
      progress.above(() => tell(report, options, console, isSingle));
    }
  } finally {
    progress.stop();
    await pool.close();
    stopListening();
    close();
  }
  return reports;
}

interface Keeping {
  readonly db: import('../../store/database.js').Database;
  /** Names the version of the program. */
  readonly program: string;
  /** A database made for nothing is nothing to leave behind. */
  close(isOfUse: boolean): void;
}

async function openKeeping(path: string): Promise<Keeping> {
  const { openDatabase } = await import('../open-database.js');
  const { programDigest } = await import('../program.js');
  const isNew = !existsSync(path);
  const db = openDatabase(path);
  return {
    db,
    program: programDigest(),
    close(isOfUse) {
      db.close();
      if (isNew && !isOfUse) rmSync(path, { force: true });
    },
  };
}

function tell(report: TablesReport, options: TablesSettings, console: Console, isSingle: boolean): void {
  const { path, tables: found, failure, problems, notes } = report;
  if (options.json === true) console.result(tablesLine(report));
  else if (options.db === undefined && isSingle && found !== undefined) console.result(formatTables(found, options.format));
  else if (options.db === undefined && !isSingle) console.result(formatFile(report, options.format));
  if (failure !== undefined) console.failure(atPath(path, failure));
  for (const problem of problems) console.failure(atPath(path, problem));
  if (console.json) return;
  for (const note of notes) console.note(`${printable(path)}: ${printable(note)}\n`);
  if (found?.length === 0) console.note(`${printable(path)}: no tables\n`);
}

async function summary(reports: readonly TablesReport[], path: string, language: Language): Promise<string> {
  const { tableText } = await import('../table-text.js');
  const { countLine } = await import('../count-line.js');
  const word = (text: string): string => wordIn(language, text);
  const rows = reports.map(({ path: file, count, failure, kept, problems }) => [
    file,
    failure === undefined ? String(count) : '',
    [word(kept ?? 'failed'), failure?.code, ...problems.map(({ code }) => code)].filter((word) => word !== undefined).join(' '),
  ]);
  const counts = (['stored', 'replaced', 'unchanged', 'copy', undefined] as const)
    .map((kind) => [reports.filter(({ kept }) => kept === kind).length, kind ?? 'failed'] as const)
    .filter(([count]) => count > 0);
  const sum = reports.reduce((total, { count, kept }) => total + (kept === 'copy' ? 0 : count), 0);
  const columns = [{ head: word('file') }, { head: word('tables'), align: 'right' as const }, { head: word('result') }];
  return `${tableText(columns, rows)}\n${countLine(language, { files: reports.length, became: counts, held: [[sum, 'table']], where: path })}`;
}
