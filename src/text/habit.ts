/** How an author treats sentences: each on a line of its own, or run on. */
import type { CellLines } from './cell-lines.js';

/** `まちカフェ！」` is a name: only a full stop ends a sentence behind its quotation mark. */
export const sentenceEnd = /(?:[。．｡][」』）)】〕]*|[！？])$/u;
/** A sentence that ends before the line does, with another behind it on the same line. */
const runOn = /[。｡](?=([^」』）)】〕。｡\s].*))/gu;
/** Words that tie a sentence to the one before it: authors run these on more often than others. */
const connective = /^(?:また|さらに|更に|なお|あわせて|併せて|加えて|しかし|一方|結果|今後|うち|両|そ(?:の|れ)|こ(?:の|れ))/u;
const remark = /^[(（]/u;

/** What may follow a sentence: a remark on it in parentheses, a sentence tied to it by its first word, or any other. */
export type Sequel = 'remark' | 'connective' | 'other';

export function sequelOf(text: string): Sequel {
  const next = text.trimStart();
  return remark.test(next) ? 'remark' : connective.test(next) ? 'connective' : 'other';
}

/** Sentence ends where the next sentence begins a new line for certain, and where it runs on, by what the next one is. */
export type Habit = Readonly<Record<Sequel, SentenceCount>>;

interface SentenceCount {
  readonly broken: number;
  readonly runOn: number;
}

const none: SentenceCount = { broken: 0, runOn: 0 };
export const unknownHabit: Habit = { remark: none, connective: none, other: none };

function addCounts(a: SentenceCount, b: SentenceCount): SentenceCount {
  return { broken: a.broken + b.broken, runOn: a.runOn + b.runOn };
}

export function addHabits(a: Habit, b: Habit): Habit {
  return {
    remark: addCounts(a.remark, b.remark),
    connective: addCounts(a.connective, b.connective),
    other: addCounts(a.other, b.other),
  };
}

/** What one cell shows. In bulleted items only remarks count: their sentences run on whatever the author does elsewhere. */
export function habitOfCell(cell: CellLines): Habit {
  let habit = unknownHabit;
  let inItem = false;
  const see = (text: string, count: SentenceCount): void => {
    const sequel = sequelOf(text);
    if (!inItem || sequel === 'remark') habit = addHabits(habit, { ...unknownHabit, [sequel]: count });
  };
  for (const [i, line] of cell.lines.entries()) {
    const starts = i === 0 || cell.lines[i - 1]?.fill?.kind === 'short';
    if (starts || line.bullet !== null) inItem = line.bullet !== null || (inItem && sequelOf(line.text) === 'remark');
    for (const found of line.text.trim().matchAll(runOn)) see(found[1] ?? '', { broken: 0, runOn: 1 });
    const next = cell.lines[i + 1];
    if (next !== undefined && next.bullet === null && line.fill?.kind === 'short' && sentenceEnd.test(line.text.trimEnd())) {
      see(next.text, { broken: 1, runOn: 0 });
    }
  }
  return habit;
}

/** The cell itself says more about its author than a cell beside it. */
const CELL_WEIGHT = 2;

/** Whether the sequel of a sentence begins a new line where the page does not show it. */
export function breaksSentences(cell: Habit, column: Habit, sequel: Sequel, inItem: boolean): boolean {
  const lead = ({ broken, runOn: run }: SentenceCount): number => broken - run;
  const byKind = CELL_WEIGHT * lead(cell[sequel]) + lead(column[sequel]);
  if (sequel === 'remark') return byKind > 0;
  if (inItem) return false;
  if (byKind !== 0) return byKind > 0;
  const ofSentences = (habit: Habit): number => lead(habit.connective) + lead(habit.other);
  const byAll = CELL_WEIGHT * ofSentences(cell) + ofSentences(column);
  return byAll !== 0 ? byAll > 0 : sequel === 'other';
}
