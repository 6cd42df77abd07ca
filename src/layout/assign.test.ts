import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
import { drawParts, drawText, pageOf } from './test-draw.js';

/** Two cells side by side; the ruling between them stands at x = 102.5. */
const frame = drawParts(`
┌─────────┬─────────┐
│         │         │
└─────────┴─────────┘`);

function cells(left: { text: string; x: number }, right: { text: string; x: number }): readonly string[] {
  const glyphs = [...drawText(left.text, left.x, 66), ...drawText(right.text, right.x, 66)];
  const [table] = layoutDocument([pageOf({ rulings: frame.rulings, glyphs })]).tables;
  return (table?.cells ?? []).map((cell) => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('/'));
}

test('a middle dot that hangs over the ruling goes with the line that it ends', () => {
  expect(cells({ text: '意見要望・', x: 60 }, { text: '提案', x: 115 })).toEqual(['意見要望・', '提案']);
});

test('a middle dot behind the ruling is the bullet of its own cell, however near the text before it', () => {
  expect(cells({ text: '意見要望', x: 62 }, { text: '・提案', x: 104 })).toEqual(['意見要望', '・提案']);
});

test('a row written in one go, spaces and all, stands in the cells that its words stand in', () => {
  const glyphs = drawText('Malin Bay   55.37', 55, 66);
  const [table] = layoutDocument([pageOf({ rulings: frame.rulings, glyphs })]).tables;
  expect(table?.cells.map((cell) => cell.parts[0]?.lines[0]?.text)).toEqual(['Malin Bay', '55.37']);
});

test('text with single spaces that overflows its cell stays whole', () => {
  const glyphs = drawText('Malin Head of Inishowen', 55, 66);
  const [table] = layoutDocument([pageOf({ rulings: frame.rulings, glyphs })]).tables;
  expect(table?.cells.map((cell) => cell.parts[0]?.lines[0]?.text)).toEqual(['Malin Head of Inishowen', undefined]);
});

test('a full stop that hangs over the ruling ends its line, however wide the line is set', () => {
  const glyphs = [...drawText('行う。', 74, 66, { gap: 3 }), ...drawText('市民', 116, 66)];
  const [table] = layoutDocument([pageOf({ rulings: frame.rulings, glyphs })]).tables;
  expect(table?.cells.map((cell) => cell.parts[0]?.lines[0]?.text)).toEqual(['行う。', '市民']);
});
