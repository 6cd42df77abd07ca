import { equivalentUnifiedIdeograph } from './radicals.js';

/**
 * Where Unicode's equivalent is not what Japanese fonts draw. Adobe-Japan1's UniJIS-UTF32 CMap gives these
 * radicals the glyph of the kanji on the right (CID 1921 and 2055), so that a font's ToUnicode which
 * says ⼾ or ⿊ stands for a typed 戸 or 黒, never for the old forms 戶 and 黑 that Unicode names.
 */
const japaneseExceptions: ReadonlyMap<string, string> = new Map([
  ['⼾', '戸'],
  ['⿊', '黒'],
]);

const radical = /[\u2E80-\u2FDF]/gu;

/**
 * `⾏政` → `行政`: Kangxi radicals and CJK radical supplements, which some fonts leave behind where
 * ordinary kanji were typed, become those kanji. Every other character stays as printed
 * (full-width forms, ①, ㈱, 〜, compatibility ideographs such as 﨑 are what the author chose).
 */
export function foldRadicals(s: string): string {
  return s.replace(radical, (r) => japaneseExceptions.get(r) ?? equivalentUnifiedIdeograph.get(r) ?? r);
}

/**
 * Characters that nobody types into Japanese text. Fonts draw them with the glyph of another, which is the one on the
 * keyboard, and a program that makes ToUnicode from the font's glyphs names the lowest code point (Skia). Read from the
 * cmap tables of Noto CJK (also Source Han) and IPAex, and from Adobe's UniJIS CMaps (U+0336, a combining stroke that no
 * Japanese font draws on its own).
 */
const twins: ReadonlyMap<string, string> = new Map([
  ['\u2027', '・'],
  ['\u2003', '\u3000'],
  ['\u2215', '／'],
  ['\u2236', '：'],
  ['\u2223', '｜'],
  ['\u2329', '〈'],
  ['\u232A', '〉'],
  ['\u02BB', '‘'],
  ['\u02BC', '’'],
  ['\u0336', '—'],
]);
const twin = /[\u2027\u2003\u2215\u2236\u2223\u2329\u232A\u02BB\u02BC\u0336]/gu;

/** Soft hyphens, joiners and the like, which no reader sees; variation selectors choose a kanji's form and stay. */
const invisible = /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu;

/** The characters that a person would type: radicals and twins become them, invisible ones go. */
export function foldCharacters(s: string): string {
  if (isPlain(s)) return s;
  return foldRadicals(s)
    .replace(twin, (c) => twins.get(c) ?? c)
    .replace(invisible, '');
}

/** True of text in which nothing can need folding, which is nearly all: ASCII, kana, the unified kanji, full-width forms. */
function isPlain(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    const isUsual = code < 0x80 || (code >= 0x3000 && code < 0x3100) || (code >= 0x4e00 && code < 0xa000) || (code > 0xff00 && code < 0xffa0);
    if (!isUsual) return false;
  }
  return true;
}

/** Hyphens, dashes, minus signs, box-drawing lines and the long-vowel mark that look alike in print. */
const dashes = /[-\u00AD\u2010-\u2015\u2212\u2500\u2501\u30FC\u2E3A\u2E3B\uFE58\uFE63\uFF0D\uFF70]/gu;
const middleDots = /[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65]/gu;
const openings = /[[{<〈《「『【〔〖〘〚｟«‹]/gu;
const closings = /[\]}>〉》」』】〕〗〙〛｠»›]/gu;
const waves = /[~\u301C\uFF5E\u223C]/gu;

/**
 * A key under which two printings of the same label are equal: `総計・ 行革・\nその他`, `総計･行革･その他`.
 * For comparing only; never a value.
 */
export function matchKey(s: string): string {
  // Box-drawing lines and 〜 survive NFKC, half-width kana do not: unify dashes after it.
  return foldCharacters(s)
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(dashes, '-')
    .replace(middleDots, '・')
    .replace(openings, '(')
    .replace(closings, ')')
    .replace(waves, '~')
    .toLowerCase();
}
