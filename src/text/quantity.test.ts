import { describe, expect, test } from 'vitest';
import { parseIndicatorValue, parseQuantity, type Bound } from './quantity.js';

describe('parseQuantity', () => {
  test.each<[string, number, string, Bound | null]>([
    ['90.0以下', 90, '', 'max'],
    ['①12種類', 12, '種類', null],
    ['60件', 60, '件', null],
    ['約2,048時間', 2048, '時間', null],
    ['80％以上', 80, '%', 'min'],
    ['16日/人', 16, '日/人', null],
    ['30%/年(対2022年度比)', 30, '%/年', null],
    ['4回', 4, '回', null],
    ['各1回', 1, '回', null],
    ['2回実施', 2, '回', null],
    ['4施設(2023年度以降も継続して実施)', 4, '施設', null],
    ['147時間(10%削減)', 147, '時間', null],
    ['92%(50点満点中46点)', 92, '%', null],
    ['習熟度4以上', 4, '', 'min'],
    ['習熟度4.62', 4.62, '', null],
    ['27.8%減', 27.8, '%減', null],
    ['475,710千円', 475710000, '円', null],
    ['△3.2ポイント', -3.2, 'ポイント', null],
    ['10日以内', 10, '日', 'max'],
    ['三回', 3, '回', null],
    ['42%\n※来庁以外で転出手続きを行った者の割合が、想定以上に多かったため、上方修正しました。', 42, '%', null],
  ])('reads %j', (printed, value, unit, bound) => {
    expect(parseQuantity(printed)).toEqual({ value, unit, bound });
  });
  test.each([
    '',
    '実施',
    '①12種類 ①11種類',
    '20% 42%',
    '4回7種',
    '114,140枚(4割減)\n84,970枚(約3.3割減)',
    '①午前50% 午後55% 夜間26%',
    '2020年度比 30%減',
    '10～20件',
    '3月',
    '2023年度',
    '令和5年',
    '第2回',
    'R5',
    '3市協働',
    '一部',
    '十分',
    '50周年記念',
    '88.2%ではあったものの、達成した。',
  ])('gives nothing for %j', (printed) => {
    expect(parseQuantity(printed)).toBeNull();
  });
});

describe('parseIndicatorValue', () => {
  test('takes the number, the second one in parentheses and the footnote mark apart', () => {
    expect(parseIndicatorValue('37.0 (60.3)\n※1')).toEqual({ value: 37, valueAlt: 60.3, marks: ['※1'], bound: null });
  });
  test('takes 0 with a mark for a value', () => {
    expect(parseIndicatorValue('0\n※2')).toEqual({ value: 0, valueAlt: null, marks: ['※2'], bound: null });
  });
  test('keeps the mark of a value that is not given', () => {
    expect(parseIndicatorValue('—※3')).toEqual({ value: null, valueAlt: null, marks: ['※3'], bound: null });
  });
  test('knows the bound of a target', () => {
    expect(parseIndicatorValue('９０．０以下')).toEqual({ value: 90, valueAlt: null, marks: [], bound: 'max' });
  });
});
