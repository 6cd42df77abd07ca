/** What a rule of the layout room is. */

/**
 * What the rule goes by: lines and colours on the page; the same thing on another page or in another row; places of characters;
 * the words that they make.
 */
export type Basis = 'drawn' | 'repeated' | 'placed' | 'worded';

/** How much a proposal weighs, by what it goes by: a ruling was drawn on purpose, white may be chance, words have many meanings. */
export const WEIGHT: Readonly<Record<Basis, number>> = { drawn: 1, repeated: 0.8, placed: 0.6, worded: 0.4 };

export interface RuleText {
  readonly basis: Basis;
  /** What it proposes, for whoever looks at the page. */
  readonly says: string;
  /** The trait of Japanese typesetting, of office programs or of the format that makes it true. */
  readonly because: string;
  /**
   * True where it settles to which cell the text of a value belongs, and neither a ruling there nor the place of the text shows it
   * (text over a ruling tells on itself): each time it decides, it is told with the values that it touched.
   */
  readonly concludes?: true;
}

/** Parts cells; says what a mark or a line is; joins what belongs together; speaks against; is a sign that lines are a table. */
export type RuleKind = 'separator' | 'role' | 'join' | 'veto' | 'sign';
