/** Units that labels and headings state for the numbers under them, and what labels say that a number is. */
import { narrow } from './numbers.js';
import { isCompoundUnit, isUnit } from './quantity.js';
import { findFiscalYear } from './era.js';

const powers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
]);

/**
 * The unit that a label or heading states, as printed: `（単位：千円）` → 千円, `事業費等（千円単位。…）` → 千円,
 * `細事業費（千円）` → 千円, `取引重量（ｔ）` → ｔ, and of a label that is one unit per another all of it: `千円/ｔ`. Null where it states
 * none; a capital in parentheses (`合計（A）`) refers to a row.
 */
export function statedUnit(printed: string): string | null {
  const text = printed.trim();
  const named = /単位\s*[:：]\s*([^（）()、。\s]+)/u.exec(text)?.[1] ?? /(?:^|[（(])\s*単位\s+([^（）()、。\s]+)/u.exec(text)?.[1];
  if (named !== undefined) return named;
  const before = /([十百千万億兆]*円)単位/u.exec(text)?.[1];
  if (before !== undefined) return before;
  const last = /[（(]\s*([^（）()]{1,8}?)\s*[)）]\s*$/u.exec(text)?.[1];
  if (last !== undefined && !/^[A-ZＡ-Ｚ]$/u.test(last) && isUnit(narrow(last))) return last;
  return isCompoundUnit(narrow(text)) ? text : null;
}

/** A whole text that is a unit, as a column of units prints it. */
export function wholeUnit(printed: string): string | null {
  const text = printed.trim();
  return text === '' || /[\d０-９]/u.test(text) ? null : text;
}

/** 千円 → 1000, 円 → 1; null for what is not money. */
export function yenIn(unit: string | null): number | null {
  const power = unit === null ? undefined : /^([十百千万億兆]*)円$/u.exec(narrow(unit))?.[1];
  if (power === undefined) return null;
  return [...power].reduce((product, digit) => product * (powers.get(digit) ?? 1), 1);
}

/**
 * Numbers that a unit stated over a whole grid is not about: rates, unit costs and head counts stand among amounts of money
 * in Japanese cost tables, without a unit of their own.
 */
export function hasOwnUnit(label: string): boolean {
  return /(?:率|割合|比|単価|あたり(?:の)?コスト|当たり(?:の)?コスト|人員|人数|職員数|件数|回数|面積)/u.test(narrow(label).replace(/\s/gu, ''));
}

const kindWords = [
  ['settled', '決算'],
  ['budget', '予算'],
  ['actual', '実績'],
  ['target', '目標'],
  ['forecast', '見込み?'],
  ['planned', '想定|計画|予定'],
] as const;
export type KindWord = (typeof kindWords)[number][0];

/**
 * What a label says that its numbers are: `25年度予算` → budget, `想定` → planned, `目標値` → target. The word stands alone or
 * beside a year; within another name (事業実績, 地域計画の指標) it says nothing.
 */
export function kindOfLabel(label: string): KindWord | null {
  const text = narrow(label).replace(/\s/gu, '');
  const rest = text.replace(/^(?:令和|平成|昭和|[RHS])?(?:\d{1,4}|元|[一二三四五六七八九十]+)年度?(?:末|の)?/u, '');
  for (const [kind, word] of kindWords) {
    if (
      new RegExp(`^(?:当初|補正後?|最終|事業|年度末?)?(?:${word})(?:現?額|値|見込額?|案)?(?:[（(].*)?$`, 'u').test(rest) &&
      !(rest === text && /^事業/u.test(text))
    )
      return kind;
  }
  return null;
}

/** The fiscal year in a label; `era` completes years printed without one (`20年度`). */
export function yearOfLabel(label: string, era: string | undefined): number | null {
  const own = findFiscalYear(label);
  if (own) return own.year;
  const bare = era === undefined ? undefined : /^(\d{1,2}|元)年度/u.exec(narrow(label).replace(/\s/gu, ''))?.[0];
  return bare === undefined ? null : (findFiscalYear(`${era ?? ''}${bare}`)?.year ?? null);
}
