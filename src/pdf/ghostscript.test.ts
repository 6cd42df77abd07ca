import { expect, test } from 'vitest';
import { isGarbled } from './ghostscript.js';

test.each([
  ['g2F70', '~', true],
  ['g5A3', 'ā', true],
  ['g2F70', 'の', false],
  ['g22', 'A', false],
  ['a', '~', false],
])('%s reading %s: garbled is %s', (name, unicode, expected) => {
  expect(isGarbled(name, unicode)).toBe(expected);
});
