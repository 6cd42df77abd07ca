import { describe, expect, test } from 'vitest';
import { bandRules } from './rules.js';
import { tablesIn } from './test-tables.js';

describe('rules without columns', () => {
  test('where every row has its rule, what stands between two rules is one row', () => {
    expect(
      tablesIn(`
────────────────────────────
番号    年代      居住地
────────────────────────────
1       90歳以    那覇市
        上
────────────────────────────
2       10代      うるま市
────────────────────────────
3       70代      中部保健所
                  管内
────────────────────────────`),
    ).toEqual([
      [
        ['番号', '年代', '居住地'],
        ['1', '90歳以 上', '那覇市'],
        ['2', '10代', 'うるま市'],
        ['3', '70代', '中部保健所 管内'],
      ],
    ]);
  });

  test('rules of other lengths beside each other frame two tables', () => {
    const tables = tablesIn(`
────────────────   ──────────────────────
Men     12    13   Austria      22     23
────────────────   ──────────────────────
Women   14    15   Belgium      24     25
────────────────   ──────────────────────
All     26    28   Denmark      46     48
────────────────   ──────────────────────`);
    expect(tables.map((rows) => rows[2])).toEqual([
      ['All', '26', '28'],
      ['Denmark', '46', '48'],
    ]);
  });

  test('a frame alone is no table, a table in a frame is one', () => {
    const framed = tablesIn(`
┌──────────────────────────────┐
│ Country      2001       2002 │
│ Austria       1.2       10.4 │
│ Belgium      11.0        9.1 │
│ Denmark       7.3        2.2 │
└──────────────────────────────┘`);
    expect(framed).toEqual([
      [
        ['Country', '2001', '2002'],
        ['Austria', '1.2', '10.4'],
        ['Belgium', '11.0', '9.1'],
        ['Denmark', '7.3', '2.2'],
      ],
    ]);
  });
});

describe('a coloured band', () => {
  const added = (height: number, off = 0): number =>
    bandRules([{ box: { x0: 50, top: 100, x1: 250, bottom: 100 + height }, color: '#dddddd', order: 0 }], [{ x0: 50 + off, x1: 250, y: 100 + height }]).length;

  test('holds two lines at most', () => {
    expect([added(26), added(40)]).toEqual([1, 0]);
  });

  test('is as long as the rule at its edge', () => {
    expect([added(20, 2), added(20, 3.2)]).toEqual([1, 0]);
  });
});
