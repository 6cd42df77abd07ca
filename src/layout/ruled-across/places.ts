/**
 * Row by row, which edges part its cells, and where they run: in white that parts share at one place, over and under each other.
 *
 * ```
 *   ──────────────────────────────
 *          年度目標              中間確認        set to the middle of its columns: it spans them
 *   ──────────────────────────────
 *    項目   内容    目標値   状況   予定
 *   ──────────────────────────────
 * ```
 */
import type { Box } from '../../model/page.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { BODY } from '../tolerances.js';
import { withMerged } from './merged.js';
import type { Part } from './parts.js';
import type { BandRow, Piece } from './rows.js';
import type { Level, Stack } from './stacks.js';
import type { ColumnEdge } from './walls.js';

/** Text begins or ends no further from its cell's side, em, where it is set to that side. */
const TO_SIDE = 1.3;
/** Text set to the middle is off it by no more, em. */
const OFF_MIDDLE = 0.6;
/** Rulings end this near to an edge, em of the body. */
const AT_END = 0.5;
/** Lines begin at one place within this, em. */
const SAME_EDGE = 0.2;
/** A row has no more texts that are off the middle of their columns. */
const MOST_OFF = 8;

/** What stands between two edges that follow each other. */
interface Slot {
  readonly from: number;
  readonly to: number;
  /** Undefined where nothing stands. */
  readonly text: { readonly x0: number; readonly x1: number; readonly size: number; readonly isFlush: boolean } | undefined;
}

/** For each row its edges, ascending; none for a row of one cell. `byPart`: the edges of each part; `sides`: those of merged cells, by row. */
export function placeEdges(
  stack: Stack,
  rows: readonly BandRow[],
  parts: readonly Part[],
  edges: readonly ColumnEdge[],
  byPart: readonly (readonly number[])[],
  sides: readonly (readonly number[])[],
  book: Rulebook,
): number[][] {
  const partAt = rows.map((_, at) => parts.findIndex(({ first, last }) => at >= first && at <= last));
  // A row that neither white nor a merged cell parts lies between two tables.
  const tableAt: number[] = [];
  rows.forEach((_, at) => {
    const isParted = (byPart[partAt[at] ?? -1]?.length ?? 0) > 0 || (sides[at]?.length ?? 0) > 0;
    tableAt.push((tableAt[at - 1] ?? 0) + (isParted ? 0 : 1));
  });
  const beside = (part: number): number[] =>
    nextWider(part, parts, byPart).filter((other) => tableAt[parts[other]?.first ?? -1] === tableAt[parts[part]?.first ?? -1]);
  const aligned = alignParts(parts, rows, edges, byPart, stack, beside);
  return rows.map((row, at) => {
    const part = partAt[at] ?? -1;
    const drawn = withoutRulingOver(aligned[part] ?? [], stack.levels[at], stack.levels[at + 1], row);
    const known = beside(part).map((other) => aligned[other] ?? []);
    const own = withMerged(spanned(drawn, stack, row, book), sides[at] ?? [], rows.slice(parts[part]?.first ?? at, (parts[part]?.last ?? at) + 1));
    return own.length === (sides[at] ?? []).length ? withNeighbours(own, known, stack, row, book) : own;
  });
}

/** The nearest parts above and below with more columns than this one. */
function nextWider(index: number, parts: readonly Part[], byPart: readonly (readonly number[])[]): number[] {
  const own = byPart[index]?.length ?? 0;
  const isWider = (_: unknown, other: number): boolean => (byPart[other]?.length ?? 0) > own;
  const above = parts.slice(0, Math.max(0, index)).findLastIndex(isWider);
  const below = parts.findIndex((part, other) => other > index && isWider(part, other));
  return [above, below].filter((other) => other >= 0);
}

/**
 * With the edges of the parts above, or below, where a text stands neither at a side of its cell nor in the middle of it, but does so
 * between these edges: alone in its row, it cannot show them itself.
 */
