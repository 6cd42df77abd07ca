import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../model/page.js';
import { drawText } from '../test-draw.js';
import { findColumns } from './columns.js';
import { signsOfTable } from './evidence.js';
import type { Rule } from './rules.js';
import { type DrawnCell, linesOf, rowsAt } from './test-lines.js';

/** The signs that these rows are a table; `rules`: shares of the table's width that rules above and below it cover. */
function signs(glyphs: readonly Glyph[], rules: readonly number[], caption: string): readonly string[] {
  const page = linesOf([...drawText(caption, 50, 30), ...glyphs]);
  const lines = caption === '' ? page : page.slice(1);
  const placement = findColumns(lines.flatMap((line) => line.phrases));
  const [x0, x1] = [placement.columns[0]?.x0 ?? 0, placement.columns.at(-1)?.x1 ?? 0];
  const drawn = rules.map((share, i): Rule => ({ y: i === 0 ? 46 : (lines.at(-1)?.bottom ?? 0) + 4 * i, x0, x1: x0 + share * (x1 - x0) }));
  return signsOfTable(lines, placement, { rules: drawn, page, prose: new Set() });
}
const has = (sign: string, glyphs: readonly Glyph[], rules: readonly number[] = [], caption = ''): boolean => signs(glyphs, rules, caption).includes(sign);

const COUNTRIES = ['Austria', 'Belgium', 'Chad', 'Denmark', 'Estonia', 'Fiji', 'Gabon', 'Haiti', 'Iceland', 'Japan', 'Kenya', 'Laos'];
/** A country and something beside it, row by row. */
const list = (...values: readonly string[]): Glyph[] =>
  rowsAt(
    [0, 12],
    values.map((value, i) => [COUNTRIES[i] ?? '', value]),
  );

describe('columns of figures', () => {
  it('hold three numbers at least', () => {
    expect([has('figure-columns', list('12', '31', '22')), has('figure-columns', list('12', '31', 'none'))]).toEqual([true, false]);
  });

  it('hold figures in most of their rows', () => {
    expect([has('figure-columns', list('12', '31', '22', '17', 'none')), has('figure-columns', list('12', 'some', '31', 'none', '22', 'few'))]).toEqual([
      true,
      false,
    ]);
  });

  it('have three rows where nothing else shows a table', () => {
    const rows = [
      ['Austria', '12', '15'],
      ['Belgium', '31', '17'],
      ['Chad', '26', '19'],
    ];
    expect([3, 2].map((count) => has('figure-columns', rowsAt([0, 12, 20], rows.slice(0, count))))).toEqual([true, false]);
  });

  /** A country and one value a row, in as many columns in turn. */
  const scattered = (columns: number, value: (i: number) => string): Glyph[] =>
    rowsAt(
      [0, ...Array.from({ length: columns }, (_, i) => 12 + 10 * i)],
      COUNTRIES.slice(0, columns * 2).map((name, i) => [name, ...Array.from({ length: columns }, (_, c) => (c === i % columns ? value(i) : ''))]),
    );

  it('are filled in two rows of five', () => {
    expect(
      [3, 5].map((columns) =>
        has(
          'figure-columns',
          scattered(columns, (i) => `${11 + i}`),
        ),
      ),
    ).toEqual([true, false]);
  });

  it('are filled as far between rules', () => {
    expect(
      [3, 5].map((columns) =>
        has(
          'ruled-off',
          scattered(columns, (i) => 'some few no all any one'.split(' ')[i % 6] ?? ''),
          [1, 1],
        ),
      ),
    ).toEqual([true, false]);
  });
});

describe('rules', () => {
  it('about as wide as the table bound it', () => {
    const words = list('some', 'few', 'none');
    expect([has('ruled-off', words, [0.85, 0.85]), has('ruled-off', words, [0.75, 0.75])]).toEqual([true, false]);
  });
});

