/**
 * What colour lies at a point of the page, before or after a given moment of painting.
 *
 * Areas are filed in grids of doubling cell size, each area in the grid whose cells it spans at most
 * three of either way; a question looks into one cell a grid. So the work stays linear in areas.
 */
import type { Ruling } from '../model/page.js';
import { sameColour } from './colour.js';
import { contains } from './geometry.js';
import type { Point } from './geometry.js';
import type { AreaMark } from './marks.js';
import type { Paint } from './operations.js';

/** Points; about one line of text. */
const FINEST_CELL = 16;
/** Points. Areas this near beside a ruling count as lying under it. */
const NEARBY = 2;
/** So many areas in one place are artwork; there one stops looking and calls the ground unknown. */
const CROWD = 300;
/** Along a ruling through a crowd one looks at so many places, evenly spread. */
const LOOKS_IN_A_CROWD = 50;
/** Points. Pages are at most 14,400 points long (PDF 32000-1, annex C); a longer one is damage. */
const LONGEST_RULING = 14_400;
const PAPER = '#ffffff';

/** `null`: something whose colour is not one colour (image, pattern, see-through paint). */
export type Ground = Paint;

export class Grounds {
  private readonly all: Layers;
  private readonly opaque: Layers;
  /** When the last of the opaque areas was painted. */
  private readonly lastOpaque: number;
  /** Colours of paint, and whether the page has a ground of that colour. */
  private readonly found = new Map<string, boolean>();
  private lastPaints: readonly Paint[] = [];
  private mayHideLast = true;

  /** `areas` in painting order. */
  constructor(private readonly areas: readonly AreaMark[]) {
    const opaque = areas.filter((area) => area.opaque);
    this.all = new Layers(areas);
    this.opaque = new Layers(opaque);
    this.lastOpaque = opaque.at(-1)?.order ?? -Infinity;
  }

  /** False where some paint is of no ground's colour, the paper's included: what it paints is seen wherever it stands. */
  mayHide(paints: readonly Paint[]): boolean {
    // Asked for every glyph of one style after the other.
    if (paints !== this.lastPaints) {
      this.lastPaints = paints;
      this.mayHideLast = paints.every((paint) => paint !== null && this.hasGround(paint));
    }
    return this.mayHideLast;
  }

  private hasGround(colour: string): boolean {
    let has = this.found.get(colour);
    if (has === undefined) {
      has = sameColour(colour, PAPER) || this.areas.some(({ color }) => color !== null && sameColour(colour, color));
      this.found.set(colour, has);
    }
    return has;
  }

  /** False where nothing opaque was painted after `order`: the answer of `isCovered` everywhere. */
  mayCover(order: number): boolean {
    return order < this.lastOpaque;
  }

  /** The colour on which something painted at `order` stands; `null` when that is not one sure colour. */
  colourAt(x: number, y: number, order = Infinity): Ground {
    let last: AreaMark | undefined;
    for (const grid of this.all.grids) {
      const list = grid.at(x, y);
      if (list === undefined) continue;
      const end = countBefore(list, order);
      for (let i = end - 1; i >= 0; i--) {
        const area = list[i];
        if (area === undefined || (last !== undefined && area.order < last.order)) break;
        if (end - i > CROWD) return null;
        if (contains(area.box, x, y)) last = area;
      }
    }
    if (last === undefined) return PAPER;
    return last.opaque ? last.color : null;
  }

  /** Whether an opaque area painted after `order` reaches over all of the given points. */
  isCovered(points: readonly [Point, ...Point[]], order: number): boolean {
    if (!this.mayCover(order)) return false;
    const { x, y } = points[0];
    for (const grid of this.opaque.grids) {
      const list = grid.at(x, y);
      if (list === undefined) continue;
      for (let i = list.length - 1; i >= 0 && list.length - i <= CROWD; i--) {
        const area = list[i];
        if (area === undefined || area.order <= order) break;
        if (points.every((point) => contains(area.box, point.x, point.y))) return true;
      }
    }
    return false;
  }

