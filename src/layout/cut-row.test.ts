import { describe, expect, it } from 'vitest';
import { isCutRow, type KnownCell } from './cut-row.js';
import { findLabels } from './labels.js';
import { partOf } from './test-parts.js';

const EDGES = [0, 100, 200];

/** Whether the row is cut whose second cell is filled above the break only, in a column of such cells. */
function isCut(column: readonly { readonly words: string; readonly rowSpan?: number }[]): boolean {
  const others = column.map(({ words, rowSpan = 1 }): KnownCell => ({ from: 100, to: 200, rowSpan, words }));
  const [above, below] = [partOf(EDGES, [['窓口の案内を分かりやすく', '市民課']]), partOf(EDGES, [['見直したところである。', '']])];
  return isCutRow(above, above, below, 0, others, findLabels([]));
}
const cells = (count: number, words: string, rowSpan = 1) => Array.from({ length: count }, () => ({ words, rowSpan }));

describe('a column that tells rows apart', () => {
  it('has something in nearly every row', () => {
    expect([isCut([...cells(19, '税務課'), ...cells(1, '')]), isCut([...cells(16, '税務課'), ...cells(4, '')])]).toEqual([true, false]);
  });

  it('has something short, eight characters at most', () => {
    expect([isCut(cells(10, '市民協働課内')), isCut(cells(10, '市民協働推進課及び内'))]).toEqual([true, false]);
  });

  it('has few longer ones: a header is shorter than what stands below it', () => {
    const mixed = (long: number): boolean => isCut([...cells(10 - long, '税務課'), ...cells(long, '市民協働推進課及び税務課')]);
    expect([mixed(2), mixed(4)]).toEqual([true, false]);
  });

  it('is merged in few places', () => {
    expect([isCut([...cells(10, '税務課'), ...cells(4, '税務課', 2)]), isCut([...cells(10, '税務課'), ...cells(7, '税務課', 2)])]).toEqual([true, false]);
  });
});
