import { describe, expect, it } from 'vitest';
import type { Glyph } from '../model/page.js';
import { readSetDown } from './set-down.js';
import { freeTexts } from './test-read.js';
import { drawGlyph, drawRuling, drawText, pageOf, SIZE } from './test-draw.js';

/** A line set downwards: punctuation from the vertical font, all else from the horizontal one. */
const setDown = (text: string, x: number, top: number): Glyph[] =>
  [...text].flatMap((character, i) => (character === ' ' ? [] : [drawGlyph(character, x, top + i * SIZE, { vertical: /[、。「」（）]/u.test(character) })]));

describe('vertical writing from a horizontal font', () => {
  it('reads lines set solid side by side down each line, from right to left', () => {
    const glyphs = [
      ...setDown('内閣は、道路交通法の一部を', 210, 50),
      ...setDown('改正する法律の施行に伴い、', 200, 50),
      ...setDown('並びに同法の規定に基づき、', 190, 50),
    ];
    expect(freeTexts(pageOf({ glyphs }))).toEqual(['内閣は、道路交通法の一部を', '改正する法律の施行に伴い、', '並びに同法の規定に基づき、']);
  });

  it('keeps the number at the head of a line with the line, over the space behind it', () => {
    const glyphs = [...setDown('一 歩行者は、進行できること。', 210, 50), ...setDown('二 普通自転車は、横断歩道を', 200, 50)];
    expect(freeTexts(pageOf({ glyphs }))).toEqual(['一　歩行者は、進行できること。', '二　普通自転車は、横断歩道を']);
  });

  it('reads the tier above a rule to its end before the tier below', () => {
    const glyphs = [
      ...setDown('内閣は、道路交通法の一部を', 210, 50),
      ...setDown('改正する法律の施行に伴い、', 200, 50),
      ...setDown('並びに同法の規定に基づき、', 210, 196),
      ...setDown('この政令を、ここに制定する', 200, 196),
    ];
    const page = pageOf({ glyphs, rulings: [drawRuling('h', 188, 100, 300)] });
    expect(freeTexts(page)).toEqual(['内閣は、道路交通法の一部を', '改正する法律の施行に伴い、', '並びに同法の規定に基づき、', 'この政令を、ここに制定する']);
  });

  it('leaves horizontal lines alone on a page that has one vertical label', () => {
    const rows = ['施設の利用者に対する指導', '市民の相談に応じる窓口', '職員の研修と業務の改善'];
    const glyphs = [...rows.flatMap((row, i) => drawText(row, 100, 50 + i * SIZE)), ...setDown('取組の状況（目標）', 50, 50)];
    const texts = freeTexts(pageOf({ glyphs }));
    expect(texts.filter((text) => rows.includes(text))).toEqual(rows);
  });
});

describe('a stretch set downwards', () => {
  /** Whether ten characters below each other, one of them from the vertical font, are read downwards. */
  const isRead = (step: number, aside = 0, text = '内閣は、道路交通法の', beside = 0): boolean => {
    const line = [...text].map((c, i) => drawGlyph(c, 100 + (i % 2) * aside, 50 + i * step, { vertical: c === '、' }));
    const others = Array.from({ length: beside }, (_, i) => drawGlyph('市', 300 + 30 * i, 400));
    return readSetDown([...line, ...others])[0]?.vertical ?? false;
  };

  it('goes on within half an em and three', () => {
    expect([isRead(5), isRead(3), isRead(28), isRead(40)]).toEqual([true, false, true, false]);
  });

  it('keeps to its middle', () => {
    expect([isRead(10, 0.8), isRead(10, 1.3)]).toEqual([true, false]);
  });

  it('is a line of text from eight characters on, not a label', () => {
    expect([isRead(10, 0, '内閣は、道路交通'), isRead(10, 0, '内閣は、道路')]).toEqual([true, false]);
  });

  it('holds half of the text of its page', () => {
    expect([isRead(10, 0, '内閣は、道路交通法の', 8), isRead(10, 0, '内閣は、道路交通法の', 14)]).toEqual([true, false]);
  });
});
