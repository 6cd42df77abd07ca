/** The output of the grammar tools in another language. Values and names of the document are left as they are. */
import { basesJa, draftLinesJa, fatesJa, problemsJa, trialLinesJa, whysJa } from './grammar-ja.js';
import { fill, messageIn, type Language } from './translate.js';

const eachLine = (text: string, of: (line: string) => string): string => text.split('\n').map(of).join('\n');

/** `grammar test`: headings, reasons and findings. */
export function trialIn(language: Language, text: string): string {
  return language === 'en' ? text : eachLine(text, (line) => trialLine(line).replace(/… \((\d+) characters\)/gu, '…（$1 文字）'));
}

function trialLine(line: string): string {
  const empty = /^( {2}.+? — )empty: (.*)$/su.exec(line) ?? /^( {2}.+?: )(.*)$/su.exec(line);
  const why = empty?.[2] === undefined ? undefined : whyIn(empty[2]);
  if (empty !== null && why !== undefined) return `${empty[1] ?? ''}${line.includes(' — empty: ') ? '空：' : ''}${why}`;
  const [, severity, code, page, message] = /^ {2}(error|warning|info) ([A-Z]_[A-Z_]+)( page \d+)?: (.*)$/su.exec(line) ?? [];
  if (severity !== undefined && code !== undefined)
    return `  ${code}${page === undefined ? '' : `（${page.replace(' page ', '')} ページ）`}：${messageIn('ja', code, message ?? '')}`;
  // Where a value stands, or left-over text: `page 3 (36 72 118 93)`.
  const [, indent, basis, place, after] = /^( +)(?:([a-z]+), )?(page \d+ \([-\d ]+\)(?:, page \d+ \([-\d ]+\))*)(.*)$/su.exec(line) ?? [];
  if (indent !== undefined && place !== undefined)
    return `${indent}${basis === undefined ? '' : `${basesJa[basis] ?? basis}、`}${place.replace(/page (\d+)/gu, '$1 ページ')}${after ?? ''}`;
  if (!line.startsWith(' ')) return fill(trialLinesJa, line) ?? line;
  return line.replace(/ {2}\[([a-z]+), page (\d+)\]$/u, (_, found: string, on: string) => `  [${basesJa[found] ?? found}、${on} ページ]`);
}

function whyIn(why: string): string | undefined {
  const [, code, page, message] = /^([A-Z]_[A-Z_]+) on page (\d+): (.*)$/su.exec(why) ?? [];
  if (code !== undefined) return `${code}（${page ?? ''} ページ）：${messageIn('ja', code, message ?? '')}`;
  const said = fill(whysJa, why);
  if (said === undefined) return undefined;
  const fate = /(which (?:was read as .+|is left over|is a label itself))$/su.exec(said)?.[1];
  return fate === undefined ? said : said.replace(fate, fill(fatesJa, fate) ?? fate);
}

/** `grammar validate`: `key.path: what is wrong`. */
export function problemIn(language: Language, message: string): string {
  if (language === 'en') return message;
  const [, path = '', what = message] = /^(\S+|the file): (.*)$/su.exec(message) ?? [];
  const said = fill(problemsJa, what);
  return said === undefined ? message : `${path === 'the file' ? 'ファイル' : path}：${said}`;
}

/** `grammar draft`: the comments. */
export function draftIn(language: Language, text: string): string {
  return language === 'en'
    ? text
    : eachLine(
        text,
        (line) =>
          draftLinesJa[line] ??
          line.replace(/ \((\d+) times: perhaps a repeated part, or several sheets\)$/u, '（$1 回：繰り返す部分か、複数のシートかもしれません）'),
      );
}
