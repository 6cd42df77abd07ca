/**
 * One painted path → line and area marks, in points of a page whose text is `BODY` high (see `painted.ts`).
 *
 *   stroke           each straight segment is a line
 *   thin fill   ▬▬▬  a line (many producers draw borders as filled rectangles)
 *   ring        ▣    a frame drawn as the area between two rectangles: up to four lines
 *   outline     ╭─╮  any other outline: a line wherever two long sides run close beside each other
 *   other fill  ██   an area
 */
import type { Box } from '../model/page.js';
import type { Contour } from './contour.js';
import { areaOf, contourOf, near, pairedSides, slantedBar, winding } from './contour.js';
import { boxOfPoints, intersect, meanScale } from './geometry.js';
import type { AreaMark, LineMark, OutlineMark } from './marks.js';
import type { Paint, PathPaint, Subpath } from './operations.js';
import type { Brush } from './state.js';

/** Points. Borders run up to 2.25 pt in spreadsheets and 3 pt with cell frames in word processors. */
const MAX_RULING_THICKNESS = 3;
/** A thin area this many times longer than thick is a line; a stubbier one is a dot or dash of a dotted line. */
const MIN_RULING_RATIO = 3;
/** Points. A side of an outline that leans by more is neither level nor upright. */
const LEAN = 0.5;
/** Points. Thinner than any drawn border: the sides of a ring that are not there. */
const NO_THICKNESS = 0.05;

/** Takes marks of one path in. */
interface Sink {
  readonly state: Brush;
  readonly order: number;
  readonly lines: LineMark[];
  readonly areas: AreaMark[];
  readonly outlines: OutlineMark[];
}

export interface PathMarks {
  readonly lines: readonly LineMark[];
  readonly areas: readonly AreaMark[];
  readonly outlines: readonly OutlineMark[];
}

export function pathMarks(subpaths: readonly Subpath[], paint: PathPaint, state: Brush, order: number): PathMarks {
  const sink: Sink = { state, order, lines: [], areas: [], outlines: [] };
  const m = state.ctm;
  const contours = subpaths.map(({ points, closed }) =>
    contourOf(
      points.map(({ x, y, curved }) => ({ x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5], curved })),
      closed,
    ),
  );
  if (paint.fill && state.fillAlpha > 0) fillContours(contours, paint.evenOdd, sink);
  if (paint.stroke && state.strokeAlpha > 0) for (const contour of contours) strokeContour(contour, sink);
  return sink;
}

/** A filled box, as a stencil without holes paints it. */
export function boxMarks(box: Box, state: Brush, order: number): PathMarks {
  const sink: Sink = { state, order, lines: [], areas: [], outlines: [] };
  fillBox(box, sink);
  return sink;
}

// ── strokes ─────────────────────────────────────────────────────────────────────────────────────

function strokeContour(contour: Contour, sink: Sink): void {
  const { state } = sink;
  const { points } = contour;
  const width = state.lineWidth * meanScale(state.ctm);
  const dashed = isDashed(state.dash);
  const ends = contour.closed ? [...points.slice(1), points[0]] : points.slice(1);
  if (isAslant(contour)) addOutline(contour.box, sink);
  ends.forEach((end, i) => {
    const start = points[i];
    if (start === undefined || end === undefined || end.curved) return;
    const flat = near(start.y, end.y);
    if (width > MAX_RULING_THICKNESS && (flat || near(start.x, end.x))) {
      // A stroke as thick as a row of text is a painted area (some producers shade cells so).
      const half = width / 2;
      const box = boxOfPoints([start, end]);
      const thick = flat ? { ...box, top: box.top - half, bottom: box.bottom + half } : { ...box, x0: box.x0 - half, x1: box.x1 + half };
      addArea(thick, state.stroke, !dashed && isOpaque(state, state.strokeAlpha), 'fill', sink);
      return;
    }
    addLine({ x0: start.x, y0: start.y, x1: end.x, y1: end.y }, width, 'stroke', dashed, sink);
  });
}

/** A pattern of dashes without gaps is a solid line. An odd pattern repeats with dashes and gaps exchanged. */
function isDashed(pattern: readonly number[]): boolean {
  return pattern.some((length, i) => length > 0 && (i % 2 === 1 || pattern.length % 2 === 1));
}

// ── fills ───────────────────────────────────────────────────────────────────────────────────────

