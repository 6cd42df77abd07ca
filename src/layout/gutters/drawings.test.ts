import { describe, expect, test } from 'vitest';
import type { Fill, Page } from '../../model/page.js';
import { layoutPage, measurePage } from '../layout-page.js';
import { drawBox, drawParts, drawRuling, drawTable, drawText, pageOf } from '../test-draw.js';
import { findDrawings, isDrawn, isLabelOf } from './drawings.js';
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

describe('what makes a chart', () => {
  const bar = (i: number, top: number, width = 20): Fill => fill(110 + 45 * i, top, 110 + 45 * i + width, 180);
  const isChart = (page: Page): boolean => drawingsOf(page).length > 0;
  const bars = (...tops: readonly number[]): Page => pageOf({ rulings: gridLines, fills: tops.map((top, i) => bar(i, top)) });
  const slants = (count: number): Page =>
    pageOf({ rulings: gridLines, diagonals: Array.from({ length: count }, (_, i) => ({ x0: 110 + 20 * i, y0: 115, x1: 125 + 20 * i, y1: 175, order: 0 })) });

  test('three bars of unequal length', () => {
    expect([isChart(bars(131, 152, 147)), isChart(bars(131, 152))]).toEqual([true, false]);
  });

  test('bars whose ends are no rounding of each other', () => {
    expect([isChart(bars(131, 133, 135)), isChart(bars(131, 132.2, 133.4))]).toEqual([true, false]);
  });

  test('bars that all are about as thick', () => {
    const thick = (by: number): Page => pageOf({ rulings: gridLines, fills: [131, 152, 147].map((top, i) => bar(i, top, 20 + by * i)) });
    expect([isChart(thick(0.6)), isChart(thick(1.1))]).toEqual([true, false]);
  });

  test('four lines that slant', () => {
    expect([isChart(slants(4)), isChart(slants(3))]).toEqual([true, false]);
  });

  test('a drawing as high as three lines, not a sign', () => {
    const signs = (side: number): Page =>
      pageOf({ diagonals: [0, 1, 2, 3].map((i) => ({ x0: 100, y0: 100 + i, x1: 100 + side, y1: 100 + side - i, order: 0 })) });
    expect([isChart(signs(45)), isChart(signs(30))]).toEqual([true, false]);
  });

  test('curves that are no letters', () => {
    const curves = (side: number): Page =>
      pageOf({
        rulings: gridLines,
        shapes: [0, 1, 2, 3].map((i) => ({ box: { x0: 110 + 30 * i, top: 122, x1: 110 + 30 * i + side, bottom: 122 + side }, order: 0 })),
      });
    const joined = (side: number): Page => ({
      ...curves(side),
      rulings: [...gridLines, drawRuling('v', 200, 120, 180)].map((ruling, i) => ({ ...ruling, order: i })),
    });
    expect([isChart(joined(12)), isChart(joined(7))]).toEqual([true, false]);
  });

  test('marks that touch, or nearly', () => {
    const apart = (gap: number): number =>
      drawingsOf(pageOf({ fills: [131, 152, 147].map((top, i) => fill(100 + i * (20 + gap), top, 120 + i * (20 + gap), 180)) })).length;
    expect([apart(1.5), apart(9)]).toEqual([1, 0]);
  });

  test('nothing that fills half of the page: that is its ground', () => {
    const ground = (share: number): Page => pageOf({ width: 600, height: 150 / share, fills: [fill(0, 0, 600, 150)], diagonals: slants(4).diagonals });
    expect([isChart(ground(0.6)), isChart(ground(0.4))]).toEqual([false, true]);
  });
});

describe('lines that slant from corner to corner', () => {
  test('cross out cells where they end at their corners, nearly', () => {
    const crossed = (off: number): number => {
      const rulings = [...[100, 150, 200].map((x) => drawRuling('v', x, 100, 200)), ...[100, 150, 200].map((y) => drawRuling('h', y, 100, 200))];
      const diagonals = [0, 1].flatMap((c) =>
        [0, 1].map((r) => ({ x0: 100 + 50 * c + off, y0: 100 + 50 * r, x1: 150 + 50 * c - off, y1: 150 + 50 * r, order: 0 })),
      );
      return drawingsOf(pageOf({ rulings, diagonals })).length;
    };
    expect([crossed(3), crossed(5)]).toEqual([0, 1]);
  });
});

describe('around a chart', () => {
  const chart = { x0: 100, top: 100, x1: 200, bottom: 200 };
  const isLabel = (x: number, y: number): boolean =>
    isLabelOf(
      {
        ...(drawText('1', 0, 0)[0] ?? { text: '1', size: 10, font: 0, color: '', turn: 0, vertical: false, order: 0 }),
        box: { x0: x, x1: x, top: y, bottom: y },
      },
      chart,
    );

  test('its labels stand in a line or two below and left of it, in less above and right of it', () => {
    expect([isLabel(75, 150), isLabel(60, 150), isLabel(210, 150), isLabel(216, 150)]).toEqual([true, false, true, false]);
    expect([isLabel(150, 94), isLabel(150, 89), isLabel(150, 216), isLabel(150, 226)]).toEqual([true, false, true, false]);
  });

  test('what lies in it for the greater part is drawn', () => {
    const inside = (share: number): boolean => isDrawn({ x0: 200 - 50 * share, x1: 250 - 50 * share, top: 120, bottom: 130 }, [chart]);
    expect([inside(0.6), inside(0.75), inside(0.4)]).toEqual([true, true, false]);
  });
});
