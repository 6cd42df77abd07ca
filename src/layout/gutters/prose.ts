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
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, median, overlap, width } from '../geometry.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { isEnumerator, isValue } from './values.js';

/** A measure of running text holds at least this many em: narrower text is a wrapped cell as well. */
const LEAST_MEASURE = 16;
/** Lines of two: only as wide as this are they surely a paragraph. */
const WIDE_MEASURE = 28;
const LEAST_WORDS = 4;
/** Three columns on a page leave this much (em) to each; no cell fills so many lines one after another. */
const NARROW_MEASURE = 10;
const MANY_LINES = 6;
const NARROW_WORDS = 3;
/** So many lines may all be entries of a column. */
const FEW_LINES = 6;
/** Cells beside others have so few words; of a table's lines this share at least are rows. */
const CELL_WORDS = 2;
const ROWS = 0.8;
/** A row's label wraps into no more lines. */
const LABEL_LINES = 4;
/** Lines of one paragraph lie no further apart than this (baseline to baseline, in em). */
const LEADING = 2.2;
/** Paragraphs stand this many times further apart than their lines. */
const PAUSE = 1.2;
/** A word space, em. */
const SPACE = 0.28;
/** Set in a ragged column, a line is full when this little more (em) would not have held the next word. */
const SLACK = 0.5;
/** Paragraphs of one column begin within this distance (points) of each other, in sizes that differ by this share at most. */
const SAME_EDGE = 1.5;
const SAME_SIZE = 0.05;
/** A heading or caption of one line is a sentence from so many words on. */
const SENTENCE_WORDS = 14;

export function findProse(lines: readonly PhraseLine[], book: Rulebook = PLAIN_BOOK): ReadonlySet<Phrase> {
  const prose = new Set<Phrase>();
  const chains = chainsOf(lines);
  for (const chain of chains) {
    for (const paragraph of blocksOf(chain).flatMap((block) => paragraphsOf(block))) {
      if (says(book, 'running-text', isProse(paragraph, lines, book), () => boxOf(paragraph))) for (const phrase of paragraph) prose.add(phrase);
    }
  }
  const columns = findTextColumns(prose);
  for (const chain of chains) {
    const column = columns.find((other) => isSetIn(chain, other));
    if (column === undefined) continue;
    for (const paragraph of paragraphsOf(chain, column.x1)) {
      const isText = paragraph.length > 1 && wordsPerLine(paragraph) >= NARROW_WORDS && !paragraph.some((phrase) => phrase.hasLeader);
      if (says(book, 'text-in-column', isText, () => boxOf(paragraph))) {
        for (const phrase of paragraph) prose.add(phrase);
      }
    }
  }
  for (const line of lines) {
    const only = line.phrases.length === 1 ? line.phrases[0] : undefined;
    if (only !== undefined && says(book, 'sentence', only.words >= SENTENCE_WORDS && !only.hasLeader, () => only.box)) prose.add(only);
  }
  return prose;
}

const boxOf = (phrases: readonly Phrase[]): Box => boundingBox(phrases.map(({ box }) => box));

