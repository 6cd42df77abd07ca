import { describe, expect, it } from 'vitest';
import type { Page } from '../../model/page.js';
import { layoutDocument } from '../index.js';
import { drawTable } from '../test-draw.js';
import { textGrid } from '../test-read.js';

const tables = (page: Page): (string | null)[][][] => layoutDocument([page], { unruled: true }).tables.map(textGrid);

describe('boxes with their labels outside', () => {
  it('reads a label right before its box and the box as two cells', () => {
    expect(
      tables(
        drawTable(`
                  ┌──────────────┐
         所管局   │  環境政策局  │
                  └──────────────┘`),
      ),
    ).toEqual([[['所管局', '環境政策局']]]);
  });

  it('reads a label above the left end of its box and the box as two cells', () => {
    expect(
      tables(
        drawTable(`
 No.
┌──────┐
│  1   │
└──────┘`),
      ),
    ).toEqual([[['No.'], ['1']]]);
  });

  it('lets a table go on below a box that stands over every page, not below the next number', () => {
    const box = (number: number): string => `
           ┌──────┐
     No.   │  ${number}   │
           └──────┘`;
    const first = drawTable(
      `${box(1)}
┌──────┬──────────────┐
│ 番号 │ 事業         │
├──────┼──────────────┤
│ 1    │ 講座の開催   │
└──────┴──────────────┘`,
      { height: 160 },
    );
    const second = (number: number): Page =>
      drawTable(
        `${box(number)}
┌──────┬──────────────┐
│ 番号 │ 事業         │
├──────┼──────────────┤
│ 2    │ 相談の受付   │
└──────┴──────────────┘`,
        { page: 2, height: 160 },
      );
    const read = (number: number): number[] => layoutDocument([first, second(number)], { unruled: true }).tables.map(({ rows }) => rows);
    expect(read(1)).toEqual([1, 3, 1]);
    expect(read(2)).toEqual([1, 2, 1, 2]);
  });

  it('takes no blank of a running line for a field', () => {
    expect(
      tables(
        drawTable(`
           ┌─────┐
      令和 │  5  │ 年度の実施事業
           └─────┘`),
      ),
    ).toEqual([]);
  });

  it('takes no boxed heading for a field of the text above it', () => {
    expect(
      tables(
        drawTable(`
 別紙
┌──────────────────────────────┐
│  事業の概要と目標について    │
└──────────────────────────────┘`),
      ),
    ).toEqual([]);
  });
});
