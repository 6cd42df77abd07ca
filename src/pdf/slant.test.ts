import { expect, test } from 'vitest';
import { readPdf } from './index.js';
import { buildPdf } from './test-pdf.js';

test('fake italics (a slanted text matrix) keep every glyph between its origin and its advance', async () => {
  // Helvetica: A 0.667 em, i 0.222 em; Word slants by a third.
  const content = 'BT /F1 10 Tf 1 0 0.3333 1 20 60 Tm (Ai) Tj ET';
  const { pages } = await readPdf(buildPdf({ pages: [{ content }] }));
  const glyphs = pages[0]?.glyphs ?? [];
  expect(glyphs.map(({ box }) => [box.x0, box.x1].map((x) => Math.round(x * 100) / 100))).toEqual([
    [20, 26.67],
    [26.67, 28.89],
  ]);
  expect(glyphs[0]?.size).toBeCloseTo(10);
});
