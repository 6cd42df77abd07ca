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
 * Its corners may be round, and a tail may point at what it speaks of. A merged cell that is painted over the lines of a grid is framed by those lines. The tab of a heading that sits on a frame
 * hides one line only.
 */
import type { Box } from '../model/page.js';
import { scaleBox } from '../model/scale.js';
import { centreOf, contains } from './geometry.js';
import type { AreaMark, GlyphMark, LineMark, Marks } from './marks.js';

/** Points. A frame is drawn along the edges of its ground, give or take its own thickness. */
const ALONG = 1.5;
/** Points. A line that comes out of the box further than this, or reaches into it by as much, is not its frame. */
const INTO = 3;
/** Points. How far a line may lean. */
const LEVEL = 0.35;
/** Round corners and a tail leave this share of a side at least. */
const SIDE_SHARE = 0.4;
/** Four sides, and one of them in pieces beside the tail; drawings have more. */
const MOST_LINES = 8;
/** Points. No text fits into less. */
const LEAST_BODY = 8;
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
  readonly axis: Axis;
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

/** The marks with those of call-outs told apart as an annotation's are. `unit`: of all but the glyphs (see `unitOf`). */
export function markCallouts(marks: Marks, unit: number): Marks {
  const grounds = marks.areas.filter((area) => (area.opaque || area.kind === 'other') && area.color !== null && !area.annotation);
  if (grounds.length === 0) return marks;
  const paths = pathsOf(marks.lines);
  // The frame is stroked with the ground's own path, or right after it.
  const framed = grounds.flatMap((area): Callout[] => {
    const path = paths.get(area.order) ?? paths.get(area.order + 1);
    const body = path === undefined ? undefined : bodyOf(path, area.box);
    return path === undefined || body === undefined ? [] : [{ area, body, frame: path }];
  });
  if (framed.length === 0) return marks;
  const lines = new LineFinder(marks.lines);
  const laid = framed.filter((callout) => isLaid(callout, lines));
  if (laid.length === 0) return marks;
  const frames = new Set(laid.flatMap(({ frame }) => frame.map(({ mark }) => mark)));
  const areas = new Set(laid.map(({ area }) => area));
  const isWritten = (glyph: GlyphMark): boolean => {
    const { x, y } = centreOf(scaleBox(glyph.box, 1 / unit));
    return laid.some(({ area, body }) => glyph.order > area.order && contains(body, x, y));
  };
  return {
    ...marks,
    glyphs: marks.glyphs.map((glyph) => (isWritten(glyph) ? { ...glyph, annotation: true } : glyph)),
    lines: marks.lines.map((line) => (frames.has(line) ? { ...line, annotation: true } : line)),
    areas: marks.areas.map((area) => (areas.has(area) ? { ...area, annotation: true } : area)),
  };
}

interface Callout {
  readonly area: AreaMark;
  /** The box without the tail that points at what it speaks of. */
  readonly body: Box;
  readonly frame: readonly Lying[];
}

/** The upright and level lines of each stroked path, by its place in painting order. */
function pathsOf(lines: readonly LineMark[]): Map<number, Lying[]> {
  const paths = new Map<number, Lying[]>();
  for (const mark of lines) {
    const lying = mark.source === 'stroke' ? lyingOf(mark) : undefined;
    if (lying === undefined) continue;
    const path = paths.get(mark.order);
    if (path) path.push(lying);
    else paths.set(mark.order, [lying]);
  }
  return paths;
}

/** The rectangle that a path's lines frame, with round corners or a tail as may be; undefined where they frame none within the ground. */
function bodyOf(path: readonly Lying[], ground: Box): Box | undefined {
  if (path.length > MOST_LINES) return undefined;
  const across = (axis: Axis): readonly number[] => path.filter((line) => line.axis === axis).map(({ at }) => at);
  const [ys, xs] = [across('h'), across('v')];
  const body = { x0: Math.min(...xs), top: Math.min(...ys), x1: Math.max(...xs), bottom: Math.max(...ys) };
  const isInside = body.x0 >= ground.x0 - ALONG && body.x1 <= ground.x1 + ALONG && body.top >= ground.top - ALONG && body.bottom <= ground.bottom + ALONG;
  if (!isInside || body.x1 - body.x0 < LEAST_BODY || body.bottom - body.top < LEAST_BODY) return undefined;
  const sides = sidesOf(body).map((side) => ({ side, own: path.filter((line) => line.axis === side.axis && Math.abs(line.at - side.at) <= ALONG) }));
  const isFrame = sides.every(({ side, own }) => own.reduce((sum, { from, to }) => sum + to - from, 0) >= SIDE_SHARE * (side.to - side.from));
  return isFrame && sides.reduce((sum, { own }) => sum + own.length, 0) === path.length ? body : undefined;
}

/** The box lies over lines of the page: they run on beneath it, and none runs along its sides but by chance. */
function isLaid({ area, body, frame }: Callout, lines: LineFinder): boolean {
  const own = new Set(frame.map(({ mark }) => mark));
  const shared = sidesOf(body).filter((side) => lines.along(side).some((line) => !own.has(line)));
  return shared.length <= CHANCE_SIDES && lines.countBeneath(body, area.order) >= FEWEST_BENEATH;
}

function sidesOf({ x0, top, x1, bottom }: Box): Side[] {
  return [
    { axis: 'h', at: top, from: x0, to: x1 },
    { axis: 'h', at: bottom, from: x0, to: x1 },
    { axis: 'v', at: x0, from: top, to: bottom },
    { axis: 'v', at: x1, from: top, to: bottom },
  ];
}

function lyingOf(mark: LineMark): Lying | undefined {
  const flat = Math.abs(mark.y1 - mark.y0) <= LEVEL;
  if (!flat && Math.abs(mark.x1 - mark.x0) > LEVEL) return undefined;
  const [at, a, b] = flat ? [mark.y0, mark.x0, mark.x1] : [mark.x0, mark.y0, mark.y1];
  return { mark, axis: flat ? 'h' : 'v', at, from: Math.min(a, b), to: Math.max(a, b) };
}

/** Upright and level lines by place. */
class LineFinder {
  private readonly strips = { h: new Map<number, Lying[]>(), v: new Map<number, Lying[]>() };

  constructor(lines: readonly LineMark[]) {
    for (const lying of lines.flatMap((mark) => lyingOf(mark) ?? [])) {
      const strips = this.strips[lying.axis];
      const key = Math.floor(lying.at / STRIP);
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

  /** How many lines painted before `order` run into the box; pieces of one line count once. */
  countBeneath(box: Box, order: number): number {
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
