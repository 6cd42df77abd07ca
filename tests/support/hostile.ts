/** PDFs made to exhaust their reader: small, or quick to make, and valid by the letter. */
import { deflateSync } from 'node:zlib';
import { buildPdf } from '../../src/pdf/test-pdf.js';

const TEXT = 'BT /F1 10 Tf 20 60 Td (A) Tj ET';

/** A page tree each of whose nodes has the next one twice: 2^levels pages in some kilobytes. */
function doublingPages(levels: number): Uint8Array {
  const objects = [`<< /Type /Catalog /Pages 2 0 R >>`];
  for (let level = 0; level < levels; level++) {
    const kid = `${level + 3} 0 R`;
    const parent = level === 0 ? '' : `/Parent ${level + 1} 0 R `;
    objects.push(`<< /Type /Pages ${parent}/Count ${2 ** (levels - level)} /Kids [${kid} ${kid}] >>`);
  }
  objects.push(`<< /Type /Page /Parent ${levels + 1} 0 R /MediaBox [0 0 200 100] >>`);
  return written(objects);
}

function written(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const rows = ['0000000000 65535 f \n'];
  objects.forEach((body, i) => {
    rows.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  text += `xref\n0 ${rows.length}\n${rows.join('')}trailer\n<< /Size ${rows.length} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Forms that each show the next one many times: the content unfolds to times^depth. */
function nestedForms(depth: number, times: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, level) => {
    const last = level === depth - 1;
    const objects = last ? '' : `/X${level + 1} @X${level + 1}`;
    return [
      `X${level}`,
      {
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << ${objects} >> >>`,
        data: last ? '0 0 m 9 9 l S' : `/X${level + 1} Do\n`.repeat(times),
      },
    ] as const;
  });
  // Each is written before the one that names it.
  return buildPdf({
    pages: [{ content: `${TEXT} /Top Do` }],
    objects: Object.fromEntries(forms.toReversed()),
    xobjects: { Top: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /X0 @X0 >> >>', data: '/X0 Do' } },
  });
}

const scattered = (count: number, mark: (x: number, y: number) => string): string =>
  Array.from({ length: count }, (_, i) => mark((i * 7919) % 197, ((i * 104_729) % 9_973) / 100)).join('\n');

export interface Hostile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What becomes of it. E_UNKNOWN_FORMAT: it was read like another, and is no sheet. */
  readonly code: string;
}

export const hostileFiles: readonly Hostile[] = [
  { name: 'a page tree that doubles thirty times', bytes: () => doublingPages(30), code: 'E_LIMIT_PAGES' },
  { name: 'a million saved states', bytes: () => buildPdf({ pages: [{ content: `${TEXT}\n${'q\n'.repeat(1_000_000)}` }] }), code: 'E_LIMIT_OPERATORS' },
  {
    name: 'a title of three megabytes of digits',
    bytes: () => buildPdf({ pages: [{ content: TEXT }], info: `<< /Title (${'7'.repeat(3_000_000)}) >>` }),
    code: 'E_UNKNOWN_FORMAT',
  },
  {
    name: 'three megabytes of digits before marked content',
    bytes: () => buildPdf({ pages: [{ content: `/Span << /ActualText (B) >> BDC ${TEXT} EMC` }], info: `<< /Title (${'7'.repeat(3_000_000)}) >>` }),
    code: 'E_UNKNOWN_FORMAT',
  },
  {
    name: 'a million rulings',
    bytes: () => buildPdf({ pages: [{ content: `${TEXT}\n${scattered(1_000_000, (x, y) => `${x} ${y} m ${x + 3} ${y} l S`)}` }] }),
    code: 'E_LIMIT_OPERATORS',
  },
  {
    name: 'a million rulings in one path',
    bytes: () => buildPdf({ pages: [{ content: `${TEXT}\n${scattered(1_000_000, (x, y) => `${x} ${y} m ${x + 3} ${y} l`)} S` }] }),
    code: 'E_LIMIT_OPERATORS',
  },
  {
    name: '150,000 scattered glyphs',
    bytes: () => buildPdf({ pages: [{ content: `BT /F1 1 Tf ${scattered(150_000, (x, y) => `1 0 0 1 ${x} ${y} Tm (a) Tj`)} ET` }] }),
    code: 'E_LIMIT_GLYPHS',
  },
  {
    name: '150,000 glyphs in one string',
    bytes: () => buildPdf({ pages: [{ content: `BT /F1 .1 Tf 1 50 Td (${'a'.repeat(150_000)}) Tj ET` }] }),
    code: 'E_LIMIT_GLYPHS',
  },
  { name: 'forms that unfold to 12^6', bytes: () => nestedForms(6, 12), code: 'E_LIMIT_OPERATORS' },
  { name: 'forms within forms, 4000 deep', bytes: () => nestedForms(4000, 1), code: 'E_LIMIT_OPERATORS' },
  {
    name: 'a form that shows itself',
    bytes: () =>
      buildPdf({
        pages: [{ content: `${TEXT} /X Do` }],
        xobjects: { X: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /X 4 0 R >> >>', data: '0 0 m 9 9 l S /X Do' } },
      }),
    code: 'E_BROKEN_PDF',
  },
  {
    name: 'a content stream that inflates to 300 MB',
    bytes: () =>
      buildPdf({
        pages: [{ content: TEXT, more: '/Contents @bomb' }],
        objects: { bomb: { dict: '/Filter /FlateDecode', data: deflateSync(Buffer.alloc(300 * 1024 * 1024, ' ')).toString('latin1') } },
      }),
    code: 'E_LIMIT_SIZE',
  },
];