function fillContours(contours: readonly Contour[], evenOdd: boolean, sink: Sink): void {
  const odd: Contour[] = [];
  for (let i = 0; i < contours.length; i++) {
    const contour = contours[i];
    const next = contours[i + 1];
    if (contour === undefined) continue;
    if (next !== undefined && contour.rectangle && next.rectangle && isRing(contour, next, evenOdd)) {
      for (const side of ringSides(contour.box, next.box)) fillBox(side, sink);
      i++;
    } else if (contour.rectangle || (contour.straight && isThin(contour.box))) {
      fillBox(contour.box, sink);
    } else {
      const bar = slantedBar(contour, MAX_RULING_THICKNESS);
      if (bar !== null) addLine(bar, bar.width, 'fill', false, sink);
      else odd.push(contour);
      if (bar === null && isAslant(contour)) addOutline(contour.box, sink);
    }
  }
  if (odd.length === 0) return;
  for (const { x0, y0, x1, y1, width } of pairedSides(odd, MAX_RULING_THICKNESS)) addLine({ x0, y0, x1, y1 }, width, 'fill', false, sink);
  for (const { box } of odd) addArea(box, sink.state.fill, false, 'other', sink);
}

/** One rectangle inside the other with the space between them painted: even-odd, or wound in opposite senses. */
function isRing(a: Contour, b: Contour, evenOdd: boolean): boolean {
  const [outer, inner] = areaOf(a.box) >= areaOf(b.box) ? [a.box, b.box] : [b.box, a.box];
  const inside =
    inner.x0 >= outer.x0 - NO_THICKNESS &&
    inner.x1 <= outer.x1 + NO_THICKNESS &&
    inner.top >= outer.top - NO_THICKNESS &&
    inner.bottom <= outer.bottom + NO_THICKNESS;
  return inside && (evenOdd || Math.sign(winding(a)) !== Math.sign(winding(b)));
}

function ringSides(a: Box, b: Box): Box[] {
  const [outer, inner] = areaOf(a) >= areaOf(b) ? [a, b] : [b, a];
  const sides: Box[] = [
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ];
  return sides.filter((side) => side.x1 - side.x0 > NO_THICKNESS && side.bottom - side.top > NO_THICKNESS);
}

/** A filled box: a line when thin, an area otherwise. */
function fillBox(box: Box, sink: Sink): void {
  const wide = box.x1 - box.x0;
  const high = box.bottom - box.top;
  if (!isThin(box)) {
    addArea(box, sink.state.fill, isOpaque(sink.state, sink.state.fillAlpha), 'fill', sink);
    return;
  }
  const x = (box.x0 + box.x1) / 2;
  const y = (box.top + box.bottom) / 2;
  const line = wide >= high ? { x0: box.x0, y0: y, x1: box.x1, y1: y } : { x0: x, y0: box.top, x1: x, y1: box.bottom };
  addLine(line, Math.min(wide, high), 'fill', false, sink);
}

/** Longer than thick, or a dot: a dot is a line of no great length, to be chained with its neighbours or dropped. */
export function isThin(box: Box): boolean {
  const long = Math.max(box.x1 - box.x0, box.bottom - box.top);
  const thick = Math.min(box.x1 - box.x0, box.bottom - box.top);
  return thick <= MAX_RULING_THICKNESS && (long >= MIN_RULING_RATIO * thick || long <= MAX_RULING_THICKNESS);
}

/** It has a curve, or several sides of which one at least is neither level nor upright. */
function isAslant({ points }: Contour): boolean {
  return points.some((end, i) => {
    const start = points[i - 1];
    if (start === undefined) return false;
    return end.curved || (points.length > 2 && Math.min(Math.abs(end.x - start.x), Math.abs(end.y - start.y)) > LEAN);
  });
}

// ── marks ───────────────────────────────────────────────────────────────────────────────────────

function isOpaque(state: Brush, alpha: number): boolean {
  return alpha === 1 && !state.blended && !state.softMask;
}

function addLine(
  ends: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number },
  width: number,
  source: LineMark['source'],
  dashed: boolean,
  { state, order, lines }: Sink,
): void {
  const { x0, y0, x1, y1 } = ends;
  const color = source === 'stroke' ? state.stroke : state.fill;
  lines.push({ x0, y0, x1, y1, width, color, dashed, source, clip: state.clip, order, annotation: state.annotation });
}

function addArea(box: Box, color: Paint, opaque: boolean, kind: AreaMark['kind'], { state, order, areas }: Sink): void {
  const cut = intersect(box, state.clip);
  if (cut === null) return;
  areas.push({ box: cut, color, opaque: opaque && color !== null, kind, order, annotation: state.annotation });
}

function addOutline(box: Box, { state, order, outlines }: Sink): void {
  const cut = intersect(box, state.clip);
  if (cut !== null) outlines.push({ box: cut, order, annotation: state.annotation });
}
