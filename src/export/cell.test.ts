import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, escapeFormula, plainNumber } from './cell.js';

describe('a cell that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@cmd',
    '＝A1',
    '＋案',
    '－（該当なし）',
    '＠市',
    '\t=1',
    '\rx',
    '-1a',
    '--5',
    '+',
    '=',
    '@',
    '−2+3',
    '−（なし）',
    '|cmd',
    '｜cmd',
    '|',
  ])('gets an apostrophe: %j', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  it.each(['-', '－', '−', '-5', '+3.5', '-1,234', '-1,234,567.8', '－５', '＋３．５', '−5', '−1,234.5', '5', '', '①', '90以下', "'=1", '・=1'])(
    'is not: %j',
    (text) => {
      expect(escapeFormula(text)).toBe(text);
    },
  );

  it('stays as it is when escaping is off', () => {
    expect(cellText('=1+1', false)).toBe('=1+1');
  });

  it('is the only kind that changes, and only by the apostrophe in front', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-−@|＝＋－＠｜\t\r5,.あ') }), (text) => {
        const cell = escapeFormula(text);
        expect([text, `'${text}`]).toContain(cell);
        if (!/^[=+\-−@|＝＋－＠｜\t\r]/.test(text)) expect(cell).toBe(text);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    [37, '37'],
    [-0, '0'],
    [85.5, '85.5'],
    [0.1 + 0.2, '0.3'],
    [475_710_000, '475710000'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2e-8, '-0.00000002'],
  ])('%f is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it('is written without exponent, and reads back as the same number to 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});
