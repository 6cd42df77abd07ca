import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { ChohyoError } from '../model/errors.js';
import { rc4 } from './decrypt.js';
import { readPdf } from './index.js';
import { buildPdf } from './test-pdf.js';

const TEXT = 'BT /F1 10 Tf 20 60 Td (A) Tj ET';

async function failureOf(bytes: Uint8Array | string, limits = {}): Promise<ChohyoError> {
  const given = typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes)) : bytes;
  const error: unknown = await readPdf(given, { limits }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChohyoError)) throw new Error(`a ChohyoError, not ${String(error)}`);
  return error;
}

describe('what cannot be read says so', () => {
  test('an empty file', async () => {
    expect((await failureOf('')).code).toBe('E_EMPTY_FILE');
  });

  test('a web page saved as PDF', async () => {
    const error = await failureOf('\n<!DOCTYPE html><html><title>404</title></html>');
    expect([error.code, error.message]).toEqual(['E_NOT_A_PDF', expect.stringContaining('HTML')]);
  });

  test('an Office file', async () => {
    const error = await failureOf('PK\x03\x04rest');
    expect([error.code, error.message]).toEqual(['E_NOT_A_PDF', expect.stringContaining('Office')]);
  });

  test('anything else', async () => {
    expect((await failureOf('hello')).code).toBe('E_NOT_A_PDF');
  });

  test('a PDF of which only the first line is left', async () => {
    const error = await failureOf('%PDF-1.7\n');
    expect(error.code).toBe('E_BROKEN_PDF');
    expect(error.message).not.toContain('\n');
  });

  test('more operators or glyphs on a page than the limits allow', async () => {
    const bytes = buildPdf({ pages: [{ content: TEXT.repeat(20) }] });
    expect((await failureOf(bytes, { pageOperators: 10 })).code).toBe('E_LIMIT_OPERATORS');
    expect((await failureOf(bytes, { pageGlyphs: 10 })).code).toBe('E_LIMIT_GLYPHS');
  });

  test('more lines and surfaces on a page than the limits allow', async () => {
    const lines = '0 0 m 9 9 l S 20 20 30 30 re f '.repeat(5);
    expect((await failureOf(buildPdf({ pages: [{ content: lines }] }), { pageRulings: 9 })).code).toBe('E_LIMIT_RULINGS');
    expect((await readPdf(buildPdf({ pages: [{ content: lines }] }), { limits: { pageRulings: 10 } })).pages).toHaveLength(1);
  });

  test('a path of many segments counts as many operators', async () => {
    const bytes = buildPdf({ pages: [{ content: `0 0 m ${'9 9 l 0 0 l '.repeat(20)} S` }] });
    expect((await failureOf(bytes, { pageOperators: 40 })).message).toBe('page 1 holds more than 40 drawing operators');
  });

  test('more on all pages together than the limits allow, though each page is within them', async () => {
    const bytes = buildPdf({ pages: [{ content: TEXT.repeat(6) }, { content: TEXT.repeat(6) }] });
    expect((await failureOf(bytes, { pageGlyphs: 6, glyphs: 11 })).message).toBe('up to page 2 there are more than 11 glyphs');
    expect((await failureOf(bytes, { operators: 40 })).code).toBe('E_LIMIT_OPERATORS');
    const ruled = buildPdf({ pages: [{ content: '0 0 m 9 9 l S' }, { content: '0 0 m 9 9 l S' }] });
    expect((await failureOf(ruled, { rulings: 1 })).code).toBe('E_LIMIT_RULINGS');
  });

  test('more pages than the limits allow, unless no more than that are asked for', async () => {
    const bytes = buildPdf({ pages: [{ content: TEXT }, { content: TEXT }, { content: TEXT }] });
    expect(await failureOf(bytes, { pages: 2 })).toMatchObject({ code: 'E_LIMIT_PAGES', remedy: expect.stringContaining('--limit pages=N') });
    expect((await readPdf(bytes, { limits: { pages: 2 }, pages: [1, 3] })).pages).toHaveLength(2);
  });
});

