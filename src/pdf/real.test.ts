/** Published PDFs beside the repository; without them these tests are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Page, PdfDocument } from '../model/page.js';
import { pageKind, readPdf } from './index.js';

const FOLDER = fileURLToPath(new URL('../../../shared/real/', import.meta.url));
const present = existsSync(`${FOLDER}index.tsv`);
if (!present) console.warn('src/pdf/real.test.ts: ../shared/real is absent; its tests are skipped');

/** Columns of index.tsv: slug, …, 5th: pages, 6th: producer. */
const index = present
  ? readFileSync(`${FOLDER}index.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];

/** Enough of the longest documents. */
const MOST_PAGES = 12;
const documents = new Map<string, Promise<PdfDocument>>();

function read(slug: string): Promise<PdfDocument> {
  const known = documents.get(slug);
  if (known !== undefined) return known;
  const pages = Array.from({ length: MOST_PAGES }, (_, i) => i + 1);
  const document = readPdf(new Uint8Array(readFileSync(`${FOLDER}${slug}.pdf`)), { pages });
  documents.set(slug, document);
  return document;
}

function textOf(page: Page | undefined): string {
  return (page?.glyphs ?? [])
    .map((glyph) => glyph.text)
    .join('')
    .replace(/\s/g, '');
}

describe.skipIf(!present)('published PDFs', () => {
  test.each(index.map(([slug = '', , , , pages = '', producer = '']) => [slug, Number(pages), producer] as const))(
    '%s opens whole, every glyph in a place of the page',
    async (slug, pages, producer) => {
      const document = await read(slug);
      expect(document.pageCount).toBe(pages);
      expect(document.pages).toHaveLength(Math.min(pages, MOST_PAGES));
      // The index shortens some producers to their name.
      expect(document.producer.trim().startsWith(producer.trim())).toBe(true);
      for (const page of document.pages) {
        expect(page).not.toHaveProperty('damage');
        for (const { box, size, hidden } of page.glyphs) {
          expect(size).toBeGreaterThan(0);
          expect(box.x1 >= box.x0 && box.bottom >= box.top).toBe(true);
          if (hidden === undefined) expect(box.x0 < page.width && box.x1 > 0 && box.top < page.height && box.bottom > 0).toBe(true);
        }
        for (const ruling of page.rulings) expect(ruling.to).toBeGreaterThanOrEqual(ruling.from);
      }
    },
  );

  test('fonts that are not embedded are read through the CMaps of Adobe-Japan1', async () => {
    const [first] = (await read('osaka-skypdf-kijun')).pages;
    expect(textOf(first)).toContain('保育利用調整基準');
    expect(textOf((await read('nankoku-kessan-docuworks')).pages[2])).toContain('令和元年度まで、地域の秩序ある整備に寄与することを目的に');
  });

  test('brackets set with a vertical font are ordinary brackets', async () => {
    const [page] = (await read('kampo-distiller')).pages;
    const vertical = (page?.glyphs ?? [])
      .filter((glyph) => glyph.vertical)
      .map((glyph) => glyph.text)
      .join('');
    expect(vertical).toContain('（）');
    expect(vertical).toMatch(/[、。「」]/);
    expect(vertical).not.toMatch(/[\uFE10-\uFE1F\uFE30-\uFE4F]/);
  });

  test('a page rotated by 90 stands upright', async () => {
    const [page] = (await read('kobe-teikijunkai-rot90')).pages;
    expect(page?.rotation).toBe(90);
    expect(page?.glyphs.every((glyph) => glyph.turn === 0)).toBe(true);
    // Ten offices and a header: twelve horizontal lines across the whole table.
    const long = page?.rulings.filter((r) => r.axis === 'h' && r.source !== 'edge') ?? [];
    expect(new Set(long.map((r) => Math.round(r.at))).size).toBe(13);
  });

  test('a scan has an image and no text', async () => {
    const [page] = (await read('osaka-scan-kmbt')).pages;
    expect(page && pageKind(page)).toBe('image');
  });

  test('diagonals cross out the empty cells', async () => {
    const [page] = (await read('eval-yokohama-r7-001')).pages;
    expect(page?.diagonals).toHaveLength(3);
  });
});
