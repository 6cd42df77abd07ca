/**
 * Lists set one entry a line: where an entry fills its line, the column's other cells tell it from text that wraps.
 *
 * ```
 * │ 当初     │ 情報政策課       │      12月 and 当初 stand alone in other cells, numbers aside;
 * │ 12月     │ 情報政策係       │
 * ├──────────┼──────────────────┤
 * │ 3月      │ 保健福祉センター │      and every cell of this column has its second entry below its first
 * │          │ 地域保健係       │
 * └──────────┴──────────────────┘
 * ```
 */
import { once } from '../model/once.js';
import type { CellLines } from './cell-lines.js';
import type { Fill } from './frame.js';
import { endsSentence } from './habit.js';
import { columnOf, type JoinLine } from './set-line.js';

type Cell = readonly JoinLine[];
type Describe = (cell: Cell) => CellLines;

/** Longer lines are text. */
const LONGEST_ENTRY = 12;
const JAPANESE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** So many cells must hold two entries, and nearly all that have two lines; where many have but one, a long entry wraps. */
const ENOUGH_PAIRS = 8;
const NEARLY_ALL = 0.9;
const MOST_SINGLE = 0.25;

/** Whether lines `i` and `i + 1` of a cell are two entries. */
export function gatherEntries(cells: readonly Cell[], describe: Describe): (cell: Cell, i: number) => boolean {
  const stands = gatherAlone(cells, describe);
  const holdsPairs = gatherPairs(cells, describe);
  return (cell, i) => {
    const [left, right] = [cell[i], cell[i + 1]];
    if (left === undefined || right === undefined) return false;
    return (stands(left) && stands(right)) || (cell.length === 2 && keyOf(left) !== undefined && keyOf(right) !== undefined && holdsPairs(left));
  };
}

/** The lines that stand alone for certain: the only one of its cell, or between the cell's ends and breaks that left room. */
function gatherAlone(cells: readonly Cell[], describe: Describe): (line: JoinLine) => boolean {
  const entries = new Set<string>();
  for (const cell of cells) {
    if (cell.every((line) => keyOf(line) === undefined)) continue;
    const breaks = (i: number): boolean => i < 0 || i + 1 >= cell.length || describe(cell).lines[i]?.fill?.kind === 'short';
    cell.forEach((line, i) => {
      const key = keyOf(line);
      if (key !== undefined && breaks(i - 1) && breaks(i)) entries.add(key);
    });
  }
  return (line) => entries.has(keyOf(line) ?? '');
}

/** The columns whose cells hold an entry on their first line and another on their second. */
function gatherPairs(cells: readonly Cell[], describe: Describe): (line: JoinLine) => boolean {
  const columns = new Map<string, { single: number; several: number; broken: number }>();
  for (const cell of cells) {
    const [line] = cell;
    if (line === undefined) continue;
    const column = columns.get(columnOf(line)) ?? { single: 0, several: 0, broken: 0 };
    columns.set(columnOf(line), column);
    if (cell.length === 1) column.single += 1;
    else column.several += 1;
    if (cell.length > 1 && leavesRoom(describe(cell).lines[0]?.fill)) column.broken += 1;
  }
  return (line) => {
    const column = columns.get(columnOf(line));
    if (column === undefined || column.broken < ENOUGH_PAIRS || column.broken < NEARLY_ALL * (column.several - 1)) return false;
    return column.single <= MOST_SINGLE * (column.single + column.several);
  };
}

const leavesRoom = (fill: Fill | null | undefined): boolean => fill?.kind === 'short' || fill?.kind === 'near';

/** What an entry says, numbers aside, in which column; undefined for what is no entry. */
const keyOf = (line: JoinLine): string | undefined => entryKey(line) ?? undefined;

const entryKey = once((line: JoinLine): string | null => {
  const text = line.text.trim();
  if ([...text].length > LONGEST_ENTRY || !JAPANESE_LETTER.test(text) || endsSentence(text)) return null;
  return `${columnOf(line)} ${text.replace(/[0-9０-９]+/gu, '#')}`;
});
