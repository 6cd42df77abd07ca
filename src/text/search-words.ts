/** Text as it is searched: one width, one kana, one case, in words. */
import type { Segmenter } from './words.js';

/**
 * `ﾏｲﾅﾝﾊﾞｰ`, `マイナンバー` and `まいなんばー` are one: compatibility forms composed (NFKC), lower case, katakana as hiragana.
 * A character stays a character of UTF-16, so that a place in the one is found in the other, but for what NFKC changes.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Words of a text, folded; signs and spaces left out. Lines that only wrapped were joined when it was read. */
export function searchWords(text: string, segment: Segmenter): readonly string[] {
  return segment(text.normalize('NFKC').replace(/\s+/gu, '、'))
    .map(({ surface }) => withoutSigns(foldForSearch(surface)))
    .filter((word) => word !== '');
}

/** Letters and figures alone. */
export function withoutSigns(text: string): string {
  return text.replace(/[^\p{L}\p{N}ー]/gu, '');
}
