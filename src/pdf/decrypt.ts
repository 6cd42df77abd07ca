/**
 * Streams of an encrypted PDF that opens without a password (PDF 32000-1, 7.6; ISO 32000-2, 7.6.4 for
 * revision 6). Only for `RawContent`; pdf.js decrypts what it reads by itself.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Dictionary, Value } from './syntax.js';
import { isDictionary, isName, isText } from './syntax.js';

/** Takes the encryption off one stream of object `number`; `null` when it cannot. */
export type Decrypt = (data: Buffer, number: number) => Buffer | null;

type Method = 'RC4' | 'AESV2' | 'AESV3' | 'Identity';

/** The padding string of 7.6.3.3, which stands for an empty password. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** `encrypt` is the trailer's /Encrypt, `id` the first part of its /ID. */
export function decryptionOf(encrypt: Dictionary, id: string): Decrypt | null {
  const version = numberAt(encrypt, 'V');
  const method = methodOf(encrypt, version);
  if (method === null) return null;
  if (method === 'Identity') return (data) => data;
  if (method === 'AESV3') {
    const key = keyOfVersion5(encrypt);
    return key === null ? null : (data) => aes(data, key);
  }
  const key = keyBefore5(encrypt, id, version);
  return (data, number) => {
    const salted = Buffer.concat([key, Buffer.of(number & 255, (number >> 8) & 255, number >> 16, 0, 0)]);
    const salt = method === 'AESV2' ? Buffer.from('sAlT', 'latin1') : Buffer.alloc(0);
    const objectKey = md5(salted, salt).subarray(0, Math.min(16, key.length + 5));
    return method === 'AESV2' ? aes(data, objectKey) : rc4(objectKey, data);
  };
}

function methodOf(encrypt: Dictionary, version: number): Method | null {
  if (version === 1 || version === 2) return 'RC4';
  const name = encrypt.entries.get('StmF');
  const filters = encrypt.entries.get('CF');
  if (!isName(name) || name.name === 'Identity') return 'Identity';
  const filter = isDictionary(filters) ? filters.entries.get(name.name) : undefined;
  const method = isDictionary(filter) ? filter.entries.get('CFM') : undefined;
  if (!isName(method)) return null;
  if (method.name === 'V2') return 'RC4';
  return method.name === 'AESV2' || method.name === 'AESV3' ? method.name : null;
}

/** Algorithm 2 with an empty password. */
function keyBefore5(encrypt: Dictionary, id: string, version: number): Buffer {
  const revision = numberAt(encrypt, 'R');
  const length = version === 1 ? 5 : version === 4 ? 16 : (numberAt(encrypt, 'Length') || 40) / 8;
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(numberAt(encrypt, 'P') | 0);
  const plain = encrypt.entries.get('EncryptMetadata') === false && revision >= 4 ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let key = md5(PADDING, textAt(encrypt, 'O').subarray(0, 32), permissions, Buffer.from(id, 'latin1'), plain).subarray(0, length);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key).subarray(0, length);
  return key;
}

/** Algorithm 2.A with an empty password: /U holds hash, validation salt and key salt; /UE the key. */
function keyOfVersion5(encrypt: Dictionary): Buffer | null {
  const user = textAt(encrypt, 'U');
  const wrapped = textAt(encrypt, 'UE');
  if (user.length < 48 || wrapped.length < 32) return null;
  const keySalt = user.subarray(40, 48);
  const hash = numberAt(encrypt, 'R') >= 6 ? hash2B(keySalt) : createHash('sha256').update(keySalt).digest();
  const cipher = createDecipheriv('aes-256-cbc', hash, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(wrapped.subarray(0, 32)), cipher.final()]);
}

/** Algorithm 2.B for an empty password. */
function hash2B(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = Buffer.concat([cipher.update(block), cipher.final()]);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512')
      .update(encrypted)
      .digest();
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** The first sixteen bytes are the initialisation vector. */
function aes(data: Buffer, key: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, data.subarray(0, 16));
    return Buffer.concat([decipher.update(data.subarray(16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** OpenSSL 3 no longer offers it. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    [s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (s[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function numberAt(dictionary: Dictionary, key: string): number {
  const value: Value | undefined = dictionary.entries.get(key);
  return typeof value === 'number' ? value : 0;
}

function textAt(dictionary: Dictionary, key: string): Buffer {
  const value = dictionary.entries.get(key);
  return Buffer.from(isText(value) ? value.bytes : '', 'latin1');
}
