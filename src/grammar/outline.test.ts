import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
items:
  each: block
  starts: '取組項目 ?(?<item_no>\\d+)'
  fields:
    title: '/取組項目\\d+/'
    responsible: 推進部署
    result: R3年度の取組
outline:
  levels:
    - { level: 施策, pattern: '^施策 ?(?<number>\\d+) ?(?<title>.*)$' }
    - { level: 基本事業, pattern: '^基本事業 ?(?<number>\\d+) ?(?<title>.*)$' }
`);

const block = (number: string): string => `
┌────────────┬────────────────┐
│ 取組項目${number} │ 窓口の改善     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`;

/** Pages of 300 points: a running head in the top margin, text from the top of the body to its foot. */
const pages = (bodies: readonly string[]): ReturnType<typeof drawTable>[] =>
  bodies.map((body, index) => drawTable(`                    資料1\n${body}`, { page: index + 1, y: 4, height: 300 }));

describe('the outline', () => {
  it('runs a description on over a page break, not through the running head', () => {
    const records = readPages(
      pages([
        `\n\n令和3年度シート\n施策1 行政運営\n${block('01')}\n\n\n\n\n基本事業1 窓口\n市民が使いやすい窓口を`,
        `\n\n作ります。\n${block('02')}`,
        `\n${block('03')}`,
      ]),
      grammar,
    );
    expect(records.plan_nodes.map(({ title, description }) => [title, description?.replace('\n', '')])).toEqual([
      ['行政運営', undefined],
      ['窓口', '市民が使いやすい窓口を作ります。'],
    ]);
    expect(records.document.glyphs_left_over).toBe(0);
  });

  it('reads the title below a heading that was named by its number alone before', () => {
    const records = readPages(pages([`\n\n令和3年度シート\n施策1\n\n${block('01')}`, `\n\n施策1\n行政運営\n基本事業1 窓口\n${block('02')}`]), grammar);
    expect(records.plan_nodes.map(({ level, title }) => [level, title])).toEqual([
      ['施策', '行政運営'],
      ['基本事業', '窓口'],
    ]);
    expect(records.items[1]?.plan_path).toBe('施策1 行政運営 > 基本事業1 窓口');
  });

  it('takes neither the heads of columns nor what refers to a heading by its number for headings', () => {
    const list = `
令和3年度シート
施策1 行政運営
基本事業1 窓口
市民が使う。
施策1          施策2
施策1 基本事業2
${block('01')}`;
    const records = readPages([drawTable(list)], grammar);
    expect(records.plan_nodes.map(({ level, number, title, description }) => [level, number, title, description])).toEqual([
      ['施策', '1', '行政運営', null],
      ['基本事業', '1', '窓口', '市民が使う。'],
    ]);
    expect(records.items[0]?.plan_path).toBe('施策1 行政運営 > 基本事業1 窓口');
    expect(codesOf(records).filter((code) => code === 'W_LEFT_OVER')).toHaveLength(3);
  });

  it('takes the heads of a table’s columns for no headings', () => {
    const list = `
令和3年度シート
施策1 行政運営
基本事業1 窓口
┌───────────┬───────────┐
│ 施策1     │ 施策2     │
└───────────┴───────────┘
${block('01')}`;
    const records = readPages([drawTable(list)], grammar);
    expect(records.plan_nodes).toHaveLength(2);
    expect(records.items[0]?.plan_path).toBe('施策1 行政運営 > 基本事業1 窓口');
  });

  it('makes no node of a number alone, unless something stands under it', () => {
    const list = (under: string): string => `
令和3年度シート
施策1
${under}
施策2 財政
基本事業1 税
${block('01')}`;
    const titles = (under: string) => readPages([drawTable(list(under))], grammar).plan_nodes.map(({ number, title }) => [number, title]);
    expect(titles('')).toEqual([
      ['2', '財政'],
      ['1', '税'],
    ]);
    expect(titles('基本事業1 窓口')).toEqual([
      ['1', null],
      ['1', '窓口'],
      ['2', '財政'],
      ['1', '税'],
    ]);
  });
});
