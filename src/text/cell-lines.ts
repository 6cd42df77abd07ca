/** The lines of one cell with what their places say. */
import { bulletOf, type Bullet } from './bullets.js';
import { extentOf, fillOf, frameOf, PARAGRAPH_INDENT_MAX_EM, type Extent, type Fill, type Frame } from './frame.js';
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
}

export interface CellLines {
  readonly lines: readonly CellLine[];
  /** Paragraphs begin with an indent and go on without it (段落字下げ). */
  readonly indentsParagraphs: boolean;
}

export function cellLines(lines: readonly JoinLine[]): CellLines {
  const extents = lines.map(extentOf);
  const frames = framesOf(extents);
  const described = extents.map((extent, i): CellLine => {
    const frame = frames.get(partKey(extent.line)) ?? frameOf([extent]);
    const next = extents[i + 1];
    return {
      text: extent.line.text,
      size: extent.line.size,
      bullet: bulletOf(extent.line.text),
      indent: frame.alignment === 'start' ? extent.start - boundsExtent(extent.line).from : null,
      fill: next === undefined ? null : fillOf(frame, extent, next),
    };
  });
  return { lines: described, indentsParagraphs: indentsParagraphs(described) };
}

/** Lines of one page part share a frame. */
function partKey(line: JoinLine): string {
  const { x0, top, x1, bottom } = line.bounds;
  return [line.page, line.writing, x0, top, x1, bottom].join(' ');
}

function framesOf(extents: readonly Extent[]): ReadonlyMap<string, Frame> {
  const parts = new Map<string, Extent[]>();
  for (const extent of extents) {
    const key = partKey(extent.line);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [extent]);
    else part.push(extent);
  }
  return new Map([...parts].map(([key, part]): [string, Frame] => [key, frameOf(part)]));
}

function indentsParagraphs(lines: readonly CellLine[]): boolean {
  const [head] = lines;
  const indents = lines.flatMap((line) => line.indent ?? []);
  if (head?.indent === undefined || head.indent === null || indents.length < lines.length) return false;
  const indent = head.indent - Math.min(...indents);
  return indent >= INDENT_EM * head.size && indent <= PARAGRAPH_INDENT_MAX_EM * head.size;
}

/** Columns whose edges differ by less than this many points are one column. */
const SAME_EDGE = 1;

/**
 * The same lines, each knowing how far any line of its column reaches: cells of one column share their padding, so
 * what one line could fill was free for the others too. Takes the cells of a table, or of a whole document.
 */
export function withUsableEnds(cells: readonly (readonly JoinLine[])[]): readonly (readonly JoinLine[])[] {
  const reached = new Map<string, number>();
  for (const line of cells.flat()) {
    const key = columnKey(line);
    const { sureEnd } = extentOf(line);
    // Text that runs over the cell's edge was not wrapped there.
    if (sureEnd <= boundsExtent(line).to) reached.set(key, Math.max(reached.get(key) ?? -Infinity, sureEnd));
  }
  return cells.map((cell) =>
    cell.map((line) => {
      const usableEnd = reached.get(columnKey(line));
      return usableEnd === undefined ? line : { ...line, usableEnd };
    }),
  );
}

function columnKey(line: JoinLine): string {
  const { from, to } = boundsExtent(line);
  return [line.page, line.writing, Math.round(from / SAME_EDGE), Math.round(to / SAME_EDGE)].join(' ');
}
