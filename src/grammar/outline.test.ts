import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { grammarOf, readPages } from './test-read.js';

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
});
