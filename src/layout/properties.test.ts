import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLayout } from '../model/layout.js';
import type { Glyph, HiddenReason, Ruling } from '../model/page.js';
import { layoutDocument } from './index.js';
import { isSpace } from './marks.js';
import { drawGlyph, drawRuling, drawText, pageOf } from './test-draw.js';
import { cellText, onlyTable } from './test-read.js';

/** A rectangle of micro-cells and the text drawn into it. */
interface DrawnCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

interface DrawnGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly DrawnCell[];
}

/** Sums up sizes from a start: edges. */
const edges = (start: number, sizes: readonly number[]): number[] =>
  sizes.reduce<number[]>((all, size) => [...all, (all[all.length - 1] ?? start) + size], [start]);

/** A grid with random merges: each merge takes what is still free of its rectangle, if all of it is. */
const drawnGrid: fc.Arbitrary<DrawnGrid> = fc
  .record({
    widths: fc.array(fc.integer({ min: 30, max: 80 }), { minLength: 2, maxLength: 5 }),
    heights: fc.array(fc.integer({ min: 18, max: 50 }), { minLength: 2, maxLength: 6 }),
    merges: fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 4,
    }),
  })
  .map(({ widths, heights, merges }) => {
    const taken = new Set<string>();
    const cells: Omit<DrawnCell, 'text'>[] = [];
    const claim = (row: number, col: number, rowSpan: number, colSpan: number): void => {
      if (row + rowSpan > heights.length || col + colSpan > widths.length) return;
      const places = [...Array(rowSpan * colSpan).keys()].map((i) => `${row + Math.floor(i / colSpan)} ${col + (i % colSpan)}`);
      if (places.some((place) => taken.has(place))) return;
      for (const place of places) taken.add(place);
      cells.push({ row, col, rowSpan, colSpan });
    };
    for (const [row, col, rowSpan, colSpan] of merges) claim(row, col, rowSpan, colSpan);
    for (let row = 0; row < heights.length; row += 1) for (let col = 0; col < widths.length; col += 1) claim(row, col, 1, 1);
    const named = cells.map((cell, i) => ({ ...cell, text: `課${i}` }));
    return { xs: edges(40, widths), ys: edges(40, heights), cells: named };
  });

interface Style {
  readonly kind: 'solid' | 'dashed' | 'double' | 'rectangle';
  readonly jitter: readonly number[];
  readonly open: 'none' | 'sides' | 'ends';
}

const style: fc.Arbitrary<Style> = fc.record({
  kind: fc.constantFrom<Style['kind'][]>('solid', 'dashed', 'double', 'rectangle'),
  jitter: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 7, maxLength: 7 }),
  open: fc.constantFrom<Style['open'][]>('none', 'sides', 'ends'),
});

interface Side {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Each cell's sides, every one drawn on its own as spreadsheets do. */
function sidesOf({ xs, ys, cells }: DrawnGrid): Side[] {
  return cells.flatMap((cell): Side[] => {
    const x0 = xs[cell.col] ?? 0;
    const x1 = xs[cell.col + cell.colSpan] ?? 0;
    const top = ys[cell.row] ?? 0;
    const bottom = ys[cell.row + cell.rowSpan] ?? 0;
    return [
      { axis: 'h', at: top, from: x0, to: x1 },
      { axis: 'h', at: bottom, from: x0, to: x1 },
      { axis: 'v', at: x0, from: top, to: bottom },
      { axis: 'v', at: x1, from: top, to: bottom },
    ];
  });
}

/** An outer edge can be told only where inner rulings end on it: every band needs one that crosses it. */
function canOpen(grid: DrawnGrid, open: Style['open']): boolean {
  if (open === 'none') return false;
  const bands = (open === 'sides' ? grid.ys : grid.xs).length - 1;
  const whole = (open === 'sides' ? grid.xs : grid.ys).length - 1;
  return [...Array(bands).keys()].every((band) =>
    grid.cells.some((cell) => {
      const [start, span, length] = open === 'sides' ? [cell.row, cell.rowSpan, cell.colSpan] : [cell.col, cell.colSpan, cell.rowSpan];
      return start <= band && start + span > band && length < whole;
    }),
  );
}

function drawSides(grid: DrawnGrid, look: Style): Ruling[] {
  const { xs, ys } = grid;
  const hidden = canOpen(grid, look.open)
    ? look.open === 'sides'
      ? new Set([`v ${xs[0]}`, `v ${xs[xs.length - 1]}`])
      : new Set([`h ${ys[0]}`, `h ${ys[ys.length - 1]}`])
    : new Set<string>();
  return sidesOf(grid)
    .filter((side) => !hidden.has(`${side.axis} ${side.at}`))
    .flatMap((side, i): Ruling[] => {
      const shake = (n: number): number => look.jitter[(i + n) % look.jitter.length] ?? 0;
      const at = side.at + shake(0);
      const from = side.from + shake(1);
      const to = side.to + shake(2);
      switch (look.kind) {
        case 'solid':
          return [drawRuling(side.axis, at, from, to)];
        case 'rectangle':
          return [drawRuling(side.axis, at, from, to, { source: 'fill', width: 0.8 })];
        case 'double':
          return [drawRuling(side.axis, at - 0.7, from, to), drawRuling(side.axis, at + 0.7, from, to)];
        case 'dashed': {
          const pieces: Ruling[] = [];
          for (let start = from; start < to; start += 5) {
            pieces.push(drawRuling(side.axis, at, start, Math.min(start + 3, to)));
          }
          return pieces;
        }
      }
    });
}

const drawTexts = ({ xs, ys, cells }: DrawnGrid): Glyph[] =>
  cells.flatMap((cell) => drawText(cell.text, (xs[cell.col] ?? 0) + 5, (ys[cell.row] ?? 0) + 4, { size: 8 }));

/** The drawn cells on the edges that are left after merging. */
function expectedCells({ cells }: DrawnGrid): string[] {
  const cols = [...new Set(cells.flatMap((cell) => [cell.col, cell.col + cell.colSpan]))].sort((a, b) => a - b);
  const rows = [...new Set(cells.flatMap((cell) => [cell.row, cell.row + cell.rowSpan]))].sort((a, b) => a - b);
  return cells.map((cell) => {
    const row = rows.indexOf(cell.row);
    const col = cols.indexOf(cell.col);
    const rowSpan = rows.indexOf(cell.row + cell.rowSpan) - row;
    const colSpan = cols.indexOf(cell.col + cell.colSpan) - col;
    return `${row} ${col} ${rowSpan} ${colSpan} ${cell.text}`;
  });
}

/** Glyphs of all lines of a layout, as often as they occur. */
const placed = (layout: DocumentLayout): Glyph[] =>
  [
    ...layout.tables.flatMap((table) => [...table.cells, ...table.repeatedHeaders].flatMap((cell) => cell.parts.flatMap((part) => part.lines))),
    ...layout.pages.flatMap((page) => page.free.map((free) => free.line)),
  ].flatMap((line) => line.glyphs.map(({ glyph }) => glyph));

const reasons: HiddenReason[] = ['mode', 'transparent', 'background', 'covered', 'outside'];

const anyGlyph: fc.Arbitrary<Glyph> = fc
  .record({
    text: fc.constantFrom('課', '市', '1', 'A', ' ', '　', '。', 'ー'),
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 300 }),
    size: fc.constantFrom(6, 9, 10.5, 14),
    turn: fc.constantFrom<Glyph['turn'][]>(0, 0, 0, 90, 180, 270),
    vertical: fc.boolean(),
    hidden: fc.option(fc.constantFrom(...reasons), { nil: undefined, freq: 5 }),
  })
  .map(({ text, x, y, hidden, ...more }) => drawGlyph(text, x, y, hidden === undefined ? more : { ...more, hidden }));

