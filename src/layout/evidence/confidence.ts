/**
 * How sure it is that a table is one, and that its cells are where they are: a sum of named evidence.
 *
 * Each piece of evidence is a share from 0 to 1; the confidence is their sum, each with its weight. A table with all borders drawn
 * starts from much; one that only white parts must show figures, rules or words in line for it.
 */
import type { Line, Table } from '../../model/layout.js';
import type { Box } from '../../model/page.js';
import { median } from '../geometry.js';
import { isSpace } from '../marks.js';
import type { PageTable } from '../page-table.js';
import type { SignId } from './registry.js';

/** What speaks for a ruled table, and how much of 1 it counts. */
export const RULED_WEIGHTS = {
  /** Sides of its cells that are drawn, of all that are closed. */
  borders: 0.2,
  /** Lines without wide white in them, of all lines in cells: where a border is missing, two cells are one with white between. */
  whole: 0.5,
  /** Two rows and two columns at least; half for a single row or column. */
  grid: 0.1,
  /** Cells with text: half of them are enough. */
  text: 0.2,
} as const;

/** The same for a table without rulings down its columns. */
export const UNRULED_WEIGHTS = {
  /** Rules as wide as the table (`ruled-off`). */
  rules: 0.2,
  /** Figures below each other (`figure-columns`). */
  figures: 0.2,
  /** Words in line under headers (`headed-list`, `own-font-head`, `aligned-columns`, `pausing-columns`). */
  words: 0.1,
  /** Cells with text: all but a tenth of them are enough. */
  text: 0.3,
  /** Rows: six are enough. */
  rows: 0.1,
  /** White between its columns, where it is least: an em is enough. */
  gutters: 0.1,
} as const;

/** What speaks for a table without rulings: signs, or columns that pause together. */
export type TableSign = SignId | 'pausing-columns';

export type Evidence = Readonly<Partial<Record<keyof typeof RULED_WEIGHTS | keyof typeof UNRULED_WEIGHTS, number>>>;

/** `drawnShare`: the sides of its cells that somebody drew, as a share of those that are closed. */
export function ruledEvidence({ cells, xs, ys }: Pick<PageTable, 'cells' | 'xs' | 'ys'>, drawnShare: number): Evidence {
  return {
    borders: drawnShare,
    whole: wholeShare(cells) ** 4,
    grid: (xs.length > 2 ? 0.5 : 0) + (ys.length > 2 ? 0.5 : 0),
    text: Math.min(1, 2 * filledShare(cells)),
  };
}

export function unruledEvidence({ cells, xs, ys }: Pick<PageTable, 'cells' | 'xs' | 'ys'>, signs: readonly TableSign[]): Evidence {
  const others = signs.filter((sign) => sign !== 'ruled-off' && sign !== 'figure-columns');
  return {
    rules: signs.includes('ruled-off') ? 1 : 0,
    figures: signs.includes('figure-columns') ? 1 : 0,
    words: others.length > 0 ? 1 : 0,
    text: Math.min(1, filledShare(cells) / 0.9),
    rows: Math.min(1, (ys.length - 1) / 6),
    gutters: Math.min(1, leastGutter({ cells, xs })),
  };
}

/** White as wide as this (em) parts two texts, where it is so many times as wide as the line's usual gap. */
const WIDE = 2;
const UNUSUAL = 3;

function wholeShare(cells: PageTable['cells']): number {
  const lines = cells.flatMap((cell) => cell.lines);
  return lines.length === 0 ? 1 : lines.filter((line) => !hasWideWhite(line)).length / lines.length;
}

function hasWideWhite({ glyphs, size, writing }: Line): boolean {
  if (writing === 'vertical') return false;
  const gaps: number[] = [];
  let widest = 0;
  let last: Box | undefined;
  for (const { glyph } of glyphs) {
    if (isSpace(glyph)) continue;
    if (last !== undefined) gaps.push(glyph.box.x0 - last.x1);
    widest = Math.max(widest, gaps[gaps.length - 1] ?? 0);
    last = glyph.box;
  }
  return widest >= WIDE * size && widest >= UNUSUAL * median(gaps);
}

const filledShare = (cells: PageTable['cells']): number => cells.filter(({ lines }) => lines.length > 0).length / Math.max(1, cells.length);

/** The least white between two columns, over all rows, in em. */
function leastGutter({ cells, xs }: Pick<PageTable, 'cells' | 'xs'>): number {
  const em = median(cells.flatMap(({ lines }) => lines.map(({ size }) => size))) || 1;
  const gaps = xs.slice(1, -1).map((_, i) => {
    const boxesIn = (col: number): Box[] => cells.filter((cell) => cell.col === col && cell.colSpan === 1).flatMap(({ lines }) => lines.map(({ box }) => box));
    return Math.min(...boxesIn(i + 1).map(({ x0 }) => x0)) - Math.max(...boxesIn(i).map(({ x1 }) => x1));
  });
  return Math.max(0, Math.min(...gaps)) / em;
}

/** The sum, from 0 to 1. */
export function confidenceOf(kind: Table['kind'], evidence: Evidence): number {
  const weights: Evidence = kind === 'ruled' ? RULED_WEIGHTS : UNRULED_WEIGHTS;
  const names: readonly (keyof Evidence)[] = kind === 'ruled' ? ['borders', 'whole', 'grid', 'text'] : ['rules', 'figures', 'words', 'text', 'rows', 'gutters'];
  return names.reduce((sum, name) => sum + (weights[name] ?? 0) * (evidence[name] ?? 0), 0);
}
