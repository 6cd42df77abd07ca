import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
items:
  each: block
  starts: '取組項目 ?(?<item_no>\\d+)'
  fields: { title: '/取組項目\\d+/', responsible: 推進部署 }
outline:
  levels:
    - { level: 施策, pattern: '^施策 ?(?<number>\\d+) ?(?<title>.*)$' }
    - { level: 基本事業, pattern: '^基本事業 ?(?<number>\\d+) ?(?<title>.*)$' }
indicators:
  number: No.
  description: 説明
  values: '/(平成|令和)\\d+年度末(現状値|目標値)/'
  target: 目標値
  related: 【関連基本事業】
  footnote: '^※ ?(?<mark>\\d+) ?(?<note>.+)$'
labels: ['^指標$']
`);

describe('the series shape', () => {
  const page = drawTable(
    `
令和3年度シート
┌─────┬────────────────────────────────────────┐
│ No. │                 指標                   │
├─────┼────────────────────────────────────────┤
│     │ 市民の満足度␣(%)                       │
│     ├────────────────────────────────────────┤
│     │ 説明␣市民アンケート                    │
│     ├───────────────────┬────────────────────┤
│     │令和2年度末現状値  │ 令和6年度末目標値  │
│  1  ├───────────────────┼────────────────────┤
│     │ 37.0␣(60.3)␣※1   │ 90.0以下           │
│     ├───────────────────┴────────────────────┤
│     │ 【関連基本事業】                       │
│     ├───────────────────┬────────────────────┤
│     │ 施策1             │ 施策2              │
│     ├───────────────────┼────────────────────┤
│     │ 基本事業2         │                    │
└─────┴───────────────────┴────────────────────┘
※1␣令和4年度の市民アンケートによります。
施策1␣行政運営
基本事業2␣窓口
┌────────────┬────────────────┐
│ 取組項目01 │ 窓口の改善     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`,
    { height: 1000 },
  );
  const { indicators, document } = readPages([page], grammar);

  it('makes a row of every value, with its year and whether it is a target', () => {
    expect(
      indicators.map(({ indicator_no, name, unit, description, label, fiscal_year, kind }) => [
        indicator_no,
        name,
        unit,
        description,
        label,
        fiscal_year,
        kind,
      ]),
    ).toEqual([
      ['1', '市民の満足度 (%)', '%', '市民アンケート', '令和2年度末現状値', 2020, 'actual'],
      ['1', '市民の満足度 (%)', '%', '市民アンケート', '令和6年度末目標値', 2024, 'target'],
    ]);
  });

  it('reads a second value in parentheses and leads a mark to its footnote', () => {
    expect(indicators.map(({ raw, value, value_alt, note }) => [raw, value, value_alt, note])).toEqual([
      ['37.0 (60.3) ※1', 37, 60.3, '令和4年度の市民アンケートによります。'],
      ['90.0以下', 90, null, null],
    ]);
  });

  it('names the related plan nodes by their paths', () => {
    expect(indicators[0]?.related).toBe('施策1 行政運営 > 基本事業2 窓口');
  });

  it('leaves nothing over', () => {
    expect(document.glyphs_left_over).toBe(0);
  });
});

describe('an indicator alone in a table without outer edges', () => {
  it('takes the number that stands left of the table between its rows', () => {
    const page = drawTable(
      `
令和3年度シート
      │ 市民の満足度␣(%)
      ├────────────────────────────────────────
      │ 説明␣市民アンケート
      ├───────────────────┬────────────────────
  7   │令和2年度末現状値  │ 令和6年度末目標値
      ├───────────────────┼────────────────────
      │ 37.0              │ 90.0以下
      ├───────────────────┴────────────────────
      │ 【関連基本事業】

施策1␣行政運営
┌────────────┬────────────────┐
│ 取組項目01 │ 窓口の改善     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`,
      { height: 1000 },
    );
    const { indicators, document } = readPages([page], grammar);
    expect(indicators.map(({ indicator_no, label, raw }) => [indicator_no, label, raw])).toEqual([
      ['7', '令和2年度末現状値', '37.0'],
      ['7', '令和6年度末目標値', '90.0以下'],
    ]);
    expect(document.glyphs_left_over).toBe(0);
  });
});

describe('the description of an indicator', () => {
  const read = (head: string): readonly (readonly [string | null, string | null])[] => {
    const page = drawTable(
      `
令和3年度シート
┌─────┬────────────────────────────────────────┐
${head}
│     ├───────────────────┬────────────────────┤
│     │令和2年度末現状値  │ 令和6年度末目標値  │
│  1  ├───────────────────┼────────────────────┤
│     │ 37.0              │ 90.0以下           │
└─────┴───────────────────┴────────────────────┘`,
      { height: 1000 },
    );
    return readPages([page], grammar).indicators.map(({ name, description }) => [name, description]);
  };

  it('begins with its label in a row of its own, however narrow the space behind that', () => {
    const rows = `│     │ 市民の満足度                           │
│     ├────────────────────────────────────────┤
│     │ 説明市民アンケート                     │`;
    expect(read(rows)[0]).toEqual(['市民の満足度', '市民アンケート']);
  });

  it('begins a line of the name’s cell, where the page break made one of two cells', () => {
    const rows = (second: string): string => `│     │ 市民の満足度                           │
│     │ ${second}                    │`;
    expect(read(rows('説明␣市民アンケート'))[0]).toEqual(['市民の満足度', '市民アンケート']);
    expect(read(rows('説明会に来た人の割合'))[0]).toEqual(['市民の満足度\n説明会に来た人の割合', null]);
  });
});
