import { expect, it } from 'vitest';
import { decodeName } from './names.js';

it.each([
  ['UTF-8', [0xe8, 0xa1, 0xa8], '表'],
  ['Shift_JIS', [0x95, 0x5c], '表'],
  ['nothing', [0x61, 0xff, 0x62], 'a\\xFFb'],
])('a name in %s', (_, bytes, name) => {
  expect(decodeName(Uint8Array.from(bytes))).toBe(name);
});
