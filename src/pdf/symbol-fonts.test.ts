import { expect, test } from 'vitest';
import { withoutPrivateUse } from './symbol-fonts.js';

test.each([
  ['Wingdings', '\uf06c', '●'],
  ['Wingdings-Regular', '\uf0fe', '☑'],
  ['Wingdings', '\uf081', '①'],
  ['Wingdings', '\uf095', '❿'],
  ['SymbolMT', '\uf0b7', '•'],
])('a bullet of %s is the character that it looks like', (font, given, expected) => {
  expect(withoutPrivateUse(font, given)).toBe(expected);
});

test.each([
  ['MS-Gothic', '\uf06c'],
  ['Wingdings2', '\uf06c'],
  ['Wingdings', '\ue000'],
  ['Wingdings', 'l'],
])('in %s %j stays', (font, given) => {
  expect(withoutPrivateUse(font, given)).toBe(given);
});
