import { describe, expect, it } from 'vitest';
import { layoutDocument } from './index.js';
import { findTextLines } from './strikes.js';
import { drawParts, drawRuling, drawTable, drawText, pageOf } from './test-draw.js';
import { gridOf, onlyTable } from './test-read.js';

const firstLine = (page: Parameters<typeof layoutDocument>[0][number]) => layoutDocument([page]).pages[0]?.free[0]?.line;

describe('strike-through', () => {
  it('leaves the struck part out of the text and shows it in the raw text', () => {
    const line = firstLine(drawTable('~~98~~104時間'));
    expect(line?.text).toBe('104時間');
    expect(line?.raw).toBe('~~98~~104時間');
    expect(line?.glyphs.map((placed) => placed.struck)).toEqual([true, true, false, false, false, false, false]);
  });

  it('takes a double strike for one', () => {
    const glyphs = drawText('廃止する', 50, 50);
    const rulings = [drawRuling('h', 54.2, 50, 90), drawRuling('h', 56, 50, 90)];
    expect(firstLine(pageOf({ glyphs, rulings }))?.raw).toBe('~~廃止する~~');
  });

  it('takes in spaces that draw nothing', () => {
    const glyphs = [...drawText('市民', 50, 50), ...drawText('協働', 80, 50)];
    const rulings = [drawRuling('h', 55, 50, 100)];
    expect(firstLine(pageOf({ glyphs, rulings }))?.text).toBe('');
  });

  it('takes in a comma whose ink it covers, though not the middle of its em box', () => {
    const glyphs = drawText('精査して、続ける', 50, 50);
    const rulings = [drawRuling('h', 55, 50, 93.5)];
    expect(firstLine(pageOf({ glyphs, rulings }))?.text).toBe('続ける');
  });

  it('leaves a comma behind the strike', () => {
    const glyphs = drawText('精査して、続ける', 50, 50);
    const rulings = [drawRuling('h', 55, 50, 90.5)];
    expect(firstLine(pageOf({ glyphs, rulings }))?.text).toBe('、続ける');
  });

  it('does not take an underline for a strike', () => {
    const glyphs = drawText('重要', 50, 50);
    const page = pageOf({ glyphs, rulings: [drawRuling('h', 60.5, 50, 70)] });
    const { struck, underlines, rulings } = findTextLines(page.glyphs, page.rulings);
    expect([struck.size, underlines.length, rulings.length]).toEqual([0, 1, 0]);
  });

  it('keeps strikes out of the grid, cell by cell', () => {
    const table = onlyTable(
      drawTable(`
┌──────────┬────────┐
│~~仮称保育園~~│~~１２人~~  │
├──────────┼────────┤
│ 新設園   │ １０人 │
└──────────┴────────┘`),
    );
    expect([table.rows, table.cols]).toEqual([2, 2]);
    expect(table.cells.map((cell) => cell.parts[0]?.lines[0]?.raw)).toEqual(['~~仮称保育園~~', '~~１２人~~', '新設園', '１０人']);
  });

  it('does not take a ruling of the grid for a strike where text overflows across it', () => {
    const { rulings } = drawParts(`
┌──────────┐
│          │
├──────────┤
│          │
└──────────┘`);
    const glyphs = [...drawText('上', 60, 63), ...drawText('下', 60, 75)];
    const page = pageOf({ glyphs, rulings });
    expect(findTextLines(page.glyphs, page.rulings).struck.size).toBe(0);
  });

  /** Two cells of a column, the ruling between them right under the upper one's text, drawn from each `from` to its `to`. */
  const boxed = (pieces: readonly (readonly [number, number])[], sides: boolean) => {
    const rulings = [
      drawRuling('h', 50, 50, 170),
      drawRuling('h', 90, 50, 170),
      drawRuling('v', 110, 50, 90),
      ...(sides ? [drawRuling('v', 50, 50, 90), drawRuling('v', 170, 50, 90)] : []),
      ...pieces.map(([from, to]) => drawRuling('h', 65.5, from, to)),
    ];
    const glyphs = [...drawText('事業の名称', 55, 55), ...drawText('市民課', 55, 75), ...drawText('値', 120, 60), ...drawText('値', 120, 75)];
    return pageOf({ rulings, glyphs });
  };

  it('takes a border drawn in pieces for one line, though a piece begins and ends under the text', () => {
    const pieces = [
      [50, 70],
      [70.6, 89.5],
      [90.2, 110],
      [110, 170],
    ] as const;
    expect(gridOf(boxed(pieces, true))).toEqual([
      ['事業の名称', '値'],
      ['市民課', '値'],
    ]);
  });

  it('takes such a border for one line where the table has no sides for it to end at', () => {
    const pieces = [
      [50, 54],
      [55, 105],
      [106, 170],
    ] as const;
    expect(gridOf(boxed(pieces, false))).toEqual([
      ['事業の名称', '値'],
      ['市民課', '値'],
    ]);
  });

  it('takes a line that stays inside its cell for an underline, in pieces too', () => {
    const { underlines } = findTextLines(
      ...partsOf(
        boxed(
          [
            [55, 80],
            [80.6, 105],
          ],
          true,
        ),
      ),
    );
    expect(underlines).toHaveLength(2);
    expect(
      gridOf(
        boxed(
          [
            [55, 80],
            [80.6, 105],
          ],
          true,
        ),
      )[0],
    ).toEqual(['事業の名称\n市民課', '値\n値']);
  });
});

