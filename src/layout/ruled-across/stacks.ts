/**
 * Horizontal rulings under one another → stacks: what a table ruled across alone is drawn with.
 *
 * ```
 *   ────────────────────      level 0
 *    丙課    案内
 *            ────────────     level 1: shorter, the cell of 丙課 goes on
 *            相談
 *   ──────  ────────────      level 2: in pieces, one a column
 * ```
 */
import { groupWithin } from '../geometry.js';
import { hull, type Span, union } from '../intervals.js';
import type { Segment } from '../rulings.js';
import { BODY, HALF_LINE, NO_ROOM } from '../tolerances.js';

/** What is drawn at one height of a stack. */
export interface Level {
  readonly y: number;
  /** Ascending, with white between them. */
  readonly pieces: readonly Span[];
}

/** Levels from the top, all within the first one's ends: two at least. */
export interface Stack {
  readonly x0: number;
  readonly x1: number;
  readonly levels: readonly Level[];
}

/** Pieces with no more white between them are one ruling, a piece a column: cells are set no further apart, em of the body. */
export const PIECE_GAP = 1.4;
/** A ruling is at least as long as a cell with a character in it, em of the body. */
const SHORTEST = 1.2;
/** More rulings than this under one another are hatching. */
const MOST_LEVELS = 400;

interface OpenStack {
  readonly x0: number;
  readonly x1: number;
  readonly levels: { y: number; pieces: Span[] }[];
}

export function findRuleStacks(segments: readonly Segment[]): Stack[] {
  const across = segments.filter(({ axis, drawn, from, to }) => axis === 'h' && drawn && to - from >= SHORTEST * BODY);
  const done: OpenStack[] = [];
  let open: OpenStack[] = [];
  for (const level of groupWithin(across, ({ at }) => at, NO_ROOM)) {
    const y = level.reduce((sum, { at }) => sum + at, 0) / level.length;
    const pieces = union(level.map(({ from, to }) => ({ from, to })));
    for (const ruling of toRulings(pieces)) {
      const { from, to } = hull(ruling);
      const home = open.find(({ x0, x1 }) => from >= x0 - HALF_LINE && to <= x1 + HALF_LINE);
      if (home !== undefined) {
        const last = home.levels.at(-1);
        if (last?.y === y) last.pieces.push(...ruling);
        else home.levels.push({ y, pieces: [...ruling] });
        continue;
      }
      // A wider ruling begins another table; the narrower ones above end there.
      const isOver = ({ x0, x1 }: OpenStack): boolean => x0 < to && x1 > from;
      done.push(...open.filter(isOver));
      open = [...open.filter((stack) => !isOver(stack)), { x0: from, x1: to, levels: [{ y, pieces: [...ruling] }] }];
    }
  }
  return [...done, ...open].filter(({ levels }) => levels.length > 1 && levels.length <= MOST_LEVELS);
}

/** Pieces side by side with little white between them, each list one ruling. */
function toRulings(pieces: readonly Span[]): Span[][] {
  const rulings: Span[][] = [];
  for (const piece of pieces) {
    const last = rulings.at(-1);
    if (last !== undefined && piece.from - (last.at(-1)?.to ?? 0) <= PIECE_GAP * BODY) last.push(piece);
    else rulings.push([piece]);
  }
  return rulings;
}
