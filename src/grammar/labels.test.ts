import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { withoutSubLabel } from './labels.js';
import { grammarOf, readPages } from './test-read.js';

describe('a label', () => {
  it('is known without its explanation in parentheses or behind ※', () => {
    expect(['どの水準まで(目標等)', '関連するsdgsのゴール※1つ以上に○', '備考', '(別紙)'].map(withoutSubLabel)).toEqual([
      'どの水準まで',
      '関連するsdgsのゴール',
      '備考',
      '(別紙)',
    ]);
  });

  const grammar = grammarOf(`
items: { each: sheet, fields: { title: 事業名 }, others: [人員] }
checks: { numbering: none, required: [title] }
`);
  const sheet = (cell: string): string => `
令和3年度シート
┌────────┬──────┐
│ 事業名 │ 窓口 │
└────────┴──────┘

┌──────────────────────┐
│ ${cell} │
└──────────────────────┘`;

  it('and its value share a cell where a space, a colon or a figure parts them', () => {
    const read = (cell: string): (string | null)[] => readPages([drawTable(sheet(cell))], grammar).fields.map(({ raw }) => raw);
    expect([read('人員␣多数           '), read('人員：多数          '), read('人員44人            ')]).toEqual([['多数'], ['多数'], ['44人']]);
  });

  it('is no label where a longer word begins with it: the text is left over', () => {
    const records = readPages([drawTable(sheet('人員配置を見直す    '))], grammar);
    expect(records.fields).toEqual([]);
    expect(records.diagnostics.map(({ message }) => message)).toEqual(['left over: 人員配置を見直す']);
  });
});
