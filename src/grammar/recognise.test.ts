import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../layout/index.js';
import { drawTable } from '../layout/test-draw.js';
import { acceptedScore, recognise } from './recognise.js';
import { grammarOf } from './test-read.js';

const own = grammarOf(`
items: { each: row, columns: { item_no: No., title: 項目, goal: 目標, rating: 評価 } }
`);
const other = {
  ...grammarOf(`
items: { each: row, columns: { item_no: 番号, title: 実施項目, goal: どの水準まで, method: どのような方法で } }
`),
  id: 'other',
};

const page = drawTable(`
令和3年度シート
┌────┬────────┬────────┬────┐
│No. │ 項目   │ 目標   │評価│
├────┼────────┼────────┼────┤
│ 1  │ 甲乙   │ 丙丁   │ A  │
└────┴────────┴────────┴────┘`);

describe('recognition', () => {
  it('ranks grammars by the share of what they expect that is printed, with reasons', () => {
    const [first, second] = recognise(layoutDocument([page]), [other, own]);
    expect(first?.grammar.id).toBe('test');
    expect(first?.score).toBe(1);
    expect(second?.evidence.filter(({ found }) => !found).map(({ what }) => what)).toEqual([
      'column 番号',
      'column 実施項目',
      'column どの水準まで',
      'column どのような方法で',
    ]);
  });

  it('does not take a title alone for the format', () => {
    const titled = drawTable('令和3年度シート');
    expect(recognise(layoutDocument([titled]), [own])[0]?.score).toBeLessThan(acceptedScore);
  });
});
