import { describe, expect, it, test } from 'vitest';
import type { Box } from '../model/page.js';
import { PLAIN_BOOK } from './evidence/rulebook.js';
import type { FilledCell } from './page-table.js';
import { returnSpilledLines } from './spilled-lines.js';
import { drawGlyph } from './test-draw.js';

interface Drawn {
  /** Where its lines begin, from the top, points. */
  readonly at: readonly number[];
  readonly size?: number;
}

/** A cell with lines of five characters of 10 points, named by their places. */
function cellOf(row: number, box: Box, { at, size = 10 }: Drawn, last = size): FilledCell {
  const glyphs = at.flatMap((top, i) =>
    [...'これは文だ'].map((text, k) => {
      const em = i === at.length - 1 ? last : size;
      return { ...drawGlyph(text, 54 + em * k, top), box: { x0: 54 + em * k, x1: 54 + em * (k + 1), top, bottom: top + em }, size: em };
    }),
  );
  return { cell: { row, col: 0, rowSpan: 1, colSpan: 1, box, openTop: false, openBottom: false }, glyphs };
}

/** Where the lines of two cells, one below the other, stand: before the ruling at `edge` is asked, and after. */
function read(above: Drawn, beneath: Drawn, { edge = 79, top = 50, bottom = 140 } = {}): readonly (readonly number[])[] {
  const cells = [cellOf(0, { x0: 50, x1: 200, top, bottom: edge }, above), cellOf(1, { x0: 50, x1: 200, top: edge, bottom }, beneath)];
  return returnSpilledLines(cells, PLAIN_BOOK).map(({ glyphs }) => [...new Set(glyphs.map(({ box }) => box.top))].sort((a, b) => a - b));
}

describe('a line over the ruling', () => {
  it('belongs to the text above that it is in step with', () => {
    expect(read({ at: [53, 64] }, { at: [75, 84, 95] })).toEqual([
      [53, 64, 75],
      [84, 95],
    ]);
  });

  it('stays where it is out of step with that text', () => {
    expect(read({ at: [53, 64] }, { at: [76.5, 90, 101] }, { edge: 80.5 })).toEqual([
      [53, 64],
      [76.5, 90, 101],
    ]);
  });

  it('is in step with any two lines of the text above, which are further apart where a line holds letters of another font', () => {
    expect(read({ at: [41, 53, 64] }, { at: [76, 88, 99] }, { edge: 80, top: 38 })[0]).toEqual([41, 53, 64, 76]);
    expect(read({ at: [36, 53, 64] }, { at: [81, 95, 106] }, { edge: 85, top: 32 })[0]).toEqual([36, 53, 64]);
  });

  it('stays where it lies over the ruling by no more than the em box of a tight row', () => {
    expect(read({ at: [53, 64] }, { at: [75, 88, 99] }, { edge: 76.9 })[0]).toEqual([53, 64]);
    expect(read({ at: [53, 64] }, { at: [75, 88, 99] }, { edge: 77.1 })[0]).toEqual([53, 64, 75]);
  });

  it('stays where it is set in another size', () => {
    const cells = [
      cellOf(0, { x0: 50, x1: 200, top: 50, bottom: 79 }, { at: [53, 64] }),
      cellOf(1, { x0: 50, x1: 200, top: 79, bottom: 140 }, { at: [75, 88, 99], size: 11 }),
    ];
    expect(returnSpilledLines(cells)).toBe(cells);
  });

  it('stays where it is all that its cell says', () => {
    expect(read({ at: [53, 64] }, { at: [75] })).toEqual([[53, 64], [75]]);
  });

  it('stays under a single line, of which no step is known', () => {
    expect(read({ at: [64] }, { at: [75, 84, 95] })[0]).toEqual([64]);
  });

  it('stays where its own text runs out of the cell at the other end too: it is set to the middle', () => {
    expect(read({ at: [53, 64] }, { at: [75, 86, 97] }, { bottom: 105 })[0]).toEqual([53, 64]);
  });

  it('stays where its own text is set to the bottom, and in step with it', () => {
    expect(read({ at: [53, 64] }, { at: [75, 86, 97] }, { bottom: 110 })[0]).toEqual([53, 64]);
    expect(read({ at: [53, 64] }, { at: [75, 86, 97] }, { bottom: 113 })[0]).toEqual([53, 64, 75]);
  });
});

describe('lines below the ruling', () => {
  it('belong to the text above where they lie over the cell’s own lines', () => {
    expect(read({ at: [53, 64] }, { at: [75, 80, 86, 91, 102] }, { edge: 74.5 })).toEqual([
      [53, 64, 75, 86],
      [80, 91, 102],
    ]);
  });

  it('stay where they lie over them by no more than rounding', () => {
    expect(read({ at: [53, 64] }, { at: [75, 84.3, 95.3] }, { edge: 74.5 })[0]).toEqual([53, 64]);
    expect(read({ at: [53, 64] }, { at: [75, 83.5, 94.5] }, { edge: 74.5 })[0]).toEqual([53, 64, 75]);
  });

  it('stay where they lie beside those of their own', () => {
    expect(read({ at: [53, 64] }, { at: [75, 85.5, 97] }, { edge: 74.5 })[0]).toEqual([53, 64]);
  });
});

describe('a line of the cell above', () => {
  it('belongs to the text below, set to the middle, that it is in step with', () => {
    expect(read({ at: [40, 51] }, { at: [82, 93, 104] }, { top: 38, edge: 79 })[0]).toEqual([40, 51]);
    expect(read({ at: [40, 51, 71] }, { at: [82, 93, 104] }, { top: 38, edge: 79 })).toEqual([
      [40, 51],
      [71, 82, 93, 104],
    ]);
  });

  it('stays where it is in step with its own', () => {
    expect(read({ at: [49, 60, 71] }, { at: [82, 93, 104] }, { top: 45, edge: 79 })[0]).toEqual([49, 60, 71]);
  });
});

test('cells of other columns have nothing to do with each other', () => {
  const cells = [
    cellOf(0, { x0: 50, x1: 200, top: 50, bottom: 79 }, { at: [53, 64] }),
    cellOf(1, { x0: 50, x1: 200, top: 79, bottom: 140 }, { at: [75, 84, 95] }),
  ].map(({ cell, glyphs }, i) => ({ cell: { ...cell, col: i }, glyphs }));
  expect(returnSpilledLines(cells)).toBe(cells);
});
