/**
 * Rulings that stop short of a cell merged over rows: where they stop, its side runs down all of its rows.
 *
 * ```
 *   ─────────────────────────
 *         待機児童の数           one text in the row and no white in it: the ruling below, which begins
 *        ────────────────────    behind the number, shows the side of the number's cell
 *    1    年度末の時点値
 *   ─────────────────────────
 * ```
 */
import type { Box } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { meet, type Span } from '../intervals.js';
import { BODY } from '../tolerances.js';
import type { BandRow } from './rows.js';
import { type Level, PIECE_GAP, type Stack } from './stacks.js';

/** Rulings that end within this, em of the body, end together. */
const TOGETHER = 0.5;
/** Text reaches over a side by no more than this, em. */
const OVER = 0.1;

/** For each row the sides of the cells merged over it. */
export function mergedSides(stack: Stack, rows: readonly BandRow[], book: Rulebook): readonly (readonly number[])[] {
  const sides = rows.map((): number[] => []);
  stack.levels.forEach((level, at) => {
    for (const open of openIn(level, stack)) {
      const middle = (open.from + open.to) / 2;
      const above = stack.levels.findLastIndex((other, i) => i < at && covers(other, middle));
      const below = stack.levels.findIndex((other, i) => i > at && covers(other, middle));
      const place = (): Box => ({ x0: open.from, x1: open.to, top: rows[above]?.top ?? 0, bottom: rows[below - 1]?.bottom ?? 0 });
      if (!says(book, 'merged-side', above >= 0 && below >= 0, place)) continue;
      for (const x of [open.from, open.to]) {
        if (x - stack.x0 <= TOGETHER * BODY || stack.x1 - x <= TOGETHER * BODY) continue;
        for (let row = above; row < below; row += 1) addTo(sides[row], inGap(x, stack), rows[row]);
      }
    }
  });
  return sides.map((xs) => xs.sort((a, b) => a - b));
}

/** Rows beside white that no ruling closes above and below: tables side by side under one ruling, which share no cell. */
export function rowsApart(stack: Stack): ReadonlySet<number> {
  const apart = new Set<number>();
  stack.levels.slice(1).forEach((level, row) => {
    const both = meet(openIn(stack.levels[row] ?? level, stack), openIn(level, stack));
    const isOpen = both.some(({ from, to }) => {
      const middle = (from + to) / 2;
      return (
        to - from > PIECE_GAP * BODY &&
        !(stack.levels.some((other, i) => i < row && covers(other, middle)) && stack.levels.some((other, i) => i > row + 1 && covers(other, middle)))
      );
    });
    if (isOpen) apart.add(row);
  });
  return apart;
}

/** What a level leaves open of the stack's width, but for the white between pieces a cell long. */
function openIn({ pieces }: Level, { x0, x1 }: Stack): Span[] {
  const ends = [x0, ...pieces.flatMap(({ from, to }) => [from, to]), x1];
  return ends.flatMap((from, i): Span[] => {
    const to = ends[i + 1];
    return i % 2 === 0 && to !== undefined && to - from > PIECE_GAP * BODY ? [{ from, to }] : [];
  });
}

/** Where columns have rulings of their own, a side stands in the middle between the ends of two. */
function inGap(x: number, { levels }: Stack): number {
  for (const { pieces } of levels) {
    const after = pieces.findIndex(({ from }, i) => i > 0 && from >= x && (pieces[i - 1]?.to ?? x) <= x);
    const [left, right] = [pieces[after - 1]?.to, pieces[after]?.from];
    if (left !== undefined && right !== undefined && right - left <= PIECE_GAP * BODY) return (left + right) / 2;
  }
  return x;
}

const covers = ({ pieces }: Level, x: number): boolean => pieces.some(({ from, to }) => from <= x && to >= x);

function addTo(sides: number[] | undefined, x: number, row: BandRow | undefined): void {
  if (sides === undefined || row === undefined || sides.some((other) => Math.abs(other - x) <= TOGETHER * BODY)) return;
  if (!row.pieces.some((piece) => piece.x0 < x - OVER * piece.size && piece.x1 > x + OVER * piece.size)) sides.push(x);
}

/** The edges of a row with the sides of merged cells; an edge in the same white as a side is that side. `rows`: those of its part. */
export function withMerged(xs: readonly number[], sides: readonly number[], rows: readonly BandRow[]): number[] {
  if (sides.length === 0) return [...xs];
  const isBetween = (a: number, b: number): boolean =>
    rows.some(({ pieces }) => pieces.some((piece) => piece.x1 > Math.min(a, b) && piece.x0 < Math.max(a, b)));
  return [...xs.filter((x) => !sides.some((side) => !isBetween(x, side))), ...sides].sort((a, b) => a - b);
}
