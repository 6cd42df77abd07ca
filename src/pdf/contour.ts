/** What the outline of a painted shape looks like. Points as displayed. */
import type { Box } from '../model/page.js';
import { boxOfPoints } from './geometry.js';
import type { PathPoint } from './operations.js';

/** Points. Slack for coordinates rounded by the producer. */
const ROUNDING = 0.05;
/** A slanted bar is at least this many times longer than thick. */
const MIN_BAR_RATIO = 3;
/** Points, and times its thickness: sides of an outline that make a border. The strokes of letters are shorter. */
const SHORTEST_BORDER = 12;
const MIN_BORDER_RATIO = 6;
/** An outline with more straight sides than this is a drawing, not a frame. */
const MOST_SIDES = 200;

export interface Contour {
  readonly points: readonly PathPoint[];
  readonly closed: boolean;
  readonly box: Box;
  readonly straight: boolean;
  /** An upright rectangle. */
  readonly rectangle: boolean;
}

export interface Bar {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

export function contourOf(points: readonly PathPoint[], closed: boolean): Contour {
  const straight = points.every(({ curved }) => !curved);
  return { points, closed, box: boxOfPoints(points), straight, rectangle: straight && isRectangle(points) };
}

export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING;
}

export function areaOf(box: Box): number {
  return (box.x1 - box.x0) * (box.bottom - box.top);
}

/** Twice the signed area inside the outline: its sign tells the sense in which it runs. */
export function winding({ points }: Contour): number {
  return points.reduce((sum, p, i) => {
    const q = points[(i + 1) % points.length] ?? p;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);
}

/** The corners, without a last point that repeats the first. */
function cornersOf(points: readonly PathPoint[]): readonly PathPoint[] {
  const first = points[0];
  const last = points.at(-1);
  const repeated = points.length > 1 && first !== undefined && last !== undefined && near(first.x, last.x) && near(first.y, last.y);
  return repeated ? points.slice(0, -1) : points;
}

/** Four corners, each step along one axis. */
function isRectangle(points: readonly PathPoint[]): boolean {
  const [a, b, c, d, ...more] = cornersOf(points);
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) return false;
  const flatFirst = near(a.y, b.y) && near(b.x, c.x) && near(c.y, d.y) && near(d.x, a.x);
  const steepFirst = near(a.x, b.x) && near(b.y, c.y) && near(c.x, d.x) && near(d.y, a.y);
  return flatFirst || steepFirst;
}

/** A thin four-cornered bar lying aslant: its middle line, `null` when the contour is nothing of the kind. */
export function slantedBar(contour: Contour, thickest: number): Bar | null {
  if (!contour.straight) return null;
  const [a, b, c, d, ...more] = cornersOf(contour.points);
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) return null;
  const [p, q, r, s] = distance(a, b) <= distance(b, c) ? [a, b, c, d] : [b, c, d, a];
  // p–q and r–s are now the short ends.
  const bar = { x0: (p.x + q.x) / 2, y0: (p.y + q.y) / 2, x1: (r.x + s.x) / 2, y1: (r.y + s.y) / 2 };
  const long = Math.hypot(bar.x1 - bar.x0, bar.y1 - bar.y0);
  if (long === 0) return null;
  const width = Math.abs(winding(contour)) / 2 / long;
  return width <= thickest && long >= MIN_BAR_RATIO * width ? { ...bar, width } : null;
}

function distance(a: PathPoint, b: PathPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

interface Side {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The sense in which the outline runs along it. */
  readonly forward: boolean;
}

/**
 * The borders in an outline of any shape (a rounded frame, a bracket): two long straight sides that run
 * close beside each other in opposite senses, with ink between them.
 */
export function pairedSides(contours: readonly Contour[], thickest: number): Bar[] {
  const bars: Bar[] = [];
  for (const { at, from, to, width } of pairs(sidesAlong(contours, 'x', 'y'), thickest)) {
    bars.push({ x0: from, y0: at, x1: to, y1: at, width });
  }
  for (const { at, from, to, width } of pairs(sidesAlong(contours, 'y', 'x'), thickest)) {
    bars.push({ x0: at, y0: from, x1: at, y1: to, width });
  }
  return bars;
}

function sidesAlong(contours: readonly Contour[], along: 'x' | 'y', across: 'x' | 'y'): Side[] {
  const sides: Side[] = [];
  for (const { points } of contours) {
    points.forEach((start, i) => {
      const end = points[(i + 1) % points.length] ?? start;
      if ((end.curved && i + 1 < points.length) || !near(start[across], end[across])) return;
      if (Math.abs(end[along] - start[along]) < SHORTEST_BORDER) return;
      const forward = end[along] > start[along];
      const [from, to] = forward ? [start[along], end[along]] : [end[along], start[along]];
      sides.push({ at: start[across], from, to, forward });
    });
  }
  return sides.length > MOST_SIDES ? [] : sides.sort((a, b) => a.at - b.at);
}

function pairs(sides: readonly Side[], thickest: number): { at: number; from: number; to: number; width: number }[] {
  const found = [];
  const used = new Set<Side>();
  for (const [i, side] of sides.entries()) {
    if (used.has(side)) continue;
    for (const other of sides.slice(i + 1)) {
      const width = other.at - side.at;
      if (width > thickest) break;
      const from = Math.max(side.from, other.from);
      const to = Math.min(side.to, other.to);
      if (used.has(other) || side.forward === other.forward || to - from < Math.max(SHORTEST_BORDER, MIN_BORDER_RATIO * width)) continue;
      used.add(side).add(other);
      found.push({ at: (side.at + other.at) / 2, from, to, width });
      break;
    }
  }
  return found;
}
