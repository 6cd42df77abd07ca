/**
 * By which rules and tolerances a page is read, and what they proposed: plain data that is handed through the room.
 *
 * Where a rule decides, it says so in one place, by its id: `says(book, 'chart-scale', isScale(row), () => box)`. The answer is no
 * where the rule is switched off, which only tests do; where somebody looks, what it proposed is kept with its place.
 */
import type { Box } from '../../model/page.js';
import { type Tolerances, USUAL_TOLERANCES } from '../tolerances.js';
import { type Lexicon, USUAL_LEXICON } from '../words/index.js';
import { type RuleId, ruleOf } from './registry.js';

/** What one rule proposed at one place. */
export interface Proposal {
  readonly rule: RuleId;
  /** Of the document, from 1. */
  readonly page: number;
  /** In points of the page as it is read (upright, its body text `BODY` high). */
  readonly box: Box;
  readonly won: boolean;
  /** The rules that it lost against. */
  readonly against: readonly RuleId[];
}

export interface Rulebook {
  readonly page: number;
  /** Rules that do not speak; for tests. */
  readonly off: ReadonlySet<RuleId>;
  readonly tolerances: Tolerances;
  /** The words that it knows. */
  readonly lexicon: Lexicon;
  /** What was proposed, in the order in which it was; absent where nobody looks. */
  readonly ledger?: Proposal[];
  /** What rules that conclude proposed, for the document's `conclusions`; absent where a page is laid out alone. */
  readonly concluded?: Proposal[];
}

/** Every rule speaks, nobody keeps what it said. */
export const PLAIN_BOOK: Rulebook = { page: 0, off: new Set(), tolerances: USUAL_TOLERANCES, lexicon: USUAL_LEXICON };

/** The book for one page of the document. */
export const onPage = (book: Rulebook, page: number): Rulebook => (book.page === page ? book : { ...book, page });

export const isOn = (book: Rulebook, rule: RuleId): boolean => !book.off.has(rule);

/** True where the rule finds what it looks for and may speak; `place` is asked for only where somebody looks. */
export function says(book: Rulebook, rule: RuleId, verdict: boolean, place: () => Box): boolean {
  if (!verdict || book.off.has(rule)) return false;
  const isTold = book.concluded !== undefined && ruleOf(rule).concludes === true;
  if (book.ledger === undefined && !isTold) return true;
  const proposal: Proposal = { rule, page: book.page, box: place(), won: true, against: [] };
  book.ledger?.push(proposal);
  if (isTold) book.concluded?.push(proposal);
  return true;
}

/** Keeps what a rule proposed in vain. */
export function lost(book: Rulebook, rule: RuleId, against: readonly RuleId[], place: () => Box): void {
  if (book.ledger !== undefined) book.ledger.push({ rule, page: book.page, box: place(), won: false, against });
}
