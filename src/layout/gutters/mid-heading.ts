/**
 * A phrase alone on its line in the middle of the table, over several columns: the heading of the rows below.
 *
 * ```
 *   Year        Income    Outgo    Assets
 *           High cost assumptions           spans all columns
 *   2001          12.1     10.0      47.1
 * ```
 */
import type { Placement } from './columns.js';
import type { Phrase } from './phrases.js';
import { isValue } from './values.js';

/** It is centred within this, em. */
const CENTRED = 1;

/** The columns that such a phrase spans: all. Undefined where the phrase is none, or stands nearer to the middle of all but the first. */
export function midHeading(phrase: Phrase, { columns, places }: Placement): { readonly first: number; readonly last: number } | undefined {
  const last = columns.length - 1;
  const off = (first: number): number =>
    Math.abs((columns[first]?.x0 ?? 0) + (columns[last]?.x1 ?? 0) - phrase.box.x0 - phrase.box.x1) / 2;
  const isCentred = off(0) <= CENTRED * phrase.size && off(0) <= off(1);
  const own = places.get(phrase);
  const isOverSeveral = own !== undefined && own.first > 0 && own.first < own.last;
  return last > 1 && isCentred && isOverSeveral && !isValue(phrase.text) ? { first: 0, last } : undefined;
}
