/** Horizontal rulings that no ruled table used: they bound tables, part rows and gather columns under a header. */
import type { Box, Fill, Ruling } from '../../model/page.js';
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

export const byPlace = (a: Rule, b: Rule): number => a.y - b.y || a.x0 - b.x0;

/** A coloured band ends at the rule below it, and is as long, within this many points. */
const SAME_PLACE = 2.5;
/** A band holds a line or two of text, points. */
const HIGHEST_BAND = 32;

/**
 * The upper edges of coloured bands that stand on a rule: the header of a table without a rule above it.
 *
 * ```
 *   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
 *   ▒新規陽性者数▒▒▒▒
 *   ─────────────────
 *    行政検査     7名
 *   ─────────────────
 * ```
 * `rules` ascending by y.
 */
export function bandRules(fills: readonly Fill[], rules: readonly Rule[]): Rule[] {
  const isSame = (rule: Rule, { x0, x1 }: Box): boolean => Math.abs(rule.x0 - x0) <= SAME_PLACE && Math.abs(rule.x1 - x1) <= SAME_PLACE;
  const hasRule = (y: number, box: Box): boolean => rulesBetween(rules, y - SAME_PLACE, y + SAME_PLACE).some((rule) => isSame(rule, box));
  return fills
    .map(({ box }) => box)
    .filter((box) => box.bottom - box.top <= HIGHEST_BAND && hasRule(box.bottom, box) && !hasRule(box.top, box))
    .map(({ x0, x1, top }) => ({ y: top, x0, x1 }));
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
