/** Kinds of characters, as far as the gaps between them mean different things. */

export type Kind = 'latin' | 'japanese' | 'punctuation' | 'space';

const SPACE = /^[\s\u00a0\u2000-\u200b\u3000]*$/u;
/** Full-width punctuation: its em box is half empty, and programs squeeze or widen that half. */
const PUNCTUATION =
  /^[\u3001-\u3002\u3008-\u3011\u3014-\u301f\u30fb\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d\u2018\u2019\u201c\u201d\ufe30-\ufe4f]/u;
/** Letters, digits and signs of half-width or proportional width. */
const LATIN = /^[\u0021-\u02ff\u0370-\u03ff\u0400-\u04ff\u2010-\u2012\uff61-\uff9f\ufb00-\ufb06]/u;

/** A page has some hundred different characters, each asked about at every gap. */
const kinds = new Map<string, Kind>();

export function kindOf(text: string): Kind {
  let kind = kinds.get(text);
  if (kind === undefined) {
    kind = judgeKind(text);
    if (text.length <= 2) kinds.set(text, kind);
  }
  return kind;
}

function judgeKind(text: string): Kind {
  if (SPACE.test(text)) return 'space';
  if (LATIN.test(text)) return 'latin';
  if (PUNCTUATION.test(text)) return 'punctuation';
  return 'japanese';
}

/** Punctuation that never begins a line (行頭禁則) and may hang out over its end (ぶら下げ, JIS X 4051), over a ruling too. */
export const mayHang = (text: string): boolean => HANGING.has(text);
const HANGING: ReadonlySet<string> = new Set('、。，．」』）');

/** Letters and digits of half width: between these and Japanese text stands the quarter-em space (四分アキ). */
export const isWordCharacter = (text: string): boolean => /^[0-9A-Za-z\u00c0-\u024f]/u.test(text);

/** Kanji and kana: as wide as they are high, and set without spaces between words. */
const SQUARE = '[\\u3005-\\u3007\\u3041-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';

const asks = (source: string): ((text: string) => boolean) => {
  const pattern = new RegExp(source, 'u');
  return (text) => pattern.test(text);
};

/** The text is one square letter, has one, begins with one, ends with one. */
export const isSquare = asks(`^${SQUARE}$`);
export const hasSquare = asks(SQUARE);
export const beginsSquare = asks(`^${SQUARE}`);
export const endsSquare = asks(`${SQUARE}$`);
/** Begins as text in square letters does: an opening bracket or a figure before them. */
export const beginsSquareText = asks(`^[「『（]?(?:${SQUARE}|[0-9０-９])`);

/**
 * Other characters that never begin a line (行頭禁則, JIS X 4051). Some programs hang these too; but ・ may as well be the
 * next cell's bullet, which begins behind that cell's own ruling and padding.
 */
export const neverBegins = asks('^[・：；？！ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ】〕〉》］｝％]$');
