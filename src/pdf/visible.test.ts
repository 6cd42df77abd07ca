import { describe, expect, test } from 'vitest';
import type { Page } from '../model/page.js';
import { pageKind, readPdf } from './index.js';
import type { TestPdf } from './test-pdf.js';
import { buildPdf, japaneseFont } from './test-pdf.js';

async function pageOf(content: string, more: Partial<TestPdf> = {}, page = {}): Promise<Page> {
  const document = await readPdf(buildPdf({ pages: [{ content, ...page }], ...more }));
  const [first] = document.pages;
  if (first === undefined) throw new Error('the document has a page');
  return first;
}

/** Why the page's only glyph is hidden. */
async function hiddenIn(content: string, more: Partial<TestPdf> = {}): Promise<string | undefined> {
  const page = await pageOf(content, more);
  expect(page.glyphs).toHaveLength(1);
  return page.glyphs[0]?.hidden;
}

const TEXT = 'BT /F1 10 Tf 20 60 Td (A) Tj ET';
const UNDER = '10 50 50 30 re f';
const GREY_IMAGE = { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', data: 'x' };

describe('glyphs that a reader does not see', () => {
  test('render modes 3 and 7 paint nothing', async () => {
    expect(await hiddenIn(`3 Tr ${TEXT}`)).toBe('mode');
    expect(await hiddenIn(`7 Tr ${TEXT}`)).toBe('mode');
  });

  test('stroked text is seen, in the colour of the stroke', async () => {
    const page = await pageOf(`1 Tr 1 g 1 0 0 RG ${TEXT}`);
    expect(page.glyphs[0]).toMatchObject({ color: '#ff0000' });
    expect(page.glyphs[0]?.hidden).toBeUndefined();
  });

  test('alpha 0 is transparent', async () => {
    expect(await hiddenIn(`/Clear gs ${TEXT}`, { states: { Clear: '<< /ca 0 >>' } })).toBe('transparent');
  });

  test('white on paper is hidden, white on a dark fill is not', async () => {
    expect(await hiddenIn(`1 g ${TEXT}`)).toBe('background');
    expect(await hiddenIn(`0 0 0.5 rg ${UNDER} 1 g ${TEXT}`)).toBeUndefined();
  });

  test('the same blue on blue is hidden', async () => {
    expect(await hiddenIn(`0 0 0.5 rg ${UNDER} ${TEXT}`)).toBe('background');
  });

  test('white on a dark shape with round corners is seen', async () => {
    expect(await hiddenIn(`0 0 0.5 rg 15 50 m 55 50 l 60 50 60 80 55 80 c 15 80 l h f 1 g ${TEXT}`)).toBeUndefined();
  });

  test('white text over an image is seen', async () => {
    expect(await hiddenIn(`q 100 0 0 50 10 40 cm /I Do Q 1 g ${TEXT}`, { xobjects: { I: GREY_IMAGE } })).toBeUndefined();
  });

  test('a fill or an image painted later covers', async () => {
    expect(await hiddenIn(`${TEXT} 1 g ${UNDER}`)).toBe('covered');
    expect(await hiddenIn(`${TEXT} q 100 0 0 50 10 40 cm /I Do Q`, { xobjects: { I: GREY_IMAGE } })).toBe('covered');
  });

  test('a highlight that multiplies, or lets through, does not cover', async () => {
    const states = { Mark: '<< /BM /Multiply >>', Thin: '<< /ca 0.4 >>' };
    expect(await hiddenIn(`${TEXT} /Mark gs 1 1 0 rg ${UNDER}`, { states })).toBeUndefined();
    expect(await hiddenIn(`${TEXT} /Thin gs 1 1 0 rg ${UNDER}`, { states })).toBeUndefined();
  });

  test('what is clipped away whole is hidden, what is cut in half is seen', async () => {
    expect(await hiddenIn(`q 100 0 50 50 re W n ${TEXT} Q`)).toBe('outside');
    expect(await hiddenIn(`q 0 0 23 100 re W n ${TEXT} Q`)).toBeUndefined();
  });

  test('a clip without a path does not blank the page', async () => {
    expect(await hiddenIn(`W n ${TEXT}`)).toBeUndefined();
  });

  test('a layer that is switched off is hidden', async () => {
    const off = {
      objects: { layer: '<< /Type /OCG /Name (off) >>' },
      resources: '/Properties << /L @layer >>',
      catalog: '/OCProperties << /OCGs [@layer] /D << /OFF [@layer] >> >>',
    };
    expect(await hiddenIn(`/OC /L BDC ${TEXT} EMC`, off)).toBe('mode');
  });
});

describe('kinds of pages', () => {
  const scan = 'q 200 0 0 100 0 0 cm /I Do Q';
  const xobjects = { I: GREY_IMAGE };

  test('a scan is an image, an empty page blank, text text', async () => {
    expect(pageKind(await pageOf(scan, { xobjects }))).toBe('image');
    expect(pageKind(await pageOf(''))).toBe('blank');
    expect(pageKind(await pageOf(TEXT))).toBe('text');
  });

  test('a scan with recognised text says so', async () => {
    const page = await pageOf(`${scan} 3 Tr ${TEXT}`, { xobjects });
    expect(page.ocrLayer).toBe(true);
    expect(pageKind(page)).toBe('image');
  });

  test('a page whose text maps to nothing is unmapped', async () => {
    const fonts = { X: japaneseFont('Identity-H').replaceAll('/Ordering (Japan1)', '/Ordering (Identity)') };
    expect(pageKind(await pageOf('BT /X 10 Tf 20 60 Td <00410042> Tj ET', { fonts }))).toBe('unmapped');
  });
});

describe('annotations over the page', () => {
  const square = (subtype: string, dict = ''): Partial<TestPdf> => ({
    objects: {
      look: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 50 20] /Resources @resources', data: '1 1 49 1 re S BT /F1 10 Tf 5 5 Td (N) Tj ET' },
      note: `<< /Type /Annot /Subtype /${subtype} ${dict} /F 4 /Rect [100 50 150 70] /AP << /N @look >> >>`,
    },
  });

  test('a comment is placed by its rectangle and told apart', async () => {
    const page = await pageOf(TEXT, square('Square'), { more: '/Annots [@note]' });
    expect(page.glyphs.map((g) => [g.text, g.annotation])).toEqual([
      ['A', undefined],
      ['N', true],
    ]);
    expect(page.glyphs[1]?.box.x0).toBeCloseTo(105);
    expect(page.rulings.every((ruling) => ruling.annotation === true)).toBe(true);
  });

  test('the rulings of the page go on beneath the box of a comment', async () => {
    const look = { dict: '/Type /XObject /Subtype /Form /BBox [0 0 50 20]', data: '1 g 0 0 50 20 re f' };
    const note = '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [100 50 150 70] /AP << /N @look >> >>';
    const page = await pageOf('120 10 m 120 90 l S', { objects: { look, note } }, { more: '/Annots [@note]' });
    expect(page.rulings.map(({ axis, at, from, to }) => [axis, at, from, to])).toEqual([['v', 120, 10, 90]]);
  });

  test('the value of a form field is text of the page', async () => {
    const page = await pageOf(TEXT, square('Widget', '/FT /Tx /T (field) /V (N)'), { more: '/Annots [@note]' });
    expect(page.glyphs.map((g) => g.annotation)).toEqual([undefined, undefined]);
  });
});
