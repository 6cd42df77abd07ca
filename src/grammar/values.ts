/** Passage → value: the published text of a field, by the way in which the grammar reads it. */
import { matchKey, foldCharacters } from '../text/fold.js';
import type { Evidence } from '../text/evidence.js';
import { joinLines } from '../text/join.js';
import type { JointJudge } from '../text/joint.js';
import { joinLineOf, type JoinLine } from '../text/set-line.js';
import { lineOf, type Passage } from './passage.js';
import type { LabelledField } from './schema.js';

/** What decides at a line's end whether the text runs on, beyond the lines themselves. */
export interface Joining {
  readonly judge: JointJudge;
  readonly evidence: Evidence;
}

export function joinLinesOf(passage: Passage): readonly JoinLine[] {
  return passage.flatMap((segment) => {
    const line = lineOf(segment);
    const text = foldCharacters(line.text);
    return text === '' ? [] : [{ ...joinLineOf(line, segment.bounds), text }];
  });
}

/** The text of a passage, or null where nothing is printed. */
export function textOf(passage: Passage | undefined, joining: Joining): string | null {
  if (!passage) return null;
  const lines = joinLinesOf(passage);
  if (lines.length === 0) return null;
  const text = joinLines(lines, joining.judge, joining.evidence).text.trim();
  return text === '' ? null : text;
}

/** The text with every line joined: a word set in a narrow column. */
export function nameOf(passage: Passage | undefined): string | null {
  if (!passage) return null;
  const text = joinLinesOf(passage)
    .map((line) => line.text.trim())
    .join('');
  return text === '' ? null : text;
}

/** One or more of the words listed, joined with ・; undefined where the text says anything else. */
export function choicesOf(passage: Passage, choices: readonly string[]): string | undefined {
  let rest = matchKey(nameOf(passage) ?? '');
  const found: string[] = [];
  const ordered = choices.map((choice) => ({ choice, key: matchKey(choice) })).sort((a, b) => b.key.length - a.key.length);
  while (rest !== '') {
    const next = ordered.find(({ key }) => rest.startsWith(key));
    if (!next) return undefined;
    found.push(next.choice);
    rest = rest.slice(next.key.length).replace(/^[・、,/／.]/u, '');
  }
  return found.join('・');
}

export function valueOf(passage: Passage | undefined, field: LabelledField | undefined, joining: Joining): string | null {
  if (!passage) return null;
  if (field?.as === 'name') return nameOf(passage);
  if (field?.as === 'choices') return choicesOf(passage, field.choices) ?? textOf(passage, joining);
  return textOf(passage, joining);
}
