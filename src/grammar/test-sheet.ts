/** A form that is one record, for tests: its grammar, its first table, and what its other labels say. */
import { drawTable } from '../layout/test-draw.js';
import { grammarOf, readPages } from './test-read.js';

export const grammar = grammarOf(`
sheet:
  starts: [title]
  fields:
    head_title: { label: 責任者, pattern: '^(?<head_title>\\S+長) (?<head_name>\\S+)$' }
items:
  each: sheet
  fields:
    title: 事業名
    item_no: No.
    rating: 達成状況
    rating_reason: { label: 理由, under: 達成状況 }
  others:
    - 対象
    - { label: 【期間】, value: inside, optional: true }
    - { label: 公益性, as: marked }
    - { label: 目標, as: marked }
    - { label: 款, value: left }
    - { label: 実施期間, cells: joined }
    - 期限
    - 備考
  ratings:
    - { label: 有効性, reason: 理由 }
    - { label: 効率性, reason: 理由 }
  grids:
    - { columns: '/.+年度(予算|決算)/', era: 令和 }
sections: ['/\\(\\d\\).+/', 公共性, 妥当性, 実施主体]
checks: { numbering: none, required: [title] }
`);

export const title = `
令和3年度シート
┌────────┬──────────┐
│ 事業名 │ 窓口     │
└────────┴──────────┘`;

/** Section, label and value of what the drawing below the title says. */
export const othersOf = (drawing: string): (string | null)[][] =>
  readPages([drawTable(title + drawing)], grammar).fields.map(({ section, label, raw }) => [section, label, raw]);
