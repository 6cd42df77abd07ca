/**
 * Tables of wrapped text without rules: rows are parted by white right across the table.
 *
 * ```
 *   Measure       Objective              Responsible
 *
 *   Teachers in   To support grants      Commission       in every column the lines of a cell stand near
 *   schools       for average income     services         to each other; between rows all columns pause
 *
 *   Transport     Energy consumption     Member States
 *                 by households
 * ```
 * Columns of running text do not pause together.
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox } from '../geometry.js';
import { across, gaps, hull, type Span } from '../intervals.js';
import { partsTables } from './captions.js';
import type { Column, Placement } from './columns.js';
import type { Surroundings } from './evidence.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { isFull } from './prose.js';
import type { Rows } from './rows.js';
import { isTextTable, mayBeTextTable } from './text-evidence.js';

export interface TextTable {
  readonly lines: readonly PhraseLine[];
  readonly placement: Placement;
  readonly rows: Rows;
}

/** White between lines that exceeds the lines' usual white by this (em) parts rows. */
const PAUSE = 0.2;
/** Lines of text are set with no less white than nearly all others of their size. */
const TIGHTEST = 0.2;
/** Rows of one table are no further apart, em. */
const WIDEST_PAUSE = 2.5;
/** A gutter's least width, em. */
const GUTTER = 0.9;
/** Between a header that fills its column and the edge at which the next column's cells begin. */
const PADDING = 0.5;
const SAME_EDGE = 0.12;
const LEAST_ROWS = 3;
/** Text above a table may share its gutters for so many blocks; after that a run that is no table is given up. */
const MOST_STARTS = 5;
/** Authors break a line of their own now and then. */
const MOSTLY = 0.8;

interface Block {
  readonly lines: readonly PhraseLine[];
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

export function findTextTables(lines: readonly PhraseLine[], around: Surroundings, book: Rulebook = PLAIN_BOOK): TextTable[] {
  const blocks = toBlocks(lines);
  const tables: TextTable[] = [];
  let lastEnd = 0;
  let starts = 0;
  for (let i = 0; i < blocks.length; ) {
    const { end, gutters } = growFrom(blocks, i, book);
    starts = end === lastEnd ? starts + 1 : 0;
    lastEnd = end;
    const run = blocks.slice(i, end);
    const table = run.length >= LEAST_ROWS ? toTable(run, gutters, around, book) : undefined;
    if (table !== undefined) tables.push(table);
    i = table === undefined && starts < MOST_STARTS ? i + 1 : end;
  }
  return tables;
}

/** The white that text of each size (half points) is set with. */
function usualWhite(lines: readonly PhraseLine[]): (size: number) => number {
  const bySize = new Map<number, number[]>();
  lines.slice(1).forEach((line, i) => {
    const above = lines[i];
    if (above === undefined || sizeKey(above.size) !== sizeKey(line.size) || line.top <= above.bottom) return;
    const known = bySize.get(sizeKey(line.size));
    if (known) known.push(line.top - above.bottom);
    else bySize.set(sizeKey(line.size), [line.top - above.bottom]);
  });
  const usual = new Map([...bySize].map(([key, whites]) => [key, whites.sort((a, b) => a - b)[Math.floor(TIGHTEST * whites.length)] ?? 0]));
  return (size) => usual.get(sizeKey(size)) ?? 0;
}

const sizeKey = (size: number): number => Math.round(2 * size);

function toBlocks(lines: readonly PhraseLine[]): Block[] {
  const usual = usualWhite(lines);
  const blocks: { lines: PhraseLine[]; top: number; bottom: number; size: number }[] = [];
  for (const line of lines) {
    const block = blocks[blocks.length - 1];
    if (block !== undefined && line.top - block.bottom <= usual(line.size) + PAUSE * line.size && !partsTables(line)) {
      block.lines.push(line);
      block.bottom = Math.max(block.bottom, line.bottom);
    } else {
      blocks.push({ lines: [line], top: line.top, bottom: line.bottom, size: line.size });
    }
  }
  return blocks;
}

/** As many blocks as share gutters, with text on both sides of them. */
function growFrom(blocks: readonly Block[], start: number, book: Rulebook): { end: number; gutters: readonly Span[] } {
  const first = blocks[start];
  if (first === undefined) return { end: start, gutters: [] };
  let gutters = gapsOf(first, book);
  let end = start + 1;
  for (; end < blocks.length && gutters.length > 0; end += 1) {
    const block = blocks[end];
    const before = blocks[end - 1];
    if (block === undefined || before === undefined) break;
    if (block.top - before.bottom > WIDEST_PAUSE * block.size || block.lines.some(partsTables)) break;
    if (Math.abs(block.size - first.size) > 0.15 * first.size) break;
    const next = gutters.flatMap((gutter) => clear(gutter, block));
    const kept = next.filter((gutter) => isGutter(gutter, block, book));
    if (kept.length === 0) break;
    gutters = kept;
  }
  return { end, gutters };
}

/** White between the phrases of a block, over all of its lines. */
const gapsOf = (block: Block, book: Rulebook): Span[] => gaps(spansOf(block), hull(spansOf(block))).filter((gutter) => isGutter(gutter, block, book));

/** The widest that the block's phrases leave of the gutter. */
const clear = (gutter: Span, block: Block): Span[] =>
  gaps(spansOf(block), gutter)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, 1);

