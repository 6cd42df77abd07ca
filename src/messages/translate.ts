/** English messages → the language of the one who reads them. */
import { codes } from './codes.js';
import { helpJa } from './help-ja.js';
import { phrasesJa } from './phrases-ja.js';
import { remediesJa } from './remedies-ja.js';
import { wordsJa } from './words-ja.js';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** `--lang` where given, else what the locale says: `LC_ALL`, `LC_MESSAGES`, `LANG`. */
export function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = asked ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
  return /^ja(\b|_)/i.test(wanted) ? 'ja' : 'en';
}

/** A message of a code. Without Japanese for its wording the meaning of the code goes before the English. */
export function messageIn(language: Language, code: string, message: string): string {
  const entry = codes[code];
  if (language === 'en' || entry === undefined) return message;
  const said = fill(entry.says ?? {}, message);
  if (said !== undefined) return said;
  // `path: what is wrong`: the path stays.
  const [, path, rest] = /^(\S*[./]\S*): (.*)$/su.exec(message) ?? [];
  if (path !== undefined && rest !== undefined) return `${path}：${messageIn(language, code, rest)}`;
  return `${entry.ja.means.replace(/。$/u, '')}（${message}）`;
}

/** What to do about a code: in Japanese the words for this case, else those of the code. */
export function remedyIn(language: Language, code: string, remedy: string): string {
  return language === 'en' ? remedy : (fill(remediesJa, remedy) ?? codes[code]?.ja.todo ?? remedy);
}

/** A sentence without code, as the program says it beside its results; English where there is no Japanese for it. */
export function phraseIn(language: Language, text: string): string {
  if (language === 'en') return text;
  return text
    .split('\n')
    .map((line) => {
      const [, indent = '', words = ''] = /^(\s*)(.*)$/u.exec(line) ?? [];
      return words === '' ? line : indent + (fill(phrasesJa, words) ?? words);
    })
    .join('\n');
}

/** A head or a word of a printed table. */
export function wordIn(language: Language, word: string): string {
  return language === 'en' ? word : (wordsJa[word] ?? word);
}

/** A description of the help, as a whole; English where there is no Japanese for it. */
export function helpPhraseIn(language: Language, text: string): string {
  return language === 'en' ? text : (fill(helpJa, text) ?? phraseIn(language, text));
}

/** The Japanese of the first wording that fits, what stood for `{name}` put where the Japanese wants it. */
export function fill(wordings: Readonly<Record<string, string>>, text: string): string | undefined {
  for (const [english, japanese] of Object.entries(wordings)) {
    const found = patternOf(english).exec(text);
    if (found === null) continue;
    return japanese.replace(/\{(\w+)\}/g, (whole, name: string) => found.groups?.[name] ?? whole);
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(wording: string): RegExp {
  let pattern = patterns.get(wording);
  if (pattern === undefined) {
    const parts = wording.split(/(\{\w+\})/).map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?<${name}>.+?)`;
    });
    pattern = new RegExp(`^${parts.join('')}$`, 'su');
    patterns.set(wording, pattern);
  }
  return pattern;
}
