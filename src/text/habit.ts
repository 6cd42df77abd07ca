/** How an author treats sentences: each on a line of its own, or run on. */
import type { CellLines } from './cell-lines.js';

/** `まちカフェ！」` is a name: only a full stop ends a sentence behind its quotation mark. */
export const sentenceEnd = /(?:[。．｡][」』）)】〕]*|[！？])$/u;
/** A sentence that ends before the line does, with another behind it on the same line. */
const runOn = /[。｡](?=([^」』）)】〕。｡\s].*))/gu;
/** What ties a sentence to the one before it, words or an opening parenthesis: authors run these on more often than others. */
const connective = /^(?:また|さらに|更に|なお|あわせて|併せて|加えて|しかし|一方|結果|そ(?:の|れ)|こ(?:の|れ)|[(（])/u;

export function isConnective(text: string): boolean {
  return connective.test(text.trimStart());
}

/** Sentence ends where the next sentence begins a new line for certain, and where it runs on, by what the next begins with. */
export interface Habit {
  readonly connective: SentenceCount;
  readonly other: SentenceCount;
}

interface SentenceCount {
  readonly broken: number;
  readonly runOn: number;
}

const none: SentenceCount = { broken: 0, runOn: 0 };
export const unknownHabit: Habit = { connective: none, other: none };

function addCounts(a: SentenceCount, b: SentenceCount): SentenceCount {
  return { broken: a.broken + b.broken, runOn: a.runOn + b.runOn };
}

export function addHabits(a: Habit, b: Habit): Habit {
  return { connective: addCounts(a.connective, b.connective), other: addCounts(a.other, b.other) };
}

/** What one cell shows, its bulleted items left out: sentences run on in those whatever the author does elsewhere. */
export function habitOfCell(cell: CellLines): Habit {
  let habit = unknownHabit;
  let inItem = false;
  for (const [i, line] of cell.lines.entries()) {
    const starts = i === 0 || cell.lines[i - 1]?.fill?.kind === 'short';
    if (line.bullet !== null) inItem = true;
    else if (starts) inItem = false;
    if (inItem) continue;
    for (const found of line.text.trim().matchAll(runOn)) habit = addHabits(habit, seen(found[1] ?? '', { broken: 0, runOn: 1 }));
    const next = cell.lines[i + 1];
    if (next !== undefined && next.bullet === null && line.fill?.kind === 'short' && sentenceEnd.test(line.text.trimEnd())) {
      habit = addHabits(habit, seen(next.text, { broken: 1, runOn: 0 }));
    }
  }
  return habit;
}

function seen(next: string, count: SentenceCount): Habit {
  return isConnective(next) ? { connective: count, other: none } : { connective: none, other: count };
}

/** The cell itself says more about its author than a cell beside it. */
const CELL_WEIGHT = 2;

/** Whether a sentence begins a new line where the page does not show it. */
export function breaksSentences(cell: Habit, column: Habit, nextIsConnective: boolean): boolean {
  const lead = ({ broken, runOn: run }: SentenceCount): number => broken - run;
  const ofKind = (habit: Habit): number => lead(nextIsConnective ? habit.connective : habit.other);
  const ofAll = (habit: Habit): number => lead(habit.connective) + lead(habit.other);
  const byKind = CELL_WEIGHT * ofKind(cell) + ofKind(column);
  if (byKind !== 0) return byKind > 0;
  const byAll = CELL_WEIGHT * ofAll(cell) + ofAll(column);
  return byAll !== 0 ? byAll > 0 : !nextIsConnective;
}
