/**
 * Phrases that are running text: lines set to a measure, each filled before the next begins.
 *
 * ```
 *   The committee met twice in the course of     ← "the" would not have fitted: the line is full
 *   the year and agreed on the terms of the      ← full
 *   report.
 * ```
 * A column of row labels is as ragged as its labels; it does not fill lines.
 */
import { overlap } from '../geometry.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { isValue } from './values.js';

/** A measure of running text holds at least this many em: narrower text is a wrapped cell as well. */
const LEAST_MEASURE = 16;
/** Lines of two: only as wide as this are they surely a paragraph. */
const WIDE_MEASURE = 28;
const LEAST_WORDS = 4;
/** Lines of one paragraph lie no further apart than this (baseline to baseline, in em). */
const LEADING = 2.2;
/** A word space, em. */
const SPACE = 0.28;
/** Set in a ragged column, a line is full when this little more (em) would not have held the next word. */
const SLACK = 0.5;
/** A heading or caption of one line is a sentence from so many words on. */
const SENTENCE_WORDS = 14;

export function findProse(lines: readonly PhraseLine[]): ReadonlySet<Phrase> {
  const prose = new Set<Phrase>();
  for (const chain of chainsOf(lines)) {
    for (const paragraph of paragraphsOf(chain)) {
      if (isProse(paragraph, lines)) for (const phrase of paragraph) prose.add(phrase);
    }
  }
  for (const line of lines) {
    const only = line.phrases.length === 1 ? line.phrases[0] : undefined;
    if (only !== undefined && only.words >= SENTENCE_WORDS && !only.hasLeader) prose.add(only);
  }
  return prose;
}

/** Phrases below each other that share most of their width. */
function chainsOf(lines: readonly PhraseLine[]): Phrase[][] {
  const chains: Phrase[][] = [];
  let open: { chain: Phrase[]; last: Phrase }[] = [];
  for (const line of lines) {
    open = open.filter(({ last }) => line.bottom - last.box.bottom <= LEADING * Math.max(last.size, line.size));
    const taken = new Set<object>();
    for (const phrase of line.phrases) {
      const above = open.find(
        (entry) => !taken.has(entry) && entry.last.line !== phrase.line && isBelow(entry.last, phrase),
      );
      if (above === undefined) {
        const entry = { chain: [phrase], last: phrase };
        chains.push(entry.chain);
        taken.add(entry);
        open.push(entry);
      } else {
        above.chain.push(phrase);
        above.last = phrase;
        taken.add(above);
      }
    }
  }
  return chains;
}

function isBelow(above: Phrase, below: Phrase): boolean {
  const shared = overlap(above.box.x0, above.box.x1, below.box.x0, below.box.x1);
  const least = Math.min(above.box.x1 - above.box.x0, below.box.x1 - below.box.x0);
  return shared > 0.5 * least && Math.abs(above.size - below.size) <= 0.15 * above.size && Math.abs(above.box.x0 - below.box.x0) <= 5 * above.size;
}

/** A chain cut where a line was not filled; the line that ends a paragraph stays with it. */
function paragraphsOf(chain: readonly Phrase[]): Phrase[][] {
  const edge = Math.max(...chain.map((phrase) => phrase.box.x1));
  const paragraphs: Phrase[][] = [[]];
  chain.forEach((phrase, i) => {
    paragraphs[paragraphs.length - 1]?.push(phrase);
    const next = chain[i + 1];
    if (next !== undefined && !isFull(phrase, next, edge)) paragraphs.push([]);
  });
  return paragraphs;
}

/** True when the first word of the next line would not have fitted behind this one. */
export function isFull(phrase: Phrase, next: Phrase, edge: number): boolean {
  return phrase.box.x1 + SPACE * phrase.size + next.firstWord > edge - SLACK * phrase.size;
}

function isProse(paragraph: readonly Phrase[], lines: readonly PhraseLine[]): boolean {
  const first = paragraph[0];
  if (first === undefined || paragraph.length < 2) return false;
  const measure = (Math.max(...paragraph.map((p) => p.box.x1)) - Math.min(...paragraph.map((p) => p.box.x0))) / first.size;
  const words = paragraph.slice(0, -1).reduce((sum, phrase) => sum + phrase.words, 0) / (paragraph.length - 1);
  if (words < LEAST_WORDS || paragraph.some((phrase) => phrase.hasLeader)) return false;
  if (measure < (paragraph.length === 2 ? WIDE_MEASURE : LEAST_MEASURE)) return false;
  // Row labels have their figures beside them.
  const labels = paragraph.filter((phrase) =>
    lines[phrase.line]?.phrases.some((other) => other !== phrase && isValue(other.text)),
  );
  return labels.length * 2 < paragraph.length;
}
