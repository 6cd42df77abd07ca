/** Whether the text runs on from one line of a cell to the next. */
import { isAlphanumeric, isHalfWidth } from './breaking.js';
import { bulletOf, type Bullet } from './bullets.js';
import { breaksSentences, endsSentence, leavesOpen, sequelOf, type Habit } from './habit.js';
import { INDENT_EM, TYPED_INDENT_EM, type CellLine, type CellLines } from './cell-lines.js';
import { PARAGRAPH_INDENT_MAX_EM } from './frame.js';

/**
 * Says of two neighbouring lines whether the text runs on; asked only where geometry leaves doubt. `inside`: the joint falls
 * inside a word, or at a word that leans on the one beside it, where nobody breaks a line.
 */
export type JointJudge = (left: string, right: string) => 'inside' | 'join' | 'break';

export interface Joint {
  /** `space`: the text runs on behind a space that the wrap swallowed. */
  readonly kind: 'join' | 'space' | 'break';
  /** True where the judge was asked. */
  readonly doubtful: boolean;
  /** True where the page does not tell, and the author's habits decided. */
  readonly byHabit?: true;
}

const authored: Joint = { kind: 'break', doubtful: false };
const wrapped: Joint = { kind: 'join', doubtful: false };
const spaced: Joint = { kind: 'space', doubtful: true };

const closingEnd = /[」』）)】〕〉》＞>]$/u;

export interface Advice {
  readonly judge: JointJudge;
  /** How the author treats sentences here. */
  readonly habit: Habit;
  /** The document's other cells show that the lines are two entries of a list. */
  readonly areEntries: boolean;
}

/** The joint between line `i` and the next, given the joints before it. */
export function jointAfter(cell: CellLines, before: readonly Joint[], i: number, { judge, habit, areEntries }: Advice): Joint {
  const left = cell.lines[i];
  const right = cell.lines[i + 1];
  if (left === undefined || right === undefined || left.fill === null) return authored;
  const leavesRoom = left.fill.kind === 'short' || left.fill.kind === 'near';
  if (leavesRoom && mayHaveSwallowedSpace(cell, left, right, left.fill.lean) && judge(left.text, right.text) !== 'inside') return spaced;
  if (left.fill.kind === 'short' || areEntries) return authored;
  const isHead = i === 0 || before[i - 1]?.kind === 'break';
  if (beginsByIndent(cell, left, right, isHead)) return authored;
  if (beginsHanging(left, right, cell.lines[i + 2])) return authored;
  if (right.bullet !== null && beginsItem(cell, before, i, right.bullet)) return authored;
  if (isParallel(cell, before, i)) return authored;
  const mayHaveFitted = left.fill.kind === 'near' || (left.fill.kind === 'unsure' && left.fill.lean > 0);
  if (endsSentence(left.text)) return mayHaveFitted ? authored : afterSentence(cell, before, i, right, habit);
  const spaceExpected = spacesAlways(cell, left);
  if (!mayHaveFitted && !spaceExpected) return wrapped;
  const verdict = judge(left.text, right.text);
  const runsOn = !mayHaveFitted || verdict === 'inside' || (verdict === 'join' && !(left.fill.kind === 'near' && isList(cell)));
  if (!runsOn) return { kind: 'break', doubtful: true };
  return { kind: spaceExpected && verdict !== 'inside' ? 'space' : 'join', doubtful: true };
}

/** True where the cell breaks other lines that end neither a sentence nor a remark: between words, a further break is no surprise. */
function isList(cell: CellLines): boolean {
  return cell.lines.some(({ fill, text }) => fill?.kind === 'short' && !endsSentence(text) && !closingEnd.test(text.trimEnd()));
}

/** A half-width space is at most half an em wide, and a rounding. */
const SPACE_EM = 0.56;

/**
 *     ①午前50%        room for 午後55% but not for the space before it: in a cell whose author
 *     午後55% 夜間26%  types such spaces, the line wrapped there and the space is gone from the page
 */
