/** How an author treats sentences: each on a line of its own, or run on. */
import type { CellLine, CellLines } from './cell-lines.js';

/** `まちカフェ！」` is a name: only a full stop ends a sentence behind its quotation mark. A remark may follow: 。（再掲） */
const sentenceEnd = /(?:[。．｡][」』）)】〕]*(?:[（(][^（）()]*[）)])?|[！？])$/u;
/** A bracket opened on the line and not closed: what ends there is no sentence of the text's own. */
const unclosed = /[「『（(【〔][^」』）)】〕]*$/u;

/** Whether a line ends a sentence. */
export function endsSentence(text: string): boolean {
  const line = text.trimEnd();
  return sentenceEnd.test(line) && !unclosed.test(line);
}

const opening = /[「『（(【〔]/u;
const closing = /[」』）)】〕]/u;

/** Whether a bracket is open where the line ends: the text runs on. One that closes what the line did not open numbers an item: ア）. */
export function leavesOpen(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (opening.test(c)) depth += 1;
    else if (closing.test(c)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

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

/**
 * Sentence ends where the next sentence begins a new line for certain, and where it runs on, by what the next one is;
 * each counts as much as its place tells about the one in question.
 */
export type Habit = Readonly<Record<Sequel, SentenceCount>>;

interface SentenceCount {
  readonly broken: number;
  readonly runOn: number;
}

const none: SentenceCount = { broken: 0, runOn: 0 };
export const unknownHabit: Habit = { remark: none, connective: none, other: none };

/** `weight`: how much `b` counts. */
export function addHabits(a: Habit, b: Habit, weight = 1): Habit {
  const add = (x: SentenceCount, y: SentenceCount): SentenceCount => ({ broken: x.broken + weight * y.broken, runOn: x.runOn + weight * y.runOn });
  return { remark: add(a.remark, b.remark), connective: add(a.connective, b.connective), other: add(a.other, b.other) };
}

function leavesRoom(line: CellLine | undefined): boolean {
  return line?.fill?.kind === 'short' || line?.fill?.kind === 'near';
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
    const starts = i === 0 || leavesRoom(cell.lines[i - 1]);
    if (starts || line.bullet !== null) inItem = line.bullet !== null || (inItem && sequelOf(line.text) === 'remark');
    for (const found of line.text.trim().matchAll(runOn)) see(found[1] ?? '', { broken: 0, runOn: 1 });
    const next = cell.lines[i + 1];
    if (next !== undefined && next.bullet === null && leavesRoom(line) && endsSentence(line.text)) {
      see(next.text, { broken: 1, runOn: 0 });
    }
  }
  return habit;
}

/** Whether the sequel of a sentence begins a new line where the page does not show it, from what the author does nearby. */
export function breaksSentences(habit: Habit, sequel: Sequel, inItem: boolean): boolean {
  const lead = ({ broken, runOn: run }: SentenceCount): number => broken - run;
  const byKind = lead(habit[sequel]);
  if (sequel === 'remark') return byKind > 0;
  if (inItem) return false;
  if (byKind !== 0) return byKind > 0;
  const byAll = lead(habit.connective) + lead(habit.other);
  return byAll !== 0 ? byAll > 0 : sequel === 'other';
}
