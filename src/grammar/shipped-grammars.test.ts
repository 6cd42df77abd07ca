/** What the grammars of the published sheets must read whichever way offices print it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { parseGrammar, type LoadedGrammar } from './load.js';
import { readPages } from './test-read.js';

function shipped(id: string): LoadedGrammar {
  const file = fileURLToPath(new URL(`../../grammars/${id}.yaml`, import.meta.url));
  const parsed = parseGrammar(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

const sheets = [
  ['higashimurayama-mokuhyo-kanri', '目標管理シート'],
  ['kokubunji-soshiki-mokuhyo', ' 組織目標展開整理表（部の組織目標）'],
  ['machida-kabetsu-keiei', ' 課別行政経営計画'],
  ['komae-gyozaisei-shinchoku', '進捗状況報告書'],
] as const;
const notations = [
  ['令和元年度', 2019],
  ['令和５年度', 2023],
  ['R5年度', 2023],
  ['Ｒ５年度', 2023],
  ['2023年度', 2023],
  ['令和5（2023）年度', 2023],
  ['2023（令和5）年度', 2023],
] as const;

describe.each(sheets)('%s', (id, title) => {
  it.each(notations)('reads the year of a title that begins %s', (label, year) => {
    const { document } = readPages([drawTable(`${label}${title}`)], shipped(id));
    expect([document.fiscal_year, document.title]).toEqual([year, `${label}${title}`.replace(/^令和(５|5)/u, (printed) => printed)]);
  });

  it('takes the year of its title, not that of the running head above it', () => {
    const { document } = readPages([drawTable(`令和5年度 部課別\nR1年度${title}`)], shipped(id));
    expect(document.fiscal_year).toBe(2019);
  });
});

it('parts the sheets of two 部 whose 課 has the same name', () => {
  const sheet = (department: string): string => `
2023年度 課別行政経営計画
┌────────┬──────────────────────────────────┐
│ 部課名 │ ${department}部総務課                     │
├────┬───┴────┬────────────┬────────────────┤
│順位│計画類型│取組項目    │具体的な活動内容│
├────┼────────┼────────────┼────────────────┤
│ 1  │個別計画│窓口の改善  │案内を見直す。  │
└────┴────────┴────────────┴────────────────┘`;
  const { items, sheets } = readPages(
    ['市民', '都市'].map((department, i) => drawTable(sheet(department), { page: i + 1 })),
    shipped('machida-kabetsu-keiei'),
  );
  expect(sheets.map(({ department, division }) => [department, division])).toEqual([
    ['市民部', '総務課'],
    ['都市部', '総務課'],
  ]);
  expect(items.map(({ sheet_no: sheetNo }) => sheetNo)).toEqual([1, 2]);
});
