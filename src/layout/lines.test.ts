import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { layoutDocument } from './index.js';
import { gatherRows } from './lines.js';
import { drawDown, drawGlyph, drawParts, drawTable, drawText, pageOf } from './test-draw.js';
import { freeTexts, gridOf, onlyTable } from './test-read.js';

const read = (glyphs: readonly Glyph[]): string[] => freeTexts(pageOf({ glyphs }));

describe('lines in reading order', () => {
  it('orders characters by place, not by painting order', () => {
    expect(read([...drawText('年度', 70, 50), ...drawText('令和', 50, 50)])).toEqual(['令和年度']);
  });

  it('keeps a raised ※1 on its line', () => {
    const glyphs = [...drawText('37.0', 50, 50), ...drawText('※1', 70, 48.5, { size: 6 }), ...drawText('次の行', 50, 64)];
    expect(read(glyphs)).toEqual(['37.0※1', '次の行']);
  });

  it('sets mixed sizes on one baseline', () => {
    const big = drawText('目標', 50, 50, { size: 14 });
    const small = drawText('(案)', 78, 50 + 0.88 * 4, { size: 10 });
    expect(read([...big, ...small])).toEqual(['目標(案)']);
  });

  it('keeps lines with tight leading apart', () => {
    expect(read([...drawText('一行目', 50, 50), ...drawText('二行目', 50, 60), ...drawText('三行目', 50, 70)])).toEqual(['一行目', '二行目', '三行目']);
  });

  it('reads text turned clockwise downwards', () => {
    const glyphs = drawDown('取組', 50, 50, { vertical: false, turn: 90 });
    expect(read(glyphs)).toEqual(['取組']);
  });

  it('reads text turned counter-clockwise upwards', () => {
    const glyphs = drawDown('組取', 50, 50, { vertical: false, turn: 270 });
    expect(read(glyphs)).toEqual(['取組']);
  });

  it('reads vertical writing column by column from the right', () => {
    const glyphs = [...drawDown('状況', 50, 50), ...drawDown('取組', 65, 50)];
    expect(read(glyphs)).toEqual(['取組', '状況']);
  });

  it('reads figures set sideways in vertical writing where they stand', () => {
    const glyphs = [...drawDown('令和', 50, 50), ...drawText('10', 50, 70), ...drawDown('年度', 50, 80)];
    expect(read(glyphs)).toEqual(['令和10年度']);
  });

  it('reads a column of upright characters whose brackets alone are written vertically as one line', () => {
    const upright = [...'職種人数'].flatMap((character, i) => drawText(character, 50, [50, 60, 80, 90][i] ?? 0));
    const brackets = [...drawDown('（', 50, 70), ...drawDown('）', 50, 100)];
    expect(read([...upright, ...brackets])).toEqual(['職種（人数）']);
  });

  it('keeps a heading beside vertical writing apart', () => {
    const glyphs = [...drawDown('取組状況', 50, 50), ...drawText('目標', 80, 50)];
    expect(read(glyphs).sort()).toEqual(['取組状況', '目標'].sort());
  });

  it('reads two columns of text one after the other', () => {
    const glyphs = [0, 1, 2, 3].flatMap((i) => [...drawText(`左の段落${i}`, 50, 50 + i * 14), ...drawText(`右の段落${i}`, 150, 50 + i * 14)]);
    expect(read(glyphs).map((text) => text[0])).toEqual(['左', '左', '左', '左', '右', '右', '右', '右']);
  });

  it('reads a title and a date on the same height from the left', () => {
    expect(read([...drawText('令和３年', 300, 50), ...drawText('管理シート', 50, 50)])).toEqual(['管理シート', '令和３年']);
  });
});

