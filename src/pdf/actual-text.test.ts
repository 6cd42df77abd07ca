import { describe, expect, test } from 'vitest';
import { markedContents, readAs } from './actual-text.js';
import { readPdf } from './index.js';
import type { TestPdf } from './test-pdf.js';
import { buildPdf } from './test-pdf.js';

describe('marked content in a content stream', () => {
  test('tags and actual texts come in order', () => {
    expect(markedContents('/P <</MCID 0>> BDC /Span<</ActualText <feff6238> >> BDC (a) Tj EMC EMC /Artifact BMC EMC')).toEqual([
      { tag: 'P', actualText: null },
      { tag: 'Span', actualText: '戸' },
      { tag: 'Artifact', actualText: null },
    ]);
  });

  test('literal strings are unescaped, UTF-8 is known', () => {
    const texts = ['(\\376\\377b8)', '(\\357\\273\\277\\346\\210\\270)', '(a\\)b)'];
    expect(texts.flatMap((text) => markedContents(`/Span <</ActualText ${text}>> BDC EMC`)).map((m) => m.actualText)).toEqual(['戸', '戸', 'a)b']);
  });

  test('strings and image data that look like operators are none', () => {
    expect(markedContents('(/Span BMC) Tj BI /W 1 ID /Fake BMC \0 EI /P BMC EMC % /No BMC\n')).toEqual([{ tag: 'P', actualText: null }]);
  });
});

describe('what glyphs read as', () => {
  test('one glyph takes the whole text', () => {
    expect(readAs('㈱', ['?'])).toEqual(['㈱']);
    expect(readAs('ffi', ['\uFFFD'])).toEqual(['ffi']);
  });

  test('several glyphs take a character each when the numbers agree', () => {
    expect(readAs('戸口', ['戶', '⼝'])).toEqual(['戸', '口']);
    expect(readAs('戸口', ['戶', '⼝', 'x'])).toEqual(['戶', '⼝', 'x']);
  });

  test('nothing and the description of a picture change nothing', () => {
    expect(readAs('', ['a'])).toEqual(['a']);
    expect(readAs('a photograph of the town hall', ['a'])).toEqual(['a']);
  });
});

describe('pages', () => {
  const content = 'BT /F1 10 Tf 20 60 Td /P <</MCID 0>> BDC (A) Tj /Span <</ActualText <feff6238> >> BDC (B) Tj EMC (C) Tj EMC ET';

  async function textOf(spec: TestPdf): Promise<string> {
    return (await readPdf(buildPdf(spec))).pages.flatMap((page) => page.glyphs.map((g) => g.text)).join('');
  }

  test('a glyph reads what its content says, not what its font maps it to', async () => {
    expect(await textOf({ pages: [{ content }, { content: '' }, { content }] })).toBe('A戸CA戸C');
  });

  test('marked content inside a form does not confuse the count', async () => {
    const form = { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources @resources', data: '/Span BMC BT /F1 10 Tf (x) Tj ET EMC' };
    expect(await textOf({ pages: [{ content: `/X Do ${content}` }], xobjects: { X: form } })).toBe('xA戸C');
  });
});