function withNeighbours(xs: readonly number[], others: readonly (readonly number[])[], { x0, x1 }: Stack, row: BandRow, book: Rulebook): number[] {
  const slots = slotsOf([x0, ...xs, x1], row);
  const added = slots.flatMap((slot): readonly number[] => {
    const { text } = slot;
    if (text === undefined || fits(slot)) return [];
    for (const known of others) {
      const inside = known.filter((x) => x > slot.from + BODY && x < slot.to - BODY && (x <= text.x0 || x >= text.x1));
      const [own] = slotsOf([slot.from, ...inside, slot.to], row).filter((other) => other.text !== undefined);
      if (inside.length > 0 && own !== undefined && fits(own)) return inside;
    }
    return [];
  });
  const place = (): Box => ({ x0, x1, top: row.top, bottom: row.bottom });
  return says(book, 'edges-of-neighbours', added.length > 0, place) ? [...xs, ...added].sort((a, b) => a - b) : [...xs];
}

/** At a side of its slot, or in its middle. */
const fits = (slot: Slot): boolean =>
  slot.text === undefined || !isAway(slot) || (!slot.text.isFlush && offMiddle(slot.text, slot.from, slot.to) <= OFF_MIDDLE);

/** A part with fewer columns has its edges where the next one with more has them, above it or below it. */
function alignParts(
  parts: readonly Part[],
  rows: readonly BandRow[],
  edges: readonly ColumnEdge[],
  byPart: readonly (readonly number[])[],
  stack: Stack,
  beside: (part: number) => readonly number[],
): (readonly number[])[] {
  const aligned = [...byPart];
  const order = parts.map((_, index) => index).sort((a, b) => (byPart[b]?.length ?? 0) - (byPart[a]?.length ?? 0));
  for (const index of order) {
    const part = parts[index];
    const xs = byPart[index] ?? [];
    if (part === undefined || xs.length === 0) continue;
    const others = beside(index);
    const known = [...new Set(others.flatMap((other) => aligned[other] ?? []))].sort((a, b) => a - b);
    const own = edges.filter((edge) => edge.part === index);
    if (known.length === 0 || own.length !== xs.length) continue;
    const moved = xs.map((x, i) => {
      const { from = x, to = x, ends = [] } = own[i] ?? {};
      const inside = known.filter((other) => other >= from && other <= to);
      return ends.length === 0 && inside.length === 1 ? (inside[0] ?? x) : x;
    });
    aligned[index] = part.first === part.last ? toMiddles(own, moved, known, rows[part.first], stack) : moved;
  }
  return aligned;
}

/**
 * The edges of a row alone, moved in their white to edges of the parts above and below between which its texts stand in the middle;
 * as they were where they do not.
 */
function toMiddles(edges: readonly ColumnEdge[], xs: readonly number[], others: readonly number[], row: BandRow | undefined, { x0, x1 }: Stack): number[] {
  const choices = edges.map(({ from, to, ends }, i) => (ends.length > 0 ? xs.slice(i, i + 1) : others.filter((x) => x >= from && x <= to)));
  if (row === undefined || edges.length > MOST_OFF || choices.some((some) => some.length === 0) || !choices.some((some) => some.length > 1)) return [...xs];
  let best: { xs: readonly number[]; cost: number } | undefined;
  const search = (at: number, chosen: readonly number[], cost: number): void => {
    if (best !== undefined && cost >= best.cost) return;
    const [from, last] = [chosen.at(-1) ?? x0, at === edges.length];
    for (const to of last ? [x1] : (choices[at] ?? [])) {
      const [slot] = slotsOf([from, to], row);
      if (slot?.text === undefined) continue;
      const sum = cost + offMiddle(slot.text, from, to);
      if (!last) search(at + 1, [...chosen, to], sum);
      else if (best === undefined || sum < best.cost) best = { xs: chosen, cost: sum };
    }
  };
  search(0, [], 0);
  return best === undefined || best.cost > OFF_MIDDLE * (edges.length + 1) ? [...xs] : [...best.xs];
}

/**
 * Where the rulings above or below a row are in pieces, a piece each cell, an edge over which both of them run without an end parts
 * nothing, unless texts stand right and left of it with no other edge between.
 */
