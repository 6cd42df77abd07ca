/**
 * What a page paints besides its text → line and area marks, once the size of its text is known.
 *
 * What counts as thin, as a dash, as near depends on how large the page is printed: on a sheet printed at double size a border is thicker
 * than any other. So the marks, and whatever is concluded from them, are points of a page whose text is `BODY` high, or smaller.
 */
import type { Box } from '../model/page.js';
import { BODY, scaleBox } from '../model/scale.js';
import { concat, intersect, type Matrix } from './geometry.js';
import type { AreaMark, GlyphMark, LineMark, Marks, OutlineMark } from './marks.js';
import type { PathPaint, Subpath } from './operations.js';
import { boxMarks, isThin, type PathMarks, pathMarks } from './shapes.js';
import type { Brush } from './state.js';

/** A painted path, in user space. */
export interface PaintedPath {
  readonly kind: 'path';
  readonly subpaths: readonly Subpath[];
  readonly paint: PathPaint;
  readonly brush: Brush;
  readonly order: number;
}

/** An image, or a stencil that lets paint through. Points as displayed, as is an area's box. */
export interface PaintedImage {
  readonly kind: 'image';
  readonly box: Box;
  readonly stencil: boolean;
  /** Upright, and nothing shines through. */
  readonly solid: boolean;
  readonly brush: Brush;
  readonly order: number;
}

export interface PaintedArea {
  readonly kind: 'area';
  readonly area: AreaMark;
}

export type Painted = PaintedPath | PaintedImage | PaintedArea;

/** Points: the size of most of the page's text; `BODY` where there is none. */
export function textSizeOf(glyphs: readonly GlyphMark[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { text, style } of glyphs) {
    if (text.trim() === '') continue;
    counts.set(style.setting.size, (counts.get(style.setting.size) ?? 0) + 1);
    all += 1;
  }
  let below = 0;
  for (const [size, count] of [...counts].sort(([a], [b]) => a - b)) {
    below += count;
    if (below * 2 >= all) return size > 0 ? size : BODY;
  }
  return BODY;
}

/**
 * By how much a page is larger than one whose text is `BODY` high. Never less than 1: borders are as thick beside small text as beside any
 * other, and a sheet of small text is more often drawn so than printed smaller.
 */
export const unitOf = (textSize: number): number => Math.max(1, textSize / BODY);

/** In painting order; `unit`: see `unitOf`. `count` is told how many marks each makes more than it has parts. */
export function marksOf(painted: readonly Painted[], unit: number, count: (marks: number) => void): Omit<Marks, 'glyphs'> {
  const lines: LineMark[] = [];
  const areas: AreaMark[] = [];
  const outlines: OutlineMark[] = [];
  const toUnit: Matrix = [1 / unit, 0, 0, 1 / unit, 0, 0];
  const scaled = (brush: Brush): Brush => (unit === 1 ? brush : { ...brush, ctm: concat(toUnit, brush.ctm), clip: scaleBox(brush.clip, 1 / unit) });
  const take = (marks: PathMarks, counted: number): void => {
    count(Math.max(0, marks.lines.length + marks.areas.length + marks.outlines.length - counted));
    append(lines, marks.lines);
    append(areas, marks.areas);
    append(outlines, marks.outlines);
  };
  for (const one of painted) {
    if (one.kind === 'area') areas.push({ ...one.area, box: scaleBox(one.area.box, 1 / unit) });
    else if (one.kind === 'path') take(pathMarks(one.subpaths, one.paint, scaled(one.brush), one.order), one.subpaths.length);
    else take(imageMarks(one, scaled(one.brush), unit), 1);
  }
  return { lines, areas, outlines };
}

/** A stencil, or a picture as thin as a line, paints as a fill does. */
function imageMarks({ box, stencil, solid, order }: PaintedImage, brush: Brush, unit: number): PathMarks {
  const own = scaleBox(box, 1 / unit);
  if (solid && (stencil || isThin(own))) return boxMarks(own, stencil ? brush : { ...brush, fill: null }, order);
  const cut = intersect(own, brush.clip);
  const area: AreaMark[] =
    cut === null ? [] : [{ box: cut, color: stencil ? brush.fill : null, opaque: solid && !stencil, kind: 'image', order, annotation: brush.annotation }];
  return { lines: [], areas: area, outlines: [] };
}

/** A path may have more marks than a call can have arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}
