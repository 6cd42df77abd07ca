import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
sheet:
  starts: [head_title]
  fields:
    prepared_on: 作成日
    head_title: 職名
    head_name: 氏名
items:
  each: row
  columns:
    item_no: { label: 番号, as: name }
    title: 実施項目
`);

const sheet = (preparedOn: string, title: string, name: string): string => `
令和3年度シート
                   ┌────────┬──────────┐
                   │ 作成日 │ ${preparedOn} │
                   └────────┴──────────┘

┌──────┬──────────┬──────┬────────┐
│ 職名 │ ${title} │ 氏名 │ ${name} │
└──────┴──────────┴──────┴────────┘

┌──────┬────────────┐
│ 番号 │ 実施項目   │
├──────┼────────────┤
│ 1    │ 窓口の改善 │
└──────┴────────────┘`;

describe('the sheets of a document', () => {
  it('gives a field printed above the one that starts a sheet to the sheet below it', () => {
    const pages = [drawTable(sheet('４月１日', '総務部長', '田中光')), drawTable(sheet('５月２日', '教育部長', '佐藤薫'), { page: 2 })];
    const records = readPages(pages, grammar);
    expect(records.sheets.map(({ prepared_on, head_title, head_name }) => [prepared_on, head_title, head_name])).toEqual([
      ['４月１日', '総務部長', '田中光'],
      ['５月２日', '教育部長', '佐藤薫'],
    ]);
    expect(codesOf(records)).not.toContain('W_FIELD_TWICE');
    expect(records.document.glyphs_left_over).toBe(0);
  });

  it('reports a second value that no new sheet claims', () => {
    const again = sheet('５月２日', '総務部長', '田中光').replace('１', '２');
    const records = readPages([drawTable(sheet('４月１日', '総務部長', '田中光')), drawTable(again, { page: 2 })], grammar);
    expect(records.sheets.map(({ prepared_on }) => prepared_on)).toEqual(['４月１日']);
    expect(codesOf(records)).toContain('W_FIELD_TWICE');
  });
});
