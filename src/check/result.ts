/** What came of checking one PDF against its `expected.json`. */
import type { Failure } from '../model/errors.js';
import type { Difference } from './compare.js';
import type { Known } from './known.js';

export interface FileResult {
  /** The PDF. */
  readonly path: string;
  /** Its `expected.json`. */
  readonly expected: string;
  /** The PDF could not be read: none of what is expected came. */
  readonly failure?: Failure;
  /** How many values its `expected.json` names. */
  readonly compared: number;
  /** How long the reading took; waiting behind others included. */
  readonly seconds: number;
  readonly differences: readonly Difference[];
  /** Differences that `known-differences.json` puts up with. */
  readonly known: readonly Difference[];
  /** Its entries that nothing answers to any more. */
  readonly settled?: readonly Known[];
}

export function isAlike(result: FileResult): boolean {
  return result.failure === undefined && result.differences.length === 0;
}

/** `page 2 at 100.1,50-120.1,62`: points from the top left of the page. */
export function placeText(difference: Difference): string {
  if (difference.kind === 'missing' || difference.place === undefined) return '';
  const { page, box } = difference.place;
  const number = (value: number): string => String(Math.round(value * 10) / 10);
  return box === undefined ? `page ${page}` : `page ${page} at ${number(box.x0)},${number(box.top)}-${number(box.x1)},${number(box.bottom)}`;
}

/** `items 1-3 rating`, `documents fiscal_year`. */
export function subject(difference: Difference): string {
  const field = difference.kind === 'field' ? difference.field : `${difference.kind} row`;
  return [difference.table, difference.row, field].filter((word) => word !== '').join(' ');
}
