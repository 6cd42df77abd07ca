/** Lines as set: where each character stands along its line. */
import type { Line, Writing } from '../model/layout.js';
import type { Box } from '../model/page.js';
import { isHalfWidth } from './breaking.js';
import { once } from '../model/once.js';
import { foldCharacters } from './fold.js';

/** One character of a line with its extent along the line (x, or y in vertical writing), in points. */
export interface SetCharacter {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line of a cell or of a text column, ready to be joined with its neighbours. */
export interface JoinLine {
  /** What becomes part of the value. */
  readonly text: string;
  readonly box: Box;
  /** The cell part's box, or that of the text column. */
  readonly bounds: Box;
  /** Glyph size in points. */
  readonly size: number;
  readonly writing: Writing;
  readonly page: number;
  /** Every character as set, deleted ones too; without it widths are estimated from `text` and `box`. */
  readonly set?: readonly SetCharacter[];
}

/** A laid-out line within its cell part, with the true places of its characters; characters folded. */
export function joinLineOf(line: Line, bounds: Box): JoinLine {
  return {
    text: foldCharacters(line.text),
    box: line.box,
    bounds,
    size: line.size,
    writing: line.writing,
    page: line.page,
    set: charactersSet(line),
  };
}

function charactersSet({ glyphs, writing }: Line): readonly SetCharacter[] {
  const isVertical = writing === 'vertical';
  const set: SetCharacter[] = [];
  for (const { glyph } of glyphs) {
    const text = foldCharacters(glyph.text);
    if (text === '') continue;
    const { x0, x1, top, bottom } = glyph.box;
    set.push(isVertical ? { text, from: top, to: bottom } : { text, from: x0, to: x1 });
  }
  return set;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function horizontalExtent(box: Box): Extent {
  return { from: box.x0, to: box.x1 };
}

function verticalExtent(box: Box): Extent {
  return { from: box.top, to: box.bottom };
}

/** Extent of the bounds along the line. */
export function boundsExtent(line: JoinLine): Extent {
  return line.writing === 'vertical' ? verticalExtent(line.bounds) : horizontalExtent(line.bounds);
}

/** Columns whose edges differ by less than this many points are one column, on whatever page. */
export const SAME_EDGE = 2;

/** The column that the line's cell stands in: cells of one column are alike. */
export const columnOf = once((line: JoinLine): string => {
  const { from, to } = boundsExtent(line);
  return `${line.writing} ${Math.round(from / SAME_EDGE)} ${Math.round(to / SAME_EDGE)}`;
});

const blank = /^[\s\u3000]*$/u;

/** The characters of a line in order, blank ones at either end left out. */
export function charactersOf(line: JoinLine): readonly SetCharacter[] {
  const all = line.set ?? estimated(line);
  const first = all.findIndex((c) => !blank.test(c.text));
  if (first < 0) return [];
  let end = all.length;
  while (blank.test(all[end - 1]?.text ?? 'x')) end -= 1;
  return all.slice(first, end);
}

/** The typed space set behind the last character (a wrap leaves it hanging there), or ''. */
export function endSpace(line: JoinLine): string {
  const last = line.set?.at(-1)?.text ?? line.text.slice(-1);
  return blank.test(last) ? last : '';
}

/** Width of that space in points, where it is known. */
export function trailingSpace(line: JoinLine): number {
  const last = line.set?.at(-1);
  return last !== undefined && blank.test(last.text) ? last.to - last.from : 0;
}

/** Whether an ideographic space is set before the first character. */
export const beginsWithSpace = (line: JoinLine): boolean => line.set?.[0]?.text === '\u3000';

/** Half-width characters take half an em in fixed-pitch fonts, about as much on average in others. */
const HALF_WIDTH_EM = 0.5;

/** Spreads the characters over the box in proportion to their usual widths. */
function estimated(line: JoinLine): readonly SetCharacter[] {
  const { from, to } = line.writing === 'vertical' ? verticalExtent(line.box) : horizontalExtent(line.box);
  const characters = [...line.text.trim()];
  const ems = characters.map((c) => (isHalfWidth(c) ? HALF_WIDTH_EM : 1));
  const total = ems.reduce((sum, em) => sum + em, 0);
  const scale = total === 0 ? 0 : (to - from) / total;
  let at = from;
  return characters.map((text, i) => {
    const start = at;
    at += (ems[i] ?? 0) * scale;
    return { text, from: start, to: at };
  });
}