describe('columns of words', () => {
  const row = (i: number, ...more: readonly string[]): string[] => [COUNTRIES[i] ?? '', ...more];
  const table = (rows: readonly (readonly DrawnCell[])[]): boolean => has('aligned-columns', rowsAt([0, 15, 30, 45], rows), [], 'Table 3. Rivers');
  const TOWNS = ['Vienna', 'Brussels', 'Moundou'];
  const RIVERS = ['Danube', 'Senne', 'Logone'];
  const three = (rows: number): string[][] => Array.from({ length: rows }, (_, i) => row(i, TOWNS[i] ?? '', RIVERS[i] ?? ''));

  it('are three at least, of three rows', () => {
    expect([table(three(3)), table(three(2)), table(three(3).map((cells) => cells.slice(0, 2)))]).toEqual([true, false, false]);
  });

  it('are filled for the greater part', () => {
    const thirds = [row(0, 'Vienna', ''), row(1, '', 'Senne'), ['', 'Moundou', 'Logone'], row(3, 'Aarhus', '')];
    const halves = [row(0, 'Vienna', '', ''), row(1, '', 'Senne', ''), ['', 'Moundou', '', 'Arab'], ['', '', 'Guden', 'Dane'], row(4, 'Tartu', '', '')];
    expect([table(thirds), table(halves)]).toEqual([true, false]);
  });

  it('hold few long texts', () => {
    const words = (count: number): string => 'a b c d e f g h i j k l'.slice(0, 2 * count - 1);
    const one = [row(0, words(9), ''), row(1, '', 'Senne'), ['', 'Moundou', 'Logone']];
    const two = (count: number): string[][] => [row(0, words(count), 'Danube'), row(1, words(count), 'Senne'), row(2, 'Moundou', 'Logone')];
    expect([table(one), table(two(6)), table(two(9))]).toEqual([true, true, false]);
  });

  /** Cells of the second and third column are moved by these distances, em; their lengths differ. */
  const moved = (...offs: readonly number[]): boolean =>
    table(
      offs.map((by, i) => [
        COUNTRIES[i] ?? '',
        ['pelican sea cliff'.slice(0, [2, 15, 5, 9, 12][i]), by],
        ['rivermouth harbour'.slice(0, [14, 3, 11, 17, 6][i]), by],
      ]),
    );

  it('begin within a third of an em of each other', () => {
    expect([moved(-0.3, 0.3, 0, -0.3, 0.3), moved(-0.5, 0.5, 0, -0.5, 0.5)]).toEqual([true, false]);
  });

  it('begin together in half of their rows at least', () => {
    expect([moved(0, 0, 0, 1, -1), moved(0, 0, -1, 1, 2)]).toEqual([true, false]);
  });

  it('are no such table where most of the text is Japanese', () => {
    const mixed = (japanese: number): boolean =>
      table(Array.from({ length: 5 }, (_, i) => ['one', 'two', 'six'].map((word, c) => (3 * i + c < japanese ? (['窓口', '納付', '福祉'][c] ?? '') : word))));
    expect([mixed(6), mixed(9)]).toEqual([true, false]);
  });
});

describe('headers in a font of their own', () => {
  const headed = (head: readonly string[], body: readonly (readonly string[])[]): boolean => {
    const places = head.map((_, i) => 20 * i);
    const glyphs = rowsAt(places, [head, ...body]);
    return has(
      'own-font-head',
      glyphs.map((glyph) => (glyph.box.top < 60 ? { ...glyph, font: 1 } : glyph)),
    );
  };
  const towns = (count: number): string[][] => Array.from({ length: count }, (_, i) => [COUNTRIES[i] ?? '', ['Vienna', 'Brussels', 'Moundou'][i] ?? '']);

  it('stand over three rows', () => {
    expect([headed(['Country', 'Town'], towns(3)), headed(['Country', 'Town'], towns(2))]).toEqual([true, false]);
  });

  it('are of few words', () => {
    expect([headed(['Country', 'Town by the sea'], towns(3)), headed(['Country', 'Town by the sea or lake'], towns(3))]).toEqual([true, false]);
  });

  it('stand over columns filled for the greater part', () => {
    const body = (columns: number): string[][] =>
      Array.from({ length: 6 }, (_, i) =>
        Array.from({ length: columns }, (_, c) => (c === 0 || c === 1 + (i % (columns - 1)) ? (COUNTRIES[(i + c) % 12] ?? '') : '')),
      );
    expect([headed(['One', 'Two', 'Three'], body(3)), headed(['One', 'Two', 'Three', 'Four'], body(4))]).toEqual([true, false]);
  });
});

