/**
 * Rulings drawn in pieces, end to end, are one ruling.
 *
 * ```
 * ├────────┼──────    programs that draw a border cell edge by cell edge cut it at every column of the
 *    市民の声           grid, and a piece may happen to begin and end under text as an underline does
 * ```
 * Only pieces that touch are joined here; what dashes and stopping short mean is `rulings.ts`.
 */
import type { Ruling } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boxOfLine, groupWithin } from './geometry.js';

/** A hairline, points: middles of touching pieces differ, and their ends lie apart, by rounding only. */
const HAIRLINE = 0.3;

export function joinAbutting(rulings: readonly Ruling[], book: Rulebook = PLAIN_BOOK): readonly Ruling[] {
  return (['h', 'v'] as const).flatMap((axis) => {
    const drawn = rulings.filter((ruling) => ruling.axis === axis && ruling.source !== 'edge');
    return groupWithin(drawn, (ruling) => ruling.at, HAIRLINE).flatMap((line) => joinLine(line, book));
  });
}

function joinLine(line: readonly Ruling[], book: Rulebook): readonly Ruling[] {
  const joined: Ruling[] = [];
  for (const piece of [...line].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    const touches = last !== undefined && last.dashed === piece.dashed && last.color === piece.color && piece.from <= last.to + HAIRLINE;
    if (!last || !says(book, 'end-to-end', touches, () => boxOfLine(piece))) {
      joined.push(piece);
    } else {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, piece.to), width: Math.max(last.width, piece.width) };
    }
  }
  return joined;
}
