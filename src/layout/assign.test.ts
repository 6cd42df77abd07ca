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

/** The lines of the two cells, that of the left one ending at x = 102.5. */
function texts(...glyphs: ReturnType<typeof drawText>): (string | undefined)[] {
  const [table] = layoutDocument([pageOf({ rulings: frame.rulings, glyphs })]).tables;
  return (table?.cells ?? []).map((cell) => cell.parts[0]?.lines[0]?.text);
}

test('a middle dot begins at the ruling or before it to hang', () => {
  const hangs = (x: number): boolean => cells({ text: '意見要望・', x }, { text: '提案', x: 125 })[0] === '意見要望・';
  expect([hangs(63.3), hangs(63.8)]).toEqual([true, false]);
});

test('a middle dot behind the ruling, with text behind it on its line, is that text’s bullet; else it ends the line before it', () => {
  const others = drawText('市民と', 107, 62);
  const line = [...drawText('意見要望', 63.8, 74), ...drawText('・', 103.8, 74)];
  expect(texts(...others, ...line)).toEqual(['意見要望・', '市民と']);
  const [left, right] =
    layoutDocument([
      pageOf({
        rulings: frame.rulings.map((ruling) =>
          ruling.axis === 'h' && ruling.at > 70 ? { ...ruling, at: 90 } : { ...ruling, to: ruling.axis === 'v' ? 90 : ruling.to },
        ),
        glyphs: [...others, ...line, ...drawText('提案', 125, 74)],
      }),
    ]).tables[0]?.cells ?? [];
  expect([left, right].map((cell) => cell?.parts[0]?.lines.map(({ text }) => text).join('/'))).toEqual(['意見要望', '市民と/・　提案']);
});

test('a full stop hangs within an em of the character before it', () => {
  const [near, far] = [8, 13].map((gap) => texts(...drawText('行う', 104 - 20 - gap, 66), ...drawText('。', 104, 66), ...drawText('市民', 120, 66)));
  expect([near?.[0]?.endsWith('。'), far?.[0]]).toEqual([true, '行う']);
});

test('a full stop hangs on the line of the character before it', () => {
  const [near, far] = [1, 1.6].map((lower) => texts(...drawText('行う', 76, 66), ...drawText('。', 104, 66 + lower), ...drawText('市民', 120, 66)));
  expect([near?.[0]?.endsWith('。'), far?.[0]]).toEqual([true, '行う']);
});

test('spaces of nearly an em part what a program writes in one go; narrower ones are its own text', () => {
  const [wide, narrow] = ['  ', ' '].map((spaces) => texts(...drawText(`Malin Bay${spaces}Inish`, 55, 66)));
  expect([wide?.[1], narrow?.[1]]).toEqual(['Inish', undefined]);
  const space = (x: number) => drawText(' ', x, 66).map((glyph) => ({ ...glyph, box: { ...glyph.box, x1: x + 3.5 } }));
  expect(texts(...drawText('Malin Bay', 55, 66), ...space(100), ...space(103.5), ...drawText('Inish', 107, 66))[1]).toBeUndefined();
});

/** Lines of the right cell, its left edge at x = 102.5; in the left cell one line ends at the ruling, on the second of them. */
function rightCell(...lines: readonly { text: string; x: number }[]): readonly string[] {
  const tall = frame.rulings.map((ruling) =>
    ruling.axis === 'h' && ruling.at > 70 ? { ...ruling, at: 110 } : { ...ruling, to: ruling.axis === 'v' ? 110 : ruling.to },
  );
  const glyphs = lines.flatMap(({ text, x }, i) => [...(i === 1 ? drawText('円滑に行わ', 52.5, 78) : []), ...drawText(text, x, 66 + 12 * i)]);
  const cells = layoutDocument([pageOf({ rulings: tall, glyphs })]).tables[0]?.cells ?? [];
  return cells.map((cell) => cell.parts.flatMap((part) => part.lines.map(({ text }) => text)).join('/'));
}

test('a comma that begins a line where the others begin is that line’s, however near the text before it', () => {
  expect(rightCell({ text: 'がある', x: 104 }, { text: '、効果', x: 104 }, { text: 'を確保', x: 104 })).toEqual(['円滑に行わ', 'がある/、効果/を確保']);
});

test('a comma before the place where the lines begin hangs, and so does one where only others hang', () => {
  expect(rightCell({ text: 'がある', x: 116 }, { text: '、', x: 104 }, { text: 'を確保', x: 116 })[0]).toBe('円滑に行わ、');
  expect(rightCell({ text: 'がある', x: 114 }, { text: '、効果', x: 104 }, { text: 'を確保', x: 104 })[0]).toBe('円滑に行わ、');
  expect(rightCell({ text: '、', x: 104 }, { text: '、効果', x: 104 })[0]).toContain('円滑に行わ、');
});
