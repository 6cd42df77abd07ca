/**
 * Columns with hardly any white between them, that lines below each other show by the edges which they share.
 *
 * ```
 *   Maricopa     3817117Pinal              figures end, and text begins, at one place in line after line
 *   Pima          980263Yavapai
 *   Pinal         375770Maricopa
 *
 *   School     Grades Description          "Grades" fills its column; the texts below begin where "Description" does
 *   Adams      K–3    Daily reading
 * ```
 */
import type { Box } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import type { Wall } from './cut.js';
import { isOneSpace, joinPhrases, type Phrase, type PhraseLine, type Word } from './phrases.js';

/** Edges are one place within this, em. */
const SAME_EDGE = 0.12;
/** So many lines show an edge. */
const LEAST_LINES = 4;
/** Lines that share an edge are no further apart, lines of the page. */
const NEAR_LINES = 4;
/** Figures set to one right edge differ in length by this at least, em. */
const OTHER_LENGTH = 0.4;
/** White before a word that may be more than a space between words, em; and than so many times the other spaces of its text. */
const PADDING = 0.42;
const STRETCHED = 1.5;

/** Two words of a phrase, and the line that they stand on. */
interface Joint {
  readonly line: PhraseLine;
  readonly phrase: Phrase;
  readonly left: Word;
  readonly right: Word;
}

/** Where lines that share such edges are to be cut. */
export function findSharedEdges(lines: readonly PhraseLine[], book: Rulebook): Wall[] {
  const joints = lines.flatMap((line) =>
    line.phrases.flatMap((phrase) => phrase.parts.slice(1).map((right, i): Joint => ({ line, phrase, left: phrase.parts[i] ?? right, right }))),
  );
  return [...flushColumns(joints, book), ...edgesOfOthers(joints, lines, book)];
}

const keyOf = (x: number, size: number): number => Math.round(x / (SAME_EDGE * size));

/** Figures that end at one place, each with a text of its own behind it that begins at one place. */
function flushColumns(joints: readonly Joint[], book: Rulebook): Wall[] {
  const byEdge = new Map<string, Joint[]>();
  for (const joint of joints) {
    const { left, right, phrase } = joint;
    if (!phrase.lexicon.isNumber(left.text) || left.text.length < 2 || !/^\p{L}/u.test(right.text)) continue;
    const key = `${keyOf(left.x1, phrase.size)} ${keyOf(right.x0, phrase.size)}`;
    byEdge.set(key, [...(byEdge.get(key) ?? []), joint]);
  }
  return [...byEdge.values()].flatMap((found) => {
    const starts = found.map(({ left, phrase }) => left.x0 / phrase.size);
    const isFlush =
      runsOf(found).length > 0 &&
      Math.max(...starts) - Math.min(...starts) >= OTHER_LENGTH &&
      new Set(found.map(({ right }) => right.text)).size * 2 > found.length;
    return isFlush ? runsOf(found).flatMap((run) => wallOf(run, 'flush-columns', book)) : [];
  });
}

/** Joints on lines near each other, where there are enough of them. */
function runsOf(joints: readonly Joint[]): Joint[][] {
  const runs: Joint[][] = [];
  for (const joint of joints) {
    const run = runs.at(-1);
    if (run !== undefined && joint.line.index - (run.at(-1)?.line.index ?? 0) <= NEAR_LINES) run.push(joint);
    else runs.push([joint]);
  }
  return runs.filter((run) => run.length >= LEAST_LINES);
}

/** White a little wider than a space before a word that begins where the texts of other lines near it begin. */
function edgesOfOthers(joints: readonly Joint[], lines: readonly PhraseLine[], book: Rulebook): Wall[] {
  const wide = joints.filter(isPadded);
  if (wide.length === 0) return [];
  return wide.flatMap((joint) => {
    const { line, right, phrase } = joint;
    const isThere = (other: Phrase): boolean => Math.abs(other.box.x0 - right.x0) <= SAME_EDGE * phrase.size;
    const near = lines.slice(Math.max(0, line.index - REACH), line.index + REACH + 1);
    const others = near.filter(({ phrases }) => phrases.slice(1).some(isThere));
    return others.length >= LEAST_LINES - 1 ? wallOf([joint], 'edge-of-others', book) : [];
  });
}

/** Other lines are looked at so far above and below, lines of the page. */
const REACH = 10;

function isPadded({ left, right, phrase }: Joint): boolean {
  const gap = (right.x0 - left.x1) / phrase.size;
  if (gap < PADDING || isOneSpace(left, right)) return false;
  const others = phrase.parts.slice(1).flatMap((word, i) => {
    const before = phrase.parts[i];
    return before === undefined || word === right ? [] : [(word.x0 - before.x1) / phrase.size];
  });
  return others.every((other) => gap >= STRETCHED * other);
}

function wallOf(run: readonly Joint[], rule: 'flush-columns' | 'edge-of-others', book: Rulebook): Wall[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const x = (first.left.x1 + first.right.x0) / 2;
  const place = (): Box => ({ x0: first.left.x0, x1: first.right.x1, top: first.line.top, bottom: last.line.bottom });
  return says(book, rule, true, place) ? [{ x, top: first.line.top, bottom: last.line.bottom }] : [];
}

/** Groups of digits that lie a word space apart, em. */
const WORD_SPACE = 0.36;
const DIGITS = /^[0-9]{2,6}$/u;
/** Three digits are thousands of a figure. */
const THOUSANDS = 3;
const CODE_LINES = 3;

/**
 * The lines with the groups of a code joined: groups of one length at one place in line after line.
 *
 * ```
 *   0302 11 10    Trout
 *   0302 12 00    Salmon           a table of figures would not keep to four, two and two digits
 *   1604 14 16    Fillets
 * ```
 */
export function joinCodes(lines: readonly PhraseLine[], book: Rulebook): readonly PhraseLine[] {
  const pairOf = (left: Phrase | undefined, right: Phrase | undefined): string | undefined => {
    if (left === undefined || right === undefined || !DIGITS.test(left.parts.at(-1)?.text ?? '') || !DIGITS.test(right.text) || right.text.length === THOUSANDS)
      return undefined;
    return right.box.x0 - left.box.x1 <= WORD_SPACE * left.size ? `${keyOf(right.box.x0, left.size)}` : undefined;
  };
  const lengths = new Map<string, { count: number; readonly kinds: Set<string> }>();
  for (const { phrases } of lines) {
    phrases.forEach((right, i) => {
      const left = phrases[i - 1];
      const key = pairOf(left, right);
      if (left === undefined || key === undefined) return;
      const known = lengths.get(key) ?? { count: 0, kinds: new Set<string>() };
      known.count += 1;
      known.kinds.add(`${left.text.length} ${right.text.length}`);
      lengths.set(key, known);
    });
  }
  const isCode = (key: string): boolean => (lengths.get(key)?.count ?? 0) >= CODE_LINES && lengths.get(key)?.kinds.size === 1;
  if (![...lengths.keys()].some(isCode)) return lines;
  return lines.map((line) => {
    const phrases: Phrase[] = [];
    line.phrases.forEach((right, i) => {
      const key = pairOf(line.phrases[i - 1], right);
      const left = phrases.at(-1);
      if (left !== undefined && key !== undefined && isCode(key) && says(book, 'code-in-groups', true, () => right.box))
        phrases[phrases.length - 1] = joinPhrases(left, right);
      else phrases.push(right);
    });
    return { ...line, phrases };
  });
}