const partsOf = ({ glyphs, rulings }: ReturnType<typeof pageOf>): Parameters<typeof findTextLines> => [glyphs, rulings];

/** How a line is taken that is drawn over (or under, or above) 市民協働 at (50, 50), 40 pt wide: `at` in em below its upper edge. */
function taken(at: number, from = 50, to = 90, width = 0.5): 'strike' | 'decoration' | 'ruling' {
  const { strikes, underlines } = findTextLines(drawText('市民協働', 50, 50), [drawRuling('h', 50 + 10 * at, from, to, { width })]);
  return strikes.length > 0 ? 'strike' : underlines.length > 0 ? 'decoration' : 'ruling';
}

describe('where a line runs', () => {
  it('through the middle of the em box is a strike', () => {
    expect([0.25, 0.36, 0.65, 0.78].map((at) => taken(at))).toEqual(['ruling', 'strike', 'strike', 'ruling']);
  });

  it('along its lower edge or a little below is an underline', () => {
    expect([0.75, 0.9, 1.3, 1.5].map((at) => taken(at))).toEqual(['ruling', 'decoration', 'decoration', 'ruling']);
  });

  it('along its upper edge is an overline', () => {
    expect([-0.28, -0.15, 0.1, 0.16].map((at) => taken(at))).toEqual(['ruling', 'decoration', 'decoration', 'ruling']);
  });
});

describe('how far a line goes', () => {
  it('an underline goes as far as its text, give or take a third of an em', () => {
    expect([taken(1, 47), taken(1, 45), taken(1, 50, 93), taken(1, 50, 95)]).toEqual(['decoration', 'ruling', 'decoration', 'ruling']);
  });

  it('a strike may take in a space of one character at its end', () => {
    expect([taken(0.5, 50, 99), taken(0.5, 50, 105)]).toEqual(['strike', 'ruling']);
  });

  it('a strike runs on over a few spaces, not over more', () => {
    const over = (gap: number): number =>
      findTextLines([...drawText('市民', 50, 50), ...drawText('協働', 70 + gap, 50)], [drawRuling('h', 55, 50, 90 + gap)]).strikes.length;
    expect([over(18), over(30)]).toEqual([1, 0]);
  });

  it('a strike is no bar', () => {
    expect([taken(0.5, 50, 90, 2), taken(0.5, 50, 90, 3)]).toEqual(['strike', 'ruling']);
  });

  it('a character is struck where the line runs over its middle, punctuation where it runs over its ink', () => {
    const struck = (text: string, to: number): number => findTextLines(drawText(text, 50, 50), [drawRuling('h', 55, 50, to)]).struck.size;
    expect([struck('市民協', 74), struck('市民協', 76)]).toEqual([2, 3]);
    expect([struck('市民、', 71.5), struck('市民、', 73)]).toEqual([2, 3]);
  });

  it('an underline that ends at a ruling across it belongs to the grid, one that ends before it does not', () => {
    const kept = (gap: number): number => {
      const lines = [drawRuling('h', 60, 50, 90), drawRuling('v', 90 + gap, 40, 100)];
      return findTextLines(drawText('市民協働', 50, 50), lines).rulings.length;
    };
    expect([kept(1.2), kept(2)]).toEqual([2, 1]);
  });
});
