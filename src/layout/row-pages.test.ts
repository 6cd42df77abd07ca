import { describe, expect, it } from 'vitest';
import type { Page, Ruling } from '../model/page.js';
import { layoutDocument } from './index.js';
import { drawRuling, drawTable } from './test-draw.js';
import { gridOf, textGrid } from './test-read.js';

/** Drawings on successive pages. */
const pages = (...arts: string[]): Page[] => arts.map((art, i) => drawTable(art, { page: i + 1 }));
const tablesOf = (all: readonly Page[]) => layoutDocument(all).tables.map(textGrid);

const CLOSED = `
┌─────┬──────┬────────────┐
│ No. │ 課名 │ 成果       │
├─────┼──────┼────────────┤
│  1  │ 市民 │ 窓口を     │
├─────┼──────┼────────────┤
│  2  │ 税務 │ 納付の     │
└─────┴──────┴────────────┘`;

const INSIDE = `
│     │      │ 改めて     │
│     │      │ 見直し     │
│     │      │ た。       │`;

describe('a page wholly inside one row', () => {
  it('goes on with the row that the page before leaves open, and the page after goes on with it', () => {
    const rows = gridOf(
      ...pages(
        `
┌─────┬──────┬────────────┐
│ No. │ 課名 │ 成果       │
├─────┼──────┼────────────┤
│  1  │ 市民 │ 窓口を     │
├─────┼──────┼────────────┤
│  2  │ 税務 │ 納付の     │`,
        INSIDE,
        `
│     │      │ 以上。     │
├─────┼──────┼────────────┤
│  3  │ 福祉 │ 相談の     │
└─────┴──────┴────────────┘`,
      ),
    );
    expect(rows.slice(2)).toEqual([
      ['2', '税務', '納付の\n改めて\n見直し\nた。\n以上。'],
      ['3', '福祉', '相談の'],
    ]);
  });

  it('reaches as far as the row before where the table has no sides', () => {
    const rows = gridOf(
      ...pages(
        `
──────┬──────┬─────────────
  No. │ 課名 │ 成果
──────┼──────┼─────────────
   1  │ 市民 │ 窓口を
──────┼──────┼─────────────
   2  │ 税務 │ 納付の
      │      │ 案内を      `,
        `
      │      │ 改めて
      │      │ 見直した。
      │      │             `,
      ),
    );
    expect(rows.slice(2)).toEqual([['2', '税務', '納付の\n案内を\n改めて\n見直した。']]);
  });

  it('goes on with the next row where the break closed the last, if its sides are drawn', () => {
    expect(gridOf(...pages(CLOSED, INSIDE)).slice(2)).toEqual([['2', '税務', '納付の\n改めて\n見直し\nた。']]);
  });

  it('may begin with a row whose columns are those of another row of the document', () => {
    const form = (title: string): string => `
┌───────┬──────────────────┐
│ 項目  │ ${title}         │
├────┬──┴──────────────────┤
│ 状 │ 窓口の案内を改め    │
│ 況 │ 市民の声を聴いた    │
└────┴─────────────────────┘`;
    const cut = `
┌───────┬──────────────────┐
│ 項目  │ 納付の推進       │
└───────┴──────────────────┘`;
    const inside = `
│ 状 │ 口座振替を広め      │
│    │ 案内を送った        │`;
    const rest = `
│ 況 │ 収納率が上がった    │
└────┴─────────────────────┘`;
    const [, form3] = tablesOf(pages(form('相談の充実'), cut, inside, rest));
    expect(form3).toEqual([
      ['項目', null, '納付の推進'],
      ['状\n況', '口座振替を広め\n案内を送った\n収納率が上がった', null],
    ]);
  });

  it('is no such page where its rulings stand elsewhere', () => {
    const all = pages(
      CLOSED,
      `
│  改めて   │     │ 見直し   │
│  改めて   │     │ 見直し   │`,
    );
    expect(layoutDocument(all).tables).toHaveLength(1);
  });

  it('is no such page where rulings at the same places have no sides, and those of the table before do', () => {
    const all = pages(
      CLOSED,
      `
      │      │ 改めて
      │      │ 見直した。  `,
    );
    expect(layoutDocument(all).tables).toHaveLength(1);
  });
});

