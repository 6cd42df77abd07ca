/**
 * White that runs down between text columns of a table with horizontal rules only.
 *
 * ```
 *   ──────────────────────────────────
 *    移動支援  屋外での移動が困難な障害障害支援課     wrapped text fills its cell: here no more white is left
 *              のある方を支援します。                 than the cells' padding, but it is left in every row
 *   ──────────────────────────────────
 *    手話通訳  通訳者を派遣します。    社会福祉
 *   ──────────────────────────────────
 * ```
 */
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { isSquare, kindOf } from '../characters.js';
import { across, gaps, hull, meet, type Span } from '../intervals.js';
import { isSpace } from '../marks.js';
import type { Wall } from './cut.js';
import type { Phrase, PhraseLine, Word } from './phrases.js';
import type { Rule } from './rules.js';
import { alike } from './stacks.js';

/** Padding on both sides of a cell's edge is at least this wide together, em. */
const LEAST_WHITE = 0.25;
/** White from here on (em) parts phrases without any further evidence. */
const WIDE_WHITE = 0.72;
/** Text stands on both sides of the white in so many rows at least … */
const FEWEST_ROWS = 3;
/** … and in this share of them. */
const MOST_ROWS = 0.6;
/** Rules further apart than this without text between them (points) belong to two tables. */
const EMPTY_BAND = 40;

/** What stands between two successive rules. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** Words by line, from the left. */
  readonly lines: readonly (readonly Word[])[];
}

export function findChannels(lines: readonly PhraseLine[], rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): Wall[] {
  return alike(rules)
    .filter((group) => group.length > FEWEST_ROWS)
    .flatMap((group) => {
      const { from: x0, to: x1 } = hull(group.map(across));
      return wallsIn(bandsOf(group, x0, x1, lines), x0, x1).filter(({ x, top, bottom }) => says(book, 'channel', true, () => ({ x0: x, x1: x, top, bottom })));
    });
}

function bandsOf(group: readonly Rule[], x0: number, x1: number, lines: readonly PhraseLine[]): Band[] {
  let at = 0;
  return group.slice(1).map(({ y: bottom }, i): Band => {
    const top = group[i]?.y ?? bottom;
    while (at < lines.length && middleOf(lines[at]) <= top) at += 1;
    const own: Word[][] = [];
    let size = 0;
    for (; at < lines.length && middleOf(lines[at]) < bottom; at += 1) {
      const line = lines[at];
      const words = line?.phrases.flatMap(unitsOf).filter((word) => word.x1 > x0 && word.x0 < x1) ?? [];
      if (line === undefined || words.length === 0) continue;
      own.push(words);
      size = Math.max(size, line.size);
    }
    return { top, bottom, size, lines: own };
  });
}

/** The words of a phrase, but for those that a typed space or 均等割付 holds apart: they are one. */
export function unitsOf({ parts }: Phrase): Word[] {
  const isSpread = parts.every(({ text }) => isSquare(text));
  const units: Word[] = [];
  for (const word of parts) {
    const last = units.at(-1);
    if (last === undefined || (!isSpread && word.x0 - last.x1 < WIDE_WHITE * word.size && !isTyped(last))) units.push(word);
    else units[units.length - 1] = { ...last, x1: word.x1, text: last.text + word.text, members: [...last.members, ...word.members] };
  }
  return units;
}

const middleOf = (line: PhraseLine | undefined): number => (line === undefined ? Infinity : (line.top + line.bottom) / 2);

/** Runs of rows that share white, and the walls in it. */
function wallsIn(bands: readonly Band[], x0: number, x1: number): Wall[] {
  const walls: Wall[] = [];
  let run: Band[] = [];
  let shared: readonly Span[] = [];
  const finish = (): void => {
    for (const { from, to } of shared) {
      if (isGutter((from + to) / 2, run)) walls.push({ x: (from + to) / 2, top: run[0]?.top ?? 0, bottom: run.at(-1)?.bottom ?? 0 });
    }
    run = [];
  };
  for (const band of bands) {
    if (band.lines.length === 0) {
      if (band.bottom - band.top > EMPTY_BAND) finish();
      continue;
    }
    const free = gaps(band.lines.flat().map(across), { from: x0, to: x1 });
    const both = run.length === 0 ? free : meet(shared, free).filter(({ from, to }) => to - from >= LEAST_WHITE * band.size);
    if (both.length === 0) finish();
    shared = run.length === 0 ? free : both;
    run.push(band);
  }
  finish();
  return walls;
}

/** Text on both sides in most rows, and nowhere two words that a space parts. */
function isGutter(x: number, run: readonly Band[]): boolean {
  let rows = 0;
  for (const { lines, size } of run) {
    const words = lines.flat();
    if (words.some((word) => word.x1 <= x) && words.some((word) => word.x0 >= x)) rows += 1;
    for (const line of lines) {
      const after = line.findIndex((word) => word.x0 >= x);
      const [left, right] = [line[after - 1], line[after]];
      if (left !== undefined && right !== undefined && right.x0 - left.x1 < WIDE_WHITE * size && !isPadding(left, right)) return false;
    }
  }
  return rows >= FEWEST_ROWS && rows >= MOST_ROWS * run.length;
}

/** Words of letters, and the thousands of a number, have a space between them in any case; square letters have none. */
export const isPadding = (left: Word, right: Word): boolean =>
  [[...left.text].at(-1), [...right.text][0]].some((c) => kindOf(c ?? ' ') === 'japanese' || kindOf(c ?? ' ') === 'punctuation');

/** The author put one space behind the word, no row of them to move the next word over. */
const isTyped = ({ members }: Word): boolean => {
  const [last, before] = [members.at(-1), members.at(-2)];
  return last !== undefined && isSpace(last.glyph) && before !== undefined && !isSpace(before.glyph);
};
