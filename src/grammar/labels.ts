/** Comparing label cells with a grammar's labels: white space, width, line breaks and sub-labels aside. */
import { once } from '../model/once.js';
import { matchKey } from '../text/fold.js';
import { placedGlyphs, plainText, slice, type Passage } from './passage.js';

/** A label of the grammar, compiled: a literal key or an expression over keys. */
export interface Label {
  readonly source: string;
  readonly key?: string;
  readonly expression?: RegExp;
}

const compiled = new Map<string, Label>();

export function labelOf(source: string): Label {
  let label = compiled.get(source);
  if (!label) {
    label = source.startsWith('/') ? { source, expression: new RegExp(`^(?:${source.slice(1, -1)})`, 'su') } : { source, key: matchKey(source) };
    compiled.set(source, label);
  }
  return label;
}

/**
 * A label cell's own words without its sub-label: `どのような方法で(目標等を達成するための取組の内容等)`
 * → `どのような方法で`, `実施期間※1つ以上に○` → `実施期間`. Japanese forms set explanations of a heading in
 * parentheses or behind ※, after or below it.
 */
export function withoutSubLabel(key: string): string {
  const cut = key.replace(/※.*$/u, '').replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)$/u, '');
  return cut === '' ? key : cut;
}

/** The passage's text under which labels are compared. */
export const keyOf = once((passage: Passage): string => matchKey(plainText(passage)));

/** An explanation under a heading is set at most at this share of the heading's size. */
const smallType = 0.8;

/**
 * ```
 * │   予算案                    │   the heading
 * │経費（一財）、単位（千円）   │   its explanation, in small type
 * ```
 */
function headingKey(passage: Passage): string | undefined {
  const first = passage[0];
  if (!first) return undefined;
  const small = passage.findIndex(({ line }) => line.size <= first.line.size * smallType);
  const isRest = small > 0 && passage.slice(small).every(({ line }) => line.size <= first.line.size * smallType);
  return isRest ? matchKey(plainText(passage.slice(0, small))) : undefined;
}

/** The keys that a label may have to be said by the passage as a whole: an expression is held against `whole`, a word may also be one `without` its sub-label. */
interface LabelKeys {
  readonly whole: readonly string[];
  readonly without: readonly string[];
}

const labelKeys = once((passage: Passage): LabelKeys => {
  const key = keyOf(passage);
  if (key === '') return { whole: [], without: [] };
  const heading = headingKey(passage);
  const whole = heading === undefined || heading === '' ? [key] : [key, heading];
  return { whole, without: whole.map(withoutSubLabel) };
});

/** The words that the passage, as a whole, is a label by. */
export function labelWordsOf(passage: Passage): readonly string[] {
  const { whole, without } = labelKeys(passage);
  return [...whole, ...without];
}

/** What expressions of labels are held against. */
export function wholeKeysOf(passage: Passage): readonly string[] {
  return labelKeys(passage).whole;
}

/** Does the passage, as a whole, say this label (with or without a sub-label)? */
export function isLabel(passage: Passage, sources: readonly string[]): boolean {
  const { whole, without } = labelKeys(passage);
  if (whole.length === 0) return false;
  return sources.some((source) => {
    const { key, expression } = labelOf(source);
    if (expression) return whole.some((own) => expression.exec(own)?.[0].length === own.length);
    return key !== undefined && (whole.includes(key) || without.includes(key));
  });
}

/**
 * Label and value set in one cell or line: where the passage begins with the label, its two parts. What follows must
 * show that the label ends there: a space, a line's end, a colon, a closing bracket of the label's own, or a figure; `isPlaced` where
 * the place of the cell already says that it begins with a label.
 */
export function splitLabel(passage: Passage, sources: readonly string[], isPlaced = false): { label: Passage; value: Passage } | undefined {
  const key = keyOf(passage);
  let longest = 0;
  for (const source of sources) {
    const label = labelOf(source);
    const length = label.expression ? (label.expression.exec(key)?.[0].length ?? 0) : label.key && key.startsWith(label.key) ? label.key.length : 0;
    longest = Math.max(longest, length);
  }
  if (longest === 0) return undefined;
  const glyphs = placedGlyphs(passage);
  let seen = 0;
  for (const [index, placed] of glyphs.entries()) {
    if (!placed.struck) seen += matchKey(placed.glyph.text).length;
    if (seen < longest) continue;
    // A colon after the label belongs to it: 人員：44人.
    let end = index + 1;
    while (end < glyphs.length && /^[\s:：]*$/u.test(glyphs[end]?.glyph.text ?? '')) end += 1;
    const next = glyphs[end];
    const parted =
      isPlaced ||
      end > index + 1 ||
      (next !== undefined && (next.spaceBefore !== '' || /^[\d０-９]/u.test(next.glyph.text))) ||
      /[】》≫〕］）)\]]$/u.test(placed.glyph.text) ||
      isLineEnd(passage, index + 1);
    return next === undefined || parted ? { label: slice(passage, 0, end), value: slice(passage, end, glyphs.length) } : undefined;
  }
  return undefined;
}

/** Is the passage's `count`-th glyph the last of its line? */
function isLineEnd(passage: Passage, count: number): boolean {
  let seen = 0;
  for (const segment of passage) {
    seen += segment.to - segment.from;
    if (seen >= count) return seen === count;
  }
  return true;
}

/** Share of the longer text that two keys have in common, in order (longest common subsequence). */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const current = [0];
    for (let index = 1; index <= b.length; index++) {
      const same = left === b[index - 1];
      current.push(same ? (previous[index - 1] ?? 0) + 1 : Math.max(previous[index] ?? 0, current[index - 1] ?? 0));
    }
    previous = current;
  }
  return (previous[b.length] ?? 0) / Math.max(a.length, b.length);
}
