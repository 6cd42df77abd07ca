/**
 * Phrases that stand together → regions that may be tables.
 *
 * Phrases hang together along a line when nothing but white stands between them, and down the page when one stands
 * under the other at no more than a few lines' distance. Running text, captions and full-width white part regions.
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, DisjointSets, overlap } from '../geometry.js';
import { findNotes, isCaption, partsTables } from './captions.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { type Rule, rulesBetween } from './rules.js';
import { boxOf, isInside, type RuleStack } from './stacks.js';

/** Rows of one table lie no further apart than this, baseline to baseline, in em of the text. */
const ROW_DISTANCE = 3.4;
export interface Region {
  /** Lines from the top, each with the phrases of this region only. */
  readonly lines: readonly PhraseLine[];
  /** The rules that frame it, or most of it. */
  readonly stack?: RuleStack;
}

/** `rules` by y, ascending. */
export function findRegions(
  lines: readonly PhraseLine[],
  prose: ReadonlySet<Phrase>,
  stacks: readonly RuleStack[],
  book: Rulebook = PLAIN_BOOK,
  rules: readonly Rule[] = [],
): Region[] {
  const phrases: Phrase[] = [];
  const index = new Map<Phrase, number>();
  const stackAt = new Map<Phrase, RuleStack>();
  const notes = findNotes(lines);
  for (const line of lines) {
    for (const phrase of line.phrases) {
      const stack = stacks.find((other) => isInside(phrase, boxOf(other)));
      if (stack !== undefined) stackAt.set(phrase, stack);
      const place = (): Box => phrase.box;
      const isOutside = stack === undefined;
      if ((isOutside && prose.has(phrase)) || says(book, 'note', isOutside && notes.has(line), place) || says(book, 'caption', partsTables(line), place))
        continue;
      index.set(phrase, phrases.length);
      phrases.push(phrase);
    }
  }
  const sets = new DisjointSets(phrases.length);
  const join = (a: Phrase, b: Phrase): void => {
    const [i, j] = [index.get(a), index.get(b)];
    const [inA, inB] = [stackAt.get(a), stackAt.get(b)];
    if (inA !== undefined && inB !== undefined && inA !== inB) return;
    if (i !== undefined && j !== undefined) sets.join(i, j);
  };
  const firstIn = new Map<RuleStack, Phrase>();
  for (const [phrase, stack] of stackAt) {
    const first = firstIn.get(stack);
    if (first === undefined) firstIn.set(stack, phrase);
    else join(first, phrase);
  }
  for (const { head, figures } of headsOverRules(lines, rules)) {
    if (says(book, 'rule-joins-head', true, () => head.box)) join(head, figures);
  }
  let open: Phrase[] = [];
  /** Captions beside each other: below each stands its own table. */
  let parting: readonly number[] = [];
  for (const line of lines) {
    if (line.phrases.every(({ text, lexicon }) => lexicon.captionOf(text) === 'table')) {
      const rootOf = (above: Phrase): number => sets.find(index.get(above) ?? 0);
      const isOver = ({ box }: Phrase): boolean => line.phrases.some((phrase) => overlap(phrase.box.x0, phrase.box.x1, box.x0, box.x1) > 0);
      const ended = new Set(open.filter(isOver).map(rootOf));
      if (says(book, 'caption-of-the-next', ended.size > 0, () => boundingBox(line.phrases.map(({ box }) => box))))
        open = open.filter((above) => !ended.has(rootOf(above)));
    }
    if (partsTables(line))
      parting = line.phrases
        .slice(1)
        .filter((phrase) => says(book, 'captions-side-by-side', isCaption(phrase), () => phrase.box))
        .map((phrase) => phrase.box.x0 - phrase.size);
    else parting = parting.filter((x) => !line.phrases.some(({ box }) => box.x0 < x && box.x1 > x));
    line.phrases.forEach((phrase, i) => {
      const before = line.phrases[i - 1];
      if (before !== undefined && !parting.some((x) => before.box.x1 <= x && phrase.box.x0 >= x)) join(before, phrase);
    });
    open = open.filter((above) => line.baseline - bottomOf(above) <= ROW_DISTANCE * Math.max(above.size, line.size));
    for (const phrase of line.phrases) {
      const covered = open.filter((above) => overlap(above.box.x0, above.box.x1, phrase.box.x0, phrase.box.x1) > 0);
      for (const above of covered) join(above, phrase);
    }
    const above = parting.length === 0 ? lines[line.index - 1] : undefined;
    const [first] = line.phrases;
    for (const head of above === undefined ? [] : headsOver(line, above)) {
      if (first !== undefined && says(book, 'header-over-gutter', true, () => head.box)) join(head, first);
    }
    const hidden = (above: Phrase): boolean => line.phrases.some((phrase) => overlap(above.box.x0, above.box.x1, phrase.box.x0, phrase.box.x1) > 0);
    open = [...open.filter((above) => !hidden(above)), ...line.phrases];
  }
  const groups = new Map<number, Phrase[]>();
  phrases.forEach((phrase, i) => {
    const root = sets.find(i);
    const group = groups.get(root);
    if (group) group.push(phrase);
    else groups.set(root, [phrase]);
  });
  return [...groups.values()].flatMap((group) => splitByStack(group, stackAt, lines, book));
}