const anyRuling: fc.Arbitrary<Ruling> = fc
  .record({
    axis: fc.constantFrom<Ruling['axis'][]>('h', 'v'),
    at: fc.integer({ min: 0, max: 30 }),
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 20 }),
    source: fc.constantFrom<Ruling['source'][]>('stroke', 'fill', 'edge'),
  })
  .map(({ axis, at, from, length, source }) => drawRuling(axis, at * 10, from * 10, (from + length) * 10, { source }));

describe('every page', () => {
  it('comes out as it was drawn, however its rulings were drawn', () => {
    fc.assert(
      fc.property(drawnGrid, style, (grid, look) => {
        const table = onlyTable(pageOf({ glyphs: drawTexts(grid), rulings: drawSides(grid, look) }));
        const read = table.cells.map((c) => `${c.row} ${c.col} ${c.rowSpan} ${c.colSpan} ${cellText(c)}`);
        expect(read.sort()).toEqual(expectedCells(grid).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('keeps each visible glyph in exactly one line or counts it as excluded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyGlyph, { maxLength: 40 }), { minLength: 1, maxLength: 3 }),
        fc.array(anyRuling, { maxLength: 25 }),
        (glyphs, rulings) => {
          const pages = glyphs.map((onPage, i) => pageOf({ number: i + 1, glyphs: onPage, rulings }));
          const layout = layoutDocument(pages);
          const kept = placed(layout).filter((glyph) => !isSpace(glyph));
          expect(new Set(kept).size).toBe(kept.length);
          const excluded = layout.pages.flatMap((page) => Object.values(page.excluded)).reduce((a, b) => a + b, 0);
          const drawn = pages.flatMap((page) => page.glyphs).filter((glyph) => !isSpace(glyph));
          expect(kept.length + excluded).toBe(drawn.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('covers each micro-cell of a table with exactly one cell', () => {
    fc.assert(
      fc.property(fc.array(anyGlyph, { maxLength: 40 }), fc.array(anyRuling, { maxLength: 40 }), (glyphs, rulings) => {
        for (const table of layoutDocument([pageOf({ glyphs, rulings })]).tables) {
          const cover = new Array<number>(table.rows * table.cols).fill(0);
          for (const cell of table.cells) {
            for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) {
              for (let c = cell.col; c < cell.col + cell.colSpan; c += 1) {
                cover[r * table.cols + c] = (cover[r * table.cols + c] ?? 0) + 1;
              }
            }
          }
          expect(cover.every((count) => count === 1)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows exactly the struck part of a line as struck', () => {
    const text = '年間の時間外勤務時間';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }), (from, length) => {
        const to = Math.min(from + length, text.length);
        const strike = drawRuling('h', 55.5, 50 + from * 10, 50 + to * 10);
        const line = layoutDocument([pageOf({ glyphs: drawText(text, 50, 50), rulings: [strike] })]).pages[0]?.free[0]?.line;
        expect(line?.raw).toBe(`${text.slice(0, from)}~~${text.slice(from, to)}~~${text.slice(to)}`);
        expect(line?.text).toBe(text.slice(0, from) + text.slice(to));
      }),
    );
  });
});
