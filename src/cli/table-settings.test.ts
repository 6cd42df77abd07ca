import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PLAIN_BOOK } from '../layout/evidence/rulebook.js';
import { layoutDocument } from '../layout/index.js';
import { joinRulings } from '../layout/rulings.js';
import { meetStrayEnds } from '../layout/stray-ends.js';
import { drawBox, drawRuling, drawTable, drawText, pageOf } from '../layout/test-draw.js';
import { USUAL_TOLERANCES } from '../layout/tolerances.js';
import type { Page } from '../model/page.js';
import { readTableSettings } from './table-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function settingsOf(text: string): Promise<unknown> {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, text);
  const read = await readTableSettings(path);
  return read.ok ? read.value : `${read.failure.code}: ${read.failure.message.replace(`${path}: `, '')}`;
}

describe('the file of tables --settings', () => {
  it('may be YAML or JSON; what it does not say stays as usual', async () => {
    expect(await settingsOf('gutter: 0.5\n')).toEqual({ ...USUAL_TOLERANCES, gutter: 0.5, unruled: true });
    expect(await settingsOf('{"unruled": false, "stray_end": 2}')).toEqual({ ...USUAL_TOLERANCES, strayEnd: 21, unruled: false });
  });

  it.each([
    ['guter: 0.5', 'E_SETTINGS: there is no setting guter'],
    ['gutter: wide', 'E_SETTINGS: gutter is a number (em of the body text)'],
    ['gutter: -1', 'E_SETTINGS: gutter is 0 or more'],
    ['rulings_within: 10', 'E_SETTINGS: rulings_within is 5 em at most'],
    ['unruled: 1', 'E_SETTINGS: unruled is true or false'],
    ['just words', 'E_SETTINGS: it holds no settings'],
  ])('%s: says what is wrong in one line', async (text, message) => {
    expect(await settingsOf(text)).toBe(message);
  });

  it('says so where the file is not there', async () => {
    const read = await readTableSettings(join(folder, 'none.yaml'));
    expect(read.ok ? '' : read.failure.message).toContain('no such file');
  });
});

describe('a tolerance', () => {
  const tables = (page: Page, tolerances: Partial<typeof USUAL_TOLERANCES>): number[][] =>
    layoutDocument([page], { unruled: true, book: { ...PLAIN_BOOK, tolerances: { ...USUAL_TOLERANCES, ...tolerances } } }).tables.map(({ rows, cols }) => [
      rows,
      cols,
    ]);

  it('sameRuling: makes one border of two rulings that stand so near', () => {
    const page = pageOf({
      rulings: [
        ...drawBox({ x0: 50, top: 50, x1: 150, bottom: 80 }),
        ...drawBox({ x0: 50, top: 87, x1: 150, bottom: 110 }),
        ...drawBox({ x0: 50, top: 50, x1: 100, bottom: 110 }),
      ],
      glyphs: [...drawText('課名', 60, 60), ...drawText('項目', 60, 92), ...drawText('市', 110, 60), ...drawText('窓', 110, 92)],
    });
    expect(tables(page, {})).toEqual([[3, 2]]);
    expect(tables(page, { sameRuling: 8 })).toEqual([[2, 2]]);
  });

  it('strayEnd: draws a border on to one that is so far', () => {
    const drawn = joinRulings([drawRuling('h', 50, 0, 100), drawRuling('h', 80, 0, 100), drawRuling('v', 0, 50, 80), drawRuling('v', 60, 61, 80)]);
    const startOf = (strayEnd: number): number | undefined =>
      meetStrayEnds(drawn, { ...PLAIN_BOOK, tolerances: { ...USUAL_TOLERANCES, strayEnd } }).find(({ axis, at }) => axis === 'v' && at === 60)?.from;
    expect(startOf(USUAL_TOLERANCES.strayEnd)).toBe(61);
    expect(startOf(10)).toBe(50);
  });

  it('gutter: parts columns at less white', () => {
    const page = drawTable(`
Austen      London      writer
Borrow      Norwich     walker
Cobbett     Farnham     walker
Defoe       Newgate     writer`);
    expect(tables(page, { gutter: 4 })).toEqual([]);
    expect(tables(page, {})).toEqual([[4, 3]]);
  });
});
