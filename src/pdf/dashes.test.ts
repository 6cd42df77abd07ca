import { describe, expect, it, test } from 'vitest';
import type { Ruling } from '../model/page.js';
import { joinDashes as joinDashesOf } from './dashes.js';

const joinDashes = (rulings: readonly Ruling[], em = 10.5): Ruling[] => joinDashesOf(rulings, em);

function piece(from: number, to: number, more: Partial<Ruling> = {}): Ruling {
  return { axis: 'h', at: 10, from, to, width: 0.5, color: '#000000', dashed: false, source: 'stroke', order: 1, ...more };
}

test('dash, dot, dash becomes one line', () => {
  const pieces = [0, 1, 2, 3].flatMap((i) => [piece(12 * i, 12 * i + 6), piece(12 * i + 8, 12 * i + 10)]);
  expect(joinDashes(pieces)).toEqual([piece(0, 46, { dashed: true })]);
});

test('pieces that a line of the text fits beside are sides of cells', () => {
  const pieces = [0, 1, 2, 3].map((i) => piece(9 * i, 9 * i + 7.5));
  expect([joinDashes(pieces, 7).length, joinDashes(pieces, 6.8).length]).toEqual([1, 4]);
});

test('two pieces are no pattern', () => {
  const pieces = [piece(0, 6), piece(9, 15)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('short rulings at uneven distances stay apart', () => {
  const pieces = [piece(0, 6), piece(8, 14), piece(18, 24), piece(25, 31)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('rulings that touch are not dashes', () => {
  const pieces = [piece(0, 6), piece(6, 12), piece(12, 18)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('long rulings with gaps, the top borders of boxes in a row, stay apart', () => {
  const pieces = [piece(0, 20), piece(23, 43), piece(46, 66)];
  expect(joinDashes(pieces)).toEqual(pieces);
});

test('dots at a corner serve the row and the column', () => {
  const dot = (x: number, y: number): Ruling => piece(x - 0.5, x + 0.5, { at: y, width: 1 });
  const row = [0, 1, 2, 3, 4, 5].map((i) => dot(3 * i, 0));
  const column = [1, 2, 3, 4, 5].map((i) => dot(0, 3 * i));
  const joined = joinDashes([...row, ...column]);
  expect(joined.map((r) => [r.axis, r.at, r.from, r.to])).toEqual([
    ['h', 0, -0.5, 15.5],
    ['v', 0, -0.5, 15.5],
  ]);
});

test('dashes of two lines 2 points apart make two lines', () => {
  const line = (at: number): Ruling[] => [0, 1, 2, 3].map((i) => piece(5 * i, 5 * i + 3, { at }));
  expect(joinDashes([...line(10), ...line(12)]).map((r) => [r.at, r.from, r.to])).toEqual([
    [10, 0, 18],
    [12, 0, 18],
  ]);
});

test('a dotted line painted twice, dot on dot, is one line', () => {
  const dots = [0, 1, 2, 3, 4].map((i) => piece(2 * i, 2 * i + 1));
  const again = dots.map((dot) => ({ ...dot, order: 2 }));
  expect(joinDashes([...dots, ...again]).map((r) => [r.at, r.from, r.to])).toEqual([[10, 0, 9]]);
});

test('a dashed line painted twice, the dashes begun elsewhere, is drawn all along', () => {
  const once = Array.from({ length: 12 }, (_, i) => piece(3.7 * i, 3.7 * i + 2.25));
  const again = Array.from({ length: 12 }, (_, i) => piece(3.75 * i + 0.4, 3.75 * i + 2.65, { order: 2 }));
  expect(joinDashes([...once, ...again]).map((r) => [r.at, r.from, r.to, r.dashed])).toEqual([
    [10, 0, 42.95, true],
    [10, 0.4, 43.9, true],
  ]);
});

describe('pieces of a dashed line', () => {
  /** How many dashed lines pieces of this length make, `gaps` apart in turn, every other one `aside` lower. */
  const dashed = (length: number, gaps: readonly number[], count = 6, aside = 0): number => {
    let from = 0;
    const pieces = Array.from({ length: count }, (_, i): Ruling => {
      const drawn = piece(from, from + length, { at: 100 + (i % 2) * aside, width: 0.2 });
      from += length + (gaps[i % gaps.length] ?? 0);
      return drawn;
    });
    return joinDashes(pieces).filter((ruling) => ruling.dashed).length;
  };

  it('are short: longer ones are lines', () => {
    expect([dashed(7, [2]), dashed(10, [2])]).toEqual([1, 0]);
  });

  it('stand on one line; on two lines they are two', () => {
    expect([dashed(4, [2], 6, 0.25), dashed(4, [2], 6, 0.4)]).toEqual([1, 2]);
  });

  it('have a gap between them that is seen', () => {
    expect([dashed(4, [0.07]), dashed(4, [0.04])]).toEqual([1, 0]);
  });

  it('have gaps of a few points, or of two and a half times their length', () => {
    expect([dashed(1, [3]), dashed(1, [4.5]), dashed(4, [8]), dashed(4, [12])]).toEqual([1, 0, 1, 0]);
  });

  it('have gaps alike', () => {
    expect([dashed(4, [2, 2.5]), dashed(4, [2, 2.8])]).toEqual([1, 0]);
  });

  it('are three at least', () => {
    expect([dashed(4, [2], 4), dashed(4, [2], 2)]).toEqual([1, 0]);
  });
});

it('a lone piece is a line where it is three times as long as thick, else a dot', () => {
  const left = (length: number): number => joinDashes([piece(0, length, { width: 1 })]).length;
  expect([left(4), left(2)]).toEqual([1, 0]);
});
