/** A folder without expectations: how much of it is recognised, how full its fields are, what is left over. */
import type { Failure } from '../model/errors.js';
import type { DocumentRecords } from '../model/records.js';
import type { ReadOutcome } from '../reader/types.js';

export interface FieldShare {
  readonly field: string;
  readonly filled: number;
  readonly rows: number;
}

/** What the documents of one grammar have in common. */
export interface GrammarStatistics {
  readonly grammar: string;
  readonly documents: number;
  readonly items: number;
  /** Fields of items that this grammar fills at all, and in how many items it does. */
  readonly fields: readonly FieldShare[];
  readonly glyphs: number;
  readonly leftOver: number;
  readonly warnings: number;
}

export interface Statistics {
  readonly files: number;
  readonly recognised: number;
  readonly grammars: readonly GrammarStatistics[];
  /** How many files failed, by code. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Columns that are there by construction say nothing about the reading. */
const given: ReadonlySet<string> = new Set([
  'item_id',
  'municipality_code',
  'municipality',
  'document_id',
  'sheet_no',
  'page_first',
  'page_last',
  'source_file',
  'source_sha256',
]);

interface Tally {
  documents: number;
  items: number;
  glyphs: number;
  leftOver: number;
  warnings: number;
  readonly filled: Map<string, number>;
}

export interface StatisticsBuilder {
  add(outcome: ReadOutcome): void;
  fail(failure: Failure): void;
  result(): Statistics;
}

/** Counts outcomes one by one, so that a thousand documents need not be held. */
export function countStatistics(): StatisticsBuilder {
  const tallies = new Map<string, Tally>();
  const failures = new Map<string, number>();
  let files = 0;
  let recognised = 0;

  const fail = (failure: Failure): void => {
    files += 1;
    failures.set(failure.code, (failures.get(failure.code) ?? 0) + 1);
  };
  return {
    fail,
    add(outcome) {
      if (outcome.kind === 'failed') return fail(outcome.failure);
      files += 1;
      recognised += 1;
      const { grammar } = outcome.records.document;
      const tally = tallies.get(grammar) ?? { documents: 0, items: 0, glyphs: 0, leftOver: 0, warnings: 0, filled: new Map<string, number>() };
      tallies.set(grammar, tally);
      addRecords(tally, outcome.records);
    },
    result() {
      const grammars = [...tallies].sort(byName).map(([grammar, { filled, ...tally }]) => ({
        grammar,
        ...tally,
        fields: [...filled].map(([field, count]) => ({ field, filled: count, rows: tally.items })),
      }));
      return { files, recognised, grammars, failures: Object.fromEntries([...failures].sort(byName)) };
    },
  };
}

function addRecords(tally: Tally, records: DocumentRecords): void {
  tally.documents += 1;
  tally.items += records.items.length;
  tally.glyphs += records.document.glyphs;
  tally.leftOver += records.document.glyphs_left_over;
  tally.warnings += records.document.warnings;
  for (const item of records.items) {
    for (const [field, value] of Object.entries(item)) {
      if (!given.has(field) && value !== null && value !== '') tally.filled.set(field, (tally.filled.get(field) ?? 0) + 1);
    }
  }
}

function byName(one: readonly [string, unknown], other: readonly [string, unknown]): number {
  return one[0] < other[0] ? -1 : 1;
}

/** `97.5 %`; `–` of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
