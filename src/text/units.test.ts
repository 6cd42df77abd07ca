import { describe, expect, it } from 'vitest';
import { hasOwnUnit, kindOfLabel, statedUnit, yearOfLabel, yenIn } from './units.js';

describe('a unit stated for the numbers under it', () => {
  it.each([
    ['（単位：千円）', '千円'],
    ['項　目（単位:百万円）【数値目標】', '百万円'],
    ['（４）事業費等(千円単位。千円未満は四捨五入)', '千円'],
    ['細事業費（千円）', '千円'],
    ['ごみ処理量（トン）', 'トン'],
    ['年度別取引重量（ｔ）', 'ｔ'],
    ['ごみ処理量（千円／トン）', '千円／トン'],
    ['千円/ｔ', '千円/ｔ'],
    ['千円/千円', '千円/千円'],
    ['（B／人口*1,000）（単位：円）', '円'],
  ])('%s says %s', (printed, unit) => {
    expect(statedUnit(printed)).toBe(unit);
  });

  it.each([
    '合計（A）',
    '取組の方向性（目標）',
    '項　目（単位）【数値目標】',
    '（入所者延人数）',
    '差引（増減）',
    '日',
    '合計（Ｌ）',
    '単位あたりコスト（A／C）',
    '市/県',
  ])('%s says none', (printed) => {
    expect(statedUnit(printed)).toBeNull();
  });

  it('is money where it ends in 円', () => {
    expect([yenIn('千円'), yenIn('百万円'), yenIn('円'), yenIn('人'), yenIn(null)]).toEqual([1000, 1_000_000, 1, null, null]);
  });

  it('is no amount of money per something, nor something per money', () => {
    expect([yenIn('千円/日'), yenIn('千円／ｔ'), yenIn('千円/千円'), yenIn('件/円')]).toEqual([null, null, null, null]);
  });

  it('is not said of rates, unit costs and head counts among the amounts', () => {
    expect(['受益者負担率　Ｂ÷Ａ', '単位あたりコスト（A／C）', '従事人員(D)'].map(hasOwnUnit)).toEqual([true, true, true]);
    expect(['人件費', '一般財源', '合計（A）'].map(hasOwnUnit)).toEqual([false, false, false]);
  });
});

describe('what a label says that its numbers are', () => {
  it.each([
    ['25年度予算', 'budget'],
    ['令和５年度予算現額', 'budget'],
    ['令和５年度決算', 'settled'],
    ['R６年度見　込', 'forecast'],
    ['20年度実績', 'actual'],
    ['目標値', 'target'],
    ['想定', 'planned'],
  ])('%s is %s', (label, kind) => {
    expect(kindOfLabel(label)).toBe(kind);
  });

  it.each(['事業実績', '国土強靭化地域計画の指標に該当', '差引（増減）', '６年度', '目標達成のための取組'])(
    '%s says nothing: the word is part of a name',
    (label) => {
      expect(kindOfLabel(label)).toBeNull();
    },
  );

  it('is its year too, in the era that the grammar names where none is printed', () => {
    expect([
      yearOfLabel('R６年度実　績', undefined),
      yearOfLabel('20年度決算', '平成'),
      yearOfLabel('５年度', '令和'),
      yearOfLabel('５年度', undefined),
      yearOfLabel('差引', '令和'),
    ]).toEqual([2024, 2008, 2023, null, null]);
  });
});
