/** `npm run docs`: docs/cli.md from the program's own --help. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { buildCommandLine } from '../src/cli/main.js';

export const referencePath = fileURLToPath(new URL('../docs/cli.md', import.meta.url));

/** Every command's help as Markdown, in the order of `chohyo --help`. */
export function cliReference(): string {
  const silent = new PassThrough();
  const { program } = buildCommandLine({ stdin: silent, stdout: silent, stderr: silent, env: {} });
  const sections = ['# The command line', "Made from the program's own `--help` by `npm run docs`; do not edit.", ...helpOf(program, [])];
  return `${sections.join('\n\n')}\n`;
}

function helpOf(command: CommandUnknownOpts, above: readonly string[]): readonly string[] {
  const path = [...above, command.name()];
  let help = '';
  // outputHelp, unlike helpInformation, includes what is added before and after.
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  const own = `${'#'.repeat(Math.min(path.length + 1, 4))} ${path.join(' ')}\n\n\`\`\`\n${help.trimEnd()}\n\`\`\``;
  return [own, ...command.commands.flatMap((below) => helpOf(below, path))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(referencePath, cliReference());
