/**
 * Rulings → segments: pieces of one drawn line become one.
 *
 * A border reaches the page as many pieces (one per cell, one per dash, one per dot, squares where lines cross);
 * pieces on the same line that touch or nearly touch are one segment.
 */
import type { Ruling, RulingAxis } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boxOfLine, groupWithin } from './geometry.js';
import { NO_ROOM } from './tolerances.js';

/** An axis-parallel line of the page; `at`, `from`, `to` as in `Ruling`. */
export interface Segment {
  readonly axis: RulingAxis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** False for an edge that nobody drew but that the table implies (see `open-edges.ts`). */
  readonly drawn: boolean;
}

/** Pieces whose middle differs by no more than this are the same line (rounding, differing thickness). */
const SAME_LINE = 1;
/** A dash or dot is at most this long; gaps among dashes may be wider than `NO_ROOM`… */
const LONGEST_DASH = 12;
/** … up to this many times the dash's length, and never wider than the dash limit. */
const DASH_GAP = 1.5;

export function joinRulings(rulings: readonly Ruling[], book: Rulebook = PLAIN_BOOK): Segment[] {
  return [...joinAxis(rulings, 'h', book), ...joinAxis(rulings, 'v', book)];
}

function joinAxis(rulings: readonly Ruling[], axis: RulingAxis, book: Rulebook): Segment[] {
  const segments: Segment[] = [];
  const ofAxis = rulings.filter((ruling) => ruling.axis === axis);
  for (const group of groupWithin(ofAxis, (ruling) => ruling.at, SAME_LINE)) {
    const sorted = [...group].sort((a, b) => a.from - b.from || a.to - b.to);
    let pieces: Ruling[] = [];
    let reached = -Infinity;
    for (const piece of sorted) {
      if (pieces.length > 0 && piece.from - reached > joinGap(pieces[pieces.length - 1], piece, piece.from - reached, book)) {
        segments.push(segmentOf(pieces, axis));
        pieces = [];
        reached = -Infinity;
      }
      pieces.push(piece);
      reached = Math.max(reached, piece.to);
    }
    if (pieces.length > 0) segments.push(segmentOf(pieces, axis));
  }
  return segments.filter((segment) => !says(book, 'speck', segment.to - segment.from < NO_ROOM, () => boxOfLine(segment)));
}

/** The widest gap over which the next piece, `gap` away, is of the same line. */
function joinGap(before: Ruling | undefined, after: Ruling, gap: number, book: Rulebook): number {
  const dash = Math.max(before ? before.to - before.from : 0, after.to - after.from);
  const { sameRuling } = book.tolerances;
  const isDash = dash <= LONGEST_DASH && gap > sameRuling && gap <= DASH_GAP * dash;
  return says(book, 'dashes', isDash, () => boxOfLine(after)) ? DASH_GAP * dash : sameRuling;
}

function segmentOf(pieces: readonly Ruling[], axis: RulingAxis): Segment {
  let from = Infinity;
  let to = -Infinity;
  let weighted = 0;
  let weight = 0;
  for (const piece of pieces) {
    from = Math.min(from, piece.from);
    to = Math.max(to, piece.to);
    const length = piece.to - piece.from + 0.01;
    weighted += piece.at * length;
    weight += length;
  }
  return { axis, at: weighted / weight, from, to, drawn: true };
}
