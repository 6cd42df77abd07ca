/** A value → the text of a CSV cell: numbers plainly, and nothing that a spreadsheet would run. */
import type { SqlValue } from '../store/read.js';

/**
 * What a spreadsheet takes for the beginning of a formula, the full-width twins and the minus sign of printed tables (U+2212) included; `|` begins
 * the name of a program in what Excel takes for a link (DDE).
 */
const formulaStart = /^[=+\-−@|＝＋－＠｜\t\r]/u;

/** A lone minus ("none", "not applicable") and plain numbers are shown as they stand. */
const harmless = /^(?:[-－−]|[+\-−＋－]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[０-９]+|[０-９]{1,3}(?:，[０-９]{3})+)(?:[.．][0-9０-９]+)?)$/u;

/** `=1+1` → `'=1+1`; `-`, `－`, `-5` and `+1,234.5` stay. */
export function escapeFormula(text: string): string {
  return formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** Whole numbers below this have no more than 15 digits. */
const EXACT = 1e15;

/** A number as a person writes it: no exponent, and no noise beyond the 15 digits that a double holds for sure. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < EXACT) return String(value);
  const digits = String(Number(value.toPrecision(15)));
  const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(digits);
  if (scientific === null) return digits;
  const [, sign = '', head = '', tail = '', power = ''] = scientific;
  const exponent = Number(power);
  return exponent < 0 ? `${sign}0.${'0'.repeat(-exponent - 1)}${head}${tail}` : `${sign}${head}${tail.padEnd(exponent, '0')}`;
}

export function cellText(value: SqlValue, escape: boolean): string {
  if (value === null) return '';
  if (typeof value === 'number') return plainNumber(value);
  return escape ? escapeFormula(value) : value;
}
