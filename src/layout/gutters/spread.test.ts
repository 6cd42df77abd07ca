import { describe, expect, test } from 'vitest';
import { measurePage, readPage } from '../layout-page.js';
import type { PageTable } from '../page-table.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable, drawText } from '../test-draw.js';
import { joinSpreadLabels } from './spread.js';
import { linesOf, onLine } from './test-lines.js';

const rowsOf = (table: PageTable): string[][] =>
  table.ys.slice(1).map((_, row) => table.cells.filter((cell) => cell.row === row).map((cell) => cell.lines.map((line) => line.text).join(' ')));
const tablesIn = (art: string): string[][][] => readPage(measurePage(drawTable(art)), PLAIN_SETTING, true).pageTables.map(rowsOf);

test('labels spread over one width are one column, however wide the white in them', () => {
  expect(
    tablesIn(`
───────────────────────────────────
地          区      世帯     人口
───────────────────────────────────
東          部       120    1,234
新  市  街  地       340    5,678
そ    の    他        56      789
───────────────────────────────────`),
  ).toEqual([
    [
      ['地区', '世帯', '人口'],
      ['東部', '120', '1,234'],
      ['新市街地', '340', '5,678'],
      ['その他', '56', '789'],
    ],
  ]);
});

test('spread labels of the same number of characters at the head of their lines are labels', () => {
  expect(
    tablesIn(`
議      会      費    1,234    56
総      務      費    2,345    67
民      生      費    3,456    78
衛      生      費    4,567    89`).map((rows) => rows.map((row) => row[0])),
  ).toEqual([['議会費', '総務費', '民生費', '衛生費']]);
});

test('a spread label ends where its cell does, however near the next cell begins', () => {
  expect(
    tablesIn(`
──────────────────────────────
設          立 昭和39年
──────────────────────────────
世    帯    数 74,321世帯
──────────────────────────────
市    の    木 けやき
──────────────────────────────`).map((rows) => rows.map((row) => row[0])),
  ).toEqual([['設立', '世帯数', '市の木']]);
});

test('columns of single characters that say the same over and over stay columns', () => {
  expect(
    tablesIn(`
12    有        無        有
34    有        有        有
56    有        無        有
78    有        有        有`).map((rows) => rows[0]),
  ).toEqual([['12', '有', '無', '有']]);
});

test('an ideographic space that stands alone is part of a name, not a gutter', () => {
  expect(
    tablesIn(`
1    青木　太郎      042-393-0001
2    遠藤　さくら    042-393-0002
3    剣持　実        042-393-0003`),
  ).toEqual([
    [
      ['1', '青木　太郎', '042-393-0001'],
      ['2', '遠藤　さくら', '042-393-0002'],
      ['3', '剣持　実', '042-393-0003'],
    ],
  ]);
});

test('an ideographic space between a word and its amount is typed too', () => {
  expect(
    tablesIn(`
──────────────────────────────
種類                手数料
──────────────────────────────
住民票の写し        １通　300円
──────────────────────────────
戸籍謄本            １通　450円
──────────────────────────────
除籍謄本            １通　750円
──────────────────────────────`).map((rows) => rows.map((row) => row[1])),
  ).toEqual([['手数料', '１通　300円', '１通　450円', '１通　750円']]);
});

describe('labels of one column', () => {
  /** Whether characters spread over a width, row by row, are one phrase each: pieces as for a line, and how many em lower each row is. */
  const joined = (rows: readonly (readonly (string | number)[])[], pitch = 1.6): boolean => {
    const lines = linesOf(rows.flatMap((pieces, i) => onLine(pieces, 50 + 10 * pitch * i)));
    return joinSpreadLabels(lines).every(({ phrases }) => phrases.length === 1);
  };
  /** Three labels of two characters, over five em; `off`: the second begins so much further right. */
  const pairs = (off = 0, texts = ['総数', '東部', '西区']): (string | number)[][] =>
    texts.map(([a = '', b = ''], i) => (i === 1 ? [off, a, 3.2 - off, b] : [a, 3.2, b]));

  test('begin and end below each other', () => {
    expect([joined(pairs(0.3)), joined(pairs(0.5))]).toEqual([true, false]);
  });

  test('lie a few rows apart at most', () => {
    expect([joined(pairs(), 5), joined(pairs(), 7)]).toEqual([true, false]);
  });

  test('are three of two characters, or others beside them', () => {
    expect([joined(pairs()), joined(pairs().slice(0, 2))]).toEqual([true, false]);
  });

  test('differ from row to row', () => {
    expect([joined(pairs(0, ['総数', '東部', '西区', '東部'])), joined(pairs(0, ['総数', '東部', '総数', '東部']))]).toEqual([true, false]);
  });

  test('keep even distances within', () => {
    const four = (more: number): boolean =>
      joined([
        ['新', 3.4, '市', 3.4 + more, '街', 3.4, '地'],
        ['総', 12.2 + more, '数'],
        ['丘', 5.6 + more / 2, '陵', 5.6 + more / 2, '地'],
      ]);
    expect([four(0.7), four(1.5)]).toEqual([true, false]);
  });
});

test('characters of a spread label stand half an em apart at least; nearer ones are letter-spaced text', () => {
  const joined = (gap: number): number =>
    joinSpreadLabels(
      linesOf(['総数', '東部', '西区'].flatMap(([a = '', b = ''], i) => [...onLine([a, gap, b], 50 + 16 * i), ...drawText('1,234', 200, 50 + 16 * i)])),
    )[0]?.phrases.length ?? 0;
  expect(joined(0.7)).toBe(2);
});
