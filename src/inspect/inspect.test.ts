import { describe, expect, it } from 'vitest';
import { buildPdf, japaneseFont, utf16 } from '../pdf/test-pdf.js';
import { inspectHtml } from './inspect-page.js';
import type { Layers } from './layers.js';
import { readLayers } from './read-layers.js';

/** A cell of 100 × 40 pt in the page's lower left, with text in it, and invisible text above. */
const content = ['0.5 w 20 20 100 40 re S', `BT /F2 10 Tf 30 35 Td ${utf16('部課名')} Tj ET`, `BT 3 Tr /F2 10 Tf 30 80 Td ${utf16('隠')} Tj ET`].join('\n');

function layersOf(): Promise<Layers> {
  const bytes = buildPdf({ pages: [{ content }], fonts: { F2: japaneseFont() } });
  return readLayers({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, []);
}

describe('what inspect draws over a page', () => {
  it('is every glyph with what became of it', async () => {
    const [page] = (await layersOf()).pages;
    expect(page?.glyphs.map(({ text, state, why }) => [text, state, why])).toEqual([
      ['部', 'unread', undefined],
      ['課', 'unread', undefined],
      ['名', 'unread', undefined],
      ['隠', 'hidden', 'mode'],
    ]);
    // 35 pt above the lower edge of a page of 100 pt: the em box reaches 8.8 pt above the baseline.
    expect(page?.glyphs[0]?.box).toEqual([30, 56.2, 40, 66.2]);
  });

  it('is every ruling and every cell, with its row, column and text', async () => {
    const [page] = (await layersOf()).pages;
    expect(page?.rulings.map(({ axis, box }) => [axis, ...box])).toEqual(
      expect.arrayContaining([
        ['h', 20, 40, 120, 40],
        ['h', 20, 80, 120, 80],
        ['v', 20, 40, 20, 80],
        ['v', 120, 40, 120, 80],
      ]),
    );
    expect(page?.cells).toMatchObject([{ table: 1, row: 0, col: 0, rowSpan: 1, colSpan: 1, text: '部課名', box: [20, 40, 120, 80] }]);
  });

  it('is every cell of a table without rulings, where no grammar was there to look for it', async () => {
    const rows = ['年度 人口 世帯', '２０ 12 34', '２１ 56 78', '２２ 90 12'].map((row) => row.split(' '));
    const figures = rows.flatMap((row, r) => row.map((text, c) => `BT /F2 10 Tf ${20 + 60 * c} ${80 - 20 * r} Td ${utf16(text)} Tj ET`)).join('\n');
    const bytes = buildPdf({ pages: [{ content: figures }], fonts: { F2: japaneseFont() } });
    const [page] = (await readLayers({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, [])).pages;
    expect(page?.cells.map(({ row, col, ruled, text }) => [row, col, ruled, text])).toEqual(
      rows.flatMap((row, r) => row.map((text, c) => [r, c, false, text])),
    );
  });

  it('is read upright, and drawn where it stands, on a sheet that lies sideways', async () => {
    // The same cell, its text written from the page's foot to its head.
    const sideways = ['0.5 w 20 20 40 60 re S', `BT /F2 10 Tf 0 1 -1 0 45 30 Tm ${utf16('部課名')} Tj ET`].join('\n');
    const bytes = buildPdf({ pages: [{ content: sideways }], fonts: { F2: japaneseFont() } });
    const [page] = (await readLayers({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, [])).pages;
    expect(page?.cells).toMatchObject([{ text: '部課名', box: [20, 20, 60, 80] }]);
    expect(page?.glyphs.map(({ text, state, turn }) => [text, state, turn])).toEqual([...'部課名'].map((text) => [text, 'unread', 270]));
  });

  it('is what the rules proposed, with their weight, where it stands on the page', async () => {
    const struck = [content, '0.5 w 30 38.5 m 60 38.5 l S'].join('\n');
    const bytes = buildPdf({ pages: [{ content: struck }], fonts: { F2: japaneseFont() } });
    const [page] = (await readLayers({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, [])).pages;
    expect(page?.proposals).toContainEqual({ rule: 'struck-out', proposes: 'deleted text', weight: 1, won: true, against: [], box: [30, 61.5, 60, 61.5] });
  });

  it('goes into one file that no text of the document can break out of', async () => {
    const layers = await layersOf();
    const page = layers.pages[0];
    if (!page) throw new Error('no page');
    const nasty: Layers = {
      ...layers,
      file: '<b>.pdf',
      pages: [{ ...page, lines: [{ box: [0, 0, 1, 1], text: '</script><script>alert(1)</script>', writing: 'horizontal', free: true }] }],
    };
    const html = await inspectHtml(nasty, [{ page: 1, bytes: new Uint8Array([1, 2, 3]) }]);
    expect(html).not.toContain('alert(1)</script>');
    expect(html).toContain('<title>&lt;b>.pdf');
    expect(html).toContain('data:image/webp;base64,AQID');
    expect(html).not.toMatch(/\b(?:src|href)="(?!data:)/);
  });
});
