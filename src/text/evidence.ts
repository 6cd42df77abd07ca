/** What the cells of a document show together that one cell alone does not. */
import { once } from '../model/once.js';
import { cellLines, type CellLines } from './cell-lines.js';
import { gatherEntries } from './entries.js';
import { extentOf, PADDING_MAX, type Room } from './frame.js';
import { addHabits, habitOfCell, unknownHabit, type Habit } from './habit.js';
import { boundsExtent, columnOf, endSpace, SAME_EDGE, type JoinLine } from './set-line.js';

export interface Evidence {
  /** The lines of a cell with what their places say, the room that the document shows for them considered. */
  readonly describe: (cell: readonly JoinLine[]) => CellLines;
  /** How sentences are treated in the line's cell and those nearby; undefined for a line of no cell looked at. */
  readonly habitOf: (line: JoinLine) => Habit | undefined;
  /** The other cells show that the cell's lines `i` and `i + 1` are two entries of a list. */
  readonly areEntries: (cell: readonly JoinLine[], i: number) => boolean;
  /** Latin words that stand whole within lines. */
  readonly words: ReadonlySet<string>;
  /** The program breaks lines inside numbers, and so inside words too. */
  readonly cutsNumbers: boolean;
}

export const noEvidence: Evidence = {
  describe: (cell) => cellLines(cell, () => ({ usableEnd: undefined, padding: undefined })),
  habitOf: () => undefined,
  areEntries: () => false,
  words: new Set(),
  cutsNumbers: false,
};

/**
 * Gathers evidence from the cells of a document (each with its lines in reading order). Cells of one column
 * share their padding: what one line could fill was free for the others too.
 */
export function gatherEvidence(cells: readonly (readonly JoinLine[])[]): Evidence {
  const reached = new Map<string, number>();
  for (const line of cells.flat()) {
    const { sureEnd } = extentOf(line);
    // Text that runs over the cell's edge was not wrapped there.
    if (sureEnd > boundsExtent(line).to) continue;
    const column = columnOf(line);
    reached.set(column, Math.max(reached.get(column) ?? -Infinity, sureEnd));
  }
  const padding = usualPadding(cells);
  const roomOf = (line: JoinLine): Room => ({ usableEnd: reached.get(columnOf(line)), padding });
  const describe = once((cell: readonly JoinLine[]) => cellLines(cell, roomOf));
  return {
    describe,
    habitOf: gatherHabits(cells, describe),
    areEntries: gatherEntries(cells, describe),
    words: gatherWords(cells),
    cutsNumbers: cells.some((cell) => hasCutNumber(cell, describe)),
  };
}

function gatherWords(cells: readonly (readonly JoinLine[])[]): ReadonlySet<string> {
  return new Set(cells.flatMap((cell) => cell.flatMap(({ text }) => [...text.matchAll(/(?<=[^A-Za-z])[A-Za-z]+(?=[^A-Za-z])/gu)].map(([word]) => word))));
}

/** A full line that ends inside a number. */
function hasCutNumber(cell: readonly JoinLine[], describe: Evidence['describe']): boolean {
  const cuts = cell.flatMap((line, i) => (endsInNumber(line) && /^[0-9]/u.test(cell[i + 1]?.text.trimStart() ?? '') ? [i] : []));
  if (cuts.length === 0) return false;
  const { lines } = describe(cell);
  return cuts.some((i) => lines[i]?.fill?.kind === 'full');
}

function endsInNumber(line: JoinLine): boolean {
  return /[0-9]$/u.test(line.text.trimEnd()) && endSpace(line) === '';
}

/**
 * Reports are written by many hands: of an author's habits the cells nearby tell most. The weight of a cell falls to a
 * third (1/e) over so many cells with sentences; measured on the sentence ends of five published reports, each foretold
 * by the others (84 % right when columns were counted as wholes, 89 % so; from 3 to 6 the choice makes no difference).
 */
const NEARBY_CELLS = 5;

function gatherHabits(cells: readonly (readonly JoinLine[])[], describe: Evidence['describe']): (line: JoinLine) => Habit | undefined {
  const habits: Habit[] = [];
  const places = new Map<string, number>();
  for (const cell of cells) {
    if (!cell.some((line) => /[。．｡]/u.test(line.text))) continue;
    for (const line of cell) places.set(placeOf(line), habits.length);
    habits.push(habitOfCell(describe(cell)));
  }
  const before = fading(habits);
  const behind = fading(habits.toReversed()).toReversed();
  const around = habits.map((habit, i) => addHabits(addHabits(habit, before[i] ?? unknownHabit), behind[i] ?? unknownHabit));
  return (line) => around[places.get(placeOf(line)) ?? -1];
}

/** For each cell the habits of those before it, weighed by how near they are. */
function fading(habits: readonly Habit[]): Habit[] {
  let sum = unknownHabit;
  return habits.map((habit) => {
    const before = addHabits(unknownHabit, sum, Math.exp(-1 / NEARBY_CELLS));
    sum = addHabits(habit, before);
    return before;
  });
}

const placeOf = once(({ page, box }: JoinLine): string => `${page} ${box.x0} ${box.top}`);

/** The median of the gaps at the start edge of cells with several lines set to the start. */
function usualPadding(cells: readonly (readonly JoinLine[])[]): number | undefined {
  const gaps = cells.flatMap((cell) => {
    const starts = cell.map((line) => extentOf(line).start - boundsExtent(line).from);
    const [least, most] = [Math.min(...starts), Math.max(...starts)];
    return cell.length > 1 && least >= 0 && most - least <= SAME_EDGE && least <= PADDING_MAX ? [least] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}