function withoutRulingOver(xs: readonly number[], above: Level | undefined, below: Level | undefined, row: BandRow): number[] {
  const levels = [above, below].filter((level) => level !== undefined && level.pieces.length > 1);
  if (levels.length === 0) return [...xs];
  const hasEnd = (x: number): boolean =>
    levels.some((level) => level?.pieces.some(({ from, to }) => Math.abs(from - x) <= AT_END * BODY || Math.abs(to - x) <= AT_END * BODY));
  const known = xs.filter(hasEnd);
  return xs.filter((x) => {
    if (known.includes(x)) return true;
    const left = known.findLast((other) => other < x) ?? -Infinity;
    const right = known.find((other) => other > x) ?? Infinity;
    const inside = row.pieces.filter(({ x0, x1 }) => x1 > left && x0 < right);
    return inside.some(({ x1 }) => x1 <= x) && inside.some(({ x0 }) => x0 >= x);
  });
}

/** Without the edges under a text that is set to the middle of several columns. */
function spanned(xs: readonly number[], { x0, x1 }: Stack, row: BandRow, book: Rulebook): number[] {
  const slots = slotsOf([x0, ...xs, x1], row);
  const off = slots.flatMap((slot, i) => (slot.text !== undefined && isOff(slot) ? [i] : []));
  if (off.length === 0 || off.length > MOST_OFF) return [...xs];
  const spans = spansOf(slots, off);
  if (spans === undefined) return [...xs];
  const place = (): Box => ({ x0, x1, top: row.top, bottom: row.bottom });
  const isSpanned = spans.some(([first, last]) => last > first);
  if (!says(book, 'spans-middle', isSpanned, place)) return [...xs];
  return xs.filter((_, i) => !spans.some(([first, last]) => i >= first && i < last));
}

function slotsOf(sides: readonly number[], row: BandRow): Slot[] {
  return sides.slice(1).map((to, i): Slot => {
    const from = sides[i] ?? to;
    const own = row.pieces.filter((piece) => (piece.x0 + piece.x1) / 2 > from && (piece.x0 + piece.x1) / 2 <= to);
    if (own.length === 0) return { from, to, text: undefined };
    return {
      from,
      to,
      text: { x0: Math.min(...own.map((piece) => piece.x0)), x1: Math.max(...own.map((piece) => piece.x1)), size: own[0]?.size ?? BODY, isFlush: isFlush(own) },
    };
  });
}

/** Several lines begin at one place: nothing that is set to the middle. */
function isFlush(pieces: readonly Piece[]): boolean {
  const starts = new Map<number, number>();
  for (const { line, x0 } of pieces) starts.set(line, Math.min(x0, starts.get(line) ?? Infinity));
  const all = [...starts.values()];
  return all.length > 1 && Math.max(...all) - Math.min(...all) <= SAME_EDGE * (pieces[0]?.size ?? BODY);
}

/** Neither in the middle of its slot nor at one of its sides. */
const isOff = (slot: Slot): boolean => slot.text !== undefined && !slot.text.isFlush && isAway(slot) && offMiddle(slot.text, slot.from, slot.to) > OFF_MIDDLE;

/** At neither side of its slot. */
const isAway = ({ from, to, text }: Slot): boolean => text !== undefined && text.x0 - from > TO_SIDE * text.size && to - text.x1 > TO_SIDE * text.size;

const offMiddle = ({ x0, x1, size }: { readonly x0: number; readonly x1: number; readonly size: number }, from: number, to: number): number =>
  Math.abs((x0 + x1) / 2 - (from + to) / 2) / size;

/**
 * For each text that is off, the slots in whose middle it stands, with no more than it and empty ones in them; undefined where there
 * are none. Together they stand as near to the middle as they can.
 */
function spansOf(slots: readonly Slot[], off: readonly number[]): [first: number, last: number][] | undefined {
  let best: { spans: [number, number][]; cost: number } | undefined;
  const search = (at: number, from: number, spans: [number, number][], cost: number): void => {
    const own = off[at];
    if (own === undefined) {
      if (best === undefined || cost < best.cost) best = { spans, cost };
      return;
    }
    const text = slots[own]?.text;
    if (text === undefined) return;
    for (let first = own; first >= from && (first === own || slots[first]?.text === undefined); first -= 1) {
      for (let last: number = own; last < slots.length && (last === own || slots[last]?.text === undefined); last += 1) {
        const away = offMiddle(text, slots[first]?.from ?? 0, slots[last]?.to ?? 0);
        if (away <= OFF_MIDDLE) search(at + 1, last + 1, [...spans, [first, last]], cost + away);
      }
    }
  };
  search(0, 0, [], 0);
  return best?.spans;
}
