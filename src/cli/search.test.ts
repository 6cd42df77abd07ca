import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chohyo, fileOf } from '../../tests/support/run-chohyo.js';
import { sampleRecords, type SampleOptions } from '../../tests/support/sample-records.js';
import { rawDatabase } from '../../tests/support/sqlite.js';

let folder: string;
let db: string;

function put(name: string, options: SampleOptions): void {
  const path = join(folder, 'pdf', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fileOf(sampleRecords({ seed: name, ...options, item: { category: null, ...options.item } })));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-search-'));
  db = join(folder, 'a.sqlite');
  put('2021.pdf', { year: 2021, item: { title: '行革大綱の推進', result: '待ち時間が\n短くなった。', category: '行革' } });
  put('2022.pdf', { year: 2022, item: { title: 'マイナンバーカードの普及', item_no: '2', goal: 'ｵﾝﾗｲﾝ申請を増やす。' } });
  put('2023.pdf', { year: 2023, item: { title: 'マイナンバーカードの普及', item_no: '2', responsible: '市民課' } });
  put('other.pdf', {
    year: 2023,
    municipality: ['132098', '町田市'],
    item: { title: 'マイナンバーカードの普及', item_no: '2', department: '総務部', responsible: '総務課' },
  });
  put('2024.pdf', { year: 2024, item: { title: 'マイナンバーカードの普及促進', item_no: '3' } });
  await chohyo(['ingest', join(folder, 'pdf'), '--db', db]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function found(...argv: readonly string[]): Promise<unknown[]> {
  const { stdout } = await chohyo(['search', ...argv, '--db', db, '--json']);
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
const years = async (...argv: readonly string[]): Promise<unknown[]> =>
  (await found(...argv)).map((hit) => (typeof hit === 'object' && hit !== null && 'fiscal_year' in hit ? hit.fiscal_year : undefined)).sort();

describe('search', () => {
  it('finds words of two characters', async () => {
    expect(await years('行革')).toEqual([2021]);
  });

  it('takes half and full width, katakana and hiragana, capitals and small letters for one', async () => {
    expect(await years('ﾏｲﾅﾝﾊﾞｰ')).toEqual([2022, 2023, 2023, 2024]);
    expect(await years('まいなんばー')).toEqual([2022, 2023, 2023, 2024]);
    expect(await years('オンライン')).toEqual([2022]);
  });

  it('finds what the dictionary cuts elsewhere', async () => {
    expect(await years('ナンバーカー')).toEqual([2022, 2023, 2023, 2024]);
  });

  it('wants every word', async () => {
    expect(await years('マイナンバー　オンライン')).toEqual([2022]);
    expect(await years('マイナンバー 行革')).toEqual([]);
    expect(await years('"', '(', '*')).toEqual([]);
  });

  it('filters by municipality, year and office', async () => {
    expect(await years('マイナンバー', '--municipality', '町田市')).toEqual([2023]);
    expect(await years('マイナンバー', '--year', '2022')).toEqual([2022]);
    expect(await years('マイナンバー', '--office', '総務')).toEqual([2023]);
  });

  it('shows a piece of the text, the place and the address in the review page', async () => {
    const [hit] = await found('待ち時間', '--year', '2021');
    expect(hit).toMatchObject({
      field: 'goal',
      snippet: '・[待ち時間]を短くする。 ・案内を改める。',
      page: 1,
      source_path: '2021.pdf',
      municipality: '東村山市',
    });
    const { stdout } = await chohyo(['search', '行革', '--db', db]);
    expect(stdout).toMatch(
      /東村山市 2021 .*行革大綱の推進\n {2}title: \[行革\]大綱の推進\n {2}2021\.pdf page 1 {2}review: index\.html#\/d\/[0-9a-f]{12}\/item\/[0-9a-f]{12}-1-1\/title\n/,
    );
  });

  it('is an index that any SQLite can ask, joined to the items', () => {
    const raw = rawDatabase(db, { readonly: true });
    try {
      expect(
        raw.prepare(`SELECT fiscal_year FROM search_items WHERE search_id IN (SELECT rowid FROM item_search WHERE item_search MATCH '行革')`).pluck().all(),
      ).toEqual([2021]);
    } finally {
      raw.close();
    }
  });

  it('knows documents of a run that was stopped before its end, once the same command went on', async () => {
    const raw = rawDatabase(db);
    const stopped = `document_id IN (SELECT document_id FROM source WHERE path = '2022.pdf')`;
    raw.exec(`UPDATE document SET derived = 0 WHERE ${stopped}; DELETE FROM item_search WHERE item_id IN (SELECT item_id FROM item WHERE ${stopped})`);
    raw.exec(
      `DELETE FROM item_link WHERE item_id IN (SELECT item_id FROM item WHERE ${stopped}) OR previous_item_id IN (SELECT item_id FROM item WHERE ${stopped})`,
    );
    const links = (): unknown => raw.prepare('SELECT count(*) FROM item_link').pluck().get();
    const before = links();
    expect(await years('オンライン')).toEqual([]);
    await chohyo(['ingest', join(folder, 'pdf'), '--db', db]);
    expect(await years('オンライン')).toEqual([2022]);
    expect(await years('マイナンバー')).toEqual([2022, 2023, 2023, 2024]);
    expect([before, links()]).toEqual([1, 2]);
    raw.close();
  });

  it('forgets what is removed', async () => {
    const copy = join(folder, 'copy.sqlite');
    await chohyo(['ingest', join(folder, 'pdf'), '--db', copy]);
    await chohyo(['remove', '--file', '2021.pdf', '--db', copy]);
    expect((await chohyo(['search', '行革', '--db', copy, '--json'])).stdout).toBe('');
  });
});

describe('links through the years', () => {
  it('join the same 取組 of one municipality, and call a guess one', () => {
    const raw = rawDatabase(db, { readonly: true });
    try {
      const links = raw
        .prepare(
          `SELECT now.fiscal_year, before.fiscal_year, basis, now.municipality = before.municipality FROM item_links
           JOIN items AS now ON now.item_id = item_links.item_id JOIN items AS before ON before.item_id = previous_item_id ORDER BY 1`,
        )
        .raw()
        .all();
      expect(links).toEqual([
        [2023, 2022, 'number_and_title', 1],
        [2024, 2023, 'guess', 1],
      ]);
    } finally {
      raw.close();
    }
  });
});
