/**
 * Rulings that belong to text, not to a table: glyphs × rulings → struck glyphs and the rulings used up.
 *
 * A strike runs through the middle of the glyphs and begins and ends with them (spaces included); an underline
 * or overline does the same at their edge, inside its cell. A ruling of a grid reaches from ruling to ruling instead,
 * whatever text it happens to pass.
 */
import type { Box, Glyph, Ruling } from '../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { directionOf } from './frame.js';
import { boxOfLine, lastAtOrBefore } from './geometry.js';
import { joinRulings } from './rulings.js';
import { SQUARE } from './tolerances.js';

/**
 * Where in the em box (0 above, 1 below) a strike may run. Fonts put it 0.26 to 0.4 em above the baseline,
 * that is 0.48 to 0.62 below the em box's top; a double strike takes a little more room on both sides.
 */
const STRIKE_BAND = { from: 0.32, to: 0.7 } as const;
/** Underlines lie at or below the baseline (0.88), programs put them down to 0.35 em under the em box. */
const UNDERLINE_BAND = { from: 0.82, to: 1.35 } as const;
/** A line over the text. */
const OVERLINE_BAND = { from: -0.2, to: 0.12 } as const;
/** How far, in em, the line's end may lie from the end of the text that it goes with. */
const END_SLACK = 0.35;
/** A strike may take in one full-width space that was drawn as no glyph at its end. */
const STRIKE_END_SLACK = 1.1;
/** Gaps inside struck text, in em: a few spaces that draw nothing. */
const GAP_SLACK = 2.2;
/** Thicker lines than this, in em, are bars or redaction. */
const THICKEST = 0.22;
/** Punctuation that prints in the first half of its em box: a strike over the ink may end before the box's middle. */
const HALF_WIDTH_INK = /^[、。，．」』）】]$/u;
const INK_OF_HALF = 0.2;

export interface TextLines {
  readonly struck: ReadonlySet<Glyph>;
  /** Rulings that strike text out. */
  readonly strikes: readonly Ruling[];
  /** Rulings that under- or overline text. */
  readonly underlines: readonly Ruling[];
  /** The rulings left for tables. */
  readonly rulings: readonly Ruling[];
}

