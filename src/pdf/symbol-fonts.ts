/**
 * Wingdings and Symbol name their glyphs in the private use area (U+F000 + character code). These are
 * the ones that word processors use for bullets, check boxes and numbers, as Unicode has them
 * (Unicode's WINGDING and SYMBOL mappings; L2/11-149 for Wingdings, Apple/Adobe SYMBOL.TXT for Symbol).
 */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6d, '❍'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x74, '⧫'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9e, '·'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
  ...[...'⓪①②③④⑤⑥⑦⑧⑨⑩'].map((digit, i): [number, string] => [0x80 + i, digit]),
  ...[...'⓿❶❷❸❹❺❻❼❽❾❿'].map((digit, i): [number, string] => [0x8b + i, digit]),
]);

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xb7, '•'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xb1, '±'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb9, '≠'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xd7, '⋅'],
  [0xe5, '∑'],
]);

/** The ordinary character of a private-use one of a symbol font; the text itself when there is none. */
export function withoutPrivateUse(fontName: string, text: string): string {
  const code = text.codePointAt(0) ?? 0;
  if (text.length !== 1 || code < 0xf020 || code > 0xf0ff) return text;
  const table = /wingdings(?![\s-]*[23])/i.test(fontName) ? WINGDINGS : /^symbol/i.test(fontName) ? SYMBOL : undefined;
  return table?.get(code - 0xf000) ?? text;
}
