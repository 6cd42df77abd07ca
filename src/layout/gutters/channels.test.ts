import { expect, test } from 'vitest';
import { measurePage, readPage } from '../layout-page.js';
import type { PageTable } from '../page-table.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable } from '../test-draw.js';

const rowsOf = (table: PageTable): string[][] =>
  table.ys.slice(1).map((_, row) => table.cells.filter((cell) => cell.row === row).map((cell) => cell.lines.map((line) => line.text).join('')));
const tablesIn = (art: string): string[][][] => readPage(measurePage(drawTable(art)), PLAIN_SETTING, true).pageTables.map(rowsOf);

test('wrapped text that leaves its cell no more white than the padding is parted where all rows have it', () => {
  expect(
    tablesIn(`
──────────────────────────────────────
事業      内容               担当
──────────────────────────────────────
相談      市民からの相談に応 福祉課
──────────────────────────────────────
移動支援  外出の支援を行いま 障害支援課
          す。               （係）
──────────────────────────────────────
手話      通訳者を派遣する。 福祉課
──────────────────────────────────────`),
  ).toEqual([
    [
      ['事業', '内容', '担当'],
      ['相談', '市民からの相談に応', '福祉課'],
      ['移動支援', '外出の支援を行います。', '障害支援課（係）'],
      ['手話', '通訳者を派遣する。', '福祉課'],
    ],
  ]);
});

test('spaces between words of letters that happen to stand below each other part nothing', () => {
  expect(
    tablesIn(`
──────────────────────────────
New York         1,234
──────────────────────────────
New Delhi        2,345
──────────────────────────────
New Guinea       3,456
──────────────────────────────
New Jersey       4,567
──────────────────────────────`).map((rows) => rows[0]),
  ).toEqual([['New York', '1,234']]);
});
