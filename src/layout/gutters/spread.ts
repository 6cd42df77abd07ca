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
import { groupWithin } from '../geometry.js';
import { joinPhrases, type Phrase, type PhraseLine, SINGLE_JAPANESE } from './phrases.js';

/** Edges of spread labels differ by no more than this, em: half of a narrow character's side bearings, twice. */
const SAME_EDGE = 0.4;
/** Gaps of one spread label differ by no more than this share, and never count as uneven below `SAME_EDGE` em. */
const EVEN = 0.25;
/** A label of more characters is no longer spread wide. */
const MOST_CHARACTERS = 10;
/** Labels of one column lie no further apart than this, em: a heading or an empty row may stand between. */
const NEXT_ROW = 6;
/** So many labels of the same number of characters show that they are labels … */
const FEWEST_ALIKE = 3;
/** … of which this share differ from all others. */
const DIFFERENT = 0.6;

/** Phrases `from` to `to` of a line, which may be one label. */
interface Range {
  readonly line: PhraseLine;
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
  /** Of a solid phrase as wide as the labels: no part of the question, but of the answer. */
  readonly isSolid: boolean;
  readonly text: string;
}

/** The lines with every such label one phrase; the same lines where there are none. */
export function joinSpreadLabels(lines: readonly PhraseLine[]): readonly PhraseLine[] {
  const ranges = lines.flatMap(rangesOf);
  const labels = new Map<PhraseLine, Range[]>();
  for (const column of columnsOf(ranges)) {
    if (!areLabels(column)) continue;
    for (const range of column) if (!range.isSolid) labels.set(range.line, [...(labels.get(range.line) ?? []), range]);
  }
  return labels.size === 0 ? lines : lines.map((line) => joinIn(line, labels.get(line) ?? []));
}

/** All stretches of a line that are spread characters at even gaps, and its solid phrases. */
function rangesOf(line: PhraseLine): Range[] {
  const ranges: Range[] = [];
  line.phrases.forEach((first, from) => {
    if (!isSpread(first)) {
      ranges.push({ line, from, to: from, x0: first.box.x0, x1: first.box.x1, isSolid: true, text: first.text });
      return;
    }
    let characters = 0;
    for (let to = from; to < line.phrases.length; to += 1) {
      const last = line.phrases[to];
      if (last === undefined || !isSpread(last)) break;
      characters += last.parts.length;
      if (characters > MOST_CHARACTERS) break;
      if (characters < 2) continue;
      const words = line.phrases.slice(from, to + 1).flatMap((phrase) => phrase.parts);
      const gaps = words.slice(1).map((word, i) => word.x0 - (words[i]?.x1 ?? word.x0));
      const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
      if (most - least > Math.max(EVEN * most, SAME_EDGE * line.size)) continue;
      ranges.push({ line, from, to, x0: first.box.x0, x1: last.box.x1, isSolid: false, text: words.map((word) => word.text).join('') });
    }
  });
  return ranges;
}

const isSpread = (phrase: Phrase): boolean => phrase.parts.every(({ text }) => SINGLE_JAPANESE.test(text));

/** Ranges of the same two edges below each other. */
function columnsOf(ranges: readonly Range[]): Range[][] {
  const within = (line: PhraseLine | undefined): number => SAME_EDGE * (line?.size ?? 0);
  const least = Math.min(...ranges.map(({ line }) => within(line)));
  return groupWithin(ranges, ({ x0 }) => x0, least).flatMap((left) =>
    groupWithin(left, ({ x1 }) => x1, least).flatMap((column) => {
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

function areLabels(column: readonly Range[]): boolean {
  const spread = column.filter(({ isSolid }) => !isSolid);
  if (spread.length === 0 || column.length < 2) return false;
  if (new Set(column.map(({ text }) => text)).size < DIFFERENT * column.length) return false;
  const counts = new Set(spread.map(({ text }) => text.length));
  if (counts.size > 1 && Math.max(...counts) > 3) return true;
  if (counts.size > 0 && spread.length < column.length) return true;
  // All of two or three characters: their places coincide, as columns' would; but a line begins with its label.
  return spread.length >= FEWEST_ALIKE && spread.every(({ from }) => from === 0);
}

/** The longest labels first: a part of one is none. */
function joinIn(line: PhraseLine, labels: readonly Range[]): PhraseLine {
  if (labels.length === 0) return line;
  const taken = new Map<number, Range>();
  for (const label of [...labels].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const own = Array.from({ length: label.to - label.from + 1 }, (_, i) => label.from + i);
    if (own.some((i) => taken.has(i))) continue;
    for (const i of own) taken.set(i, label);
  }
  const phrases = line.phrases.flatMap((phrase, i): Phrase[] => {
    const label = taken.get(i);
    if (label === undefined) return [phrase];
    return label.from === i ? [joinPhrases(line.phrases.slice(label.from, label.to + 1))] : [];
  });
  return { ...line, phrases };
}
