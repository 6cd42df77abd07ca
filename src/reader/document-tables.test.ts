import { describe, expect, test } from 'vitest';
import { buildPdf, type TestPdf } from '../pdf/test-pdf.js';
import { documentTables, type TablesOutcome } from './document-tables.js';

/** Words at (x, y), y upwards from the page's foot, 10 points high. */
const text = (words: readonly (readonly [string, number, number])[]): string =>
  words.map(([word, x, y]) => `BT /F1 10 Tf ${x} ${y} Td (${word}) Tj ET`).join('\n');

const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys[ys.length - 1]} l S`), ...ys.map((y) => `${xs[0]} ${y} m ${xs[xs.length - 1]} ${y} l S`)].join('\n');

const ruled = `${grid([20, 100, 180], [20, 40, 60])}\n${text([
  ['Country', 25, 46],
  ['Share', 105, 46],
  ['Austria', 25, 26],
  ['12', 105, 26],
])}`;

const tablesOf = (pages: TestPdf['pages'], more: { pages?: readonly number[]; splitPages?: boolean; places?: boolean } = {}): Promise<TablesOutcome> =>
  documentTables({ bytes: buildPdf({ pages }), sourceFile: 'a.pdf', sha256: '', splitPages: false, ...more });

describe('the tables of a document', () => {
  test('a ruled table has its rows, its place, and its parts', async () => {
    const outcome = await tablesOf([{ content: ruled }]);
    expect(outcome).toMatchObject({
      kind: 'tables',
      problems: [],
      tables: [
        {
          page: 1,
          rows: [
            ['Country', 'Share'],
            ['Austria', '12'],
          ],
          spans: [],
          parts: [{ page: 1 }],
        },
      ],
    });
  });

  test('each cell has its place where it is asked for, and only there', async () => {
    const [plain, placed] = [await tablesOf([{ content: ruled }]), await tablesOf([{ content: ruled }], { places: true })];
    expect(plain.kind === 'tables' && plain.tables[0] !== undefined && 'places' in plain.tables[0]).toBe(false);
    // From the page's head: the grid's rows begin at 60 and 40 points from the foot of a page 100 points high.
    const cells =
      placed.kind === 'tables' ? placed.tables[0]?.places?.map(({ row, column, page, bbox, raw }) => [row, column, page, bbox.map(Math.round), raw]) : [];
    expect(cells).toEqual([
      [0, 0, 1, [20, 40, 100, 60], 'Country'],
      [0, 1, 1, [100, 40, 180, 60], 'Share'],
      [1, 0, 1, [20, 60, 100, 80], 'Austria'],
      [1, 1, 1, [100, 60, 180, 80], '12'],
    ]);
  });

  test('split by pages a table has no parts', async () => {
    const outcome = await tablesOf([{ content: ruled }], { splitPages: true });
    expect(outcome.kind === 'tables' ? outcome.tables.map((table) => Object.keys(table)) : outcome).toEqual([['page', 'bbox', 'rows', 'spans', 'confidence']]);
  });

  test('a box round a text is no table', async () => {
    const boxed = `${grid([20, 180], [20, 60])}\n${text([['Notice', 25, 36]])}`;
    expect(await tablesOf([{ content: boxed }])).toEqual({ kind: 'tables', tables: [], problems: [] });
  });

  test('a row of boxes is a table, though a page break left text in one of them only', async () => {
    const rest = `${grid([20, 60, 180], [20, 60])}\n${text([['and so on', 65, 36]])}`;
    expect(await tablesOf([{ content: rest }])).toMatchObject({ kind: 'tables', tables: [{ rows: [['', 'and so on']] }] });
  });

  test('a text with empty boxes above and below is no table', async () => {
    const boxed = `${grid([20, 60, 180], [20, 40, 60])}\n${text([['Notice', 65, 26]])}`;
    expect(await tablesOf([{ content: boxed }])).toEqual({ kind: 'tables', tables: [], problems: [] });
  });

  test('only the pages asked for are read; one that is not there is said', async () => {
    const outcome = await tablesOf([{ content: '' }, { content: ruled }], { pages: [2] });
    expect(outcome).toMatchObject({ kind: 'tables', tables: [{ page: 2 }] });
    expect(await tablesOf([{ content: ruled }], { pages: [1, 3] })).toMatchObject({
      kind: 'failed',
      failure: { code: 'E_USAGE', message: 'there is no page 3' },
    });
  });

  test('what is no PDF fails with the reason', async () => {
    const outcome = await documentTables({ bytes: new Uint8Array(0), sourceFile: 'a.pdf', sha256: '', splitPages: false });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'E_EMPTY_FILE' } });
  });
});
