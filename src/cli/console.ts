/** Where a command's words go: results to stdout, everything else to stderr. */
import type { Readable, Writable } from 'node:stream';
import { messageIn, phraseIn, remedyIn, type Language } from '../messages/translate.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import { harmless, printable } from '../text/printable.js';

/** The streams and settings of one run; tests bring their own. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The reading worker's script, when it is not the program's own. */
  readonly worker?: URL;
}

/** What the user asked of every command. */
export interface Manner {
  readonly quiet: boolean;
  readonly debug: boolean;
  /** Errors as JSON objects, one a line. */
  readonly json: boolean;
  readonly language: Language;
}

export interface Console extends Surroundings, Manner {
  /** A result: to stdout, even with --quiet. */
  result(text: string): void;
  /** A message for people: to stderr, not with --quiet. */
  note(text: string): void;
  /** One line `chohyo: E_CODE: what, where. remedy`, as JSON with --json. */
  failure(failure: Failure): void;
  /** Anything that was thrown: as its failure, with the stack only with --debug. */
  thrown(error: unknown): void;
  /** True when a progress bar may be drawn. */
  readonly animated: boolean;
  paint(style: Style, text: string): string;
}

export type Style = 'red' | 'green' | 'yellow' | 'dim' | 'bold';

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Stands for an escape sequence of our own (a noncharacter), until those of the text have been made harmless. */
const COLOUR = '\ufdd0';

function coloured(text: string): string {
  return text.replaceAll(COLOUR, '\u001b[');
}

export function openConsole(surroundings: Surroundings, manner: Manner): Console {
  const { stdout, stderr, env } = surroundings;
  const noColor = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const self: Console = {
    ...surroundings,
    ...manner,
    animated: stderr.isTTY === true && !manner.quiet && !manner.json && env['TERM'] !== 'dumb',
    result(text) {
      stdout.write(stdout.isTTY === true ? coloured(harmless(text)) : text);
    },
    note(text) {
      if (!manner.quiet) stderr.write(coloured(harmless(phraseIn(manner.language, text))));
    },
    failure(failure) {
      stderr.write(manner.json ? `${harmless(JSON.stringify({ error: failure }))}\n` : `${failureLine(failure, manner.language)}\n`);
    },
    thrown(error) {
      self.failure(failureOf(error));
      if (!manner.debug) return;
      for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) stderr.write(`${harmless(cause.stack ?? cause.message)}\n`);
    },
    paint(style, text) {
      if (noColor || stdout.isTTY !== true) return text;
      const [on, off] = codes[style];
      return `${COLOUR}${on}m${text}${COLOUR}${off}m`;
    },
  };
  return self;
}

/** One line, whatever the message: `chohyo: E_NOT_A_PDF: a.pdf begins with "<html". Download it again.` */
export function failureLine({ code, message, remedy }: Failure, language: Language = 'en'): string {
  const words = messageIn(language, code, message);
  const stop = language === 'ja' ? '。' : '.';
  const sentence = /[.。!?]$/u.test(words) ? words : `${words}${stop}`;
  return oneLine(`chohyo: ${code}: ${sentence}${language === 'ja' ? '' : ' '}${remedyIn(language, code, remedy)}`);
}

export function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' ').trim());
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ChohyoError) return error.failure;
  return {
    code: 'E_INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    remedy: 'Please report this, with the output of the same command and --debug.',
  };
}

/** The failure with its file in front, unless the message names it already. */
export function atPath(path: string, failure: Failure): Failure {
  return failure.message.includes(path) ? failure : { ...failure, message: `${path}: ${failure.message}` };
}
