import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { RawContent } from './raw-content.js';
import { buildPdf } from './test-pdf.js';

test('pages come in the order of the page tree', () => {
  const raw = new RawContent(buildPdf({ pages: [{ content: 'q Q' }, { content: '1 g' }] }));
  expect(raw.pageCount).toBe(2);
  expect([1, 2, 3].map((n) => raw.contentOf(n))).toEqual(['q Q', '1 g', null]);
});

test('objects inside object streams and deflated contents are found', () => {
  const data = deflateSync(Buffer.from('1 w')).toString('latin1');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [3 0 R] /Count 1 >>', '<< /Parent 2 0 R /Contents [4 0 R] >>'];
  const header = objects.map((_, i) => `${i + 1} ${objects.slice(0, i).join(' ').length + (i > 0 ? 1 : 0)}`).join(' ');
  const body = deflateSync(Buffer.from(`${header} ${objects.join(' ')}`)).toString('latin1');
  const text =
    `%PDF-1.5\n4 0 obj\n<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n` +
    `5 0 obj\n<< /Type /ObjStm /N 3 /First ${header.length + 1} /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n` +
    'trailer << /Root 1 0 R >>';
  expect(new RawContent(new Uint8Array(Buffer.from(text, 'latin1'))).contentOf(1)).toBe('1 w');
});

test('an update appended to the file replaces what it names', () => {
  const text = Buffer.from(buildPdf({ pages: [{ content: 'old' }] })).toString('latin1');
  const number = /(\d+) 0 obj\n<< {2}\/Length 3 >>/.exec(text)?.[1] ?? '';
  const updated = `${text}${number} 0 obj\n<< /Length 3 >>\nstream\nnew\nendstream\nendobj\n`;
  expect(new RawContent(new Uint8Array(Buffer.from(updated, 'latin1'))).contentOf(1)).toBe('new');
});

test('a filter that it does not know is no content', () => {
  const bytes = Buffer.from(buildPdf({ pages: [{ content: 'abc' }] }))
    .toString('latin1')
    .replace('<<  /Length 3 >>', '<< /Filter /LZWDecode /Length 3 >>');
  expect(new RawContent(new Uint8Array(Buffer.from(bytes, 'latin1'))).contentOf(1)).toBeNull();
});

test('a page tree that bites its tail ends', () => {
  const text = '%PDF-1.4\n1 0 obj << /Pages 2 0 R >> endobj 2 0 obj << /Kids [2 0 R 3 0 R] >> endobj 3 0 obj << >> endobj trailer << /Root 1 0 R >>';
  expect(new RawContent(new Uint8Array(Buffer.from(text))).pageCount).toBe(1);
});
