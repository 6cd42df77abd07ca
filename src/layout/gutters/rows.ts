/**
 * Lines of a table → its rows: a label that wraps is one cell, and so is a header of several lines.
 *
 * ```
 *   Country     Number of   Share of      header: lines of one column are one cell
 *               persons     total
 *   ─────────────────────────────────
 *   Bosnia and                            wraps: "Herzegovina" would not have fitted,
 *     Herzegovina    12      1.4          stands in, and has the figures
 *   Assets                                a heading of rows: there was room left
 *   Cash             10      0.3
 * ```
 */
import type { Box } from '../../model/page.js';
import type { RuleId } from '../evidence/registry.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, lastAtOrBefore } from '../geometry.js';
import { across, hull } from '../intervals.js';
import type { Candidate } from './candidates.js';
import type { Placement } from './columns.js';
import { numbersColumns } from './header-level.js';
import { midHeading } from './mid-heading.js';
import { boxOfPhraseLine, type Phrase, type PhraseLine } from './phrases.js';
import { isFull } from './prose.js';
import { areAsWide, type Rule, rulesBetween } from './rules.js';
import type { RuleStack } from './stacks.js';
import { isValue } from './values.js';

/** Lines of one cell lie no further apart than this, baseline to baseline, in em. */
const CELL_LEADING = 1.45;
/** Lines of text are further apart than this, em. */
const BESIDE = 0.75;
/** Rows of a table set with air between them: a line nearer than this share of their distance goes with its neighbour. */
const NEARER = 0.9;
/** Of two distances of lines the shorter is this share of the longer when it means something. */
const LEANING = 0.93;
/** Hanging indents are at least this wide, em. */
const INDENT = 0.4;

/** Labels of one level begin within this distance of each other, em. */
const SAME_LEVEL = 0.2;

/** Groups of line numbers (indices into `lines`), each a row, top to bottom. `bodyStart`: the first row that is no header. */
export interface Rows {
  readonly groups: readonly (readonly number[])[];
  readonly header: number;
}

export function findRows({ lines, stack }: Candidate, placement: Placement, rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): Rows {
  const place = (): Box => boundingBox(lines.map(boxOfPhraseLine));
  const between = stack === undefined ? undefined : ruledRows(lines, stack, placement);
  const bands = says(book, 'rule-for-every-row', between !== undefined, place) ? between : undefined;
  const headerLines = countHeaderLines(lines, placement, rules, bands !== undefined, book);
  if (bands !== undefined) {
    const below = bands.map((band) => band.filter((i) => i >= headerLines)).filter((band) => band.length > 0);
    const head = Array.from({ length: headerLines }, (_, i) => i);
    return { groups: headerLines > 0 ? [head, ...below] : below, header: headerLines };
  }
  const body = lines.slice(headerLines);
  const groups: number[][] = headerLines > 0 ? [Array.from({ length: headerLines }, (_, i) => i)] : [];
  const known: Known = { placement, rules, pitch: rowPitch(body, placement), levels: levelsOf(body, placement) };
  body.forEach((_, at) => {
    const i = headerLines + at;
    const group = groups[groups.length - 1];
    const above = lines[i - 1];
    if (at > 0 && group !== undefined && above !== undefined && goesOn(lines, group, i, known, book)) group.push(i);
    else groups.push([i]);
  });
  return { groups, header: headerLines };
}

/** Lines between successive rules, if every row has its rule: no two lines between rules have figures in one column. */
function ruledRows(lines: readonly PhraseLine[], stack: RuleStack, { places }: Placement): number[][] | undefined {
  const bands: number[][] = [];
  let last: number | undefined;
  lines.forEach((line, i) => {
    const at = lastAtOrBefore(stack.ys, (line.top + line.bottom) / 2);
    // Lines above and below the rules are rows of their own.
    if (at === last && at >= 0 && at < stack.ys.length - 1) bands[bands.length - 1]?.push(i);
    else bands.push([i]);
    last = at;
  });
  const several = bands.filter((band) => band.length > 1);
  if (bands.length < 3 || stack.ys.length < 4) return undefined;
  const holdsRowsOfItsOwn = several.slice(bands[0] === several[0] ? 1 : 0).some((band) => {
    const columns = new Map<number, number>();
    for (const phrase of band.flatMap((i) => lines[i]?.phrases ?? [])) {
      const column = places.get(phrase)?.first ?? 0;
      if (isValue(phrase)) columns.set(column, (columns.get(column) ?? 0) + 1);
    }
    return [...columns.values()].some((count) => count > 1);
  });
  return holdsRowsOfItsOwn ? undefined : bands;
}

