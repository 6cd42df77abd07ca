import { expect, test } from 'vitest';
import { joinAbutting } from './abutting.js';
import { layoutDocument } from './index.js';
import { drawParts, drawRuling, drawText, pageOf } from './test-draw.js';

test('pieces that touch are one ruling, pieces apart are two', () => {
  const pieces = [drawRuling('h', 100, 50, 90), drawRuling('h', 100.1, 90, 140), drawRuling('h', 100, 150, 200)];
  expect(joinAbutting(pieces).map(({ from, to }) => [from, to])).toEqual([
    [50, 140],
    [150, 200],
  ]);
});

test('a border drawn piece by piece stays a border where one piece ends under the text above it', () => {
  const { rulings } = drawParts(`
┌──────────────────────────┐
│                          │
├──────────────────────────┤
│                          │
└──────────────────────────┘`);
  const border = rulings.find(({ axis, at }) => axis === 'h' && at === 80);
  expect(border).toBeDefined();
  if (!border) return;
  const text = drawText('市民の声を聴く', 80, 69);
  const cut = [border.from, 80, 150, border.to];
  const pieces = cut.slice(1).map((to, index) => ({ ...border, from: cut[index] ?? 0, to }));
  const page = pageOf({ rulings: [...rulings.filter((ruling) => ruling !== border), ...pieces], glyphs: [...text, ...drawText('次の行', 80, 85)] });
  const { tables } = layoutDocument([page]);
  expect(tables.map(({ rows, cols }) => [rows, cols])).toEqual([[2, 1]]);
});

test('pieces touch where a hairline at most lies between them, along the line and across it', () => {
  const pieces = (gap: number, aside: number) => joinAbutting([drawRuling('h', 100, 50, 90), drawRuling('h', 100 + aside, 90 + gap, 140)]).length;
  expect([pieces(0.25, 0), pieces(0.4, 0), pieces(0, 0.25), pieces(0, 0.4)]).toEqual([1, 2, 1, 2]);
});
