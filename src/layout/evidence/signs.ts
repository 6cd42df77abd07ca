/** Signs that lines of text are a table. What each counts for, against the vetoes, stands where they are heard (`gutters/evidence.ts`, `gutters/text-evidence.ts`). */
import type { RuleText } from './rule.js';

export const signs = {
  'ruled-off': { basis: 'drawn', says: 'a table: ruled off', because: 'Two rules as wide as its columns bound a table without verticals.' },
  'figure-columns': { basis: 'placed', says: 'a table: figures below each other', because: 'Figures are set below each other to be compared.' },
  'headed-list': {
    basis: 'placed',
    says: 'a table: a list with headers',
    because: 'Lists of names and dates keep every row to its headers and to one distance.',
  },
  'own-font-head': {
    basis: 'drawn',
    says: 'a table: a header in a font of its own',
    because: 'A header over each column is set in a font that no cell below has.',
  },
  'aligned-columns': {
    basis: 'placed',
    says: 'a table: columns of words set to one edge',
    because: 'Three columns of short texts that each begin at one edge are no text and no list.',
  },
  'table-caption': {
    basis: 'worded',
    says: 'a table: its caption says so',
    because: 'A caption with a number (Table 3, 表３, 第３表) stands right above a table.',
  },
  'repeated-entries': {
    basis: 'repeated',
    says: 'a table: entries that come again',
    because: 'Columns of a table say one of a few things (yes, no) in row after row; lists of names do not.',
  },
  'short-header': { basis: 'placed', says: 'a table: short texts over its columns', because: 'Headers have few words and one or two lines.' },
  'several-columns': { basis: 'placed', says: 'a table: three columns or more', because: 'Lists, definitions and forms seldom have three columns.' },
  'short-labels': { basis: 'placed', says: 'a table: short labels begin its rows', because: 'Rows begin with a label, not with a sentence.' },
} as const satisfies Readonly<Record<string, RuleText>>;
