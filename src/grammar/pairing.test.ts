import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
sheet:
  starts: [division]
  lines: ['^【(?<head_title>\\S+長) (?<head_name>.+)】$']
  fields:
    division: { label: 部課名, pattern: '^(?<department>.+?部)?(?<division>.+)$' }
    city_goal: 市の目標
    staff: 人員
    budget_yen: 予算規模
    mission: 課の使命
items:
  each: row
  columns: { item_no: No., title: 項目 }
labels: ['^部の概要$']
`);

const items = `
┌────┬────────┐
│No. │ 項目   │
├────┼────────┤
│ 1  │ 甲乙   │
└────┴────────┘`;

describe('forms', () => {
  it('takes the value right of its label, and the value that shares a cell with it', () => {
    const page = drawTable(`
令和3年度シート
┌──────────┬──────┬──────┬────────────────────┐
│ 部の概要 │ 人員 │ 44人 │予算規模␣475,710千円│
└──────────┴──────┴──────┴────────────────────┘
${items}`);
    const { sheets, document } = readPages([page], grammar);
    expect(sheets.map(({ staff, budget_yen }) => [staff, budget_yen])).toEqual([[44, 475710000]]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('takes the value below a label that fills the row', () => {
    const page = drawTable(`
令和3年度シート
┌──────────────┐
│ 課の使命     │
├──────────────┤
│ 親切にする。 │
└──────────────┘
${items}`);
    expect(readPages([page], grammar).sheets[0]?.mission).toBe('親切にする。');
  });

  it('splits a value into several fields, and a line outside tables likewise', () => {
    const page = drawTable(`
令和3年度シート
【市民部長␣清水␣信幸】
┌────────┬────────────────┐
│ 部課名 │ 市民部市民課   │
└────────┴────────────────┘
${items}`);
    const { sheets } = readPages([page], grammar);
    expect(sheets.map(({ department, division, head_title, head_name }) => [department, division, head_title, head_name])).toEqual([
      ['市民部', '市民課', '市民部長', '清水 信幸'],
    ]);
  });

  it('reads labels and values that stand beside each other without rulings', () => {
    const page = drawTable(`
令和3年度シート
 市の目標        笑顔あふれる街
${items}`);
    const { sheets, document } = readPages([page], grammar);
    expect(sheets[0]?.city_goal).toBe('笑顔あふれる街');
    expect(document.glyphs_left_over).toBe(0);
  });

  it('begins a new sheet with another value of a starting field, and numbers its items anew', () => {
    const sheet = (name: string, page: number) =>
      drawTable(
        `
┌────────┬────────────────┐
│ 部課名 │ 市民部${name}   │
└────────┴────────────────┘
${items}`,
        { page },
      );
    const { sheets, items: rows, diagnostics } = readPages([sheet('市民課', 1), sheet('戸籍課', 2)], grammar);
    expect(sheets.map(({ sheet_no, division, page_first }) => [sheet_no, division, page_first])).toEqual([
      [1, '市民課', 1],
      [2, '戸籍課', 2],
    ]);
    expect(rows.map(({ item_id }) => item_id)).toEqual(['0123456789ab-1-1', '0123456789ab-2-1']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['W_TITLE_MISSING', 'W_YEAR_MISSING']);
  });

  it('reports a number that it cannot read instead of guessing', () => {
    const page = drawTable(`
令和3年度シート
┌──────┬────────┐
│ 人員 │ 若干名 │
└──────┴────────┘
${items}`);
    const { sheets, diagnostics } = readPages([page], grammar);
    expect(sheets[0]?.staff).toBeNull();
    expect(diagnostics.map(({ message }) => message)).toEqual(['staff: "若干名" was not read as a number']);
  });
});
