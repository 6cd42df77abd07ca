import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import type { DocumentRecords } from '../model/records.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const items = `
items:
  each: sheet
  fields: { title: 事業名 }
  others: [備考]
  grids:
    - { columns: ['/.*年度(予算|決算)?/', 予算, 決算], unit: 単位, era: 令和 }
checks: { numbering: none, required: [title] }
`;
const grammar = grammarOf(items);

const head = `
令和3年度シート
┌────────┬──────┐
│ 事業名 │ 窓口 │
└────────┴──────┘
`;

function seriesOf(drawing: string, rules = grammar): (string | number | null)[][] {
  return readPages([drawTable(head + drawing)], rules).series.map(({ section, row_label, column_label, raw, value, unit, amount_yen, fiscal_year, kind }) => [
    section,
    row_label,
    column_label,
    raw,
    value,
    unit,
    amount_yen,
    fiscal_year,
    kind,
  ]);
}

function leftOver({ diagnostics }: DocumentRecords): readonly string[] {
  return diagnostics.filter(({ code }) => code === 'W_LEFT_OVER').map(({ message }) => message);
}

describe('a grid', () => {
  it('gives each value its row label and its column label, with number, unit, year and kind', () => {
    expect(
      seriesOf(`
┌────────┬──────────┬──────────┐
│ 区分   │２年度決算│３年度予算│
├────────┼──────────┼──────────┤
│ 人件費 │    1,200 │     ▲39  │
├────────┼──────────┼──────────┤
│ 利用率 │          │       12 │
└────────┴──────────┴──────────┘`),
    ).toEqual([
      [null, '人件費', '２年度決算', '1,200', 1200, null, null, 2020, 'settled'],
      [null, '人件費', '３年度予算', '▲39', -39, null, null, 2021, 'budget'],
      [null, '利用率', '３年度予算', '12', 12, null, null, 2021, 'budget'],
    ]);
  });

  it('takes the unit printed over it, but not for a rate', () => {
    expect(
      seriesOf(`
                     （単位：千円）
┌────────┬──────────┬──────────┐
│        │２年度決算│３年度予算│
├────────┼──────────┼──────────┤
│ 人件費 │    1,200 │    1,300 │
├────────┼──────────┼──────────┤
│ 利用率 │       11 │       12 │
└────────┴──────────┴──────────┘`).map(([, row, , raw, , unit, yen]) => [row, raw, unit, yen]),
    ).toEqual([
      ['人件費', '1,200', '千円', 1_200_000],
      ['人件費', '1,300', '千円', 1_300_000],
      ['利用率', '11', null, null],
      ['利用率', '12', null, null],
    ]);
  });

  it('nests labels as the page nests them, rows and columns', () => {
    expect(
      seriesOf(`
┌─────────────┬───────────┐
│ 区分        │  ３年度   │
│             ├─────┬─────┤
│             │ 予算│ 決算│
├────┬────────┼─────┼─────┤
│ 財 │ 国     │ 1   │ 2   │
│    ├────────┼─────┼─────┤
│ 源 │ その他 │ 3   │     │
└────┴────────┴─────┴─────┘`).map(([, row, column, raw]) => [row, column, raw]),
    ).toEqual([
      ['財源 > 国', '３年度 > 予算', '1'],
      ['財源 > 国', '３年度 > 決算', '2'],
      ['財源 > その他', '３年度 > 予算', '3'],
    ]);
  });

  it('is headed by what runs beside it whole; what ends before it labels the rows that it runs beside', () => {
    expect(
      seriesOf(`
┌──────┬──────┬──────────┬──────────┐
│ 費用 │      │２年度決算│３年度予算│
│      ├──────┼──────────┼──────────┤
│      │ 甲   │    1     │    2     │
└──────┴──────┴──────────┴──────────┘`).map(([section, row]) => [section, row]),
    ).toEqual([
      ['費用', '甲'],
      ['費用', '甲'],
    ]);
    expect(
      seriesOf(`
┌──────┬──────────┬──────────┐
│ 実績 │２年度決算│３年度予算│
│      ├──────────┼──────────┤
│      │    1     │    2     │
├──────┼──────────┼──────────┤
│ 単価 │    3     │    4     │
└──────┴──────────┴──────────┘`).map(([section, row, , raw]) => [section, row, raw]),
    ).toEqual([
      [null, '実績', '1'],
      [null, '実績', '2'],
      [null, '単価', '3'],
      [null, '単価', '4'],
    ]);
  });

  it('takes a cell over all years for the name of the rows below it', () => {
    expect(
      seriesOf(`
