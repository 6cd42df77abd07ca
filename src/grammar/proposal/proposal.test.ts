import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../../layout/index.js';
import { drawTable } from '../../layout/test-draw.js';
import { parseGrammar, type LoadedGrammar } from '../load.js';
import { proposeGrammar, type Proposal } from './index.js';
import { proposalText } from './text.js';
import { recognise } from '../recognise.js';
import { readPages } from '../test-read.js';

const page = drawTable(`
令和3年度事業評価シート
┌────────────┬────────────┬────────────┬──────────┐
│ 事業名     │ 公園の管理 │ 担当課     │ 公園課   │
├────────────┼────────────┼────────────┼──────────┤
│ 根拠法令   │ 都市公園法 │ 対象者     │ 市民     │
└────────────┴────────────┴────────────┴──────────┘

┌────────────┬────────┬────────┬────────┐
│ 区分       │ R2年度 │ R3年度 │ R4年度 │
├────────────┼────────┼────────┼────────┤
│ 人件費     │  1,200 │  1,300 │  1,400 │
├────────────┼────────┼────────┼────────┤
│ 事業費     │    800 │    900 │  1,000 │
└────────────┴────────┴────────┴────────┘`);

function proposed(): Proposal {
  return proposeGrammar(layoutDocument([page]), [page]);
}

function drafted(): LoadedGrammar {
  const parsed = parseGrammar(proposalText('draft', proposed()), 'draft.yaml');
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

describe('a drafted grammar', () => {
  it('takes the title, its year as a group and its numbers for any', () => {
    expect(proposed().title?.pattern).toBe('^(?<title>(?<fiscal_year_label>(\\d{4}|(令和|平成|昭和)[\\d元]+)年度)事業評価シート)$');
  });

  it('names a field by a word that every form uses, and leaves other labels to the table `fields`', () => {
    expect(proposed().labels.map(({ label, field }) => [label, field])).toEqual([
      ['事業名', 'title'],
      ['担当課', 'division'],
      ['根拠法令', undefined],
      ['対象者', undefined],
    ]);
  });

  it('takes a row of years for the columns of a grid, any year', () => {
    expect(proposed().grids.map(({ columns }) => columns)).toEqual([['/r\\d+年度/']]);
  });

  it('says of each guess the text that it came from', () => {
    expect(proposalText('draft', proposed())).toContain('# 根拠法令 → 都市公園法\n    - 根拠法令\n');
  });

  it('is a right grammar that recognises its document wholly and reads values from it', () => {
    const grammar = drafted();
    expect(recognise(layoutDocument([page]), [grammar])[0]?.score).toBe(1);
    const records = readPages([page], grammar);
    expect(records.items.map(({ title }) => title)).toEqual(['公園の管理']);
    expect(records.sheets.map(({ division }) => division)).toEqual(['公園課']);
    expect(records.fields.map(({ label, raw }) => [label, raw])).toEqual([
      ['根拠法令', '都市公園法'],
      ['対象者', '市民'],
    ]);
    expect(records.series.map(({ row_label: row, column_label: column, raw }) => [row, column, raw])).toEqual([
      ['人件費', 'R2年度', '1,200'],
      ['人件費', 'R3年度', '1,300'],
      ['人件費', 'R4年度', '1,400'],
      ['事業費', 'R2年度', '800'],
      ['事業費', 'R3年度', '900'],
      ['事業費', 'R4年度', '1,000'],
    ]);
  });
});
