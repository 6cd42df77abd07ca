/** The help in another language: descriptions by their English wording, commander's own headings. */
import { Help, type CommandUnknownOpts } from '@commander-js/extra-typings';
import stringWidth from 'string-width';
import { helpPhraseIn, type Language } from '../messages/translate.js';

const headings: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': 'コマンド:',
};

/** What may not begin a line (JIS X 4051, 行頭禁則). */
const NO_BEGINNING = /^[、。，．・：；？！）」』】〕｝〉》ー々]/u;

/** Lines of at most so many columns: Japanese breaks between any two characters, words in Latin letters stay whole. */
export function wrapped(text: string, width: number): string {
  const lineOf = (paragraph: string): string => {
    const lines: string[] = [''];
    for (const piece of paragraph.match(/[\x21-\x7e]+ ?|./gsu) ?? []) {
      const line = lines.at(-1) ?? '';
      if (line !== '' && stringWidth(line + piece.trimEnd()) > width && !NO_BEGINNING.test(piece)) lines.push(piece.trimStart());
      else lines[lines.length - 1] = line + piece;
    }
    return lines.map((line) => line.trimEnd()).join('\n');
  };
  return text.split('\n').map(lineOf).join('\n');
}

/** What commander says in parentheses behind an option. */
const notesIn = (text: string): string =>
  text
    .replace(' (default: ', '（既定：')
    .replace(' (choices: ', '（選択肢：')
    .replace(/(（(?:既定|選択肢)：[^()]*)\)/gu, '$1）')
    .replace(', default: ', '、既定：');

/** What has no Japanese yet stays English. */
export function helpIn(language: Language, command: CommandUnknownOpts): void {
  const inLanguage = (text: string): string => helpPhraseIn(language, text);
  command.description(inLanguage(command.description()));
  command.summary(inLanguage(command.summary()));
  for (const option of command.options) {
    option.description = inLanguage(option.description);
    if (option.defaultValueDescription !== undefined) option.defaultValueDescription = inLanguage(option.defaultValueDescription);
  }
  for (const argument of command.registeredArguments) argument.description = inLanguage(argument.description);
  command.helpOption('--help', inLanguage('print this help'));
  if (command.commands.length > 0 && command.parent !== null) command.helpCommand('help [command]', inLanguage('display help for command'));
  command.configureHelp({
    ...command.configureHelp(),
    styleTitle: (title) => headings[title] ?? title,
    optionDescription: (option) => notesIn(Help.prototype.optionDescription.call(new Help(), option)),
    boxWrap: wrapped,
  });
  for (const below of command.commands) helpIn(language, below);
}
