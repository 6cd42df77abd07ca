import { describe, expect, it } from 'vitest';
import type { Box, Ruling } from '../model/page.js';
import { layoutDocument } from './index.js';
import { partingEdges, tiledGrids } from './fill-edges.js';
import type { Segment } from './rulings.js';
import { drawBox, drawParts, drawRuling, drawText, pageOf } from './test-draw.js';
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
    const tiles = [0, 1].flatMap((row) => [0, 1, 2].map((col) => colour({ x0: 50 + col * 60, top: 50 + row * 20, x1: 109 + col * 60, bottom: 69 + row * 20 })));
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

describe('the edge of a colour', () => {
  /** How many edges part the frame from (0, 0) to (200, 40): the colour's right edge at `at`, from `top` down, text in these places. */
  const parting = (at: number, top: number, places: readonly number[]): number => {
    const drawn = drawBox({ x0: 0, top: 0, x1: 200, bottom: 40 }).map(
      (ruling): Segment => ({ axis: ruling.axis, at: ruling.at, from: ruling.from, to: ruling.to, drawn: true }),
    );
    const edge = drawRuling('v', at, top, 40, { source: 'edge' });
    return partingEdges([edge], drawn, ({ x0, x1 }) => places.some((x) => x >= x0 && x <= x1)).length;
  };

  it('is that of the cell where a ruling runs beside it', () => {
    expect([parting(8, 0, [2, 100]), parting(4.5, 0, [1, 100])]).toEqual([1, 0]);
  });

  it('ends at a ruling, or less than a line short of it', () => {
    expect([parting(100, 5, [50, 150]), parting(100, 8, [50, 150])]).toEqual([1, 0]);
  });

  it('has text on both of its sides, at most some fifteen characters away', () => {
    const wide = (text: number): number => {
      const drawn = drawBox({ x0: 0, top: 0, x1: 600, bottom: 40 }).map(
        (ruling): Segment => ({ axis: ruling.axis, at: ruling.at, from: ruling.from, to: ruling.to, drawn: true }),
      );
      return partingEdges([drawRuling('v', 300, 0, 40, { source: 'edge' })], drawn, ({ x0, x1 }) => [250, text].some((x) => x >= x0 && x <= x1)).length;
    };
    expect([wide(430), wide(500)]).toEqual([1, 0]);
  });

  it('has no text across it', () => {
    expect([parting(100, 0, [50, 104, 150]), parting(100, 0, [50, 102.5, 150])]).toEqual([1, 0]);
  });
});

describe('tiles of colour', () => {
  /** Two rows of `columns` tiles, `share` of the breadth that each has; the last `missing` are not filled. */
  const grids = (columns: number, share: number, missing = 0): number => {
    const tiles = [0, 1].flatMap((row) =>
      Array.from({ length: columns }, (_, col) => colour({ x0: col * 60, top: row * 20, x1: col * 60 + 60, bottom: row * 20 + 20 })),
    );
    const fills = tiles.slice(0, tiles.length - missing).map(({ fill }) => ({ ...fill, box: { ...fill.box, x1: fill.box.x0 + share * 60 } }));
    return tiledGrids(
      tiles.flatMap(({ edges }) => edges),
      fills,
      [],
    ).length;
  };

  it('fill most of the table that they make', () => {
    expect([grids(4, 0.9), grids(4, 0.7)]).toEqual([1, 0]);
  });

  it('stand in two columns at least', () => {
    expect([grids(2, 1), grids(1, 1)]).toEqual([1, 0]);
  });
});
