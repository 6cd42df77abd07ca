import { describe, expect, it } from 'vitest';
import { buildPdf, japaneseFont, utf16 } from '../pdf/test-pdf.js';
import { documentTables } from './document-tables.js';

/** Two tables of two rows, 4 pt apart, their text 10 pt high; `by`: the whole page reduced or enlarged. */
function sheet(by: number): Uint8Array {
  const table = (x: number): string =>
    [
      ...[x, x + 60, x + 120].map((at) => `${at} 20 m ${at} 60 l S`),
      ...[20, 40, 60].map((at) => `${x} ${at} m ${x + 120} ${at} l S`),
      ...[
        ['課名', x + 5, 46],
        ['人数', x + 65, 46],
        ['市民課', x + 5, 26],
        ['十二', x + 65, 26],
      ].map(([text, left, base]) => `BT /F2 10 Tf ${left} ${base} Td ${utf16(String(text))} Tj ET`),
    ].join('\n');
  return buildPdf({
    pages: [{ content: `${by} 0 0 ${by} 0 0 cm 0.5 w\n${table(20)}\n${table(144)}`, box: [0, 0, 300 * by, 100 * by] }],
    fonts: { F2: japaneseFont() },
  });
}

const rowsAt = async (by: number) => {
  const outcome = await documentTables({ bytes: sheet(by), sourceFile: 'a.pdf', sha256: '', splitPages: false });
  return outcome.kind === 'tables' ? outcome.tables.map(({ rows, bbox }) => ({ rows, bbox: bbox.map((at) => at / by) })) : outcome;
};

describe('a PDF printed smaller or larger', () => {
  const rows = [
    ['課名', '人数'],
    ['市民課', '十二'],
  ];

  it.each([0.5, 0.707, 1, 1.414, 2])('has the same tables at ×%f, at the places where they stand', async (by) => {
    const tables = await rowsAt(by);
    expect(tables).toMatchObject([{ rows }, { rows }]);
    expect(Array.isArray(tables) ? tables.map(({ bbox }) => bbox.map(Math.round)) : []).toEqual([
      [20, 40, 140, 80],
      [144, 40, 264, 80],
    ]);
  });
});
