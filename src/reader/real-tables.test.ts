/** Tables of published PDFs beside the repository, as a person reads them; without the PDFs these tests are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documentTables, type PrintedTable } from './document-tables.js';

const FOLDER = fileURLToPath(new URL('../../../shared/real/', import.meta.url));
const present = existsSync(`${FOLDER}index.tsv`);
if (!present) console.warn('src/reader/real-tables.test.ts: ../shared/real is absent; its tests are skipped');

async function tablesOf(slug: string, pages?: readonly number[]): Promise<readonly PrintedTable[]> {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}${slug}.pdf`));
  const outcome = await documentTables({ bytes, sourceFile: `${slug}.pdf`, sha256: '', splitPages: false, ...(pages ? { pages } : {}) });
  if (outcome.kind === 'failed') throw new Error(outcome.failure.message);
  return outcome.tables;
}

/** Rows, columns and pages. */
const shapeOf = ({ rows, parts }: PrintedTable): string => `${rows.length}x${rows[0]?.length ?? 0} p${(parts ?? []).map(({ page }) => page).join(',')}`;
const row = (table: PrintedTable | undefined, at: number): readonly (string | null)[] | undefined => table?.rows.at(at);

describe.skipIf(!present)('tables of published PDFs', () => {
  test('a balance sheet in a frame is one table, its larger headings rows of it', async () => {
    const tables = await tablesOf('nankoku-kessan-docuworks', [5]);
    expect(tables.map(shapeOf)).toEqual(['33x4 p5']);
    expect(row(tables[0], 0)).toEqual(['資 産 の 部', '', '', '']);
    expect(row(tables[0], 2)).toEqual(['（１）', '現金及び預金', '11,863,448', '']);
    expect(row(tables[0], -1)).toEqual(['', '負 債 資 本 合 計', '', '54,472,448']);
  });

  test('a label spread over its line stays whole', async () => {
    const [table] = await tablesOf('nankoku-kessan-docuworks', [6]);
    expect(row(table, -1)).toEqual(['当　期　純　利　益', '', '△ 85,346']);
  });

  test('a call-out laid over a table parts none of its cells', async () => {
    const tables = await tablesOf('nankoku-suitobo-word');
    expect(tables.map(shapeOf)).toEqual(['21x7 p1']);
    expect(row(tables[0], 4)).toEqual(['3', '2.17', '8', '書籍購入「○○○」', '', '2,000', '1,870']);
    expect(tables[0]?.spans).toEqual([]);
  });

  test('tables with rules only keep their last rows, beside each other and over page breaks', async () => {
    const tables = await tablesOf('okinawa-covid-485');
    expect(tables.map(shapeOf)).toEqual(['14x6 p1', '16x4 p1', '11x4 p1', '51x4 p1', '5x2 p1', '4x2 p1', '56x8 p2,3,4']);
    expect(row(tables[0], -1)).toEqual(['合計', '26685', '23063', '27', '49775', '38']);
    expect(row(tables[4], 0)).toEqual(['新規陽性者数', '']);
    expect(row(tables[6], -1)?.slice(0, 3)).toEqual(['49875', '女性', '10歳未満']);
  });

  test('entries set one a line stay lines, however full', async () => {
    const tables = await tablesOf('nankoku-kurikoshi-excel');
    expect(tables.map(shapeOf)).toEqual(['36x10 p1,2,3', '3x11 p3', '3x11 p4']);
    expect(row(tables[1], 1)?.slice(1, 3)).toEqual(['11月専決\n12月', '保健福祉センター\n地域保健係']);
    expect(row(tables[2], 2)?.slice(1, 3)).toEqual(['当初\n12月', '生涯学習課\n生涯人権係']);
  });

  test('a list goes on over pages that repeat no header, and over pages that do', async () => {
    expect((await tablesOf('nankoku-keizoku-excel')).map(shapeOf)).toEqual(['29x13 p1,2,3']);
    expect((await tablesOf('osaka-faq-excel2007')).map(shapeOf)).toEqual(['42x4 p1,2,3,4,5,6']);
    expect((await tablesOf('takamatsu-gakku-gakko')).map(shapeOf)).toEqual(['51x3 p1,2,3,4,5']);
    expect((await tablesOf('osaka-skypdf-kijun')).map(shapeOf)).toEqual(['42x3 p1,2', '30x4 p3', '5x2 p4']);
  });
});
