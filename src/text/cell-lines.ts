/** The lines of one cell with what their places say. */
import { bulletOf, type Bullet } from './bullets.js';
import { cutsWord, extentOf, fillOf, frameOf, PARAGRAPH_INDENT_MAX_EM, type Extent, type Fill, type Frame } from './frame.js';
import { boundsExtent, type JoinLine } from './set-line.js';

/** Least indent that is meant: an opening bracket set in half width moves a line by half an em. */
export const INDENT_EM = 0.7;

export interface CellLine {
  readonly text: string;
  /** Glyph size in points. */
  readonly size: number;
  readonly bullet: Bullet | null;
  /** Distance from the bounds' start edge in points; null where lines are centred or set to the end. */
  readonly indent: number | null;
  /** Whether the line leaves room for the head of the next; null for the last. */
  readonly fill: Fill | null;
  /** The Latin word at the end and the one at the head of the next line are wider than a whole line: one word, cut. */
  readonly cutsWord: boolean;
}

export interface CellLines {
  readonly lines: readonly CellLine[];
  /** Paragraphs begin with an indent and go on without it (段落字下げ). */
  readonly indentsParagraphs: boolean;
}

/** `usableEndOf`: how far lines of a line's column are known to reach, where other cells have shown it. */
export function cellLines(lines: readonly JoinLine[], usableEndOf: (line: JoinLine) => number | undefined): CellLines {
  const extents = lines.map(extentOf);
  const frames = framesOf(extents, usableEndOf);
  const described = extents.map((extent, i): CellLine => {
    const frame = frames.get(partKey(extent.line)) ?? frameOf([extent], undefined);
    const next = extents[i + 1];
    return {
      text: extent.line.text,
      size: extent.line.size,
      bullet: bulletOf(extent.line.text),
      indent: frame.alignment === 'start' ? extent.start - boundsExtent(extent.line).from : null,
      fill: next === undefined ? null : fillOf(frame, extent, next),
      cutsWord: next !== undefined && cutsWord(frame, extent, next),
    };
  });
  return { lines: described, indentsParagraphs: indentsParagraphs(described) };
}

/** Lines of one page part share a frame. */
function partKey(line: JoinLine): string {
  const { x0, top, x1, bottom } = line.bounds;
  return [line.page, line.writing, x0, top, x1, bottom].join(' ');
}

function framesOf(extents: readonly Extent[], usableEndOf: (line: JoinLine) => number | undefined): ReadonlyMap<string, Frame> {
  const parts = new Map<string, Extent[]>();
  for (const extent of extents) {
    const key = partKey(extent.line);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [extent]);
    else part.push(extent);
  }
  return new Map(
    [...parts].map(([key, part]): [string, Frame] => {
      const [first] = part;
      return [key, frameOf(part, first === undefined ? undefined : usableEndOf(first.line))];
    }),
  );
}

function indentsParagraphs(lines: readonly CellLine[]): boolean {
  const [head] = lines;
  const indents = lines.flatMap((line) => line.indent ?? []);
  if (head?.indent === undefined || head.indent === null || indents.length < lines.length) return false;
  const indent = head.indent - Math.min(...indents);
  return indent >= INDENT_EM * head.size && indent <= PARAGRAPH_INDENT_MAX_EM * head.size;
}
