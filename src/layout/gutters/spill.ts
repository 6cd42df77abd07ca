/**
 * A cell's text that reaches over the gutter beside it, into a place that its row leaves empty, is that cell's, as in a ruled table.
 *
 * ```
 *   販売費合計            85,514     85,514
 *        当　期　純　利　益           85,346     begins among the labels: a label
 *   入院中          99       うち重症      2
 *          ※国基準          うち重症     17     ends where the column's figures end: in their column
 * ```
 * Text set to the middle of several columns spans them.
 */
import type { Placement } from './columns.js';
import type { Phrase } from './phrases.js';

/** Text is set to an edge, or to the middle, within these distances, em. */
const ALIGNED = 0.35;
const CENTRED = 0.5;

/** The column, or columns, that a phrase of a row with other phrases belongs to. */
export function homeOf(phrase: Phrase, { columns, places }: Placement): { readonly first: number; readonly last: number } {
  const place = places.get(phrase) ?? { first: 0, last: 0 };
  const [left, right] = [columns[place.first], columns[place.last]];
  if (place.first === place.last || left === undefined || right === undefined) return place;
  const { box, size } = phrase;
  if (Math.abs(box.x0 - left.x0) <= ALIGNED * size) return { first: place.first, last: place.first };
  if (Math.abs(box.x1 - right.x1) <= ALIGNED * size) return { first: place.last, last: place.last };
  if (Math.abs(box.x0 + box.x1 - left.x0 - right.x1) <= 2 * CENTRED * size) return place;
  return { first: place.first, last: place.first };
}
