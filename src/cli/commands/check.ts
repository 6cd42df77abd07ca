/** `chohyo check`: fixtures against their expectations, for CI; or statistics over a folder without any. */
import { Option, type Command } from '@commander-js/extra-typings';
import { reporterNames, type ReporterName } from '../../check/reporter-names.js';
import type { Console } from '../console.js';
import { grammarOption, grammarsOption, jobsOption, timeoutOption, limitOption, type LimitSettings } from '../options.js';
import type { Session } from '../session.js';

export function registerCheck(program: Command, session: Session): void {
  program
    .command('check')
    .summary('compare fixtures with their expected.json, for CI')
    .description(
      'Reads every PDF that has an expected.json beside it again and compares field by field; known-differences.json beside it lists what is put up with. ' +
        'With --stat it needs no expectations: it tells how many documents are recognised, how full their fields are and what is left over.',
    )
    .argument('<dir...>', 'folders, searched for expected.json')
    .option('--update', 'show the differences, then rewrite expected.json with what was read; make it where it is missing')
    .option('--stat', 'no comparison: statistics over all PDFs below the folders')
    .addOption(new Option('--reporter <name>', 'form of the output').choices(reporterNames).default('text' as const))
    .addOption(grammarOption())
    .addOption(grammarsOption())
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .action((folders, options) => session.run({ json: options.reporter === 'json' }, (console) => check(folders, options, console)));
}

export interface CheckSettings {
  readonly update?: true | undefined;
  readonly stat?: true | undefined;
  readonly reporter: ReporterName;
  readonly grammar?: string | undefined;
  readonly grammars?: string | undefined;
  readonly jobs: number;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
}

async function check(folders: readonly string[], options: CheckSettings, console: Console): Promise<number> {
  const { openReaders } = await import('../readers.js');
  const { checkFixtures } = await import('../check-fixtures.js');
  const { checkStatistics } = await import('../check-statistics.js');
  const { chooseGrammars } = await import('../grammars.js');
  const { chosen, files } = await chooseGrammars(options);
  const pool = await openReaders(console, { jobs: options.jobs, timeout: options.timeout, limit: options.limit, grammarFiles: files });
  const settings = { ...options, grammar: chosen };
  try {
    return options.stat ? await checkStatistics(folders, settings, pool, console) : await checkFixtures(folders, settings, pool, console);
  } finally {
    await pool.close();
  }
}
