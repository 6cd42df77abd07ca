/**
 * A small greedy typesetter for tests: text → lines as Word, a browser or LibreOffice would set them in a cell.
 * Its rules are written from those programs' own tables, on purpose not from `breaking.ts`.
 */
import type { JoinLine, SetCharacter } from './set-line.js';

export type Program = 'word' | 'chromium' | 'libreoffice' | 'excel';

export interface Setting {
  readonly program: Program;
  /** Width of the cell in points, paddings included. */
  readonly width: number;
  readonly padding: number;
  readonly size: number;
  /** Kana narrower than kanji, letters of uneven width. */
  readonly proportional: boolean;
  readonly align: 'start' | 'centre' | 'end' | 'justify';
  /** Indent of a bulleted paragraph's later lines, in ems. */
  readonly hangingIndent: number;
  /** Whether lines carry the places of their characters. */
  readonly withSet: boolean;
  readonly page?: number;
}

/** Word's and Excel's standard level (標準), from the dialog 行頭禁則文字 / 行末禁則文字. */
const wordNotFirst = '!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠';
const wordNotLast = '$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥';
/** LibreOffice's default lists for Japanese add small kana and the long-vowel mark. */
const libreNotFirst = wordNotFirst + 'ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー';
/** UAX #14 classes CL, CP, EX, IS, SY, NS, IN, CJ (strict) as far as the texts use them. */
const chromiumNotFirst = '!),.:;?]}/、。，．）］｝〉》」』】〕！？：；々ゝゞヽヾ・ー…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃°～〜';
const chromiumNotLast = '([{（［｛〈《「『【〔￥¥＄$';

const ascii = /^[!-~]$/;
const word = /^[0-9A-Za-z.,%'_@:\-&]$/;

function mayBreak(program: Program, a: string, b: string): boolean {
  if (b === ' ') return false;
  if (a === ' ') return true;
  switch (program) {
    case 'chromium':
      if (chromiumNotFirst.includes(b) || chromiumNotLast.includes(a)) return false;
      if (/[0-9A-Za-z]/.test(a) && b === '(') return false;
      if (a === ')' && /[0-9A-Za-z]/.test(b)) return false;
      if (a === '-' || a === '/') return !/[0-9]/.test(b);
      return !(/[0-9A-Za-z&@_~=#]/.test(a) && /[0-9A-Za-z&@_~=#\-]/.test(b)) && !(/[.,:]/.test(a) && /[0-9A-Za-z]/.test(b)) && b !== '-';
    case 'libreoffice':
      if (libreNotFirst.includes(b) || wordNotLast.includes(a)) return false;
      return !(word.test(a) && word.test(b)) || a === '-' || a === '/';
    case 'word':
      if (wordNotFirst.includes(b) || wordNotLast.includes(a)) return false;
      return !(ascii.test(a) && ascii.test(b)) || a === '-' || a === '/';
    case 'excel':
      if (wordNotFirst.includes(b) || wordNotLast.includes(a)) return false;
      return !(word.test(a) && word.test(b));
  }
}

function hangs(program: Program, c: string): boolean {
  return (program === 'word' || program === 'libreoffice') && '、。，．'.includes(c);
}

/** Width in ems. Uneven on purpose where proportional, the same for the same character. */
export function em(c: string, proportional: boolean): number {
  const half = /^[\u0020-\u007E\uFF61-\uFF9F]$/u.test(c);
  if (!proportional) return half ? 0.5 : 1;
  const uneven = ((c.codePointAt(0) ?? 0) * 7919) % 100;
  if (half) return 0.3 + uneven / 200;
  if (/^[ぁ-ヺ]$/u.test(c)) return 0.72 + uneven / 400;
  return /^[、。，．「」（）・]$/u.test(c) ? 0.5 + uneven / 400 : 1;
}

interface Row {
  readonly characters: readonly string[];
  readonly indent: number;
  readonly last: boolean;
}

/** Greedy: each line takes as many unbreakable runs as fit; a run longer than the line is cut anywhere. */
function rowsOf(paragraph: string, setting: Setting): readonly Row[] {
  const room = (setting.width - 2 * setting.padding) / setting.size;
  const bulleted = /^[・●■①-⑳※]/u.test(paragraph);
  const widthOf = (c: string): number => em(c, setting.proportional);
  const rows: Row[] = [];
  let rest = [...paragraph];
  for (let n = 0; rest.length > 0; n += 1) {
    const indent = n > 0 && bulleted ? setting.hangingIndent : 0;
    const fits = countFitting(rest, room - indent, widthOf, setting.program);
    const taken = rest.slice(0, fits);
    rest = rest.slice(fits);
    while (rest[0] === ' ') rest = rest.slice(1);
    rows.push({ characters: trimEnd(taken), indent, last: rest.length === 0 });
  }
  return rows;
}

function trimEnd(characters: readonly string[]): readonly string[] {
  const end = characters.findLastIndex((c) => c !== ' ');
  return characters.slice(0, end + 1);
}

function countFitting(text: readonly string[], room: number, widthOf: (c: string) => number, program: Program): number {
  let used = 0;
  let lastBreak = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? '';
    used += widthOf(c);
    // Half a hundredth of an em: sums of decimals.
    const over = used > room + 0.005 && c !== ' ';
    const hanging = over && hangs(program, c) && used - widthOf(c) <= room + 0.005;
    if (over && !hanging) return lastBreak > 0 ? lastBreak : Math.max(1, i);
    const next = text[i + 1];
    if (next === undefined) return text.length;
    if (mayBreak(program, c, next)) lastBreak = i + 1;
  }
  return text.length;
}

/** The lines of one cell, set at the origin. */
export function typeset(value: string, setting: Setting): readonly JoinLine[] {
  const { width, padding, size, align } = setting;
  const bounds = { x0: 100, top: 100, x1: 100 + width, bottom: 700 };
  const rows = value.split('\n').flatMap((paragraph) => rowsOf(paragraph, setting));
  return rows.map((row, n): JoinLine => {
    const natural = row.characters.map((c) => em(c, setting.proportional) * size);
    const total = natural.reduce((a, b) => a + b, 0);
    const room = width - 2 * padding - row.indent * size;
    const stretch = align === 'justify' && !row.last && row.characters.length > 1 ? Math.max(0, room - total) / (row.characters.length - 1) : 0;
    const shift = align === 'centre' ? (room - total) / 2 : align === 'end' ? room - total : 0;
    let at = bounds.x0 + padding + row.indent * size + shift;
    const set = row.characters.map((text, i): SetCharacter => {
      const from = at;
      at += (natural[i] ?? 0) + stretch;
      return { text, from, to: from + (natural[i] ?? 0) };
    });
    const top = bounds.top + n * size * 1.5;
    const box = { x0: set[0]?.from ?? bounds.x0, top, x1: set.at(-1)?.to ?? bounds.x0, bottom: top + size };
    return {
      text: row.characters.join(''),
      box,
      bounds,
      size,
      writing: 'horizontal',
      page: setting.page ?? 1,
      ...(setting.withSet ? { set } : {}),
    };
  });
}
