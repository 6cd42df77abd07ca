/** Passage → value: the published text of a field, by the way in which the grammar reads it. */
import { matchKey, foldCharacters } from '../text/fold.js';
import type { Evidence } from '../text/evidence.js';
import { once } from '../model/once.js';
import { endsSentence } from '../text/habit.js';
import { joinLines } from '../text/join.js';
import type { JointJudge } from '../text/joint.js';
import { joinLineOf, type JoinLine } from '../text/set-line.js';
import { lineOf, type Passage } from './passage.js';
import type { Value } from './draft.js';
import type { LabelledField } from './schema.js';

/** What decides at a line's end whether the text runs on, beyond the lines themselves. */
export interface Joining {
  /** Values joined so far: a field's text is asked for by its column, its checks and its measures. */
  readonly texts: Map<Passage, string | null>;
  readonly judge: JointJudge;
  readonly evidence: Evidence;
  /** Told of each value in which the page does not decide whether a full line ran on. */
  readonly doubted?: (passage: Passage) => void;
}

export const joinLinesOf = once((passage: Passage): readonly JoinLine[] =>
  passage.flatMap((segment) => {
    const line = lineOf(segment);
    const text = foldCharacters(line.text);
    return text === '' ? [] : [{ ...joinLineOf(line, segment.bounds), text }];
  }),
);

/** The text of a passage, or null where nothing is printed. */
export function textOf(passage: Passage | undefined, joining: Joining): string | null {
  if (!passage) return null;
  let text = joining.texts.get(passage);
  if (text === undefined) joining.texts.set(passage, (text = joinedText(passage, joining)));
  return text;
}

function joinedText(passage: Passage, joining: Joining): string | null {
  const lines = joinLinesOf(passage);
  if (lines.length === 0) return null;
  const { text, guesses } = joinLines(lines, joining.judge, joining.evidence);
  if (guesses > 0) joining.doubted?.(passage);
  return text.trim() === '' ? null : text.trim();
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

/** Options that the page numbers stand in the order of their numbers, in however many columns they are set. */
function inNumberOrder(options: readonly string[]): readonly string[] {
  const numbered = options.map((option) => ({ option, number: /^\d+/u.exec(option.normalize('NFKC'))?.[0] }));
  if (numbered.some(({ number }) => number === undefined)) return options;
  return numbered.sort((a, b) => Number(a.number) - Number(b.number)).map(({ option }) => option);
}

/** What stands between the pieces of a value. */
function separatorOf(field: LabelledField | undefined): string {
  if (field?.as === 'marked' || field?.as === 'list') return '・';
  return field?.cells === 'joined' ? '' : '\n';
}

/** A piece at the end of a page that ends no sentence, with the next at the head of the following one: a break may have cut one cell in two. */
function mayGoOn(piece: Passage, text: string, next: Passage | undefined): boolean {
  const [last, first] = [piece.at(-1)?.line.page, next?.[0]?.line.page];
  return last !== undefined && first !== undefined && last < first && !endsSentence(text);
}

/** A value's text; its pieces never run into each other as wrapped lines do. */
export function valueOf(value: Value | undefined, field: LabelledField | undefined, joining: Joining): string | null {
  const read = (passage: Passage): string | null => {
    if (field?.as === 'name' || field?.as === 'marked' || field?.cells === 'joined') return nameOf(passage);
    if (field?.as === 'choices') return choicesOf(passage, field.choices) ?? textOf(passage, joining);
    return textOf(passage, joining);
  };
  const pieces = (value?.pieces ?? []).flatMap((passage) => {
    const text = read(passage);
    return text === null ? [] : [{ passage, text }];
  });
  if (pieces.length === 0) return null;
  if (separatorOf(field) === '\n') {
    pieces.forEach(({ passage, text }, i) => {
      if (mayGoOn(passage, text, pieces[i + 1]?.passage)) joining.doubted?.(passage);
    });
  }
  const texts = pieces.map(({ text }) => text);
  return (field?.as === 'marked' ? inNumberOrder(texts) : texts).join(separatorOf(field));
}
