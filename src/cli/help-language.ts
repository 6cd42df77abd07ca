/** The help in another language: descriptions by their English wording, commander's own headings. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { phraseIn, type Language } from '../messages/translate.js';

const headings: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': 'コマンド:',
};

/** What has no Japanese yet stays English; of a command its summary stands in for a description without one. */
export function helpIn(language: Language, command: CommandUnknownOpts): void {
  const description = phraseIn(language, command.description());
  const summary = phraseIn(language, command.summary());
  command.description(description !== command.description() || command.summary() === '' ? description : `${summary}。`);
  command.summary(summary);
  for (const option of command.options) option.description = phraseIn(language, option.description);
  for (const argument of command.registeredArguments) argument.description = phraseIn(language, argument.description);
  command.helpOption('--help', phraseIn(language, 'print this help'));
  command.configureHelp({ ...command.configureHelp(), styleTitle: (title) => headings[title] ?? title });
  for (const below of command.commands) helpIn(language, below);
}
