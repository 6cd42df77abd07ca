/**
 * Glyphs → phrases: what stands on one line without a gap wider than the spaces between words.
 *
 * ```
 *   Total income ........  $  1,234     56.7      three phrases; the leader and the $ belong to their neighbours
 * ```
 */
import type { Box, Glyph } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { beginsSquareText, endsSquare, isSquare } from '../characters.js';
import { boundingBox, median } from '../geometry.js';
import { type Framed, gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';
import type { Lexicon } from '../words/index.js';

export interface Phrase {
  readonly members: readonly Framed[];
  /** Round the printed glyphs, leader dots at the end left out. */
  readonly box: Box;
  /** Words parted by single spaces. */
  readonly text: string;
  /** Width of the first word in points: what a line before it would have needed room for. */
  readonly firstWord: number;
  readonly words: number;
  /** The words, or numbers, of which it is made. */
  readonly parts: readonly Word[];
  readonly size: number;
  readonly hasLeader: boolean;
  /** The words by which it is read. */
  readonly lexicon: Lexicon;
  /** Index of its line, from the top of the page. */
  readonly line: number;
}

/** Phrases on one baseline, from left to right. */
export interface PhraseLine {
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  readonly phrases: readonly Phrase[];
  /** Set when the line is set larger than those about it. */
  readonly isHeading?: true;
}

/** Fonts' spaces are 0.2 to 0.33 em; a gap from here on (em) is a space. */
const WORD_GAP = 0.15;
/** A justified line stretches all of its spaces alike: a gap must exceed them this many times to be a gutter. */
const STRETCHED = 1.9;
/** So many spaces between words of letters tell how a line is justified. */
const ENOUGH_SPACES = 5;
/** A narrow justified line has few spaces, wide ones (em), all alike by this share. */
const WIDEST_EVEN = 2;
const EVEN = 0.06;
/** Its spaces are wide because the next word did not fit: what they were widened by altogether is shorter than a word, em. */
const LONGEST_WORD = 8;
/** A space between words that nothing stretches is no wider, em: within text (June 1, 2006), numbers stand so far apart. */
const WORD_SPACE = 0.36;
/** Two numbers beside each other are two values, unless the gap is a space that parts thousands or goes with a dash. */
const NUMBER_GAP = 0.45;
/** No gutter is as narrow, em. */
const LEAST_GUTTER = 0.2;
/** Japanese characters spread over their cell (均等割付) stand this far apart (em) at most. */
const SPREAD_GAP = 3;
/** A full-width space between two of them, em. */
const TYPED_SPACE = 1.15;
/** Rounding of a space's width. */
const SAME_SPACE = 1.05;
/** Leader dots stand no further apart than this (em). */
const LEADER_GAP = 1.3;
/** So many dots in a row are a leader, not an ellipsis. */
export const LEADER_DOTS = 4;

const DOT = /^[.․‥…·・]+$/u;
/** Round the line's phrases. */
export const boxOfPhraseLine = ({ phrases }: PhraseLine): Box => boundingBox(phrases.map(({ box }) => box));

/** Lines of upright text, top to bottom. */
export function toPhraseLines(glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): PhraseLine[] {
  const rows = gatherRows(glyphs).filter((row) => row.direction === 'right');
  const lines: PhraseLine[] = [];
  for (const row of rows) {
    const phrases = toPhrases(row.members, lines.length, book);
    if (phrases.length === 0) continue;
    const size = median(phrases.map((phrase) => phrase.size));
    const box = boundingBox(phrases.map((phrase) => phrase.box));
    lines.push({ index: lines.length, top: box.top, bottom: box.bottom, baseline: row.box.bottom, size, phrases });
  }
  return lines;
}

/** All of these glyphs as one phrase; undefined if none of them is printed. */
export function wholePhrase(members: readonly Framed[], line: number, { lexicon }: Rulebook): Phrase | undefined {
  const words = toWords(members);
  return words.length === 0 ? undefined : phraseOf(words, line, lexicon);
}

/** The phrase cut before these of its words. */
export function cutPhrase(phrase: Phrase, before: readonly Word[]): Phrase[] {
  const groups: Word[][] = [[]];
  for (const word of phrase.parts) {
    if (before.includes(word)) groups.push([]);
    groups[groups.length - 1]?.push(word);
  }
  return groups.filter((group) => group.length > 0).map((group) => phraseOf(group, phrase.line, phrase.lexicon));
}

/** Two phrases of one line as one. */
export function joinPhrases(left: Phrase, right: Phrase): Phrase {
  return phraseOf([...left.parts, ...right.parts], left.line, left.lexicon);
}

/** A word, with the spaces behind it. */
export interface Word {
  readonly members: readonly Framed[];
  readonly x0: number;
  readonly x1: number;
  readonly text: string;
  readonly size: number;
}

function toPhrases(members: readonly Framed[], line: number, book: Rulebook): Phrase[] {
  const words = toWords(members);
  const gaps = words.slice(1).map((word, i) => (word.x0 - (words[i]?.x1 ?? 0)) / Math.min(word.size, words[i]?.size ?? word.size));
  const spaces = gaps.filter((gap, i) => gap < 1 && isLetters(words[i]) && isLetters(words[i + 1]));
  const usual = spaces.length >= ENOUGH_SPACES ? median(spaces) : 0;
  const place = (): Box => boundingBox(members.map(({ box }) => box));
  const limit = says(book, 'justified-line', STRETCHED * usual > book.tolerances.gutter, place) ? STRETCHED * usual : book.tolerances.gutter;
  const runs = alikeRuns(gaps);
  const isSpace = (i: number): boolean => (gaps[i] ?? Infinity) <= limit && isLetters(words[i]) && isLetters(words[i + 1]);
  /** A usual space stands right beside the alike ones: a line is stretched all over, or not at all. */
  const hasUsualSpace = (i: number): boolean => {
    let [from, to] = [i, i];
    while (areAlike(gaps[from - 1], gaps[from])) from -= 1;
    while (areAlike(gaps[to], gaps[to + 1])) to += 1;
    return isSpace(from - 1) || isSpace(to + 1);
  };
  const groups: Word[][] = [];
  words.forEach((word, i) => {
    const group = groups[groups.length - 1];
    const gap = gaps[i - 1] ?? 0;
    const isEven =
      group !== undefined &&
      gap > limit &&
      gap <= WIDEST_EVEN &&
      isLetters(word) &&
      isLetters(words[i - 1]) &&
      (runs[i - 1] ?? 0) > 1 &&
      !hasUsualSpace(i - 1) &&
      (runs[i - 1] ?? 0) * (gap - WORD_SPACE) <= LONGEST_WORD;
    const most = says(book, 'even-spaces', isEven, place) ? Infinity : limit;
    if (group !== undefined && (isJoined(group, word, gap, most, book) || says(book, 'typed-space', isTyped(group, word, gap), () => wordBox(word))))
      group.push(word);
    else groups.push([word]);
  });
  return joinSigns(joinSpread(groups, book), book).map((group) => phraseOf(group, line, book.lexicon));
}

/** For each gap the number of those beside each other, itself among them, that are alike. */
function alikeRuns(gaps: readonly number[]): number[] {
  const runs: number[] = [];
  let start = 0;
  gaps.forEach((gap, i) => {
    const next = gaps[i + 1];
    if (areAlike(gap, next)) return;
    for (let k = start; k <= i; k += 1) runs[k] = i + 1 - start;
    start = i + 1;
  });
  return runs;
}

const areAlike = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a - b) <= EVEN * Math.max(a, b);

