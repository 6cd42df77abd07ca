/** One line of a header: which columns each of its texts stands over. */
import type { Placement } from './columns.js';
import type { Phrase, PhraseLine } from './phrases.js';

/** A header is centred over its columns within this, em. */
export const CENTRED = 1.2;

type ColumnExtent = Placement['columns'][number];

interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Fewer headers than columns, each in the middle of a run of columns, and all runs together all columns but the labels': a
 * level of the header, or a row of units.
 *
 * ```
 *              Area Planted     Yield
 *   State      2005    2006   2005   2006
 *                 1,000 Acres    Bushels
 * ```
 */
export function partition(
  { phrases }: PhraseLine,
  above: PhraseLine | undefined,
  lineUnder: (phrase: Phrase) => PhraseLine | undefined,
  { columns, places }: Placement,
): readonly ColumnSpan[] | undefined {
  const stub = phrases[0] !== undefined && places.get(phrases[0])?.last === 0 ? 1 : 0;
  const heads = phrases.slice(stub);
  if (heads.length === 0 || heads.length >= columns.length - 1) return undefined;
  /** The texts of a line in each column, where it has one: the middle of a merged cell is theirs, not that of the figures. */
  const headersIn = (line: PhraseLine | undefined): readonly ColumnExtent[] =>
    columns.map((column, c) => line?.phrases.find((phrase) => places.get(phrase)?.first === c)?.box ?? column);
  const headed = headersIn(above);
  /** What stands right over the next header line's text in its own column may be one header with it. */
  const mayGoOn = (phrase: Phrase): boolean => {
    const own = places.get(phrase);
    const under = lineUnder(phrase)?.phrases.find((other) => places.get(other)?.first === own?.first);
    return own?.first === own?.last && under !== undefined && isOver(phrase, under);
  };
  const isCentred = (phrase: Phrase, { first, last }: ColumnSpan, all: readonly (readonly ColumnExtent[])[]): boolean =>
    (first === last || !mayGoOn(phrase)) &&
    all.some((extents) => {
      const middle = ((extents[first]?.x0 ?? 0) + (extents[last]?.x1 ?? 0)) / 2;
      return Math.abs(middle - (phrase.box.x0 + phrase.box.x1) / 2) <= CENTRED * phrase.size;
    });
  /** Runs of columns from `first` on, one for each of the phrases from `at` on, up to the last column. */
  const runsFrom = (at: number, first: number, extents: (phrase: Phrase) => readonly (readonly ColumnExtent[])[]): ColumnSpan[] | undefined => {
    const phrase = heads[at];
    const own = phrase === undefined ? undefined : places.get(phrase);
    if (phrase === undefined || own === undefined) return first === columns.length ? [] : undefined;
    if (own.first < first) return undefined;
    for (let last = own.last; last <= columns.length - (heads.length - at); last += 1) {
      const rest = isCentred(phrase, { first, last }, extents(phrase)) ? runsFrom(at + 1, last + 1, extents) : undefined;
      if (rest !== undefined) return [{ first, last }, ...rest];
    }
    return undefined;
  };
  const runs = runsFrom(0, 1, () => [columns, headed]) ?? runsFrom(0, 1, (phrase) => [headersIn(lineUnder(phrase))]);
  return runs === undefined ? undefined : [...(stub === 1 ? [{ first: 0, last: 0 }] : []), ...runs];
}

/**
 * Headers that part the columns but the labels' into runs of one length, where the line below has a text in each column.
 *
 * ```
 *                  Primary           Secondary
 *   Country      Boys   Girls      Boys   Girls      the figures are set to the right, so that
 *   Spain         804     648       247     813      no header stands in the middle of them
 * ```
 */
export function evenRuns({ phrases }: PhraseLine, under: PhraseLine | undefined, { columns, places }: Placement): readonly ColumnSpan[] | undefined {
  const stub = phrases[0] !== undefined && places.get(phrases[0])?.last === 0 ? 1 : 0;
  const heads = phrases.slice(stub);
  const length = (columns.length - 1) / heads.length;
  if (under === undefined || heads.length < 2 || length < 2 || !Number.isInteger(length)) return undefined;
  const headed = new Set(under.phrases.flatMap((phrase) => (places.get(phrase)?.first === places.get(phrase)?.last ? [places.get(phrase)?.first] : [])));
  if (columns.slice(1).some((_, c) => !headed.has(c + 1))) return undefined;
  const runs = heads.map((_, i): ColumnSpan => ({ first: 1 + i * length, last: (i + 1) * length }));
  const isWithin = (head: Phrase, { first, last }: ColumnSpan): boolean => {
    const middle = (head.box.x0 + head.box.x1) / 2;
    return middle > (columns[first - 1]?.x1 ?? 0) && middle < (columns[last]?.x1 ?? 0);
  };
  /** Right over the header of one column it may be that one's upper line. */
  const isOverOne = (head: Phrase): boolean => under.phrases.some((other) => isOver(head, other));
  if (!heads.every((head, i) => isWithin(head, runs[i] ?? { first: 0, last: 0 })) || heads.filter(isOverOne).length * 2 > heads.length) return undefined;
  return [...(stub === 1 ? [{ first: 0, last: 0 }] : []), ...runs];
}

