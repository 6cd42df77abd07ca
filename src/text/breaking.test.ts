import { describe, expect, test } from 'vitest';
import { leadUnit } from './breaking.js';

const unitOf = (text: string): { least: string; most: string } => {
  const { least, most } = leadUnit([...text].map((character) => ({ text: character })));
  return { least: text.slice(0, least), most: text.slice(0, most) };
};

describe('leadUnit', () => {
  test('is one character of running Japanese text', () => {
    expect(unitOf('公共施設')).toEqual({ least: '公', most: '公' });
  });
  test('takes along what may not start a line', () => {
    expect(unitOf('す。」と')).toEqual({ least: 'す。」', most: 'す。」' });
  });
  test('takes along what an opening bracket may not be parted from', () => {
    expect(unitOf('「（市民')).toEqual({ least: '「（市', most: '「（市' });
  });
  test('takes a Latin word or a number whole', () => {
    expect(unitOf('Facebookの')).toEqual({ least: 'Facebook', most: 'Facebook' });
    expect(unitOf('2,048時間')).toEqual({ least: '2,048', most: '2,048' });
    expect(unitOf('90.0％以上')).toEqual({ least: '90.0％', most: '90.0％' });
  });
  test('knows that programs differ over small kana, long vowels, hyphens and slashes', () => {
    expect(unitOf('ポーツ')).toEqual({ least: 'ポ', most: 'ポー' });
    expect(unitOf('かった')).toEqual({ least: 'か', most: 'かっ' });
    expect(unitOf('https://www.city.example.jp/a')).toEqual({ least: 'https:', most: 'https://www.city.example.jp/a' });
    expect(unitOf('間/年')).toEqual({ least: '間', most: '間/年' });
  });
  test('knows that LibreOffice keeps a number with the comma before it', () => {
    expect(unitOf('い、8月')).toEqual({ least: 'い、', most: 'い、8' });
  });
  test('ends at a space', () => {
    expect(unitOf('SAVE KOMAE')).toEqual({ least: 'SAVE', most: 'SAVE' });
  });
});
