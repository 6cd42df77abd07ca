/** Horizontal rulings that no ruled table used: they bound tables, part rows and gather columns under a header. */
import type { Ruling } from '../../model/page.js';
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
  return rules.sort((a, b) => a.y - b.y || a.x0 - b.x0);
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
