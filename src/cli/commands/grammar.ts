/** `chohyo grammar`: the formats that the program knows, and whether a grammar file is right. */
import type { Command } from '@commander-js/extra-typings';
import type { Console } from '../console.js';
import type { GrammarSettings } from '../grammars.js';
import { grammarsOption } from '../options.js';
import { EXIT, exitOf } from '../exit.js';
import type { Session } from '../session.js';

export function registerGrammar(program: Command, session: Session): void {
  const grammar = program.command('grammar').summary('list, show or validate the formats it knows').description('The published formats that chohyo reads: one grammar file each.');
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
  console.result(tableText([{ head: 'id' }, { head: 'version' }, { head: 'code' }, { head: 'municipality' }, { head: 'title' }], rows));
  return EXIT.ok;
}

async function show(id: string, options: GrammarSettings, console: Console): Promise<number> {
  const { chooseGrammars, findGrammar } = await import('../grammars.js');
  const { grammars } = await chooseGrammars(options);
  console.result(findGrammar(grammars, id).source);
  return EXIT.ok;
}

async function validate(files: readonly string[], console: Console): Promise<number> {
  const { problemText, readGrammar, readGrammarFile } = await import('../../grammar/load.js');
  let wrong = 0;
  for (const file of files) {
    const source = await readGrammarFile(file);
    const read = source.ok ? readGrammar(source.value, file) : undefined;
    if (read?.ok) {
      console.result(`${file}: ${read.value.id} ${read.value.version} is a grammar\n`);
      continue;
    }
    wrong += 1;
    if (!source.ok) console.failure(source.failure);
    if (read === undefined) continue;
    for (const problem of read.problems) console.result(`${problemText(file, problem)}\n`);
    const count = read.problems.length;
    const first = read.problems[0]?.line ?? 1;
    console.failure({ code: 'E_GRAMMAR', message: `${file}:${first}: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong`, remedy: 'Mend the lines that are listed; docs/grammars.md explains every word.' });
  }
  return exitOf(files.length - wrong, wrong);
}
