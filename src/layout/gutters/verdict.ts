/**
 * Whether a region is a table: the sum of what speaks for it and what speaks against it, each by name.
 *
 * ```
 *   Table 4. Grants                        caption  +2
 *   Region     Works    Grants             header   +2
 *   North      roads      12.4             figures  +3
 *   South      bridges     9.1
 *   West       roads       3.3             = 7: a table
 *
 *   • Roads       • Harbours      • Wells  aligned  +1
 *   • Bridges     • Canals        • Dams   list     −5 = −4: none
 *   • Ditches     • Locks         • Mains
 * ```
 * White alone speaks for nothing: columns of prose, lists, contents pages, forms and charts have it too.
 */

/** One who speaks: for a table with a weight above 0, against it with one below. */
export interface Witness<Case> {
  readonly name: string;
  readonly weight: number;
  readonly speaks: (of: Case) => boolean;
}

/** From this sum on it is a table. */
const ENOUGH = 2;

export interface Verdict {
  readonly isTable: boolean;
  readonly sum: number;
  /** Who spoke, in the order of the list. */
  readonly heard: readonly string[];
}

export function judge<Case>(of: Case, witnesses: readonly Witness<Case>[]): Verdict {
  const heard = witnesses.filter(({ speaks }) => speaks(of));
  const sum = heard.reduce((total, { weight }) => total + weight, 0);
  return { isTable: sum >= ENOUGH, sum, heard: heard.map(({ name }) => name) };
}
