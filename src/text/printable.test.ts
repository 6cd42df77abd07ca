import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmless, printable } from './printable.js';

it.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['a\u0007b', 'a\\u0007b'],
  ['\u009b31m', '\\u009b31m'],
  ['a\rb', 'a\\u000db'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
  ['a\u2028b', 'a\\u2028b'],
  ['帳票①〜', '帳票①〜'],
])('what a terminal would obey is shown: %j', (text, shown) => {
  expect([harmless(text), printable(text)]).toEqual([shown, shown]);
});

it('lines stay lines in a text of lines, not in a name', () => {
  expect([harmless('a\n\tb'), printable('a\n\tb')]).toEqual(['a\n\tb', 'a\\u000a\\u0009b']);
});

it('JSON keeps its value', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\u001b', '\u0085', '\u202e', '"', '\\', 'あ', '\n') }), (text) => {
      expect(JSON.parse(harmless(JSON.stringify(text)))).toBe(text);
    }),
  );
});
