/** A page printed larger shows the same lines and surfaces: what they are is measured by the text beside them. */
import { describe, expect, test } from 'vitest';
import type { Page } from '../model/page.js';
import { readPdf } from './index.js';
import { buildPdf } from './test-pdf.js';

/** The page of 200 × 100 points with text of 10.5 points (or as given), printed at this scale. */
async function printed(content: string, by: number, text = 10.5): Promise<Page> {
  const words = text === 0 ? '' : `BT /F1 ${text} Tf 150 2 Td (ABCDE) Tj ET`;
  const page = { box: [0, 0, 200 * by, 100 * by], content: `q ${by} 0 0 ${by} 0 0 cm ${content} Q q ${by} 0 0 ${by} 0 0 cm ${words} Q` } as const;
  const [first] = (await readPdf(buildPdf({ pages: [page] }))).pages;
  if (first === undefined) throw new Error('the document has a page');
  return first;
}

/** What is drawn, in points of the page before it was scaled. */
function drawnOn({ rulings, fills, diagonals, shapes }: Page, by: number): string[] {
  const n = (...points: readonly number[]): string => points.map((x) => String(Math.round((x / by) * 100) / 100)).join(' ');
  return [
    ...rulings.map((r) => `${r.axis} ${n(r.at, r.from, r.to, r.width)} ${r.source}${r.dashed ? ' dashed' : ''}${r.annotation ? ' laid over' : ''}`),
    ...fills.map(({ box }) => `fill ${n(box.x0, box.top, box.x1, box.bottom)}`),
    ...diagonals.map((d) => `diagonal ${n(d.x0, d.y0, d.x1, d.y1)}`),
    ...shapes.map(({ box }) => `shape ${n(box.x0, box.top, box.x1, box.bottom)}`),
  ].sort();
}

const times = (count: number, piece: (i: number) => string): string => Array.from({ length: count }, (_, i) => piece(i)).join(' ');

const drawings = {
  'a border in pieces a row high with gaps between them': times(4, (i) => `50 ${10 + i * 18} 0.5 15 re f`),
  'a dotted line': times(20, (i) => `${10 + i * 4} 50 1 1 re f`),
  'a dashed line, dash by dash': times(10, (i) => `${10 + i * 9} 50 6 0.5 re f`),
  'a border of two points and a quarter, filled': '10 50 150 2.25 re f',
  'a border of two points, stroked': '2 w 10 50 m 160 50 l S',
  'a band of colour five points high': '0.8 g 10 50 150 5 re f',
  'a frame painted as a ring': '10 20 100 60 re 11.5 21.5 97 57 re f*',
  'a bracket in outline': '20 20 m 24 20 l 24 21 l 21 21 l 21 79 l 24 79 l 24 80 l 20 80 l h f 1 0 0 rg 23.9 40 m 26 45 30 50 40 60 c h f',
  'a picture painted strip by strip': times(8, (i) => `0.${i + 1} g 10 ${20 + i * 2} 50 2 re f`) + ' 10 80 m 60 80 l S',
  'a border that leans by a rounding': '10 50 m 160 50.3 l S',
  'a cell crossed out': '10 20 m 60 50 l S 60 20 m 65 24 l S',
  'a call-out over a grid': `${[10, 50, 90, 130].map((x) => `${x} 10 m ${x} 90 l S`).join(' ')} ${[10, 30, 50, 70, 90].map((y) => `10 ${y} m 130 ${y} l S`).join(' ')} 1 g 60 20 60 40 re f 60 20 60 40 re S 0 g`,
  'a cell shaded beside its border': '0.9 g 10 20 60 30 re f 0 G 0.5 w 10 20 60 30 re S',
} as const;

describe('printed larger', () => {
  test.each(Object.entries(drawings))('%s is the same', async (_, content) => {
    const whole = drawnOn(await printed(content, 1), 1);
    expect(whole.length).toBeGreaterThan(0);
    for (const by of [1.414, 2]) expect(drawnOn(await printed(content, by), by), `×${by}`).toEqual(whole);
  });
});

describe('printed smaller', () => {
  test('the pieces of a border stay pieces', async () => {
    const content = drawings['a border in pieces a row high with gaps between them'];
    const whole = drawnOn(await printed(content, 1), 1);
    for (const by of [0.5, 0.707]) expect(drawnOn(await printed(content, by), by), `×${by}`).toEqual(whole);
  });
});

describe('the size of a page', () => {
  const band = '0.8 g 10 50 150 5 re f';
  const kinds = async (text: number): Promise<string[]> => (await printed(band, 1, text)).rulings.map(({ source }) => source);

  test('is that of its text: a band beside text of 30 points is a line', async () => {
    expect([await kinds(10.5), await kinds(30)]).toEqual([['edge', 'edge', 'edge', 'edge'], ['fill']]);
  });

  test('is never below the usual one: borders beside small text are as thick as others', async () => {
    const border = async (text: number): Promise<string[]> => drawnOn(await printed('10 50 150 2.25 re f', 1, text), 1);
    expect(await border(4)).toEqual(await border(10.5));
  });

  test('without text is the usual one', async () => {
    expect(await kinds(0)).toEqual(await kinds(10.5));
  });
});
