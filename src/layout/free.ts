/**
 * Text outside tables → lines in reading order.
 *
 * A row of glyphs with a wide gap in it is two pieces of text (a title and a date), and so is one with a rule across the
 * gap: the columns of vertical writing go on below a rule in the next tier, not in the same line. Pieces are read band by
 * band, top to bottom; where successive bands share a white gutter the text stands in columns, each read to its end first.
 */
import type { Line } from '../model/layout.js';
import type { Box, Glyph } from '../model/page.js';
import { boundingBox, centreX, centreY, height, lastAtOrBefore, median, overlap } from './geometry.js';
import { type Framed, gatherRows, type Row } from './lines.js';
import { isSpace } from './marks.js';
import type { Segment } from './rulings.js';
import { writeLine, type Writer } from './write-line.js';

/** A gap this wide (em) ends a piece of text … */
const PIECE_GAP = 2.5;
/** … unless the line's characters are all spread about as wide: 目　　標　　管　　理. */
const SPREAD = 1.6;
/** A gutter between text columns, in em of the text. */
const GUTTER = 1.5;
/** So many bands must share a gutter to be columns of running text. */
const COLUMN_BANDS = 3;

/** Lines in reading order. `obstacles` (the page's tables) end columns of text; `segments` (its rulings) end lines that run across them. */
export function readFreeText(glyphs: readonly Glyph[], obstacles: readonly Box[], writer: Writer, segments: readonly Segment[] = []): Line[] {
  const isRuled = ruleFinder(segments);
  const split = (row: Row): Row[] => splitRow(row, isRuled);
  const rows = gatherRows(glyphs).filter((row) => row.members.some(({ glyph }) => !isSpace(glyph)));
  const across = rows.filter((row) => row.direction === 'right' || row.direction === 'left').flatMap(split);
  const down = rows.filter((row) => row.direction === 'down' || row.direction === 'up').flatMap(split);
  const lines = [...across, ...down].map((row) => writeLine(row, writer));
  const horizontal = readingOrder(
    lines.filter((line) => line.writing === 'horizontal'),
    obstacles,
  );
  return [...horizontal, ...verticalOrder(lines.filter((line) => line.writing === 'vertical'))];
}

/** True where a rule runs between two glyphs, across the line from one to the other. */
type RuleBetween = (a: Glyph, b: Glyph) => boolean;

function ruleFinder(segments: readonly Segment[]): RuleBetween {
  const sorted = (axis: 'h' | 'v'): Segment[] => segments.filter((segment) => segment.axis === axis).sort((a, b) => a.at - b.at);
  const [across, down] = [sorted('h'), sorted('v')];
  const [ys, xs] = [across.map(({ at }) => at), down.map(({ at }) => at)];
  const isBetween = (rules: readonly Segment[], places: readonly number[], from: number, to: number, along: number): boolean =>
    to > from && rules.slice(lastAtOrBefore(places, from) + 1, lastAtOrBefore(places, to) + 1).some((rule) => rule.from <= along && rule.to >= along);
  return (a, b) =>
    isBetween(across, ys, Math.min(a.box.bottom, b.box.bottom), Math.max(a.box.top, b.box.top), centreX(b.box)) ||
    isBetween(down, xs, Math.min(a.box.x1, b.box.x1), Math.max(a.box.x0, b.box.x0), centreY(b.box));
}

/** A row cut at its wide gaps and at rules; space glyphs at a cut stay with the piece before it. */
function splitRow(row: Row, isRuled: RuleBetween): Row[] {
  const printed = row.members.filter(({ glyph }) => !isSpace(glyph));
  const em = median(printed.map(({ glyph }) => glyph.size)) || 1;
  const gaps = printed.slice(1).map((member, i) => (member.box.x0 - (printed[i]?.box.x1 ?? 0)) / em);
  const limit = Math.max(PIECE_GAP, SPREAD * median(gaps));
  const pieces: Framed[][] = [[]];
  let last: Framed | undefined;
  for (const member of row.members) {
    const isPrinted = !isSpace(member.glyph);
    if (isPrinted && last !== undefined && (member.box.x0 - last.box.x1 > limit * em || isRuled(last.glyph, member.glyph))) pieces.push([]);
    pieces[pieces.length - 1]?.push(member);
    if (isPrinted) last = member;
  }
  return pieces.map((members) => ({ ...row, members, box: boundingBox(members.map((m) => m.box)) }));
}