/** A glyph or ruling seen along the line of text: `along` is the reading direction, `across` grows downwards. */
interface Seen {
  readonly glyph: Glyph;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

const runsDown = (glyph: Glyph): boolean => {
  const direction = directionOf(glyph);
  return direction === 'down' || direction === 'up';
};

export function findTextLines(glyphs: readonly Glyph[], rulings: readonly Ruling[], book: Rulebook = PLAIN_BOOK): TextLines {
  const [level, upright]: [Glyph[], Glyph[]] = [[], []];
  for (const glyph of glyphs) (runsDown(glyph) ? upright : level).push(glyph);
  const across = index(level, rulings, 'h');
  const down = index(upright, rulings, 'v');
  const struck = new Set<Glyph>();
  const strikes: Ruling[] = [];
  const underlines: Ruling[] = [];
  const rest: Ruling[] = [];
  for (const ruling of rulings) {
    const lookup = ruling.axis === 'h' ? across : down;
    const hits = ruling.source === 'edge' ? [] : lookup(ruling);
    const through = hits.filter((seen) => isWithin(ruling, seen, STRIKE_BAND));
    // Nobody strikes text out with dashes; a row of little strokes is part of the characters' own outlines.
    const mayStrike = !(ruling.dashed && ruling.source === 'stroke');
    const place = (): Box => boxOfLine(ruling);
    if (says(book, 'struck-out', mayStrike && goesWith(ruling, through, STRIKE_END_SLACK), place)) {
      strikes.push(ruling);
      for (const { glyph, from, to } of through) {
        const ink = from + (HALF_WIDTH_INK.test(glyph.text) ? INK_OF_HALF : 0.5) * (to - from);
        if (ink >= ruling.from && ink <= ruling.to) struck.add(glyph);
      }
      continue;
    }
    const under = hits.filter((seen) => isWithin(ruling, seen, UNDERLINE_BAND));
    const over = hits.filter((seen) => isWithin(ruling, seen, OVERLINE_BAND));
    const isBeside = says(book, 'underlined', goesWith(ruling, under, END_SLACK), place) || says(book, 'overlined', goesWith(ruling, over, END_SLACK), place);
    if (isBeside) underlines.push(ruling);
    else rest.push(ruling);
  }
  const { kept, decorations } = keepGridRulings(underlines, rest, book);
  return { struck, strikes, underlines: decorations, rulings: [...rest, ...kept] };
}

/** Glyphs by their place across the line, as far as a ruling lies there. */
function index(glyphs: readonly Glyph[], rulings: readonly Ruling[], axis: 'h' | 'v'): (ruling: Ruling) => Seen[] {
  const buckets = new Map<number, Seen[]>();
  for (const ruling of rulings) if (ruling.axis === axis && ruling.source !== 'edge') buckets.set(Math.floor(ruling.at / SQUARE), []);
  let widest = 0;
  for (const glyph of glyphs) {
    const { x0, x1, top, bottom } = glyph.box;
    widest = Math.max(widest, axis === 'h' ? x1 - x0 : bottom - top);
    const low = axis === 'h' ? top : x0;
    const high = axis === 'h' ? bottom : x1;
    // No line of text lies further from its em box than the lowest underline.
    const margin = (high - low) * (UNDERLINE_BAND.to - 1);
    let seen: Seen | undefined;
    for (let b = Math.floor((low - margin) / SQUARE); b <= Math.floor((high + margin) / SQUARE); b += 1) {
      buckets.get(b)?.push((seen ??= see(glyph, axis)));
    }
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => a.from - b.from);
  return (ruling) => {
    const bucket = buckets.get(Math.floor(ruling.at / SQUARE)) ?? [];
    const found: Seen[] = [];
    for (let i = firstFrom(bucket, ruling.from - widest); i < bucket.length; i += 1) {
      const seen = bucket[i];
      if (seen === undefined || seen.from >= ruling.to) break;
      if (seen.to > ruling.from) found.push(seen);
    }
    return found;
  };
}

function firstFrom(bucket: readonly Seen[], from: number): number {
  let low = 0;
  let high = bucket.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bucket[middle]?.from ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function see(glyph: Glyph, axis: 'h' | 'v'): Seen {
  const box: Box = glyph.box;
  return axis === 'h'
    ? { glyph, from: box.x0, to: box.x1, low: box.top, high: box.bottom }
    : { glyph, from: box.top, to: box.bottom, low: box.x0, high: box.x1 };
}

function isWithin(ruling: Ruling, seen: Seen, band: { readonly from: number; readonly to: number }): boolean {
  const em = seen.high - seen.low;
  if (em <= 0 || ruling.width > THICKEST * em) return false;
  const at = (ruling.at - seen.low) / em;
  return at >= band.from && at <= band.to;
}

/** True when the ruling begins and ends with these glyphs and they fill it without a large gap. */
function goesWith(ruling: Ruling, seen: readonly Seen[], endSlack: number): boolean {
  const first = seen[0];
  if (first === undefined) return false;
  const em = first.glyph.size;
  const begins = Math.abs(first.from - ruling.from) <= Math.max(endSlack * em, 0) || isCut(first, ruling.from);
  if (!begins) return false;
  let reached = first.to;
  for (const next of seen) {
    if (next.from - reached > GAP_SLACK * em) return false;
    reached = Math.max(reached, next.to);
  }
  const last = seen.reduce((a, b) => (b.to > a.to ? b : a));
  return Math.abs(reached - ruling.to) <= endSlack * em || isCut(last, ruling.to);
}

/** The end falls inside this glyph: a partial strike drawn a little short or long. */
const isCut = (seen: Seen, at: number): boolean => at > seen.from && at < seen.to;

/**
 * Text that fills its cell to the edges has the cell's border for an underline, and so has text above a border drawn in
 * pieces, one of which happens to begin and end under it. The whole line tells: one that meets a ruling across it, at its
 * ends or between them, belongs to the grid; an underline stays inside its cell.
 *
 * ```
 *   │ 事業の名称 │
 *   ├─── ── ── ──┤   one of the pieces begins and ends under the name
 *   │ 市民課     │
 * ```
 */
function keepGridRulings(candidates: readonly Ruling[], others: readonly Ruling[], book: Rulebook): { kept: Ruling[]; decorations: Ruling[] } {
  if (candidates.length === 0) return { kept: [], decorations: [] };
  const lineOf = wholeLines([...candidates, ...others]);
  const meets = crossingFinder(others);
  const kept: Ruling[] = [];
  const decorations: Ruling[] = [];
  for (const ruling of candidates) (says(book, 'border-under-text', meets(lineOf(ruling)), () => boxOfLine(ruling)) ? kept : decorations).push(ruling);
  return { kept, decorations };
}

type Extent = Pick<Ruling, 'axis' | 'at' | 'from' | 'to'>;

/** The whole line that a ruling is a piece of. */
function wholeLines(rulings: readonly Ruling[]): (ruling: Ruling) => Extent {
  const lines = joinRulings(rulings);
  const byPlace = new Map<string, Extent[]>();
  const keyOf = (axis: string, place: number): string => `${axis} ${place}`;
  for (const line of lines) {
    const key = keyOf(line.axis, Math.floor(line.at / SQUARE));
    byPlace.set(key, [...(byPlace.get(key) ?? []), line]);
  }
  return (ruling) => {
    const place = Math.floor(ruling.at / SQUARE);
    const near = [place - 1, place, place + 1].flatMap((p) => byPlace.get(keyOf(ruling.axis, p)) ?? []);
    return near.find((line) => Math.abs(line.at - ruling.at) <= MEETING && line.from <= ruling.from && line.to >= ruling.to) ?? ruling;
  };
}

/** How near, in points, a crossing ruling counts as met. */
const MEETING = 1.5;

function crossingFinder(others: readonly Ruling[]): (line: Extent) => boolean {
  const sorted = { h: others.filter(({ axis }) => axis === 'h').sort(byPlace), v: others.filter(({ axis }) => axis === 'v').sort(byPlace) };
  const places = { h: sorted.h.map(({ at }) => at), v: sorted.v.map(({ at }) => at) };
  return (line) => {
    const axis = line.axis === 'h' ? 'v' : 'h';
    const first = lastAtOrBefore(places[axis], line.from - MEETING);
    return sorted[axis]
      .slice(Math.max(0, first), lastAtOrBefore(places[axis], line.to + MEETING) + 1)
      .some(({ at, from, to }) => at >= line.from - MEETING && line.at >= from - MEETING && line.at <= to + MEETING);
  };
}

const byPlace = (a: Ruling, b: Ruling): number => a.at - b.at;
