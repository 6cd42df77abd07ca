/**
 * Labels spread over one width (均等割付) → one phrase each, however wide the white between their characters.
 *
 * ```
 *   総          数    42,455
 *   東          部    28,150    their first characters stand below each other, and so do their last ones,
 *   新  市  街  地    64,999    while what stands between keeps its own even distances: one column of labels,
 *   丘陵地域北地区     9,838    not one for every character
 * ```
 * Columns of single characters (有 無 有) say the same few things over and over; labels differ from row to row.
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { isSquare } from '../characters.js';
import { boundingBox, groupWithin } from '../geometry.js';
import { cutPhrase, hasTypedSpace, joinPhrases, type Phrase, type PhraseLine, type Word } from './phrases.js';

/** Edges of spread labels differ by no more than this, em: half of a narrow character's side bearings, twice. */
const SAME_EDGE = 0.4;
/** Gaps of one spread label differ by no more than this share, and never count as uneven below `SAME_EDGE` em. */
const EVEN = 0.25;
/** Characters nearer than this (em) are letter-spaced text, not spread over a width. */
const LEAST_GAP = 0.5;
/** A label of more characters is no longer spread wide. */
const MOST_CHARACTERS = 10;
/** Labels of one column lie no further apart than this, em: a heading or an empty row may stand between. */
const NEXT_ROW = 6;
/** So many labels of the same number of characters show that they are labels … */
const FEWEST_ALIKE = 3;
/** … of which this share differ from all others. */
const DIFFERENT = 0.6;

/** Words `from` to `to` of a line, which may be one label. */
interface Range {
  readonly line: PhraseLine;
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
  /** Characters set solid, as wide as the labels: no part of the question, but of the answer. */
  readonly isSolid: boolean;
  readonly text: string;
}

/** The lines with every such label one phrase, parted from what stands close behind it; the same lines where there are none. */
export function joinSpreadLabels(lines: readonly PhraseLine[], book: Rulebook = PLAIN_BOOK): readonly PhraseLine[] {
  const labels = new Map<PhraseLine, Range[]>();
  for (const column of columnsOf(lines.flatMap(rangesOf))) {
    if (!says(book, 'spread-labels', areLabels(column), () => boundingBox(column.map(boxOfRange)))) continue;
    for (const range of column) labels.set(range.line, [...(labels.get(range.line) ?? []), range]);
  }
  return labels.size === 0 ? lines : lines.map((line) => setLabels(line, labels.get(line) ?? []));
}

/** All stretches of a line that are single characters at even gaps, and its other words. */
function rangesOf(line: PhraseLine): Range[] {
  const words = line.phrases.flatMap((phrase) => phrase.parts);
  const gapBefore = (i: number): number => (words[i]?.x0 ?? Infinity) - (words[i - 1]?.x1 ?? -Infinity);
  const ranges: Range[] = [];
  words.forEach((first, from) => {
    if (!isSingle(first)) {
      // Half of a text with a typed space in it, such as a surname, is no label of its own.
      if (hasTypedSpace(first) || isBehindTyped(words, from)) return;
      ranges.push({ line, from, to: from, x0: first.x0, x1: first.x1, isSolid: true, text: first.text });
      return;
    }
    let least = Infinity;
    let most = 0;
    for (let to = from + 1; to < from + MOST_CHARACTERS && isSingle(words[to]); to += 1) {
      least = Math.min(least, gapBefore(to));
      most = Math.max(most, gapBefore(to));
      const last = words[to];
      if (last === undefined || !isEven(least, most, line)) break;
      if (least < LEAST_GAP * line.size) break;
      // A part of more characters at the same gaps is no label.
      const goesOn = [
        [from - 1, gapBefore(from)],
        [to + 1, gapBefore(to + 1)],
      ] as const;
      if (goesOn.some(([i, gap]) => isSingle(words[i]) && isEven(Math.min(least, gap), Math.max(most, gap), line))) continue;
      ranges.push({
        line,
        from,
        to,
        x0: first.x0,
        x1: last.x1,
        isSolid: false,
        text: words
          .slice(from, to + 1)
          .map(({ text }) => text)
          .join(''),
      });
    }
  });
  return ranges;
}

const isBehindTyped = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1];
  return before !== undefined && hasTypedSpace(before);
};

const isSingle = (word: Word | undefined): boolean => word !== undefined && isSquare(word.text);

const isEven = (least: number, most: number, line: PhraseLine): boolean => most - least <= Math.max(EVEN * most, SAME_EDGE * line.size);

/** Ranges of the same two edges below each other. */
function columnsOf(ranges: readonly Range[]): Range[][] {
  const within = Math.min(...ranges.map(({ line }) => SAME_EDGE * line.size));
  return groupWithin(ranges, ({ x0 }) => x0, within).flatMap((left) =>
    groupWithin(left, ({ x1 }) => x1, within).flatMap((column) => {
      const parts: Range[][] = [];
      for (const range of [...column].sort((a, b) => a.line.index - b.line.index)) {
        const above = parts.at(-1)?.at(-1);
        if (above !== undefined && range.line.baseline - above.line.baseline <= NEXT_ROW * range.line.size) parts.at(-1)?.push(range);
        else parts.push([range]);
      }
      return parts;
    }),
  );
}

const boxOfRange = ({ line, x0, x1 }: Range): Box => ({ x0, x1, top: line.top, bottom: line.bottom });

function areLabels(column: readonly Range[]): boolean {
  const spread = column.filter(({ isSolid }) => !isSolid);
  if (spread.length === 0 || column.length < 2) return false;
  if (new Set(column.map(({ text }) => text)).size < DIFFERENT * column.length) return false;
  const counts = new Set(spread.map(({ text }) => text.length));
  if (counts.size > 1 && Math.max(...counts) > 3) return true;
  if (spread.length < column.length) return true;
  // All of two or three characters: their places coincide, as columns' would; but a line begins with its label.
  return spread.length >= FEWEST_ALIKE && spread.every(({ from }) => from === 0);
}

/** The line with its labels phrases of their own. */
function setLabels(line: PhraseLine, labels: readonly Range[]): PhraseLine {
  if (labels.length === 0) return line;
  const words = line.phrases.flatMap((phrase) => phrase.parts);
  const labelAt = new Map<Word, Range>();
  for (const label of labels) for (const word of words.slice(label.from, label.to + 1)) labelAt.set(word, label);
  const pieces = line.phrases.flatMap((phrase) =>
    cutPhrase(
      phrase,
      phrase.parts.filter((word, i) => i > 0 && labelAt.get(word) !== labelAt.get(phrase.parts[i - 1] ?? word)),
    ),
  );
  const phrases: Phrase[] = [];
  let last: Range | undefined;
  for (const piece of pieces) {
    const [word] = piece.parts;
    const label = word === undefined ? undefined : labelAt.get(word);
    const before = phrases.at(-1);
    if (before !== undefined && label !== undefined && label === last) phrases[phrases.length - 1] = joinPhrases(before, piece);
    else phrases.push(piece);
    last = label;
  }
  return { ...line, phrases };
}
