import { expect, test } from 'vitest';
import { goesOn } from './continuation.js';
import { findLabels } from './labels.js';
import { findRepeatedHeader } from './repeated-header.js';
import { partOf } from './test-parts.js';

const EDGES = [0, 100, 200];
const titles = (count: number, of: string): string[][] => Array.from({ length: count }, (_, i) => [`${of}${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i] ?? ''}`, '']);
const HEADER = ['項目', '成果'];

test('a header stands among the first ten rows, below the titles of a part', () => {
  const repeated = (count: number): number =>
    findRepeatedHeader(
      partOf(EDGES, [...titles(count, '題'), HEADER, ['窓口', '改めた']]),
      partOf(EDGES, [...titles(count, '題'), HEADER, ['納付', '広げた']]),
    );
  expect([repeated(7), repeated(12)]).toEqual([8, 10]);
});

test('a part that begins like the table below titles of its own is another sheet, as far as ten rows down', () => {
  const table = partOf(EDGES, [HEADER, ['窓口', '改めた']]);
  const isNext = (count: number): boolean => {
    const part = { ...partOf([0, 200], [['別の部']]), ...partOf(EDGES, [['別の部', ''], ...titles(count, '節'), HEADER, ['納付', '広げた']]) };
    const wide = {
      ...part,
      cells: part.cells.map((cell) => (cell.row === 0 ? { ...cell, colSpan: 2 } : cell)).filter((cell) => cell.row > 0 || cell.col === 0),
    };
    return goesOn({ xs: EDGES, first: table, last: table }, wide, 0, findLabels([]));
  };
  expect([isNext(7), isNext(13)]).toEqual([false, true]);
});
