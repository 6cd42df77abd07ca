/**
 * Header lines → header cells: lines of one column are one cell, a cell over several columns spans them.
 *
 * ```
 *              Persons           lies over two columns, centred or ruled off: spans them
 *             ─────────
 *   Country   2001  2002
 * ```
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox } from '../geometry.js';
import { across, cover, hull } from '../intervals.js';
import type { Column, Placement } from './columns.js';
import { CENTRED, evenRuns, isOver, numbersColumns, overAll, overItsRun, partition } from './header-level.js';
import { midHeading } from './mid-heading.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { type Rule, rulesBetween } from './rules.js';

export interface HeaderCell {
  readonly phrases: Phrase[];
  first: number;
  last: number;
  /** First and last line, indices into the header's lines. */
  readonly from: number;
  to: number;
}

/** Header lines of one cell lie no further apart than this, baseline to baseline, in em. */
const LEADING = 1.7;

export function findHeaderCells(lines: readonly PhraseLine[], placement: Placement, rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): HeaderCell[] {
  const cells: HeaderCell[] = [];
  const latest: (HeaderCell | undefined)[] = placement.columns.map(() => undefined);
  lines.forEach((line, i) => {
    const overAllFigures = overAll(line, lines[i + 1], placement);
    const runs = overItsRun(line, lines[i + 1], placement);
    const isRuled = line.phrases.some((phrase) => ruledSpan(phrase, line, lines[i + 1], placement.columns, rules) !== undefined);
    const [only] = line.phrases;
    const heading = i > 0 && line.phrases.length === 1 && only !== undefined ? midHeading(only, placement) : undefined;
    const level = isRuled || heading !== undefined ? undefined : partition(line, lines[i - 1], (phrase) => lineUnder(phrase, i, lines, placement), placement);
    const place = (): Box => boundingBox(line.phrases.map(({ box }) => box));
    const isLevel = level !== undefined && says(book, 'header-level', true, place);
    const even = isRuled || heading !== undefined || isLevel ? undefined : evenRuns(line, lines[i + 1], placement);
    const isEven = even !== undefined && says(book, 'even-header-level', true, place);
    const spans =
      (heading === undefined ? undefined : [heading]) ??
      (overAllFigures !== undefined && !isRuled && says(book, 'lone-head-over-all', true, place) ? overAllFigures : undefined) ??
      (runs !== undefined && !isRuled && says(book, 'head-over-its-run', true, place) ? runs : undefined) ??
      (isLevel ? level : undefined) ??
      (isEven ? even : undefined) ??
      line.phrases.map((phrase) => spanOf(phrase, line, lineUnder(phrase, i, lines, placement), placement, rules, book));
    line.phrases.forEach((phrase, k) => {
      const { first, last } = spans[k] ?? { first: 0, last: 0 };
      const above = latest[first];
      const before = above === undefined ? undefined : lines[above.to];
      const goesOn =
        above !== undefined &&
        before !== undefined &&
        above.first === first &&
        above.last === last &&
        !says(book, 'numbers-of-columns', numbersColumns(before, placement) || numbersColumns(line, placement), place) &&
        isNear(before, line) &&
        !isParted(before, line, placement.columns, first, last, rules);
      if (goesOn) {
        above.phrases.push(phrase);
        above.to = i;
        return;
      }
      const upper = upperLine(latest.slice(first, last + 1), phrase, line, lines);
      if (upper !== undefined && says(book, 'spanner-of-two-lines', !isParted(lines[upper.to] ?? line, line, placement.columns, first, last, rules), place)) {
        upper.phrases.push(phrase);
        Object.assign(upper, { first, last, to: i });
        for (let c = first; c <= last; c += 1) latest[c] = upper;
        return;
      }
      const cell = { phrases: [phrase], first, last, from: i, to: i };
      cells.push(cell);
      for (let c = first; c <= last; c += 1) latest[c] = cell;
    });
  });
  return cells;
}

/**
 * The first line of a header of several columns, found over one of them: a header is no narrower than those below it.
 *
 * ```
 *     Quarterly
 *     averages       Monthly data         "Quarterly" alone stands over II or III, with "averages" over both
 *   ────────────   ─────────────────
 *     II    III    Aug.  Sept.  Oct.
 * ```
 * `above`: the last cells over the columns that `phrase` spans.
 */
function upperLine(above: readonly (HeaderCell | undefined)[], phrase: Phrase, line: PhraseLine, lines: readonly PhraseLine[]): HeaderCell | undefined {
  const [upper, ...others] = [...new Set(above.flatMap((cell) => (cell !== undefined && isNear(lines[cell.to], line) ? [cell] : [])))];
  const text = upper?.phrases.at(-1);
  if (upper === undefined || text === undefined || others.length > 0 || lines[upper.to] === line) return undefined;
  const isNarrower = upper.last - upper.first + 1 < above.length && above.filter((cell) => cell === upper).length === upper.last - upper.first + 1;
  return isNarrower && isOver(text, phrase) ? upper : undefined;
}