describe('stacked labels', () => {
  it('reads single characters one below the other as one vertical line', () => {
    const table = onlyTable(
      drawTable(`
┌────┬──────────────┐
│ 取 │ 一行目       │
│ 組 │ 二行目       │
│ 状 │              │
│ 況 │              │
└────┴──────────────┘`),
    );
    const line = table.cells[0]?.parts[0]?.lines[0];
    expect([line?.text, line?.writing]).toEqual(['取組状況', 'vertical']);
  });

  it('keeps a group set sideways together: R3', () => {
    const page = drawTable(`
┌────┬────┐
│ R3 │ ア │
│ 年 │    │
│ 度 │    │
└────┴────┘`);
    expect(gridOf(page)).toEqual([['R3年度', 'ア']]);
  });

  it('reads letters turned on their side in a stack where they stand', () => {
    const { rulings } = drawParts(`
┌────┬────┐
│    │    │
│    │    │
│    │    │
│    │    │
└────┴────┘`);
    const stack = [...'年度'].map((c, i) => drawGlyph(c, 59, 83 + i * 11));
    const turned = drawDown('R7', 59, 63, { vertical: false, turn: 90 });
    expect(gridOf(pageOf({ rulings, glyphs: [...stack, ...turned] }))[0]?.[0]).toBe('R7年度');
  });

  it('reads two stacks side by side from the right', () => {
    const { rulings } = drawParts(`
┌─────────┐
│         │
│         │
│         │
└─────────┘`);
    const column = (text: string, x: number) => [...text].map((c, i) => drawGlyph(c, x, 63 + i * 11));
    const table = onlyTable(pageOf({ rulings, glyphs: [...column('状況', 60), ...column('取組', 78)] }));
    expect(table.cells[0]?.parts[0]?.lines.map((line) => line.text)).toEqual(['取組', '状況']);
  });

  it('keeps tight lines of ordinary text horizontal', () => {
    const { rulings } = drawParts(`
┌──────────┐
│          │
│          │
│          │
└──────────┘`);
    const glyphs = ['事業の推', '進を図る', '取組とす'].flatMap((text, i) => drawText(text, 60, 63 + i * 9));
    expect(gridOf(pageOf({ rulings, glyphs }))).toEqual([['事業の推\n進を図る\n取組とす']]);
  });

  it('keeps spread labels of two lines horizontal', () => {
    const { rulings } = drawParts(`
┌──────────────┐
│              │
│              │
└──────────────┘`);
    const glyphs = ['進捗', '状況'].flatMap((text, i) => drawText(text, 60, 63 + i * 11, { gap: 12 }));
    expect(gridOf(pageOf({ rulings, glyphs }))).toEqual([['進捗\n状況']]);
  });

  it('reads two characters spread over the height of a tall cell as one label', () => {
    const page = drawTable(`
┌──────┬──────┐
│  財  │ ア   │
│      ├──────┤
│      │ イ   │
│      ├──────┤
│  源  │ ウ   │
└──────┴──────┘`);
    expect(gridOf(page)[0]?.[0]).toBe('財源');
  });

  it('keeps wrapped words of two characters a line horizontal', () => {
    const page = drawTable(`
┌────┬────┐
│進捗│ ア │
│状況│    │
└────┴────┘`);
    expect(gridOf(page)).toEqual([['進捗\n状況', 'ア']]);
  });

  it('keeps a list of marks a list', () => {
    const page = drawTable(`
┌────┬────┐
│ ○ │ ア │
│ ◎ │    │
└────┴────┘`);
    expect(gridOf(page)).toEqual([['○\n◎', 'ア']]);
  });
});

describe('excluded glyphs', () => {
  it('are counted a page', () => {
    const glyphs = [...drawText('見える', 50, 50), ...drawText('隠す', 50, 80, { hidden: 'mode' })];
    expect(layoutDocument([pageOf({ glyphs })]).pages[0]?.excluded).toEqual({ mode: 2 });
  });
});

describe('glyphs of one row', () => {
  const rows = (...glyphs: Glyph[]): number => gatherRows(glyphs).length;

  it('stand on one baseline, though one lies over the other', () => {
    const lower = (by: number): number => rows(drawGlyph('市', 50, 50), drawGlyph('民', 53, 50 + by));
    expect([lower(1.5), lower(2.4)]).toEqual([1, 2]);
  });

  it('stand on one baseline whatever their size: it runs a little above the lower edge of the em box', () => {
    expect(rows(drawGlyph('市', 50, 50, { size: 20 }), drawGlyph('民', 55, 58.8))).toBe(1);
  });

  it('take in raised ones that stand beside half of their height or more', () => {
    const raised = (top: number): number => rows(...drawText('市民', 50, 50), drawGlyph('１', 70, top, { size: 5 }));
    expect([raised(48), raised(47)]).toEqual([1, 2]);
  });

  it('take in raised ones that lie over them by a little only', () => {
    const raised = (x: number): number => rows(...drawText('市民', 50, 50), drawGlyph('１', x, 48, { size: 5 }));
    expect([raised(69), raised(68)]).toEqual([1, 2]);
  });
});
