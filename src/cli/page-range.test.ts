import { expect, test } from 'vitest';
import { pageRange } from './page-range.js';

test('numbers and ranges become page numbers in order, each once', () => {
  expect(pageRange('1,3-5')).toEqual([1, 3, 4, 5]);
  expect(pageRange(' 7 , 2 - 3, 3')).toEqual([2, 3, 7]);
});

test.each(['', '0', '3-1', 'a', '1,', '1-', '-2', '1.5', '1-9999999'])('"%s" is refused', (text) => {
  expect(() => pageRange(text)).toThrow(/page numbers and ranges/);
});
