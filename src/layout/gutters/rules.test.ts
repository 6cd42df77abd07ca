import { describe, expect, test } from 'vitest';
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
