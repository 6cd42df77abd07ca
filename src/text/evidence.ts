/** What the cells of a document show together that one cell alone does not. */
import { cellLines } from './cell-lines.js';
import { extentOf, PADDING_MAX, type Room } from './frame.js';
import { addHabits, habitOfCell, unknownHabit, type Habit } from './habit.js';
import { boundsExtent, type JoinLine } from './set-line.js';

export interface Evidence {
  readonly roomOf: (line: JoinLine) => Room;
  /** How sentences are treated in the line's column. */
  readonly habitOf: (line: JoinLine) => Habit;
}

export const noEvidence: Evidence = { roomOf: () => ({ usableEnd: undefined, padding: undefined }), habitOf: () => unknownHabit };

/**
 * Gathers evidence from the cells of a document (each with its lines in reading order). Cells of one column
 * share their padding: what one line could fill was free for the others too. And they were written by one hand.
 */
export function gatherEvidence(cells: readonly (readonly JoinLine[])[]): Evidence {
  const reached = new Map<string, number>();
  for (const line of cells.flat()) {
    const { sureEnd } = extentOf(line);
    // Text that runs over the cell's edge was not wrapped there.
    if (sureEnd > boundsExtent(line).to) continue;
    reached.set(columnOf(line), Math.max(reached.get(columnOf(line)) ?? -Infinity, sureEnd));
  }
  const padding = usualPadding(cells);
  const roomOf = (line: JoinLine): Room => ({ usableEnd: reached.get(columnOf(line)), padding });
  const habits = new Map<string, Habit>();
  for (const cell of cells) {
    const [first] = cell;
    if (first === undefined) continue;
    const column = columnOf(first);
    habits.set(column, addHabits(habits.get(column) ?? unknownHabit, habitOfCell(cellLines(cell, roomOf))));
  }
  return { roomOf, habitOf: (line) => habits.get(columnOf(line)) ?? unknownHabit };
}

/** The median of the gaps at the start edge of cells with several lines set to the start. */
function usualPadding(cells: readonly (readonly JoinLine[])[]): number | undefined {
  const gaps = cells.flatMap((cell) => {
    const starts = cell.map((line) => extentOf(line).start - boundsExtent(line).from);
    const [least, most] = [Math.min(...starts), Math.max(...starts)];
    return cell.length > 1 && least >= 0 && most - least <= SAME_EDGE && least <= PADDING_MAX ? [least] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/** Columns whose edges differ by less than this many points are one column, on whatever page. */
const SAME_EDGE = 1;

function columnOf(line: JoinLine): string {
  const { from, to } = boundsExtent(line);
  return [line.writing, Math.round(from / SAME_EDGE), Math.round(to / SAME_EDGE)].join(' ');
}