describe('what can be read in part', () => {
  test('a page with a broken operator says so and keeps the rest', async () => {
    const { pages } = await readPdf(buildPdf({ pages: [{ content: `${TEXT} /Missing Do ${TEXT}` }] }));
    expect(pages[0]?.glyphs).toHaveLength(2);
    expect(pages[0]?.damage).toContain('XObject');
  });

  test('a page whose content is lost says so and leaves the others', async () => {
    const text = Buffer.from(buildPdf({ pages: [{ content: TEXT }, { content: TEXT }] })).toString('latin1');
    // The fifth object is the first page's content; its place in the table is made wrong.
    const rows = text.match(/\d{10} 00000 n /g) ?? [];
    const broken = text.replace(rows[4] ?? '', '0000000017 00000 n ');
    const { pages } = await readPdf(new Uint8Array(Buffer.from(broken, 'latin1')));
    expect(pages.map((page) => [page.glyphs.length, page.damage !== undefined])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  test('a sound page says nothing', async () => {
    const { pages } = await readPdf(buildPdf({ pages: [{ content: TEXT }] }));
    expect(pages[0]).not.toHaveProperty('damage');
  });
});

describe('encryption (RC4, 40 bits: revision 2)', () => {
  const id = new Uint8Array(16).fill(7);
  const owner = new Uint8Array(32).fill(9);
  const permissions = -4;

  function encrypted(password: string, content = TEXT): Uint8Array {
    const key = md5(padded(password), owner, int32(permissions), id).subarray(0, 5);
    const user = rc4(key, PADDING);
    const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`;
    return buildPdf({
      pages: [{ content }],
      encryption: {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P ${permissions} >> /ID [${hex(id)} ${hex(id)}]`,
        encrypt: (bytes, object) => rc4(md5(key, Uint8Array.of(object & 255, object >> 8, 0, 0, 0)).subarray(0, 10), bytes),
      },
    });
  }

  test('an empty user password opens silently', async () => {
    const document = await readPdf(encrypted(''));
    expect(document.encrypted).toBe(true);
    expect(document.pages[0]?.glyphs.map((g) => g.text)).toEqual(['A']);
  });

  test('what content says that glyphs read as is read through the encryption', async () => {
    const content = 'BT /F1 10 Tf 20 60 Td /Span <</ActualText <feff6238> >> BDC (B) Tj EMC ET';
    const document = await readPdf(encrypted('', content));
    expect(document.pages[0]?.glyphs.map((g) => g.text)).toEqual(['戸']);
  });

  test('a password that is needed is asked for', async () => {
    expect((await failureOf(encrypted('secret'))).code).toBe('E_ENCRYPTED');
  });
});

test('pages can be chosen, and each one read is told', async () => {
  const told: (readonly [number, number])[] = [];
  const document = await readPdf(buildPdf({ pages: [{ content: TEXT }, { content: '' }, { content: TEXT }] }), {
    pages: [3, 1, 9],
    onPage: (n, total) => told.push([n, total]),
  });
  expect(document.pages.map((page) => page.number)).toEqual([3, 1]);
  expect(document.pageCount).toBe(3);
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('the given bytes stay with their owner', async () => {
  const bytes = buildPdf({ pages: [{ content: TEXT }] });
  const before = bytes.length;
  await readPdf(bytes);
  expect(bytes.length).toBe(before);
});

test('nothing is printed, whatever is wrong with the file', async () => {
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')];
  await readPdf(buildPdf({ pages: [{ content: `/Missing Do /None gs ${TEXT} BT /F9 1 Tf (x) Tj ET` }] }));
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

/** PDF 32000-1, 7.6.3.3. */
const PADDING = new Uint8Array(Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex'));

function padded(password: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(password, 'latin1'), PADDING])).subarray(0, 32);
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

function int32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return new Uint8Array(bytes);
}
