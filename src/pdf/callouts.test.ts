import { describe, expect, test } from 'vitest';
import type { Page } from '../model/page.js';
import { readPdf } from './index.js';
import { buildPdf } from './test-pdf.js';

async function pageOf(content: string): Promise<Page> {
  const [first] = (await readPdf(buildPdf({ pages: [{ content }] }))).pages;
  if (first === undefined) throw new Error('the document has a page');
  return first;
}

/** Lines of a table: columns at 10, 50, 90, 130, 190, rows at 10, 30, 50, 70, 90. */
const GRID = [...[10, 50, 90, 130, 190].map((x) => `${x} 10 m ${x} 90 l S`), ...[10, 30, 50, 70, 90].map((y) => `10 ${y} m 190 ${y} l S`)].join(' ');
const box = (x: number, y: number, width: number, height: number): string =>
  `1 g ${x} ${y} ${width} ${height} re f [4 2] 0 d ${x} ${y} ${width} ${height} re S 0 g BT /F1 8 Tf ${x + 5} ${y + 5} Td (N) Tj ET`;

const linesOf = (page: Page): string[] =>
  page.rulings.filter((ruling) => ruling.annotation !== true && ruling.source === 'stroke').map(({ axis, at, from, to }) => [axis, at, from, to].join(' '));

describe('boxes laid over a table', () => {
  test('a framed box across its rulings is no part of it: the rulings go on beneath', async () => {
    const page = await pageOf(`${GRID} ${box(60, 20, 60, 40)}`);
    expect(linesOf(page)).toEqual(linesOf(await pageOf(GRID)));
    expect(page.glyphs.map(({ text, annotation }) => [text, annotation])).toEqual([['N', true]]);
    expect(page.fills).toEqual([]);
  });

  test('so is one with round corners, and one with a tail', async () => {
    const paint = (path: string): string => `1 g ${path} f 0.2 0.4 0.6 RG ${path} S 0 g BT /F1 8 Tf 70 30 Td (N) Tj ET`;
    const round = '65 20 m 115 20 l 118 20 120 22 120 25 c 120 55 l 120 58 118 60 115 60 c 65 60 l 62 60 60 58 60 55 c 60 25 l 60 22 62 20 65 20 c h';
    const tailed = '60 20 m 120 20 l 120 60 l 90 60 l 75 95 l 80 60 l 60 60 l h';
    for (const path of [round, tailed]) {
      const page = await pageOf(`${GRID} ${paint(path)}`);
      expect(linesOf(page)).toEqual(linesOf(await pageOf(GRID)));
      expect(page.glyphs.map(({ annotation }) => annotation)).toEqual([true]);
    }
  });

  test('text beneath it stays hidden', async () => {
    const page = await pageOf(`${GRID} BT /F1 8 Tf 70 35 Td (A) Tj ET ${box(60, 20, 60, 40)}`);
    expect(page.glyphs.find(({ text }) => text === 'A')?.hidden).toBe('covered');
  });

  test('a merged cell painted over the lines of a grid is a cell', async () => {
    const page = await pageOf(`${GRID} ${box(50, 30, 80, 40)}`);
    expect(page.glyphs.map(({ annotation }) => annotation)).toEqual([undefined]);
    expect(linesOf(page)).toContain('v 90 10 30');
  });

  test('the tab of a heading that sits on a frame is no box over a table', async () => {
    const page = await pageOf(`10 10 m 190 10 l 190 80 l 10 80 l h S ${box(30, 72, 60, 16)}`);
    expect(page.glyphs.map(({ annotation }) => annotation)).toEqual([undefined]);
  });
});
