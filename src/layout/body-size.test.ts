import { describe, expect, it } from 'vitest';
import type { Page } from '../model/page.js';
import { scalePage, toBodySize } from './body-size.js';
import { layoutDocument } from './index.js';
import { drawBox, drawGlyph, drawTable, drawText, pageOf } from './test-draw.js';
import { textGrid } from './test-read.js';
import { inPieces, rotated } from './test-transform.js';
import { BODY } from './tolerances.js';
import { turnUpright } from './upright.js';

const boxes = (gap: number): Page =>
  pageOf({
    rulings: [0, 1, 2].flatMap((i) => drawBox({ x0: 50 + i * (60 + gap), top: 50, x1: 110 + i * (60 + gap), bottom: 80 })),
    glyphs: [0, 1, 2].flatMap((i) => drawText(`課${i}`, 60 + i * (60 + gap), 60)),
  });

/** One of each mechanism that compares lengths: borders, doubles, cut edges, colours, gutters, upright labels, strikes. */
const CASES: Readonly<Record<string, Page>> = {
  'merged cells': drawTable(`
┌─────┬──────┬──────────┐
│ No. │ 課名 │ 成果     │
├─────┼──────┼──────────┤
│  1  │ 市民 │ 窓口を   │
│     ├──────┼──────────┤
│     │ 税務 │ 納付の   │
└─────┴──────┴──────────┘`),
  'double rulings': drawTable(`
╔═════╦══════╗
║ No. ║ 課名 ║
╠═════╬══════╣
║  1  ║ 市民 ║
╚═════╩══════╝`),
  'no sides': drawTable(`
──────┬──────┬─────────────
  No. │ 課名 │ 成果
──────┼──────┼─────────────
   1  │ 市民 │ 窓口を
──────┴──────┴─────────────`),
  'a stacked label': drawTable(`
┌────┬─────────┐
│ 取 │ 窓口の  │
│ 組 │ 案内を  │
│ 状 │ 改めた  │
│ 況 │         │
└────┴─────────┘`),
  'struck text': drawTable(`
┌──────────┬────────┐
│~~仮称保育園~~│ ３人   │
├──────────┼────────┤
│ 新設園   │ １０人 │
└──────────┴────────┘`),
  'columns without rulings': drawTable(`
区分        令和4年度    令和5年度
市民課           1,200        1,350
税務課             980        1,020
福祉課           2,310        2,420`),
  'boxes side by side, a little apart': boxes(4),
};

const read = (page: Page) =>
  layoutDocument(
    toBodySize([turnUpright(page)]).map((upright) => upright.page),
    { unruled: true },
  ).tables.map((table) => [textGrid(table), table.cells.map(({ row, col, rowSpan, colSpan }) => [row, col, rowSpan, colSpan])]);

describe.each(Object.entries(CASES))('the same sheet has the same tables: %s', (_, page) => {
  const tables = read(page);

  it.each([0.35, 0.5, 0.707, 1.414, 2, 3])('printed at ×%f', (by) => {
    expect(tables.length).toBeGreaterThan(0);
    expect(read(scalePage(page, by))).toEqual(tables);
  });

  it('turned by 90°', () => {
    expect(read(rotated(page))).toEqual(tables);
  });

  it('its rulings drawn in other pieces and order', () => {
    expect(read(inPieces(page))).toEqual(tables);
  });
});

it('boxes that stand apart stay apart, however small they are printed', () => {
  expect(read(scalePage(boxes(4), 0.5))).toHaveLength(3);
});

it('places lead back to the page as displayed', () => {
  const page = pageOf({ glyphs: [drawGlyph('市', 100, 200, { size: BODY / 2 })] });
  const [upright] = toBodySize([turnUpright(page)]);
  expect(upright?.page.glyphs[0]).toMatchObject({ size: BODY, box: { x0: 200, top: 400 } });
  expect(upright?.back({ x0: 200, top: 400, x1: 210, bottom: 410 })).toEqual({ x0: 100, top: 200, x1: 105, bottom: 205 });
});

it('a document has one size for all of its pages: the larger text of a page stays larger', () => {
  const pages = [pageOf({ glyphs: drawText('本文の文字は小さい', 50, 50, { size: 7 }) }), pageOf({ glyphs: drawText('表題', 50, 50, { size: 14 }) })];
  expect(toBodySize(pages.map(turnUpright)).map(({ page }) => page.glyphs[0]?.size)).toEqual([BODY, 2 * BODY]);
});

it('is read at the size at which office programs set text, 10.5 points', () => {
  const sizes = [5, 10.5, 21].map((size) => toBodySize([turnUpright(pageOf({ glyphs: drawText('市民の声', 50, 50, { size }) }))])[0]?.page.glyphs[0]?.size);
  expect(sizes).toEqual([10.5, 10.5, 10.5]);
});