┌──────┬──────────┬──────────┐
│ 実績 │２年度決算│３年度予算│
│      ├──────────┴──────────┤
│      │ 相談件数            │
│      ├──────────┬──────────┤
│      │ 5        │ 6        │
└──────┴──────────┴──────────┘`).map(([, row, , raw]) => [row, raw]),
    ).toEqual([
      ['相談件数', '5'],
      ['相談件数', '6'],
    ]);
  });

  it('reports a cell over all years that no row below it takes for its name', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌──────┬──────────┬──────────┐
│ 区分 │２年度決算│３年度予算│
├──────┼──────────┼──────────┤
│ 甲   │ 1        │ 2        │
├──────┴──────────┴──────────┤
│ 按分した額                 │
├──────┬──────────┬──────────┤
│ 乙   │ 3        │ 4        │
├──────┴──────────┴──────────┤
│ 四捨五入                   │
└────────────────────────────┘`),
      ],
      grammar,
    );
    expect(records.series.map(({ row_label, raw }) => [row_label, raw])).toEqual([
      ['甲', '1'],
      ['甲', '2'],
      ['乙', '3'],
      ['乙', '4'],
    ]);
    expect(leftOver(records)).toEqual(['left over: 按分した額', 'left over: 四捨五入']);
  });

  it('takes the names of rows in which nothing is written for labels of the form', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌──────┬──────┬──────────┬──────────┐
│ 区分 │ 単位 │２年度決算│３年度予算│
├──────┼──────┼──────────┼──────────┤
│ 甲   │ 円   │ 1        │ 2        │
├──────┼──────┼──────────┼──────────┤
│ 乙   │ 円   │          │          │
│      ├──────┼──────────┼──────────┤
│      │ 円   │          │ 4        │
├──────┼──────┼──────────┼──────────┤
│ 丙   │ 円   │          │          │
├──────┼──────┼──────────┼──────────┤
│※概算│      │          │          │
└──────┴──────┴──────────┴──────────┘`),
      ],
      grammarOf(items.replace('unit:', 'rows: 区分, unit:')),
    );
    expect(records.series.map(({ row_label, raw }) => [row_label, raw])).toEqual([
      ['甲', '1'],
      ['甲', '2'],
      ['乙', '4'],
    ]);
    // A note is no label.
    expect(leftOver(records)).toEqual(['left over: ※概算']);
    const { glyphs_in_fields, glyphs_in_labels } = records.document;
    // The title's 8, 窓口, and the name, unit and values of the rows that are filled in; 事業名, the 14 of the head, and the 3 of what is empty.
    expect([glyphs_in_fields, glyphs_in_labels]).toEqual([8 + 2 + 4 + 3, 3 + 14 + 3]);
  });

  it('keeps a note under it with its values, a numbered one with those that carry its mark', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌──────┬──────────┬──────────┐
│ 区分 │２年度決算│３年度予算│
├──────┼──────────┼──────────┤
│ 甲   │ 1        │ 2 ※1    │
├──────┼──────────┼──────────┤
│ 乙※2│ 3        │ 4        │
├──────┴──────────┴──────────┤
│ ※ 按分した額              │
├────────────────────────────┤
│ ※1 見込み                 │
├────────────────────────────┤
│ ※2 新規                   │
├────────────────────────────┤
│ ※12 廃止                  │
└────────────────────────────┘`),
      ],
      grammar,
    );
    expect(records.series.map(({ raw, value, note }) => [raw, value, note])).toEqual([
      ['1', 1, '※ 按分した額'],
      ['2 ※1', 2, '※ 按分した額\n※1 見込み'],
      ['3', 3, '※ 按分した額\n※2 新規'],
      ['4', 4, '※ 按分した額\n※2 新規'],
    ]);
    expect(records.provenance.filter(({ table, field }) => table === 'series' && field === 'note').length).toBe(4);
    expect(leftOver(records)).toEqual(['left over: ※12 廃止']);
  });

  it('takes one unit per another for the unit of a row, and for no amount of yen', () => {
    expect(
      seriesOf(`
                     （単位：千円）
┌──────┬───────────┬──────────┬──────────┐
│ 単価 │           │２年度決算│３年度予算│
│      ├───────────┼──────────┴──────────┤
│      │           │ 取引重量（ｔ）      │
│      │           ├──────────┬──────────┤
│      │           │ 7,038    │ 7,089    │
│      │           ├──────────┴──────────┤
│      │           │ 千円/ｔ             │
│      │           ├──────────┬──────────┤
│      │           │ 138      │ 141      │
├──────┼───────────┼──────────┼──────────┤
│ 総額 │           │ 5        │ 6        │
└──────┴───────────┴──────────┴──────────┘`).map(([, row, , raw, value, unit, yen]) => [row, raw, value, unit, yen]),
    ).toEqual([
      ['単価 > 取引重量（ｔ）', '7,038', 7038, 'ｔ', null],
      ['単価 > 取引重量（ｔ）', '7,089', 7089, 'ｔ', null],
      ['単価 > 千円/ｔ', '138', 138, '千円/ｔ', null],
      ['単価 > 千円/ｔ', '141', 141, '千円/ｔ', null],
      ['総額', '5', 5, '千円', 5000],
      ['総額', '6', 6, '千円', 6000],
    ]);
  });

  it('says which figures it could not read as one number, and keeps their unit; words and dates are no figures', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌──────┬──────┬──────────┬──────────┐
│ 区分 │ 単位 │２年度決算│３年度予算│
├──────┼──────┼──────────┼──────────┤
│ 甲   │ 手続 │ 43/100   │ 44       │
├──────┼──────┼──────────┼──────────┤
│ 乙   │ 手続 │ －       │ 第3回    │
├──────┼──────┼──────────┼──────────┤
│ 丙   │ 手続 │ 2020/4/1 │ 10～20   │
└──────┴──────┴──────────┴──────────┘`),
      ],
      grammarOf(items.replace('unit:', 'rows: 区分, unit:')),
    );
    expect(records.series.map(({ raw, value, unit }) => [raw, value, unit])).toEqual([
      ['43/100', null, '手続'],
      ['44', 44, '手続'],
      ['－', null, null],
      ['第3回', null, null],
      ['2020/4/1', null, null],
      ['10～20', null, '手続'],
    ]);
    const unread = records.diagnostics.filter(({ code }) => code === 'W_NUMBER_UNREAD');
    expect(unread.map(({ message, page, x0 }) => [message, page, x0])).toEqual([
      ['甲: "43/100" was not read as a number', 1, 130],
      ['丙: "10～20" was not read as a number', 1, 185],
    ]);
  });

  it('ends at the label of something else, and reads no cell over several years as one of them', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌──────┬──────────┬──────────┐
│ 区分 │２年度決算│３年度予算│
├──────┼──────────┼──────────┤
│ 甲   │ 1        │ 2        │
├──────┼──────────┴──────────┤
│ 乙   │ 12                  │
├──────┼─────────────────────┤
│ 備考 │ なし                │
└──────┴─────────────────────┘`),
      ],
      grammar,
    );
    expect(records.series.map(({ row_label, raw }) => [row_label, raw])).toEqual([
      ['甲', '1'],
      ['甲', '2'],
    ]);
    expect(records.fields.map(({ label, raw }) => [label, raw])).toEqual([['備考', 'なし']]);
    // The cell over both years is nobody's, and said so.
    expect(records.diagnostics.filter(({ code }) => code === 'W_LEFT_OVER').map(({ message }) => message)).toEqual(['left over: 乙', 'left over: 12']);
  });

  it('stands beside another grid in one table, each with its own rows', () => {
    const two = grammarOf(`
items:
  each: sheet
  fields: { title: 事業名 }
  grids:
    - { columns: '/\\d年度/', era: 令和 }
    - { columns: [実績, 目標], rows: 指標, unit: 単位 }
checks: { numbering: none, required: [title] }
`);
    expect(
      seriesOf(
        `
┌──────┬───────┬───────┬──────┬──────┬──────┬──────┐
│ 区分 │２年度 │３年度 │ 指標 │ 単位 │ 実績 │ 目標 │
├──────┼───────┼───────┼──────┼──────┼──────┼──────┤
│ 費用 │ 10    │ 20    │ 相談 │ 件   │ 3    │ 4    │
└──────┴───────┴───────┴──────┴──────┴──────┴──────┘`,
        two,
      ).map(([, row, column, raw, , unit]) => [row, column, raw, unit]),
    ).toEqual([
      ['費用', '２年度', '10', null],
      ['費用', '３年度', '20', null],
      ['相談', '実績', '3', '件'],
      ['相談', '目標', '4', '件'],
    ]);
  });

  it('is none where a row shows one of its heads alone', () => {
    const records = readPages(
      [
        drawTable(`${head}
┌────────────┬──────┐
│ ３年度予算 │ 12   │
└────────────┴──────┘`),
      ],
      grammar,
    );
    expect(records.series).toEqual([]);
    expect(codesOf(records)).toContain('W_LEFT_OVER');
  });
});
