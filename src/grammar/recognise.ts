/**
 * Which grammar fits a document, decided by score with reasons: the share of what a grammar expects to
 * see printed that is there. The title weighs as much as several labels; a format is not taken for
 * another one because of a few common words.
 */
import type { DocumentLayout } from '../model/layout.js';
import { indexLabels, type LabelIndex } from './label-index.js';
import { passagesOf } from './title.js';
import { isEmpty } from './passage.js';
import type { LoadedGrammar } from './load.js';
import type { Grammar, LabelledField } from './schema.js';
import { itemEntries, sheetEntries } from './targets.js';
import { unitsOf } from './units.js';

export interface Evidence {
  /** What was looked for: `title`, `column 評価`, `label 人員`. */
  readonly what: string;
  readonly weight: number;
  readonly found: boolean;
}

export interface Recognition {
  readonly grammar: LoadedGrammar;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Below this share of its evidence a grammar does not fit. */
export const acceptedScore = 0.6;

const titleWeight = 4;
const labelWeight = 1;
/** What makes records possible at all weighs double. */
const recordWeight = 2;

function printedOf(layout: DocumentLayout): LabelIndex {
  return indexLabels(
    unitsOf(layout)
      .flatMap(passagesOf)
      .filter((passage) => !isEmpty(passage)),
  );
}

function evidenceOf(printed: LabelIndex, grammar: Grammar): readonly Evidence[] {
  const evidence: Evidence[] = grammar.document.title.map((pattern, index) => ({
    what: index === 0 ? 'title' : `title, line ${index + 1}`,
    weight: titleWeight / grammar.document.title.length,
    found: printed.says(pattern),
  }));
  const labelled = (kind: string, weight: number, entries: readonly (readonly [string, LabelledField | undefined])[], mayShareCell: boolean): void => {
    for (const [, field] of entries) {
      if (!field || field.optional) continue;
      evidence.push({ what: `${kind} ${field.label[0] ?? ''}`, weight, found: printed.hasLabel(field.label, mayShareCell) });
    }
  };
  labelled('label', labelWeight, sheetEntries(grammar), true);
  const { items } = grammar;
  if (items.each === 'row') labelled('column', labelWeight, itemEntries(grammar), false);
  else labelled('label', recordWeight, itemEntries(grammar), true);
  if (items.each === 'block') evidence.push({ what: `block ${items.starts}`, weight: recordWeight, found: printed.says(`^(?:${items.starts})`) });
  if (items.each === 'sheet')
    labelled(
      'label',
      labelWeight,
      items.others.map((field) => ['', field] as const),
      true,
    );
  for (const level of grammar.outline?.levels ?? []) evidence.push({ what: `heading ${level.level}`, weight: labelWeight, found: printed.says(level.pattern) });
  return evidence;
}

function scoreOf(evidence: readonly Evidence[]): number {
  const sum = (list: readonly Evidence[]): number => list.reduce((total, { weight }) => total + weight, 0);
  const all = sum(evidence);
  return all === 0 ? 0 : sum(evidence.filter(({ found }) => found)) / all;
}

/** Every grammar with its score, best first; equal scores by id. */
export function recognise(layout: DocumentLayout, grammars: readonly LoadedGrammar[]): readonly Recognition[] {
  const printed = printedOf(layout);
  return grammars
    .map((grammar) => {
      const evidence = evidenceOf(printed, grammar.grammar);
      return { grammar, score: scoreOf(evidence), evidence };
    })
    .sort((a, b) => b.score - a.score || (a.grammar.id < b.grammar.id ? -1 : 1));
}
