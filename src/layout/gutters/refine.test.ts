import { describe, expect, test } from 'vitest';
import { columnsOf } from '../test-draw.js';
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

describe('an entry a line in every cell', () => {
  const NAMES = ['文化協会', '商工会', '体育協会', '婦人会'];
  /** A header and a row of so many lines in so many cells; `last`: how wide the last column is; `texts`: of the last cell. */
  const rowsOf = (lines: number, cells: number, width = 14, texts: readonly string[] = NAMES): number => {
    const row = (text: (c: number) => string): string =>
      '│' + Array.from({ length: cells }, (_, c) => ` ${text(c)}${' '.repeat(Math.max(0, (c === cells - 1 ? width : 14) - columns(text(c))))}│`).join('');
    const rule = (left: string, middle: string, right: string): string =>
      left + Array.from({ length: cells }, (_, c) => '─'.repeat((c === cells - 1 ? width : 14) + 1)).join(middle) + right;
    const body = Array.from({ length: lines }, (_, i) => row((c) => (c === cells - 1 ? texts[i] : NAMES[i]) ?? ''));
    const [table] = tablesIn(['', rule('┌', '┬', '┐'), row(() => '名称'), rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n'));
    return table?.length ?? 0;
  };
  const columns = (text: string): number => [...text].reduce((sum, character) => sum + columnsOf(character), 0);

  test('is a row each where three cells have three lines', () => {
    expect([rowsOf(3, 3), rowsOf(2, 3), rowsOf(3, 2)]).toEqual([4, 2, 2]);
  });

  test('is none where a line may have wrapped', () => {
    expect([rowsOf(3, 3, 13), rowsOf(3, 3, 12)]).toEqual([4, 2]);
    expect([
      rowsOf(3, 3, 20, ['Works and', 'bridges', 'roads']),
      rowsOf(3, 3, 20, ['Works', 'Bridges', 'Roads']),
      rowsOf(3, 3, 20, ['Works', '（再掲）', '商工会']),
    ]).toEqual([2, 4, 2]);
  });

  test('is none in the first row, whose cells may be headers', () => {
    expect(
      tablesIn(`
┌────────────┬────────────┬────────────┐
│ 名称       │ 当初       │ 補正       │
│ 又は       │ 予算       │ 予算       │
│ 略称       │ 総額       │ 総額       │
├────────────┼────────────┼────────────┤
│ 商工会     │ 12         │ 14         │
└────────────┴────────────┴────────────┘`)[0],
    ).toHaveLength(2);
  });
});
