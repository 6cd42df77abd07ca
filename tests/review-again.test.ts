/** The review of a collection that is kept: written again, in Japanese, over several years. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser, type OpenBrowser } from './support/browser.js';
import { longSample, reviewSample, type ReviewSample } from './support/review-sample.js';
import { drawWorker, writeSampleReview } from './support/write-sample-review.js';

/** The same item in this year, in a document of its own. */
function sampleOf(year: number, title = '窓口サービスの向上'): ReviewSample {
  const sample = longSample(year - 2018);
  const { records } = sample;
  return {
    pdf: sample.pdf,
    records: {
      ...records,
      document: { ...records.document, fiscal_year: year, items: 1 },
      items: records.items.slice(0, 1).map((item) => ({ ...item, fiscal_year: year, title, rating: year === 2020 ? 'A' : 'B' })),
      provenance: [],
    },
  };
}

/** SHA-256 of every file of a folder, by its path. */
function digests(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => [
        join(entry.parentPath, entry.name).slice(folder.length),
        createHash('sha256')
          .update(readFileSync(join(entry.parentPath, entry.name)))
          .digest('hex'),
      ])
      .sort(),
  );
}

describe.skipIf(!existsSync(drawWorker))('a review that is written again', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-review-again-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  /** A drawing thread that draws nothing: whoever needs it goes without a picture. */
  const noDrawer = (): URL => {
    writeFileSync(join(folder, 'no-drawer.mjs'), 'process.exit(1);');
    return pathToFileURL(join(folder, 'no-drawer.mjs'));
  };
  const pictures = (): number => Object.keys(digests(join(folder, 'site'))).filter((name) => name.endsWith('.webp')).length;

  it('draws nothing again where nothing changed, and is the same byte for byte', async () => {
    await writeSampleReview(folder, [reviewSample()]);
    const first = digests(join(folder, 'site'));
    const reports = await writeSampleReview(folder, [reviewSample()], { worker: noDrawer() });
    expect(reports.map(({ drawn, failure }) => [drawn, failure])).toEqual([[2, undefined]]);
    expect(digests(join(folder, 'site'))).toEqual(first);
  });

  it('draws a document that came, and drops the pictures of one that went', async () => {
    await writeSampleReview(folder, [reviewSample()]);
    await writeSampleReview(folder, [reviewSample(), longSample(3)]);
    expect(pictures()).toBe(5);
    await writeSampleReview(folder, [reviewSample(), longSample(3)], { filter: { year: 1999 } });
    expect(pictures()).toBe(0);
  });

  it('draws again where a picture is gone, and where another program drew', async () => {
    await writeSampleReview(folder, [reviewSample()]);
    const id = reviewSample().records.document.document_id;
    rmSync(join(folder, 'site/pages', id, '0002.webp'));
    await writeSampleReview(folder, [reviewSample()]);
    expect(pictures()).toBe(2);
    const drawn = join(folder, 'site/data/drawn.json');
    writeFileSync(drawn, readFileSync(drawn, 'utf8').replace(/"drawer":"[0-9a-f]+"/, '"drawer":"another"'));
    const reports = await writeSampleReview(folder, [reviewSample()], { worker: noDrawer() });
    expect(reports[0]?.failure?.code).toBe('E_BROKEN_PDF');
  });
});

describe.skipIf(chromiumPath === undefined || !existsSync(drawWorker))('the review page in Japanese', () => {
  let folder: string;
  let browser: OpenBrowser;
  const page = (): OpenBrowser['page'] => browser.page;
  const samples = [reviewSample(), sampleOf(2019), sampleOf(2020), sampleOf(2022, '窓口の案内')];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-review-ja-'));
    await writeSampleReview(folder, samples, { language: 'ja' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    browser.complaints.length = 0;
    await page().goto('about:blank');
    await page().goto(pathToFileURL(join(folder, 'site/index.html')).href);
    await page().locator('.documents tbody tr').first().waitFor();
  });

  /** Words in Latin letters that the page says itself, to the eye or to a screen reader: what the documents say is marked as Japanese. */
  const englishWords = (): Promise<unknown> =>
    page().evaluate(`[...document.body.querySelectorAll('*')].filter((element) => !/^(SCRIPT|NOSCRIPT|KBD|OPTION)$/.test(element.tagName)).flatMap((element) => {
      const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data);
      const published = element.closest('[lang=ja]:not(html), .code, .note') !== null; // codes and names of fonts are the same in every language
      const spoken = ['title', 'placeholder', 'aria-label'].map((name) => element.getAttribute(name) ?? '');
      return published ? [] : [...own, ...spoken];
    }).flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !/^(chohyo|Esc|Enter|PDF|CSV|corrections|csv|pdf)$/.test(word))`);

  it('says nothing in English: the list, a document, a held value, the help', async () => {
    expect(await englishWords()).toEqual([]);
    await page()
      .locator(`a[href="#/d/${samples[0]?.records.document.document_id ?? ''}"]`)
      .click();
    await page().locator('.of-item .value', { hasText: '待ち時間' }).first().click();
    await page().locator('.details .decision').waitFor();
    await page().getByRole('button', { name: '訂正…' }).click();
    expect(await page().getByLabel('正しい値').isVisible()).toBe(true);
    expect(await englishWords()).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  it('keeps a decision made with 正しい or 訂正…, and offers it for download', async () => {
    await page()
      .locator(`a[href="#/d/${samples[0]?.records.document.document_id ?? ''}"]`)
      .click();
    await page().locator('.of-item .value', { hasText: '待ち時間' }).first().click();
    await page().getByRole('button', { name: '正しい' }).click();
    expect(await page().locator('#decisions-button').innerText()).toBe('判断 1 件：corrections.csv をダウンロード');
    await page().getByRole('button', { name: '正しい' }).click();
    expect(await page().locator('#decisions-button').isVisible()).toBe(false);
  });

  it('names columns and empty fields in Japanese', async () => {
    await page()
      .locator(`a[href="#/d/${samples[0]?.records.document.document_id ?? ''}"]`)
      .click();
    expect(await page().locator('.of-item .printed-name').first().innerText()).toBe('番号');
    expect(await page().locator('.findings .account').last().innerText()).toMatch(/^どの取組でも空欄：[^a-z]+$/);
  });

  it('leads along the row of years, and says where a link is a guess', async () => {
    const [first, second] = [samples[1], samples[2]].map((sample) => sample?.records.items[0]?.item_id ?? '');
    await page()
      .locator(`a[href="#/d/${samples[1]?.records.document.document_id ?? ''}"]`)
      .click();
    const row = page().locator('.years').first();
    await row.waitFor();
    expect(await row.locator('.of-year').allInnerTexts()).toEqual(['2019\nB', '2020\nA', '2021\nB']);
    expect(await row.locator('.here').innerText()).toContain('2019');
    await row.locator('a').first().click();
    await page().waitForURL(new RegExp(`/item/${second ?? ''}/title$`));
    expect(await page().locator('.value.held').first().getAttribute('data-value')).toBe(`items ${second ?? ''} title`);
    expect(first).not.toBe(second);
  });
});
