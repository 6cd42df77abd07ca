import { loadImage, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { buildPdf, japaneseFont, utf16 } from '../pdf/test-pdf.js';
import { openDrawer, type PageImage } from './draw-page.js';
import { drawPages } from './draw-pages.js';

async function draw(content: string, more: Partial<Parameters<typeof buildPdf>[0]> = {}): Promise<PageImage> {
  const drawer = await openDrawer(buildPdf({ pages: [{ content }], fonts: { F2: japaneseFont() }, ...more }));
  try {
    return await drawer.draw(1);
  } finally {
    await drawer.close();
  }
}

/** Share of dark pixels in a box given in points. */
async function ink({ bytes, width }: PageImage, x: number, y: number, size: number): Promise<number> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const scale = image.width / width;
  const { data } = context.getImageData(x * scale, y * scale, size * scale, size * scale);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark / (data.length / 4);
}

const one = (text: string): string => `BT /F2 40 Tf 20 30 Td ${utf16(text)} Tj ET`;

describe('drawing a page', () => {
  it('draws characters of a font that the PDF only names, each its own', async () => {
    // Empty boxes, which a machine without Japanese fonts would give, hold the same ink whatever they stand for.
    const [line, thicket, nothing] = await Promise.all([one('一'), one('鬱'), ''].map((content) => draw(content)));
    if (!line || !thicket || !nothing) throw new Error('not drawn');
    const amounts = await Promise.all([line, thicket, nothing].map((image) => ink(image, 20, 34, 40)));
    expect(amounts[2]).toBe(0);
    expect(amounts[0]).toBeGreaterThan(0.01);
    expect(amounts[1]).toBeGreaterThan(4 * (amounts[0] ?? 1));
  });

  it('sets the full stop of vertical writing into the upper right of its square', async () => {
    // Vertical origin: the middle of the square's upper edge, at 50, 20 from the top.
    const image = await draw(`BT /F2 40 Tf 50 80 Td ${utf16('。')} Tj ET`, { fonts: { F2: japaneseFont('UniJIS-UTF16-V') } });
    expect(await ink(image, 50, 20, 20)).toBeGreaterThan(0.01);
    expect(await ink(image, 30, 40, 20)).toBe(0);
    expect(await ink(image, 30, 20, 20)).toBe(0);
  });

  it('names the fonts that it had to replace, and none where the PDF needs none', async () => {
    expect((await draw(one('一'))).substituted).toEqual(['MS-Mincho']);
    expect((await draw('BT /F1 10 Tf 20 30 Td (abc) Tj ET')).substituted).toEqual([]);
  });

  it('measures the page as it is displayed, turned where the PDF says so', async () => {
    const image = await draw('', { pages: [{ content: '', box: [0, 0, 200, 100], rotate: 90 }] });
    expect([image.width, image.height]).toEqual([100, 200]);
  });
});

describe('drawing in a thread', () => {
  const worker = new URL('../../tests/support/fake-drawer.mjs', import.meta.url);
  it('gives up a page that takes too long or takes the thread with it, and goes on', async () => {
    const pages: string[] = [];
    for await (const drawn of drawPages(new Uint8Array(), [1, 2, 3, 4, 5], { worker, pageSeconds: 2 })) {
      pages.push(drawn.kind === 'image' ? String(drawn.image.page) : `${drawn.page}: ${drawn.why}`);
    }
    expect(pages).toEqual(['1', '2: drawing it took more than 2 seconds', '3', '4: the drawing thread ended without a word', '5']);
  });
});
