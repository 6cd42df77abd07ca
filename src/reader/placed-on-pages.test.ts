import { expect, test } from 'vitest';
import { grammarOf, readPages } from '../grammar/test-read.js';
import { drawTable } from '../layout/test-draw.js';
import { turnUpright } from '../layout/upright.js';
import type { Box, Page } from '../model/page.js';
import { placedOnPages } from './placed-on-pages.js';

const grammar = grammarOf(`
items: { each: row, columns: { item_no: No., title: 項目 } }
`);

const upright = drawTable(
  `
令和3年度シート
┌────┬────────┐
│No. │ 項目   │
├────┼────────┤
│ 1  │ 甲乙   │
└────┴────────┘`,
  { width: 600, height: 840 },
);

/** The page as a viewer shows it that turns it clockwise by a quarter: (x, y) goes to (height - y, x). */
function turned(page: Page): Page {
  const box = ({ x0, top, x1, bottom }: Box): Box => ({ x0: page.height - bottom, top: x0, x1: page.height - top, bottom: x1 });
  return {
    ...page,
    width: page.height,
    height: page.width,
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, box: box(glyph.box), turn: 90 as const })),
    rulings: page.rulings.map((ruling) => ({
      ...ruling,
      axis: ruling.axis === 'h' ? ('v' as const) : ('h' as const),
      at: ruling.axis === 'h' ? page.height - ruling.at : ruling.at,
      from: ruling.axis === 'h' ? ruling.from : page.height - ruling.to,
      to: ruling.axis === 'h' ? ruling.to : page.height - ruling.from,
    })),
  };
}

test('a sheet that lies sideways gives the same items, each at its place on the page as displayed', () => {
  const pages = [turnUpright(turned(upright))];
  const straight = readPages([upright], grammar);
  const sideways = placedOnPages(
    readPages(
      pages.map(({ page }) => page),
      grammar,
    ),
    pages,
  );
  expect(sideways.items.map(({ item_no, title }) => [item_no, title])).toEqual([['1', '甲乙']]);
  const title = straight.provenance.find(({ table, field }) => table === 'items' && field === 'title');
  const lying = sideways.provenance.find(({ table, field }) => table === 'items' && field === 'title');
  expect(title).toBeDefined();
  expect([lying?.x0, lying?.top, lying?.x1, lying?.bottom]).toEqual([840 - (title?.bottom ?? 0), title?.x0, 840 - (title?.top ?? 0), title?.x1]);
});
