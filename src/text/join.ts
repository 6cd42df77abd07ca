/**
 * The lines of one cell → its value: lines that only wrapped are joined, lines that the author broke stay lines.
 *
 *     │公共施設再生計画出張講座│   full: を would not have fitted      → joined
 *     │を継続実施する。        │   room was left for 公               → \n
 *     │公共施設等総合管理計画の│
 */
import { isAlphanumeric } from './breaking.js';
import type { CellLine } from './cell-lines.js';
import { noEvidence, type Evidence } from './evidence.js';
import { habitOfCell } from './habit.js';
import { jointAfter, type Joint, type JointJudge } from './joint.js';
import { endSpace, type JoinLine } from './set-line.js';

export interface JoinedText {
  readonly text: string;
  /** Joints at which the judge was asked. */
  readonly doubts: number;
  /** Joints that the page itself does not decide: the judge or the author's habits did. */
  readonly guesses: number;
}

/**
 * One cell's lines in reading order, over one or more page parts, to its value. `evidence` is what the other cells of
 * the document show about the columns' width and the author's habits.
 */
export function joinLines(lines: readonly JoinLine[], judge: JointJudge, evidence: Evidence = noEvidence): JoinedText {
  const printed = lines.every(isPrinted) ? lines : lines.filter(isPrinted);
  const [first] = printed;
  if (printed.length < 2) return { text: trimmed(first?.text ?? ''), doubts: 0, guesses: 0 };
  const cell = evidence.describe(printed);
  const habit = (first && evidence.habitOf(first)) ?? habitOfCell(cell);
  const joints: Joint[] = [];
  for (let i = 0; i + 1 < printed.length; i += 1) joints.push(jointAfter(cell, joints, i, { judge, habit, areEntries: evidence.areEntries(printed, i) }));
  return {
    text: assemble(printed, cell.lines, joints, evidence),
    doubts: joints.filter((j) => j.doubtful).length,
    guesses: joints.filter((j) => j.doubtful || j.byHabit === true).length,
  };
}

const isPrinted = (line: JoinLine): boolean => trimmed(line.text) !== '';

function trimmed(text: string): string {
  return text.trim();
}

function assemble(lines: readonly JoinLine[], described: readonly CellLine[], joints: readonly Joint[], evidence: Evidence): string {
  const joined = lines.slice(0, -1).filter((_, i) => joints[i]?.kind === 'join');
  // A producer that ends every line with a space, the last one too, did not find those spaces in the text.
  const [last] = lines.slice(-1);
  const spacesAreTyped = (joined.length === 1 && last !== undefined && endSpace(last) === '') || joined.some((line) => endSpace(line) === '');
  return lines
    .map((line, i) => {
      const text = trimmed(line.text);
      const next = lines[i + 1];
      if (next === undefined) return text;
      if (joints[i]?.kind === 'break') return `${text}\n`;
      if (joints[i]?.kind === 'space') return `${text} `;
      const right = trimmed(next.text);
      if (spacesAreTyped && endSpace(line) !== '') return text + endSpace(line);
      return text + (described[i]?.cutsWord === true || isCut(text, right, evidence) ? '' : eatenSpace(text, right));
    })
    .join('');
}

const url = /(?:https?:\/\/|www\.|@)[\u0021-\u007E]*$/u;
/** Western punctuation that a space follows. */
const spacedPunctuation = /[,;:!?)]$/u;

/** One number, or one word, that the program cut: nobody sets two numbers side by side in a Japanese text. */
function isCut(left: string, right: string, evidence: Evidence): boolean {
  if (/[0-9]$/u.test(left) && /^[0-9]/u.test(right)) return true;
  const [head = '', tail = ''] = [/[A-Za-z]+$/u.exec(left)?.[0], /^[A-Za-z]+/u.exec(right)?.[0]];
  if (head === '' || tail === '') return false;
  return evidence.words.has(head + tail) || (evidence.cutsNumbers && !(evidence.words.has(head) && evidence.words.has(tail)));
}

/** The space that a wrap swallowed between two Latin words. */
function eatenSpace(left: string, right: string): string {
  if (url.test(left)) return '';
  const first = [...right][0] ?? '';
  const last = [...left].at(-1) ?? '';
  const word = /[\u0021-\u007E]+$/u.exec(left)?.[0] ?? '';
  if (isAlphanumeric(first) && isAlphanumeric(last)) return ' ';
  return /^[A-Za-z]$/u.test(first) && spacedPunctuation.test(left) && /[A-Za-z]/u.test(word) ? ' ' : '';
}
