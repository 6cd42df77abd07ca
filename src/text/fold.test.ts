import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCharacters, foldRadicals, matchKey } from './fold.js';
import { equivalentUnifiedIdeograph } from './radicals.js';

describe('foldRadicals', () => {
  test('turns Kangxi radicals into the kanji that were typed', () => {
    expect(foldRadicals('⾏⾰・⽬標の⾒直し（⼈員）')).toBe('行革・目標の見直し（人員）');
  });
  test('turns the radicals supplement, which NFKC leaves alone, into kanji', () => {
    expect(foldRadicals('⻑期計画と⺠間、⻘少年')).toBe('長期計画と民間、青少年');
  });
  test('gives the Japanese forms 戸 and 黒, not the old forms 戶 and 黑', () => {
    expect(foldRadicals('⼾籍・⿊字')).toBe('戸籍・黒字');
  });
  test('leaves full-width forms, circled digits, ㈱, 〜 and compatibility ideographs as printed', () => {
    const printed = '１２（A）①㈱〜～﨑ｱ㎡';
    expect(foldRadicals(printed)).toBe(printed);
  });
  test('knows every radical of both blocks but the repeat mark', () => {
    expect(equivalentUnifiedIdeograph.size).toBe(214 + 115 - 1);
  });
  test('is idempotent', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.integer({ min: 0x2e7f, max: 0x2fe0 }).map((c) => String.fromCodePoint(c)),
            fc.constantFrom(...'市①Ａ﨑'),
          ),
        }),
        (s) => {
          expect(foldRadicals(foldRadicals(s))).toBe(foldRadicals(s));
        },
      ),
    );
  });
  test('never changes the number of characters', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x2e80, max: 0x2fdf })), (codes) => {
        const s = String.fromCodePoint(...codes);
        expect([...foldRadicals(s)].length).toBe([...s].length);
      }),
    );
  });
});

describe('matchKey', () => {
  test('ignores line breaks and spaces inside a label', () => {
    expect(matchKey('総計・ 行革・\nその他')).toBe(matchKey('総計・行革・その他'));
    expect(matchKey('評　価')).toBe(matchKey('評価'));
  });
  test('ignores widths, radicals and half-width middle dots', () => {
    expect(matchKey('Ｎｏ．')).toBe(matchKey('No.'));
    expect(matchKey('総計･⾏⾰')).toBe(matchKey('総計・行革'));
  });
  test('takes one dash for another', () => {
    const keys = ['-', '−', '–', '—', '―', 'ー', '‑', '─', '－'].map(matchKey);
    expect(new Set(keys).size).toBe(1);
  });
  test('takes one bracket for another, but not an opening for a closing one', () => {
    expect(matchKey('【具体的な取り組み】')).toBe(matchKey('〔具体的な取り組み〕'));
    expect(matchKey('「」')).toBe('()');
  });
  test('keeps labels that differ apart', () => {
    expect(matchKey('目標')).not.toBe(matchKey('目標値'));
  });
});

describe('foldCharacters', () => {
  test('drops what no reader sees, and keeps the selector of a form', () => {
    expect(foldCharacters('市\u00AD民\u200C課\u2060')).toBe('市民課');
    expect(foldCharacters('葛\u{E0100}飾')).toBe('葛\u{E0100}飾');
  });
  test('gives back the twin that a keyboard has where a font shares one glyph between two characters', () => {
    expect(foldCharacters('市民相談‧交流課∕政策室')).toBe('市民相談・交流課／政策室');
    expect(foldCharacters('総計‧⾏⾰\u2003評価\u0336')).toBe('総計・行革\u3000評価—');
  });
  test('leaves what people type as it is', () => {
    const typed = '・〜～—―…／〈〉‘’ 　A-1';
    expect(foldCharacters(typed)).toBe(typed);
  });

  test('are told by the shortest way which characters stay: as each does beside one that has to go', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      expect(foldCharacters(character)).toBe(foldCharacters(`${character}\u00AD`));
    }
  });
});
