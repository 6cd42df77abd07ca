/** The line below the table of a run over files. */
import { wordIn, type Language } from '../messages/translate.js';

export interface RunCounts {
  readonly files: number;
  /** What became of them: `[5, 'stored']`. */
  readonly became: readonly (readonly [count: number, word: string])[];
  /** What they hold: `[172, 'item']`. */
  readonly held: readonly (readonly [count: number, noun: string])[];
  /** The database, or why there is none. */
  readonly where: string;
}

/** `5 files: 5 stored; 172 items, 2 warnings (chohyo.sqlite)` */
export function countLine(language: Language, { files, became, held, where }: RunCounts): string {
  if (language === 'ja') {
    const word = (text: string): string => wordIn(language, text);
    const states = became.map(([count, state]) => `${word(state)} ${count}`).join('、');
    const sums = held.map(([count, noun]) => `${word(noun)} ${count} 件`).join('、');
    return `${files} ファイル：${states}。${sums}（${word(where)}）\n`;
  }
  const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${plural(files, 'file')}: ${became.map((words) => words.join(' ')).join(', ')}; ${held.map(([count, noun]) => plural(count, noun)).join(', ')} (${where})\n`;
}
