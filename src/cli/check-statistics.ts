/** `check --stat`: all PDFs below the folders, counted. */
import { countStatistics, percent, type Statistics } from '../check/statistics.js';
import { ChohyoError } from '../model/errors.js';
import type { Pool } from '../reader/pool.js';
import type { ReadOutcome } from '../reader/types.js';
import type { CheckSettings } from './commands/check.js';
import { atPath, type Console } from './console.js';
import { EXIT, exitOf } from './exit.js';
import { inOrder } from './in-order.js';
import { findInputs, readInput, type Input, type ReadOptions } from './inputs.js';
import { startProgress } from './progress.js';
import { tableText } from './table-text.js';

export async function checkStatistics(folders: readonly string[], options: CheckSettings, pool: Pool, console: Console): Promise<number> {
  if (options.update || options.reporter === 'junit' || options.reporter === 'github') {
    throw new ChohyoError({ code: 'E_USAGE', message: '--stat compares nothing', remedy: 'Use it with --reporter text or json, without --update.' });
  }
  const found = await findInputs(folders);
  for (const failure of found.failures) console.failure(failure);
  if (found.inputs.length === 0) return EXIT.noneRead;
  const statistics = countStatistics();
  const progress = startProgress(console, found.inputs.length);
  try {
    for await (const { path, outcome } of inOrder(found.inputs, options.jobs, (input) =>
      begin(input, pool, console, { megabytes: options.limit?.megabytes, grammar: options.grammar }, progress.page),
    )) {
      statistics.add(outcome);
      progress.done();
      if (outcome.kind === 'failed') progress.above(() => console.failure(atPath(path, outcome.failure)));
    }
  } finally {
    progress.stop();
  }
  const result = statistics.result();
  console.result(options.reporter === 'json' ? `${JSON.stringify(result)}\n` : statisticsText(result));
  return exitOf(result.recognised, result.files - result.recognised + found.failures.length);
}

async function begin(
  input: Input,
  pool: Pool,
  console: Console,
  how: ReadOptions,
  onPage: (path: string, page: number, total: number) => void,
): Promise<{ result: Promise<{ path: string; outcome: ReadOutcome }> }> {
  const { path } = input;
  const opened = await readInput(input, console.stdin, how);
  if (!opened.ok) return { result: Promise.resolve({ path, outcome: { kind: 'failed', failure: opened.failure } }) };
  const reading = pool.read(opened.value, (page, total) => onPage(path, page, total));
  return { result: reading.then((outcome) => ({ path, outcome })) };
}

function statisticsText(statistics: Statistics): string {
  const rows = statistics.grammars.map(({ grammar, documents, items, fields, glyphs, leftOver, warnings }) => {
    const filled = fields.reduce((sum, field) => sum + field.filled, 0);
    const cells = fields.reduce((sum, field) => sum + field.rows, 0);
    return [
      grammar,
      String(documents),
      percent(documents, statistics.files),
      String(items),
      percent(filled, cells),
      percent(leftOver, glyphs),
      String(warnings),
    ];
  });
  const table = tableText(
    [
      { head: 'grammar' },
      { head: 'documents', align: 'right' },
      { head: 'share', align: 'right' },
      { head: 'items', align: 'right' },
      { head: 'fields filled', align: 'right' },
      { head: 'glyphs left over', align: 'right' },
      { head: 'warnings', align: 'right' },
    ],
    rows,
  );
  const sparse = statistics.grammars.flatMap(({ grammar, fields }) =>
    fields
      .filter((field) => field.filled < field.rows)
      .map((field) => [grammar, field.field, percent(field.filled, field.rows), `${field.filled} of ${field.rows}`]),
  );
  const sparseTable = tableText(
    [{ head: 'grammar' }, { head: 'field not always filled' }, { head: 'filled', align: 'right' }, { head: 'items', align: 'right' }],
    sparse,
  );
  const failures = Object.entries(statistics.failures).map(([code, count]) => `${count} ${code}`);
  const unread = failures.length === 0 ? '' : `; not read: ${failures.join(', ')}`;
  return [
    ...(rows.length === 0 ? [] : [table]),
    ...(sparse.length === 0 ? [] : [sparseTable]),
    `${statistics.recognised} of ${statistics.files} files recognised (${percent(statistics.recognised, statistics.files)})${unread}\n`,
  ].join('\n');
}
