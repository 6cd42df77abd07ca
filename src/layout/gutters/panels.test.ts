import { describe, expect, it } from 'vitest';
import { measurePage, readPage } from '../layout-page.js';
import type { PageTable } from '../page-table.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable } from '../test-draw.js';

/** `null` where a merged cell covers the place. */
function rowsOf(table: PageTable): (string | null)[][] {
  const rows = table.ys.slice(1).map(() => table.xs.slice(1).map((): string | null => null));
  for (const cell of table.cells) {
    const row = rows[cell.row];
    if (row !== undefined) row[cell.col] = cell.lines.map((line) => line.text).join(' ');
  }
  return rows;
}
const tablesIn = (art: string): (string | null)[][][] => readPage(measurePage(drawTable(art)), PLAIN_SETTING, true).pageTables.map(rowsOf);

describe('rulings that part groups of columns only', () => {
  it('behind the row labels leave the figures their columns and rows', () => {
    expect(
      tablesIn(`
──────┬──────────────────────────
年次  │   総数   家庭用   営業用
──────┼──────────────────────────
元年  │    763      326      558
２年  │    585      660      574
３年  │    811      641      609
──────┴──────────────────────────`),
    ).toEqual([
      [
        ['年次', '総数', '家庭用', '営業用'],
        ['元年', '763', '326', '558'],
        ['２年', '585', '660', '574'],
        ['３年', '811', '641', '609'],
      ],
    ]);
  });

  it('span the header that stands alone in the middle of a group', () => {
    expect(
      tablesIn(`
──────┬──────────────────┬──────────────────
      │     令和元年     │     令和２年
区分  ├──────────────────┼──────────────────
      │   件数     金額  │   件数     金額
──────┼──────────────────┼──────────────────
給付  │    763      326  │    558      111
療養  │    585      660  │    574      222
葬祭  │    811      641  │    609      333
──────┴──────────────────┴──────────────────`)[0]?.slice(0, 3),
    ).toEqual([
      ['区分', '令和元年', null, '令和２年', null],
      ['', '件数', '金額', '件数', '金額'],
      ['給付', '763', '326', '558', '111'],
    ]);
  });

  it('down the middle of a page leave two tables beside each other one row each', () => {
    expect(
      tablesIn(`
────────────────────┬────────────────────
年齢    男      女  │ 年齢    男      女
────────────────────┼────────────────────
0歳     41      84  │ 50歳    62      68
1歳     71      32  │ 51歳    53      92
2歳     40      72  │ 52歳    25      65
────────────────────┴────────────────────`),
    ).toEqual([
      [
        ['年齢', '男', '女', '年齢', '男', '女'],
        ['0歳', '41', '84', '50歳', '62', '68'],
        ['1歳', '71', '32', '51歳', '53', '92'],
        ['2歳', '40', '72', '52歳', '25', '65'],
      ],
    ]);
  });
});

it('ruled rows share columns that have a header each', () => {
  expect(
    tablesIn(`
──────┬────────────────────────────
課名  │ 主な業務               内線
──────┼────────────────────────────
総務  │ 文書、選挙             2011
──────┼────────────────────────────
財政  │ 予算の編成、地方債     2031
──────┼────────────────────────────
市民  │ 届出、証明             2041
──────┴────────────────────────────`),
  ).toEqual([
    [
      ['課名', '主な業務', '内線'],
      ['総務', '文書、選挙', '2011'],
      ['財政', '予算の編成、地方債', '2031'],
      ['市民', '届出、証明', '2041'],
    ],
  ]);
});

it('figures beside each other under one header are one cell, as the minutes of a timetable', () => {
  expect(
    tablesIn(`
┌────┬──────────────────────────┐
│ 時 │         平日             │
├────┼──────────────────────────┤
│ 6  │ 05   15   25   35   45   │
├────┼──────────────────────────┤
│ 7  │ 05   15   25   35   45   │
├────┼──────────────────────────┤
│ 8  │ 05   15   25   35   45   │
├────┼──────────────────────────┤
│ 9  │ 05   15   25   35   45   │
└────┴──────────────────────────┘`)[0]?.[1],
  ).toEqual(['6', '05 15 25 35 45']);
});

it('several measures in one cell of a ruled row stay in it', () => {
  const [table] = tablesIn(`
┌──────────┬────────────────────┐
│ 事業     │ 目標と実績         │
├──────────┼────────────────────┤
│ 相談会の │ 会議     10     12 │
│ 開催と周 │ 訪問     20     21 │
│ 知を行う │ 調査     30     35 │
├──────────┼────────────────────┤
│ 窓口の改善を進め、市民の声を  │
│ 広く聴く取組を続ける。        │
└───────────────────────────────┘`);
  expect(table?.[1]?.map((text) => text?.replace(/\s/gu, ''))).toEqual(['相談会の開催と周知を行う', '会議1012訪問2021調査3035']);
});
