/**
 * Phrases that stand together → regions that may be tables.
 *
 * Phrases hang together along a line when nothing but white stands between them, and down the page when one stands
 * under the other at no more than a few lines' distance. Running text, captions and full-width white part regions.
 */
import { DisjointSets, overlap } from '../geometry.js';
import type { Phrase, PhraseLine } from './phrases.js';

/** Rows of one table lie no further apart than this, baseline to baseline, in em of the text. */
const ROW_DISTANCE = 3.4;
/** A caption parts what stands above it from what stands below. */
const CAPTION = /^(?:(?:table|figure|fig\.|exhibit|chart|graph|box|panel|appendix|annex|source|sources|notes?)\b[\s.:]*(?:[a-z]?[0-9ivx]+|[a-z]\b|:)|[[【(（<＜]?(?:表|図|別表|資料|様式)\s*[0-9０-９一二三四五六七八九十]+)/iu;

export const isCaption = (phrase: Phrase): boolean => CAPTION.test(phrase.text);

export interface Region {
  /** Lines from the top, each with the phrases of this region only. */
  readonly lines: readonly PhraseLine[];
}

export function findRegions(lines: readonly PhraseLine[], prose: ReadonlySet<Phrase>): Region[] {
  const phrases: Phrase[] = [];
  const index = new Map<Phrase, number>();
  for (const line of lines) {
    for (const phrase of line.phrases) {
      if (prose.has(phrase) || (line.phrases.length === 1 && isCaption(phrase))) continue;
      index.set(phrase, phrases.length);
      phrases.push(phrase);
    }
  }
  const sets = new DisjointSets(phrases.length);
  const join = (a: Phrase, b: Phrase): void => {
    const [i, j] = [index.get(a), index.get(b)];
    if (i !== undefined && j !== undefined) sets.join(i, j);
  };
  let open: Phrase[] = [];
  for (const line of lines) {
    line.phrases.forEach((phrase, i) => {
      const before = line.phrases[i - 1];
      if (before !== undefined) join(before, phrase);
    });
    open = open.filter((above) => line.baseline - bottomOf(above) <= ROW_DISTANCE * Math.max(above.size, line.size));
    for (const phrase of line.phrases) {
      const covered = open.filter((above) => overlap(above.box.x0, above.box.x1, phrase.box.x0, phrase.box.x1) > 0);
      for (const above of covered) join(above, phrase);
    }
    const hidden = (above: Phrase): boolean =>
      line.phrases.some((phrase) => overlap(above.box.x0, above.box.x1, phrase.box.x0, phrase.box.x1) > 0);
    open = [...open.filter((above) => !hidden(above)), ...line.phrases];
  }
  const groups = new Map<number, Phrase[]>();
  phrases.forEach((phrase, i) => {
    const root = sets.find(i);
    const group = groups.get(root);
    if (group) group.push(phrase);
    else groups.set(root, [phrase]);
  });
  return [...groups.values()].map((group) => ({ lines: regroup(group, lines) }));
}

const bottomOf = (phrase: Phrase): number => phrase.box.bottom;

/** The page's lines with only these phrases. */
export function regroup(phrases: readonly Phrase[], lines: readonly PhraseLine[]): PhraseLine[] {
  const byLine = new Map<number, Phrase[]>();
  for (const phrase of phrases) {
    const here = byLine.get(phrase.line);
    if (here) here.push(phrase);
    else byLine.set(phrase.line, [phrase]);
  }
  return [...byLine.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, own]) => {
      const line = lines[at];
      if (line === undefined) return [];
      const inOrder = [...own].sort((a, b) => a.box.x0 - b.box.x0);
      return [{
        ...line,
        phrases: inOrder,
        top: Math.min(...inOrder.map((phrase) => phrase.box.top)),
        bottom: Math.max(...inOrder.map((phrase) => phrase.box.bottom)),
      }];
    });
}