interface Band {
  readonly lines: Line[];
  top: number;
  bottom: number;
}

export function readingOrder(lines: readonly Line[], obstacles: readonly Box[]): Line[] {
  const bands = toBands(lines);
  const ordered: Line[] = [];
  for (let i = 0; i < bands.length; ) {
    const columns = columnsFrom(bands, i, obstacles);
    if (columns === undefined) {
      ordered.push(...[...(bands[i]?.lines ?? [])].sort((a, b) => a.box.x0 - b.box.x0));
      i += 1;
    } else {
      ordered.push(...columns.left, ...columns.right);
      i += columns.bands;
    }
  }
  return ordered;
}

/** Lines that stand beside each other, by half of their height or more, make a band. */
function toBands(lines: readonly Line[]): Band[] {
  const bands: Band[] = [];
  for (const line of [...lines].sort((a, b) => a.box.top + a.box.bottom - (b.box.top + b.box.bottom))) {
    const band = bands[bands.length - 1];
    const least = 0.5 * Math.min(height(line.box), band ? band.bottom - band.top : 0);
    if (band && overlap(band.top, band.bottom, line.box.top, line.box.bottom) > least) {
      band.lines.push(line);
      // The band keeps the height of its first line: tall neighbours must not chain bands together.
    } else {
      bands.push({ lines: [line], top: line.box.top, bottom: line.box.bottom });
    }
  }
  return bands;
}

/** From band `start` on: as many bands as share one gutter, if there are enough to be columns of text. */
function columnsFrom(bands: readonly Band[], start: number, obstacles: readonly Box[]): { left: Line[]; right: Line[]; bands: number } | undefined {
  const first = bands[start];
  if (first === undefined || first.lines.length < 2) return undefined;
  const inOrder = [...first.lines].sort((a, b) => a.box.x0 - b.box.x0);
  const left = inOrder[0];
  const right = inOrder[1];
  if (left === undefined || right === undefined) return undefined;
  let from = left.box.x1;
  let to = right.box.x0;
  let count = 0;
  let both = 0;
  for (let i = start; i < bands.length; i += 1) {
    const band = bands[i];
    if (band === undefined || obstacles.some((box) => box.top >= first.top && box.top < band.top)) break;
    const before = band.lines.filter((line) => line.box.x0 < to && line.box.x1 <= to);
    const after = band.lines.filter((line) => line.box.x0 >= from && !before.includes(line));
    if (before.length + after.length < band.lines.length) break;
    const nextFrom = Math.max(from, ...before.map((line) => line.box.x1));
    const nextTo = Math.min(to, ...after.map((line) => line.box.x0));
    if (nextTo - nextFrom < GUTTER * left.size) break;
    from = nextFrom;
    to = nextTo;
    count += 1;
    if (before.length > 0 && after.length > 0) both += 1;
  }
  if (both < COLUMN_BANDS) return undefined;
  const members = bands.slice(start, start + count).flatMap((band) => band.lines);
  const middle = (from + to) / 2;
  return {
    left: readingOrder(
      members.filter((line) => line.box.x1 <= middle),
      obstacles,
    ),
    right: readingOrder(
      members.filter((line) => line.box.x1 > middle),
      obstacles,
    ),
    bands: count,
  };
}

/** Vertical lines: those beside each other from right to left, then the next tier down. */
function verticalOrder(lines: readonly Line[]): Line[] {
  const tiers: { lines: Line[]; bottom: number }[] = [];
  for (const line of [...lines].sort((a, b) => a.box.top - b.box.top)) {
    const tier = tiers[tiers.length - 1];
    if (tier && line.box.top < tier.bottom) {
      tier.lines.push(line);
      tier.bottom = Math.max(tier.bottom, line.box.bottom);
    } else {
      tiers.push({ lines: [line], bottom: line.box.bottom });
    }
  }
  return tiers.flatMap((tier) => tier.lines.sort((a, b) => b.box.x0 - a.box.x0 || a.box.top - b.box.top));
}
