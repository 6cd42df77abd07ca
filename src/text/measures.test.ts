import { describe, expect, test } from 'vitest';
import { pairMeasures, splitMarked } from './measures.js';

describe('splitMarked', () => {
  test('splits at circled digits at line starts and keeps lines without a mark with the mark above', () => {
    expect(splitMarked('①実証実施\n※6月まで\n②5件')).toEqual([
      { label: '①', text: '実証実施\n※6月まで' },
      { label: '②', text: '5件' },
    ]);
  });
  test('splits at parenthesised numbers in either width', () => {
    expect(splitMarked('(1)開催\n（２） 3回').map((m) => m.label)).toEqual(['(1)', '（２）']);
  });
  test('leaves a mark in the middle of a sentence alone', () => {
    expect(splitMarked('上記①及び②を含む')).toEqual([{ label: '', text: '上記①及び②を含む' }]);
  });
  test('splits a line that runs on in sequence, but not one that repeats a mark', () => {
    expect(splitMarked('①実施 ②5件')).toHaveLength(2);
    expect(splitMarked('①12種類 ①11種類')).toHaveLength(1);
  });
});

describe('pairMeasures', () => {
  test('puts the marks of the three columns side by side', () => {
    const measures = pairMeasures('①実証実施\n②個別フォーラム実施', '①実証実施\n②5件', '①実証実施\n②5件');
    expect(measures).toEqual([
      expect.objectContaining({ label: '①', indicator: '実証実施', target: '実証実施', targetValue: null, actual: '実証実施', attained: null }),
      expect.objectContaining({ label: '②', indicator: '個別フォーラム実施', targetValue: 5, targetUnit: '件', actualValue: 5, actualUnit: '件', attained: 1 }),
    ]);
  });
  test('makes one measure without a label of cells without marks', () => {
    expect(pairMeasures('研修実施回数', '1回', '1回')).toEqual([
      expect.objectContaining({ label: '', indicator: '研修実施回数', targetValue: 1, targetUnit: '回', actualValue: 1 }),
    ]);
  });
  test('leaves null what a column does not print', () => {
    const [, , third] = pairMeasures('①率\n②回数\n③検討', '①82.0%\n②50回\n③実施', '①74.2%\n②64回');
    expect(third).toMatchObject({ label: '③', target: '実施', actual: null, actualValue: null, attained: null });
  });
  test('keeps both texts, and no number, of a mark that one column prints twice', () => {
    const [first] = pairMeasures('①保有枚数率', '①82.0%\n①79.2%', '①74.2%');
    expect(first).toMatchObject({ target: '82.0%\n79.2%', targetValue: null, actualValue: 74.2, attained: null });
  });
  test('keeps the note in the text and out of the number', () => {
    const [first] = pairMeasures('転出者の割合', '42%\n※上方修正しました。', '38.4%');
    expect(first).toMatchObject({ target: '42%\n※上方修正しました。', targetValue: 42, actualValue: 38.4 });
  });
  test('has no measure where nothing is printed', () => {
    expect(pairMeasures(null, null, null)).toEqual([]);
  });
  test.each<[string, string, 0 | 1 | null]>([
    ['80%以上', '80%', 1],
    ['80％以上', '79.9%', 0],
    ['90.0以下', '88.7', 1],
    ['5日以内', '6日', 0],
    ['85%', '85%', 1],
    ['85%', '98.5%', null],
    ['267時間', '297時間', null],
    ['4回', '10種', null],
  ])('judges target %s against actual %s', (target, actual, attained) => {
    expect(pairMeasures('指標', target, actual)[0]?.attained).toBe(attained);
  });

  test.each([
    ['5件', '7件', 'above'],
    ['5件', '5件', 'equal'],
    ['90以上', '85', 'below'],
    ['5件', '7人', null],
    ['5件', '実施', null],
  ])('compares target %s with actual %s, in one unit only', (target, actual, comparison) => {
    expect(pairMeasures('指標', target, actual)[0]?.comparison).toBe(comparison);
  });
});
