import { describe, expect, test } from 'vitest';
import type { Fill, Page } from '../../model/page.js';
import { layoutPage, measurePage } from '../layout-page.js';
import { drawBox, drawParts, drawRuling, drawTable, drawText, pageOf } from '../test-draw.js';
import { findDrawings } from './drawings.js';
import { read } from './test-tables.js';

const fill = (x0: number, top: number, x1: number, bottom: number): Fill => ({ box: { x0, top, x1, bottom }, color: '#808080', order: 0 });
const drawingsOf = (page: Page) => {
  const { segments, tables, glyphs } = measurePage(page);
  return findDrawings(page, segments, tables, glyphs);
};
const tablesOf = (page: Page) => read(page).pageTables;

const gridLines = [120, 140, 160, 180].map((y) => drawRuling('h', y, 100, 300));

describe('charts', () => {
  test('bars of unequal length on one base line are a chart, grid lines and all', () => {
    const bars = [168, 131, 152, 147].map((top, i) => fill(110 + 45 * i, top, 130 + 45 * i, 180));
    const labels = ['30', '20', '10', '0'].flatMap((text, i) => drawText(text, 84, 115 + 20 * i));
    const years = ['1998', '1999', '2000', '2001'].flatMap((text, i) => drawText(text, 110 + 45 * i, 186));
    const page = pageOf({ rulings: gridLines, fills: bars, glyphs: [...labels, ...years] });
    expect(drawingsOf(page)).toEqual([{ x0: 100, top: expect.closeTo(120), x1: 300, bottom: 180 }]);
    expect(tablesOf(page)).toEqual([]);
  });

  test('bars that lie on their side are one too', () => {
    const bars = [212, 171, 254, 133].map((end, i) => fill(100, 122 + 15 * i, end, 132 + 15 * i));
    const axis = [100, 150, 200, 250, 300].map((x) => drawRuling('v', x, 120, 180));
    expect(drawingsOf(pageOf({ rulings: axis, fills: bars }))).toHaveLength(1);
  });

  test('lines that slant over the grid are a chart', () => {
    const line = [172, 150, 161, 133, 140].map((y, i) => ({ x: 100 + 50 * i, y }));
    const diagonals = line.slice(1).map(({ x, y }, i) => ({ x0: line[i]?.x ?? 0, y0: line[i]?.y ?? 0, x1: x, y1: y, order: 0 }));
    expect(drawingsOf(pageOf({ rulings: gridLines, diagonals }))).toHaveLength(1);
  });

  test('so are curves', () => {
    const shapes = [0, 1, 2, 3].map((i) => ({ box: { x0: 100, top: 122 + 10 * i, x1: 300, bottom: 150 + 9 * i }, order: 0 }));
    expect(drawingsOf(pageOf({ rulings: gridLines, shapes }))).toHaveLength(1);
  });

  test('squares of which most rows and most columns hold no word are the ground of a drawing', () => {
    const rulings = [
      ...[100, 140, 180, 220, 260, 300].map((x) => drawRuling('v', x, 100, 200)),
      ...[100, 120, 140, 160, 180, 200].map((y) => drawRuling('h', y, 100, 300)),
    ];
    const page = pageOf({ rulings, glyphs: [...drawText('2001', 225, 104), ...drawText('2002', 265, 124)] });
    expect(tablesOf(page)).toEqual([]);
    expect(layoutPage(page).pageTables).toHaveLength(1);
  });
});

describe('no charts', () => {
  const table = `
┌─────────┬──────┬───────┐
│ Country │ 2001 │  2002 │
├─────────┼──────┼───────┤
│ Austria │      │       │
├─────────┼──────┼───────┤
│ Belgium │      │       │
└─────────┴──────┴───────┘`;

  test('cells crossed out from corner to corner', () => {
    const { glyphs, rulings } = drawParts(table);
    const xs = [...new Set(rulings.filter(({ axis }) => axis === 'v').map(({ at }) => at))].sort((a, b) => a - b);
    const ys = [...new Set(rulings.filter(({ axis }) => axis === 'h').map(({ at }) => at))].sort((a, b) => a - b);
    const cross = (row: number, col: number) => ({ x0: xs[col] ?? 0, y0: ys[row] ?? 0, x1: xs[col + 1] ?? 0, y1: ys[row + 1] ?? 0, order: 0 });
    const diagonals = [cross(1, 1), cross(1, 2), cross(2, 1), cross(2, 2)];
    expect(drawingsOf(pageOf({ glyphs, rulings, diagonals }))).toEqual([]);
  });

  test('bars drawn in the cells of a table that is filled in', () => {
    const { glyphs, rulings } = drawParts(`
┌─────────┬──────────────┐
│ Austria │           12 │
├─────────┼──────────────┤
│ Belgium │           31 │
├─────────┼──────────────┤
│ Denmark │           22 │
├─────────┼──────────────┤
│ Estonia │           17 │
└─────────┴──────────────┘`);
    const x = 50 + 10.5 * 5;
    const fills = [20, 55, 38, 29].map((long, i) => fill(x, 50 + 12 * (2 * i + 1), x + long, 50 + 12 * (2 * i + 2)));
    expect(drawingsOf(pageOf({ glyphs, rulings, fills }))).toEqual([]);
  });

  test('the backgrounds of rows and header cells', () => {
    const rows = [0, 1, 2, 3].map((i) => fill(100, 100 + 24 * i, 300, 112 + 24 * i));
    expect(drawingsOf(pageOf({ rulings: drawBox({ x0: 100, top: 100, x1: 300, bottom: 196 }), fills: rows }))).toEqual([]);
  });

  test('a call-out drawn over a table', () => {
    const shapes = [{ box: { x0: 60, top: 90, x1: 120, bottom: 130 }, order: 0 }];
    const page = drawTable(table);
    expect(drawingsOf({ ...page, shapes })).toEqual([]);
  });
});
