/** `chohyo grammar`: the formats that the program knows, and whether a grammar file is right. */
import type { Command } from '@commander-js/extra-typings';
import type { Console } from '../console.js';
import { EXIT, exitOf } from '../exit.js';
import type { Session } from '../session.js';

export function registerGrammar(program: Command, session: Session): void {
  const grammar = program.command('grammar').summary('list, show or validate the formats it knows').description('The published formats that chohyo reads: one grammar file each.');
  grammar
    .command('list')
    .description('Lists the grammars that come with the program.')
    .option('--json', 'one JSON object a grammar, one a line')
    .action((options) => session.run(options, (console) => list(console)));
  grammar
    .command('show')
    .description('Prints a grammar file: a start for one of your own.')
    .argument('<id>', 'id of the grammar')
    .action((id) => session.run({}, (console) => show(id, console)));
  grammar
    .command('validate')
    .description('Checks grammar files; what is wrong is named with its line.')
    .argument('<file...>', 'grammar files (YAML)')
    .action((files) => session.run({}, (console) => validate(files, console)));
}

async function list(console: Console): Promise<number> {
  const { chooseGrammars } = await import('../grammars.js');
  const { grammars } = await chooseGrammars(undefined);
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

async function show(id: string, console: Console): Promise<number> {
  const { chooseGrammars, findGrammar } = await import('../grammars.js');
  const { grammars } = await chooseGrammars(undefined);
  console.result(findGrammar(grammars, id).source);
  return EXIT.ok;
}

async function validate(files: readonly string[], console: Console): Promise<number> {
  const { loadGrammarFile } = await import('../../grammar/load.js');
  let wrong = 0;
  for (const file of files) {
    const loaded = await loadGrammarFile(file);
    if (loaded.ok) {
      console.result(`${file}: ${loaded.value.id} ${loaded.value.version} is a grammar\n`);
    } else {
      wrong += 1;
      console.failure(loaded.failure);
    }
  }
  return exitOf(files.length - wrong, wrong);
}
