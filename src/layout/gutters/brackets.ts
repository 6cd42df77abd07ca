/**
 * Figures between brackets drawn round them: a matrix.
 *
 * ```
 *        ┌─                  ─┐
 *        │ 0.90   0.08   0.02 │
 *    P = │ 0.15   0.80   0.05 │     a vertical with a short foot at each end, turned towards its partner
 *        │ 0.00   0.12   0.88 │
 *        └─                  ─┘
 * ```
 */
import type { Wall } from './cut.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { type Rule, rulesBetween } from './rules.js';
import { isValue } from './values.js';

/** The foot of a bracket is no longer than this, em: a rule of a table is as long as a figure at least. */
const FOOT = 0.8;
/** A bracket's pieces meet within this distance, and partners are as high within it, em. */
const MEETS = 0.25;
/** Of the figures this share stands between brackets. */
const BETWEEN = 0.8;
/** Brackets set from characters, piece by piece. */
const PIECE = /[\u239b-\u23ad]/u;

interface Bracket extends Wall {
  readonly opens: boolean;
}

/** `rules` by y, ascending; `walls` in any order. */
export function isMatrix(lines: readonly PhraseLine[], rules: readonly Rule[], walls: readonly Wall[]): boolean {
  const phrases = lines.flatMap((line) => line.phrases);
  if (lines.filter((line) => line.phrases.some(({ text }) => PIECE.test(text))).length * 2 > lines.length) return true;
  const [top, bottom] = [lines[0]?.top ?? 0, lines.at(-1)?.bottom ?? 0];
  const em = lines[0]?.size ?? 0;
  const brackets = walls.filter((wall) => wall.bottom > top && wall.top < bottom).flatMap((wall) => bracketOf(wall, rules, em));
  if (brackets.length < 2) return false;
  const values = phrases.filter(isValue);
  const between = values.filter((value) => isBetween(value, brackets, em));
  return values.length > 0 && between.length >= BETWEEN * values.length;
}

function bracketOf(wall: Wall, rules: readonly Rule[], em: number): Bracket[] {
  const feetAt = (y: number): Rule[] =>
    rulesBetween(rules, y - MEETS * em, y + MEETS * em).filter(({ x0, x1 }) => x1 - x0 <= FOOT * em && x0 <= wall.x + MEETS * em && x1 >= wall.x - MEETS * em);
  const turn = (feet: readonly Rule[]): number => Math.sign(feet.reduce((sum, { x0, x1 }) => sum + (x0 + x1) / 2 - wall.x, 0));
  const [head, foot] = [feetAt(wall.top), feetAt(wall.bottom)];
  if (head.length === 0 || foot.length === 0 || turn(head) !== turn(foot) || turn(head) === 0) return [];
  return [{ ...wall, opens: turn(head) > 0 }];
}

/** The nearest bracket at its left opens, the nearest at its right closes, and both are as high. */
function isBetween({ box }: Phrase, brackets: readonly Bracket[], em: number): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
  const beside = brackets.filter((bracket) => bracket.top < y && bracket.bottom > y).sort((a, b) => a.x - b.x);
  const left = beside.findLast((bracket) => bracket.x < x);
  const right = beside.find((bracket) => bracket.x > x);
  return left?.opens === true && right?.opens === false && Math.abs(left.top - right.top) <= MEETS * em && Math.abs(left.bottom - right.bottom) <= MEETS * em;
}
