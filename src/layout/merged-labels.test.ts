/** Labels merged over rows that a page break cuts. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../model/page.js';
import { drawTable } from './test-draw.js';
import { cellText, onlyTable, textGrid } from './test-read.js';

/** Drawings on successive pages. */
const pages = (...arts: string[]): Page[] => arts.map((art, i) => drawTable(art, { page: i + 1 }));

describe('merged labels over page breaks', () => {
  it('reads a merged label once that is printed again below the break, and what one row says twice as it stands', () => {
    const last = (label: string, times: string): string => `
┌────┬──────┬────┐
│No. │ 課名 │回数│
├────┼──────┼────┤
│ 1  │市民課│ 甲 │
├────┼──────┼────┤
│ 2  │${label}│${times}│
└────┴──────┴────┘`;
    const next = `
┌────┬──────┬────┐
│    │税務課│1回 │
├────┤      ├────┤
│ 3  │      │3回 │
├────┼──────┼────┤
│ 4  │収納課│4回 │
└────┴──────┴────┘`;
    const table = onlyTable(...pages(last('税務課', '1回 '), next));
    expect(textGrid(table).slice(2)).toEqual([
      ['2', '税務課', '1回\n1回'],
      ['3', null, '3回'],
      ['4', '収納課', '4回'],
    ]);
    expect(table.repeatedHeaders.map(cellText)).toEqual(['税務課']);
  });

  it('keeps the rows apart beside a label that is merged over more rows below the break', () => {
    const block = (number: string): string => `
│    │市民の満足度を年に問う  │
│ ${number}  ├────────────────────────┤
│    │市民に尋ねたものである  │`;
    const table = onlyTable(
      ...pages(
        `
┌────┬────────────────────────┐${block('1')}
├────┼────────────────────────┤${block('2')}
├────┼────────────────────────┤
│ 3  │経常収支比率の年ごとの率│
└────┴────────────────────────┘`,
        `
┌────┬────────────────────────┐
│    │財源に占める割合である  │
│    ├────────────────────────┤
│    │年度末に集計するもの    │
└────┴────────────────────────┘`,
      ),
    );
    expect(textGrid(table).slice(4)).toEqual([
      ['3', '経常収支比率の年ごとの率'],
      [null, '財源に占める割合である'],
      [null, '年度末に集計するもの'],
    ]);
  });

  it('takes an empty cell for the rest of a label where labels are merged and none is empty, not else', () => {
    const first = `
┌────┬──────┬────┐
│No. │ 課名 │評価│
├────┼──────┼────┤
│ 1  │市民課│ 甲 │
├────┤      ├────┤
│ 2  │      │ 乙 │
├────┼──────┼────┤
│ 3  │税務課│ 丙 │
└────┴──────┴────┘`;
    const second = (rows: string): string => `
┌────┬──────┬────┐
│ 4  │      │ 丁 │
├────┼──────┼────┤
│ 5  │収納課│ 甲 │
${rows}
└────┴──────┴────┘`;
    const spanAt = (rows: string): number | undefined => onlyTable(...pages(first, second(rows))).cells.find((cell) => cellText(cell) === '税務課')?.rowSpan;
    const merged = `├────┤      ├────┤
│ 6  │      │ 乙 │`;
    const single = `├────┼──────┼────┤
│ 6  │広報課│ 乙 │`;
    const empty = `├────┼──────┼────┤
│ 7  │      │ 乙 │`;
    expect([merged, single, `${merged}\n${empty}`].map(spanAt)).toEqual([2, 1, 1]);
  });
});