/** Wide white; or less of it, as a header leaves that fills its column, where the next column's cell begins at the edge. */
function isGutter({ from, to }: Span, block: Block, book: Rulebook): boolean {
  const white = (to - from) / block.size;
  if (white >= GUTTER) return true;
  const first = block.lines[0]?.phrases.find(({ box }) => box.x0 > (from + to) / 2);
  const isAtEdge = white >= PADDING && first !== undefined && first.box.x0 - to <= SAME_EDGE * block.size;
  return says(book, 'narrow-gutter', isAtEdge, () => ({ x0: from, x1: to, top: block.top, bottom: block.bottom }));
}

const spansOf = ({ lines }: Block): Span[] => lines.flatMap(({ phrases }) => phrases.map(({ box }) => across(box)));

function toTable(run: readonly Block[], gutters: readonly Span[], around: Surroundings, book: Rulebook): TextTable | undefined {
  const lines = run.flatMap((block) => block.lines);
  const phrases = lines.flatMap((line) => line.phrases);
  const edges = [...gutters].map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b);
  const columnOf = (phrase: Phrase): number => edges.filter((edge) => edge < (phrase.box.x0 + phrase.box.x1) / 2).length;
  const cells = run.map((block) => {
    const own = block.lines.flatMap((line) => line.phrases);
    return Array.from({ length: edges.length + 1 }, (_, c) => own.filter((phrase) => columnOf(phrase) === c));
  });
  const columns = cells[0]?.map((_, c): Column => {
    const own = phrases.filter((phrase) => columnOf(phrase) === c);
    const { from: x0, to: x1 } = hull(own.map(({ box }) => across(box)));
    return { x0, x1 };
  });
  if (columns === undefined || columns.some(({ x0, x1 }) => x1 < x0)) return undefined;
  const place = (): Box => boundingBox(phrases.map(({ box }) => box));
  const isCandidate = mayBeTextTable(cells) && isWrapped(cells, columns);
  if (!isCandidate || !isTextTable(cells, columns, lines, around, book) || !says(book, 'pausing-columns', true, place)) return undefined;
  let at = 0;
  const groups = run.map((block) => block.lines.map(() => at++));
  return {
    lines,
    placement: { columns, places: new Map(phrases.map((phrase) => [phrase, { first: columnOf(phrase), last: columnOf(phrase) }])) },
    rows: { groups, header: 0 },
  };
}

/** Lines of a cell fill their column before the next begins: they are no rows of their own. */
function isWrapped(rows: readonly (readonly (readonly Phrase[])[])[], columns: readonly Column[]): boolean {
  let joints = 0;
  let full = 0;
  for (const row of rows) {
    row.forEach((cell, c) => {
      cell.slice(1).forEach((next, i) => {
        const phrase = cell[i];
        if (phrase === undefined || phrase.line === next.line) return;
        joints += 1;
        if (isFull(phrase, next, columns[c]?.x1 ?? Infinity)) full += 1;
      });
    });
  }
  return full >= MOSTLY * joints;
}
