/**
 * Labels set upright, a character below the other, that their cell wraps into lines from right to left.
 *
 * ```
 * │ 取 R3 │    Nothing but the place of its characters says that this is R3年度の取組状況 and not a text of five lines
 * │ 組 年 │    of two characters each. It is certain where they were painted down the lines, where the lines are set
 * │ 状 度 │    off against each other, and nearly so where the line at the right is longer: text that runs across ends
 * │ 況 の │    at the right of its last line. Else both readings stand, and whoever knows which label to expect decides.
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import { boundingBox, centreX, centreY, groupWithin, height, median, overlap, width } from './geometry.js';
import { isSpace } from './marks.js';
import { ASIDE, isColumn, isLabel, NARROW, pitches, sidewaysGroups } from './stacks.js';

/** The characters of the next line stand this far off (em) at least, middle to middle: touching, a little squeezed. */
const NEXT_LINE = 0.9;
/** Lines this far apart (em), and further than the characters within them, are upright lines. */
const APART = 1.3;
/** A label has no more lines than this; ordinary text has many characters beside each other. */
const MOST_LINES = 3;
/** A label is no longer than this. */
const LONGEST = 24;
/** Characters of two lines whose tops differ by no more than this (em) stand on one row. */
const LEVEL = 0.2;
/** A column of this many characters is a label set upright though its cell is wide, if it is tall too. */
const TALL = 3;

/** Marks (○, ■, ×) stand beside what they mark, between its lines too: see `beside.ts`. */
const MARK = /[\p{So}\p{Sm}]/u;

/** A character, or figures and letters side by side in the line (縦中横). */
type Unit = readonly Glyph[];

/** `lines` from right to left. `sure`: no other reading is possible; `likely`: more so than lines that run across. */
export interface UprightLines {
  readonly lines: readonly (readonly Glyph[])[];
  readonly verdict: 'sure' | 'likely' | 'possible';
}

/** The cell's characters as two or three upright lines; undefined where they cannot be. */
export function readUprightLines(glyphs: readonly Glyph[], cell: Box): UprightLines | undefined {
  const printed = glyphs.filter((glyph) => !isSpace(glyph));
  if (printed.length > LONGEST) return undefined;
  const size = median(printed.map((glyph) => glyph.size));
  // Most cells are too wide for any number of upright lines.
  if (width(cell) >= NARROW * size * MOST_LINES && height(cell) <= width(cell)) return undefined;
  if (printed.every((glyph) => glyph.vertical) || !isLabel(printed)) return undefined;
  if (!printed.every((glyph) => (glyph.turn === 0 || glyph.turn === 90) && !MARK.test(glyph.text))) return undefined;
  const lines = toLines(toUnits(printed, size), size);
  if (lines === undefined) return undefined;
  const narrow = width(cell) < NARROW * size * lines.length;
  const tall = height(cell) > width(cell) && lines.some((line) => line.length >= TALL);
  if (!narrow && !tall) return undefined;
  // A single character from the vertical font shows how the whole cell is set.
  const isSure = printed.some((glyph) => glyph.vertical);
  return { lines: lines.map((line) => line.flat()), verdict: isSure ? 'sure' : verdictOf(lines, size) };
}

function toUnits(printed: readonly Glyph[], size: number): Unit[] {
  const upright = printed.filter((glyph) => glyph.turn === 0);
  const turned = printed.filter((glyph) => glyph.turn !== 0);
  const rows = groupWithin(upright, (glyph) => centreY(glyph.box), LEVEL * size);
  return [...rows.flatMap((row) => sidewaysGroups(row.sort((a, b) => a.box.x0 - b.box.x0))), ...turned.map((glyph): Unit => [glyph])];
}

const boxOf = (unit: Unit): Box => boundingBox(unit.map((glyph) => glyph.box));
const topOf = (unit: Unit): number => boxOf(unit).top;

