import { describe, expect, it } from 'vitest';
import { loadBuiltinGrammars } from '../grammar/load.js';
import type { Failure } from '../model/errors.js';
import { buildPdf, japaneseFont, utf16 } from '../pdf/test-pdf.js';
import { readDocument } from './read-document.js';

const loaded = await loadBuiltinGrammars();
const IMAGE = '200 0 0 100 0 0 cm /Im Do';
const text = (words: string): string => `BT /F2 10 Tf 20 60 Td ${utf16(words)} Tj ET`;

async function failureOf(contents: readonly string[]): Promise<Failure> {
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const bytes = buildPdf({
    pages: contents.map((content) => ({ content })),
    fonts: { F2: japaneseFont() },
    xobjects: { Im: { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', data: 'x' } },
  });
  const outcome = await readDocument({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, loaded.value);
  if (outcome.kind !== 'failed') throw new Error('it was read');
  return outcome.failure;
}

describe('a document that no grammar fits', () => {
  it('is said to be so in one line that can be read', async () => {
    const { code, message } = await failureOf([text('目標管理シート 評価')]);
    expect(code).toBe('E_UNKNOWN_FORMAT');
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(200);
  });

  it('has no nearest grammar when nothing of any was seen', async () => {
    expect((await failureOf([text('弁当の注文')])).message).toBe('no grammar fits');
  });

  it('is not explained by one image page among text pages, which is named after it', async () => {
    const { code, message } = await failureOf([text('弁当の注文'), text('飲物の注文'), IMAGE]);
    expect([code, message]).toEqual(['E_UNKNOWN_FORMAT', 'no grammar fits; page 3: an image without text']);
  });

  it('is explained by its images where they are most of it', async () => {
    expect((await failureOf([text('表紙'), IMAGE, IMAGE])).code).toBe('E_NO_TEXT_LAYER');
  });
});
