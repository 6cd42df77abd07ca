import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount, parseInteger, parseYen } from './numbers.js';

describe('parseInteger', () => {
  test('reads full-width digits and thousands separators', () => {
    expect(parseInteger('５，４４５，３２３')).toBe(5445323);
  });
  test.each([
    ['四十四', 44],
    ['〇', 0],
    ['千二百', 1200],
    ['二〇二三', 2023],
    ['1億2,345万', 123450000],
    ['三億五百万', 305000000],
  ])('reads kanji digits: %s', (printed, value) => {
    expect(parseInteger(printed)).toBe(value);
  });
  test.each(['△1,234', '▲１，２３４', '−1,234', '-1234', '△ 1,234'])('takes %s as negative', (printed) => {
    expect(parseInteger(printed)).toBe(-1234);
  });
  test.each(['', '-', '①', '1,23', '12,34', '1.5', '3人', '十億百万億', '1 2', 'abc'])('gives nothing for %j', (printed) => {
    expect(parseInteger(printed)).toBeNull();
  });
  test('reads back every whole number as Japanese accounts print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.boolean(), (n, wide) => {
        const ascii = Math.abs(n).toLocaleString('en-US');
        const digits = wide ? ascii.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : ascii;
        expect(parseInteger((n < 0 ? '△' : '') + digits)).toBe(n);
      }),
    );
  });
  test('reads back every whole number as it is spelled in kanji', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
        expect(parseInteger(kanji(n))).toBe(n);
      }),
    );
  });
});

/** 1234 → 千二百三十四 */
function kanji(n: number): string {
  const below10000 = (m: number): string =>
    [...String(m)]
      .map((d, i, all) => {
        const unit = ['', '十', '百', '千'][all.length - 1 - i] ?? '';
        const digit = '〇一二三四五六七八九'[Number(d)] ?? '';
        return d === '0' ? '' : d === '1' && unit !== '' ? unit : digit + unit;
      })
      .join('');
  const parts: string[] = [];
  for (let rest = n, i = 0; rest > 0; rest = Math.floor(rest / 10000), i += 1) {
    if (rest % 10000 > 0) parts.unshift(below10000(rest % 10000) + (['', '万', '億'][i] ?? ''));
  }
  return parts.join('');
}

describe('parseYen', () => {
  test.each([
    ['475,710千円', 475710000],
    ['5,445,323千円', 5445323000],
    ['５，４４５，３２３千円', 5445323000],
    ['475,710 千円', 475710000],
    ['12百万円', 12000000],
    ['3億円', 300000000],
    ['1.2億円', 120000000],
    ['1億2,345万円', 123450000],
    ['500円', 500],
    ['△2,000千円', -2000000],
  ])('reads %s', (printed, value) => {
    expect(parseYen(printed)).toBe(value);
  });
  test.each(['475,710', '44人', '1千円 2千円', '億円', '1.5円', '無料'])('gives nothing for %s', (printed) => {
    expect(parseYen(printed)).toBeNull();
  });
});

describe('parseCount', () => {
  test.each([
    ['44人', 44],
    ['９１名', 91],
    ['44 人', 44],
    ['十二人', 12],
    ['44', 44],
  ])('reads %s', (printed, value) => {
    expect(parseCount(printed)).toBe(value);
  });
  test.each(['44人（うち再任用2人）', '44人 5人', '約半数', '人'])('gives nothing for %s', (printed) => {
    expect(parseCount(printed)).toBeNull();
  });
});