function mayHaveSwallowedSpace(cell: CellLines, left: CellLine, right: CellLine, lean: number): boolean {
  const text = left.text.trimEnd();
  return cell.typesSpaces && lean <= SPACE_EM && right.bullet === null && !/[、，,]$/u.test(text) && !endsSentence(text) && !closingEnd.test(text);
}

/**
 *     消防訓練 防犯訓練   where the cell has a space behind every 訓練, the wrap
 *     避難訓練の回数      swallowed one (a particle needs none); of signs one says enough: the % in 50% 夜間
 */
function spacesAlways(cell: CellLines, left: CellLine): boolean {
  const text = left.text.trimEnd();
  const last = text.at(-1) ?? '';
  const end = isHalfWidth(last) && !isAlphanumeric(last) ? last : text.slice(-2);
  if (end.length > text.length || /[、，,。\s]/u.test(end)) return false;
  const behind = cell.lines.flatMap((line) => charactersBehind(line.text.trim(), end));
  return behind.some((next) => /[ \u3000]/u.test(next)) && behind.every((next) => /[ \u3000\u3041-\u3096]/u.test(next));
}

/** What follows each place in the text where `end` stands. */
function charactersBehind(text: string, end: string): string[] {
  const found: string[] = [];
  for (let index = text.indexOf(end); index !== -1; index = text.indexOf(end, index + 1)) {
    const next = text[index + end.length];
    if (next !== undefined) found.push(next);
  }
  return found;
}

/**
 *     ・aaaaaaaa     an item's lines hang behind its mark:      bbbb      a paragraph's first line stands in:
 *     　aaaa         going back out begins the next         　aaaaaaa     standing in again begins the next
 *     ・bbbb                                                 aaaa
 */
function beginsByIndent(cell: CellLines, left: CellLine, right: CellLine, leftIsHead: boolean): boolean {
  if (left.indent === null || right.indent === null || leftIsHead) return false;
  const step = right.indent - left.indent;
  // A list may wrap before a typed space; a paragraph begins with one where the cell's first does, or behind a full stop.
  const isTyped = right.typedIndent && (cell.indentsParagraphs || endsSentence(left.text));
  const meant = (isTyped ? TYPED_INDENT_EM : INDENT_EM) * right.size;
  return step >= meant || (step <= -meant && !cell.indentsParagraphs);
}

/**
 *     受賞の有無      the text in the bracket runs on, though its next line stands further in: only
 *     「整備局（港    the first line of a paragraph stands out before the others, so 「 begins one,
 *     　湾を除く。）」  however full the line above it is
 */
function beginsHanging(left: CellLine, right: CellLine, next: CellLine | undefined): boolean {
  if (next === undefined || next.bullet !== null || left.indent === null || right.indent === null || next.indent === null) return false;
  const [beside, step] = [Math.abs(right.indent - left.indent), next.indent - right.indent];
  const hangs = step >= INDENT_EM * right.size && step <= PARAGRAPH_INDENT_MAX_EM * right.size;
  return hangs && beside < INDENT_EM * right.size && right.fill?.kind === 'full' && leavesOpen(right.text);
}

/** From here on the room left is no matter of rounding. */
const ROOM_FOR_BULLET_EM = 0.5;

