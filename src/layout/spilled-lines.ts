/**
 * Text that is too long for its cell runs on over the ruling, into the cell above or below: its lines belong to the cell that
 * they are in step with.
 *
 * ```
 * │ 職場環境の改善を行いまし │
 * │ 施設利用者の避難訓練を行い│
 * ├─ました。─────────────────┤   in step with the lines above, over the ruling,
 * │ 市民満足度の調査の結果は │   and not in step with the cell's own lines
 * │ 目標を上回りました。     │
 * ```
 * Spreadsheets print it so where a row is too low and the cell is set to the top (lines run out below), or to the middle (at both ends).
 */
import type { Glyph } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { height, overlap } from './geometry.js';
import { gatherRows, type Row } from './lines.js';
import { isSpace } from './marks.js';
import type { FilledCell } from './page-table.js';

/** Lines of one text are as far apart as some other two of it, give or take this, em … */
const IN_STEP = 0.05;
/** … empty lines aside: such a step is this many times as wide as the least. */
const EMPTY_LINE = 1.5;
/** A line of the cell's own lies over its ruling by less than this, em. */
const OVER_RULING = 0.2;
/** Text that runs out of its cell, or reaches its end, does so by this, em. */
const RUNS_OUT = 0.1;
/** Text set to the bottom ends this near (em) to its cell's end. */
const AT_END = 0.5;
/** Lines of one text lie over each other by less than this, em: nobody sets them so that they cannot be read. */
const OVER_LINE = 0.1;
/** Sizes of one text differ by rounding, share. */
const SAME_SIZE = 0.05;

/** The cells of one grid with every such line in the cell that it belongs to; the very same list where there is none. */
export function returnSpilledLines(cells: readonly FilledCell[], book: Rulebook = PLAIN_BOOK): readonly FilledCell[] {
  const below = new Map<string, number>(cells.map(({ cell }, i) => [keyOf(cell.row, cell), i]));
  const moves = new Map<Row, number>();
  cells.forEach((upper, i) => {
    const under = below.get(keyOf(upper.cell.row + upper.cell.rowSpan, upper.cell));
    const lower = under === undefined ? undefined : cells[under];
    if (under === undefined || lower === undefined) return;
    const [above, beneath] = [linesOf(upper), linesOf(lower)];
    const edge = lower.cell.box.top;
    for (const row of spilledDown(above, beneath, edge, lower.cell.box.bottom)) if (says(book, 'spilled-line', true, () => row.box)) moves.set(row, i);
    for (const row of spilledUp(above, beneath, edge, upper.cell.box.top)) if (says(book, 'spilled-line', true, () => row.box)) moves.set(row, under);
  });
  if (moves.size === 0) return cells;
  const homes = new Map<Glyph, number>([...moves].flatMap(([row, home]) => row.members.map(({ glyph }): [Glyph, number] => [glyph, home])));
  const glyphs = cells.map((): Glyph[] => []);
  cells.forEach((filled, i) => {
    for (const glyph of filled.glyphs) glyphs[homes.get(glyph) ?? i]?.push(glyph);
  });
  return cells.map((filled, i) => ({ ...filled, glyphs: (glyphs[i] ?? []).sort((a, b) => a.order - b.order) }));
}

/** Cells of one column that begin with one row. */
const keyOf = (row: number, { col, colSpan }: { readonly col: number; readonly colSpan: number }): string => `${row} ${col} ${colSpan}`;

/** The printed lines of a cell from the top; none where some of its text does not run to the right. */
function linesOf({ glyphs }: FilledCell): readonly Row[] {
  const rows = gatherRows(glyphs).filter(({ members }) => members.some(({ glyph }) => !isSpace(glyph)));
  return rows.every(({ direction }) => direction === 'right') ? rows : [];
}

/** A line by where it lies, in points, seen from the cell that it may have come from. */
interface Step {
  readonly row: Row;
  readonly at: number;
}

/** Lines of the lower cell that go on from the upper one. `edge`: the ruling between them, `far`: the lower cell's other one. */
function spilledDown(above: readonly Row[], beneath: readonly Row[], edge: number, far: number): readonly Row[] {
  const seen = (row: Row): Step => ({ row, at: row.box.top });
  const left = far - (beneath.at(-1)?.box.bottom ?? 0);
  return spilled(above.map(seen), beneath.map(seen), (row) => edge - row.box.top, left, 'down');
}

/** Lines of the upper cell that run ahead of the lower one's; `far`: the upper cell's other ruling. */
function spilledUp(above: readonly Row[], beneath: readonly Row[], edge: number, far: number): readonly Row[] {
  const seen = (row: Row): Step => ({ row, at: -row.box.top });
  const left = (above[0]?.box.top ?? 0) - far;
  return spilled(beneath.toReversed().map(seen), above.toReversed().map(seen), (row) => row.box.bottom - edge, left, 'up');
}

/**
 * `home` ends where `away` begins. `over`: by how much a line lies over the ruling between them. `left`: the room that the text of the
 * other cell leaves at its far end, negative where it runs out of it: text set to the middle of a low row runs out at both.
 */
function spilled(home: readonly Step[], away: readonly Step[], over: (row: Row) => number, left: number, direction: 'down' | 'up'): readonly Row[] {
  const last = home.at(-1);
  if (last === undefined || home.length < 2 || away.length < 2) return [];
  const em = height(last.row.box);
  if (left <= -RUNS_OUT * em) return [];
  const isHomeStep = stepsOf(home, em);
  const isAlike = ({ row }: Step): boolean => Math.abs(height(row.box) - em) <= SAME_SIZE * em;
  // Text set to the top, as most is, begins below its ruling; what runs out below it may be its own.
  const mayBeginOver = direction === 'up' || left <= AT_END * em;
  const inStep = (from: Step, among: readonly Step[]): Step | undefined => among.find((step) => isHomeStep(step.at - from.at) && isAlike(step));
  /** One of the others goes on from it as lines of the other cell do. */
  const goesOn = (line: Step, others: readonly Step[]): boolean => {
    const isOwnStep = stepsOf(others.length > 1 ? others : home, em);
    return others.some((step) => isOwnStep(step.at - line.at));
  };
  const found: Step[] = [];
  const [first] = away;
  if (first !== undefined && inStep(last, [first]) === first && over(first.row) >= OVER_RULING * em) {
    if (!(mayBeginOver && goesOn(first, away.slice(1)))) found.push(first);
  }
  // Those that follow, and lie between the cell's own.
  const rest = away.filter((step) => !found.includes(step));
  const chain: Step[] = [];
  for (let next = inStep(found[0] ?? last, rest); next !== undefined; next = inStep(next, rest)) chain.push(next);
  const others = rest.filter((step) => !chain.includes(step));
  for (const line of others.length === 0 ? [] : chain) {
    if (goesOn(line, others) || !others.some(({ row }) => liesOver(row, line.row) >= OVER_LINE * em)) break;
    found.push(line);
  }
  return found.map(({ row }) => row);
}

/** Tells whether two lines so far apart, points, are neighbours in a text. */
function stepsOf(lines: readonly Step[], em: number): (distance: number) => boolean {
  const distances = lines.flatMap(({ at }, i) => (i === 0 ? [] : [at - (lines[i - 1]?.at ?? at)]));
  const least = Math.min(...distances);
  const most = Math.max(...distances.filter((distance) => distance <= EMPTY_LINE * least));
  return (distance) => distance >= least - IN_STEP * em && distance <= most + IN_STEP * em;
}

/** By how much two lines lie over each other, one above the other. */
function liesOver(a: Row, b: Row): number {
  return overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > 0 ? overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom) : 0;
}