describe('a row that several page breaks cut', () => {
  it('is judged whole: its number does not begin the next row', () => {
    const closed = (no: string, text: string): string => `
┌─────┬──────┬────────────┐
│  ${no}  │${no === ' ' ? '      ' : ' 福祉 '}│ ${text}     │
└─────┴──────┴────────────┘`;
    expect(gridOf(...pages(CLOSED, closed(' ', '案内を'), closed('3', '相談の'))).slice(2)).toEqual([
      ['2', '税務', '納付の\n案内を'],
      ['3', '福祉', '相談の'],
    ]);
  });

  it('goes on with a label cut in three', () => {
    const form = (title: string): string => `
┌───────┬──────────────────┐
│ 項目  │ ${title}         │
├────┬──┴──────────────────┤
│ 取 │ 窓口の案内を改め    │
│ 組 │ 市民の声を聴いた    │
│ 状 │                     │
│ 況 │                     │
└────┴─────────────────────┘`;
    const part = (label: string, text: string): string => `
┌────┬─────────────────────┐
│ ${label} │ ${text}            │
└────┴─────────────────────┘`;
    const head = `
┌───────┬──────────────────┐
│ 項目  │ 納付の推進       │
├────┬──┴──────────────────┤
│ 取 │ 口座振替            │
└────┴─────────────────────┘`;
    const [, second] = tablesOf(
      pages(
        form('相談の充実'),
        head,
        part('組', 'を広め、'),
        `
┌────┬─────────────────────┐
│ 状 │ 案内を送            │
│ 況 │ った。              │
└────┴─────────────────────┘`,
      ),
    );
    expect(second).toEqual([
      ['項目', null, '納付の推進'],
      ['取\n組\n状況', '口座振替\nを広め、\n案内を送\nった。', null],
    ]);
  });
});

it('rows that begin with numbers are not the halves of a label that begins with one', () => {
  const form = `
┌───────────┬──────────────┐
│ 1人あたり │ 窓口の案内   │
├───────────┼──────────────┤
│ 12        │ 市民の声     │
└───────────┴──────────────┘`;
  const next = `
┌───────────┬──────────────┐
│ 13        │ 納付の推進   │
├───────────┼──────────────┤
│ 14        │ 納付の推進   │
└───────────┴──────────────┘`;
  expect(gridOf(...pages(form, next)).map((row) => row[0])).toEqual(['1人あたり', '12', '13', '14']);
});

describe('a part of a row under a single rule', () => {
  it('has the outer columns too, as far as the rule goes', () => {
    expect(
      gridOf(
        drawTable(`
──────┬──────┬─────────────
   2  │ 税務 │ 納付の
      │      │ 案内を      `),
      ),
    ).toEqual([['2', '税務', '納付の\n案内を']]);
  });

  it('has those that are empty too', () => {
    expect(
      gridOf(
        drawTable(`
      │      │ 納付の
      │      │ 案内を
──────┴──────┴─────────────`),
      ),
    ).toEqual([['', '', '納付の\n案内を']]);
  });
});

it('has the rulings of its columns over nearly all of the page', () => {
  const rowsWith = (share: number): number => {
    const [first, second] = pages(CLOSED.replace(/\n└[^\n]*$/u, ''), INSIDE);
    if (first === undefined || second === undefined) return 0;
    const xs = [...new Set(second.rulings.map(({ at }) => at))].sort((a, b) => a - b);
    const rulings = second.rulings.map((ruling) => (ruling.at === xs[1] ? { ...ruling, to: ruling.from + share * (ruling.to - ruling.from) } : ruling));
    return layoutDocument([first, { ...second, rulings }]).tables.filter(({ parts }) => parts.some(({ page }) => page === 2)).length;
  };
  expect([rowsWith(0.9), rowsWith(0.7)]).toEqual([1, 0]);
});

describe('what else is drawn on such a page', () => {
  /** Tables on the second page, which lies inside the last row of the first, with these rulings besides. */
  const tablesWith = (...more: readonly Ruling[]): number => {
    const [first, second] = pages(CLOSED.replace(/\n└[^\n]*$/u, ''), INSIDE);
    if (first === undefined || second === undefined) return 0;
    return layoutDocument([first, { ...second, rulings: [...second.rulings, ...more] }]).tables.filter(({ parts }) => parts.some(({ page }) => page === 2))
      .length;
  };

  it('beside the table does not matter', () => {
    expect([tablesWith(drawRuling('v', 30, 50, 90)), tablesWith(drawRuling('v', 300, 50, 90))]).toEqual([1, 1]);
  });

  it('between the columns, or across them, makes another table of it', () => {
    expect([tablesWith(drawRuling('v', 160, 50, 86)), tablesWith(drawRuling('h', 70, 60, 75))]).toEqual([0, 0]);
  });
});
