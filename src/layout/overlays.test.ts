import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
import { drawGlyph, drawParts, drawText, pageOf } from './test-draw.js';

const table = drawParts(`
┌──────────────┬──────────────┐
│ 窓口の改善   │ 市民課       │
├──────────────┼──────────────┤
│ 税の収納     │ 税務課       │
└──────────────┴──────────────┘`);

function read(glyphs: Parameters<typeof pageOf>[0]['glyphs']): { cells: readonly string[]; overlays: readonly string[] } {
  const { tables, pages } = layoutDocument([pageOf({ rulings: table.rulings, glyphs: [...table.glyphs, ...(glyphs ?? [])] })]);
  return {
    cells: tables.flatMap(({ cells }) => cells.map((cell) => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('/'))),
    overlays: pages.flatMap(({ free }) => free.filter(({ furniture }) => furniture === 'overlay').map(({ line }) => line.text)),
  };
}

const words = ['窓口の改善', '市民課', '税の収納', '税務課'];

test('a huge character across rulings is a mark laid over the page, no cell text', () => {
  expect(read([drawGlyph('写', 80, 50, { size: 60 })])).toEqual({ cells: words, overlays: ['写'] });
});

test('text set askew is a mark, whatever its size', () => {
  const { cells, overlays } = read(drawText('案', 90, 66, { askew: true }));
  expect(cells).toEqual(words);
  expect(overlays).toEqual(['案']);
});

test('a large title that stands alone is text', () => {
  const { overlays } = read(drawText('計画', 60, 300, { size: 30 }));
  expect(overlays).toEqual([]);
});
