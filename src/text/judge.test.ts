import { describe, expect, test } from 'vitest';
import { wordJudge } from './judge.js';

describe('wordJudge', () => {
  test('joins inside a word and at a particle, where nobody breaks a line', () => {
    expect(wordJudge('公共施設等総合管理計', '画の改定を検討する。')).toBe('inside');
    expect(wordJudge('公共施設等総合管理計画', 'の改定を検討する。')).toBe('inside');
    expect(wordJudge('公共施設等総合管理計画の', '改定を検討する。')).toBe('inside');
  });
  test('joins between the words of a clause', () => {
    expect(wordJudge('市民満足度', 'アンケートの取り組み')).toBe('join');
    expect(wordJudge('調査によって把握', 'した課題')).toBe('join');
  });
  test('breaks after a sentence, and between a remark in parentheses and the next name', () => {
    expect(wordJudge('出張講座を継続実施する。', '公共施設等総合管理計画の')).toBe('break');
    expect(wordJudge('民間活力の導入の検討（窓口業務）', '民間活力の導入の検討')).toBe('break');
  });
  test('joins a particle to the remark in parentheses before it', () => {
    expect(wordJudge('市センター地区整備構想の骨子（案）', 'をまとめる。')).toBe('inside');
  });
});
