/**
 * Rules of one length below each other → what they frame: a table with horizontal rules only.
 *
 * ```
 *   ─────────────────────        every rule as long as the others: the table's top,
 *    Country   2001  2002        header, rows and bottom
 *   ─────────────────────
 *    Austria    1.2  10.4
 *   ─────────────────────
 *                                a paragraph between two rules: two tables
 * ```
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { contains, overlap } from '../geometry.js';
import { across, hull, shared, union } from '../intervals.js';
import { isCaption } from './captions.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { type Rule, rulesBetween } from './rules.js';

export interface RuleStack {
  readonly x0: number;
  readonly x1: number;
  /** Ascending: at least two. */
  readonly ys: readonly number[];
}

/** Pieces of a rule over neighbouring columns leave no more white between them than this, points. */
const PIECE_GAP = 14;
/** Pieces at the same height differ by no more than this, points; double rules lie within it. */
const SAME_HEIGHT = 2.5;
/** Rules are as long as each other when their ends differ by no more than this, points. */
const SAME_END = 8;
/** Rules from this share of the table's width on are no rules under a header or over a sum. */
const OTHER_TABLE = 0.8;
/** So many lines of one phrase each, between two rules, are text between two tables. */
const LOOSE_LINES = 3;
/** Running text over this share of the table's width is no cell. */
const WIDE_TEXT = 0.6;
/** Cells of running text between two rules have no more lines than this. */
const MOST_TEXT = 14;
/** White between two rules of one table holds no more empty lines than fit here, points. */
const EMPTY_BAND = 40;

export function findStacks(rules: readonly Rule[], lines: readonly PhraseLine[], prose: ReadonlySet<Phrase>, book: Rulebook = PLAIN_BOOK): RuleStack[] {
  const drawn = stacksOf(rules, rules, lines, prose, book);
  // Where columns have rules of their own, with white between them, only together they are as long as the table.
  const used = (rule: Rule): boolean => drawn.some(({ x0, x1, ys }) => ys.includes(rule.y) && rule.x0 >= x0 - SAME_END && rule.x1 <= x1 + SAME_END);
  const joined = joinPieces(rules.filter((rule) => !used(rule)));
  const all = [...drawn, ...stacksOf(joined, joined, lines, prose, book).filter((stack) => says(book, 'rules-in-pieces', true, () => boxOf(stack)))];
  // Rules over sums, or under headings, stand within the table's own.
  return all.filter(
    (stack) =>
      !says(
        book,
        'rules-within',
        all.some((other) => other !== stack && isWithin(stack, other)),
        () => boxOf(stack),
      ),
  );
}

function isWithin(stack: RuleStack, other: RuleStack): boolean {
  const [inner, outer] = [boxOf(stack), boxOf(other)];
  if (inner.x1 - inner.x0 > 0.98 * (outer.x1 - outer.x0)) return false;
  return contains(outer, inner, SAME_END);
}

function stacksOf(rules: readonly Rule[], all: readonly Rule[], lines: readonly PhraseLine[], prose: ReadonlySet<Phrase>, book: Rulebook): RuleStack[] {
  const stacks: RuleStack[] = [];
  for (const group of alike(rules)) {
    const { from: x0, to: x1 } = hull(group.map(across));
    let ys: number[] = [];
    const finish = (): void => {
      const stack = { x0, x1, ys };
      if (says(book, 'rule-stack', ys.length >= 2 && holdsRows(stack, lines), () => boxOf(stack))) stacks.push(stack);
      ys = [];
    };
    for (const { y } of group) {
      const last = ys[ys.length - 1];
      const band = last === undefined ? undefined : { x0, x1, top: last, bottom: y };
      if (band !== undefined && (!isTableBand(band, lines, prose, book) || says(book, 'other-rules', holdsOtherTable(band, all), () => band))) finish();
      ys.push(y);
    }
    finish();
  }
  return stacks;
}

function joinPieces(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  let row: Rule[] = [];
  const flush = (): void => {
    const y = row[0]?.y ?? 0;
    joined.push(...union(row.map(across), PIECE_GAP).map(({ from, to }) => ({ y, x0: from, x1: to })));
    row = [];
  };
  for (const rule of rules) {
    const first = row[0];
    if (first !== undefined && rule.y - first.y > SAME_HEIGHT) flush();
    row.push(rule);
  }
  flush();
  return joined;
}

