/** Affine matrices and boxes. Matrices are PDF's `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
import type { Box } from '../model/page.js';

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function concat(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(m: Matrix, x: number, y: number): Point {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
}

/** How much the matrix stretches lengths, taken over both directions (1 for a pure rotation). */
export function meanScale(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

export function boxOfPoints(points: readonly Point[]): Box {
  let x0 = Infinity;
  let top = Infinity;
  let x1 = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x0, top, x1, bottom };
}

/** The box around the rectangle (x0,y0)–(x1,y1) after `m`. */
export function transformedBox(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  // Each corner's place is summed as `apply` sums it. No array is taken apart: this is asked for every glyph.
  const ax0 = m[0] * x0;
  const ax1 = m[0] * x1;
  const cy0 = m[2] * y0;
  const cy1 = m[2] * y1;
  const bx0 = m[1] * x0;
  const bx1 = m[1] * x1;
  const dy0 = m[3] * y0;
  const dy1 = m[3] * y1;
  const e = m[4];
  const f = m[5];
  return {
    x0: Math.min(ax0 + cy0, ax1 + cy0, ax1 + cy1, ax0 + cy1) + e,
    top: Math.min(bx0 + dy0, bx1 + dy0, bx1 + dy1, bx0 + dy1) + f,
    x1: Math.max(ax0 + cy0, ax1 + cy0, ax1 + cy1, ax0 + cy1) + e,
    bottom: Math.max(bx0 + dy0, bx1 + dy0, bx1 + dy1, bx0 + dy1) + f,
  };
}

/** What two boxes share; `null` when they do not even touch. */
export function intersect(a: Box, b: Box): Box | null {
  const x0 = Math.max(a.x0, b.x0);
  const x1 = Math.min(a.x1, b.x1);
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  return x0 <= x1 && top <= bottom ? { x0, top, x1, bottom } : null;
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.top && y <= box.bottom;
}

export function centreOf(box: Box): Point {
  return { x: (box.x0 + box.x1) / 2, y: (box.top + box.bottom) / 2 };
}
