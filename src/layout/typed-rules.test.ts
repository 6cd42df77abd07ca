import { describe, expect, it } from 'vitest';
import { PLAIN_BOOK } from './evidence/rulebook.js';
import { drawRuling, drawText } from './test-draw.js';
import { findTypedRules } from './typed-rules.js';

/** Rulings across and down of typed lines, 12 points apart; `by`: points that the lines at these places are moved right. */
function rulings(lines: readonly string[], by: Readonly<Record<number, number>> = {}, pitch = 12): [across: number, down: number] {
  const glyphs = lines.flatMap((line, i) =>
    [...line].flatMap((character, k) => (character === ' ' ? [] : drawText(character, 50 + 5 * k + (by[i] ?? 0), 50 + pitch * i))),
  );
  const found = findTypedRules(glyphs, [], PLAIN_BOOK).rulings;
  return [found.filter(({ axis }) => axis === 'h').length, found.filter(({ axis }) => axis === 'v').length];
}

const RULE = '-'.repeat(24);
const row = (bar: string): string => `Area   ${bar}   1.2`;

describe('a row of hyphens', () => {
  it('is a ruling from twenty on, and beside it from five on', () => {
    expect([rulings(['-'.repeat(20)]), rulings(['-'.repeat(19)])]).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect([rulings([RULE, '-----   -----']), rulings([RULE, '----    ----'])]).toEqual([
      [3, 0],
      [1, 0],
    ]);
  });

  it('has no gaps, and no text beside it', () => {
    expect([rulings(['- '.repeat(24)]), rulings([`Total ${RULE}`])]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

it('a row of hyphens may have text beside it that a bar parts from it', () => {
  const beside = (text: string): number => rulings([text])[0];
  expect([beside(`CITY   !${RULE}`), beside(`CITY   ${RULE}`), beside(`${RULE}! CITY`), beside(`${RULE} CITY`)]).toEqual([1, 0, 1, 0]);
  // Hyphens that lead from a text to a bar are none.
  expect([beside(`CITY ${RULE}!`), beside(`CITY !${RULE}! 12`)]).toEqual([0, 1]);
});

describe('bars', () => {
  it('are a ruling down from three below each other on, from a ruling across on', () => {
    expect([rulings([RULE, row('|'), row('|'), row('|')]), rulings([RULE, row('|'), row('|')])]).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(rulings([RULE, 'Area', 'Area', row('|'), row('|'), row('|')])).toEqual([1, 0]);
  });

  it('are one ruling down between two rulings across, however few', () => {
    expect([rulings([RULE, row('|'), RULE]), rulings([row('|'), RULE])]).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it('stand at one place, on lines near each other', () => {
    const body = [RULE, row('|'), row('|'), row('|')];
    expect([rulings(body, { 2: 0.9 }), rulings(body, { 2: 1.2 })]).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect([rulings(body, {}, 16), rulings(body, {}, 18)]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('that are colons too have white beside them: times of the day are none', () => {
    const times = (text: string): [number, number] => rulings([RULE, text, text, text]);
    expect([times('Area :  12'), times('Area: 12'), times('at 12:30 h')]).toEqual([
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
  });
});

it('a row of hyphens stays text on a page whose tables are drawn', () => {
  const glyphs = [...RULE].flatMap((character, k) => drawText(character, 50 + 5 * k, 50));
  const kept = (axis: 'h' | 'v'): number => findTypedRules(glyphs, [drawRuling(axis, 40, 40, 200)], PLAIN_BOOK).glyphs.length;
  expect([kept('v'), kept('h')]).toEqual([24, 0]);
});