/** Rules of equal ends, each group from the top. */
export function alike(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const byStart = new Map<number, Rule[][]>();
  for (const rule of rules) {
    const key = Math.round(rule.x0 / SAME_END);
    const near = [key - 1, key, key + 1].flatMap((k) => byStart.get(k) ?? []);
    const group = near.find(([first]) => first !== undefined && Math.abs(first.x0 - rule.x0) <= SAME_END && Math.abs(first.x1 - rule.x1) <= SAME_END);
    if (group !== undefined) group.push(rule);
    else {
      const fresh = [rule];
      groups.push(fresh);
      byStart.set(key, [...(byStart.get(key) ?? []), fresh]);
    }
  }
  return groups;
}

export const isInside = (phrase: Phrase, box: Box): boolean => {
  const x = (phrase.box.x0 + phrase.box.x1) / 2;
  const y = (phrase.box.top + phrase.box.bottom) / 2;
  return x > box.x0 && x < box.x1 && y > box.top && y < box.bottom;
};

/** Between two rules of one table stand cells: no running text, no caption, not a large empty space. */
function isTableBand(band: Box, lines: readonly PhraseLine[], prose: ReadonlySet<Phrase>, book: Rulebook): boolean {
  const place = (): Box => band;
  const inside = phrasesIn(band, lines);
  if (inside.length === 0) return !says(book, 'empty-band', band.bottom - band.top > EMPTY_BAND, place);
  const width = band.x1 - band.x0;
  const isText = (phrase: Phrase): boolean => prose.has(phrase) && phrase.box.x1 - phrase.box.x0 > WIDE_TEXT * width;
  if (says(book, 'text-between-rules', inside.some(isText), place)) return false;
  const byLine = new Map<number, number>();
  for (const phrase of inside) byLine.set(phrase.line, (byLine.get(phrase.line) ?? 0) + 1);
  // Columns of running text between the rules at the head and the foot of a page.
  if (says(book, 'page-between-rules', byLine.size > MOST_TEXT && inside.filter((phrase) => prose.has(phrase)).length * 2 > inside.length, place)) return false;
  if (says(book, 'loose-lines', byLine.size >= LOOSE_LINES && [...byLine.values()].every((count) => count === 1), place)) return false;
  return !says(book, 'caption-between-rules', inside.some(isCaption), place);
}

/**
 * A rule of another length, but as long as a table's, is the rule of another table; one that begins behind the row labels
 * and ends with the table parts the table's headers.
 */
function holdsOtherTable(band: Box, rules: readonly Rule[]): boolean {
  const width = band.x1 - band.x0;
  return rulesBetween(rules, band.top + SAME_HEIGHT, band.bottom - SAME_HEIGHT).some(
    ({ x0, x1 }) =>
      shared({ from: x0, to: x1 }, across(band)) > 0 && x1 - x0 >= OTHER_TABLE * width && !(Math.abs(x1 - band.x1) <= SAME_HEIGHT && x0 - band.x0 > SAME_END),
  );
}

function phrasesIn(box: Box, lines: readonly PhraseLine[]): Phrase[] {
  const found: Phrase[] = [];
  for (const line of lines) {
    if (line.bottom < box.top || line.top > box.bottom) continue;
    found.push(...line.phrases.filter((phrase) => isInside(phrase, box)));
  }
  return found;
}

/** At least two lines with several phrases, all within the rules. */
function holdsRows(stack: RuleStack, lines: readonly PhraseLine[]): boolean {
  const box = boxOf(stack);
  let rows = 0;
  for (const line of lines) {
    if (line.bottom < box.top || line.top > box.bottom) continue;
    if (line.phrases.filter((phrase) => isInside(phrase, box)).length > 1) rows += 1;
    if (rows >= 2) return true;
  }
  return false;
}

/** A row is no higher than this, points. */
const HIGHEST_ROW = 24;

/** The box with room for one more row: many tables draw no rule below their last row, the sum. Running text is none. */
export function openBoxOf(stack: RuleStack, prose: ReadonlySet<Phrase>, book: Rulebook = PLAIN_BOOK): Box {
  const box = boxOf(stack);
  const last = box.bottom - (stack.ys[stack.ys.length - 2] ?? box.bottom);
  const open = { ...box, bottom: box.bottom + Math.min(HIGHEST_ROW, last) };
  const isBelow = (phrase: Phrase): boolean =>
    overlap(phrase.box.x0, phrase.box.x1, open.x0, open.x1) > 0 && overlap(phrase.box.top, phrase.box.bottom, box.bottom, open.bottom) > 0;
  return says(book, 'open-last-row', ![...prose].some(isBelow), () => open) ? open : box;
}

export const boxOf = (stack: RuleStack): Box => ({
  x0: stack.x0,
  x1: stack.x1,
  top: stack.ys[0] ?? 0,
  bottom: stack.ys[stack.ys.length - 1] ?? 0,
});
