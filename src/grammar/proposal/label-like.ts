/** What in a form looks like a label, by its text alone, and how a grammar writes it. */
import type { Cell } from '../../model/layout.js';
import { keyOf, withoutSubLabel } from '../labels.js';
import { isEmpty, passageOfCell } from '../passage.js';

/** A label is no longer than this, without spaces. */
export const longestLabel = 30;
/** A year over a column, or what the numbers below it are. */
export const columnWord =
  /^(?:[^。]{0,4}(?:\d+|元)年度?[^。]{0,10}|(?:当初|補正後?|最終|年間)?(?:予算|決算|実績|見込み?|目標|計画|差引|増減)(?:額|値)?(?:\(.+\))?)$/u;
export const number = /^[△▲−-]?[\d,.]+[%％]?$/u;
const mark = /^[□■○●◎☑✓レ]+$/u;

export const endRow = (cell: Cell): number => cell.row + cell.rowSpan;
export const endCol = (cell: Cell): number => cell.col + cell.colSpan;
export const keyOfCell = (cell: Cell): string => keyOf(passageOfCell(cell));
export const isBlank = (cell: Cell): boolean => isEmpty(passageOfCell(cell));

/** Numbers in a label count it or name its year; others (an address, a telephone) are a value's. */
function hasLabelNumbers(key: string): boolean {
  return !/\d/u.test(key.replace(/^\(?\d{1,2}[).．]?/u, '').replace(/\d+(?=[年月歳])/gu, ''));
}

export function isLabelLike(whole: string): boolean {
  const key = withoutSubLabel(whole);
  return (
    hasLabelNumbers(key) &&
    key.length >= 1 &&
    key.length <= longestLabel &&
    !/[。、]/u.test(key) &&
    !number.test(key) &&
    !mark.test(key) &&
    !/^[・□■○●]/u.test(key) &&
    /[\p{L}]/u.test(key)
  );
}

/** A label as a grammar writes it: what changes from year to year, its numbers, as an expression. */
export function labelFor(key: string): string {
  const own = withoutSubLabel(key);
  if (!/\d/u.test(own) || own.startsWith('/')) return own.startsWith('/') ? `/${escape(own)}/` : own;
  return `/${escape(own).replace(/\d+/gu, '\\d+')}/`;
}

export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

export function textOf(cell: Cell): string {
  const text = passageOfCell(cell)
    .map(({ line }) => line.text)
    .join('');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** The first of each, by its key. */
export function unique<Entry>(list: readonly Entry[], keyFor: (entry: Entry) => string): readonly Entry[] {
  const seen = new Set<string>();
  return list.filter((entry) => {
    const key = keyFor(entry);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
