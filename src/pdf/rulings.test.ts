import { describe, expect, test } from 'vitest';
import type { Page, Ruling } from '../model/page.js';
import { readPdf } from './index.js';
import type { TestPdf } from './test-pdf.js';
import { buildPdf } from './test-pdf.js';

async function pageOf(content: string, more: Partial<TestPdf> = {}, page = {}): Promise<Page> {
  const document = await readPdf(buildPdf({ pages: [{ content, ...page }], ...more }));
  const [first] = document.pages;
  if (first === undefined) throw new Error('the document has a page');
  return first;
}

/** `axis at from–to`, to a tenth of a point. The page is 200 × 100. */
function drawn(rulings: readonly Ruling[]): string[] {
  const n = (x: number): string => String(Math.round(x * 10) / 10);
  return rulings.map((r) => `${r.axis} ${n(r.at)} ${n(r.from)}–${n(r.to)}`).sort();
}

async function rulingsIn(content: string, more: Partial<TestPdf> = {}): Promise<string[]> {
  return drawn((await pageOf(content, more)).rulings);
}

describe('strokes', () => {
  test('a stroked line is a ruling with its width and colour', async () => {
    const page = await pageOf('1 0 0 RG 0.5 w 10 80 m 190 80 l S');
    expect(drawn(page.rulings)).toEqual(['h 20 10–190']);
    expect(page.rulings[0]).toMatchObject({ width: 0.5, color: '#ff0000', dashed: false, source: 'stroke' });
  });

  test('a rectangle has four sides, closed or not', async () => {
    const sides = ['h 20 10–110', 'h 60 10–110', 'v 10 20–60', 'v 110 20–60'];
    expect(await rulingsIn('10 40 100 40 re S')).toEqual(sides);
    expect(await rulingsIn('10 40 m 110 40 l 110 80 l 10 80 l s')).toEqual(sides);
  });

  test('a hairline of width 0 counts', async () => {
    const page = await pageOf('0 w 10 80 m 190 80 l S');
    expect(page.rulings.map((r) => r.width)).toEqual([0]);
  });

  test('a dash pattern makes the ruling dashed, a pattern without gaps does not', async () => {
    const page = await pageOf('[3 2] 0 d 10 80 m 190 80 l S [] 0 d 10 70 m 190 70 l S [4 0] 0 d 10 60 m 190 60 l S [2] 0 d 10 50 m 190 50 l S');
    expect(page.rulings.map((r) => r.dashed)).toEqual([true, false, false, true]);
  });

  test('a line that leans by a rounding error is straight, a slanting one is a diagonal', async () => {
    const page = await pageOf('10 80 m 190 80.2 l S 10 10 m 60 40 l S');
    expect(drawn(page.rulings)).toEqual(['h 19.9 10–190']);
    expect(page.diagonals).toEqual([expect.objectContaining({ x0: 10, y0: 90, x1: 60, y1: 60 })]);
  });

  test('curves are left out, the straight sides of a rounded frame are not', async () => {
    expect(await rulingsIn('20 40 m 100 40 l 110 40 110 50 110 50 c 110 70 l S')).toEqual(['h 60 20–100', 'v 110 30–50']);
  });

  test('a stroke as thick as a row is an area', async () => {
    const page = await pageOf('0.8 g 0.8 G 12 w 10 50 m 110 50 l S');
    expect(page.fills.map(({ box, color }) => [box, color])).toEqual([[{ x0: 10, x1: 110, top: 44, bottom: 56 }, '#cccccc']]);
    expect(page.rulings.every((r) => r.source === 'edge')).toBe(true);
  });

  test('a page rotated by 90 turns rulings with it', async () => {
    const page = await pageOf('10 80 m 190 80 l S', {}, { rotate: 90 });
    expect(drawn(page.rulings)).toEqual(['v 80 10–190']);
  });
});