/** True when the bullet of line `i + 1` begins an item, though the line before left no room to tell. */
function beginsItem(cell: CellLines, before: readonly Joint[], i: number, bullet: Bullet): boolean {
  const left = cell.lines[i];
  if (left === undefined || bullet.kind === 'sure') return true;
  const text = left.text.trimEnd();
  if (endsSentence(text)) return true;
  if (bullet.kind === 'likely' && left.fill?.kind === 'near' && left.fill.lean >= ROOM_FOR_BULLET_EM) return true;
  const heads = cell.lines.filter((_, j) => j !== i + 1 && (j === 0 || before[j - 1]?.kind === 'break' || cell.lines[j - 1]?.fill?.kind === 'short'));
  const family = heads.filter((line) => line.bullet?.family === bullet.family);
  if (bullet.ordinal !== null) {
    const wanted = bullet.ordinal === 1 ? 2 : bullet.ordinal - 1;
    if (family.some((line) => line.bullet?.ordinal === wanted)) return true;
    if (left.bullet?.family === bullet.family && lastItem(left.text, bullet.family)?.ordinal === bullet.ordinal - 1) return true;
    // Items picked from a numbered list (4．就労, 11．ひとり親) ascend. A full-width point behind a number stands in no sentence.
    return fullPoint.test(cell.lines[i + 1]?.text ?? '') && family.some((line) => (line.bullet?.ordinal ?? Infinity) < (bullet.ordinal ?? 0));
  }
  if (middleDot.test(bullet.family)) return family.length > 0 && (closingEnd.test(text) || !endsInSentences(cell, before, family));
  // No text has a note's ※ or 注１ slip to the start of a line; → ○ － 【 may stand anywhere.
  return family.length > 0 || closingEnd.test(text) || /[•※注]/u.test(bullet.family);
}

/**
 *     ①ひよどり台ホーム　②柏寿園    items two to a line: the number after
 *     ③ケアハウス　　　　④和光園    the last one on a line begins the next
 */
function lastItem(text: string, family: string): Bullet | null {
  const pieces = text.split(/(?<=\u3000|[ ]{2})(?=\S)/u).map(bulletOf);
  return pieces.filter((bullet) => bullet?.family === family).at(-1) ?? null;
}

const fullPoint = /^[\s\u3000]*[0-9０-９]{1,2}．/u;

/** Parts words too (満足・やや満足), and LibreOffice lets it slip to the start of a line. */
const middleDot = /[・･]/u;

/** True where the cell's items end in full stops, as far as the page shows: one that ends in a word goes on. */
function endsInSentences(cell: CellLines, before: readonly Joint[], heads: readonly CellLine[]): boolean {
  const ends = cell.lines.filter((_, j) => {
    const next = cell.lines[j + 1];
    return next === undefined || (heads.includes(next) && (before[j]?.kind === 'break' || cell.lines[j]?.fill?.kind === 'short'));
  });
  return ends.every(({ text }) => endsSentence(text));
}

/** Shorter beginnings coincide by chance. */
const PARALLEL_MIN = 5;

/**
 *     民間活力の導入の検討（窓口業務）    lines that begin alike and end with a remark
 *     民間活力の導入の検討（その他業務）  are a list, however full they are
 */
function isParallel(cell: CellLines, before: readonly Joint[], i: number): boolean {
  const [head, left, right] = [cell.lines[headOf(before, i)], cell.lines[i], cell.lines[i + 1]];
  if (head === undefined || left === undefined || right === undefined || !closingEnd.test(left.text.trimEnd())) return false;
  return head.text.trim().slice(0, PARALLEL_MIN) === right.text.trim().slice(0, PARALLEL_MIN);
}

/** Index of the first line of the paragraph that line `i` belongs to. */
function headOf(before: readonly Joint[], i: number): number {
  return before.findLastIndex((joint, j) => j < i && joint.kind === 'break') + 1;
}

/**
 * A full line that ends with a sentence: nothing on the page tells a wrap from a break. Authors are consistent:
 * sentences run on inside a bulleted item, and elsewhere one who sets each on its own line does so throughout.
 */
function afterSentence(cell: CellLines, before: readonly Joint[], i: number, right: CellLine, habit: Habit): Joint {
  const inItem = (cell.lines[headOf(before, i)]?.bullet ?? null) !== null;
  return { ...(breaksSentences(habit, sequelOf(right.text), inItem) ? authored : wrapped), byHabit: true };
}
