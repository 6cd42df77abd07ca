/** The lines of a table's cell → its text. */
import type { CellPart } from '../model/layout.js';
import { foldRadicals } from '../text/fold.js';
import { joinLines } from '../text/join.js';
import type { JointJudge } from '../text/joint.js';
import { joinLineOf } from '../text/set-line.js';

/** Without a dictionary a doubtful line end stays a line end: what is printed, no more. */
const keepApart: JointJudge = () => 'break';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;
const ENDS_WITH_HYPHEN = /\p{L}[-\u00ad]$/u;
const BEGINS_SMALL = /^\p{Ll}/u;

/**
 * Japanese by the rules for values: wrapped lines are joined, broken ones stay lines. Lines in Latin script are words in a
 * row, parted by spaces; a hyphen that ends a line stays, since it may be the word's own.
 */
export function cellText(parts: readonly CellPart[]): string {
  const lines = parts.flatMap((part) => part.lines.map((line) => ({ line, bounds: part.box })));
  if (lines.some(({ line }) => JAPANESE.test(line.text))) {
    return joinLines(lines.map(({ line, bounds }) => joinLineOf(line, bounds)), keepApart).text;
  }
  return lines.reduce((text, { line }) => {
    const next = foldRadicals(line.text);
    if (text === '' || next === '') return text + next;
    return ENDS_WITH_HYPHEN.test(text) && BEGINS_SMALL.test(next) ? text + next : `${text} ${next}`;
  }, '');
}
