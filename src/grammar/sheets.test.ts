/** Sheets that are one record each: fields, parts, boxes, headings. */
import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';
import { grammar, othersOf, title } from './test-sheet.js';

describe('a sheet that is the record', () => {
  it('begins anew where its title comes with other words; the same words are a repeated head', () => {
    const sheet = (page: number, name: string, target: string) =>
      drawTable(
        `
令和3年度シート
┌────────┬──────────┐
│ 事業名 │ ${name} │
└────────┴──────────┘

┌────────┬──────────┐
│ 対象   │ ${target} │
└────────┴──────────┘`,
        { page },
      );
    const records = readPages([sheet(1, '窓口    ', '市民    '), sheet(2, '窓口    ', '市民    '), sheet(3, '収納    ', '職員    ')], grammar);
    expect(records.items.map(({ title: name, sheet_no, page_first }) => [name, sheet_no, page_first])).toEqual([
      ['窓口', 1, 1],
      ['収納', 2, 3],
    ]);
    expect(records.fields.map(({ sheet_no, raw }) => [sheet_no, raw])).toEqual([
      [1, '市民'],
      [2, '職員'],
    ]);
    // What begins a sheet stands on its own pages, not on the last of the sheet before.
    expect(records.sheets.map(({ page_first, page_last }) => [page_first, page_last])).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(codesOf(records)).toEqual([]);
  });

  it('reaches as far as what belongs to it: fields, grids, reasons', () => {
    const on = (page: number, drawing: string) => drawTable(drawing, { page });
    const pagesOf = (second: string): unknown => {
      const records = readPages([on(1, title), on(2, second)], grammar);
      return [...records.items, ...records.sheets].map(({ page_first, page_last }) => [page_first, page_last]);
    };
    const both = [
      [1, 2],
      [1, 2],
    ];
    expect(
      pagesOf(`
┌────────┬──────────┐
│ 対象   │ 市民     │
└────────┴──────────┘`),
    ).toEqual(both);
    expect(
      pagesOf(`
┌────────┬──────────┬──────────┐
│        │２年度決算│３年度予算│
├────────┼──────────┼──────────┤
│ 人件費 │    1,200 │    1,300 │
└────────┴──────────┴──────────┘`),
    ).toEqual(both);
    const rated = `${title}
┌────────┬──────────┐
│ 有効性 │ A        │
└────────┴──────────┘`;
    const reasoned = readPages(
      [
        on(1, rated),
        on(
          2,
          `
┌────────┬──────────┐
│ 理由   │ 多い     │
└────────┴──────────┘`,
        ),
      ],
      grammar,
    );
    expect(reasoned.ratings.map(({ reason }) => reason)).toEqual(['多い']);
    expect(reasoned.items.map(({ page_first, page_last }) => [page_first, page_last])).toEqual([[1, 2]]);
  });

  it('says so when a label that holds one value has a second one, and keeps the first', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬──────────┐
│ 対象   │ 市民     │
├────────┼──────────┤
│ 対象   │ 職員     │
└────────┴──────────┘`),
      ],
      grammar,
    );
    expect(records.fields.map(({ raw }) => raw)).toEqual(['市民']);
    expect(codesOf(records)).toEqual(['W_FIELD_TWICE', 'W_LEFT_OVER']);
  });

  it('never joins two cells beside a label: what stands beyond the value is left over', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬───────────┬───────────┐
│ 対象   │ 1,000,000 │ 1,250,000 │
└────────┴───────────┴───────────┘`),
      ],
      grammar,
    );
    expect(records.fields.map(({ raw }) => raw)).toEqual(['1,000,000']);
    expect(records.diagnostics.map(({ message }) => message)).toEqual(['left over: 1,250,000']);
  });

  it('takes none of several cells beside a label of several rows', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬──────────┐
│ 対象   │ 市民     │
│        ├──────────┤
│        │ 職員     │
└────────┴──────────┘`),
      ],
      grammar,
    );
    expect(records.fields).toEqual([]);
    expect(codesOf(records)).toEqual(['W_SEVERAL_CELLS', 'W_LEFT_OVER', 'W_LEFT_OVER']);
  });

  it('joins cells that are one phrase where the grammar says so, and takes a value before its label', () => {
    expect(
      othersOf(`

┌──────────┬──────┬───┬──────┐
│ 実施期間 │ 令和 │ 5 │ 年度 │
└──────────┴──────┴───┴──────┘

┌────┬────┐
│ 02 │ 款 │
└────┴────┘`),
    ).toEqual([
      [null, '実施期間', '令和5年度'],
      [null, '款', '02'],
    ]);
  });

  it('reads a label set as a line inside another label’s cell, and a title without it', () => {
    const records = readPages(
      [
        drawTable(`
令和3年度シート
┌────────┬──────────┐
│ 事業名 │ 窓口     │
│        │ 【期間】 │
│        │ ３年度   │
└────────┴──────────┘`),
      ],
      grammar,
    );
    expect(records.items.map((item) => item.title)).toEqual(['窓口']);
    expect(records.fields.map(({ label, raw }) => [label, raw])).toEqual([['【期間】', '３年度']]);
  });

  it('gives what does not read as the grammar expects to no field, but keeps it under its label and says so', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬──────────────┐
│ 責任者 │ 課長␣甲野    │
│        │ 室長␣乙川    │
└────────┴──────────────┘`),
      ],
      grammar,
    );
    expect(records.sheets.map(({ head_title, head_name }) => [head_title, head_name])).toEqual([[null, null]]);
    expect(records.fields.map(({ label, raw }) => [label, raw])).toEqual([['責任者', '課長 甲野\n室長 乙川']]);
    expect(codesOf(records)).toEqual(['W_VALUE_UNEXPECTED']);
  });
});

