import { describe, expect, test } from 'vitest';
import { tablesIn } from './test-tables.js';

describe('rows that rulings left together', () => {
  test('figures never wrap: each is a row', () => {
    expect(
      tablesIn(`
┌──────────┬────────┬────────┐
│ Country  │   2001 │   2002 │
├──────────┼────────┼────────┤
│ Austria  │    1.2 │   10.4 │
│ Belgium  │   11.0 │    9.1 │
│ Denmark  │    7.3 │    2.2 │
└──────────┴────────┴────────┘`),
    ).toEqual([
      [
        ['Country', '2001', '2002'],
        ['Austria', '1.2', '10.4'],
        ['Belgium', '11.0', '9.1'],
        ['Denmark', '7.3', '2.2'],
      ],
    ]);
  });

  test('several measures of one record stay in its row', () => {
    const [table] = tablesIn(`
┌────┬──────────┬───────┬───────┐
│ No │ 指標     │ 目標  │ 実績  │
├────┼──────────┼───────┼───────┤
│ 1  │ 会議     │ 10    │ 12    │
│    │ 訪問     │ 20    │ 21    │
│    │ 調査     │ 30    │ 35    │
├────┼──────────┼───────┼───────┤
│ 2  │ 講座     │ 10    │ 12    │
├────┼──────────┼───────┼───────┤
│ 3  │ 相談     │ 10    │ 12    │
├────┼──────────┼───────┼───────┤
│ 4  │ 配布     │ 10    │ 12    │
└────┴──────────┴───────┴───────┘`);
    expect(table?.[1]).toEqual(['1', '会議 訪問 調査', '10 20 30', '12 21 35']);
    expect(table).toHaveLength(5);
  });
});
