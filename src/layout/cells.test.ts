import { describe, expect, it } from 'vitest';
import type { Box } from '../model/page.js';
import { findCells } from './cells.js';
import { layoutDocument } from './index.js';
import { layoutPage } from './layout-page.js';
import { drawBox, drawGlyph, drawParts, drawRuling, drawTable, drawText, pageOf } from './test-draw.js';
import { freeTexts, gridOf, onlyTable, spans, textGrid } from './test-read.js';

describe('rulings make cells', () => {
  it('reads a plain ruled table', () => {
    const page = drawTable(`
┌─────┬──────┬──────────┐
│ No. │ 課名 │ 項目     │
├─────┼──────┼──────────┤
│ 1   │市民課│ 窓口改革 │
└─────┴──────┴──────────┘`);
    expect(gridOf(page)).toEqual([
      ['No.', '課名', '項目'],
      ['1', '市民課', '窓口改革'],
    ]);
  });

  it('reads merged cells as spans', () => {
    const page = drawTable(`
┌────┬─────────┐
│区分│ 年度目標│
│    ├────┬────┤
│    │指標│目標│
├────┼────┼────┤
│ ア │ 10 │ 20 │
└────┴────┴────┘`);
    expect(spans(onlyTable(page))).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
    ]);
    expect(gridOf(page)).toEqual([
      ['区分', '年度目標', null],
      [null, '指標', '目標'],
      ['ア', '10', '20'],
    ]);
  });

  it('closes the sides of a table without left and right borders', () => {
    const page = drawTable(`
──────┬────────┬──────
 No.  │ 課名   │ 評価
──────┼────────┼──────
 1    │ 市民課 │ A
──────┴────────┴──────`);
    expect(gridOf(page)).toEqual([
      ['No.', '課名', '評価'],
      ['1', '市民課', 'A'],
    ]);
  });

  it('closes the top and bottom of a table whose vertical rulings end together', () => {
    const page = drawTable(`
│ 12 │ 続き │
├────┼──────┤
│ 13 │ 次   │
├────┼──────┤
│ 14 │ 途中 │`);
    expect(gridOf(page)).toEqual([
      ['12', '続き'],
      ['13', '次'],
      ['14', '途中'],
    ]);
  });

  it('reads a table drawn with inner rulings only', () => {
    const page = drawTable(`
 ア │ イ │ ウ
────┼────┼────
 1  │ 2  │ 3
────┼────┼────
 4  │ 5  │ 6  `);
    expect(gridOf(page)).toEqual([
      ['ア', 'イ', 'ウ'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('reads a form of which only the inner rulings are drawn, each row parted elsewhere', () => {
    const page = drawTable(`
 取組項目  │ 職場の環境
───────────┼─────────────
 推進部署  │ 情報政策課
─────┬─────┴─────────────
 状況│ 二回開催した。
     │ 次も開催する。    `);
    expect(gridOf(page)).toEqual([
      ['取組項目', null, '職場の環境'],
      ['推進部署', null, '情報政策課'],
      ['状況', '二回開催した。\n次も開催する。', null],
    ]);
  });

  it('reads a cross as two rows of two columns', () => {
    const page = drawTable(`
 ア  │ イ
─────┼──────
 ウ  │ エ  `);
    expect(gridOf(page)).toEqual([
      ['ア', 'イ'],
      ['ウ', 'エ'],
    ]);
  });

  it('closes a merged cell that was left open at the foot of the page beside cells that were not', () => {
    const page = drawTable(`
┌────┬────────┬──────────┐
│    │取組項目│ 統合     │
│    ├────────┼──────────┤
│    │推進部署│ 文書課   │
│    └────────┴──────────┘`);
    expect(gridOf(page)).toEqual([
      ['', '取組項目', '統合'],
      [null, '推進部署', '文書課'],
    ]);
  });

  it('closes the sides of a table with a single ruling across its columns', () => {
    const page = drawTable(`
     │ 効率を │ 行い │
     │ 上げる │ます。│
─────┼────────┼──────┼──────
 2   │ 健康を │ １回 │ 次年
     │ 高める │      │ 度も`);
    expect(gridOf(page)).toEqual([
      ['', '効率を\n上げる', '行い\nます。', ''],
      ['2', '健康を\n高める', '１回', '次年\n度も'],
    ]);
  });

  it('closes the rest of a cut row at the head of a page', () => {
    const page = drawTable(`
     │ も開催した。
─────┴─────────────`);
    expect(gridOf(page)).toEqual([['', 'も開催した。']]);
  });

  it('does not take a line down from a rule for a table where no text stands beside it', () => {
    const page = drawTable(`
 見出し
─────┬──────
     │      `);
    expect(layoutDocument([page]).tables).toEqual([]);
  });

  it('reads dashed and double rulings like solid ones', () => {
    const page = drawTable(`
╔════╦════╗
║ ア ║ イ ║
╠════╬════╣
║ 1  ┆ 2  ║
╟┄┄┄┄┼┄┄┄┄╢
║ 3  ┆ 4  ║
╚════╩════╝`);
    expect(gridOf(page)).toEqual([
      ['ア', 'イ'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('joins a border drawn dot by dot', () => {
    const { glyphs, rulings } = drawParts(`
┌────┬────┐
│ ア │ イ │
└────┴────┘`);
    const dots = rulings.flatMap((ruling) => {
      const pieces = [];
      for (let at = ruling.from; at < ruling.to; at += 2) pieces.push({ ...ruling, from: at, to: Math.min(at + 0.7, ruling.to) });
      return pieces;
    });
    expect(gridOf(pageOf({ glyphs, rulings: dots }))).toEqual([['ア', 'イ']]);
  });

  it('lets rulings that stop short of a junction meet', () => {
    const { glyphs, rulings } = drawParts(`
┌────┬────┐
│ ア │ イ │
├────┼────┤
│ 1  │ 2  │
└────┴────┘`);
    const short = rulings.map((ruling) => ({ ...ruling, from: ruling.from + 2, to: ruling.to - 2 }));
    expect(gridOf(pageOf({ glyphs, rulings: short }))).toEqual([
      ['ア', 'イ'],
      ['1', '2'],
    ]);
  });

  it('draws a side on that begins a few points below the top border', () => {
    const rulings = [
      drawRuling('h', 57.4, 43, 550),
      drawRuling('h', 186, 43, 550),
      drawRuling('v', 43, 62, 186),
      drawRuling('v', 70, 57.4, 186),
      drawRuling('v', 550, 57.4, 186),
    ];
    const glyphs = [...drawText('取組', 46, 70), ...drawText('実施した。', 80, 70)];
    expect(gridOf(pageOf({ glyphs, rulings }))).toEqual([['取組', '実施した。']]);
  });

  it('cuts an L-shaped region where no text stands', () => {
    const page = drawTable(`
┌────┬─────────┐
│分類│ 実施内容│
│    │         │
├────┤ 説明文章│
│ 1  │         │
│    └────┬────┤
│         │ 4  │
└─────────┴────┘`);
    const texts = textGrid(onlyTable(page))
      .flat()
      .filter((text) => text !== null && text !== '');
    expect(texts.sort()).toEqual(['1', '4', '分類', '実施内容\n説明文章'].sort());
  });

  it('keeps two tables one below the other apart', () => {
    const page = drawTable(`
┌────┬────┐
│ ア │ イ │
└────┴────┘

┌────┬────┐
│ ウ │ エ │
└────┴────┘`);
    expect(layoutDocument([page]).tables.map(textGrid)).toEqual([[['ア', 'イ']], [['ウ', 'エ']]]);
  });

  it('keeps tables side by side apart, the left one first', () => {
    const page = drawTable(`
┌────┬────┐   ┌────┬────┐
│ ア │ イ │   │ カ │ キ │
├────┼────┤   ├────┼────┤
│ ウ │ エ │   │ ク │ ケ │
└────┴────┘   └────┴────┘`);
    expect(layoutDocument([page]).tables.map((table) => textGrid(table)[0])).toEqual([
      ['ア', 'イ'],
      ['カ', 'キ'],
    ]);
  });

  it('reads a table inside a cell as a table of its own', () => {
    const page = drawTable(`
┌──────┬──────────────┐
│ 外側 │ 前           │
│      │  ┌────┬────┐ │
│      │  │ ア │ イ │ │
│      │  └────┴────┘ │
└──────┴──────────────┘`);
    const tables = layoutDocument([page]).tables.map(textGrid);
    expect(tables).toEqual([[['外側', '前']], [['ア', 'イ']]]);
  });

  it('leaves the text of a box drawn inside a cell to the cell', () => {
    const { glyphs, rulings } = drawParts(`
┌──────┬────────────┐
│ 区分 │ 新規・継続 │
└──────┴────────────┘`);
    const frame = drawBox({ x0: 95, top: 62, x1: 116, bottom: 74 });
    expect(gridOf(pageOf({ glyphs, rulings: [...rulings, ...frame] }))).toEqual([['区分', '新規・継続']]);
  });

  it('takes hatching for no table, and does not dwell on it', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => [drawRuling('h', i, 0, 1000), drawRuling('v', i, 0, 1000)]).flat();
    const start = performance.now();
    expect(layoutDocument([pageOf({ glyphs: drawText('図', 500, 500), rulings: lines })]).tables).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('takes an arrow between two boxes for no part of either', () => {
    const page = drawTable(`
┌────┐     ┌────┐
│計画├─────┤実行│
└────┘     └────┘`);
    expect(layoutDocument([page]).tables.map(textGrid)).toEqual([[['計画']], [['実行']]]);
  });

  it('does not split a cell at an underline that touches its border', () => {
    const { glyphs, rulings } = drawParts(`
┌──────┬────────────┐
│ 区分 │重要な取組  │
│      │説明        │
└──────┴────────────┘`);
    const underline = drawRuling('h', 74.5, 88, 136);
    expect(gridOf(pageOf({ glyphs, rulings: [...rulings, underline] }))).toEqual([['区分', '重要な取組\n説明']]);
  });

  it('makes no table of boxes without text', () => {
    const page = pageOf({ glyphs: drawText('本文', 50, 50), rulings: drawBox({ x0: 50, top: 100, x1: 90, bottom: 140 }) });
    expect(layoutDocument([page]).tables).toEqual([]);
    expect(freeTexts(page)).toEqual(['本文']);
  });

  it('gives text that overflows into an empty cell to the cell where it begins', () => {
    const page = drawTable(`
┌────┬──────┬────┐
│ 12 │      │    │
├────┼──────┼────┤
│ 13 │ 窓口 │ A  │
└────┴──────┴────┘`);
    const long = drawText('男女共同参画', 80, 63);
    expect(gridOf(pageOf({ glyphs: [...page.glyphs, ...long], rulings: page.rulings }))).toEqual([
      ['12', '男女共同参画', ''],
      ['13', '窓口', 'A'],
    ]);
  });

  it('leaves punctuation that hangs over the ruling with its line', () => {
    const { rulings } = drawParts(`
┌──────┬────┐
│      │    │
└──────┴────┘`);
    const glyphs = [...drawText('検討、', 66, 63), ...drawText('Ａ', 96, 63)];
    expect(gridOf(pageOf({ glyphs, rulings }))).toEqual([['検討、', 'Ａ']]);
  });

  it('keeps figures of neighbouring cells apart that nearly touch', () => {
    const { rulings } = drawParts(`
┌──────┬──────┐
│      │      │
└──────┴──────┘`);
    const glyphs = [...drawText('1234', 66.5, 63), ...drawText('市民', 88, 63)];
    expect(gridOf(pageOf({ glyphs, rulings }))).toEqual([['1234', '市民']]);
  });

  it('marks an empty cell with a diagonal through it', () => {
    const { glyphs, rulings } = drawParts(`
┌────┬──────┐
│ ア │      │
└────┴──────┘`);
    const diagonals = [{ x0: 77.5, y0: 56, x1: 112.5, y1: 80, order: 9 }];
    const table = onlyTable(pageOf({ glyphs, rulings, diagonals }));
    expect(table.cells.map((cell) => cell.parts[0]?.crossedOut)).toEqual([false, true]);
  });
});

describe('a region shaped like an L', () => {
  /** The upper right one of four squares of 50 pt is a cell of its own; the three others, with this glyph in them, are one region. */
  const widths = (...boxes: Box[]): number[] => {
    const grid = { xs: [0, 50, 100], ys: [0, 50, 100], vertical: Uint8Array.from([2, 2, 2, 2, 0, 2]), horizontal: Uint8Array.from([2, 2, 0, 2, 2, 2]) };
    const cells = findCells(
      grid,
      boxes.map((box) => ({ ...drawGlyph('市', 0, 0), box })),
    );
    return cells.filter(({ row, col }) => col === 0 || row === 1).map(({ colSpan }) => colSpan);
  };
  const down = [1, 1];
  const across = [1, 2];

  it('is cut into columns where text stands across the edge of its rows, by a fifth of its em or more', () => {
    expect([widths({ x0: 5, x1: 15, top: 42.5, bottom: 52.5 }), widths({ x0: 5, x1: 15, top: 41.5, bottom: 51.5 })]).toEqual([down.slice(0, 2), across]);
  });

  it('is cut into rows where text comes near the edge of its columns: it runs on over it', () => {
    const cut = { x0: 5, x1: 15, top: 43, bottom: 53 };
    const upTo = (x1: number): Box => ({ x0: x1 - 10, x1, top: 70, bottom: 80 });
    expect([widths(cut, upTo(48)), widths(cut, upTo(46))]).toEqual([across, down]);
  });
});

describe('a cell crossed out', () => {
  /** A cell of 100 by 50 pt with a diagonal from its corner over these shares of its width and height. */
  const isCrossedOut = (wide: number, high: number): boolean => {
    const diagonal = { x0: 150, y0: 50, x1: 150 + 100 * wide, y1: 50 + 50 * high, order: 0 };
    const page = pageOf({
      glyphs: drawText('評価', 60, 65),
      rulings: [...drawBox({ x0: 50, top: 50, x1: 250, bottom: 100 }), drawRuling('v', 150, 50, 100)],
      diagonals: [diagonal],
    });
    return layoutPage(page).pageTables[0]?.cells[1]?.crossedOut ?? false;
  };

  it('has a diagonal from corner to corner, or nearly', () => {
    expect([isCrossedOut(0.8, 0.8), isCrossedOut(0.6, 1), isCrossedOut(1, 0.6)]).toEqual([true, false, false]);
  });

  it('has one that runs on over the next cell, not over half the table', () => {
    expect([isCrossedOut(1.3, 1), isCrossedOut(1.8, 1)]).toEqual([true, false]);
  });
});
