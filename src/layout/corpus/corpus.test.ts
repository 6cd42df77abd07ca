/**
 * Every rule of the layout room is needed: switched off, a case of the corpus comes out otherwise.
 */
import { describe, expect, test } from 'vitest';
import { RULES, type RuleId } from '../evidence/registry.js';
import { PLAIN_BOOK, type Proposal } from '../evidence/rulebook.js';
import { type Case, loadCases, pagesOf, readCase } from './test-cases.js';

const cases = loadCases();

function holds({ pages, tables, outside }: Case, off: readonly RuleId[] = [], ledger?: Proposal[]): boolean {
  const read = readCase(pagesOf(pages), { ...PLAIN_BOOK, off: new Set(off), ...(ledger === undefined ? {} : { ledger }) });
  return same(read.tables, tables) && (outside === undefined || same(read.outside, outside));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe.each(cases.map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
  test('reads as a person reads it', () => {
    const { tables, outside } = readCase(pagesOf(entry.pages));
    expect(tables).toEqual(entry.tables);
    if (entry.outside !== undefined) expect(outside).toEqual(entry.outside);
  });

  test('needs the rules that it names, each of which says so in the ledger', () => {
    const ledger: Proposal[] = [];
    holds(entry, [], ledger);
    expect(entry.needs.filter((rule) => !ledger.some((proposal) => proposal.rule === rule && proposal.won))).toEqual([]);
    expect(entry.needs.filter((rule) => holds(entry, [rule]))).toEqual([]);
  });
});

test('every rule has a case that needs it', () => {
  const needed = new Set(cases.flatMap(({ needs }) => needs));
  expect(RULES.filter(({ id }) => !needed.has(id)).map(({ id }) => id)).toEqual([]);
});

test('titles are told apart', () => {
  expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
});
