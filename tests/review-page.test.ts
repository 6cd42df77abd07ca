/** The review page in a browser: what a person does with mouse and keyboard. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCorrections } from '../src/given/corrections.js';
import { chromiumPath, openBrowser, type OpenBrowser } from './support/browser.js';
import { longSample, reviewSample } from './support/review-sample.js';
import { sampleRecords } from './support/sample-records.js';
import { drawWorker, writeSampleReview } from './support/write-sample-review.js';

const LONG = 300;

describe.skipIf(chromiumPath === undefined || !existsSync(drawWorker))('the review page', () => {
  let folder: string;
  let browser: OpenBrowser;
  const sample = reviewSample();
  const long = longSample(LONG);
  const unseen = sampleRecords({ seed: 'nowhere to be found', sourceFile: 'lost.pdf', municipality: ['132098', '町田市'], year: 2023 });
  const address = (): string => pathToFileURL(join(folder, 'site/index.html')).href;
  const page = (): OpenBrowser['page'] => browser.page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-review-'));
    const lost = { pdf: new TextEncoder().encode('another file'), records: unseen };
    const reports = await writeSampleReview(folder, [sample, long, lost]);
    expect(reports.map((report) => report.drawn).sort((a, b) => a - b)).toEqual([0, 2, LONG]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    browser.complaints.length = 0;
    await page().goto('about:blank');
    await page().goto(address());
    await page().locator('.documents tbody tr').first().waitFor();
  });

  async function openSample(): Promise<void> {
    await page().locator(`a[href="#/d/${sample.records.document.document_id}"]`).click();
    await page().locator('.pages img').first().waitFor();
  }
  const value = (text: string): ReturnType<OpenBrowser['page']['locator']> => page().locator('.of-item .value', { hasText: text }).first();

  it('lists the documents, those with most findings first, and asks nothing of the network', async () => {
    const rows = await page().locator('.documents tbody tr').allInnerTexts();
    expect(rows[0]).toContain('2 warnings');
    expect(rows.find((row) => row.includes('lost.pdf'))).toContain('no pictures');
    expect(browser.complaints).toEqual([]);
  });

  it('filters the list by municipality, by year and by findings', async () => {
    const names = (): Promise<string[]> => page().locator('.documents tbody tr td:nth-child(2)').allInnerTexts();
    await page().getByLabel('Municipality').selectOption('町田市');
    expect(await names()).toEqual(['町田市']);
    await page().getByLabel('Fiscal year').selectOption('2021');
    expect(await names()).toEqual([]);
    await page().getByLabel('Municipality').selectOption('');
    expect(await names()).toEqual(['東村山市', '東村山市']);
    await page().getByLabel('only with findings').check();
    expect(await names()).toEqual(['東村山市']);
  });

  it('lights the place of a value that is pointed at, where it stands on the page', async () => {
    await openSample();
    await value('窓口サービスの向上').hover();
    const lit = page().locator('.pages .spot.lit');
    await lit.waitFor();
    expect(await lit.count()).toBe(1);
    const box = await lit.boundingBox();
    const sheet = await page().locator('.page[data-page="1"]').boundingBox();
    if (!box || !sheet) throw new Error('nothing to measure');
    const points = (pixels: number): number => (pixels / sheet.width) * 420;
    // Nine characters of 12 pt, 40 pt from the left and 60 pt from the top; the frame leaves a little room.
    const ROOM = 3;
    const off = [
      points(box.x - sheet.x) - 40,
      points(box.y - sheet.y) - 60,
      points(box.x + box.width - sheet.x) - 148,
      points(box.y + box.height - sheet.y) - 72,
    ];
    for (const distance of off) expect(Math.abs(distance)).toBeLessThan(ROOM);
  });

  it('lights every part of a value that stands on two pages', async () => {
    await openSample();
    await value('待ち時間').click();
    await page().locator('.pages .spot.held').first().waitFor();
    const onPages = await page()
      .locator('.pages .spot.held')
      .evaluateAll((spots) => spots.map((spot) => spot.closest('.page')?.getAttribute('data-page')));
    expect(onPages).toEqual(['1', '2']);
    expect(await page().locator('.details .place').allInnerTexts()).toEqual([expect.stringContaining('p. 1'), expect.stringContaining('p. 2')]);
  });

  it('turns to the page of a part, and shows deleted text struck through', async () => {
    await openSample();
    await page().locator('.of-item dd .to-page', { hasText: 'p. 2' }).first().click();
    await expect.poll(() => page().getByLabel('Page', { exact: true }).inputValue()).toBe('2');
    await page().locator('.of-item .value', { hasText: /^B$/ }).first().click();
    expect(await page().locator('.details del').innerText()).toBe('A');
  });

  it('keeps what a person decides, and gives it as the corrections.csv that ingest takes', async () => {
    await openSample();
    await value('窓口サービス').click();
    await page().locator('.decision .right').click();
    await page().locator('.of-item .value', { hasText: /^B$/ }).first().click();
    await page().locator('.decision .wrong').click();
    await page().getByLabel('The right value').fill('A, "良"');
    await page().getByLabel('By').fill('山田');
    await page().locator('.decision button[type=submit]').click();
    expect(await page().locator('.of-item .value[data-said="to correct"]').count()).toBe(1);
    // What was decided outlives the page.
    await page().reload();
    await page().locator('#decisions-button').waitFor();
    const [download] = await Promise.all([page().waitForEvent('download'), page().locator('#decisions-button').click()]);
    expect(download.suggestedFilename()).toBe('corrections.csv');
    const path = join(folder, 'corrections.csv');
    await download.saveAs(path);
    const corrections = await readCorrections(path);
    const { document, items } = sample.records;
    const about = { source_sha256: document.source_sha256, table: 'items', id: items[0]?.item_id };
    expect(corrections).toMatchObject([
      { ...about, field: 'title', was: '窓口サービスの向上', value: '窓口サービスの向上' },
      { ...about, field: 'rating', was: 'B', value: 'A, "良"', by: '山田' },
    ]);
  });

  it('lights the value that stands where the page is pointed at, and holds it on a click', async () => {
    await openSample();
    await page().locator('.page[data-page="1"] .spot').first().waitFor();
    const sheet = await page().locator('.page[data-page="1"]').boundingBox();
    if (!sheet) throw new Error('no page');
    const scale = sheet.width / 420;
    await page().mouse.move(sheet.x + 60 * scale, sheet.y + 66 * scale);
    await page().locator('.of-item .value.lit').first().waitFor();
    expect(await page().locator('.of-item .value.lit').allInnerTexts()).toEqual(['窓口サービスの向上']);
    await page().mouse.click(sheet.x + 60 * scale, sheet.y + 66 * scale);
    await page().mouse.move(1, 1);
    expect(await page().locator('.of-item .value.held').allInnerTexts()).toEqual(['窓口サービスの向上']);
    const { item_id: item, document_id: id } = sample.records.items[0] ?? {};
    expect(page().url()).toBe(`${address()}#/d/${id}/item/${item}/title`);
    await page().keyboard.press('Escape');
    expect(await page().locator('.held').count()).toBe(0);
  });

  it('draws left-over text in its own colour and leads to it from the list of findings', async () => {
    await openSample();
    await page().locator('.finding', { hasText: '欄外の注記' }).click();
    const spot = page().locator('.spot.on-left-over');
    await spot.waitFor();
    expect(await spot.getAttribute('class')).toContain('held');
    expect(await page().getByLabel('Page', { exact: true }).inputValue()).toBe('2');
    const colour = (selector: string): Promise<unknown> => page().evaluate(`getComputedStyle(document.querySelector('${selector}')).stroke`);
    expect(await colour('.spot.on-left-over')).not.toBe(await colour('.spot.on-value:not(.lit):not(.held)'));
  });

  it('finds a value in all documents, whatever the width of its letters', async () => {
    await openSample();
    await page().keyboard.press('/');
    await page().keyboard.type('取組項目２９９');
    await page().locator('.hit').first().waitFor();
    await page().keyboard.press('Enter');
    await page().locator('.spot.held').first().waitFor();
    expect(await page().getByLabel('Page', { exact: true }).inputValue()).toBe('299');
    expect(await page().locator('.value.held').innerText()).toBe('取組項目299');
  });

  it('is at the place of a doubted value within two clicks', async () => {
    await openSample();
    await value('待ち時間').click();
    await page().locator('.details .cut').first().waitFor();
    expect(await page().locator('.spot.held').first().isVisible()).toBe(true);
  });

  it('opens at the value that an address names', async () => {
    const { item_id: item, document_id: id } = sample.records.items[0] ?? {};
    await page().goto('about:blank');
    await page().goto(`${address()}#/d/${id}/item/${item}/rating`);
    await page().locator('.spot.held').first().waitFor();
    expect(await page().locator('.value.held').allInnerTexts()).toEqual(['B']);
  });

  it('is walked by keyboard: records, pages, findings, help and back', async () => {
    await openSample();
    for (const _ of ['document', 'sheet', 'item']) await page().keyboard.press('j');
    expect(await page().locator('.record.current h2').innerText()).toContain('窓口サービスの向上');
    await page().keyboard.press('k');
    expect(await page().locator('.record.current').getAttribute('class')).toContain('of-sheet');
    await page().keyboard.press('n');
    expect(await page().getByLabel('Page', { exact: true }).inputValue()).toBe('2');
    await page().keyboard.press('p');
    expect(await page().getByLabel('Page', { exact: true }).inputValue()).toBe('1');
    await page().keyboard.press('f');
    expect(await page().locator('.finding.held').innerText()).toContain('欄外の注記');
    await page().keyboard.press('?');
    expect(await page().locator('#help').isVisible()).toBe(true);
    await page().keyboard.press('Escape');
    expect(await page().locator('#help').isVisible()).toBe(false);
    await page().keyboard.press('u');
    await page().locator('.documents').waitFor();
  });

  it('shows a document without its PDF all the same: its values, and their text in its place', async () => {
    await page().locator(`a[href="#/d/${unseen.document.document_id}"]`).click();
    await page().locator('.pictureless').first().waitFor();
    expect(await page().locator('.trouble').innerText()).toContain('--source');
    expect(await page().locator('.pictureless').first().innerText()).toBe('B');
  });

  it('says which fonts were not in the PDF, and has a Japanese font of its own', async () => {
    await openSample();
    expect(await page().locator('.note').innerText()).toContain('MS-Mincho');
    const loaded = await page().evaluate(`document.fonts.load('14px "chohyo ja"', '市').then((faces) => faces.length)`);
    expect(loaded).toBe(1);
    expect(browser.complaints).toEqual([]);
  });

  it('is quick with a report of 300 pages: it holds only what is near the view', async () => {
    const started = Date.now();
    await page().locator(`a[href="#/d/${long.records.document.document_id}"]`).click();
    await page().locator('.of-item .value').first().waitFor();
    // Generous: a slow machine under load; without virtual lists it takes tens of seconds.
    expect(Date.now() - started).toBeLessThan(8000);
    expect(await page().locator('.page').count()).toBe(LONG);
    expect(await page().locator('.pages img').count()).toBeLessThan(15);
    expect(await page().locator('.value').count()).toBeLessThan(1500);
    await page().getByLabel('Page', { exact: true }).fill('250');
    await page().keyboard.press('Enter');
    await page().locator('.page[data-page="250"] img').waitFor();
    expect(await page().locator('.page[data-page="1"] img').count()).toBe(0);
  });

  it('sorts the list by any column, and again the other way round', async () => {
    const years = (): Promise<string[]> => page().locator('.documents tbody td.year').allInnerTexts();
    const head = page().locator('.sort[data-sort="year"]');
    await head.click();
    expect(await years()).toEqual(['2021', '2021', '2023']);
    expect(await page().locator('th[aria-sort="ascending"]').innerText()).toContain('年度');
    await head.click();
    expect(await years()).toEqual(['2023', '2021', '2021']);
    await page().locator('.sort[data-sort="items"]').click();
    expect((await page().locator('.documents tbody td.items').allInnerTexts())[0]).toContain(String(LONG));
    await head.click();
  });

  it('says of every choice how many documents it would leave, given the others', async () => {
    const choices = (facet: string): Promise<string[]> => page().locator(`select[data-facet="${facet}"] option`).allInnerTexts();
    expect(await choices('municipality')).toEqual(['All municipalities', '町田市 (1)', '東村山市 (2)']);
    await page().getByLabel('Fiscal year').selectOption('2023');
    expect(await choices('municipality')).toEqual(['All municipalities', '町田市 (1)', '東村山市 (0)']);
    await page().getByLabel('Fiscal year').selectOption('');
    await page().getByLabel('Code of a finding').selectOption('W_LEFT_OVER');
    expect(await page().locator('.documents tbody tr').count()).toBe(1);
    await page().getByLabel('Code of a finding').selectOption('');
  });

  it('fits a narrow screen: no document is cut off, nothing scrolls sideways', async () => {
    await page().setViewportSize({ width: 500, height: 900 });
    try {
      expect(await page().evaluate('document.documentElement.scrollWidth')).toBe(500);
      for (const cell of await page().locator('.documents tbody td').all()) {
        const box = await cell.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(500);
      }
      expect(await page().locator('.documents tbody td.department').first().isVisible()).toBe(true);
    } finally {
      await page().setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('shows the measures of an item without cutting them off, what was worked out beneath what is printed', async () => {
    await openSample();
    const parts = page().locator('.of-item .parts').first();
    await parts.scrollIntoViewIfNeeded();
    expect(await parts.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    const target = parts.locator('td', { has: page().locator('[data-value$=" target"]') }).first();
    expect(await target.locator('.worked-out .value').allInnerTexts()).toEqual(['90', 'max']);
  });

  it('shows values of a grid in its rows and columns', async () => {
    await openSample();
    const grid = page().locator('.of-item .grid').first();
    expect(await grid.locator('caption').innerText()).toBe('事業費（千円）');
    expect(await grid.locator('thead th').allInnerTexts()).toEqual(['', '令和3年度 > 決算']);
    expect(await grid.locator('tbody th').allInnerTexts()).toEqual(['財源 > 一般財源']);
    expect(await grid.locator('tbody .value').allInnerTexts()).toEqual(['5,690', '千円']);
  });

  it('moves nothing while it is scrolled and pointed at', async () => {
    await page().locator(`a[href="#/d/${long.records.document.document_id}"]`).click();
    await page().locator('.of-item .value').first().waitFor();
    await page().waitForTimeout(300);
    await page().evaluate(
      `window.shifts = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts.push(entry.value); }).observe({ type: 'layout-shift' })`,
    );
    const records = page().locator('.records');
    const box = await records.boundingBox();
    if (!box) throw new Error('nothing to point at');
    for (let step = 0; step < 12; step += 1) {
      await page().mouse.move(box.x + 60 + step * 12, box.y + 80 + step * 40);
      await page().mouse.wheel(0, step < 8 ? 700 : -500);
      await page().waitForTimeout(60);
    }
    await page().waitForTimeout(300);
    const shifts: unknown = await page().evaluate('window.shifts.reduce((sum, value) => sum + value, 0)');
    // The least that people notice is taken to be 0.1 (web vitals, "cumulative layout shift").
    expect(Number(shifts)).toBeLessThan(0.02);
  });

  it('says so when it was not finished', async () => {
    renameSync(join(folder, 'site/data/list.js'), join(folder, 'list.js'));
    try {
      await page().goto('about:blank');
      await page().goto(address());
      expect(await page().locator('.trouble').innerText()).toContain('not finished');
    } finally {
      renameSync(join(folder, 'list.js'), join(folder, 'site/data/list.js'));
    }
  });

  it('is the same, byte for byte, when it is written again', async () => {
    await writeSampleReview(join(folder, 'again'), [sample]);
    const id = sample.records.document.document_id;
    for (const file of [`data/${id}.js`, `pages/${id}/0001.webp`, `pages/${id}/0002.webp`, 'index.html']) {
      expect(readFileSync(join(folder, 'again/site', file)).equals(readFileSync(join(folder, 'site', file))), file).toBe(true);
    }
  });
});
