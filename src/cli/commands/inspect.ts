/** `chohyo inspect`: what the reader saw in one PDF. */
import type { Command } from '@commander-js/extra-typings';
import { atPath, type Console } from '../console.js';
import { EXIT } from '../exit.js';
import { grammarOption, grammarsOption, timeoutOption, limitOption, type LimitSettings } from '../options.js';
import type { Session } from '../session.js';

export function registerInspect(program: Command, session: Session): void {
  program
    .command('inspect')
    .summary('show what the reader sees in a PDF')
    .description('Shows what the reader saw in one PDF: pages, producer, fonts, the recognised grammar and why, tables, text left over. "-" reads from stdin.')
    .argument('<pdf>', 'the PDF file')
    .addOption(grammarOption())
    .addOption(grammarsOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .option('--json', 'as one JSON object')
    .option('--html <file>', 'draw it all over the pages, in one HTML file: glyphs, rulings, cells, fields; for whoever writes a grammar')
    .action((path, options) => session.run(options, (console) => inspect(path, options, console)));
}

interface InspectSettings {
  readonly grammar?: string | undefined;
  readonly grammars?: string | undefined;
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
  readonly json?: true | undefined;
  readonly html?: string | undefined;
}

async function inspect(path: string, options: InspectSettings, console: Console): Promise<number> {
  const { readInput } = await import('../inputs.js');
  const { chooseGrammars } = await import('../grammars.js');
  const { locate } = await import('../../files/names.js');
  const { openReaders } = await import('../readers.js');
  const choice = await chooseGrammars(options);
  const opened = await readInput(locate(path), console.stdin, { grammar: choice.chosen, megabytes: options.limit?.megabytes });
  if (!opened.ok) {
    console.failure(opened.failure);
    return EXIT.noneRead;
  }
  const pool = await openReaders(console, { jobs: 1, timeout: options.timeout, limit: options.limit, grammarFiles: choice.files });
  try {
    const { html } = options;
    if (html !== undefined) {
      const { writeInspectPage } = await import('../inspect-page.js');
      const failure = await writeInspectPage(pool, opened.value, html, console);
      if (failure !== undefined) {
        console.failure(atPath(path, failure));
        return EXIT.noneRead;
      }
      return EXIT.ok;
    }
    const outcome = await pool.inspect(opened.value);
    if (outcome.kind === 'failed') {
      console.failure(atPath(path, outcome.failure));
      return EXIT.noneRead;
    }
    console.result(options.json ? `${outcome.json}\n` : outcome.text);
    return EXIT.ok;
  } finally {
    await pool.close();
  }
}
