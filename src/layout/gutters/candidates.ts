/**
 * A region → the runs of lines in it that may each be a table, with headers and wrapped labels, without captions and notes.
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, median, overlap } from '../geometry.js';
import { across, type Span } from '../intervals.js';
import { findColumns } from './columns.js';
import { boxOfPhraseLine, type Phrase, type PhraseLine } from './phrases.js';
import { isFull } from './prose.js';
import type { Region } from './regions.js';
import { areAsWide, type Rule, rulesBetween } from './rules.js';
import { boxOf, isInside, type RuleStack } from './stacks.js';

/** More lines than this with one phrase each are no rows of a table … */
const MOST_SINGLES = 4;
/** … but for headings of rows and labels that wrap, which stand in the first column. */
const MOST_LABELS = 9;
/** Rows further apart than this many times the usual distance belong to two tables … */
const WIDE_GAP = 2.6;
/** … unless that still is not much, em. */
const LEAST_GAP = 2.6;
/** A header or a wrapped label is no further than this from its neighbour, em, baseline to baseline. */
const NEAR = 2.5;
/** The same within one label that wraps. */
const LEADING = 1.5;

/** Text begins left of the rows of an indented table by this much at least, em. */
const OUTDENT = 0.8;
/** So many lines below tell where its columns are. */
const FOLLOWING = 6;
/** A heading of rows that ends with a colon has no more words. */
const LABEL_WORDS = 3;
/** Lines of one cell begin within this distance of each other, em. */
const SAME_START = 0.35;

export interface Candidate {
  readonly lines: readonly PhraseLine[];
  readonly stack?: RuleStack;
}

export function findCandidates(region: Region, rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): Candidate[] {
  return splitRuns(region, book).flatMap((run): Candidate[] => {
    const first = run.findIndex(isMulti);
    if (first < 0) return [];
    let last = run.length - 1;
    while (last > first && !isMulti(run[last])) last -= 1;
    const core = run.slice(first, last + 1);
    if (core.filter(isMulti).length < 2) return [];
    const columns = findColumns(core.flatMap((line) => line.phrases)).columns;
    const up = extendUp(run, first, core, columns[1]?.x0 ?? Infinity, rules, region.stack, book);
    const down = extendDown(run, last, core, rules, region.stack, book);
    const lines = dropTitles(run.slice(first - up, last + 1 + down), region.stack, book);
    const isFramed = region.stack !== undefined && lines.some((line) => isFramedBy(line, region.stack));
    return lines.filter(isMulti).length < 2 ? [] : [{ lines, ...(isFramed && region.stack ? { stack: region.stack } : {}) }];
  });
}

const isMulti = (line: PhraseLine | undefined): boolean => (line?.phrases.length ?? 0) > 1;

const isFramedBy = (line: PhraseLine, stack: RuleStack | undefined): boolean =>
  stack !== undefined && line.phrases.some((phrase) => isInside(phrase, boxOf(stack)));

/**
 * Lines above the rules that frame a table are its caption, unless they are headers of several columns; a line set to
 * the middle of the whole table is a title.
 */
function dropTitles(lines: readonly PhraseLine[], stack: RuleStack | undefined, book: Rulebook): readonly PhraseLine[] {
  const { columns, places } = findColumns(lines.flatMap((line) => line.phrases));
  const x0 = columns[0]?.x0 ?? 0;
  const x1 = columns[columns.length - 1]?.x1 ?? 0;
  let start = 0;
  for (let i = 0; i < lines.length - 2; i += 1) {
    const line = lines[i];
    if (line === undefined || isFramedBy(line, stack)) break;
    // No title stands below a header.
    if (i > 0 && (lines[i - 1]?.phrases.length ?? 0) * 2 > columns.length && start < i) break;
    const isTitle = line.phrases.some((phrase) => {
      const place = places.get(phrase);
      const middle = (phrase.box.x0 + phrase.box.x1) / 2;
      return (
        place !== undefined && columns.length > 2 && place.last - place.first + 1 > 0.5 * columns.length && Math.abs(middle - (x0 + x1) / 2) <= 2 * phrase.size
      );
    });
    const isAside = stack !== undefined && boxOf(stack).top > line.baseline - line.size && line.phrases.length * 2 < columns.length;
    const place = (): Box => boxOfPhraseLine(line);
    const below = lines[i + 1];
    const isLevel = below !== undefined && !isFramedBy(below, stack) && isMulti(line) && below.phrases.length > line.phrases.length;
    if (!isTitle && isAside && says(book, 'level-above-the-rules', isLevel && line.phrases.every((phrase) => (places.get(phrase)?.first ?? 0) > 0), place))
      break;
    if (says(book, 'title-in-the-middle', isTitle, place) || says(book, 'title-above-the-rules', isAside, place)) start = i + 1;
  }
  return lines.slice(start);
}

