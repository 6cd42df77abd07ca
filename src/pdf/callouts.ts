/**
 * Call-outs (吹き出し, text boxes with an example or a hint) laid over a table are no part of it: as with a comment's box, the
 * page's rulings go on beneath, and the text is the box's own.
 *
 * ```
 * ├───┼──────┼─────┤      painted later than the rulings, with a ground of its own that hides them and a
 * │ ┏━━━━━━━━━━┓   │      frame that none of them runs along
 * ├─┨ 記入例   ┠───┤
 * │ ┗━━━━━━━━━━┛   │
 * ├───┼──────┼─────┤
 * ```
 * A merged cell that is painted over the lines of a grid is framed by those lines. The tab of a heading that sits on a frame
 * hides one line only.
 */
import type { Box } from '../model/page.js';
import { centreOf, contains } from './geometry.js';
import type { AreaMark, GlyphMark, LineMark, Marks } from './marks.js';

/** Points. A frame is drawn along the edges of its ground, give or take its own thickness. */
const ALONG = 1.5;
/** Points. A line that comes out of the box further than this, or reaches into it by as much, is not its frame. */
const INTO = 3;
/** Fewer lines beneath are the border that a heading's tab sits on. */
const FEWEST_BENEATH = 2;
/** So many sides at most may happen to lie on a line of the page. */
const CHANCE_SIDES = 1;
/** Points. Width of the strips in which lines are looked up. */
const STRIP = 8;

type Axis = 'h' | 'v';

/** A line as it lies: `at` across, `from` and `to` along its axis. */
interface Lying {
  readonly mark: LineMark;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Side {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The marks with those of call-outs told apart as an annotation's are. */
export function markCallouts(marks: Marks): Marks {
  const grounds = marks.areas.filter((area) => area.kind === 'fill' && area.opaque && !area.annotation);
  const framers = new Set(marks.lines.map(({ order }) => order));
  // The frame is stroked with the ground's own path, or right after it.
  const framed = grounds.filter(({ order }) => framers.has(order) || framers.has(order + 1));
  if (framed.length === 0) return marks;
  const lines = new LineFinder(marks.lines);
  const laid = framed.flatMap((area) => calloutOf(area, lines) ?? []);
  if (laid.length === 0) return marks;
  const frames = new Set(laid.flatMap(({ frame }) => frame));
  const areas = new Set(laid.map(({ area }) => area));
  const isWritten = (glyph: GlyphMark): boolean => {
    const { x, y } = centreOf(glyph.box);
    return laid.some(({ area }) => glyph.order > area.order && contains(area.box, x, y));
  };
  return {
    ...marks,
    glyphs: marks.glyphs.map((glyph) => (isWritten(glyph) ? { ...glyph, annotation: true } : glyph)),
    lines: marks.lines.map((line) => (frames.has(line) ? { ...line, annotation: true } : line)),
    areas: marks.areas.map((area) => (areas.has(area) ? { ...area, annotation: true } : area)),
  };
}

/** The area with its frame, if it is a box laid over the lines of the page. */
function calloutOf(area: AreaMark, lines: LineFinder): { readonly area: AreaMark; readonly frame: readonly LineMark[] } | undefined {
  const sides = sidesOf(area.box).map((side) => lines.along(side));
  const drawn = sides.map((found) => found.filter(({ order }) => order === area.order || order === area.order + 1));
  if (drawn.some((side) => side.length === 0)) return undefined;
  const frame = drawn.flat();
  const shared = sides.filter((found) => found.some((line) => !frame.includes(line)));
  if (shared.length > CHANCE_SIDES || lines.countBeneath(area) < FEWEST_BENEATH) return undefined;
  return { area, frame };
}

function sidesOf({ x0, top, x1, bottom }: Box): Side[] {
  return [
    { axis: 'h', at: top, from: x0, to: x1 },
    { axis: 'h', at: bottom, from: x0, to: x1 },
    { axis: 'v', at: x0, from: top, to: bottom },
    { axis: 'v', at: x1, from: top, to: bottom },
  ];
}

/** Upright and level lines by place. */
class LineFinder {
  private readonly strips = { h: new Map<number, Lying[]>(), v: new Map<number, Lying[]>() };

  constructor(lines: readonly LineMark[]) {
    for (const mark of lines) {
      const flat = Math.abs(mark.y1 - mark.y0) <= ALONG;
      if (!flat && Math.abs(mark.x1 - mark.x0) > ALONG) continue;
      const [at, a, b] = flat ? [mark.y0, mark.x0, mark.x1] : [mark.x0, mark.y0, mark.y1];
      const strips = this.strips[flat ? 'h' : 'v'];
      const key = Math.floor(at / STRIP);
      const lying = { mark, at, from: Math.min(a, b), to: Math.max(a, b) };
      const strip = strips.get(key);
      if (strip) strip.push(lying);
      else strips.set(key, [lying]);
    }
  }

  /** The lines that run along the side for more than they do beside a corner of it. */
  along({ axis, at, from, to }: Side): LineMark[] {
    return this.between(axis, at - ALONG, at + ALONG)
      .filter((line) => Math.min(line.to, to) - Math.max(line.from, from) > Math.min(INTO, (to - from) / 2))
      .map(({ mark }) => mark);
  }

  /** How many lines painted before the area run into it; pieces of one line count once. */
  countBeneath({ box, order }: AreaMark): number {
    const into = (axis: Axis, low: number, high: number, from: number, to: number): number => {
      const under = this.between(axis, low + INTO, high - INTO).filter(
        (line) => line.mark.order < order && (line.from < from - INTO || line.to > to + INTO) && line.to > from + INTO && line.from < to - INTO,
      );
      return new Set(under.map(({ at }) => Math.round(at / INTO))).size;
    };
    return into('h', box.top, box.bottom, box.x0, box.x1) + into('v', box.x0, box.x1, box.top, box.bottom);
  }

  private between(axis: Axis, low: number, high: number): Lying[] {
    const found: Lying[] = [];
    for (let key = Math.floor(low / STRIP); key <= Math.floor(high / STRIP); key += 1) {
      for (const line of this.strips[axis].get(key) ?? []) if (line.at >= low && line.at <= high) found.push(line);
    }
    return found;
  }
}
