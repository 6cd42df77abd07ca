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
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import type { Placement } from './columns.js';
import type { Phrase } from './phrases.js';

/** Text is set to an edge, or to the middle, within these distances, em. */
const ALIGNED = 0.35;
const CENTRED = 0.5;

/** The column, or columns, that a phrase of a row with other phrases belongs to. */
export function homeOf(phrase: Phrase, { columns, places }: Placement, book: Rulebook = PLAIN_BOOK): { readonly first: number; readonly last: number } {
  const over = places.get(phrase) ?? { first: 0, last: 0 };
  const [left, right] = [columns[over.first], columns[over.last]];
  if (over.first === over.last || left === undefined || right === undefined) return over;
  const { box, size } = phrase;
  const place = (): Box => box;
  const [own, last] = [
    { first: over.first, last: over.first },
    { first: over.last, last: over.last },
  ];
  if (says(book, 'spills-to-the-right', Math.abs(box.x0 - left.x0) <= ALIGNED * size, place)) return own;
  if (says(book, 'spills-to-the-left', Math.abs(box.x1 - right.x1) <= ALIGNED * size, place)) return last;
  return says(book, 'spans-in-the-middle', Math.abs(box.x0 + box.x1 - left.x0 - right.x1) <= 2 * CENTRED * size, place) ? over : own;
}