describe('headings that the grammar names', () => {
  it('are the sections of what stands under and beside them; the next of its kind takes the place of the one before', () => {
    expect(
      othersOf(`

（１）概要
┌────────┬────────┬──────────┐
│ 公共性 │ 公益性 │ ■ 共同   │
└────────┴────────┴──────────┘
（２）対象
┌────────┬──────────┐
│ 対象   │ 市民     │
└────────┴──────────┘`),
    ).toEqual(
      [
        ['（１）概要 > 公共性', '公益性', '共同'],
        ['（２）対象', '対象', '市民'],
      ].map(([section, label, raw]) => [section ?? null, label ?? null, raw ?? null]),
    );
  });
});

describe('labels down the side', () => {
  it('hold what stands right of them as far as the next one, which begins a box beside theirs', () => {
    expect(
      othersOf(`
┌────────┬──────────┬──────┬────────┬──────┬──────┐
│ 公共性 │ 対象     │ 市民 │ 妥当性 │ 期限 │ ５年 │
│        ├──────────┼──────┤        ├──────┼──────┤
│        │ 実施期間 │ ３年 │        │ 備考 │ なし │
└────────┴──────────┴──────┴────────┴──────┴──────┘`),
    ).toEqual([
      ['公共性', '対象', '市民'],
      ['妥当性', '期限', '５年'],
      ['公共性', '実施期間', '３年'],
      ['妥当性', '備考', 'なし'],
    ]);
  });

  it('hold the next one where it stands right beside them, or runs beside fewer rows', () => {
    expect(
      othersOf(`
┌──────────┬──────────┬──────┬────────┬──────┬──────┐
│ 実施主体 │ 対象     │ 市民 │ 妥当性 │ 期限 │ ５年 │
│          ├──────────┼──────┼────────┼──────┼──────┤
│          │ 実施期間 │ ３年 │        │ 備考 │ なし │
└──────────┴──────────┴──────┴────────┴──────┴──────┘`),
    ).toEqual([
      ['実施主体', '対象', '市民'],
      ['実施主体 > 妥当性', '期限', '５年'],
      ['実施主体', '実施期間', '３年'],
      ['実施主体', '備考', 'なし'],
    ]);
    expect(
      othersOf(`
┌──────────┬────────┬──────┬──────┐
│ 実施主体 │ 妥当性 │ 対象 │ 市民 │
└──────────┴────────┴──────┴──────┘`),
    ).toEqual([['実施主体 > 妥当性', '対象', '市民']]);
  });
});

describe('a box with its label outside', () => {
  it('holds the value of the label left of it, or right above it', () => {
    const records = readPages(
      [
        drawTable(`
令和3年度シート
No.
┌──────┐
│ 12   │
└──────┘
        ┌──────────┐
 事業名 │ 窓口     │
        └──────────┘`),
      ],
      grammar,
    );
    expect(records.items.map(({ item_no, title: name }) => [item_no, name])).toEqual([['12', '窓口']]);
    expect(records.document.glyphs_left_over).toBe(0);
  });
});

describe('parts of a record', () => {
  const withParts = grammarOf(`
items:
  each: sheet
  fields: { title: 事業名 }
  parts:
    starts: 細事業名
    number: '/\\d+/'
    others: [概要]
    grids: [{ columns: '/\\d年度/', era: 令和 }]
checks: { numbering: none, required: [title] }
`);

  it('name what stands in them, each by its number and name', () => {
    const records = readPages(
      [
        drawTable(
          `${title}

┌───┬──────────┬────────┬────────┐
│ 1 │ 細事業名 │ 受付            │
│   ├──────────┼────────┬────────┤
│   │ 概要     │ 広げる          │
│   ├──────────┼────────┼────────┤
│   │ 年度     │ ２年度 │ ３年度 │
│   ├──────────┼────────┼────────┤
│   │ 決算     │ 10     │ 20     │
├───┼──────────┼────────┴────────┤
│ 2 │ 細事業名 │ 案内            │
│   ├──────────┼─────────────────┤
│   │ 概要     │ 増やす          │
└───┴──────────┴─────────────────┘`
            .replace('┬────────┤\n│   │ 概要', '─────────┤\n│   │ 概要')
            .replace('┼────────┼────────┤\n│   │ 年度', '┼────────┬────────┤\n│   │ 年度')
            .replace('┬────────┬────────┐\n│ 1', '┬─────────────────┐\n│ 1'),
        ),
      ],
      withParts,
    );
    expect(records.fields.map(({ section, raw }) => [section, raw])).toEqual([
      ['1 受付', '広げる'],
      ['2 案内', '増やす'],
    ]);
    expect(records.series.map(({ section, row_label, raw }) => [section, row_label, raw])).toEqual([
      ['1 受付', '決算', '10'],
      ['1 受付', '決算', '20'],
    ]);
  });
});
