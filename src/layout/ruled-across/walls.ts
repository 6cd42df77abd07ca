/**
 * Which white of a part divides its columns, and where the edge runs.
 *
 * ```
 *   ─────────────────────────────
 *    1   案内   来庁者に窓口を案     white that many rows share, or wide white, or white in which rulings end;
 *               内する。             never the space between two words
 *   ─────────────────────────────
 * ```
 */
import type { Box } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { groupWithin } from '../geometry.js';
import { meet, type Span } from '../intervals.js';
import { BODY } from '../tolerances.js';
import { look, type Part } from './parts.js';
import type { BandRow } from './rows.js';
import { PIECE_GAP, type Stack } from './stacks.js';

/** A column's edge through the rows of a part. */
export interface ColumnEdge extends Span {
  readonly part: number;
  /** Ends of rulings in it. */
  readonly ends: readonly number[];
}

/** White that parts texts in so many rows, and in this share of those with text, need not be wide. */
const FEWEST_ROWS = 3;
const MOST_ROWS = 0.6;
/** Rulings end this near to the white, em of the body. */
const AT_END = 0.35;

export function edgesIn(stack: Stack, rows: readonly BandRow[], parts: readonly Part[], book: Rulebook): ColumnEdge[] {
  return parts.flatMap((part, index) =>
    part.white.flatMap((white): ColumnEdge[] => {
      const ends = groupWithin(endsIn(stack, white, part), ({ x }) => x, PIECE_GAP * BODY);
      // Columns that hold nothing lie in one white, and show by their rulings alone.
      const spans = ends.length < 2 ? [white] : ends.flatMap((group) => meet([white], [around(group)]));
      return spans.flatMap((span, i): ColumnEdge[] => {
        const own = ends[i] ?? [];
        return isColumnEdge(rows, span, part, own, book) ? [{ ...span, part: index, ends: own.map(({ x }) => x) }] : [];
      });
    }),
  );
}

function isColumnEdge(rows: readonly BandRow[], white: Span, { first, last }: Part, ends: readonly End[], book: Rulebook): boolean {
  const place = (): Box => ({ x0: white.from, x1: white.to, top: rows[first]?.top ?? 0, bottom: rows[last]?.bottom ?? 0 });
  const own = rows.slice(first, last + 1).filter(({ pieces }) => pieces.length > 0);
  const seen = own.map((row) => look(row, white));
  const both = seen.filter(({ isBoth }) => isBoth);
  const levels = new Set(ends.map(({ level }) => level)).size;
  if (says(book, 'ruling-ends', levels > 0 && (both.length > 0 || (levels > 1 && own.length > 1)), place)) return true;
  if (both.length === 0 || seen.some(({ isInText }) => isInText)) return false;
  const isShared = both.length >= FEWEST_ROWS && both.length >= MOST_ROWS * own.length;
  const isWide = both.some(({ isClear }) => isClear) && both.every(({ isClear, isParted }) => isClear || isParted);
  return says(book, 'ruled-across', isShared || isWide, place);
}

/** The end of a ruling, and its level. */
interface End {
  readonly x: number;
  readonly level: number;
}

const around = (ends: readonly End[]): Span => {
  const xs = ends.map(({ x }) => x);
  return { from: Math.min(...xs) - AT_END * BODY, to: Math.max(...xs) + AT_END * BODY };
};

/** Ends of rulings within the white, those of the stack aside. */
function endsIn({ x0, x1, levels }: Stack, { from, to }: Span, { first, last }: Part): End[] {
  const slack = AT_END * BODY;
  const isInside = (end: number): boolean => end >= from - slack && end <= to + slack && end - x0 > slack && x1 - end > slack;
  return levels.slice(first, last + 2).flatMap(({ pieces }, level) =>
    pieces
      .flatMap((piece) => [piece.from, piece.to])
      .filter(isInside)
      .map((x) => ({ x, level })),
  );
}
