/**
 * One painted path → line and area marks.
 *
 *   stroke           each straight segment is a line
 *   thin fill   ▬▬▬  a line (many producers draw borders as filled rectangles)
 *   ring        ▣    a frame drawn as the area between two rectangles: up to four lines
 *   other fill  ██   an area
 */
import type { Box } from '../model/page.js';
import { apply, boxOfPoints, intersect, meanScale } from './geometry.js';
import type { AreaMark, LineMark } from './marks.js';
import type { Paint, PathPaint, Subpath } from './operations.js';
import type { GraphicsState } from './state.js';

/** Points. Borders run up to 2.25 pt in spreadsheets and 3 pt with cell frames in word processors. */
const MAX_RULING_THICKNESS = 3;
/** A thin area this many times longer than thick is a line; a stubbier one is a dot or dash of a dotted line. */
const MIN_RULING_RATIO = 3;
/** Points. Slack for coordinates rounded by the producer. */
const ROUNDING = 0.05;

interface Contour {
  readonly points: readonly { readonly x: number; readonly y: number; readonly curved: boolean }[];
  readonly closed: boolean;
  readonly box: Box;
  readonly rectangle: boolean;
  readonly straight: boolean;
}

export interface PathMarks {
  readonly lines: readonly LineMark[];
  readonly areas: readonly AreaMark[];
}

export function pathMarks(subpaths: readonly Subpath[], paint: PathPaint, state: GraphicsState, order: number): PathMarks {
  const contours = subpaths.map((subpath) => contourOf(subpath, state));
  const lines: LineMark[] = [];
  const areas: AreaMark[] = [];
  if (paint.fill && state.fillAlpha > 0) fillContours(contours, paint, state, order, lines, areas);
  if (paint.stroke && state.strokeAlpha > 0) {
    for (const contour of contours) strokeContour(contour, state, order, lines, areas);
  }
  return { lines, areas };
}

function contourOf(subpath: Subpath, state: GraphicsState): Contour {
  const points = subpath.points.map((point) => ({ ...apply(state.ctm, point.x, point.y), curved: point.curved }));
  const straight = points.every((point) => !point.curved);
  return { points, closed: subpath.closed, box: boxOfPoints(points), straight, rectangle: straight && isRectangle(points) };
}

/** Four corners (a fifth point may repeat the first), each step along one axis. */
function isRectangle(points: readonly { readonly x: number; readonly y: number }[]): boolean {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return false;
  const repeated = points.length === 5 && near(first.x, last.x) && near(first.y, last.y);
  const corners = repeated ? points.slice(0, 4) : points;
  if (corners.length !== 4) return false;
  return corners.every((corner, i) => {
    const next = corners[(i + 1) % 4] ?? first;
    const afterNext = corners[(i + 2) % 4] ?? first;
    const flat = near(corner.y, next.y);
    return (flat || near(corner.x, next.x)) && (flat ? near(next.x, afterNext.x) : near(next.y, afterNext.y));
  });
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING;
}

// ── strokes ─────────────────────────────────────────────────────────────────────────────────────

function strokeContour(contour: Contour, state: GraphicsState, order: number, lines: LineMark[], areas: AreaMark[]): void {
  const { points } = contour;
  const width = state.lineWidth * meanScale(state.ctm);
  const dashed = state.dash.length > 1 ? state.dash.some((n, i) => i % 2 === 1 && n > 0) : (state.dash[0] ?? 0) > 0;
  const ends = contour.closed ? [...points.slice(1), points[0]] : points.slice(1);
  ends.forEach((end, i) => {
    const start = points[i];
    if (start === undefined || end === undefined || end.curved) return;
    if (width > MAX_RULING_THICKNESS && isAxisParallel(start, end)) {
      // A stroke as thick as a row of text is a painted area (some producers shade cells so).
      const half = width / 2;
      const flat = near(start.y, end.y);
      const box = boxOfPoints([start, end]);
      const thick = flat
        ? { ...box, top: box.top - half, bottom: box.bottom + half }
        : { ...box, x0: box.x0 - half, x1: box.x1 + half };
      addArea(thick, state.stroke, isOpaque(state, state.strokeAlpha) && !dashed, 'fill', state, order, areas);
      return;
    }
    lines.push({
      x0: start.x, y0: start.y, x1: end.x, y1: end.y,
      width, color: state.stroke, dashed, source: 'stroke', clip: state.clip, order,
    });
  });
}