/** Lines above the first row of values; 0 when nothing tells a header from a row. */
function countHeaderLines(lines: readonly PhraseLine[], placement: Placement, rules: readonly Rule[], everyRowRuled: boolean, book: Rulebook): number {
  const { columns, places } = placement;
  const table = hull(columns.map(across));
  const firstData = lines.findIndex((line, i) => {
    const isNumbering = says(book, 'numbers-of-columns', i < lines.length - 1 && numbersColumns(line, placement), () => boxOfPhraseLine(line));
    const values = isNumbering ? [] : line.phrases.filter((phrase) => isValue(phrase) && !phrase.lexicon.isYear(phrase.text));
    const hasStub = line.phrases.some((phrase) => (places.get(phrase)?.first ?? 0) === 0 && !isValue(phrase));
    return (values.length > 0 && (hasStub || values.length * 2 >= columns.length) && i > 0) || (i === 0 && values.length > 0);
  });
  const limit = firstData < 0 ? lines.length - 1 : firstData;
  // A rule across the whole table ends the header, if figures follow only below it.
  const inOrder = Array.from({ length: limit }, (_, i) => (everyRowRuled || firstData < 0 ? i + 1 : limit - i));
  for (const i of inOrder) {
    const above = lines[i - 1];
    const below = lines[i];
    if (above === undefined || below === undefined) continue;
    const between = rulesBetween(rules, above.baseline - 0.3 * above.size, below.top + 0.4 * below.size);
    if (says(book, 'rule-under-header', areAsWide(between, table), () => boxOfPhraseLine(above))) return i;
  }
  if (firstData <= 0) return firstData === 0 ? 0 : 1;
  // Headings of rows stand directly above the figures, in the first column alone.
  let end = firstData;
  while (isHeadingOfRows(lines[end - 1], places, book)) end -= 1;
  return end;
}

function isHeadingOfRows(line: PhraseLine | undefined, places: Placement['places'], book: Rulebook): boolean {
  const isAlone = line?.phrases.every((phrase) => (places.get(phrase)?.first ?? 0) === 0) === true;
  return isAlone && says(book, 'heading-of-rows', true, () => boxOfPhraseLine(line));
}

/** Least usual distance of successive lines that both are rows: a tenth of them may be nearer. */
function rowPitch(lines: readonly PhraseLine[], placement: Placement): number {
  const gaps = lines.slice(1).flatMap((line, i) => {
    const above = lines[i];
    return above !== undefined && isDataLine(above, placement) && isDataLine(line, placement) ? [line.baseline - above.baseline] : [];
  });
  return [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 10)] ?? 0;
}

const isDataLine = (line: PhraseLine, placement: Placement): boolean =>
  line.phrases.some((phrase) => isValue(phrase)) || line.phrases.length * 2 > placement.columns.length;

/** What is known of a table's rows. */
interface Known {
  readonly placement: Placement;
  readonly rules: readonly Rule[];
  /** Least usual distance of rows, points; 0 where nothing tells. */
  readonly pitch: number;
  /** Where labels of rows begin (left edges, points), each of which stands with figures right below a row with figures. */
  readonly levels: readonly number[];
}

function levelsOf(lines: readonly PhraseLine[], { places }: Placement): number[] {
  const hasValues = (line: PhraseLine | undefined): boolean => line?.phrases.some((phrase) => isValue(phrase) && places.get(phrase)?.first !== 0) === true;
  const starts = lines.flatMap((line, i) => {
    const [stub] = line.phrases;
    return stub !== undefined && places.get(stub)?.first === 0 && hasValues(line) && hasValues(lines[i - 1]) ? [Math.round(stub.box.x0)] : [];
  });
  return [...new Set(starts)];
}