describe('a list of names under headers', () => {
  const NAMES = ['山本　一郎', '森　太', '田中　花', '林　三郎', '原　四郎', '谷　五月', '岡　六子', '星　七海', '沢　八重', '浜　九一'];
  const members = (count: number): DrawnCell[][] => NAMES.slice(0, count).map((name, i) => [i === 0 ? '会長' : '委員', name, '令和から']);
  const isListed = (rows: readonly (readonly DrawnCell[])[], head: readonly string[] = ['職名', '氏名', '任期'], pitches: readonly number[] = []): boolean =>
    has('headed-list', rowsAt([0, 14, 46], [head, ...rows], 1.6, pitches));

  it('has four rows and three columns', () => {
    expect([
      isListed(members(4)),
      isListed(members(3)),
      isListed(
        members(4).map((row) => row.slice(0, 2)),
        ['職名', '氏名'],
      ),
    ]).toEqual([true, false, false]);
  });

  it('has its rows at one distance', () => {
    expect([isListed(members(4), undefined, [1.6, 1.6, 1.72, 1.6]), isListed(members(4), undefined, [1.6, 1.6, 1.82, 1.6])]).toEqual([true, false]);
  });

  it('has text nearly everywhere', () => {
    const without = (...empty: readonly number[]): DrawnCell[][] => members(4).map((row, i) => row.map((cell, c) => (empty.includes(3 * i + c) ? '' : cell)));
    expect([isListed(without(2, 7, 9)), isListed(without(2, 4, 6, 8, 10))]).toEqual([true, false]);
  });

  it('sets each column to one edge', () => {
    const rows = members(10).map((row, i): DrawnCell[] => (i === 4 ? [row[0] ?? '', ['原　四五六', 1], row[2] ?? ''] : row));
    expect([isListed(members(10)), isListed(rows)]).toEqual([true, false]);
  });

  it('has short headers and cells of less than a line', () => {
    expect([isListed(members(4), ['職名', '氏名及び所属等', '任期']), isListed(members(4), ['職名', '氏名並びに所属の部課名', '任期'])]).toEqual([true, false]);
    const long = (length: number): DrawnCell[][] =>
      members(4).map((row, i) =>
        i === 1 ? [row[0] ?? '', '市民の声を聴く取組の状況と課題及び目標値を記載するものとして定める'.slice(0, length), row[2] ?? ''] : row,
      );
    expect([isListed(long(20)), isListed(long(30))]).toEqual([true, false]);
  });
});

describe('no tables', () => {
  it('lists: marks and their texts', () => {
    const items = (marks: number): boolean =>
      has(
        'figure-columns',
        rowsAt(
          [0, 6],
          ['12', '31', '22', '17', '43'].map((value, i) => [i < marks ? `(${'abcde'[i] ?? ''})` : `Sum ${'ABCDE'[i] ?? ''}`, value]),
        ),
      );
    expect([items(2), items(4)]).toEqual([true, false]);
  });

  it('contents: titles and rising page numbers', () => {
    const contents = (...pages: readonly number[]): boolean => !has('figure-columns', list(...pages.map(String)));
    expect([contents(3, 7, 12, 20), contents(3, 7, 12)]).toEqual([true, false]);
    expect([contents(1, 3, 5, 7, 9, 8, 11, 13, 15, 17, 19), contents(1, 3, 2, 7, 5, 8, 11, 10, 15, 17, 19)]).toEqual([true, false]);
  });
});