/** Lines of a header and the first row stand no further apart than this, baseline to baseline, em. */
const HEAD_DISTANCE = 2.5;

/**
 * Headers set to the middle of their columns, or of several, where figures are set to the right: over white, not over text.
 *
 * ```
 *         BE        CZ        DK
 *             736       357        39
 * ```
 */
function headsOver(line: PhraseLine, above: PhraseLine): readonly Phrase[] {
  const [first, last] = [line.phrases[0], line.phrases.at(-1)];
  if (first === undefined || last === undefined || first === last || above.phrases.length < 2) return [];
  if (line.baseline - above.baseline > HEAD_DISTANCE * line.size) return [];
  return above.phrases.filter(({ box }) => {
    const middle = (box.x0 + box.x1) / 2;
    return middle > first.box.x0 && middle < last.box.x1 && !line.phrases.some((other) => overlap(box.x0, box.x1, other.box.x0, other.box.x1) > 0);
  });
}

/** A rule stands this near below its header, em. */
const UNDER_HEAD = 0.9;
/** A header reaches over the end of its rule by no more than this, em. */
const OVER_RULE = 0.5;
/** No more headings of rows stand between a header's rule and the first figures. */
const HEADINGS_BETWEEN = 3;

/**
 * Headers that each have a short rule of their own, with what stands first below it: headings of rows may come between, and
 * figures set to the right stand under the rule, not under the header.
 *
 * ```
 *                         2021      2020
 *                        ───────   ───────
 *   Public safety:
 *     Gross costs          4,812     4,610
 * ```
 */
function headsOverRules(lines: readonly PhraseLine[], rules: readonly Rule[]): { readonly head: Phrase; readonly figures: Phrase }[] {
  if (rules.length === 0) return [];
  return lines.flatMap((line) => {
    const own = line.phrases.length < 2 ? [] : line.phrases.flatMap((head) => ruleOf(head, line, rules));
    const heads = new Set(own.map(({ rule }) => rule)).size < 2 ? headsOverOneRule(line, rules) : own;
    if (heads.length === 0) return [];
    for (let i = line.index + 1; i <= line.index + 1 + HEADINGS_BETWEEN; i += 1) {
      const [above, below] = [lines[i - 1], lines[i]];
      if (above === undefined || below === undefined || below.baseline - above.baseline > ROW_DISTANCE * below.size) return [];
      const found = heads.flatMap(({ head, rule }) => {
        const figures = below.phrases.find(({ box }) => (box.x0 + box.x1) / 2 > rule.x0 && (box.x0 + box.x1) / 2 < rule.x1);
        return figures === undefined ? [] : [{ head, figures }];
      });
      if (found.length > 0) return found;
      if (below.phrases.length > 1) return [];
    }
    return [];
  });
}

