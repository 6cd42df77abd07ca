/**
 * Parts with the same columns, on a page or on several, → where their edges run: at one place in all of them.
 *
 * ```
 *   page 1   ─────────────────────────     page 2   ─────────────────────────
 *             No.  課名      成果                     3              窓口の案      white that the parts share is narrower
 *            ─────────────────────────                4    福祉課    相談         than that of any alone, and one that
 *             1    市民課                             ─────────────────────────   is empty on a page is known from others
 * ```
 */
import { type Rulebook, says } from '../evidence/rulebook.js';
import { meet, type Span } from '../intervals.js';
import { BODY, SAME_PLACE } from '../tolerances.js';
import type { Part } from './parts.js';
import type { BandRow } from './rows.js';
import type { Stack } from './stacks.js';
import type { ColumnEdge } from './walls.js';

/** A part of a stack of some page, with the edges that were found in it. */
export interface Found {
  readonly page: number;
  readonly stack: Stack;
  readonly part: Part;
  readonly rows: readonly BandRow[];
  readonly edges: readonly ColumnEdge[];
}

/** Where a part's edges run, ascending, and how many rows the longest part has that has them so. */
export interface Place {
  readonly xs: readonly number[];
  readonly rows: number;
}

interface Family {
  readonly x0: number;
  readonly x1: number;
  readonly columns: { white: Span; ends: number[] }[];
  readonly members: Found[];
}

/** A part shows so many of the columns at least that it has, as a share. */
const SHOWN = 0.5;
/** What parts share is no narrower than this, em of the body. */
const LEAST_WHITE = 0.1;

/** Where the edges of each part run; `bookOf` is that of the page. */
export function placesOf(found: readonly Found[], bookOf: (page: number) => Rulebook): ReadonlyMap<Found, Place> {
  const families: Family[] = [];
  const weight = ({ edges, part }: Found): number => edges.length * 1000 + Math.min(999, part.last - part.first);
  for (const one of [...found].sort((a, b) => weight(b) - weight(a) || a.page - b.page || a.part.first - b.part.first)) {
    if (one.edges.length === 0) continue;
    const home = families.find((family) => joins(family, one, bookOf(one.page)));
    if (home === undefined) families.push(familyOf(one));
    else take(home, one);
  }
  for (const family of families) narrow(family, found);
  const places = new Map<Found, Place>();
  for (const { columns, members } of families) {
    const xs = columns.map(({ white, ends }) => placeIn(white, ends));
    const rows = Math.max(...members.map(({ part }) => part.last - part.first + 1));
    for (const member of members) places.set(member, { xs, rows });
  }
  return places;
}

const familyOf = (one: Found): Family => ({
  x0: one.stack.x0,
  x1: one.stack.x1,
  columns: one.edges.map(({ from, to, ends }) => ({ white: { from, to }, ends: [...ends] })),
  members: [one],
});

const placeIn = ({ from, to }: Span, ends: readonly number[]): number => {
  const inside = ends.filter((end) => end >= from && end <= to);
  return inside.length > 0 ? inside.reduce((sum, end) => sum + end, 0) / inside.length : (from + to) / 2;
};

const shareOf = (white: Span, others: readonly Span[]): Span | undefined =>
  meet([white], others)
    .filter(({ from, to }) => to - from >= LEAST_WHITE * BODY)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];

function joins({ x0, x1, columns, members }: Family, { stack, part, edges, page }: Found, book: Rulebook): boolean {
  if (Math.abs(stack.x0 - x0) > SAME_PLACE || Math.abs(stack.x1 - x1) > SAME_PLACE || edges.length < SHOWN * columns.length) return false;
  const isWhite = columns.every(({ white }) => shareOf(white, part.white) !== undefined);
  const isKnown = edges.every((edge) => columns.some(({ white }) => shareOf(white, [edge]) !== undefined));
  if (!isWhite || !isKnown) return false;
  const isSame = edges.length === columns.length;
  const place = { x0, x1, top: stack.levels[part.first]?.y ?? 0, bottom: stack.levels[part.last + 1]?.y ?? 0 };
  return says(book, 'across-as-elsewhere', isSame || members.some((other) => other.page !== page || other.stack === stack), () => place);
}

/** Parts with fewer columns, above and below, have their edges in the same white: it is narrowed to what they leave of it. */
function narrow({ columns, members }: Family, found: readonly Found[]): void {
  const stacks = new Set(members.map(({ stack }) => stack));
  for (const { stack, edges } of found) {
    if (!stacks.has(stack) || edges.length >= columns.length) continue;
    for (const edge of edges) {
      const over = columns.filter(({ white }) => shareOf(white, [edge]) !== undefined);
      const [column] = over;
      if (column !== undefined && over.length === 1) column.white = shareOf(column.white, [edge]) ?? column.white;
    }
  }
}

function take(family: Family, one: Found): void {
  for (const column of family.columns) {
    column.white = shareOf(column.white, one.part.white) ?? column.white;
    column.ends.push(...one.edges.filter((edge) => shareOf(column.white, [edge]) !== undefined).flatMap(({ ends }) => ends));
  }
  family.members.push(one);
}