/** Phrases below each other that share most of their width. */
function chainsOf(lines: readonly PhraseLine[]): Phrase[][] {
  const chains: Phrase[][] = [];
  let open: { chain: Phrase[]; last: Phrase }[] = [];
  for (const line of lines) {
    open = open.filter(({ last }) => line.bottom - last.box.bottom <= LEADING * Math.max(last.size, line.size));
    const taken = new Set<object>();
    for (const phrase of line.phrases) {
      const above = open.find((entry) => !taken.has(entry) && isBelow(entry.last, phrase));
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

/** A column in which the page sets its text: short paragraphs in it fill its lines too, as no label of a table does. */
interface TextColumn {
  readonly x0: number;
  x1: number;
  readonly size: number;
  lines: number;
}

function findTextColumns(prose: ReadonlySet<Phrase>): TextColumn[] {
  const columns = new Map<string, TextColumn>();
  for (const { box, size } of prose) {
    const key = `${Math.round(box.x0)} ${Math.round(2 * size)}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, { x0: box.x0, x1: box.x1, size, lines: 1 });
    else {
      column.x1 = Math.max(column.x1, box.x1);
      column.lines += 1;
    }
  }
  return [...columns.values()].filter((column) => column.lines >= MANY_LINES);
}

function isSetIn(chain: readonly Phrase[], { x0, x1, size }: TextColumn): boolean {
  const first = chain[0];
  if (first === undefined || Math.abs(first.size - size) > SAME_SIZE * size) return false;
  const left = Math.min(...chain.map((phrase) => phrase.box.x0));
  return Math.abs(left - x0) <= SAME_EDGE && chain.every((phrase) => phrase.box.x1 <= x1 + SLACK * size);
}

/** A chain cut where it pauses before or behind many lines: beside a picture or a table the measure is another. */
function blocksOf(chain: readonly Phrase[]): readonly (readonly Phrase[])[] {
  const gaps = chain.slice(1).map((phrase, i) => phrase.box.bottom - (chain[i]?.box.bottom ?? 0));
  const usual = median(gaps);
  const blocks: Phrase[][] = [[]];
  chain.forEach((phrase, i) => {
    if (i > 0 && (gaps[i - 1] ?? 0) > PAUSE * usual) blocks.push([]);
    blocks[blocks.length - 1]?.push(phrase);
  });
  const long = blocks.filter((block) => block.length >= MANY_LINES);
  const rest = blocks.filter((block) => block.length < MANY_LINES).flat();
  return long.length === 0 ? [chain] : [...long, ...(rest.length > 0 ? [rest] : [])];
}

const wordsPerLine = (paragraph: readonly Phrase[]): number => paragraph.slice(0, -1).reduce((sum, phrase) => sum + phrase.words, 0) / (paragraph.length - 1);

/** A chain cut where a line was not filled; the line that ends a paragraph stays with it. */
function paragraphsOf(chain: readonly Phrase[], edge = Math.max(...chain.map((phrase) => phrase.box.x1))): Phrase[][] {
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

/** Nearly every line stands beside other cells of few words, or half of them between two such: a column of a table. */
function areRows(paragraph: readonly Phrase[], lines: readonly PhraseLine[]): boolean {
  const others = paragraph.map((phrase) => (lines[phrase.line]?.phrases ?? []).filter((other) => other !== phrase && other.words <= CELL_WORDS));
  const beside = others.filter((cells) => cells.length > 1);
  const between = paragraph.filter(({ box }, i) => {
    const cells = others[i] ?? [];
    return cells.some((cell) => cell.box.x1 < box.x0) && cells.some((cell) => cell.box.x0 > box.x1);
  });
  return beside.length >= ROWS * paragraph.length || between.length * 2 >= paragraph.length;
}

/** The first line of a wrapped cell stands among the row's other cells, the lines after it stand alone, or nearly. */
function isCell(paragraph: readonly Phrase[], lines: readonly PhraseLine[]): boolean {
  const [first, ...rest] = paragraph.map((phrase) => lines[phrase.line]?.phrases.length ?? 0);
  if (paragraph.length > LABEL_LINES || first === undefined || !rest.every((count) => count < first)) return false;
  return first > 2 || (first === 2 && isBetweenRows(paragraph, lines));
}

/** Edges of one column lie within this distance of each other, em. */
const SAME_COLUMN = 0.2;

/**
 * The line above and the line below each have a label and a cell that begin where this paragraph's label and lines begin.
 *
 * ```
 *   June 8, 2009       Management proposes a reorganization.
 *   August 14, 2009    Union files a charge alleging failure to bargain over
 *                      the effects of the proposed change.
 *   January 2010       Hearing held before a judge.
 * ```
 */
function isBetweenRows(paragraph: readonly Phrase[], lines: readonly PhraseLine[]): boolean {
  const [head, last] = [paragraph[0], paragraph.at(-1)];
  const label = head === undefined ? undefined : lines[head.line]?.phrases[0];
  if (head === undefined || last === undefined || label === undefined || isValue(label) || isEnumerator(label)) return false;
  const isRow = ({ phrases: [first, second, ...others] }: PhraseLine): boolean =>
    others.length === 0 && second !== undefined && beginsWith(first, label) && beginsWith(second, head);
  return [lines[head.line - 1], lines[last.line + 1]].every((line) => line !== undefined && isRow(line));
}

const beginsWith = (phrase: Phrase | undefined, other: Phrase): boolean =>
  phrase !== undefined && phrase !== other && Math.abs(phrase.box.x0 - other.box.x0) <= SAME_COLUMN * other.size;

/** Text that goes on begins its lines with small letters now and then; entries of a column begin with capitals, all of them. */
const runsOn = (line: Phrase): boolean => !/^[^\p{L}]*\p{Lu}/u.test(line.text);

function isProse(paragraph: readonly Phrase[], lines: readonly PhraseLine[], book: Rulebook): boolean {
  const first = paragraph[0];
  if (first === undefined || paragraph.length < 2) return false;
  // Running text does not say the same line over and over; the cells of a column do.
  const place = (): Box => boxOf(paragraph);
  if (says(book, 'same-lines', paragraph.length > 2 && new Set(paragraph.map(({ text }) => text)).size * 2 <= paragraph.length, place)) return false;
  const measure = width(boxOf(paragraph)) / first.size;
  const words = wordsPerLine(paragraph);
  if (paragraph.some((phrase) => phrase.hasLeader)) return false;
  const isNarrow = measure < LEAST_MEASURE && paragraph.length >= MANY_LINES;
  if (words < (isNarrow ? NARROW_WORDS : LEAST_WORDS)) return false;
  if (!isNarrow && measure < (paragraph.length === 2 ? WIDE_MEASURE : LEAST_MEASURE)) return false;
  if (isNarrow && measure < NARROW_MEASURE) return false;
  if (says(book, 'entries', paragraph.length <= FEW_LINES && !paragraph.slice(1).some(runsOn), place)) return false;
  // Row labels have their figures at their right; a number at the left is an item's.
  const labels = paragraph.filter((phrase) => lines[phrase.line]?.phrases.some((other) => other.box.x0 > phrase.box.x1 && isValue(other)));
  if (says(book, 'beside-cells', areRows(paragraph, lines), place)) return false;
  // So many full lines are no labels, whatever stands beside them.
  if (paragraph.length >= MANY_LINES && !isNarrow) return true;
  if (says(book, 'wrapped-cell', isCell(paragraph, lines), place)) return false;
  // A label that wraps has them beside one of its lines.
  return !says(book, 'row-labels', labels.length * (paragraph.length <= LABEL_LINES ? LABEL_LINES : 2) >= paragraph.length, place);
}
