/**
 * Rows of a stack → parts: rows below each other that keep to the same columns.
 *
 * ```
 *   ───────────────────────────────────
 *    市の目標        笑顔のまち              two rows of two cells each,
 *   ───────────────────────────────────
 *    部の目標        窓口を便利にし、案内
 *   ───────────────────────────────────
 *    概要    人員    231人     予算規模      and one whose white the texts above run over:
 *   ───────────────────────────────────     another part, with columns of its own
 * ```
 */
import { gaps, meet, type Span } from '../intervals.js';
import { isPadding } from '../gutters/channels.js';
import type { BandRow, Piece } from './rows.js';

/** Rows `first` to `last`, inclusive, and the white that all of them share. */
export interface Part {
  readonly first: number;
  readonly last: number;
  readonly white: readonly Span[];
}

/** Padding on both sides of a cell's edge is at least this wide together, em of the row's text. */
const LEAST_WHITE = 0.25;
/** White as wide as this is none between words, em … */
const WIDE = 0.9;
/** … nor is a little less that several lines keep to, em. */
const BESIDE_LINES = 0.6;
const SEVERAL_LINES = 3;
/** White from here on (em) parts phrases. */
const BETWEEN_PHRASES = 0.72;
/** A row without text is at least this share of the lowest row with text: less is the white between two tables. */
const LOWEST_ROW = 0.95;

/** What white does in one row. */
export interface Seen {
  /** Text stands on both sides. */
  readonly isBoth: boolean;
  /** The white is too wide for a space, or several lines leave it. */
  readonly isClear: boolean;
  /** On some line it stands between two texts, not in one. */
  readonly isParted: boolean;
  /** It cuts a text between two words. */
  readonly isInText: boolean;
}

export function look({ pieces }: BandRow, { from, to }: Span): Seen {
  const left = pieces.filter(({ x1 }) => x1 <= from + 0.01);
  const right = pieces.filter(({ x0 }) => x0 >= to - 0.01);
  if (left.length === 0 || right.length === 0) return { isBoth: false, isClear: false, isParted: false, isInText: false };
  const size = sizeOf(pieces);
  const start = Math.min(...right.map(({ x0 }) => x0));
  const white = (start - Math.max(...left.map(({ x1 }) => x1))) / size;
  const lines = new Set(pieces.map(({ line }) => line)).size;
  return { isBoth: true, isClear: white >= WIDE || (white >= BESIDE_LINES && lines >= SEVERAL_LINES), ...inText(left, right) };
}

const sizeOf = (pieces: readonly Piece[]): number => Math.max(0, ...pieces.map(({ size }) => size));

/** Whether the white is a space between two words on some line, and whether it parts two texts on some. */
function inText(left: readonly Piece[], right: readonly Piece[]): Pick<Seen, 'isParted' | 'isInText'> {
  const lastOn = new Map<number, Piece>();
  for (const piece of left) if (piece.x1 > (lastOn.get(piece.line)?.x1 ?? -Infinity)) lastOn.set(piece.line, piece);
  const firstOn = new Map<number, Piece>();
  for (const piece of right) if (piece.x0 < (firstOn.get(piece.line)?.x0 ?? Infinity)) firstOn.set(piece.line, piece);
  let [isParted, isInText, shared] = [false, false, 0];
  for (const [line, before] of lastOn) {
    const after = firstOn.get(line);
    if (after === undefined) continue;
    shared += 1;
    const isOne = before.phrase !== undefined && before.phrase === after.phrase;
    isParted ||= !isOne;
    isInText ||=
      isOne &&
      before.word !== undefined &&
      after.word !== undefined &&
      after.x0 - before.x1 < BETWEEN_PHRASES * before.size &&
      !isPadding(before.word, after.word);
  }
  return { isParted: isParted || shared === 0, isInText };
}

/** A row with so many times as many columns begins a part of its own. */
const MORE = 2;

interface Growing {
  first: number;
  last: number;
  /** Rows with text. */
  rows: number;
  white: readonly Span[];
  /** White that parts the texts of a row for sure; narrowed to what all rows leave of it. */
  needed: readonly Span[];
}

export function partsOf(rows: readonly BandRow[], within: Span): Part[] {
  const parts: Growing[] = [];
  const lowest = Math.min(...rows.filter(({ pieces }) => pieces.length > 0).map(({ top, bottom }) => bottom - top));
  let open: Growing | undefined;
  rows.forEach((row, i) => {
    if (row.pieces.length === 0) {
      if (row.bottom - row.top < LOWEST_ROW * lowest) open = undefined;
      else if (open !== undefined) open.last = i;
      return;
    }
    const grown: Growing | undefined = open === undefined ? undefined : joined(open, row, i, within);
    if (grown !== undefined && open !== undefined) Object.assign(open, grown);
    else {
      open = { first: i, last: i, rows: 1, white: whiteOf(row, within), needed: clearIn(row, within) };
      parts.push(open);
    }
  });
  return parts;
}

/** The white that a row leaves. */
export const whiteOf = (row: BandRow, within: Span): Span[] =>
  gaps(spansOf(row), within).filter(({ from, to }) => to - from >= LEAST_WHITE * sizeOf(row.pieces));

const spansOf = ({ pieces }: BandRow): Span[] => pieces.map(({ x0, x1 }) => ({ from: x0, to: x1 }));

const clearIn = (row: BandRow, within: Span): Span[] =>
  whiteOf(row, within).filter((white) => {
    const { isClear, isInText } = look(row, white);
    return isClear && !isInText;
  });

/** The part with the row; undefined where the row has other columns. */
function joined(part: Growing, row: BandRow, at: number, within: Span): Growing | undefined {
  const least = LEAST_WHITE * sizeOf(row.pieces);
  const isWide = ({ from, to }: Span): boolean => to - from >= least;
  const white = meet(part.white, whiteOf(row, within)).filter(isWide);
  const inWhite = ({ from, to }: Span): Span | undefined =>
    meet(white, [{ from, to }])
      .filter(isWide)
      .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const kept = part.needed.map(inWhite);
  if (kept.some((span) => span === undefined)) return undefined;
  const own = clearIn(row, within);
  // A row of one text says nothing of columns, but for one that fits into a column.
  const narrowed = kept.filter((span) => span !== undefined);
  if (own.length === 0 && narrowed.length > 0 && !isOneCell(row, narrowed)) return undefined;
  const found = own.flatMap((span) => inWhite(span) ?? []);
  const extra = own.length - found.length;
  const isKnown = (span: Span): boolean => part.needed.some((other) => meet([other], [span]).length > 0);
  if (extra > 0 && (extra > 1 || found.length < 2 || part.rows < 2 || !found.every(isKnown))) return undefined;
  // Many more columns than above: a header over several of them, or a row of its own, stands above.
  if (own.length >= MORE * part.needed.length && own.length > part.needed.length) return undefined;
  const needed = [...narrowed];
  for (const span of found) if (!needed.some((other) => meet([other], [span]).length > 0)) needed.push(span);
  return { first: part.first, last: at, rows: part.rows + 1, white, needed };
}

/** All of the row's text stands between two columns' edges, behind the first. */
function isOneCell(row: BandRow, needed: readonly Span[]): boolean {
  const start = Math.min(...row.pieces.map(({ x0 }) => x0));
  return needed.some(({ to }) => start >= to - 0.01);
}
