/** `chohyo tables`: every table of a PDF, without a grammar. */
import { Option, type Command } from '@commander-js/extra-typings';
import { atPath, type Console } from '../console.js';
import { EXIT } from '../exit.js';
import { timeoutOption, limitOption, type LimitSettings } from '../options.js';
import { pageRange } from '../page-range.js';
import type { Session } from '../session.js';
import { formatTables, tableFormats, type TableFormat } from '../tables-format.js';
import { printable } from '../../text/printable.js';

export function registerTables(program: Command, session: Session): void {
  program
    .command('tables')
    .summary('print every table of a PDF, without a grammar')
    .description(
      'Prints every table of a PDF: ruled ones, partly ruled ones, and those whose columns are parted by white alone. A table that goes on ' +
        'over page breaks is one table. JSON gives merged cells as spans (null where one covers a place); in CSV a blank line parts two ' +
        'tables; in CSV and Markdown the text of a merged cell stands in its first place. "-" reads from stdin.',
    )
    .argument('<pdf>', 'the PDF file')
    .addOption(new Option('--pages <list>', 'only these pages, like 1,3-5').argParser(pageRange))
    .addOption(new Option('--format <format>', 'of the output').choices(tableFormats).default('json' as const))
    .option('--split-pages', 'keep the parts of a table on successive pages apart')
    .addOption(timeoutOption())
    .addOption(limitOption())
    .action((path, options) => session.run({}, (console) => tables(path, options, console)));
}

interface TablesSettings {
  readonly pages?: readonly number[] | undefined;
  readonly format: TableFormat;
  readonly splitPages?: true | undefined;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
}

async function tables(path: string, options: TablesSettings, console: Console): Promise<number> {
  const { readInput } = await import('../inputs.js');
  const { locate } = await import('../../files/names.js');
  const { openReaders } = await import('../readers.js');
  const opened = await readInput(locate(path), console.stdin, { megabytes: options.limit?.megabytes });
  if (!opened.ok) {
    console.failure(opened.failure);
    return EXIT.noneRead;
  }
  const pool = await openReaders(console, { jobs: 1, timeout: options.timeout, limit: options.limit });
  try {
    const outcome = await pool.tables({
      ...opened.value,
      ...(options.pages === undefined ? {} : { pages: options.pages }),
      splitPages: options.splitPages ?? false,
    });
    if (outcome.kind === 'failed') {
      console.failure(atPath(path, outcome.failure));
      return outcome.failure.code === 'E_USAGE' ? EXIT.usage : EXIT.noneRead;
    }
    console.result(formatTables(outcome.tables, options.format));
    for (const problem of outcome.problems) console.failure(atPath(path, problem));
    if (outcome.tables.length === 0) console.note(`${printable(path)}: no tables\n`);
    return outcome.problems.length > 0 ? EXIT.someUnread : EXIT.ok;
  } finally {
    await pool.close();
  }
}
