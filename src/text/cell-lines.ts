/** The lines of one cell with what their places say. */
import { bulletOf, type Bullet } from './bullets.js';
import {
  type Alignment,
  alignmentOf,
  cutsWord,
  extentOf,
  fillOf,
  frameOf,
  PARAGRAPH_INDENT_MAX_EM,
  type Extent,
  type Fill,
  type Frame,
  type Room,
} from './frame.js';
import { once } from '../model/once.js';
import { beginsWithSpace, boundsExtent, SAME_EDGE, type JoinLine } from './set-line.js';

/** Least indent that is meant: an opening bracket set in half width moves a line by half an em. */
export const INDENT_EM = 0.7;
/** An indent typed as U+3000 may be narrower: proportional fonts set that at two thirds of an em (MS PGothic) or half of one. */
export const TYPED_INDENT_EM = 0.4;

export interface CellLine {
  readonly text: string;
  /** Glyph size in points. */
  readonly size: number;
  readonly bullet: Bullet | null;
  /** Distance from the bounds' start edge in points; null where lines are centred or set to the end. */
  readonly indent: number | null;
  /** The indent, or part of it, is an ideographic space that the author typed. */
  readonly typedIndent: boolean;
  /** Whether the line leaves room for the head of the next; null for the last. */
  readonly fill: Fill | null;
  /** The Latin word at the end and the one at the head of the next line are wider than a whole line: one word, cut. */
  readonly cutsWord: boolean;
}

export interface CellLines {
  readonly lines: readonly CellLine[];
  /** Paragraphs begin with an indent and go on without it (段落字下げ). */
  readonly indentsParagraphs: boolean;
  /** The author parts Japanese words with half-width spaces somewhere in the cell. */
  readonly typesSpaces: boolean;
}

/** A bullet or a number with the space behind it. */
const spacedMark = /^\S{1,4}[ \u3000]/u;
const spaceInJapanese = /[^\u0000-\u007F] [^\u0000-\u007F]|[^\u0000-\u007F] \d|[\d%] [^\u0000-\u007F]/u;

/** `roomOf`: what other cells show about the room that a line was set in. */
export function cellLines(lines: readonly JoinLine[], roomOf: (line: JoinLine) => Room): CellLines {
  const extents = lines.map(extentOf);
  const frames = framesOf(extents, roomOf);
  const described = extents.map((extent, i): CellLine => {
    const frame = frames.get(partKey(extent.line)) ?? frameOf([extent], roomOf(extent.line));
    const next = extents[i + 1];
    return {
      text: extent.line.text,
      size: extent.line.size,
      bullet: bulletOf(extent.line.text),
      indent: frame.alignment === 'start' ? extent.start - boundsExtent(extent.line).from : null,
      typedIndent: beginsWithSpace(extent.line),
      fill: next === undefined ? null : fillOf(frame, extent, next),
      cutsWord: next !== undefined && cutsWord(frame, extent, next),
    };
  });
  return {
    lines: described,
    indentsParagraphs: indentsParagraphs(described),
    typesSpaces: described.some((line) => spaceInJapanese.test(line.text.trim().replace(spacedMark, ''))),
  };
}

/** Lines of one page part share a frame. */
const partKey = once(({ page, writing, bounds }: JoinLine): string => `${page} ${writing} ${bounds.x0} ${bounds.top} ${bounds.x1} ${bounds.bottom}`);

function framesOf(extents: readonly Extent[], roomOf: (line: JoinLine) => Room): ReadonlyMap<string, Frame> {
  const parts = new Map<string, Extent[]>();
  for (const extent of extents) {
    const key = partKey(extent.line);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [extent]);
    else part.push(extent);
  }
  const alignmentIn = parts.size > 1 ? alignmentOfParts([...parts.values()]) : alignmentOf;
  return new Map(
    [...parts].flatMap(([key, part]): [string, Frame][] => {
      const [first] = part;
      return first === undefined ? [] : [[key, frameOf(part, roomOf(first.line), alignmentIn(part))]];
    }),
  );
}

/** A cell is set in one way on every page that it reaches over, as far as its parts are as wide as the first. */
function alignmentOfParts(parts: readonly (readonly Extent[])[]): (part: readonly Extent[]) => Alignment {
  const wide = widthOf(parts[0]);
  const isAlike = (part: readonly Extent[]): boolean => Math.abs(widthOf(part) - wide) <= SAME_EDGE;
  const ofCell = alignmentOf(parts.filter(isAlike).flat());
  return (part) => (isAlike(part) ? ofCell : alignmentOf(part));
}

function widthOf(part: readonly Extent[] = []): number {
  const [first] = part;
  if (first === undefined) return 0;
  const { from, to } = boundsExtent(first.line);
  return to - from;
}

function indentsParagraphs(lines: readonly CellLine[]): boolean {
  const [head] = lines;
  const indents = lines.flatMap((line) => line.indent ?? []);
  if (head?.indent === undefined || head.indent === null || indents.length < lines.length) return false;
  const indent = head.indent - Math.min(...indents);
  return indent >= (head.typedIndent ? TYPED_INDENT_EM : INDENT_EM) * head.size && indent <= PARAGRAPH_INDENT_MAX_EM * head.size;
}
