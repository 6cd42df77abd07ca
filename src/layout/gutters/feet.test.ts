import { expect, test } from 'vitest';
import { layoutDocument } from '../index.js';
import { drawParts, drawText, pageOf } from '../test-draw.js';
import { textGrid } from '../test-read.js';

const page = (number: number, first: string) => {
  const { glyphs } = drawParts(
    `
${first}       16     buffer
CSR       16     control
INT        1     pending`,
    60,
    702,
  );
  const foot = [...drawText('PAGE', 60, 758), ...drawText(`1${number}`, 110, 758), ...drawText('draft', 145, 758)];
  return pageOf({ number, height: 840, glyphs: [...glyphs, ...foot] });
};

test('a foot a line below a table is no row of it', () => {
  const { tables } = layoutDocument([page(1, 'BUF'), page(2, 'POS')], { unruled: true, stitch: false });
  expect(tables.map(textGrid)).toEqual([
    [
      ['BUF', '16', 'buffer'],
      ['CSR', '16', 'control'],
      ['INT', '1', 'pending'],
    ],
    [
      ['POS', '16', 'buffer'],
      ['CSR', '16', 'control'],
      ['INT', '1', 'pending'],
    ],
  ]);
});
