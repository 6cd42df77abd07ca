import { expect, test } from 'vitest';
import { findLabels } from './labels.js';
import { partOf } from './test-parts.js';

const two = (at: number): readonly number[] => [0, at, 200];

test('a kind of row closes tables where it closes two of them', () => {
  const table = partOf(two(50), [
    ['区分', '値'],
    ['計', '12'],
  ]);
  const closing = {
    ...table,
    cells: table.cells.map((cell) => (cell.row === 0 && cell.col === 0 ? { ...cell, colSpan: 2 } : cell)).filter((cell) => cell.row > 0 || cell.col === 0),
  };
  expect([1, 2].map((count) => findLabels(Array.from({ length: count }, () => closing)).isLastRow(two(50)))).toEqual([false, true]);
});

test('a label is two dozen characters long at most', () => {
  const isLabel = (text: string): boolean => findLabels([partOf(two(50), [[text, '値']])]).isLabel(text);
  expect([isLabel('市民の声を聴く取組の状況と課題及び目標値'), isLabel('市民の声を聴く取組の状況と課題及び目標値を記載するもの'.padEnd(30, 'の'))]).toEqual([
    true,
    false,
  ]);
});

test('a document with hundreds of kinds of tables is no form: its last rows say nothing', () => {
  const closing = (at: number) => {
    const table = partOf(two(at), [
      ['区分', ''],
      ['計', '12'],
    ]);
    return {
      ...table,
      cells: table.cells.map((cell) => (cell.row === 0 && cell.col === 0 ? { ...cell, colSpan: 2 } : cell)).filter((cell) => cell.row > 0 || cell.col === 0),
    };
  };
  const isLast = (kinds: number): boolean =>
    findLabels([...Array.from({ length: kinds }, (_, i) => closing(10 * i + 300)), closing(50), closing(50)]).isLastRow(two(50));
  expect([isLast(150), isLast(250)]).toEqual([true, false]);
});