function isAxisParallel(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return near(a.x, b.x) || near(a.y, b.y);
}

// ── fills ───────────────────────────────────────────────────────────────────────────────────────

function fillContours(
  contours: readonly Contour[], paint: PathPaint, state: GraphicsState, order: number, lines: LineMark[], areas: AreaMark[],
): void {
  for (let i = 0; i < contours.length; i++) {
    const contour = contours[i];
    const next = contours[i + 1];
    if (contour === undefined) continue;
    if (next !== undefined && contour.rectangle && next.rectangle && isRing(contour, next, paint)) {
      for (const side of ringSides(contour.box, next.box)) fillBox(side, true, state, order, lines, areas);
      i++;
      continue;
    }
    if (contour.straight || contours.length === 1) fillBox(contour.box, contour.rectangle, state, order, lines, areas, contour.straight);
    else addArea(contour.box, state.fill, false, 'other', state, order, areas);
  }
}

/** One rectangle inside the other with the space between them painted: even-odd, or wound in opposite senses. */
function isRing(a: Contour, b: Contour, paint: PathPaint): boolean {
  const [outer, inner] = area(a.box) >= area(b.box) ? [a.box, b.box] : [b.box, a.box];
  const inside =
    inner.x0 >= outer.x0 - ROUNDING && inner.x1 <= outer.x1 + ROUNDING &&
    inner.top >= outer.top - ROUNDING && inner.bottom <= outer.bottom + ROUNDING;
  return inside && (paint.evenOdd || Math.sign(winding(a)) !== Math.sign(winding(b)));
}

function area(box: Box): number {
  return (box.x1 - box.x0) * (box.bottom - box.top);
}

/** Twice the signed area of the contour: its sign tells the sense in which it runs. */
function winding(contour: Contour): number {
  const { points } = contour;
  return points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length] ?? p;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);
}

function ringSides(a: Box, b: Box): Box[] {
  const [outer, inner] = area(a) >= area(b) ? [a, b] : [b, a];
  const sides: Box[] = [
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ];
  return sides.filter((side) => side.x1 - side.x0 > ROUNDING && side.bottom - side.top > ROUNDING);
}

/** A filled box: a line when thin, an area otherwise. */
export function fillBox(
  box: Box, rectangle: boolean, state: GraphicsState, order: number, lines: LineMark[], areas: AreaMark[], straight = true,
): void {
  const wide = box.x1 - box.x0;
  const high = box.bottom - box.top;
  if (straight && isThin(box)) {
    const line = wide >= high
      ? { x0: box.x0, x1: box.x1, y0: (box.top + box.bottom) / 2, y1: (box.top + box.bottom) / 2 }
      : { y0: box.top, y1: box.bottom, x0: (box.x0 + box.x1) / 2, x1: (box.x0 + box.x1) / 2 };
    lines.push({
      ...line, width: Math.min(wide, high), color: state.fill, dashed: false, source: 'fill', clip: state.clip, order,
    });
    return;
  }
  addArea(box, state.fill, rectangle && isOpaque(state, state.fillAlpha), rectangle ? 'fill' : 'other', state, order, areas);
}

/** Longer than thick, or a dot: a dot is a line of no great length, to be chained with its neighbours or dropped. */
export function isThin(box: Box): boolean {
  const long = Math.max(box.x1 - box.x0, box.bottom - box.top);
  const thick = Math.min(box.x1 - box.x0, box.bottom - box.top);
  return thick <= MAX_RULING_THICKNESS && (long >= MIN_RULING_RATIO * thick || long <= MAX_RULING_THICKNESS);
}

function isOpaque(state: GraphicsState, alpha: number): boolean {
  return alpha === 1 && !state.blended && !state.softMask;
}

function addArea(
  box: Box, color: Paint, opaque: boolean, kind: AreaMark['kind'], state: GraphicsState, order: number, areas: AreaMark[],
): void {
  const cut = intersect(box, state.clip);
  if (cut !== null) areas.push({ box: cut, color, opaque: opaque && color !== null, kind, order });
}