/** A header in the middle of all columns but the labels' is so within this, em. */
const IN_THE_MIDDLE = 0.5;

/**
 * A text alone on its line above headers of every column but the labels', in the middle of them all, and wider than the header
 * right below it: it heads them all.
 *
 * ```
 *                Coverage (%)
 *            Rural  Urban    All       "Urban" would have gone beside it, were it the first line of that header
 * ```
 */
export function overAll({ phrases }: PhraseLine, under: PhraseLine | undefined, { columns, places }: Placement): readonly ColumnSpan[] | undefined {
  const [head, ...others] = phrases;
  const last = columns.length - 1;
  if (head === undefined || under === undefined || others.length > 0 || last < 2 || places.get(head)?.first === 0) return undefined;
  const headed = under.phrases.filter((phrase) => places.get(phrase)?.first !== 0);
  const below = headed.find((phrase) => places.get(phrase)?.first === places.get(head)?.first);
  if (below === undefined || headed.length !== last || !beginAlike(headed) || below.box.x1 - below.box.x0 >= head.box.x1 - head.box.x0) return undefined;
  const middles = [headed.map(({ box }) => box), columns.slice(1)].map((all) => ((all[0]?.x0 ?? 0) + (all.at(-1)?.x1 ?? 0)) / 2);
  const centre = (head.box.x0 + head.box.x1) / 2;
  return middles.some((middle) => Math.abs(middle - centre) <= IN_THE_MIDDLE * head.size) ? [{ first: 1, last }] : undefined;
}

/**
 * A line whose texts head some columns alone and others together with the line below: each column but the labels' has a text in
 * one of the two lines, and in both only where a text stands in the middle of those below it.
 *
 * ```
 *   Area         Persons          Households      "Persons" is no first line of "Men": "Total" and "Women"
 *          Total   Men   Women                    would have nothing above them where all others begin
 * ```
 */
export function overItsRun({ phrases }: PhraseLine, under: PhraseLine | undefined, { columns, places }: Placement): readonly ColumnSpan[] | undefined {
  if (under === undefined || under.phrases.length < 2) return undefined;
  const own = phrases.flatMap((phrase) => places.get(phrase) ?? []);
  const below = under.phrases.flatMap((phrase) => places.get(phrase) ?? []);
  if (own.length < phrases.length || [...own, ...below].some(({ first, last }) => first !== last)) return undefined;
  const lower = new Set(below.map(({ first }) => first));
  const spans: ColumnSpan[] = [];
  let isSpread = false;
  for (const [k, { first }] of own.entries()) {
    if (!lower.has(first)) {
      spans.push({ first, last: first });
      continue;
    }
    const run = { first, last: first };
    while (lower.has(run.first - 1)) run.first -= 1;
    while (lower.has(run.last + 1)) run.last += 1;
    const head = phrases[k];
    const heads = under.phrases.filter((phrase) => (places.get(phrase)?.first ?? -1) >= run.first && (places.get(phrase)?.first ?? -1) <= run.last);
    const middle = ((heads[0]?.box.x0 ?? 0) + (heads.at(-1)?.box.x1 ?? 0)) / 2;
    if (head === undefined || run.first === 0 || Math.abs(middle - (head.box.x0 + head.box.x1) / 2) > IN_THE_MIDDLE * head.size) return undefined;
    isSpread ||= run.last > run.first;
    spans.push(run);
  }
  const covered = new Set(spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  const isWhole = covered.size === columns.length && spans.reduce((sum, { first, last }) => sum + last - first + 1, 0) === columns.length;
  return isSpread && isWhole && spans.length > 1 ? spans : undefined;
}

/** All begin with a capital, or none does: in small letters one alone is the rest of the text above it. */
function beginAlike(heads: readonly Phrase[]): boolean {
  const capitals = heads.filter(({ text }) => /^\P{L}*\p{Lu}/u.test(text)).length;
  return capitals === 0 ? heads.every(({ text }) => /^\P{L}*\p{Ll}/u.test(text)) : capitals === heads.length;
}

/** (1), (2), (3) over the columns, from the first on: they number the columns and are a level of the header. */
export function numbersColumns({ phrases }: PhraseLine, { places }: Placement): boolean {
  const heads = phrases.filter((phrase) => places.get(phrase)?.first !== 0);
  return heads.length > 1 && heads.every(({ text }, i) => text === `(${i + 1})`);
}

/** The upper text stands over the lower as a line of the same cell does. */
export function isOver(upper: Phrase, lower: Phrase): boolean {
  const slack = 0.5 * upper.size;
  return (
    Math.abs(upper.box.x0 - lower.box.x0) <= slack ||
    Math.abs(upper.box.x1 - lower.box.x1) <= slack ||
    Math.abs(upper.box.x0 + upper.box.x1 - lower.box.x0 - lower.box.x1) <= 2 * slack
  );
}
