import { expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import type { Page } from '../model/page.js';
import { grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
items:
  each: row
  columns:
    item_no: { label: No., as: name }
    title: 項目
    result: 成果
    responsible: { label: 担当課, optional: true }
`);

/** What the pages were concluded to be: rule, page and height of each diagnostic; and what the items say. */
function read(...drawings: readonly string[]): unknown {
  const pages = drawings.map((drawing, i): Page => drawTable(drawing, { page: i + 1, y: 20 }));
  const { items, diagnostics } = readPages(pages, grammar);
  const told = diagnostics.filter(({ code }) => code === 'I_CONCLUDED');
  return {
    items: items.map(({ item_no, title, result, responsible }) => [item_no, title, result, responsible].filter(Boolean).join(' ')),
    told: told.map(({ message, page, severity }) => [/\((.*)\)/.exec(message)?.[1], page, severity].join(' ')),
  };
}

const head = `
令和3年度シート
┌────┬────────┬──────────┐
│No. │項目    │成果      │
├────┼────────┼──────────┤
│ 1  │窓口    │案内した  │
├────┼────────┼──────────┤`;

it('a table that ends its rows at the page break says nothing', () => {
  const first = `${head}
│ 2  │研修    │行った    │
└────┴────────┴──────────┘`;
  const second = `
┌────┬────────┬──────────┐
│ 3  │広報    │配った    │
└────┴────────┴──────────┘`;
  expect(read(first, second)).toEqual({ items: ['1 窓口 案内した', '2 研修 行った', '3 広報 配った'], told: [] });
});

it('a row that the page break cut says so once, where it goes on', () => {
  const first = `${head}
│ 2  │研修    │三名が外部│
└────┴────────┴──────────┘`;
  const second = `
┌────┬────────┬──────────┐
│    │        │で学んだ  │
├────┼────────┼──────────┤
│ 3  │広報    │配った    │
└────┴────────┴──────────┘`;
  expect(read(first, second)).toEqual({ items: ['1 窓口 案内した', '2 研修 三名が外部で学んだ', '3 広報 配った'], told: ['cut-keys 2 info'] });
});

it('a ruling left out in one row says so', () => {
  const drawing = `${head}
│ 2  │研修     行った    │
├────┼────────┼──────────┤
│ 3  │広報    │配った    │
└────┴────────┴──────────┘`;
  expect(read(drawing)).toEqual({ items: ['1 窓口 案内した', '2 研修 行った', '3 広報 配った'], told: ['missing-side 1 info'] });
});

it('and says nothing where no value stands beside it', () => {
  const drawing = `${head}
│ 2  │研修    │行った    │
└────┴────────┴──────────┘

┌──────┬──────┬──────┐
│甲    │乙    │丙    │
├──────┼──────┼──────┤
│丁    │戊     己    │
├──────┼──────┼──────┤
│庚    │辛    │壬    │
└──────┴──────┴──────┘`;
  expect(read(drawing)).toEqual({ items: ['1 窓口 案内した', '2 研修 行った'], told: [] });
});

const merged = (title: string): readonly [string, string] => [
  `
令和3年度シート
┌────┬────────┬──────┬────────┐
│No. │項目    │成果  │${title}│
├────┼────────┼──────┼────────┤
│ 1  │窓口    │案内  │ 市民課 │
├────┼────────┼──────┤        │
│ 2  │研修    │三名  │        │
├────┼────────┼──────┼────────┤
│ 3  │広報    │配布  │ 税務課 │
└────┴────────┴──────┴────────┘`,
  `
┌────┬────────┬──────┬────────┐
│ 4  │収納    │口座  │        │
├────┼────────┼──────┼────────┤
│ 5  │図書    │貸出  │ 収納課 │
├────┼────────┼──────┤        │
│ 6  │公園    │清掃  │        │
└────┴────────┴──────┴────────┘`,
];

it('an empty cell below the break that takes what stands above says so, where that stands', () => {
  expect(read(...merged(' 担当課 '))).toEqual({
    items: ['1 窓口 案内 市民課', '2 研修 三名 市民課', '3 広報 配布 税務課', '4 収納 口座 税務課', '5 図書 貸出 収納課', '6 公園 清掃 収納課'],
    told: ['merged-column 1 info'],
  });
});

it('and says nothing in a column that no field takes, though values stand right beside it', () => {
  expect(read(...merged(' 所在地 '))).toEqual({
    items: ['1 窓口 案内', '2 研修 三名', '3 広報 配布', '4 収納 口座', '5 図書 貸出', '6 公園 清掃'],
    told: [],
  });
});
