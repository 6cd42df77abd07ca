import { beforeAll, describe, expect, test } from 'vitest';
import type { JointJudge } from './joint.js';
import { wordJudge, recordingJudge } from './judge.js';

describe('wordJudge', () => {
  let judge: JointJudge;
  beforeAll(async () => {
    judge = await wordJudge();
  });
  test('joins inside a word and at a particle, where nobody breaks a line', () => {
    expect(judge('公共施設等総合管理計', '画の改定を検討する。')).toBe('inside');
    expect(judge('公共施設等総合管理計画', 'の改定を検討する。')).toBe('inside');
    expect(judge('公共施設等総合管理計画の', '改定を検討する。')).toBe('inside');
  });
  test('joins between the words of a clause', () => {
    expect(judge('市民満足度', 'アンケートの取り組み')).toBe('join');
    expect(judge('調査によって把握', 'した課題')).toBe('join');
  });
  test('breaks after a sentence, and between a remark in parentheses and the next name', () => {
    expect(judge('出張講座を継続実施する。', '公共施設等総合管理計画の')).toBe('break');
    expect(judge('民間活力の導入の検討（窓口業務）', '民間活力の導入の検討')).toBe('break');
  });
  test('joins a particle to the remark in parentheses before it', () => {
    expect(judge('市センター地区整備構想の骨子（案）', 'をまとめる。')).toBe('inside');
  });
});

describe('recordingJudge', () => {
  test('answers as its fallback and counts', () => {
    const { judge, doubts } = recordingJudge(() => 'join');
    expect(doubts()).toBe(0);
    expect([judge('a', 'b'), judge('c', 'd')]).toEqual(['join', 'join']);
    expect(doubts()).toBe(2);
  });
});
