/** Whether a stack's rulings part its rows, or stand only above the header, below it and at the end. */
import { groupWithin } from '../geometry.js';
import { isValue } from '../gutters/values.js';
import type { BandRow, Piece } from './rows.js';
import { cellsOf } from './sure.js';

/** Lines of one cell are no further apart than this, baseline to baseline, em. */
const LEADING = 2.1;
/** White between lines of a row that exceeds the white within its cells by this, em, parts rows. */
const PAUSE = 0.45;
/** A line with so much room left, em, was ended on purpose. */
const ROOM = 2;
/** So many of the rows hold several at most, as a share. */
const MOST = 0.34;
/** So many figures below each other, with as many texts beside them, are rows in any case. */
const MANY = 3;
/** Texts stand on one line within this, em. */
const SAME_LINE = 0.3;
/** A header and what stands below it: with more rows than that between rulings, these part the rows. */
const FRAMED_ROWS = 2;

/** `xs`: the edges of each row; `known`: rows that are known to have these columns, here or on other pages. */
export function holdSeveral(rows: readonly BandRow[], xs: readonly (readonly number[])[], known: number): boolean {
  const parted = rows.flatMap((row, i) => ((xs[i]?.length ?? 0) > 0 ? [{ row, xs: xs[i] ?? [] }] : []));
  if (parted.some(({ row, xs }) => holdsMany(row, xs))) return true;
  const test = Math.max(known, parted.length) <= FRAMED_ROWS ? holdsSeveral : holdsFigures;
  return parted.filter(({ row, xs }) => test(row, xs)).length > MOST * parted.length;
}

interface Line {
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly isValue: boolean;
}

const columnsOf = (row: BandRow, xs: readonly number[]): Line[][] => cellsOf(row, xs).map(linesOf);

/** Several columns have as many figures below each other: figures never wrap. */
function holdsFigures(row: BandRow, xs: readonly number[]): boolean {
  const counts = columnsOf(row, xs).flatMap((lines) => (lines.length > 1 && lines.every((line) => line.isValue) ? [lines.length] : []));
  return counts.some((count, i) => counts.indexOf(count) < i);
}

/** Many figures below each other, each on the line of a text of another column. */
function holdsMany(row: BandRow, xs: readonly number[]): boolean {
  const columns = columnsOf(row, xs);
  return columns.some((lines, c) => {
    if (lines.length < MANY || !lines.every((line) => line.isValue)) return false;
    const isBeside = (other: Line): boolean => lines.some((line) => Math.abs(line.bottom - other.bottom) <= SAME_LINE * line.size);
    return columns.some((others, o) => o !== c && others.filter(isBeside).length >= MANY);
  });
}

function holdsSeveral(row: BandRow, xs: readonly number[]): boolean {
  const columns = columnsOf(row, xs);
  const wrapped = columns.filter((lines) => lines.length > 1);
  if (wrapped.length === 0) return false;
  if (columns.some((lines) => lines.length > 1 && lines.every((line) => line.isValue))) return wrapped.length > 1;
  const white = Math.min(...wrapped.flatMap((lines) => lines.slice(1).map((line, i) => (line.top - (lines[i]?.bottom ?? 0)) / line.size)));
  if (white > LEADING - 1) return true;
  if (pausesIn(columns.flat()) > white + PAUSE) return true;
  return wrapped.filter(isUnfilled).length > 1 && wrapped.length * 2 > columns.length;
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const upright = pieces.filter(({ word }) => word !== undefined);
  return groupWithin(upright, ({ bottom }) => bottom, 1).map((own): Line => {
    const phrases = new Set(own.map(({ phrase }) => phrase));
    return {
      x1: Math.max(...own.map(({ x1 }) => x1)),
      top: Math.min(...own.map(({ top }) => top)),
      bottom: Math.max(...own.map(({ bottom }) => bottom)),
      size: own[0]?.size ?? 1,
      isValue: [...phrases].every((phrase) => phrase !== undefined && isValue(phrase)),
    };
  });
}

/** The widest white between lines over all columns, em. */
function pausesIn(lines: readonly Line[]): number {
  let widest = 0;
  let bottom = Infinity;
  for (const line of [...lines].sort((a, b) => a.top - b.top)) {
    widest = Math.max(widest, (line.top - bottom) / line.size);
    bottom = Math.max(bottom === Infinity ? -Infinity : bottom, line.bottom);
  }
  return widest;
}

/** Most lines but the last left room for more. */
function isUnfilled(lines: readonly Line[]): boolean {
  const edge = Math.max(...lines.map(({ x1 }) => x1));
  const joints = lines.slice(0, -1);
  return joints.filter(({ x1, size }) => edge - x1 > ROOM * size).length * 2 > joints.length;
}