const isNear = (above: PhraseLine | undefined, line: PhraseLine): boolean =>
  above !== undefined && line.baseline - above.baseline <= LEADING * Math.max(line.size, above.size);

/** The next line that has text in the phrase's columns: a label set to the middle of the header's height stands between. */
function lineUnder(phrase: Phrase, at: number, lines: readonly PhraseLine[], { places }: Placement): PhraseLine | undefined {
  const own = places.get(phrase);
  const isUnder = (other: Phrase): boolean => {
    const place = places.get(other);
    return own !== undefined && place !== undefined && place.first <= own.last && place.last >= own.first;
  };
  return lines.slice(at + 1).find((line) => line.phrases.some(isUnder)) ?? lines[at + 1];
}

function isParted(above: PhraseLine, below: PhraseLine, columns: readonly Column[], first: number, last: number, rules: readonly Rule[]): boolean {
  const own = hull(columns.slice(first, last + 1).map(across));
  return rulesBetween(rules, above.baseline - 0.4 * above.size, below.top + 0.5 * below.size).some((rule) => cover([across(rule)], own) > 0.5);
}

function spanOf(
  phrase: Phrase,
  line: PhraseLine,
  next: PhraseLine | undefined,
  placement: Placement,
  rules: readonly Rule[],
  book: Rulebook,
): { first: number; last: number } {
  const { columns, places } = placement;
  const own = places.get(phrase) ?? { first: 0, last: 0 };
  const ruled = ruledSpan(phrase, line, next, columns, rules);
  const place = (): Box => phrase.box;
  if (ruled !== undefined && says(book, 'rule-under-headers', ruled.first <= own.first && ruled.last >= own.last, place)) return ruled;
  if (next === undefined) return own;
  const at = line.phrases.indexOf(phrase);
  const before = line.phrases[at - 1];
  const after = line.phrases[at + 1];
  const least = before === undefined ? 1 : (places.get(before)?.last ?? 0) + 1;
  const most = after === undefined ? columns.length - 1 : (places.get(after)?.first ?? columns.length) - 1;
  const centre = (phrase.box.x0 + phrase.box.x1) / 2;
  const below = next.phrases.filter((other) => {
    const place = places.get(other);
    return place !== undefined && place.first >= least && place.last <= most;
  });
  if (below.length < 2) return own;
  let best: { first: number; last: number; off: number } | undefined;
  for (let first = Math.min(own.first, most); first >= least; first -= 1) {
    for (let last = Math.max(own.last, first); last <= most; last += 1) {
      const from = columns[first]?.x0 ?? 0;
      const to = columns[last]?.x1 ?? 0;
      const off = Math.abs((from + to) / 2 - centre);
      if (off <= CENTRED * phrase.size && (best === undefined || off < best.off)) best = { first, last, off };
    }
  }
  return best === undefined || !says(book, 'header-in-the-middle', true, place)
    ? own
    : { first: Math.min(best.first, own.first), last: Math.max(best.last, own.last) };
}

/** The columns over which a rule under the phrase runs, if it does not run on under its neighbours. */
function ruledSpan(
  phrase: Phrase,
  line: PhraseLine,
  next: PhraseLine | undefined,
  columns: readonly Column[],
  rules: readonly Rule[],
): { first: number; last: number } | undefined {
  const bottom = next === undefined ? line.baseline + line.size : next.top + 0.5 * next.size;
  const rule = rulesBetween(rules, phrase.box.bottom - 0.3 * phrase.size, bottom).find(
    ({ x0, x1 }) =>
      x0 <= phrase.box.x0 + phrase.size &&
      x1 >= phrase.box.x1 - phrase.size &&
      line.phrases.every((other) => other === phrase || other.box.x1 <= x0 + phrase.size || other.box.x0 >= x1 - phrase.size),
  );
  if (rule === undefined) return undefined;
  const under = columns.flatMap((column, c) => {
    const middle = (column.x0 + column.x1) / 2;
    return middle > rule.x0 && middle < rule.x1 ? [c] : [];
  });
  const first = under[0];
  const last = under[under.length - 1];
  // A rule across the whole table is the table's, not the header's.
  if (first === undefined || last === undefined || (first === 0 && last === columns.length - 1)) return undefined;
  return { first, last };
}

/** Where header rows end: line numbers at which a row begins, so that every cell stands above the cells under it. */
export function headerCuts(cells: readonly HeaderCell[]): number[] {
  const stacked = cells.flatMap((upper) =>
    cells
      .filter((lower) => lower.from > upper.to && lower.first <= upper.last && lower.last >= upper.first)
      .map((lower) => ({ after: upper.to, upTo: lower.from })),
  );
  const cuts: number[] = [];
  for (const { after, upTo } of stacked.sort((a, b) => a.upTo - b.upTo)) {
    const last = cuts[cuts.length - 1] ?? 0;
    if (last <= after) cuts.push(upTo);
  }
  return cuts;
}
