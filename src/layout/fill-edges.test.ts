import { describe, expect, it } from 'vitest';
import type { Box, Ruling } from '../model/page.js';
import { layoutDocument } from './index.js';
import { drawBox, drawParts, drawText, pageOf } from './test-draw.js';
import { gridOf } from './test-read.js';

/** A coloured area: the fill and its four edges. */
const colour = (box: Box): { fill: { box: Box; color: string; order: number }; edges: Ruling[] } => ({
  fill: { box, color: '#dddddd', order: 0 },
  edges: drawBox(box, { source: 'edge', width: 0, color: '#dddddd' }),
});

const frame = drawParts(`
┌──────────────────┐
│                  │
└──────────────────┘`);

describe('background colours', () => {
  it('part a label from its value where no ruling does', () => {
    const label = colour({ x0: 52.5, top: 56, x1: 95, bottom: 80 });
    const glyphs = [...drawText('目的', 58, 63), ...drawText('市民の', 100, 63)];
    const page = pageOf({ glyphs, rulings: [...frame.rulings, ...label.edges], fills: [label.fill] });
    expect(gridOf(page)).toEqual([['目的', '市民の']]);
  });

  it('behind a few words part nothing', () => {
    const marker = colour({ x0: 58, top: 62, x1: 78, bottom: 74 });
    const page = pageOf({
      glyphs: drawText('市民の声を聴く', 58, 63),
      rulings: [...frame.rulings, ...marker.edges],
      fills: [marker.fill],
    });
    expect(gridOf(page)).toEqual([['市民の声を聴く']]);
  });

  it('part a label from its value though a full stop hangs over their edge', () => {
    const label = colour({ x0: 52.5, top: 56, x1: 95, bottom: 80 });
    const glyphs = [...drawText('目的。', 70, 63), ...drawText('市民の', 110, 63)];
    const page = pageOf({ glyphs, rulings: [...frame.rulings, ...label.edges], fills: [label.fill] });
    expect(gridOf(page)).toEqual([['目的。', '市民の']]);
  });

  it('part nothing where text runs over their edge', () => {
    const half = colour({ x0: 52.5, top: 56, x1: 95, bottom: 80 });
    const page = pageOf({
      glyphs: drawText('市民の声を聴く', 58, 63),
      rulings: [...frame.rulings, ...half.edges],
      fills: [half.fill],
    });
    expect(gridOf(page)).toEqual([['市民の声を聴く']]);
  });

  it('part a header from the row below it, column by column', () => {
    const { glyphs, rulings } = drawParts(`
┌────┬────┐
│ ア │ イ │
│    │    │
│ 1  │ 2  │
└────┴────┘`);
    const header = colour({ x0: 52.5, top: 56, x1: 102.5, bottom: 80 });
    const page = pageOf({ glyphs, rulings: [...rulings, ...header.edges], fills: [header.fill] });
    expect(gridOf(page)).toEqual([
      ['ア', 'イ'],
      ['1', '2'],
    ]);
  });

  it('make a table by themselves where they touch like tiles', () => {
    const tiles = [0, 1].flatMap((row) =>
      [0, 1, 2].map((col) =>
        colour({ x0: 50 + col * 60, top: 50 + row * 20, x1: 109 + col * 60, bottom: 69 + row * 20 }),
      ),
    );
    const glyphs = tiles.flatMap(({ fill }, i) => drawText(`課${i}`, fill.box.x0 + 5, fill.box.top + 4));
    const page = pageOf({ glyphs, rulings: tiles.flatMap((tile) => tile.edges), fills: tiles.map((tile) => tile.fill) });
    expect(gridOf(page)).toEqual([
      ['課0', '課1', '課2'],
      ['課3', '課4', '課5'],
    ]);
  });

  it('of a single banner make no table', () => {
    const banner = colour({ x0: 50, top: 50, x1: 300, bottom: 70 });
    const page = pageOf({ glyphs: drawText('基本計画', 60, 55), rulings: banner.edges, fills: [banner.fill] });
    expect(layoutDocument([page]).tables).toEqual([]);
  });
});
