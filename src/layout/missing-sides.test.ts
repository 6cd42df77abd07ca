import { expect, test } from 'vitest';
import { drawRuling, drawTable, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';

test('a ruling left out in one row parts the texts that stand as their neighbours do', () => {
  expect(
    gridOf(
      drawTable(`
┌───────┬───────┐
│  700  │ 1900  │
├───────┼───────┤
│  730    1830  │
├───────┼───────┤
│  800  │ 1930  │
└───────┴───────┘`),
    ),
  ).toEqual([
    ['700', '1900'],
    ['730', '1830'],
    ['800', '1930'],
  ]);
});

test('a merged cell with a text spread over its own width stays one', () => {
  const [, row] = gridOf(
    drawTable(`
┌──────────┬──────────┐
│   700    │   1900   │
├──────────┼──────────┤
│  休         館      │
├──────────┼──────────┤
│   800    │   1930   │
└──────────┴──────────┘`),
  );
  expect(row?.filter((cell) => cell !== null && cell !== '')).toHaveLength(1);
});

/** Cells in the middle row of three, whose texts stand `gap` em apart and `off` em right of those above and below. */
function middleCells(gap: number, off: number): number {
  const rows = [0, 1, 2].flatMap((row) => {
    const shift = row === 1 ? 10 * off : 0;
    return [...drawText('700', 99 - 5 * gap - 15 + shift, 55 + 20 * row), ...drawText('1900', 101 + 5 * gap - 2 + shift, 55 + 20 * row)];
  });
  const rulings = [
    ...[50, 70, 90, 110].map((y) => drawRuling('h', y, 50, 150)),
    drawRuling('v', 50, 50, 110),
    drawRuling('v', 150, 50, 110),
    drawRuling('v', 100, 50, 70),
    drawRuling('v', 100, 90, 110),
  ];
  return (gridOf(pageOf({ glyphs: rows, rulings }))[1] ?? []).filter((cell) => cell !== null).length;
}

test('the texts beside a missing ruling stand further apart than words do', () => {
  expect([middleCells(1.3, 0), middleCells(0.8, 0)]).toEqual([2, 1]);
});

test('they stand where those above and below do, to a hair', () => {
  expect([middleCells(2, 0.12), middleCells(2, 0.2)]).toEqual([2, 1]);
});

test('texts of unlike length stand alike in the middle of their columns', () => {
  const row = (left: string, right: string, y: number) => [...drawText(left, 75 - 2.5 * left.length, y), ...drawText(right, 125 - 2.5 * right.length, y)];
  const rulings = [
    ...[50, 70, 90, 110].map((y) => drawRuling('h', y, 50, 150)),
    drawRuling('v', 50, 50, 110),
    drawRuling('v', 150, 50, 110),
    drawRuling('v', 100, 50, 70),
    drawRuling('v', 100, 90, 110),
  ];
  const glyphs = [...row('7:00', '19:00', 55), ...row('7', '1', 75), ...row('7:30', '20:00', 95)];
  expect(gridOf(pageOf({ glyphs, rulings }))[1]?.[1]).toBe('1');
});
