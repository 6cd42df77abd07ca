import { expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import type { Glyph, Page } from '../model/page.js';
import { grammarOf, readPages } from './test-read.js';

const rows = `
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
`;
const grammar = grammarOf(rows);
const headed = grammarOf(`sheet: { lines: ['^(?<department>.+部)$'] }${rows}`);

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

/** Rows of a grid whose name, and whose value, is wider than its cell. */
const named = grammarOf(`
items:
  each: sheet
  fields: { title: 事業名 }
  grids:
    - { columns: '/\\d年度/', era: 令和 }
`);
const inGrid = (characters: string): unknown => {
  const page = drawTable(`
令和3年度シート
┌────────┬─────┐
│ 事業名 │窓口 │
└────────┴─────┘
┌────────┬────────┬────────┐
│        │ ２年度 │ ３年度 │
├────────┼────────┼────────┤
│ 人件費 │        │ 345678 │
└────────┴────────┴────────┘`);
  const glyphs = page.glyphs.map((glyph) => (characters.includes(glyph.text) ? moved(glyph, { x: characters === '人件費' ? -13 : -20 }) : glyph));
  const { series, diagnostics } = readPages([{ ...page, glyphs }], named);
  return [series.map(({ row_label, raw }) => [row_label, raw]), diagnostics.filter(({ code }) => code === 'I_OVER_RULING').length];
};

it('the name of a row that runs over its cell says nothing, a value of the row does', () => {
  const read = [['人件費', '345678']];
  expect(inGrid('人件費')).toEqual([read, 0]);
  expect(inGrid('345678')).toEqual([read, 1]);
});

it('nor do a title and a value in running heads, which no cell holds, wider than the text between the tables', () => {
  const page = (n: number): Page =>
    drawTable(
      `
         令和3年度シート
         福祉部
内訳${n}
┌────┬────────┬──────────┬────────┬──────────┐
│No. │項目    │指標      │目標値  │実績値    │
├────┼────────┼──────────┼────────┼──────────┤
│ ${n}  │窓口    │研修回数  │        │三名行った│
└────┴────────┴──────────┴────────┴──────────┘`,
      { page: n, y: 20 },
    );
  const { document, sheets, diagnostics } = readPages([page(1), page(2)], headed);
  expect([document.title, sheets.map(({ department }) => department)]).toEqual(['令和3年度シート', ['福祉部']]);
  expect(diagnostics.map(({ code }) => code)).not.toContain('I_OVER_RULING');
});