describe('fills as rulings', () => {
  test('a thin filled rectangle is a ruling through its middle', async () => {
    const page = await pageOf('10 79.5 180 1 re f');
    expect(drawn(page.rulings)).toEqual(['h 20 10–190']);
    expect(page.rulings[0]).toMatchObject({ source: 'fill', width: expect.closeTo(1, 3) });
  });

  test('a frame drawn as the area between two rectangles has four sides', async () => {
    const sides = ['h 20.5 10–110', 'h 59.5 10–110', 'v 10.5 20–60', 'v 109.5 20–60'];
    expect(await rulingsIn('10 40 100 40 re 11 41 98 38 re f*')).toEqual(sides);
    expect(await rulingsIn('10 40 m 110 40 l 110 80 l 10 80 l h 11 41 m 11 79 l 109 79 l 109 41 l h f')).toEqual(sides);
  });

  test('the mitred side of a frame, a thin trapezium, is a ruling', async () => {
    expect(await rulingsIn('10 80 m 110 80 l 109 79 l 11 79 l h f')).toEqual(['h 20.5 10–110']);
  });

  test('a frame with round corners drawn as an outline keeps its straight sides', async () => {
    const outer = '15 40 m 105 40 l 110 40 110 45 110 45 c 110 75 l 110 80 105 80 105 80 c 15 80 l 10 80 10 75 10 75 c 10 45 l 10 40 15 40 15 40 c h';
    const inner = '15 41 m 11 41 11 45 11 45 c 11 75 l 11 79 15 79 15 79 c 105 79 l 109 79 109 75 109 75 c 109 45 l 109 41 105 41 105 41 c h';
    expect(await rulingsIn(`${outer} ${inner} f`)).toEqual(['h 20.5 15–105', 'h 59.5 15–105', 'v 10.5 25–55', 'v 109.5 25–55']);
  });

  test('a thin bar lying aslant is a diagonal', async () => {
    const page = await pageOf('10 10 m 60 40 l 60 41 l 10 11 l h f');
    expect(page.diagonals).toHaveLength(1);
    expect(page.rulings).toEqual([]);
  });

  test('a stencil image one point high is a ruling', async () => {
    const xobjects = { I: { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ImageMask true /BitsPerComponent 1', data: '\0' } };
    expect(await rulingsIn('q 180 0 0 1 10 79.5 cm /I Do Q', { xobjects })).toEqual(['h 20 10–190']);
  });

  test('an image one point high is a ruling', async () => {
    const xobjects = { I: { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', data: '\0' } };
    expect(await rulingsIn('q 180 0 0 1 10 79.5 cm /I Do Q', { xobjects })).toEqual(['h 20 10–190']);
  });

  test('dots in a row are one dashed ruling, a dot alone is none', async () => {
    const row = Array.from({ length: 20 }, (_, i) => `${10 + 2 * i} 79.5 1 1 re f`).join(' ');
    const column = Array.from({ length: 20 }, (_, i) => `150 ${10 + 2 * i} 1 1 re f`).join(' ');
    const page = await pageOf(`${row} ${column} 100 50 1 1 re f`);
    expect(drawn(page.rulings)).toEqual(['h 20 10–49', 'v 150.5 51–90']);
    expect(page.rulings.every((r) => r.dashed)).toBe(true);
  });

  test('dashes stroked one by one are one dashed ruling', async () => {
    const dashes = Array.from({ length: 12 }, (_, i) => `${10 + 5 * i} 80 m ${13 + 5 * i} 80 l S`).join(' ');
    expect(await rulingsIn(dashes)).toEqual(['h 20 10–68']);
  });
});

describe('fills', () => {
  test('a coloured cell is a fill whose borders are edges', async () => {
    const page = await pageOf('0.8 g 10 40 100 40 re f');
    expect(page.fills).toEqual([expect.objectContaining({ color: '#cccccc', box: { x0: 10, x1: 110, top: 20, bottom: 60 } })]);
    expect(drawn(page.rulings)).toEqual(['h 20 10–110', 'h 60 10–110', 'v 10 20–60', 'v 110 20–60']);
    expect(page.rulings.every((r) => r.source === 'edge')).toBe(true);
  });

  test('white on paper is neither fill nor edge', async () => {
    const page = await pageOf('1 g 10 40 100 40 re f');
    expect([page.fills, page.rulings]).toEqual([[], []]);
  });

  test('where two fills of one colour meet there is no edge', async () => {
    expect(await rulingsIn('0.8 g 10 40 50 40 re f 60 40 50 40 re f')).toEqual([
      'h 20 10–60',
      'h 20 60–110',
      'h 60 10–60',
      'h 60 60–110',
      'v 10 20–60',
      'v 110 20–60',
    ]);
  });

  test('a frame made of a dark fill with a white one in it has edges', async () => {
    const page = await pageOf('0 g 10 40 100 40 re f 1 g 10.5 40.5 99 39 re f');
    expect(page.rulings.filter((r) => r.axis === 'v').map((r) => r.at)).toEqual([10, 110, 10.5, 109.5].map((x) => expect.closeTo(x, 3)));
  });
});

describe('rulings that nobody sees', () => {
  test('white on paper is dropped and counted', async () => {
    const page = await pageOf('1 G 10 80 m 190 80 l S');
    expect([page.rulings, page.droppedRulings]).toEqual([[], { background: 1, clipped: 0, outside: 0 }]);
  });

  test('a white line across a dark fill shows only there', async () => {
    const page = await pageOf('0 0 0.5 rg 50 40 100 40 re f 1 G 10 60 m 190 60 l S');
    expect(drawn(page.rulings.filter((r) => r.source === 'stroke'))).toEqual(['h 40 50–150']);
  });

  test('a ruling that a later fill hides is dropped, one that it hides in part is cut', async () => {
    const page = await pageOf('20 60 m 40 60 l S 10 50 m 190 50 l S 1 g 15 40 100 30 re f');
    expect(drawn(page.rulings)).toEqual(['h 50 10–15', 'h 50 115–190']);
    expect(page.droppedRulings.background).toBe(1);
  });

  test('the neighbour cell painted up to the middle of a border leaves it', async () => {
    expect(await rulingsIn('0.5 w 10 50 m 110 50 l S 1 g 10 20 100 30 re f')).toEqual(['h 50 10–110']);
  });

  test('a ruling is cut to its clip box, and dropped when it lies outside', async () => {
    const page = await pageOf('q 20 20 60 60 re W n 10 50 m 190 50 l S 10 90 m 190 90 l S Q');
    expect(drawn(page.rulings)).toEqual(['h 50 20–80']);
    expect(page.droppedRulings.clipped).toBe(1);
  });

  test('a ruling outside the crop box is dropped', async () => {
    const page = await pageOf('10 95 m 190 95 l S 10 50 m 190 50 l S', {}, { crop: [0, 0, 100, 90] });
    expect(drawn(page.rulings)).toEqual(['h 40 10–100']);
    expect(page.droppedRulings.outside).toBe(1);
  });

  test('what a soft mask is made of is not on the page', async () => {
    const page = await pageOf('/M gs 10 50 m 190 50 l S', {
      objects: {
        group: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency /CS /DeviceGray >>', data: '10 70 m 190 70 l S' },
      },
      states: { M: '<< /SMask << /S /Luminosity /G @group >> >>' },
    });
    expect(drawn(page.rulings)).toEqual(['h 50 10–190']);
  });
});
