/** The page of `inspect --html` in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltinGrammars } from '../src/grammar/load.js';
import { inspectHtml } from '../src/inspect/inspect-page.js';
import { readLayers } from '../src/inspect/read-layers.js';
import { openDrawer } from '../src/render/draw-page.js';
import { chromiumPath, openBrowser, type OpenBrowser } from './support/browser.js';

const pdf = fileURLToPath(new URL('../fixtures/higashimurayama/r1-keieiseisaku/direct.pdf', import.meta.url));

describe.skipIf(chromiumPath === undefined)('the page of inspect', () => {
  let folder: string;
  let browser: OpenBrowser;
  let known = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-inspect-'));
    const bytes = new Uint8Array(await readFile(pdf));
    const grammars = await loadBuiltinGrammars();
    if (!grammars.ok) throw new Error(grammars.failure.message);
    known = grammars.value.length;
    const layers = await readLayers({ bytes, sourceFile: 'direct.pdf', sha256: '0'.repeat(64) }, grammars.value);
    const drawer = await openDrawer(bytes);
    const picture = await drawer.draw(1);
    await drawer.close();
    writeFileSync(join(folder, 'page.html'), await inspectHtml(layers, [picture]));
    writeFileSync(join(folder, 'page-ja.html'), await inspectHtml(layers, [picture], 'ja'));
    browser = await openBrowser();
    await browser.page.goto(pathToFileURL(join(folder, 'page.html')).href);
    await browser.page.locator('.page svg').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs nothing but itself', () => {
    expect(browser.complaints).toEqual([]);
  });

  it('names the grammar, ranks the others, and accounts for every glyph', async () => {
    const summary = await browser.page.locator('#summary').innerText();
    expect(summary).toContain('Read as higashimurayama-mokuhyo-kanri');
    expect(summary).toMatch(/glyphs: field\s+\d+/);
    expect(summary.match(/\d+ % \S+/g)).toHaveLength(known);
  });

  it('shows and hides each layer', async () => {
    const rulings = browser.page.locator('.page').first().locator('g.rulings');
    expect(await rulings.isVisible()).toBe(false);
    await browser.page.getByLabel('Rulings').check();
    expect(await rulings.isVisible()).toBe(true);
    await browser.page.getByLabel('Rulings').uncheck();
    expect(await rulings.isVisible()).toBe(false);
  });

  it('leaves the page to be read at first: no box round every character', async () => {
    expect(await browser.page.getByLabel('Glyphs').isChecked()).toBe(false);
    expect(await browser.page.locator('g.glyphs').first().isVisible()).toBe(false);
  });

  it('has the pages above the rest on a narrow screen, and scrolls nothing sideways', async () => {
    await browser.page.setViewportSize({ width: 500, height: 900 });
    const [pages, rest] = [await browser.page.locator('#pages').boundingBox(), await browser.page.locator('aside').boundingBox()];
    expect(pages?.width).toBe(500);
    expect(rest?.y).toBeGreaterThanOrEqual((pages?.y ?? 0) + (pages?.height ?? 0));
    expect(await browser.page.evaluate('document.documentElement.scrollWidth')).toBe(500);
    await browser.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('speaks Japanese where it is asked to', async () => {
    await browser.page.goto(pathToFileURL(join(folder, 'page-ja.html')).href);
    await browser.page.locator('.page svg').first().waitFor();
    expect(await browser.page.locator('#layers').innerText()).toMatch(/塗り\s*セル\s*行\s*文字\s*罫線\s*値\s*規則\s*確認事項/);
    expect(await browser.page.locator('#summary').innerText()).toContain('higashimurayama-mokuhyo-kanri として読み取り');
    expect(await browser.page.locator('#under').innerText()).toContain('紙面を指すと');
    await browser.page.goto(pathToFileURL(join(folder, 'page.html')).href);
    await browser.page.locator('.page svg').first().waitFor();
  });

  it('lists all that lies under the pointer: the first character of the title, and its copy that makes it bold', async () => {
    await browser.page.getByLabel('Glyphs').check();
    await browser.page.locator('g.glyphs rect.field').first().hover({ force: true });
    const entries = await browser.page.locator('#under .entry').allInnerTexts();
    expect(entries.filter((entry) => entry.includes('glyph 令') && entry.includes('U+4EE4'))).toHaveLength(2);
    expect(entries.filter((entry) => /state\s+hidden/.test(entry))).toHaveLength(1);
  });
});
