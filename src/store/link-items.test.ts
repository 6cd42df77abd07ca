import { describe, expect, it } from 'vitest';
import { linkYears } from './link-items.js';

const item = (id: string, number: string, title: string, office = '市民課') => ({
  id,
  code: '1',
  year: 1,
  number,
  title,
  office,
  words: new Set(title.split('・')),
});
const pairs = (now: readonly ReturnType<typeof item>[], before: readonly ReturnType<typeof item>[]): unknown =>
  linkYears(now, before).map(({ item: own, previous, basis }) => `${own} ${previous} ${basis}`);

describe('items of two years', () => {
  it('belong together by number and title, then by title and office, then by title', () => {
    const before = [item('a', '1', '窓口・改善'), item('b', '2', '窓口・改善', '税務課'), item('c', '3', '広報・充実', '秘書課')];
    const now = [item('x', '1', '窓口・改善'), item('y', '9', '窓口・改善', '税務課'), item('z', '8', '広報・充実', '広報課')];
    expect(pairs(now, before)).toEqual(['x a number_and_title', 'y b title_and_office', 'z c title']);
  });

  it('are one to one: the nearer pair takes both', () => {
    expect(pairs([item('x', '1', '窓口・改善'), item('y', '2', '窓口・改善・継続')], [item('a', '1', '窓口・改善')])).toEqual(['x a number_and_title']);
  });

  it('with half of the words in common are a guess within one office, and nothing beyond it', () => {
    const before = [item('a', '1', '窓口・改善・推進')];
    expect(pairs([item('x', '1', '窓口・改善')], before)).toEqual(['x a guess']);
    expect(pairs([item('x', '1', '窓口・改善', '税務課')], before)).toEqual([]);
    expect(pairs([item('x', '1', '窓口')], before)).toEqual([]);
  });

  it('with one number and different titles are not the same', () => {
    expect(pairs([item('x', '1', '防災・訓練')], [item('a', '1', '窓口・改善')])).toEqual([]);
  });
});
