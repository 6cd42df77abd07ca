/**
 * Painted areas → the fills that a reader sees, and their borders as rulings of source `edge`: a cell's
 * background colour ends where the cell does, whether or not a line was drawn there.
 */
import type { Box, Fill, Ruling } from '../model/page.js';
import { sameColour } from './colour.js';
import type { Point } from './geometry.js';
import { centreOf } from './geometry.js';
import type { Grounds } from './ground.js';
import type { AreaMark } from './marks.js';
import { UNKNOWN_COLOUR } from './rulings.js';

/** Points. How far inside and outside an edge one looks for a difference of colour. */
const BESIDE = 0.15;

export interface Surfaces {
  readonly fills: Fill[];
  readonly edges: Ruling[];
}

export function surfacesOf(areas: readonly AreaMark[], grounds: Grounds): Surfaces {
  const fills: Fill[] = [];
  const edges: Ruling[] = [];
  for (const area of areas) {
    // A highlight over the page marks text; it is no cell's background.
    if (area.kind !== 'fill' || area.annotation) continue;
    if (grounds.isCovered(cornersOf(area.box), area.order)) continue;
    const centre = centreOf(area.box);
    const ground = grounds.colourAt(centre.x, centre.y, area.order);
    const standsOut = ground === null || area.color === null || !sameColour(ground, area.color);
    if (standsOut) fills.push({ box: area.box, color: area.color ?? UNKNOWN_COLOUR, order: area.order });
    edges.push(...edgesOf(area).flatMap((edge) => visibleEdge(edge, grounds)));
  }
  return { fills, edges };
}

function cornersOf({ x0, top, x1, bottom }: Box): [Point, ...Point[]] {
  return [
    { x: x0, y: top },
    { x: x1, y: top },
    { x: x1, y: bottom },
    { x: x0, y: bottom },
  ];
}

function edgesOf({ box, color, order }: AreaMark): Ruling[] {
  const common = { width: 0, color: color ?? UNKNOWN_COLOUR, dashed: false, source: 'edge', order } as const;
  const { x0, top, x1, bottom }: Box = box;
  return [
    { axis: 'h', at: top, from: x0, to: x1, ...common },
    { axis: 'h', at: bottom, from: x0, to: x1, ...common },
    { axis: 'v', at: x0, from: top, to: bottom, ...common },
    { axis: 'v', at: x1, from: top, to: bottom, ...common },
  ];
}

/** The stretches of an edge on whose two sides the finished page differs in colour. */
function visibleEdge(edge: Ruling, grounds: Grounds): Ruling[] {
  const stretches: Ruling[] = [];
  const cuts = [edge.from, ...grounds.bordersAlong(edge), edge.to];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? 0;
    const middle = (from + to) / 2;
    const side = (across: number): string | null =>
      edge.axis === 'h' ? grounds.colourAt(middle, edge.at + across) : grounds.colourAt(edge.at + across, middle);
    const [before, after] = [side(-BESIDE), side(BESIDE)];
    const differ = before !== after && (before === null || after === null || !sameColour(before, after));
    if (!differ) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ ...edge, from, to });
  }
  return stretches;
}
