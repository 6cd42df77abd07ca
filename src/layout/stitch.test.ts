import { describe, expect, it } from 'vitest';
import type { Page } from '../model/page.js';
import { layoutDocument } from './index.js';
import { drawParts, drawTable, drawText, pageOf } from './test-draw.js';
import { cellText, gridOf, onlyTable, textGrid } from './test-read.js';

/** Drawings on successive pages. */
const pages = (...arts: string[]): Page[] => arts.map((art, i) => drawTable(art, { page: i + 1 }));
const tablesOf = (all: readonly Page[]) => layoutDocument(all).tables.map(textGrid);

const HEADED = `
┌────┬──────┬──────────┐
│No. │ 課名 │ 成果     │
├────┼──────┼──────────┤
│ 1  │市民課│ 窓口を   │
├────┼──────┼──────────┤
│ 2  │税務課│ 納付の   │
└────┴──────┴──────────┘`;

describe('tables over page breaks', () => {
  it('goes on at the head of the next page, repeated header dropped', () => {
    const table = onlyTable(
      ...pages(
        HEADED,
        `
┌────┬──────┬──────────┐
│No. │ 課名 │ 成果     │
├────┼──────┼──────────┤
│ 3  │収納課│ 別の成果 │
└────┴──────┴──────────┘`,
      ),
    );
    expect(textGrid(table).map((row) => row[0])).toEqual(['No.', '1', '2', '3']);
    expect(table.repeatedHeaders.map(cellText)).toEqual(['No.', '課名', '成果']);
    expect(table.parts.map((part) => [part.page, part.firstRow])).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });

  it('joins a row cut by the page break, short cells empty on the later page', () => {
    const table = onlyTable(
      ...pages(
        HEADED,
        `
┌────┬──────┬──────────┐
│    │      │ 機会増。 │
├────┼──────┼──────────┤
│ 3  │収納課│ 別の成果 │
└────┴──────┴──────────┘`,
      ),
    );
    expect(textGrid(table)).toEqual([
      ['No.', '課名', '成果'],
      ['1', '市民課', '窓口を'],
      ['2', '税務課', '納付の\n機会増。'],
      ['3', '収納課', '別の成果'],
    ]);
    expect(table.cells.find((cell) => cell.row === 2 && cell.col === 2)?.parts.map((part) => part.page)).toEqual([1, 2]);
  });

  it('joins a cut row whose short cells were centred onto the later page', () => {
    const grid = gridOf(
      ...pages(
        `
┌────┬──────┬──────────┐
│No. │ 課名 │ 成果     │
├────┼──────┼──────────┤
│ 1  │市民課│ 窓口を   │
├────┼──────┼──────────┤
│    │      │ 納付の   │
└────┴──────┴──────────┘`,
        `
┌────┬──────┬──────────┐
│ 2  │税務課│ 機会増。 │
├────┼──────┼──────────┤
│ 3  │収納課│ 別の成果 │
└────┴──────┴──────────┘`,
      ),
    );
    expect(grid[2]).toEqual(['2', '税務課', '納付の\n機会増。']);
  });

  it('joins a row whose edge was left open at the break', () => {
    const grid = gridOf(
      ...pages(
        `
┌────────┬──────────┐
│ 目標値 │ 納付の   │`,
        `
│ を見る │ 機会増。 │
└────────┴──────────┘`,
      ),
    );
    expect(grid).toEqual([['目標値\nを見る', '納付の\n機会増。']]);
  });

  it('does not join rows that are whole', () => {
    expect(tablesOf(pages(HEADED, HEADED.replace('1  │市民課', '3  │文書課')))[0]?.map((row) => row[0])).toEqual(['No.', '1', '2', '3', '2']);
  });

  it('finds the repeated header below title rows that are not repeated', () => {
    const grid = gridOf(
      ...pages(
        `
┌──────────┬──────────┐
│ 部課名   │ 市民課   │
├────┬─────┴┬─────────┤
│順位│ 項目 │ 指標    │
├────┼──────┼─────────┤
│ 1  │ 窓口 │ 件数    │
└────┴──────┴─────────┘`,
        `
┌────┬──────┬─────────┐
│順位│ 項目 │ 指標    │
├────┼──────┼─────────┤
│ 2  │ 納付 │ 割合    │
└────┴──────┴─────────┘`,
      ),
    );
    expect(grid.map((row) => row[0])).toEqual(['部課名', '順位', '1', '2']);
  });

  it('knows a repeated header again whose upper level is merged in another way', () => {
    const table = onlyTable(
      ...pages(
        `
┌────┬──────┬─────────┐
│    │設定  │中間確認 │
├────┼──────┼────┬────┤
│順位│ 項目 │進捗│下期│
├────┼──────┼────┼────┤
│ 1  │ 窓口 │ ○ │実施│
└────┴──────┴────┴────┘`,
        `
┌────┬───────────┬────┐
│    │  設定     │中間│
│    │           │確認│
├────┼──────┬────┼────┤
│順位│ 項目 │進捗│下期│
├────┼──────┼────┼────┤
│ 2  │ 納付 │ ◎ │検討│
└────┴──────┴────┴────┘`,
      ),
    );
    expect(textGrid(table).map((row) => row[1])).toEqual(['設定', '項目', '窓口', '納付']);
  });

  it('keeps a boxed heading at the head of a page out of the form above', () => {
    const all = pages(
      `
┌──────────┬──────────┐
│取組項目01│ 統合     │
├──────────┼──────────┤
│ 推進部署 │ 文書課   │
└──────────┴──────────┘`,
      `
┌─────────────────────┐
│ 施策２ 市民サービス │
└─────────────────────┘`,
    );
    expect(tablesOf(all)).toHaveLength(2);
  });

  it('goes on below a section title across the whole width', () => {
    const table = onlyTable(
      ...pages(
        HEADED,
        `
┌──────────────────────┐
│ 健康福祉部           │
├────┬──────┬──────────┤
│ 3  │介護課│ 別の成果 │
└────┴──────┴──────────┘`,
      ),
    );
    expect(textGrid(table).map((row) => row[0])).toEqual(['No.', '1', '2', '健康福祉部', '3']);
  });

  it('starts a new table where the next page begins with title rows of its own', () => {
    const sheet = (name: string) => `
┌──────────┬──────────┐
│ 部課名   │ ${name}   │
├────┬─────┴┬─────────┤
│順位│ 項目 │ 指標    │
├────┼──────┼─────────┤
│ 1  │ 窓口 │ 件数    │
└────┴──────┴─────────┘`;
    expect(tablesOf(pages(sheet('市民課'), sheet('税務課')))).toHaveLength(2);
  });

  it('keeps forms of the same shape apart', () => {
    const block = (number: string, text: string) => `
┌──────────┬──────────┐
│取組項目${number}│ ${text}     │
├──────────┼──────────┤
│ 推進部署 │ 文書課   │
└──────────┴──────────┘`;
    expect(tablesOf(pages(block('01', '統合'), block('02', '公開')))).toHaveLength(2);
  });

  it('joins a merged cell that goes on below the break', () => {
    const table = onlyTable(
      ...pages(
        `
┌────┬──────┬────┐
│分類│ 項目 │点数│
├────┼──────┼────┤
│生活│ 住民 │ 10 │
│    ├──────┼────┤
│    │ 戸籍 │ 20 │
└────┴──────┴────┘`,
        `
┌────┬──────┬────┐
│    │ 印鑑 │ 30 │
├────┼──────┼────┤
│福祉│ 介護 │ 40 │
└────┴──────┴────┘`,
      ),
    );
    const merged = table.cells.find((cell) => cellText(cell) === '生活');
    expect([merged?.row, merged?.rowSpan]).toEqual([1, 3]);
    expect(table.rows).toBe(5);
  });

  it('joins a merged cell whose lower edge alone was left open', () => {
    const table = onlyTable(
      ...pages(
        `
┌────┬──────┬────┐
│分類│ 項目 │点数│
├────┼──────┼────┤
│工事│ 表彰 │ 10 │
│成績├──────┼────┤
│の平│ 戸籍 │ 20 │
│    └──────┴────┘`,
        `
┌────┬──────┬────┐
│均点│ 印鑑 │ 30 │
├────┼──────┼────┤
│福祉│ 介護 │ 40 │
└────┴──────┴────┘`,
      ),
    );
    expect(textGrid(table)[1]?.[0]).toBe('工事\n成績\nの平\n均点');
  });

  const FORM = `
┌────┬──────────────┐
│項目│ 統合         │
├────┴───┬──────────┤
│推進部署│ 文書課   │
├──┬─────┴──────────┤
│取│ 二回開催した。 │
│組│                │
│状│                │
│況│                │
└──┴────────────────┘`;

  it('goes on with the label that follows elsewhere in the document, though the columns differ', () => {
    const tables = tablesOf(
      pages(
        FORM,
        `
┌────┬──────────────┐
│項目│ 公開         │
├────┴───┬──────────┤
│推進部署│ 税務課   │
└────────┴──────────┘`,
        `
┌──┬────────────────┐
│取│ 三回開催した。 │
│組│                │
│状│                │
│況│                │
└──┴────────────────┘`,
      ),
    );
    expect(tables.map((rows) => rows.map((row) => row[0]))).toEqual([
      ['項目', '推進部署', '取組状況'],
      ['項目', '推進部署', '取組状況'],
    ]);
  });

  it('joins the last row of a form whose label is merged over all of its rows', () => {
    const form = (title: string) => `
┌──┬────────┬──────────┐
│取│項目    │ ${title}     │
│組├────────┼──────────┤
│状│推進部署│ 文書課   │
│況├────────┴──────────┤
│  │ 二回開催した。    │
└──┴───────────────────┘`;
    const rest = `
┌──┬───────────────────┐
│  │ 次も開催する。    │
└──┴───────────────────┘`;
    const tables = tablesOf(pages(form('統合'), form('公開'), rest));
    expect(tables[1]?.[2]).toEqual([null, '二回開催した。\n次も開催する。', null]);
  });

  it('goes on with the next row of a form whose label is merged over all of its rows', () => {
    const head = (title: string) => `
┌──┬────────┬──────────┐
│取│項目    │ ${title}     │
│組├────────┼──────────┤
│状│推進部署│ 文書課   │`;
    const whole = (title: string) => `${head(title)}
│況├────────┴──────────┤
│  │ 二回開催した。    │
└──┴───────────────────┘`;
    const cut = `${head('協働')}
└──┴────────┴──────────┘`;
    const rest = `
┌──┬───────────────────┐
│  │ 三回開催した。    │
└──┴───────────────────┘`;
    const tables = tablesOf(pages(whole('統合'), whole('公開'), cut, rest));
    expect(tables).toHaveLength(3);
    expect(tables[2]?.[2]).toEqual([null, '三回開催した。', null]);
  });

  it('joins a row whose label was cut in two', () => {
    const tables = tablesOf(
      pages(
        FORM,
        `
┌────┬──────────────┐
│項目│ 公開         │
├────┴───┬──────────┤
│推進部署│ 税務課   │
├──┬─────┴──────────┤
│取│ 開催したのち、 │
│組│                │
└──┴────────────────┘`,
        `
┌──┬────────────────┐
│状│ 評価した。     │
│況│                │
└──┴────────────────┘`,
      ),
    );
    expect(tables[1]?.[2]).toEqual(['取組\n状況', '開催したのち、\n評価した。', null, null]);
  });

  it('does not go on past a line of text', () => {
    const [first, second] = pages(HEADED, HEADED.replace('1  │市民課', '3  │文書課'));
    if (first === undefined || second === undefined) throw new Error('two pages');
    const note = drawText('つぎの表は別である', 50, 500);
    const between = pageOf({ ...first, glyphs: [...first.glyphs, ...note] });
    expect(tablesOf([between, second])).toHaveLength(2);
  });

  it('goes on below a title that stands over every page, if the header is repeated too', () => {
    const titled = (page: Page): Page =>
      pageOf({ ...page, glyphs: [...drawText('継続事業一覧', 200, 30), ...drawText('（単位：千円）', 300, 110), ...page.glyphs] });
    const [first, second] = [HEADED, HEADED.replace('1  │市民課', '3  │文書課')].map((art, i) => titled(drawTable(art, { page: i + 1, y: 130 })));
    if (first === undefined || second === undefined) throw new Error('two pages');
    expect(tablesOf([first, second])).toHaveLength(1);
  });

  it('goes on past page numbers', () => {
    const withNumber = (page: Page): Page => pageOf({ ...page, glyphs: [...page.glyphs, ...drawText(`- ${page.number} -`, 290, 810)] });
    const both = pages(HEADED, HEADED.replace('1  │市民課', '3  │文書課')).map(withNumber);
    const layout = layoutDocument(both);
    expect(layout.tables).toHaveLength(1);
    expect(layout.pages.flatMap((page) => page.free.map((free) => free.furniture))).toEqual(['page_number', 'page_number']);
  });

  it('goes on where the margins of the pages differ', () => {
    const left = drawParts(HEADED, 50, 50);
    const right = drawParts(HEADED.replace('1  │市民課', '3  │文書課'), 70, 50);
    expect(tablesOf([pageOf({ ...left, number: 1 }), pageOf({ ...right, number: 2 })])).toHaveLength(1);
  });

  it('keeps a table a page when asked to', () => {
    expect(layoutDocument(pages(HEADED, HEADED), { stitch: false }).tables).toHaveLength(2);
  });
});
