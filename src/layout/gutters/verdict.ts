/**
 * Whether a region is a table: the sum of what speaks for it and what speaks against it, each by its rule.
 *
 * ```
 *   Table 4. Grants                        table-caption    +2
 *   Region     Works    Grants             own-font-head    +2
 *   North      roads      12.4             figure-columns   +3
 *   South      bridges     9.1
 *   West       roads       3.3             = 7: a table
 *
 *   • Roads       • Harbours      • Wells  aligned-columns  +1
 *   • Bridges     • Canals        • Dams   list             −5
 *   • Ditches     • Locks         • Mains  = −4: none
 * ```
 * White alone speaks for nothing: columns of prose, lists, contents pages, forms and charts have it too.
 */
import type { Box } from '../../model/page.js';
import type { RuleId, SignId } from '../evidence/registry.js';
import { isOn, lost, type Rulebook, says } from '../evidence/rulebook.js';

/** A rule that is heard on whether this is a table. */
interface Witness<Id, Case> {
  readonly rule: Id;
  readonly speaks: (of: Case) => boolean;
  /** What its word counts for. */
  readonly counts: number;
}

export interface Witnesses<Case> {
  readonly signs: readonly Witness<SignId, Case>[];
  readonly vetoes: readonly Witness<RuleId, Case>[];
}

/** From this sum on it is a table. */
const ENOUGH = 2;

/** The signs that it is a table; none where it is none. */
export function judge<Case>(of: Case, { signs, vetoes }: Witnesses<Case>, book: Rulebook, place: () => Box): readonly SignId[] {
  const heard = <Id extends RuleId>(all: readonly Witness<Id, Case>[]): readonly Witness<Id, Case>[] =>
    all.filter(({ rule, speaks }) => isOn(book, rule) && speaks(of));
  const total = (all: readonly Witness<RuleId, Case>[]): number => all.reduce((sum, { counts }) => sum + counts, 0);
  const [pro, contra] = [heard(signs), heard(vetoes)];
  if (pro.length === 0) return [];
  const isTable = total(pro) - total(contra) >= ENOUGH;
  const [winners, losers] = isTable ? [pro, contra] : [contra, pro];
  for (const { rule } of winners) says(book, rule, true, place);
  for (const { rule } of losers)
    lost(
      book,
      rule,
      winners.map((winner) => winner.rule),
      place,
    );
  return isTable ? pro.map(({ rule }) => rule) : [];
}