function splitRuns({ lines, stack }: Region, book: Rulebook): PhraseLine[][] {
  const multi = lines.filter(isMulti);
  const pitch = median(multi.slice(1).map((line, i) => line.baseline - (multi[i]?.baseline ?? 0)));
  const runs: PhraseLine[][] = [];
  let singles = 0;
  /** Where the second column begins, as far as is known. */
  let second = Infinity;
  let run: PhraseLine[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const gap = before === undefined ? 0 : line.baseline - before.baseline;
    if (isMulti(line)) second = line.phrases[1]?.box.x0 ?? Infinity;
    singles = isMulti(line) ? 0 : singles + 1;
    const most = line.phrases.every((phrase) => phrase.box.x1 < second) ? MOST_LABELS : MOST_SINGLES;
    const isFar = gap > WIDE_GAP * pitch && gap > LEAST_GAP * line.size;
    const isWithin = stack !== undefined && before !== undefined && isFramedBy(before, stack) && isFramedBy(line, stack);
    if (isWithin) {
      run.push(line);
      return;
    }
    const place = (): Box => boxOfPhraseLine(line);
    const isParted =
      says(book, 'far-apart', isFar, place) ||
      says(
        book,
        'introduction',
        isIntroduction(line, [...run, ...lines.slice(i + 1, i + 1 + FOLLOWING)]) && !says(book, 'heading-under-headers', isUnderHeaders(line, before), place),
        place,
      ) ||
      says(book, 'too-many-alone', singles >= most && run.some(isMulti), place);
    if (isParted) {
      runs.push(run);
      run = [];
      singles = isMulti(line) ? 0 : 1;
    }
    run.push(line);
  });
  runs.push(run);
  return runs;
}

/** A line that begins left of all rows and ends with a colon, or runs on over their second column, is the text's. */
function isIntroduction(line: PhraseLine, near: readonly PhraseLine[]): boolean {
  const [only] = line.phrases;
  const rows = near.filter(isMulti);
  if (only === undefined || line.phrases.length > 1 || only.hasLeader || rows.length < 2) return false;
  const x0 = Math.min(...rows.map((row) => row.phrases[0]?.box.x0 ?? Infinity));
  const second = Math.min(...rows.map((row) => row.phrases[1]?.box.x0 ?? Infinity));
  const isLong = only.words > LABEL_WORDS && /[:：]$/u.test(only.text);
  return only.box.x0 < x0 - OUTDENT * only.size && (isLong || only.box.x1 > second + only.size);
}

/** Right below headers that all stand behind it: a heading of the rows that follow. */
function isUnderHeaders(line: PhraseLine, above: PhraseLine | undefined): boolean {
  const [heads, own] = [above?.phrases ?? [], line.phrases[0]];
  return (
    above !== undefined &&
    own !== undefined &&
    heads.length > 1 &&
    heads.every(({ box }) => box.x0 > own.box.x1) &&
    line.baseline - above.baseline <= NEAR * line.size
  );
}

