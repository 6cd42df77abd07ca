/** pdf.js is run without its detours; whatever the file, the pages are those that it gives when run as it comes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChohyoError } from '../model/errors.js';
import { inflateAtOnce, LARGEST_INFLATED } from './inflate.js';
import { readPdf, type ReadPdfOptions } from './index.js';
import { loadPdfjs, mannerWanted, type Manner } from './library.js';
import { tinyFont } from './test-font.js';
import { straightPorts } from './straight-port.js';
import { buildPdf, japaneseFont, utf16 } from './test-pdf.js';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pdf'))
  .sort();

afterEach(() => vi.unstubAllEnvs());

/** All that a reading gives, or how it failed. */
async function readAs(manner: Manner, bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<unknown> {
  vi.stubEnv('CHOHYO_PDFJS', manner);
  return readPdf(bytes, options).catch((error: unknown) => (error instanceof ChohyoError ? error.failure : error));
}

async function expectSame(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<void> {
  const fast = await readAs('fast', bytes, options);
  expect(fast).toEqual(await readAs('stock', bytes, options));
}

describe('both manners read the same', () => {
  test.each(fixtures)('%s', async (name) => {
    await expectSame(new Uint8Array(readFileSync(join(root, name))));
  });

  /** A small number of the same seed each time (a linear congruential generator, Numerical Recipes). */
  function generator(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  test.each(Array.from({ length: 12 }, (_, i) => i))('a fixture with bytes changed at random, cut short, or with a hole (%i)', async (seed) => {
    const next = generator(seed);
    const direct = fixtures.filter((name) => name.startsWith('higashimurayama/r3') || name.startsWith('kokubunji'));
    const bytes = new Uint8Array(readFileSync(join(root, direct[next(direct.length)] ?? '')));
    for (let i = 0; i < 20; i++) bytes[next(bytes.length)] = next(256);
    if (seed % 4 === 1) await expectSame(bytes.subarray(0, next(bytes.length)));
    else if (seed % 4 === 2) await expectSame(bytes.fill(0, next(bytes.length / 2), bytes.length / 2));
    else await expectSame(bytes);
  });

  const text = 'BT /F1 10 Tf 20 60 Td (A) Tj ET';
  const deflated = (data: string): string => deflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  const streamed = (data: string): Uint8Array =>
    buildPdf({ pages: [{ content: '/X Do' }], xobjects: { X: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Filter /FlateDecode', data } } });

  test.each<[string, Uint8Array]>([
    ['a deflated form', streamed(deflated(text.repeat(500)))],
    ['a deflated form cut short', streamed(deflated(text.repeat(500)).slice(0, -30))],
    ['a deflated form with a wrong checksum', streamed(`${deflated(text).slice(0, -2)}xx`)],
    ['a deflated form with bytes behind it', streamed(`${deflated(text)}behind`)],
    ['a form that is not deflated though it says so', streamed(text)],
    ['an empty deflated form', streamed('')],
    ['missing objects, fonts and states', buildPdf({ pages: [{ content: `/Missing Do /None gs ${text} BT /F9 1 Tf (x) Tj ET` }] })],
    ['operators without operands', buildPdf({ pages: [{ content: `re cm Tf Tj TJ gs Do sh BDC ${text}` }] })],
    ['more operators than one message holds', buildPdf({ pages: [{ content: `${text} 10 10 20 20 re S `.repeat(1500) }] })],
    ['a font that is not embedded', buildPdf({ fonts: { J: japaneseFont() }, pages: [{ content: `BT /J 10 Tf 20 60 Td ${utf16('表')} Tj ET` }] })],
    [
      'a broken embedded font',
      buildPdf({
        fonts: { B: '<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FontDescriptor @d >>' },
        objects: { d: '<< /Type /FontDescriptor /FontName /Broken /Flags 4 /FontFile2 @f >>', f: { dict: '', data: 'no font' } },
        pages: [{ content: `BT /B 10 Tf 20 60 Td (AB) Tj ET ${text}` }],
      }),
    ],
    [
      'properties in marked content',
      buildPdf({
        resources: '/Properties << /P << /MCID 1 /Deep << /A [1 2 @none] >> >> >>',
        pages: [{ content: `/Span /P BDC ${text} EMC /Span << /ActualText <feff6238> >> BDC ${text} EMC` }],
      }),
    ],
    [
      'a comment and a form field',
      buildPdf({ pages: [{ content: text, more: '/Annots [<< /Type /Annot /Subtype /FreeText /Rect [10 10 60 30] /Contents (x) /DA (/F1 8 Tf) >>]' }] }),
    ],
  ])('%s', async (_name, bytes) => {
    await expectSame(bytes);
  });

  /** Forms that draw the next one twice. */
  const doubling = (forms: number): Uint8Array =>
    buildPdf({
      pages: [{ content: '/X0 Do' }],
      xobjects: Object.fromEntries(
        Array.from({ length: forms }, (_, i) => [
          `X${i}`,
          { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100]', data: i === forms - 1 ? text : `/X${i + 1} Do /X${i + 1} Do` },
        ]),
      ),
    });
  /** A tree of pages whose every branch is the next one, twice. */
  const doublingPages = (levels: number): Uint8Array => {
    const branch = (i: number): string => (i === levels ? '@leaf' : `@branch${i}`);
    return buildPdf({
      pages: [{ content: text }],
      catalog: '/Pages @branch0',
      objects: {
        leaf: '<< /Type /Page /MediaBox [0 0 200 100] /Resources << >> >>',
        ...Object.fromEntries(
          Array.from({ length: levels }, (_, i) => [`branch${i}`, `<< /Type /Pages /Count ${2 ** (levels - i)} /Kids [${branch(i + 1)} ${branch(i + 1)}] >>`]),
        ),
      },
    });
  };

  test.each<[string, Uint8Array]>([
    ['forms that draw each other twice, within the limits', doubling(5)],
    ['forms that draw each other twice, beyond them', doubling(12)],
    [
      'a form that draws itself',
      buildPdf({ pages: [{ content: '/X Do' }], xobjects: { X: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', data: `${text} /X Do` } } }),
    ],
    ['pages that double, within the limits', doublingPages(3)],
    ['pages that double, beyond them', doublingPages(30)],
    ['states that are kept and never returned to', buildPdf({ pages: [{ content: `${'q '.repeat(5000)}${text}` }] })],
    ['many rulings', buildPdf({ pages: [{ content: '1 1 m 9 9 l S '.repeat(900) }] })],
    ['a title of a hundred thousand digits', buildPdf({ pages: [{ content: text }], info: `/Title (${'7'.repeat(100_000)})` })],
    ['numbers beyond all bounds', buildPdf({ pages: [{ content: `1e99 0 0 1e99 0 0 cm 99999999999999999999 0 0 1 0 0 cm ${text} 1e999 0 9 9 re f` }] })],
    ['a page of no size', buildPdf({ pages: [{ content: text, box: [0, 0, 0, 0] }] })],
    ['brackets that are never closed', buildPdf({ pages: [{ content: `${text} ${'['.repeat(2000)} ${'<<'.repeat(2000)} (${'('.repeat(2000)}` }] })],
  ])('%s', async (_name, bytes) => {
    await expectSame(bytes, { limits: { pageOperators: 2000, pages: 100, pageRulings: 500 } });
  });

  /** A page each: glyphs by their numbers. Only glyph 1 says what it is. */
  const withTinyFont = (...pages: readonly string[]): Uint8Array =>
    buildPdf({
      fonts: {
        T: '<< /Type /Font /Subtype /Type0 /BaseFont /Tiny /Encoding /Identity-H /DescendantFonts [@cid] /ToUnicode @map >>',
      },
      objects: {
        cid: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tiny /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor @d /DW 1000 /CIDToGIDMap /Identity >>',
        d: '<< /Type /FontDescriptor /FontName /Tiny /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 880 /Descent -120 /FontFile2 @f >>',
        f: { dict: '', data: tinyFont(['empty', 'square', 'square', 'empty']) },
        map: { dict: '', data: 'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <8868> endbfchar endcmap' },
      },
      pages: pages.map((codes) => ({ content: `BT /T 10 Tf 20 60 Td <${codes}> Tj ET` })),
    });

  test('glyphs that say nothing: those without an outline are spaces, which is found out on the page that has some', async () => {
    const bytes = withTinyFont('00010001', '000100020003', '0001');
    const { pages } = await readPdf(bytes, { limits: { glyphs: 6 } });
    expect(pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''))).toEqual(['表表', '表\uFFFD ', '表']);
    await expectSame(bytes);
  });

  test('a document whose table of places is wrong in two places', async () => {
    const whole = Buffer.from(buildPdf({ pages: [{ content: text }, { content: text }] })).toString('latin1');
    const rows = whole.match(/\d{10} 00000 n /g) ?? [];
    for (const [a, b] of [
      [2, 4],
      [1, 3],
      [0, 5],
    ] as const) {
      const broken = whole.replace(rows[a] ?? '', '0000000017 00000 n ').replace(rows[b] ?? '', '0000000099 00000 n ');
      await expectSame(new Uint8Array(Buffer.from(broken, 'latin1')));
    }
  });
});

const published = fileURLToPath(new URL('../../../shared/real/', import.meta.url));
const isThere = existsSync(published);
if (!isThere) console.warn('src/pdf/library.test.ts: ../shared/real is absent; its documents are not compared');

describe.skipIf(!isThere)('both manners read published documents the same', () => {
  const documents = isThere ? readdirSync(published).filter((name) => name.endsWith('.pdf')) : [];
  test.each(documents.sort())('%s', async (name) => {
    await expectSame(new Uint8Array(readFileSync(join(published, name))), { pages: [1, 2, 3] });
  });
});

describe('the environment chooses', () => {
  test('stock only when asked for by its name', () => {
    vi.stubEnv('CHOHYO_PDFJS', 'stock');
    expect(mannerWanted()).toBe('stock');
    vi.stubEnv('CHOHYO_PDFJS', undefined);
    expect(mannerWanted()).toBe('fast');
  });

  test('fast has a worker of its own and the native push, stock has neither replaced nor added anything', async () => {
    const { begin, library } = await loadPdfjs('fast');
    const parsing = begin(() => undefined);
    expect(parsing.worker).toBeInstanceOf(library.PDFWorker);
    parsing.end();
    expect(String(Array.prototype.push)).toContain('[native code]');
    expect((await loadPdfjs('stock')).begin(() => undefined).worker).toBeUndefined();
  });
});

describe('inflating at once', () => {
  async function inflated(bytes: Uint8Array, format: CompressionFormat = 'deflate'): Promise<number> {
    const { readable, writable } = new DecompressionStream(format);
    const writer = writable.getWriter();
    await writer.ready;
    void writer
      .write(bytes)
      .then(() => writer.close())
      .catch(() => undefined);
    let length = 0;
    for await (const chunk of readable) length += chunk.byteLength;
    return length;
  }
  type CompressionFormat = ConstructorParameters<typeof DecompressionStream>[0];

  test('gives what was deflated, and fails where that is damaged', async () => {
    const stop = inflateAtOnce(() => undefined);
    try {
      expect(await inflated(deflateSync(Buffer.alloc(1000)))).toBe(1000);
      await expect(inflated(deflateSync(Buffer.alloc(1000)).subarray(0, 10))).rejects.toThrow();
    } finally {
      stop();
    }
  });

  test('a stream that unpacks to more than the limit is said to, and comes empty', async () => {
    let told = 0;
    const stop = inflateAtOnce(() => (told += 1), 999);
    try {
      expect(await inflated(deflateSync(Buffer.alloc(1000)))).toBe(0);
      expect(told).toBe(1);
      expect(await inflated(deflateSync(Buffer.alloc(999)))).toBe(999);
    } finally {
      stop();
    }
  });

  test('lasts as long as somebody wants it', () => {
    const native = DecompressionStream;
    const [stopFirst, stopSecond] = [inflateAtOnce(() => undefined), inflateAtOnce(() => undefined)];
    stopFirst();
    stopFirst();
    expect(DecompressionStream).not.toBe(native);
    stopSecond();
    expect(DecompressionStream).toBe(native);
  });

  test('a page that unpacks to more than any page needs is refused with a word', async () => {
    const bomb = deflateSync(Buffer.alloc(LARGEST_INFLATED + 1, ' ')).toString('latin1');
    const bytes = buildPdf({
      pages: [{ content: '/X Do' }],
      xobjects: { X: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode', data: bomb } },
    });
    expect(await readAs('fast', bytes)).toMatchObject({ code: 'E_LIMIT_SIZE' });
  });
});

describe('a straight port', () => {
  test('passes messages on in order, unchanged, after the sender is done', async () => {
    const [here, there] = straightPorts();
    const heard: unknown[] = [];
    there.addEventListener('message', ({ data }) => heard.push(data));
    const message = { action: 'x', data: { glyphs: [1] } };
    here.postMessage(message);
    here.postMessage({ action: 'y' });
    expect(heard).toEqual([]);
    await Promise.resolve();
    expect(heard[0]).toBe(message);
    expect(heard[1]).toEqual({ action: 'y' });
  });

  test('an operator list that is emptied after it was posted arrives whole', async () => {
    const [here, there] = straightPorts();
    const heard: unknown[] = [];
    there.addEventListener('message', ({ data }) => heard.push(data));
    const chunk = { fnArray: [1, 2], argsArray: [['a'], ['b']], length: 2 };
    here.postMessage({ stream: 4, chunk });
    chunk.fnArray.length = chunk.argsArray.length = 0;
    await Promise.resolve();
    expect(heard).toEqual([{ stream: 4, chunk: { fnArray: [1, 2], argsArray: [['a'], ['b']], length: 2 } }]);
  });

  test('whoever stopped listening hears nothing more', async () => {
    const [here, there] = straightPorts();
    const heard: unknown[] = [];
    const abort = new AbortController();
    there.addEventListener('message', () => heard.push('aborted'), { signal: abort.signal });
    const removed = (): number => heard.push('removed');
    there.addEventListener('message', removed);
    abort.abort();
    there.removeEventListener('message', removed);
    here.postMessage({});
    await Promise.resolve();
    expect(heard).toEqual([]);
  });
});
