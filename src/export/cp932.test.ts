import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeCp932, GETA, toCp932 } from './cp932.js';

describe('cp932', () => {
  it('writes the six characters that JIS maps elsewhere as their twins', () => {
    expect(toCp932('〜−—‖¢£')).toEqual({ text: '～－―∥￠￡', lost: [] });
  });

  it('keeps what it can write, ①, ㈱ and 髙 included', () => {
    expect(toCp932('①㈱髙﨑Ⅰ～A?')).toEqual({ text: '①㈱髙﨑Ⅰ～A?', lost: [] });
  });

  it('puts 〓 for what it cannot write and names it', () => {
    expect(toCp932('𠮷野で鷗を見た')).toEqual({ text: `${GETA}野で${GETA}を見た`, lost: ['𠮷', '鷗'] });
  });

  it('keeps a character whose variation selector it cannot write', () => {
    expect(toCp932('葛\u{e0100}飾区')).toEqual({ text: '葛飾区', lost: ['\u{e0100}'] });
  });

  it('never writes a question mark that was not there', () => {
    const { text } = toCp932('𠮷〜é€😀ゔ가');
    const bytes = encodeCp932(text);
    expect(bytes.includes(0x3f)).toBe(false);
    expect(iconv.decode(bytes, 'cp932')).toBe(text);
  });
});