const isLetters = (word: Word | undefined): boolean => /^[\p{Script=Latin}('"“]/u.test(word?.text ?? '');

const wordBox = (word: Word): Box => boundingBox(word.members.map(({ box }) => box));

function isJoined(group: readonly Word[], word: Word, gap: number, limit: number, book: Rulebook): boolean {
  const last = group[group.length - 1];
  if (last === undefined) return false;
  const { lexicon } = book;
  const place = (): Box => wordBox(word);
  if (says(book, 'leader', isLeader(group), place)) return DOT.test(word.text) && gap <= LEADER_GAP;
  if (DOT.test(word.text) && word.text.length + (DOT.test(last.text) ? last.text.length : 0) > 1) return gap <= LEADER_GAP * 2;
  if (gap > limit) return false;
  if (says(book, 'footnote-mark', gap <= WORD_SPACE && FOOTNOTE.test(word.text), place)) return true;
  if (gap <= LEAST_GUTTER || !lexicon.isValue(word.text) || !lexicon.isValue(last.text)) return true;
  if (lexicon.isNumber(word.text) && lexicon.isNumber(last.text)) {
    const isInText = gap <= WORD_SPACE && (group.some(isLetters) || DIALLING.test(group[0]?.text ?? '') || /,$/u.test(last.text));
    return gap <= NUMBER_GAP && (says(book, 'spaced-thousands', isThousands(last.text, word.text), place) || says(book, 'numbers-in-text', isInText, place));
  }
  // A dash between numbers makes a range of them.
  return says(book, 'range', (DASH.test(word.text) || DASH.test(last.text)) && gap <= NUMBER_GAP, place);
}

/** A number or letter with a stroke that refers to a footnote: 2000 1/, 14.2 a/. */
const FOOTNOTE = /^(?:[0-9]{1,2}|[a-z])\/$/u;

/** The code that a telephone number begins with. */
const DIALLING = /^\+[0-9]/u;

const DASH = /^[-–−—]$/u;

/** 「青木　太郎」「１通　300円」: one ideographic space behind a Japanese word, which the author typed, is part of the text. */
function isTyped(group: readonly Word[], word: Word, gap: number): boolean {
  const last = group[group.length - 1];
  if (last === undefined || gap > TYPED_SPACE || !endsSquare(last.text) || !beginsSquareText(word.text)) return false;
  return hasTypedSpace(last);
}

/** One ideographic space, and no row of them, stands behind the word. */
export function hasTypedSpace({ members }: Word): boolean {
  const spaces = members.filter(({ glyph }) => isSpace(glyph));
  return spaces.length === 1 && spaces[0]?.glyph.text === '\u3000';
}

/**
 * The white behind the word is one space as wide as the font has it: a whole character in a font of a typewriter, wide as that is.
 * Square letters are as wide as each other in any font; spaces hold them apart over columns too.
 */
export function isOneSpace({ members, x1 }: Word, next: Word): boolean {
  if (beginsSquareText(next.text)) return false;
  const spaces = members.filter(({ glyph }) => isSpace(glyph));
  const [space] = spaces;
  return space !== undefined && spaces.length === 1 && next.x0 - x1 <= SAME_SPACE * (space.box.x1 - space.box.x0);
}

/** `12` and `345,` of 12 345, or `741.2` of 4 741.2: European reports part thousands by a space. */
const isThousands = (left: string, right: string): boolean =>
  /(?:^|[^0-9.,])[0-9]{1,3}$/u.test(left) && /^[0-9]{3}(?:\.[0-9]{1,2})?(?![0-9.])/u.test(right) && !/,[0-9]{3}/u.test(right);

const isLeader = (group: readonly Word[]): boolean => trailingDots(group) >= LEADER_DOTS;

function trailingDots(group: readonly Word[]): number {
  let dots = 0;
  for (let i = group.length - 1; i >= 0; i -= 1) {
    const text = group[i]?.text ?? '';
    const tail = /[.․‥…·・]*$/u.exec(text)?.[0] ?? '';
    dots += [...tail].reduce((sum, c) => sum + (c === '…' ? 3 : c === '‥' ? 2 : 1), 0);
    if (tail.length < text.length) break;
  }
  return dots;
}

function toWords(members: readonly Framed[]): Word[] {
  const words: { members: Framed[]; x0: number; x1: number; text: string; size: number }[] = [];
  let broken = false;
  for (const member of members) {
    const open = words[words.length - 1];
    if (isSpace(member.glyph)) {
      open?.members.push(member);
      broken = true;
      continue;
    }
    const { box, glyph } = member;
    const gap = open === undefined ? Infinity : (box.x0 - open.x1) / Math.min(open.size, glyph.size);
    if (open === undefined || (broken && gap > 0) || gap > WORD_GAP) {
      words.push({ members: [member], x0: box.x0, x1: box.x1, text: glyph.text, size: glyph.size });
    } else {
      open.members.push(member);
      open.x1 = Math.max(open.x1, box.x1);
      open.text += glyph.text;
    }
    broken = false;
  }
  return words;
}

/** 「目　的　別」: single characters at even gaps are one phrase. */
function joinSpread(groups: readonly Word[][], book: Rulebook): Word[][] {
  const joined: Word[][] = [];
  for (let i = 0; i < groups.length; ) {
    let end = i;
    let gap = 0;
    while (end + 1 < groups.length && isSpreadPair(groups[end], groups[end + 1])) {
      const next = gapBetween(groups[end], groups[end + 1]);
      const isTyped = next <= TYPED_SPACE * (groups[end]?.[0]?.size ?? 0);
      if (!isTyped && gap > 0 && Math.abs(next - gap) > 0.25 * gap) break;
      gap = next;
      end += 1;
    }
    const word = groups.slice(i, end + 1);
    if (word.length === 1 || says(book, 'spread-word', true, () => boundingBox(word.flat().map(wordBox)))) joined.push(word.flat());
    else joined.push(...word);
    i = end + 1;
  }
  return joined;
}

const isSpreadPair = (a: readonly Word[] | undefined, b: readonly Word[] | undefined): boolean =>
  a !== undefined &&
  b?.length === 1 &&
  isSquare(a[a.length - 1]?.text ?? '') &&
  isSquare(b[0]?.text ?? '') &&
  gapBetween(a, b) <= (a.length === 1 ? SPREAD_GAP : TYPED_SPACE) * (a[0]?.size ?? 0);

const gapBetween = (a: readonly Word[] | undefined, b: readonly Word[] | undefined): number => (b?.[0]?.x0 ?? 0) - (a?.[a.length - 1]?.x1 ?? 0);

/** `$` goes to the number at its right, a leader that stands apart to the text at its left. */
function joinSigns(groups: readonly Word[][], book: Rulebook): Word[][] {
  const joined: Word[][] = [];
  let sign: Word[] = [];
  for (const group of groups) {
    const text = group.map((word) => word.text).join('');
    const before = joined[joined.length - 1];
    if (sign.length > 0 && !/^[([\-–−]?[0-9.–—-]/u.test(text)) {
      joined.push(sign);
      sign = [];
    }
    const place = (): Box => boundingBox(group.map(wordBox));
    const isDots = before !== undefined && DOT.test(text) && trailingDots(group) >= LEADER_DOTS;
    if (says(book, 'currency-sign', book.lexicon.isCurrency(text), place)) sign = group;
    else if (before !== undefined && says(book, 'leader-apart', isDots, place)) before.push(...group);
    else {
      joined.push([...sign, ...group]);
      sign = [];
    }
  }
  if (sign.length > 0) joined.push(sign);
  return joined;
}

function phraseOf(words: readonly Word[], line: number, lexicon: Lexicon): Phrase {
  const printed = words.flatMap((word) => word.members.filter(({ glyph }) => !isSpace(glyph)));
  const hasLeader = isLeader(words) && words.some((word) => !DOT.test(word.text));
  const core = hasLeader ? withoutTrailingDots(printed) : printed;
  const first = words[0];
  return {
    members: words.flatMap((word) => word.members),
    box: boundingBox(core.map(({ box }) => box)),
    text: words.map((word) => word.text).join(' '),
    firstWord: first === undefined ? 0 : first.x1 - first.x0,
    words: countWords(words),
    parts: words,
    size: median(printed.map(({ glyph }) => glyph.size)),
    hasLeader,
    lexicon,
    line,
  };
}

/** Japanese is written without spaces: a word has about three characters. */
const JAPANESE_WORD = 3;

function countWords(words: readonly Word[]): number {
  const japanese = words.reduce((sum, word) => sum + [...word.text].filter((c) => c >= '\u3041').length, 0);
  return Math.max(words.filter((word) => !DOT.test(word.text)).length, Math.round(japanese / JAPANESE_WORD));
}

function withoutTrailingDots(members: readonly Framed[]): readonly Framed[] {
  let end = members.length;
  while (end > 1 && DOT.test(members[end - 1]?.glyph.text ?? '')) end -= 1;
  return members.slice(0, end);
}
