/** Signs that lines of text are a table; each of them is enough where no veto speaks. */
import type { RuleText } from './rule.js';

export const signs = {
  'ruled-off': { basis: 'drawn', says: 'a table: ruled off', because: 'Two rules as wide as its columns bound a table without verticals.' },
  'figure-columns': { basis: 'placed', says: 'a table: figures below each other', because: 'Figures are set below each other to be compared.' },
  'headed-list': { basis: 'placed', says: 'a table: a list with headers', because: 'Lists of names and dates keep every row to its headers and to one distance.' },
  'own-font-head': { basis: 'drawn', says: 'a table: a header in a font of its own', because: 'A header over each column is set in a font that no cell below has.' },
  'aligned-columns': { basis: 'placed', says: 'a table: columns of words set to one edge', because: 'Three columns of short texts that each begin at one edge are no text and no list.' },
} as const satisfies Readonly<Record<string, RuleText>>;
