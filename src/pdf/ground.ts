/**
 * What colour lies at a point of the page, before or after a given moment of painting.
 *
 * Areas are filed in grids of doubling cell size, each area in the grid whose cells it spans at most
 * three of either way; a question looks into one cell a grid. So the work stays linear in areas.
 */
import type { Ruling } from '../model/page.js';
import type { Paint } from './operations.js';
import type { AreaMark } from './marks.js';
import { contains } from './geometry.js';

/** Points; about one line of text. */
const FINEST_CELL = 16;
/** Points. Areas this near beside a ruling count as lying under it. */
const NEARBY = 2;
const MOST_BORDERS = 200;
const PAPER = '#ffffff';

/** `null`: something whose colour is not one colour (image, pattern, see-through paint). */
export type Ground = Paint;

export class Grounds {
  private readonly grids = new Map<number, Map<string, AreaMark[]>>();

  /** `areas` in painting order. */
  constructor(areas: readonly AreaMark[]) {
    for (const area of areas) this.file(area);
  }

  private file(area: AreaMark): void {
    const { box } = area;
    const span = Math.max(box.x1 - box.x0, box.bottom - box.top);
    const cell = FINEST_CELL * 2 ** Math.max(0, Math.ceil(Math.log2(span / 2 / FINEST_CELL)));
    let grid = this.grids.get(cell);
    if (grid === undefined) this.grids.set(cell, (grid = new Map()));
    for (let i = Math.floor(box.x0 / cell); i <= Math.floor(box.x1 / cell); i++) {
      for (let j = Math.floor(box.top / cell); j <= Math.floor(box.bottom / cell); j++) {
        const key = `${i},${j}`;
        const filed = grid.get(key);
        if (filed === undefined) grid.set(key, [area]);
        else filed.push(area);
      }
    }
  }

  /** Areas over the point painted before `order`, the last painted first. */
  private *under(x: number, y: number, order: number): Generator<AreaMark> {
    const found: AreaMark[] = [];
    for (const list of this.listsAt(x, y)) {
      for (let i = list.length - 1; i >= 0; i--) {
        const area = list[i];
        if (area === undefined || area.order >= order || !contains(area.box, x, y)) continue;
        found.push(area);
        if (area.opaque) break;
      }
    }
    yield* found.sort((a, b) => b.order - a.order);
  }

  private *listsAt(x: number, y: number): Generator<readonly AreaMark[]> {
    for (const [cell, grid] of this.grids) {
      const list = grid.get(`${Math.floor(x / cell)},${Math.floor(y / cell)}`);
      if (list !== undefined) yield list;
    }
  }

  /** The colour on which something painted at `order` stands; `null` when that is not one sure colour. */
  colourAt(x: number, y: number, order = Infinity): Ground {
    for (const area of this.under(x, y, order)) return area.opaque ? area.color : null;
    return PAPER;
  }

  /**
   * Where borders of areas cross the ruling, in order along it. More than `MOST_BORDERS` (artwork, not
   * a table) are thinned out.
   */
  bordersAlong(ruling: Ruling): number[] {
    const { axis, at, from, to } = ruling;
    const found = new Set<number>();
    for (const [cell, grid] of this.grids) {
      const across = Math.floor(at / cell);
      for (let i = Math.floor(from / cell); i <= Math.floor(to / cell); i++) {
        for (const { box } of grid.get(axis === 'h' ? `${i},${across}` : `${across},${i}`) ?? []) {
          const [low, high, start, end] =
            axis === 'h' ? [box.top, box.bottom, box.x0, box.x1] : [box.x0, box.x1, box.top, box.bottom];
          if (at < low - NEARBY || at > high + NEARBY) continue;
          if (start > from && start < to) found.add(start);
          if (end > from && end < to) found.add(end);
        }
      }
    }
    const borders = [...found].sort((a, b) => a - b);
    const step = Math.ceil(borders.length / MOST_BORDERS);
    return step <= 1 ? borders : borders.filter((_, i) => i % step === 0);
  }

  /** Whether an opaque area painted after `order` reaches over all of the given points. */
  isCovered(points: readonly { readonly x: number; readonly y: number }[], order: number): boolean {
    const [first] = points;
    if (first === undefined) return false;
    for (const list of this.listsAt(first.x, first.y)) {
      for (let i = list.length - 1; i >= 0; i--) {
        const area = list[i];
        if (area === undefined || area.order <= order) break;
        if (area.opaque && points.every(({ x, y }) => contains(area.box, x, y))) return true;
      }
    }
    return false;
  }
}
