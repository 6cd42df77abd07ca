/** Edges of columns, compared. */
import { SAME_PLACE } from './tolerances.js';

/** The same number of edges, each at the other's place. */
export const agree = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? Infinity)) <= SAME_PLACE);
