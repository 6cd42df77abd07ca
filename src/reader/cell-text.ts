/** The lines of a table's cell → its text. */
import type { CellPart } from '../model/layout.js';
import type { Evidence } from '../text/evidence.js';
import { once } from '../model/once.js';
import { foldRadicals } from '../text/fold.js';
import { joinLines } from '../text/join.js';
import type { JointJudge } from '../text/joint.js';
import { joinLineOf, type JoinLine } from '../text/set-line.js';

/** Without a dictionary a doubtful line end stays a line end: what is printed, no more. */
const keepApart: JointJudge = () => 'break';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;
const ENDS_WITH_HYPHEN = /\p{L}[-\u00ad]$/u;
const BEGINS_SMALL = /^\p{Ll}/u;

/** The lines of a cell as the text room takes them. */
export const joinLinesOf = once((parts: readonly CellPart[]): readonly JoinLine[] =>
  parts.flatMap((part) => part.lines.map((line) => joinLineOf(line, part.box))),
);

/** Letters that fonts draw as one, and leave so in the text. */
const LIGATURES = /[\ufb00-\ufb06]/gu;

const spell = (text: string): string => text.replace(LIGATURES, (letters) => letters.normalize('NFKC'));

/**
 * Japanese by the rules for values: wrapped lines are joined, broken ones stay lines. Lines in Latin script are words in a
 * row, parted by spaces; a hyphen that ends a line stays, since it may be the word's own.
 */
export function cellText(parts: readonly CellPart[], evidence: Evidence): string {
  const lines = parts.flatMap((part) => part.lines);
  if (lines.some((line) => JAPANESE.test(line.text))) return joinLines(joinLinesOf(parts), keepApart, evidence).text;
  return lines.reduce((text, line) => {
    const next = spell(foldRadicals(line.text));
    if (text === '' || next === '') return text + next;
    return ENDS_WITH_HYPHEN.test(text) && BEGINS_SMALL.test(next) ? text + next : `${text} ${next}`;
  }, '');
}
