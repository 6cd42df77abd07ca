import { describe, expect, it } from 'vitest';
import { drawRuling, drawTable, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';

const HEADER = `
┌──────────┬───────┬───────┬───────┐
│ 区分     │ 令和4 │ 令和5 │ 計    │
├──────────┴───────┴───────┴───────┤`;

/** Rows below the header, ruled apart, without verticals. */
const body = (...rows: string[]): string => `${HEADER}\n${rows.join('\n├──────────────────────────────────┤\n')}\n└──────────────────────────────────┘`;

const FIGURES = ['│ 市民課     1,200   1,350   2,550 │', '│ 税務課       980   1,020   2,000 │'];
const PARTED = [
  ['市民課', '1,200', '1,350', '2,550'],
  ['税務課', '980', '1,020', '2,000'],
];

describe('rows without verticals below a header with columns', () => {
  it('stand in the columns of the header', () => {
    expect(gridOf(drawTable(body(...FIGURES))).slice(1)).toEqual(PARTED);
  });

  it('may leave a column empty', () => {
    expect(gridOf(drawTable(body(...FIGURES, '│ 福祉課             2,420   2,420 │'))).at(-1)).toEqual(['福祉課', '', '2,420', '2,420']);
  });

  it('leave a row one cell whose text runs on over an edge', () => {
    const rows = gridOf(drawTable(body(...FIGURES, '│ 一般会計のうち市民サービスに係る │')));
    expect(rows.slice(1)).toEqual([...PARTED, ['一般会計のうち市民サービスに係る', null, null, null]]);
  });

  it('stay cells where sentences run on over the edges in more than every third', () => {
    const rows = gridOf(drawTable(body(...FIGURES, '│ 一般会計のうち市民サービスに係る │', '│ 特別会計のうち市民サービスに係る │')));
    expect(rows[1]).toEqual(['市民課　1,200 1,350 2,550', null, null, null]);
  });

  it('stay one cell where only one stands below the header', () => {
    expect(gridOf(drawTable(body(FIGURES[0] ?? '')))[1]?.slice(1)).toEqual([null, null, null]);
  });

  it('stay cells where they hold no more than a label and a value', () => {
    const rows = gridOf(drawTable(body('│ 市民課     1,200                 │', '│ 税務課       980                 │')));
    expect(rows[1]?.slice(1)).toEqual([null, null, null]);
  });

  it('stay cells where a column of the header has no name', () => {
    const unnamed = drawTable(body(...FIGURES).replace('計', '　'));
    expect(gridOf(unnamed)[1]?.slice(1)).toEqual([null, null, null]);
  });

  it('stay cells below a header of two columns: the gap may be typed', () => {
    const rows = gridOf(
      drawTable(`
┌──────────┬───────────────────────┐
│ 区分     │ 内容                  │
├──────────┴───────────────────────┤
│ 市民課     窓口の案内            │
├──────────────────────────────────┤
│ 税務課     納付の案内            │
└──────────────────────────────────┘`),
    );
    expect(rows[1]?.[1]).toBeNull();
  });

  it('have verticals of their own at the columns that are not open', () => {
    const rows = gridOf(
      drawTable(`
┌──────────┬───────┬───────┬───────┐
│ 区分     │ 令和4 │ 令和5 │ 計    │
├──────────┼───────┴───────┴───────┤
│ 市民課   │ 1,200   1,350   2,550 │
├──────────┼───────────────────────┤
│ 税務課   │   980   1,020   2,000 │
└──────────┴───────────────────────┘`),
    );
    expect(rows.slice(1)).toEqual(PARTED);
  });
});

describe('the texts of such rows', () => {
  /** Two rows below a header of three columns, edges at 50, 100, 150 and 200; the second text of each stands at `x`. */
  const parted = (x: number, first = '市民'): boolean => {
    const header = ['区分', '令和４', '令和５'].flatMap((text, i) => drawText(text, 55 + 50 * i, 55));
    const row = (y: number) => [...drawText(first, 60, y), ...drawText('1,20', x, y), ...drawText('980', 160, y)];
    const rulings = [
      ...[50, 70, 90, 110].map((y) => drawRuling('h', y, 50, 200)),
      ...[50, 200].map((x0) => drawRuling('v', x0, 50, 110)),
      ...[100, 150].map((x0) => drawRuling('v', x0, 50, 70)),
    ];
    return gridOf(pageOf({ glyphs: [...header, ...row(75), ...row(95)], rulings }))[1]?.[1] !== null;
  };

  it('keep to the columns of the header, but for a hair', () => {
    expect([parted(99.2), parted(98.6)]).toEqual([true, false]);
  });

  it('stand further apart than words do', () => {
    expect([parted(103, '市民の'), parted(101, '市民の　')]).toEqual([true, true]);
    expect([parted(113, '市民の担'), parted(108, '市民の担')]).toEqual([true, false]);
  });

  it('are parted where twice as many rows keep to the columns as do not', () => {
    const sentences = ['│ 一般会計のうち市民サービスに係る │', '│ 特別会計のうち市民サービスに係る │'];
    const third = '│ 福祉課       980   1,020   2,000 │';
    const rows = (count: number) => gridOf(drawTable(body(...FIGURES, third, ...sentences.slice(0, count))))[1];
    expect([rows(1)?.[1], rows(2)?.[1]]).toEqual(['1,200', null]);
  });
});

describe('rows below such a header', () => {
  const EMPTY = '│                                  │';

  it('may be empty', () => {
    expect(gridOf(drawTable(body(...FIGURES, EMPTY, EMPTY)))[1]).toEqual(PARTED[0]);
  });

  it('are two at least that keep to the columns, empty ones aside', () => {
    expect(gridOf(drawTable(body(FIGURES[0] ?? '', EMPTY)))[1]?.slice(1)).toEqual([null, null, null]);
  });
});
