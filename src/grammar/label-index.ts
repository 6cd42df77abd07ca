/** The passages of a document by what they say: which labels are printed, without asking every passage for each. */
import { keyOf, labelOf, labelWordsOf, splitLabel, wholeKeysOf } from './labels.js';
import { patternOf, textsOf, type Passage } from './passage.js';

export interface LabelIndex {
  /** Is one of the labels printed? `mayShareCell`: or does a passage begin with one, its value behind it? */
  hasLabel(sources: readonly string[], mayShareCell: boolean): boolean;
  /** Does a passage match the pattern? */
  says(pattern: string): boolean;
}

export function indexLabels(passages: readonly Passage[]): LabelIndex {
  const words = new Set(passages.flatMap(labelWordsOf));
  const wholes = new Set(passages.flatMap(wholeKeysOf));
  const byKey = new Map<string, Passage[]>();
  const byStart = new Map<string, string[]>();
  for (const passage of passages) {
    const key = keyOf(passage);
    const same = byKey.get(key);
    if (same) {
      same.push(passage);
      continue;
    }
    byKey.set(key, [passage]);
    const start = byStart.get(key.charAt(0));
    if (start) start.push(key);
    else byStart.set(key.charAt(0), [key]);
  }
  const keys = [...byKey.keys()];
  // Labels are printed again and again.
  const texts = [...new Set(passages.flatMap(textsOf))];
  const isPrinted = (source: string): boolean => {
    const { key, expression } = labelOf(source);
    return expression ? [...wholes].some((own) => expression.exec(own)?.[0].length === own.length) : words.has(key ?? '');
  };
  const isBegun = (source: string): readonly string[] => {
    const { key = '', expression } = labelOf(source);
    return expression ? keys.filter((own) => expression.test(own)) : (byStart.get(key.charAt(0)) ?? []).filter((own) => own.startsWith(key));
  };
  return {
    hasLabel: (sources, mayShareCell) =>
      sources.some(isPrinted) ||
      (mayShareCell && sources.flatMap(isBegun).some((key) => byKey.get(key)?.some((passage) => splitLabel(passage, sources) !== undefined))),
    says: (pattern) => {
      const expression = patternOf(pattern);
      return texts.some((text) => expression.test(text));
    },
  };
}
