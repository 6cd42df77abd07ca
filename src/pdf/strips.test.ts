import { expect, test } from 'vitest';
import { readPdf } from './index.js';
import type { TestPdf } from './test-pdf.js';
import { buildPdf } from './test-pdf.js';

async function pageOf(content: string, more: Partial<TestPdf> = {}) {
  const [page] = (await readPdf(buildPdf({ pages: [{ content }], ...more }))).pages;
  if (page === undefined) throw new Error('the document has a page');
  return page;
}

test('a gradient painted in strips is no pile of rulings, and white text on it is seen', async () => {
  const strips = Array.from({ length: 20 }, (_, i) => `0 0 ${0.3 + i / 50} rg 10 ${50 + 1.5 * i} 100 1.5 re f`).join(' ');
  const page = await pageOf(`${strips} 1 g BT /F1 10 Tf 20 60 Td (A) Tj ET`);
  expect(page.rulings).toEqual([]);
  expect(page.glyphs[0]?.hidden).toBeUndefined();
});

test('strips of one colour are one fill', async () => {
  const strips = Array.from({ length: 20 }, (_, i) => `10 ${50 + i} 100 1 re f`).join(' ');
  const page = await pageOf(`0.8 g ${strips}`);
  expect(page.fills.map(({ box }) => box)).toEqual([{ x0: 10, x1: 110, top: 30, bottom: 50 }]);
});

test('a picture cut into strips is no pile of rulings', async () => {
  const xobjects = { I: { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', data: 'x' } };
  const strips = Array.from({ length: 10 }, (_, i) => `q 100 0 0 2 10 ${50 + 2 * i} cm /I Do Q`).join(' ');
  expect((await pageOf(strips, { xobjects })).rulings).toEqual([]);
});

test('a double ruling stays two rulings', async () => {
  const page = await pageOf('10 50 100 0.5 re f 10 51.5 100 0.5 re f');
  expect(page.rulings.map((ruling) => ruling.at)).toEqual([49.75, 48.25].map((at) => expect.closeTo(at, 3)));
});
