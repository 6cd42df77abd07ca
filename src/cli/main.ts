/** The command line: one `register…` a command. What a command needs is loaded when it runs, so that --help answers at once. */
import { Command, CommanderError, Option } from '@commander-js/extra-typings';
import { registerCheck } from './commands/check.js';
import { registerExport } from './commands/export.js';
import { registerGrammar } from './commands/grammar.js';
import { registerIngest } from './commands/ingest.js';
import { registerInspect } from './commands/inspect.js';
import { registerList } from './commands/list.js';
import { registerRemove } from './commands/remove.js';
import { registerMerge } from './commands/merge.js';
import { registerReview } from './commands/review.js';
import { registerSearch } from './commands/search.js';
import { registerTables } from './commands/tables.js';
import { failureLine, oneLine, type Surroundings } from './console.js';
import { helpPhraseIn, languageOf, languages, type Language } from '../messages/translate.js';
import { EXIT } from './exit.js';
import { helpIn } from './help-language.js';
import { interrupt } from '../files/interrupt.js';
import { programVersion } from './program.js';
import { isClosedPipe, openSession, unwritableOutput, type GlobalOptions, type Session } from './session.js';

/** Help is set for a terminal of this width, the same everywhere. */
const HELP_WIDTH = 100;

export interface CommandLine {
  readonly program: Command;
  readonly session: Session;
}

/** @param language of the help; that of messages is known when the options were parsed. */
export function buildCommandLine(surroundings: Surroundings, language: Language = 'en'): CommandLine {
  const root = new Command('chohyo')
    .description('Reads the evaluation sheets that Japanese municipalities publish as PDF into SQLite and CSV.')
    .version(programVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .option('--quiet', 'no progress, no messages, no summary: only errors and what was asked for')
    .option('--debug', 'show where in the program an error arose')
    .addOption(new Option('--lang <lang>', 'language of messages: ja or en (default: from the locale)').choices(languages))
    .configureHelp({ helpWidth: HELP_WIDTH, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
      outputError: (text, write) => write(`${usageLine(text, language)}\n`),
    })
    .exitOverride()
    .addHelpText(
      'after',
      helpPhraseIn(
        language,
        `
Exit status: 0 all is well, 1 unexpected failure, 2 wrong usage, 3 some inputs could not be read,
4 no input could be read, 5 check found differences, 6 warnings with --strict.
NO_COLOR turns colours off.`,
      ),
    );
  const globals = (): GlobalOptions => root.opts();
  const session = openSession(surroundings, globals);
  const program: Command = root;
  registerIngest(program, session);
  registerMerge(program, session);
  registerExport(program, session);
  registerList(program, session);
  registerRemove(program, session);
  registerSearch(program, session);
  registerCheck(program, session);
  registerInspect(program, session);
  registerReview(program, session);
  registerTables(program, session);
  registerGrammar(program, session);
  if (language !== 'en') helpIn(language, program);
  return { program, session };
}

/** Runs one command line (without `node` and the script). Resolves to the exit status. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const asked = argv.find((word, index) => word.startsWith('--lang=') || argv[index - 1] === '--lang')?.replace('--lang=', '');
  const { program, session } = buildCommandLine(surroundings, languageOf(asked, surroundings.env));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return session.status();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}

/** Commander's complaint as one of our errors, its suggestion kept. */
function usageLine(text: string, language: Language): string {
  const message = oneLine(text).replace(/^error: /, '');
  return failureLine({ code: 'E_USAGE', message, remedy: 'See chohyo --help.' }, language);
}

/** Signals that ask a program to end. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What the launcher calls. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  stdout.on('error', (error: Error) => endOfOutput(error, 'stdout'));
  stderr.on('error', (error: Error) => endOfOutput(error, 'stderr'));
  for (const signal of ENDING) {
    process.on(signal, () => {
      // Further ones wait until this is done.
      interrupt();
      // As if it had not been caught: whoever started the program sees which signal ended it.
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  }
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env });
}

/** What is written to a pipe that was closed is lost by right; on a full disk it is lost for good, and says so. */
function endOfOutput(error: Error, name: string): never {
  interrupt();
  if (isClosedPipe(error)) process.exit(process.exitCode ?? EXIT.ok);
  const { failure } = unwritableOutput(name, error);
  if (name === 'stdout') process.stderr.write(`${failureLine(failure)}\n`);
  process.exit(EXIT.unexpected);
}