function extendUp(
  run: readonly PhraseLine[],
  first: number,
  core: readonly PhraseLine[],
  secondColumn: number,
  rules: readonly Rule[],
  stack: RuleStack | undefined,
  book: Rulebook,
): number {
  let taken = 0;
  for (let i = first - 1; i >= 0; i -= 1) {
    const line = run[i];
    const below = run[i + 1];
    const phrase = line?.phrases[0];
    if (line === undefined || below === undefined || phrase === undefined) break;
    if (below.baseline - line.baseline > NEAR * line.size) break;
    const place = (): Box => boxOfPhraseLine(line);
    const isHeader =
      says(book, 'header-line-above', phrase.box.x0 >= secondColumn - line.size, place) ||
      says(book, 'line-under-rule', isUnderRule(line, core, rules), place) ||
      isFramedBy(line, stack);
    if (!isHeader) break;
    taken = first - i;
  }
  return taken;
}

const widthOf = (core: readonly PhraseLine[]): Span => across(boundingBox(core.map(boxOfPhraseLine)));

/** A rule as wide as the table runs just above the line. */
function isUnderRule(line: PhraseLine, core: readonly PhraseLine[], rules: readonly Rule[]): boolean {
  return areAsWide(rulesBetween(rules, line.top - 1.5 * line.size, line.top + 0.3 * line.size), widthOf(core));
}

function extendDown(
  run: readonly PhraseLine[],
  last: number,
  core: readonly PhraseLine[],
  rules: readonly Rule[],
  stack: RuleStack | undefined,
  book: Rulebook,
): number {
  const table = widthOf(core);
  const isRuled = (from: number, to: number): boolean => areAsWide(rulesBetween(rules, from, to), table);
  let taken = 0;
  for (let i = last + 1; i < run.length; i += 1) {
    const line = run[i];
    const above = run[i - 1];
    const phrase = line?.phrases[0];
    if (line === undefined || above === undefined || phrase === undefined) break;
    if (line.baseline - above.baseline > NEAR * line.size) break;
    if (isRuled(above.baseline - 0.2 * line.size, line.top + 0.3 * line.size)) break;
    const isClosed = isRuled(line.bottom - 0.2 * line.size, line.bottom + 1.2 * line.size);
    const place = (): Box => boxOfPhraseLine(line);
    const isRow =
      says(book, 'closed-by-rule', isClosed, place) ||
      isFramedBy(line, stack) ||
      says(book, 'runs-on-below', isWrapped(above, line, phrase), place) ||
      says(book, 'last-line-of-cell', isLastLine(run, i, core), place);
    if (isRow) taken = i - last;
    else if (i - last >= 2) break;
  }
  return taken;
}

/** The last line of a cell whose first line was full, nearer to it than rows are to each other, with white below. */
function isLastLine(run: readonly PhraseLine[], i: number, core: readonly PhraseLine[]): boolean {
  const [above, line, below] = [run[i - 1], run[i], run[i + 1]];
  const phrase = line?.phrases[0];
  if (above === undefined || line === undefined || phrase === undefined) return false;
  const over = above.phrases.find((p) => Math.abs(p.box.x0 - phrase.box.x0) <= SAME_START * phrase.size);
  const gap = line.baseline - above.baseline;
  if (over === undefined || gap > LEADING * line.size || (below !== undefined && below.baseline - line.baseline <= LEADING * line.size)) return false;
  const own = core.flatMap((l) => l.phrases).filter((p) => Math.abs(p.box.x0 - phrase.box.x0) <= SAME_START * phrase.size);
  const edge = Math.max(...own.map((p) => p.box.x1));
  return own.length > 2 && phrase.box.x1 <= edge && isFull(over, phrase, edge);
}

/** The line runs on from the cell above it: a small letter, or a closing bracket. */
function isWrapped(above: PhraseLine, line: PhraseLine, phrase: Phrase): boolean {
  const over = above.phrases.find((p) => overlap(p.box.x0, p.box.x1, phrase.box.x0, phrase.box.x1) > 0);
  return over !== undefined && line.baseline - above.baseline <= LEADING * line.size && /^[a-z(]/u.test(phrase.text);
}