/** The headers of a line that one rule runs under, and further to the left, where the headings of rows begin. */
function headsOverOneRule(line: PhraseLine, rules: readonly Rule[]): { readonly head: Phrase; readonly rule: Rule }[] {
  const [first, second] = line.phrases;
  const last = line.phrases.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const isUnder = ({ x0, x1 }: Rule): boolean => x0 < first.box.x0 - first.size && x1 >= last.box.x1 - OVER_RULE * last.size;
  const under = rulesBetween(rules, line.bottom - 0.3 * line.size, line.bottom + UNDER_HEAD * line.size).find(isUnder);
  if (under === undefined) return [];
  const between = (left: Phrase | undefined, right: Phrase | undefined): number => ((left?.box.x1 ?? under.x0) + (right?.box.x0 ?? under.x1)) / 2;
  return line.phrases.map((head, i) => ({ head, rule: { y: under.y, x0: between(line.phrases[i - 1], head), x1: between(head, line.phrases[i + 1]) } }));
}

/** The rule under this text and under no other of its line. */
function ruleOf(head: Phrase, line: PhraseLine, rules: readonly Rule[]): { readonly head: Phrase; readonly rule: Rule }[] {
  const reach = OVER_RULE * head.size;
  const rule = rulesBetween(rules, head.box.bottom - 0.3 * head.size, head.box.bottom + UNDER_HEAD * head.size).find(
    ({ x0, x1 }) =>
      x0 <= head.box.x0 + reach &&
      x1 >= head.box.x1 - reach &&
      line.phrases.every(({ box }) => box === head.box || box.x1 <= x0 + reach || box.x0 >= x1 - reach),
  );
  return rule === undefined ? [] : [{ head, rule }];
}

/** Every stack of rules is a table of its own; what stands outside of them goes with the nearest. */
function splitByStack(group: readonly Phrase[], stackAt: ReadonlyMap<Phrase, RuleStack>, lines: readonly PhraseLine[], book: Rulebook): Region[] {
  const parts = new Map<RuleStack, Phrase[]>();
  for (const phrase of group) {
    const stack = stackAt.get(phrase);
    if (stack === undefined) continue;
    const part = parts.get(stack);
    if (part) part.push(phrase);
    else parts.set(stack, [phrase]);
  }
  if (parts.size === 0) return [{ lines: regroup(group, lines) }];
  for (const phrase of group) {
    if (stackAt.has(phrase)) continue;
    let best: { part: Phrase[]; away: number } | undefined;
    for (const [stack, part] of parts) {
      const away = distance(phrase.box, boxOf(stack));
      if (best === undefined || away < best.away) best = { part, away };
    }
    best?.part.push(phrase);
  }
  return [...parts].map(([stack, part]) => ({ lines: regroup(withoutStrays(part, stack, book), lines), stack }));
}

/** A column beside the rules stands on this share of their lines at least: labels do, marks and neighbours do not. */
const BESIDE_RULES = 0.3;

/** Without what stands here and there left or right of a framed table. */
function withoutStrays(part: readonly Phrase[], stack: RuleStack, book: Rulebook): readonly Phrase[] {
  const { x0, x1, top, bottom } = boxOf(stack);
  const isBeside = ({ box }: Phrase): boolean => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
    return (x < x0 || x > x1) && y > top && y < bottom;
  };
  const beside = new Set(part.filter(isBeside).map((phrase) => phrase.line));
  const within = new Set(part.filter((phrase) => !isBeside(phrase)).map((phrase) => phrase.line));
  const isStray = beside.size > 0 && beside.size < BESIDE_RULES * within.size;
  return says(book, 'beside-the-rules', isStray, () => boundingBox(part.filter(isBeside).map(({ box }) => box)))
    ? part.filter((phrase) => !isBeside(phrase))
    : part;
}

/** White between two boxes along x and along y, added; 0 where they touch. */
const distance = (a: Box, b: Box): number => Math.max(0, a.x0 - b.x1, b.x0 - a.x1) + Math.max(0, a.top - b.bottom, b.top - a.bottom);

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
      return [
        {
          ...line,
          phrases: inOrder,
          top: Math.min(...inOrder.map((phrase) => phrase.box.top)),
          bottom: Math.max(...inOrder.map((phrase) => phrase.box.bottom)),
        },
      ];
    });
}
