/** `chohyo grammar`: the formats that the program knows, and whether a grammar file is right. */
import type { Command } from '@commander-js/extra-typings';
import { atPath, type Console } from '../console.js';
import type { GrammarSettings } from '../grammars.js';
import { grammarsOption, limitOption, timeoutOption, type LimitSettings } from '../options.js';
import { EXIT, exitOf } from '../exit.js';
import { phraseIn, wordIn } from '../../messages/translate.js';
import type { Session } from '../session.js';

export function registerGrammar(program: Command, session: Session): void {
  const grammar = program
    .command('grammar')
    .summary('list, show, validate, try or draft the formats it knows')
    .description('The published formats that chohyo reads: one grammar file each.');
  grammar
    .command('list')
    .description('Lists the grammars that come with the program, and those of a folder of your own.')
    .addOption(grammarsOption())
    .option('--json', 'one JSON object a grammar, one a line')
    .action((options) => session.run(options, (console) => list(options, console)));
  grammar
    .command('show')
    .description('Prints a grammar file: a start for one of your own.')
    .argument('<id>', 'id of the grammar')
    .addOption(grammarsOption())
    .action((id, options) => session.run({}, (console) => show(id, options, console)));
  grammar
    .command('validate')
    .description('Checks grammar files: everything that is wrong, each with its line, and the names that there are.')
    .argument('<file...>', 'grammar files (YAML)')
    .action((files) => session.run({}, (console) => validate(files, console)));
  grammar
    .command('test')
    .summary('read PDFs by one grammar and show every field')
    .description(
      'Reads PDFs by one grammar and stores nothing: field by field what was read, from which page and place, on what basis, why a field ' +
        'stayed empty, and the text that nothing accounts for.',
    )
    .argument('<grammar>', 'a grammar file (YAML), or the id of a grammar')
    .argument('<pdf...>', 'the PDF files')
    .addOption(grammarsOption())
    .addOption(timeoutOption())
    .addOption(limitOption())
    .option('--json', 'one JSON object a file, one a line')
    .action((id, files, options) => session.run(options, (console) => tryOn(id, files, options, console)));
  grammar
    .command('draft')
    .summary('write a grammar for a PDF, to begin with')
    .description(
      'Prints a grammar that recognises the PDF and claims the labels that its page shows: each guess beside the text that it came from. ' +
        'A start to be looked through, not a finished grammar.',
    )
    .argument('<pdf>', 'the PDF file')
    .addOption(timeoutOption())
    .addOption(limitOption())
    .action((file, options) => session.run({}, (console) => draft(file, options, console)));
}

async function list(options: GrammarSettings, console: Console): Promise<number> {
  const { chooseGrammars } = await import('../grammars.js');
  const { grammars } = await chooseGrammars(options);
  if (console.json) {
    for (const { id, version, municipality, title } of grammars) {
      console.result(`${JSON.stringify({ id, version, municipality_code: municipality.code, municipality: municipality.name, title })}\n`);
    }
    return EXIT.ok;
  }
  const { tableText } = await import('../table-text.js');
  const rows = grammars.map(({ id, version, municipality, title }) => [id, version, municipality.code, municipality.name, title]);
  console.result(
    tableText(
      ['id', 'version', 'code', 'municipality', 'title'].map((head) => ({ head: wordIn(console.language, head) })),
      rows,
    ),
  );
  return EXIT.ok;
}

async function show(id: string, options: GrammarSettings, console: Console): Promise<number> {
  const { chooseGrammars, findGrammar } = await import('../grammars.js');
  const { grammars } = await chooseGrammars(options);
  console.result(findGrammar(grammars, id).source);
  return EXIT.ok;
}

interface ReadingSettings {
  readonly timeout?: number | undefined;
  readonly limit?: LimitSettings | undefined;
}

async function tryOn(
  id: string,
  files: readonly string[],
  options: ReadingSettings & GrammarSettings & { readonly json?: true | undefined },
  console: Console,
): Promise<number> {
  const { chooseGrammars } = await import('../grammars.js');
  const choice = await chooseGrammars({ grammar: id, grammars: options.grammars });
  return answer(files, { ...options, grammarFiles: choice.files, grammar: choice.chosen }, 'trial', console);
}

async function draft(file: string, options: ReadingSettings, console: Console): Promise<number> {
  return answer([file], options, 'draft', console);
}

interface AnswerSettings extends ReadingSettings {
  readonly grammar?: string | undefined;
  readonly grammarFiles?: readonly string[];
  readonly json?: true | undefined;
}

/** Prints what the reading thread says of each file. */
async function answer(files: readonly string[], options: AnswerSettings, question: 'trial' | 'draft', console: Console): Promise<number> {
  const { readInput } = await import('../inputs.js');
  const { draftIn, trialIn } = await import('../../messages/grammar-text.js');
  const { locate } = await import('../../files/names.js');
  const { openReaders } = await import('../readers.js');
  const { timeout, limit, grammarFiles } = options;
  const pool = await openReaders(console, { jobs: 1, timeout, limit, ...(grammarFiles ? { grammarFiles } : {}) });
  let failed = 0;
  try {
    for (const [index, file] of files.entries()) {
      const opened = await readInput(locate(file), console.stdin, { grammar: options.grammar, megabytes: limit?.megabytes });
      const outcome = opened.ok ? await pool[question](opened.value) : { kind: 'failed' as const, failure: opened.failure };
      if (outcome.kind === 'failed') {
        failed += 1;
        console.failure(atPath(file, outcome.failure));
      } else if (options.json) console.result(`${outcome.json}\n`);
      else console.result(`${index > 0 ? '\n' : ''}${(question === 'trial' ? trialIn : draftIn)(console.language, outcome.text)}`);
    }
  } finally {
    await pool.close();
  }
  return exitOf(files.length - failed, failed);
}

async function validate(files: readonly string[], console: Console): Promise<number> {
  const { problemText, readGrammar, readGrammarFile } = await import('../../grammar/load.js');
  const { problemIn } = await import('../../messages/grammar-text.js');
  let wrong = 0;
  for (const file of files) {
    const source = await readGrammarFile(file);
    const read = source.ok ? readGrammar(source.value, file) : undefined;
    if (read?.ok) {
      console.result(phraseIn(console.language, `${file}: ${read.value.id} ${read.value.version} is a grammar\n`));
      continue;
    }
    wrong += 1;
    if (!source.ok) console.failure(source.failure);
    if (read === undefined) continue;
    for (const problem of read.problems) console.result(`${problemText(file, { ...problem, message: problemIn(console.language, problem.message) })}\n`);
    const count = read.problems.length;
    const first = read.problems[0]?.line ?? 1;
    console.failure({
      code: 'E_GRAMMAR',
      message: `${file}:${first}: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong`,
      remedy: 'Mend the lines that are listed; docs/grammars.md explains every word.',
    });
  }
  return exitOf(files.length - wrong, wrong);
}
