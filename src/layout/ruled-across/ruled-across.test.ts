import { describe, expect, test } from 'vitest';
import { measurePage } from '../layout-page.js';
import { layoutDocument } from '../index.js';
import { drawTable } from '../test-draw.js';
import { textGrid } from '../test-read.js';
import { partAcross } from './index.js';

/** Tables of the drawing whose columns rulings across show. */
function across(...art: string[]): (string | null)[][][] {
  const pages = art.map((drawn, i) => drawTable(drawn, { page: i + 1 }));
  return layoutDocument(pages, { unruled: true })
    .tables.filter(({ kind }) => kind === 'ruled')
    .map(textGrid);
}

/** Where vertical sides run, as columns of the drawing, ascending. */
function sides(art: string): number[] {
  const [implied = []] = partAcross([measurePage(drawTable(art))], [true]);
  const xs = implied.filter(({ axis }) => axis === 'v').map(({ at }) => Math.round((at - 50) / 5));
  return [...new Set(xs)].sort((a, b) => a - b);
}

const WRAPPED = `
────────────────────────────────────────
 1     窓口を案内し、用件を聞き  佐藤
       取る。
────────────────────────────────────────
 2     電話で相談に応じて訪問も  鈴木
       する。
────────────────────────────────────────`;

describe('rulings across alone', () => {
  test('part rows of wrapped cells, the columns of which they share', () => {
    expect(across(WRAPPED)).toEqual([
      [
        ['1', '窓口を案内し、用件を聞き\n取る。', '佐藤'],
        ['2', '電話で相談に応じて訪問も\nする。', '鈴木'],
      ],
    ]);
  });

  test('are told where nobody drew a side', () => {
    const { conclusions } = layoutDocument([drawTable(WRAPPED)], { unruled: true });
    expect(conclusions.map(({ rule }) => rule)).toContain('ruled-across');
  });

  test('say nothing where tables without rulings are not sought', () => {
    expect(layoutDocument([drawTable(WRAPPED)]).tables).toEqual([]);
  });

  test('of one row with a wrapped cell are no table of text yet', () => {
    expect(
      sides(`
────────────────────────────────────────
 1     窓口を案内し、用件を聞き  佐藤
       取る。
────────────────────────────────────────
 2     電話で相談に応じる。      鈴木
────────────────────────────────────────`),
    ).toEqual([]);
  });

  test('of figures row after row leave the columns to these', () => {
    const row = (label: string): string => `
 ${label}を含       412       118
 む合計
──────────────────────────────`;
    expect(sides(`\n──────────────────────────────${['東京', '大阪'].map(row).join('')}`)).not.toEqual([]);
    expect(sides(`\n──────────────────────────────${['東京', '大阪', '京都'].map(row).join('')}`)).toEqual([]);
  });

  test('above and below a body of several rows part none of them', () => {
    expect(
      sides(`
──────────────────────────────────────
 番号  課名の正    内容の詳しい
       式な名      説明
──────────────────────────────────────
 1     市民課      窓口の案内
 2     福祉課      電話の相談
 3     防災課      備蓄の更新
──────────────────────────────────────`),
    ).toEqual([]);
  });
});

describe('a row between rulings', () => {
  test('without text, too low for a line, parts two tables', () => {
    const gap = (lines: string): string => `${WRAPPED}${lines}${WRAPPED}`;
    expect(across(gap(''))).toHaveLength(2);
    expect(across(gap('\n\n\n'))).toHaveLength(1);
  });

  test('of one text on the left parts two tables, in the middle it heads the rows below', () => {
    expect(across(`${WRAPPED}\n取組の一覧と担当${WRAPPED}`)).toHaveLength(2);
    expect(across(`${WRAPPED}\n            取組の一覧と担当${WRAPPED}`)).toHaveLength(1);
  });

  test('with the sides of its cells drawn is left as it is drawn', () => {
    const [table] = across(`
┌──────┬───────────────────┐
│ 課   │ 窓口を案内し、用  │
│      │ 件を聞き取る。    │
├──────┴───────────────────┤
│ 目標     窓口を便利にする│
│ 方針     案内を増やす    │
├──────────────────────────┤
│ 取組     電話の相談      │
│ 担当     福祉課          │
└──────────────────────────┘`);
    expect(table?.[1]?.[1]).toBeNull();
  });
});

describe('white', () => {
  test('between two words of one text is no column', () => {
    expect(
      sides(`
──────────────────────────────
 1     The first office
       The other office
──────────────────────────────
 2     The third office
       The fifth office
──────────────────────────────`),
    ).toEqual([0, 5, 30]);
  });

  test('that a text of one row runs over begins another part of the table', () => {
    expect(
      across(`
────────────────────────────────────────
 1     窓口を案内し、用件を聞き  佐藤
       取る。
────────────────────────────────────────
 備考  窓口を案内し、用件を聞き取ること
       とする。
────────────────────────────────────────`),
    ).toEqual([
      [
        ['1', '窓口を案内し、用件を聞き\n取る。', '佐藤'],
        ['備考', '窓口を案内し、用件を聞き取ること\nとする。', null],
      ],
    ]);
  });
});

describe('rulings of different lengths', () => {
  test('stop at a cell merged over rows', () => {
    expect(
      across(`
──────────────────────────────────────
        窓口    来庁者を案内し、用件を
                聞き取る。
       ───────────────────────────────
 市民課 電話    夜も相談に応じて訪問も
                する。
──────────────────────────────────────`),
    ).toEqual([
      [
        ['市民課', '窓口', '来庁者を案内し、用件を\n聞き取る。'],
        [null, '電話', '夜も相談に応じて訪問も\nする。'],
      ],
    ]);
  });

  test('say nothing of a merged cell that no ruling closes below', () => {
    const art = (last: string): string => `
──────────────────────────────────────
 1      窓口    来庁者を案内し、用件を
                聞き取る。
──────────────────────────────────────
 2      電話    夜も相談に応じて訪問も
                する。
──────────────────────────────────────
                次の表の単位は千円です
                        ${last}`;
    expect(sides(art('──────────────'))).toEqual(sides(art('')));
  });
});

test('a row below the last ruling ends where a line runs over its columns', () => {
  const open = `${WRAPPED}
 3     倉庫に水を備える。        東`;
  expect(across(open)[0]).toHaveLength(3);
  expect(
    across(`${open}
 注意　この表の担当は年度の途中で替わることがある。`)[0],
  ).toHaveLength(3);
  expect(
    across(`${WRAPPED}
 注意　この表の担当は年度の途中で替わることがある。`)[0],
  ).toHaveLength(2);
});