/** True when line `i` is a further line of the row that `group` holds so far. */
function goesOn(lines: readonly PhraseLine[], group: readonly number[], i: number, { placement, rules, pitch, levels }: Known, book: Rulebook): boolean {
  const tells = (rule: RuleId, verdict: boolean): boolean => says(book, rule, verdict, () => boundingBox((lines[i]?.phrases ?? []).map(({ box }) => box)));
  const line = lines[i];
  const above = lines[i - 1];
  if (line === undefined || above === undefined) return false;
  const gap = line.baseline - above.baseline;
  const size = Math.max(line.size, above.size);
  if (gap > CELL_LEADING * size) return false;
  if (rulesBetween(rules, above.baseline - 0.3 * line.size, line.top + 0.5 * line.size).length > 0) return false;
  const { places } = placement;
  const own = line.phrases;
  const row = group.flatMap((at) => lines[at]?.phrases ?? []);
  const rowHasValues = row.some((phrase) => isValue(phrase));
  // Without a label before it, a year or an amount among the words of wrapped cells makes no row of them.
  const values = own.filter((phrase) => isValue(phrase)).length;
  const isLabelled = own.some((phrase) => places.get(phrase)?.first === 0) || own.slice(-1).some(isValue);
  const ownHasValues = values * 2 > own.length || (values > 0 && isLabelled);
  if (tells('figures-never-wrap', rowHasValues && ownHasValues)) return false;
  // Too near to be a line of its own: figures set to the middle of a label of two lines.
  if (tells('too-near-for-a-line', gap < BESIDE * size)) return true;
  const isNear = pitch > 0 && gap < NEARER * pitch;
  const stub = own.find((phrase) => places.get(phrase)?.first === 0);
  const stubAbove = lastOf(row.filter((phrase) => places.get(phrase)?.first === 0));
  if (stub === undefined) {
    const [only] = own;
    if (own.length === 1 && only !== undefined && midHeading(only, placement) !== undefined) return false;
    // Figures never wrap; text of other columns does.
    if (ownHasValues) return tells('figures-under-label', stubAbove !== undefined && isNear);
    // Cells set to the bottom of their row begin above its label.
    if (tells('leans-to-below', leans(lines, i))) return false;
    return own.length < row.length || row.some((phrase) => own.some((other) => places.get(other)?.first === places.get(phrase)?.first));
  }
  if (stubAbove === undefined) return (isNear && !ownHasValues) || tells('label-below-text', leans(lines, group[0] ?? i));
  if (tells('every-cell-runs-on', own.length > 1 && own.every((phrase) => runsOnFrom(row, phrase, placement)))) return true;
  // The label's leader went to the next line.
  if (tells('leader-on-next-line', ONLY_DOTS.test(stub.text))) return true;
  if (own.length > 1 && row.some((phrase) => places.get(phrase)?.first !== 0) && !isNear) return false;
  if (tells('nearer-than-rows', isNear && !startsHeading(stub, stubAbove))) return true;
  // A heading has rows below it.
  const isLast = i === lines.length - 1 && own.length === 1;
  if (tells('no-rows-below', isLast && !startsHeading(stub, stubAbove) && isFull(stubAbove, stub, placement.columns[0]?.x1 ?? Infinity))) return true;
  const isWrapped = wraps(stubAbove, stub, placement, false);
  const startsRow = levels.some((x) => Math.abs(x - stub.box.x0) <= SAME_LEVEL * stub.size);
  if (isWrapped && tells('level-of-rows', startsRow && !wraps(stubAbove, stub, placement, true))) return false;
  return tells('label-wraps', isWrapped);
}

/** Line `i` stands clearly nearer to the line below it than to the one above. */
function leans(lines: readonly PhraseLine[], i: number): boolean {
  const [above, here, below] = [lines[i - 1], lines[i], lines[i + 1]];
  if (above === undefined || here === undefined || below === undefined) return false;
  return below.baseline - here.baseline < LEANING * (here.baseline - above.baseline);
}

/** The cell of the row that this phrase stands under began with a capital and left no room for it; it goes on with a small letter. */
function runsOnFrom(row: readonly Phrase[], phrase: Phrase, { places, columns }: Placement): boolean {
  const column = places.get(phrase)?.first ?? 0;
  const above = row.filter((other) => places.get(other)?.first === column);
  const last = above.at(-1);
  return (
    last !== undefined && /^\P{L}*\p{Lu}/u.test(above[0]?.text ?? '') && /^\p{Ll}/u.test(phrase.text) && isFull(last, phrase, columns[column]?.x1 ?? Infinity)
  );
}

const ONLY_DOTS = /^[.․‥…·・\s]+$/u;

const lastOf = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

const startsHeading = (stub: Phrase, above: Phrase): boolean => stub.box.x0 < above.box.x0 - INDENT * stub.size;

/** The label's first line was full, and the next looks like its continuation; where rows begin (`startsRow`) nothing hangs. */
function wraps(above: Phrase, stub: Phrase, placement: Placement, startsRow: boolean): boolean {
  if (above.hasLeader || /[:：]$/u.test(above.text) || stub.lexicon.isEnumerator(stub.parts[0]?.text ?? '')) return false;
  const edge = placement.columns[0]?.x1 ?? above.box.x1;
  const runsOn = /^[\p{Ll}(&]/u.test(stub.text);
  // Whoever breaks a label by hand leaves room, but no label ends with "for".
  if (!isFull(above, stub, edge)) return above.words > 1 && above.lexicon.isConnective(above.text);
  // The widest label of all does not show where the column ends.
  const isWitnessed = above.box.x1 < edge - 0.1 * above.size;
  const hangs = !startsRow && stub.box.x0 > above.box.x0 + INDENT * stub.size;
  return runsOn || (hangs && isWitnessed && above.words > 1) || /[,\-–/&]$/u.test(above.text) || above.lexicon.isConnective(above.text);
}
