/**
 * Line marks → rulings: axis-parallel stretches that a reader of the page sees.
 * Slanting ones become diagonals; what is clipped away or painted in the ground's colour drops out, counted.
 */
import type { Box, Diagonal, Ruling } from '../model/page.js';
import { sameColour } from './colour.js';
import type { Grounds } from './ground.js';
import type { LineMark } from './marks.js';

/** Shown for paint whose colour is not one colour (patterns, images). */
export const UNKNOWN_COLOUR = '#000000';

/** Points, and share of the length, by which a ruling may lean: coordinates rounded by the producer. */
const LEAN_POINTS = 0.35;
const LEAN_SHARE = 0.01;
/** Points. Shorter than any side of a cell that holds text. */
const SHORTEST_DIAGONAL = 4;
/** Points. How far beside a ruling one looks to see whether it stands out. */
const BESIDE = 0.3;
/** Points. How far a covering area must reach beyond the ruling's middle on both sides. */
const COVER_MARGIN = 0.25;

export interface DroppedCounts {
  background: number;
  clipped: number;
  outside: number;
}

export interface Sorted {
  readonly rulings: Ruling[];
  readonly diagonals: Diagonal[];
}

/** `page` is the visible page; `dropped` counts what is left out. */
export function rulingsOf(lines: readonly LineMark[], page: Box, grounds: Grounds, dropped: DroppedCounts): Sorted {
  const rulings: Ruling[] = [];
  const diagonals: Diagonal[] = [];
  for (const line of lines) {
    const ruling = axisParallel(line);
    if (ruling === null) {
      const diagonal = { x0: line.x0, y0: line.y0, x1: line.x1, y1: line.y1, order: line.order };
      if (Math.hypot(line.x1 - line.x0, line.y1 - line.y0) >= SHORTEST_DIAGONAL && touches(diagonal, line.clip)) {
        diagonals.push(diagonal);
      }
      continue;
    }
    const onPage = cut(ruling, page);
    if (onPage === null) {
      dropped.outside++;
      continue;
    }
    const clipped = cut(onPage, line.clip);
    if (clipped === null) {
      dropped.clipped++;
      continue;
    }
    const visible = visibleStretches(clipped, line.color, grounds);
    if (visible.length === 0) dropped.background++;
    rulings.push(...visible);
  }
  return { rulings, diagonals };
}

function touches(d: Diagonal, clip: Box): boolean {
  return Math.max(d.x0, d.x1) > clip.x0 && Math.min(d.x0, d.x1) < clip.x1 && Math.max(d.y0, d.y1) > clip.top && Math.min(d.y0, d.y1) < clip.bottom;
}

function axisParallel(line: LineMark): Ruling | null {
  const wide = Math.abs(line.x1 - line.x0);
  const high = Math.abs(line.y1 - line.y0);
  const lean = Math.min(wide, high);
  const long = Math.max(wide, high);
  if (lean > Math.max(LEAN_POINTS, LEAN_SHARE * long)) return null;
  const horizontal = wide >= high;
  const [a, b] = horizontal ? [line.x0, line.x1] : [line.y0, line.y1];
  return {
    axis: horizontal ? 'h' : 'v',
    at: horizontal ? (line.y0 + line.y1) / 2 : (line.x0 + line.x1) / 2,
    from: Math.min(a, b),
    to: Math.max(a, b),
    width: line.width,
    color: line.color ?? UNKNOWN_COLOUR,
    dashed: line.dashed,
    source: line.source,
    order: line.order,
    ...(line.annotation ? { annotation: true } : {}),
  };
}

/** The part of the ruling inside the box; half its thickness may lie outside. */
function cut(ruling: Ruling, box: Box): Ruling | null {
  const [low, high, from, to] = ruling.axis === 'h' ? [box.top, box.bottom, box.x0, box.x1] : [box.x0, box.x1, box.top, box.bottom];
  const slack = ruling.width / 2 + LEAN_POINTS;
  if (ruling.at < low - slack || ruling.at > high + slack) return null;
  const start = Math.max(ruling.from, from);
  const end = Math.min(ruling.to, to);
  // A dot has no length to speak of; anything else that is cut to nothing is gone.
  return end > start || (end === start && ruling.from === ruling.to) ? { ...ruling, from: start, to: end } : null;
}

/**
 * The stretches of the ruling that stand out from what lies beneath and beside it and that nothing
 * painted later hides. Between two neighbouring borders of areas nothing changes, so one look each is enough.
 */
function visibleStretches(ruling: Ruling, color: string | null, grounds: Grounds): Ruling[] {
  const mayVanish = grounds.mayHide([color]);
  if (!mayVanish && !grounds.mayCover(ruling.order)) return [ruling];
  const stretches: Ruling[] = [];
  const cuts = [ruling.from, ...grounds.bordersAlong(ruling), ruling.to];
  let open: number | null = null;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? 0;
    const shown = isShown(ruling, (from + to) / 2, color, grounds);
    if (shown && open === null) open = from;
    if (!shown && open !== null) {
      stretches.push({ ...ruling, from: open, to: from });
      open = null;
    }
  }
  if (open !== null) stretches.push({ ...ruling, from: open, to: ruling.to });
  return stretches;
}

function isShown(ruling: Ruling, along: number, color: string | null, grounds: Grounds): boolean {
  const point = (across: number) => (ruling.axis === 'h' ? { x: along, y: ruling.at + across } : { x: ruling.at + across, y: along });
  const margin = Math.max(ruling.width / 2, COVER_MARGIN);
  if (grounds.isCovered([point(0), point(-margin), point(margin)], ruling.order)) return false;
  if (color === null) return true;
  const beside = ruling.width / 2 + BESIDE;
  return [0, -beside, beside].some((across) => {
    const { x, y } = point(across);
    const ground = grounds.colourAt(x, y, ruling.order);
    return ground === null || !sameColour(ground, color);
  });
}