/** Lines from right to left, each from its top; undefined where the units do not stand in such lines. */
function toLines(units: readonly Unit[], size: number): Unit[][] | undefined {
  const lines: { at: number; units: Unit[] }[] = [];
  for (const { unit, at } of units.map((unit) => ({ unit, at: centreX(boxOf(unit)) })).sort((a, b) => b.at - a.at)) {
    const line = lines[lines.length - 1];
    if (line && line.at - at <= ASIDE * size) line.units.push(unit);
    else lines.push({ at, units: [unit] });
  }
  if (lines.length < 2 || lines.length > MOST_LINES || lines.every((line) => line.units.length < 2)) return undefined;
  if (lines.some((line, i) => i > 0 && (lines[i - 1]?.at ?? 0) - line.at < NEXT_LINE * size)) return undefined;
  const sorted = lines.map((line) => line.units.sort((a, b) => topOf(a) - topOf(b)));
  return sorted.every((line) => isColumn(line, size)) ? sorted : undefined;
}

function verdictOf(lines: readonly (readonly Unit[])[], size: number): UprightLines['verdict'] {
  const painted = paintedAlong(lines, size);
  if (painted === 'down' || isSetOff(lines, size)) return 'sure';
  const middles = lines.map((line) => median(line.map((unit) => centreX(boxOf(unit)))));
  const across = Math.min(...middles.slice(1).map((at, i) => (middles[i] ?? 0) - at));
  const down = Math.max(...lines.flatMap(pitches));
  // Labels spread over two rows have such gaps too.
  const isSpaced = painted !== 'across' && across >= APART * size && across > down;
  return isSpaced || endsAtTheRight(lines, size) ? 'likely' : 'possible';
}

/** Programs paint the characters of a text in its order. */
function paintedAlong(lines: readonly (readonly Unit[])[], size: number): 'down' | 'across' | 'neither' {
  const placed = lines.flatMap((line, i) => line.map((unit) => ({ unit, line: i, order: Math.min(...unit.map((glyph) => glyph.order)) })));
  placed.sort((a, b) => a.order - b.order);
  let [down, across] = [0, 0];
  placed.forEach(({ unit, line }, i) => {
    const before = placed[i - 1];
    if (before === undefined) return;
    const step = topOf(unit) - topOf(before.unit);
    if (before.line === line && step > 0) down += 1;
    else if (before.line === line + 1 && Math.abs(step) <= LEVEL * size) across += 1;
  });
  // Each line but the first begins with a step of neither kind, or with one that the other reading would have taken.
  if (down >= placed.length - lines.length && across < down) return 'down';
  return across > 0 ? 'across' : 'neither';
}

/** A line's characters stand beside the gaps of its neighbour's: no row of text holds both. */
function isSetOff(lines: readonly (readonly Unit[])[], size: number): boolean {
  return lines.slice(1).some((line, i) => {
    const beside = (lines[i] ?? []).map(boxOf);
    return line.some((unit) => {
      const box = boxOf(unit);
      const shared = beside.filter((other) => overlap(box.top, box.bottom, other.top, other.bottom) > LEVEL * size);
      return shared.length > 0 && shared.every((other) => Math.min(Math.abs(other.top - box.top), Math.abs(other.bottom - box.bottom)) > LEVEL * size);
    });
  });
}

/** Rows hold characters of the lines at the right alone, and none of the lines at the left alone. */
function endsAtTheRight(lines: readonly (readonly Unit[])[], size: number): boolean {
  const has = (line: readonly Unit[] | undefined, top: number): boolean => (line ?? []).some((unit) => Math.abs(topOf(unit) - top) <= LEVEL * size);
  const tops = lines.flat().map(topOf);
  const rows = tops.map((top) => lines.map((line) => has(line, top)));
  const isShort = (row: readonly boolean[], end: 'left' | 'right'): boolean => (end === 'left' ? row[0] === false : row.at(-1) === false);
  return rows.some((row) => isShort(row, 'right')) && !rows.some((row) => isShort(row, 'left'));
}
