/** Runs a command's action: gives it its console, turns what it throws into a message and an exit status. */
import { ChohyoError, type ErrorCode } from '../model/errors.js';
import { languageOf, type Language } from '../messages/translate.js';
import { openConsole, type Console, type Surroundings } from './console.js';
import { EXIT } from './exit.js';

export interface Session {
  run(options: { readonly json?: unknown }, action: (console: Console) => Promise<number>): Promise<void>;
  /** The status of the command that ran. */
  readonly status: () => number;
}

export interface GlobalOptions {
  readonly quiet?: true | undefined;
  readonly debug?: true | undefined;
  readonly lang?: Language | undefined;
}

/** @param globals read when a command runs, after its options were parsed. */
export function openSession(surroundings: Surroundings, globals: () => GlobalOptions): Session {
  let status: number = EXIT.ok;
  return {
    status: () => status,
    async run(options, action) {
      const { quiet, debug, lang } = globals();
      const console = openConsole(surroundings, {
        quiet: quiet ?? false,
        debug: debug ?? false,
        language: languageOf(lang, surroundings.env),
        json: options.json === true,
      });
      try {
        status = await action(console);
      } catch (error) {
        if (isClosedPipe(error)) return;
        // pipeline() rejects with what stdout said before its listeners hear of it.
        console.thrown(isWriting(error) ? unwritableOutput('stdout', error) : error);
        status = error instanceof ChohyoError ? statusOfFailure(error.code) : EXIT.unexpected;
      }
    },
  };
}

/** The reader of our output (head, less) went away: that is its right. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}

function isWriting(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write';
}

export function unwritableOutput(name: string, error: Error): ChohyoError {
  return new ChohyoError(
    { code: 'E_OUTPUT_UNWRITABLE', message: `cannot write to ${name}: ${error.message}`, remedy: 'Make room where it leads to, then run the command again.' },
    { cause: error },
  );
}

/** What a failure that ends the whole command means: something wrong in what was asked, or our own trouble. */
function statusOfFailure(code: ErrorCode): number {
  switch (code) {
    case 'E_USAGE':
    case 'E_UNKNOWN_GRAMMAR':
    case 'E_GRAMMAR':
    case 'E_NOT_FOUND':
    case 'E_CSV':
      return EXIT.usage;
    default:
      return EXIT.unexpected;
  }
}