  /** Where borders of areas cross the ruling, in order along it; even steps where there are too many areas. */
  bordersAlong(ruling: Ruling): number[] {
    const { axis, at, from, to } = ruling;
    const lists = to - from > LONGEST_RULING ? null : this.all.along(axis, at, from, to);
    if (lists === null || lists.reduce((sum, list) => sum + list.length, 0) > CROWD) {
      return Array.from({ length: LOOKS_IN_A_CROWD - 1 }, (_, i) => from + ((to - from) * (i + 1)) / LOOKS_IN_A_CROWD);
    }
    const found = new Set<number>();
    for (const list of lists) {
      for (const { box } of list) {
        const [low, high, start, end] = axis === 'h' ? [box.top, box.bottom, box.x0, box.x1] : [box.x0, box.x1, box.top, box.bottom];
        if (at < low - NEARBY || at > high + NEARBY) continue;
        if (start > from && start < to) found.add(start);
        if (end > from && end < to) found.add(end);
      }
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** How many of the list, which is in painting order, were painted before `order`. */
function countBefore(list: readonly AreaMark[], order: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? Infinity) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Areas by place. */
class Layers {
  /** One a cell size. */
  readonly grids: LayerGrid[] = [];

  constructor(areas: readonly AreaMark[]) {
    for (const area of areas) this.file(area);
  }

  private file(area: AreaMark): void {
    const { box } = area;
    const span = Math.max(box.x1 - box.x0, box.bottom - box.top);
    const cell = FINEST_CELL * 2 ** Math.max(0, Math.ceil(Math.log2(span / 2 / FINEST_CELL)));
    let grid = this.grids.find((known) => known.cell === cell);
    if (grid === undefined) this.grids.push((grid = new LayerGrid(cell)));
    grid.file(area);
  }

  /** The lists, each in painting order, that hold every area over the straight stretch. */
  along(axis: Ruling['axis'], at: number, from: number, to: number): (readonly AreaMark[])[] {
    return this.grids.flatMap((grid) => grid.along(axis, at, from, to));
  }
}

class LayerGrid {
  private readonly lists = new Map<number, AreaMark[]>();

  /** `cell`: points. */
  constructor(readonly cell: number) {}

  file(area: AreaMark): void {
    const { box } = area;
    for (let i = this.index(box.x0); i <= this.index(box.x1); i++) {
      for (let j = this.index(box.top); j <= this.index(box.bottom); j++) {
        const filed = this.lists.get(keyOf(i, j));
        if (filed === undefined) this.lists.set(keyOf(i, j), [area]);
        else filed.push(area);
      }
    }
  }

  /** In painting order; holds every area of the grid that lies over the point. */
  at(x: number, y: number): readonly AreaMark[] | undefined {
    return this.lists.get(keyOf(this.index(x), this.index(y)));
  }

  along(axis: Ruling['axis'], at: number, from: number, to: number): (readonly AreaMark[])[] {
    const lists: (readonly AreaMark[])[] = [];
    const across = this.index(at);
    for (let i = this.index(from); i <= this.index(to); i++) {
      const list = this.lists.get(axis === 'h' ? keyOf(i, across) : keyOf(across, i));
      if (list !== undefined) lists.push(list);
    }
    return lists;
  }

  /** What lies far off any page shares the outermost cells. */
  private index(place: number): number {
    return Math.max(-OUTERMOST, Math.min(OUTERMOST - 1, Math.floor(place / this.cell)));
  }
}

/** Cells count from -2^14 to 2^14 either way, well beyond the largest page; so their keys are small integers, which need no memory. */
const OUTERMOST = 2 ** 14;

function keyOf(i: number, j: number): number {
  return (i + OUTERMOST) * 2 * OUTERMOST + (j + OUTERMOST);
}
