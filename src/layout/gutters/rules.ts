/** Horizontal rulings that no ruled table used: they bound tables, part rows and gather columns under a header. */
import type { Box, Fill, Ruling } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { across, cover, down, hull, type Span, union } from '../intervals.js';
import type { Segment } from '../rulings.js';

export interface Rule {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

/** Rules by y, ascending: what is left of the page's segments, and underlines, which headers of several columns have. */
export function toRules(segments: readonly Segment[], underlines: readonly Ruling[]): Rule[] {
  const rules = [
    ...segments.filter((segment) => segment.axis === 'h').map(({ at, from, to }) => ({ y: at, x0: from, x1: to })),
    ...underlines.filter((ruling) => ruling.axis === 'h').map(({ at, from, to }) => ({ y: at, x0: from, x1: to })),
  ];
  return rules.sort(byPlace);
}

/** A table's own rules go over this share of its width; those under a header or over a sum over less. */
const WHOLE = 0.8;

/** True when the rules, together, are as wide as the table: `table`, from its first column to its last. */
export const areAsWide = (rules: readonly Rule[], table: Span): boolean => cover(rules.map(across), table) > WHOLE;

export const byPlace = (a: Rule, b: Rule): number => a.y - b.y || a.x0 - b.x0;

/** A coloured band ends at the rule below it, and is as long, within this many points. */
const SAME_PLACE = 2.5;
/** A band holds a line or two of text, points. */
const HIGHEST_BAND = 32;

/**
 * The edges of coloured bands that a rule bounds on the other side only: the header of a table with a rule above it or below it;
 * and of those that no rule bounds, right above a row with its rule.
 *
 * ```
 *   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒       ─────────────────
 *   ▒新規陽性者数▒▒▒▒       ▒Policy▒Deadline▒
 *   ─────────────────
 *    行政検査     7名        Air      2010
 *   ─────────────────       ─────────────────
 * ```
 * `rules` ascending by y.
 */
export function bandRules(fills: readonly Fill[], rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): Rule[] {
  const isSame = (rule: Rule, { x0, x1 }: Box): boolean => Math.abs(rule.x0 - x0) <= SAME_PLACE && Math.abs(rule.x1 - x1) <= SAME_PLACE;
  const hasRule = (y: number, box: Box): boolean => rulesBetween(rules, y - SAME_PLACE, y + SAME_PLACE).some((rule) => isSame(rule, box));
  return bandsOf(fills)
    .filter((box) => box.bottom - box.top <= HIGHEST_BAND)
    .flatMap((box): Rule[] => {
      const { x0, x1, top, bottom } = box;
      const isBare = !hasRule(top, box) && !hasRule(bottom, box);
      const isOverRow = isBare && rulesBetween(rules, bottom, bottom + NEXT_RULE * (bottom - top)).some((rule) => isSame(rule, box));
      if (says(book, 'band-over-rules', isOverRow, () => box))
        return [
          { x0, x1, y: top },
          { x0, x1, y: bottom },
        ];
      if (!says(book, 'band-edge', hasRule(top, box) !== hasRule(bottom, box), () => box)) return [];
      return [{ x0, x1, y: hasRule(top, box) ? bottom : top }];
    });
}

/** The first rule below a coloured header is no further from it than this many times its height. */
const NEXT_RULE = 4;

/** Areas of one height beside each other, the backgrounds of a row's cells, are one band. */
function bandsOf(fills: readonly Fill[]): Box[] {
  const rows = new Map<string, Box[]>();
  for (const { box } of fills) {
    const key = `${Math.round(box.top)} ${Math.round(box.bottom)}`;
    const row = rows.get(key);
    if (row) row.push(box);
    else rows.set(key, [box]);
  }
  return [...rows.values()].flatMap((row) => {
    const { from: top, to: bottom } = hull(row.map(down));
    return union(row.map(across), SAME_PLACE).map(({ from: x0, to: x1 }) => ({ x0, x1, top, bottom }));
  });
}

/** Rules with `from <= y <= to`; `rules` ascending by y. */
export function rulesBetween(rules: readonly Rule[], from: number, to: number): readonly Rule[] {
  return rules.slice(firstAtOrAfter(rules, from), firstAtOrAfter(rules, to + 1e-9));
}

function firstAtOrAfter(rules: readonly Rule[], y: number): number {
  let low = 0;
  let high = rules.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rules[middle]?.y ?? Infinity) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
