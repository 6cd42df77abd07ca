/**
 * Phrases that run together over a gutter → the cells that they are: headers in narrow columns stand as near to each other
 * as words, but figures below show the gutter between them.
 *
 * ```
 *   Men Women Total        three headers, as the columns below say
 *   1.2  10.4  11.6
 * ```
 */
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { isSquare } from '../characters.js';
import type { Placement } from './columns.js';
import { cutPhrase, isOneSpace, type Phrase, type PhraseLine, type Word } from './phrases.js';

/** Spaces between words of one text are narrower than this, em; where the text stretches, than this many of its spaces. */
const WORD_SPACE = 0.4;
const STRETCHED = 1.35;
/** Characters reach over a ruling by their side bearings at most, points. */
const REACH = 0.5;
/** A column is sure of its place when so many phrases stand in it. */
const SURE = 3;

/** A vertical ruling, or the end of a table's rules: what stands on both sides of it is two cells. */
export interface Wall {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines with the phrases cut that run over a wall, where the wall stands in the white between two words. */
export function cutAtWalls(lines: readonly PhraseLine[], walls: readonly Wall[], book: Rulebook = PLAIN_BOOK): readonly PhraseLine[] {
  if (walls.length === 0) return lines;
  return lines.map((line) => {
    const middle = (line.top + line.bottom) / 2;
    const near = walls.filter((wall) => wall.top <= middle && wall.bottom >= middle);
    if (near.length === 0) return line;
    return {
      ...line,
      phrases: line.phrases.flatMap((phrase) => {
        const before = phrase.parts.filter((word, i) => {
          const last = phrase.parts[i - 1];
          return last !== undefined && near.some(({ x }) => x >= last.x1 - REACH && x <= word.x0 + REACH);
        });
        return says(book, 'wall', before.length > 0, () => phrase.box) ? cutPhrase(phrase, before) : [phrase];
      }),
    };
  });
}

/** The lines with such phrases cut; the same lines if there are none. */
export function cutAtGutters(lines: readonly PhraseLine[], { columns, places }: Placement, book: Rulebook = PLAIN_BOOK): readonly PhraseLine[] {
  const counts = columns.map(() => 0);
  for (const { first, last } of places.values()) if (first === last) counts[first] = (counts[first] ?? 0) + 1;
  let changed = false;
  const cut = lines.map((line) => {
    const phrases = line.phrases.flatMap((phrase) => {
      const place = places.get(phrase);
      if (place === undefined || place.first === place.last) return [phrase];
      const before = cutsOf(phrase, columns.slice(place.first, place.last + 1), counts.slice(place.first, place.last + 1), book);
      return says(book, 'gutter-through-header', before.length > 0, () => phrase.box) ? cutPhrase(phrase, before) : [phrase];
    });
    changed ||= phrases.length > line.phrases.length;
    return { ...line, phrases };
  });
  return changed ? cut : lines;
}

/** The words before which a gutter runs. */
function cutsOf(phrase: Phrase, columns: Placement['columns'], counts: readonly number[], book: Rulebook): Word[] {
  const gaps = phrase.parts.slice(1).map((word, i) => (word.x0 - (phrase.parts[i]?.x1 ?? word.x0)) / phrase.size);
  const usual = Math.min(...gaps.filter((gap) => gap > 0.1));
  const least = gaps.length > 1 && usual < WORD_SPACE ? Math.max(WORD_SPACE, STRETCHED * usual) : WORD_SPACE;
  const cuts: Word[] = [];
  columns.slice(1).forEach((column, i) => {
    const left = columns[i];
    if (left === undefined || (counts[i] ?? 0) < SURE || (counts[i + 1] ?? 0) < SURE) return;
    // The gutter is where the columns' own phrases leave white; headers may reach into it from both sides.
    const middle = (left.x1 + column.x0) / 2;
    let best: { word: Word; gap: number } | undefined;
    phrase.parts.slice(1).forEach((word, k) => {
      const gap = gaps[k] ?? 0;
      const before = phrase.parts[k];
      if (before === undefined || gap < least - 0.01 || before.x0 > middle || word.x1 < middle) return;
      if (says(book, 'typewriter-space', isOneSpace(before, word), () => phrase.box)) return;
      if (best === undefined || gap > best.gap) best = { word, gap };
    });
    if (best !== undefined && !cuts.includes(best.word)) cuts.push(best.word);
  });
  const isOneWord = cuts.length > 0 && cuts.length < phrase.parts.length - 1 && isSpreadWord(phrase, gaps);
  return says(book, 'spread-over-gutter', isOneWord, () => phrase.box) ? [] : cuts;
}

/** Gaps of one spread word differ by no more than this, em: typed full-width spaces, or rounding of 均等割付. */
const EVEN = 0.1;

/**
 * 当　期　純　利　益 is one word however far its characters stand apart, and a gutter that comes between two of them parts
 * nothing. 款　項　目 over three columns are three: there a gutter runs between any two characters.
 */
function isSpreadWord({ parts }: Phrase, gaps: readonly number[]): boolean {
  if (!parts.every(({ text }) => isSquare(text))) return false;
  return Math.max(...gaps) - Math.min(...gaps) <= EVEN;
}
