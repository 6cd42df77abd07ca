/**
 * Thin bars that lie edge to edge are no rulings: a picture or a colour gradient painted strip by strip.
 *
 *   ▬▬▬▬▬▬▬▬
 *   ▬▬▬▬▬▬▬▬   four or more of one length, each touching the next → one area
 *   ▬▬▬▬▬▬▬▬
 *   ▬▬▬▬▬▬▬▬
 */
import type { Box } from '../model/page.js';
import type { AreaMark, LineMark, Marks } from './marks.js';

const FEWEST_STRIPS = 4;
/** Points. Strips overlap or leave a hair between them by rounding. */
const TOUCHING = 0.3;
/** Points. Dots and dashes are shorter. */
const SHORTEST_STRIP = 6;

/** The marks with every stack of strips replaced by the area that it paints. */
export function joinStrips(marks: Marks): Marks {
  const stacks = new Map<string, LineMark[]>();
  for (const line of marks.lines) {
    const extent = extentOf(line);
    if (extent === null) continue;
    const stack = stacks.get(extent);
    if (stack === undefined) stacks.set(extent, [line]);
    else stack.push(line);
  }
  const strips = new Set<LineMark>();
  const areas: AreaMark[] = [];
  for (const stack of stacks.values()) {
    for (const run of runsOf(stack)) {
      if (run.length < FEWEST_STRIPS) continue;
      for (const line of run) strips.add(line);
      areas.push(areaOf(run));
    }
  }
  if (strips.size === 0) return marks;
  return {
    ...marks,
    lines: marks.lines.filter((line) => !strips.has(line)),
    areas: [...marks.areas, ...areas].sort((a, b) => a.order - b.order),
  };
}

function isFlat(line: LineMark): boolean {
  return line.y0 === line.y1;
}

/** Bars of one axis and extent have one key; `null` for what is no bar. */
function extentOf(line: LineMark): string | null {
  if (line.source !== 'fill' || line.width === 0 || (line.x0 !== line.x1 && line.y0 !== line.y1)) return null;
  const [from, to] = isFlat(line) ? [line.x0, line.x1] : [line.y0, line.y1];
  return to - from < SHORTEST_STRIP ? null : `${isFlat(line)} ${Math.round(from)} ${Math.round(to)}`;
}

/** Bars that touch each other, across their length. */
function runsOf(stack: readonly LineMark[]): LineMark[][] {
  const at = (line: LineMark): number => (isFlat(line) ? line.y0 : line.x0);
  const runs: LineMark[][] = [];
  let last: LineMark | undefined;
  for (const line of [...stack].sort((a, b) => at(a) - at(b))) {
    const step = last === undefined ? Infinity : at(line) - at(last);
    const touching = last !== undefined && step > TOUCHING && step <= (line.width + last.width) / 2 + TOUCHING;
    if (touching) runs.at(-1)?.push(line);
    else runs.push([line]);
    last = line;
  }
  return runs;
}

function areaOf(run: readonly LineMark[]): AreaMark {
  const boxes = run.map((line): Box => {
    const half = line.width / 2;
    return isFlat(line)
      ? { x0: line.x0, x1: line.x1, top: line.y0 - half, bottom: line.y0 + half }
      : { x0: line.x0 - half, x1: line.x0 + half, top: line.y0, bottom: line.y1 };
  });
  const [first] = run;
  const oneColour = run.every((line) => line.color === first?.color);
  const color = oneColour ? (first?.color ?? null) : null;
  return {
    box: {
      x0: Math.min(...boxes.map((box) => box.x0)),
      top: Math.min(...boxes.map((box) => box.top)),
      x1: Math.max(...boxes.map((box) => box.x1)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    },
    color,
    opaque: true,
    // Only images have no colour at all from the first strip to the last.
    kind: color !== null ? 'fill' : oneColour ? 'image' : 'other',
    order: Math.min(...run.map((line) => line.order)),
    annotation: first?.annotation ?? false,
  };
}
