import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
import { splitOverlays } from './overlays.js';
import { drawGlyph, drawParts, drawRuling, drawText, pageOf } from './test-draw.js';

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

const small = drawText('窓口の改善', 50, 50);

test('a mark is two and a half times as large as the text that it lies over', () => {
  const marks = (size: number): number => splitOverlays([...small, drawGlyph('写', 52, 45, { size })], []).overlays.length;
  expect([marks(20), marks(30)]).toEqual([0, 1]);
});

test('a ruling runs through a mark where it keeps well inside of it', () => {
  const marks = (inside: number): number =>
    splitOverlays([...small, drawGlyph('写', 52, 300, { size: 40 })], [drawRuling('h', 300 + 40 * inside, 0, 400)]).overlays.length;
  expect([marks(0.3), marks(0.15)]).toEqual([1, 0]);
});
