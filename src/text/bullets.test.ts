import { describe, expect, test } from 'vitest';
import { bulletOf } from './bullets.js';

describe('bulletOf', () => {
  test.each(['●以下のイベント', '■会議', '◆実績', '➢市民'])('is sure of %s', (line) => {
    expect(bulletOf(line)?.kind).toBe('sure');
  });
  test.each([
    ['③SNSの活用', 3, 'circled'],
    ['⑫その他', 12, 'circled'],
    ['(2)検討', 2, '()'],
    ['（１０）実施', 10, '()'],
    ['⑴開催', 1, '()'],
    ['1.目的', 1, '1.'],
    ['２　方法', 2, '1.'],
    ['ア　市民', 1, 'ア'],
    ['（イ）職員', 2, 'ア'],
    ['二　横断歩道を進行する者', 2, '一'],
    ['十　登録の嘱託', 10, '一'],
    ['十一　負担金の徴収', 11, '一'],
    ['二十　その他', 20, '一'],
  ])('reads the number of %s', (line, ordinal, family) => {
    expect(bulletOf(line)).toEqual({ kind: 'ordinal', ordinal, family });
  });
  test.each(['・令和元年', '※引き続き', '○協働', '－ 廃止', '【課題】', '→検討', '＜実績＞', '注１'])('finds %s likely', (line) => {
    expect(bulletOf(line)?.kind).toBe('likely');
  });
  test.each([
    '令和元年',
    '1.5倍',
    '90.0以上',
    '10月に',
    '3市職員',
    '△3%',
    '-5',
    '（案）をまとめる',
    'アンケート',
    '(使用実績',
    '注１を参照',
    '二人の職員',
    '十分に検討',
  ])('finds none in %s', (line) => {
    expect(bulletOf(line)).toBeNull();
  });
  test('looks behind an indent', () => {
    expect(bulletOf('　・市民')?.family).toBe('・');
  });
});
