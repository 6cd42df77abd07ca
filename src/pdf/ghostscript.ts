/** Latin letters come first in fonts, and no font for Japanese has more glyphs of them than this. */
const FIRST_GLYPH_BEYOND_LATIN = 0x180;
/** Two bytes joined with OR, and some steps on in the range. */
const FIRST_BEYOND_GARBLED = 0x180;

/**
 * Whether a Type 3 glyph of a PDF distilled by Ghostscript reads wrong. Ghostscript (seen with 10.00.0)
 * garbles the ToUnicode of Type 3 fonts: of a range of codes it joins the two bytes of the first character
 * with OR, so that の (U+306E) becomes ~ (U+007E). Such fonts come from Chromium, which names glyphs by
 * their number in the font (`g2F70`); letters and digits have low numbers there, so a high one that reads
 * as a letter has been garbled.
 */
export function isGarbled(glyphName: string, unicode: string): boolean {
  const number = /^g([0-9A-F]+)$/.exec(glyphName)?.[1];
  if (number === undefined || parseInt(number, 16) < FIRST_GLYPH_BEYOND_LATIN) return false;
  return (unicode.codePointAt(0) ?? 0) < FIRST_BEYOND_GARBLED;
}
