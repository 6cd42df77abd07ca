import { expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import type { Glyph, Page } from '../model/page.js';
import { grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
measures: true
items:
  each: row
  columns:
    item_no: { label: No., as: name }
    title: 項目
    indicator: 指標
    target: 目標値
    actual: 実績値
    result: { label: 成果, optional: true }
`);

const drawn = drawTable(`
令和3年度シート
┌────┬────────┬──────────┬────────┬──────────┬────┐
│No. │項目    │指標      │目標値  │実績値    │成果│
├────┼────────┼──────────┼────────┼──────────┼────┤
│ 1  │窓口    │研修回数  │        │三名行った│    │
└────┴────────┴──────────┴────────┴──────────┴────┘`);

const moved = ({ box, ...rest }: Glyph, by: { readonly x?: number; readonly y?: number }): Glyph => {
  const { x = 0, y = 0 } = by;
  return { ...rest, box: { x0: box.x0 + x, x1: box.x1 + x, top: box.top + y, bottom: box.bottom + y } };
};

/** The page with these characters printed so far from where they are drawn. */
function withMoved(characters: string, by: { readonly x?: number; readonly y?: number }): Page {
  return { ...drawn, glyphs: drawn.glyphs.map((glyph) => (characters.includes(glyph.text) ? moved(glyph, by) : glyph)) };
}

function read(page: Page): unknown {
  const { items, diagnostics } = readPages([page], grammar);
  const places = diagnostics.filter(({ code }) => code === 'I_OVER_RULING').map(({ page: on, x0, x1, top }) => [on, x0, x1, top]);
  return [items.map(({ indicator, actual }) => [indicator, actual]), places];
}

it('a value within its cell says nothing', () => {
  expect(read(drawn)).toEqual([[['研修回数', '三名行った']], []]);
});

it('a value that runs over the ruling, into an empty cell, says so at its line: once, though it fills an item and a measure', () => {
  expect(read(withMoved('研修回数', { x: 25 }))).toEqual([[['研修回数', '三名行った']], [[1, 150, 190, 99]]]);
});

/** The actual value with 。 for its last character, all of it moved to the right. */
const endsInStop = (x: number): Page => {
  const { glyphs, ...rest } = withMoved('三名行った', { x });
  return { ...rest, glyphs: glyphs.map((glyph) => (glyph.text === 'た' ? { ...glyph, text: '。' } : glyph)) };
};

it('a full stop that hangs over the ruling says nothing: it begins no line', () => {
  expect(read(endsInStop(9))).toEqual([[['研修回数', '三名行っ。']], []]);
});

it('a last character that may begin a line does', () => {
  expect(read(withMoved('三名行った', { x: 9 }))).toEqual([[['研修回数', '三名行った']], [[1, 234, 284, 99]]]);
});

it('and so does a full stop with another character before it', () => {
  expect(read(endsInStop(20))).toEqual([[['研修回数', '三名行っ。']], [[1, 245, 295, 99]]]);
});
