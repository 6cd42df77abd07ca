import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
items:
  each: row
  groups: [年度末]
  columns:
    item_no: { label: No., as: name }
    responsible: 課名
    title: 項目
    result: { label: 成果, optional: true }
    rating: { label: 評価, as: name, optional: true }
levels:
  rating: { authority: the test, map: { A: achieved } }
`);

describe('the table shape', () => {
  it('makes a record of every numbered row, by what the heads say and not by where they stand', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────┐
│No. │ 項目   │ 課名   │評価│
├────┼────────┼────────┼────┤
│ 1  │ 甲乙   │ 市民課 │ A  │
├────┼────────┼────────┼────┤
│ 2  │ 丙丁   │ 税務課 │ A  │
└────┴────────┴────────┴────┘`);
    const { items, document, diagnostics } = readPages([page], grammar);
    expect(items.map(({ item_no, title, responsible, rating, rating_level }) => [item_no, title, responsible, rating, rating_level])).toEqual([
      ['1', '甲乙', '市民課', 'A', 'achieved'],
      ['2', '丙丁', '税務課', 'A', 'achieved'],
    ]);
    expect(document.fiscal_year).toBe(2021);
    expect(document.glyphs_left_over).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(['W_HEADER_MOVED']);
  });

  it('finds columns under heads that nest, whose labels are broken over lines', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬─────────────┐
│    │        │        │   年度末    │
│No. │ 課名   │ 項目   ├────────┬────┤
│    │        │        │ 成果   │ 評 │
│    │        │        │        │ 価 │
├────┼────────┼────────┼────────┼────┤
│ 1  │ 市民課 │ 甲乙   │ 丙丁   │ A  │
└────┴────────┴────────┴────────┴────┘`);
    const { items, diagnostics } = readPages([page], grammar);
    expect(items.map(({ title, result, rating }) => [title, result, rating])).toEqual([['甲乙', '丙丁', 'A']]);
    expect(diagnostics).toEqual([]);
  });

  it('gives a cell merged over several records to each of them', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┐
│No. │ 課名   │ 項目   │
├────┼────────┼────────┤
│ 1  │        │ 甲乙   │
├────┤ 市民課 ├────────┤
│ 2  │        │ 丙丁   │
└────┴────────┴────────┘`);
    const { items } = readPages([page], grammar);
    expect(items.map(({ title, responsible }) => [title, responsible])).toEqual([
      ['甲乙', '市民課'],
      ['丙丁', '市民課'],
    ]);
  });

  it('names a head that changed, reads its column, and does not shift the others', () => {
    const page = drawTable(`
令和3年度シート
┌────┬──────────┬────────┬────┐
│No. │ 担当課名 │ 項目   │評価│
├────┼──────────┼────────┼────┤
│ 1  │ 市民課   │ 甲乙   │ A  │
└────┴──────────┴────────┴────┘`);
    const { items, diagnostics } = readPages([page], grammar);
    expect(items.map(({ title, responsible, rating }) => [title, responsible, rating])).toEqual([['甲乙', '市民課', 'A']]);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['W_HEADER_CHANGED', 'the column headed "担当課名" was read as "課名" (responsible)'],
    ]);
  });

  it('leaves the text of a column over whose head it does not know, and says so', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────────┐
│No. │ 課名   │ 項目   │ 備考欄 │
├────┼────────┼────────┼────────┤
│ 1  │ 市民課 │ 甲乙   │ 丙丁   │
└────┴────────┴────────┴────────┘`);
    const records = readPages([page], grammar);
    expect(codesOf(records)).toEqual(['W_HEADER_UNKNOWN', 'W_LEFT_OVER', 'W_LEFT_OVER']);
    expect(records.document.glyphs_left_over).toBe(5);
    expect(records.diagnostics.filter(({ code }) => code === 'W_LEFT_OVER').map(({ message }) => message)).toEqual(['left over: 備考欄', 'left over: 丙丁']);
  });

  it('reports a gap, a duplicate and a row without number with their place', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┐
│No. │ 課名   │ 項目   │
├────┼────────┼────────┤
│ 1  │ 市民課 │ 甲     │
├────┼────────┼────────┤
│ 3  │ 市民課 │ 乙     │
├────┼────────┼────────┤
│ 3  │ 市民課 │ 丙     │
├────┼────────┼────────┤
│    │ 市民課 │ 丁     │
└────┴────────┴────────┘`);
    const records = readPages([page], grammar);
    expect(codesOf(records)).toEqual(['W_ITEM_GAP', 'W_ITEM_DUPLICATE', 'W_ITEM_NO_NUMBER']);
    expect(records.diagnostics.every(({ page: at, top }) => at === 1 && top !== null)).toBe(true);
    expect(new Set(records.items.map(({ item_id }) => item_id)).size).toBe(4);
  });

  it('goes on with a record after a page break when the row there has no number and no title of its own', () => {
    const first = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────────────┐
│No. │ 課名   │ 項目   │ 成果       │
├────┼────────┼────────┼────────────┤
│ 1  │ 市民課 │ 甲乙   │ 上がった。 │
└────┴────────┴────────┴────────────┘`);
    const second = drawTable(
      `
┌────┬────────┬────────┬────────────┐
│No. │ 課名   │ 項目   │ 成果       │
├────┼────────┼────────┼────────────┤
│    │        │        │ 続いた。   │
├────┼────────┼────────┼────────────┤
│ 2  │ 税務課 │ 丙丁   │ 下がった。 │
└────┴────────┴────────┴────────────┘`,
      { page: 2 },
    );
    const { items, provenance, document } = readPages([first, second], grammar);
    expect(items.map(({ item_no, result, page_first, page_last }) => [item_no, result, page_first, page_last])).toEqual([
      ['1', '上がった。\n続いた。', 1, 2],
      ['2', '下がった。', 2, 2],
    ]);
    expect(provenance.filter(({ id, field }) => id.endsWith('-1-1') && field === 'result').map(({ part, page, raw }) => [part, page, raw])).toEqual([
      [1, 1, '上がった。'],
      [2, 2, '続いた。'],
    ]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it.each([
    ['目標を上回', '目標を上回\nりました。', [['I_LINE_END_DOUBTFUL', 1]]],
    ['上がった。', '上がった。\nりました。', []],
  ])('says so where such a row may have been cut within a cell, and its table was not known again by its columns: %s', (above, value, said) => {
    const first = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────────────┐
│No. │ 課名   │ 項目   │ 成果       │
├────┼────────┼────────┼────────────┤
│ 1  │ 市民課 │ 甲乙   │ ${above} │
└────┴────────┴────────┴────────────┘`);
    const second = `
┌────┬────────────┬────────────┬────────────┐
│No. │ 課名       │ 項目       │ 成果       │
├────┼────────────┼────────────┼────────────┤
│    │            │            │ りました。 │
└────┴────────────┴────────────┴────────────┘`;
    const { items, diagnostics } = readPages([first, drawTable(second, { page: 2 })], grammar);
    expect(items.map(({ result }) => result)).toEqual([value]);
    expect(diagnostics.filter(({ code }) => code.startsWith('I_')).map(({ code, page }) => [code, page])).toEqual(said);
  });

  it('does not add a row without number in the middle of a page to the record above', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────────────┐
│No. │ 課名   │ 項目   │ 成果       │
├────┼────────┼────────┼────────────┤
│ 1  │ 市民課 │ 甲乙   │ 上がった。 │
├────┼────────┼────────┼────────────┤
│    │        │        │ 下がった。 │
└────┴────────┴────────┴────────────┘`);
    const records = readPages([page], grammar);
    expect(records.items.map(({ item_no, result }) => [item_no, result])).toEqual([
      ['1', '上がった。'],
      [null, '下がった。'],
    ]);
    expect(codesOf(records)).toEqual(['W_ITEM_NO_NUMBER', 'W_FIELD_EMPTY']);
  });

  it('keeps deleted text out of the value and shows it in raw', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬──────────────┐
│No. │ 課名   │ 項目         │
├────┼────────┼──────────────┤
│ 1  │ 市民課 │ ~~62~~104時間    │
└────┴────────┴──────────────┘`);
    const { items, provenance, excluded } = readPages([page], grammar);
    expect(items[0]?.title).toBe('104時間');
    expect(provenance.find(({ table, field }) => table === 'items' && field === 'title')?.raw).toBe('~~62~~104時間');
    expect(excluded).toMatchObject({ struck: 2 });
  });

  it('says that a rating has no level when the grammar does not know it', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────┐
│No. │ 課名   │ 項目   │評価│
├────┼────────┼────────┼────┤
│ 1  │ 市民課 │ 甲乙   │ Z  │
└────┴────────┴────────┴────┘`);
    const { items, diagnostics } = readPages([page], grammar);
    expect(items.map(({ rating, rating_level }) => [rating, rating_level])).toEqual([['Z', null]]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['W_RATING_UNKNOWN']);
  });
});

describe('a row joined over a page break', () => {
  it('is two records when its number cell holds a number on each page', () => {
    const first = drawTable(
      `
令和3年度シート
┌────┬────────┬────────┐
│No. │ 課名   │ 項目   │
├────┼────────┼────────┤
│ 3  │ 市民課 │ 甲乙   │`,
    );
    const second = drawTable(
      `
│ 4  │ 税務課 │ 丙丁   │
└────┴────────┴────────┘`,
      { page: 2 },
    );
    const { items } = readPages([first, second], grammar);
    expect(items.map(({ item_no, title, responsible }) => [item_no, title, responsible])).toEqual([
      ['3', '甲乙', '市民課'],
      ['4', '丙丁', '税務課'],
    ]);
  });
});
