/** What a collection is after the second, third and tenth ingest. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawDatabase } from '../../tests/support/sqlite.js';
import { chohyo, fileOf, type Said } from '../../tests/support/run-chohyo.js';
import { sampleRecords, type SampleOptions } from '../../tests/support/sample-records.js';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-collection-'));
  db = join(folder, 'a.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A sheet without findings. Another seed is another file. */
function sheet(seed: string, options: SampleOptions = {}): string {
  const records = sampleRecords({ seed, ...options });
  return fileOf({ ...records, document: { ...records.document, warnings: 0 }, diagnostics: [] });
}

function put(name: string, content: string): string {
  const path = join(folder, 'pdf', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const ingest = (...argv: readonly string[]): Promise<Said> => chohyo(['ingest', join(folder, 'pdf'), '--db', db, ...argv]);
const stored = (sql: string): unknown[] => {
  const database = rawDatabase(db, { readonly: true });
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
};
const idAt = (path: string): unknown => stored(`SELECT document_id FROM source WHERE path = '${path}'`).flat()[0];
const states = (): unknown[] => stored('SELECT source_path, superseded_by FROM documents ORDER BY source_path, superseded_by');

describe('the same sheet in other bytes', () => {
  it('stands once: the first by path is current, whatever came first', async () => {
    put('b.pdf', sheet('1'));
    await ingest();
    put('a.pdf', sheet('2'));
    const { stdout } = await ingest();
    expect(stdout).toContain('2 files: 1 stored, 1 unchanged, 1 of them superseded; 1 item, 0 warnings');
    expect(states()).toEqual([
      ['a.pdf', null],
      ['b.pdf', idAt('a.pdf')],
    ]);
    expect(stored('SELECT source_path, item_id FROM items JOIN documents USING (document_id)')).toHaveLength(1);
    expect(stored('SELECT count(*) FROM measures')).toEqual([[1]]);
  });

  it('is told, and --strict counts it', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2'));
    const { status, stdout, stderr } = await ingest('--strict');
    expect(status).toBe(6);
    expect(stderr).toContain('b.pdf: the same sheet as a.pdf, in other bytes: that one is current\n');
    expect(stdout).toMatch(/b\.pdf .* stored, superseded\n/);
  });

  it('is told of a file that was read before its twin, too', async () => {
    const first = put('z.pdf', sheet('1'));
    const { stdout, stderr } = await chohyo(['ingest', first, put('a.pdf', sheet('2')), '--db', db]);
    expect(stderr).toContain('z.pdf: superseded by a.pdf, which came later in this run\n');
    expect(stdout).toMatch(/z\.pdf .* stored, superseded\n/);
  });

  it('is current again when the one before it by path is renamed, and the summary says so', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2'));
    await ingest();
    renameSync(join(folder, 'pdf', 'a.pdf'), join(folder, 'pdf', 'c.pdf'));
    const { stdout, stderr } = await ingest();
    expect(states()).toEqual([
      ['b.pdf', null],
      ['c.pdf', idAt('b.pdf')],
    ]);
    expect(stdout).toMatch(/b\.pdf .* unchanged\n/);
    expect(stdout).toMatch(/c\.pdf .* unchanged, superseded\n/);
    expect(stderr).not.toContain('null');
  });

  it('stays out of exports unless --all asks for it', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2'));
    await ingest();
    const rows = async (...argv: readonly string[]): Promise<number> =>
      (await chohyo(['export', '--db', db, '--table', 'items', '--format', 'jsonl', ...argv])).stdout.trimEnd().split('\n').length;
    expect([await rows(), await rows('--all')]).toEqual([1, 2]);
  });
});

describe('a new file under an old name', () => {
  it('supersedes the old one', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    const old = idAt('a.pdf');
    put('a.pdf', sheet('2', { item: { rating: 'A' } }));
    const { stderr } = await ingest();
    expect(stderr).toContain(`supersedes an earlier file of this name or address: document ${String(old)}, items: 1`);
    expect(stored('SELECT rating FROM items')).toEqual([['A']]);
    expect(stored(`SELECT superseded_by IS NOT NULL FROM documents WHERE document_id = '${String(old)}'`)).toEqual([[1]]);
  });

  it('is superseded again when the old one comes back', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    put('a.pdf', sheet('2', { item: { rating: 'A' } }));
    await ingest();
    put('a.pdf', sheet('1'));
    await ingest();
    expect(stored('SELECT rating FROM items')).toEqual([['B']]);
  });

  it('leaves the sheet of another year or office alone', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    put('a.pdf', sheet('2', { year: 2022 }));
    await ingest();
    put('a.pdf', sheet('3', { item: { department: '総務部' } }));
    await ingest();
    expect(stored('SELECT count(*) FROM items')).toEqual([[3]]);
  });

  it('leaves a file of the same name in another folder of the same run alone', async () => {
    put('x/001.pdf', sheet('1'));
    put('y/001.pdf', sheet('2', { item: { rating: 'A' } }));
    await chohyo(['ingest', join(folder, 'pdf', 'x'), join(folder, 'pdf', 'y'), '--db', db]);
    expect(stored('SELECT count(*) FROM items')).toEqual([[2]]);
  });
});

describe('paths', () => {
  it('are relative to the folder given, so that files of one name differ', async () => {
    put('a/001.pdf', sheet('1'));
    put('b/001.pdf', sheet('2', { year: 2022 }));
    await ingest();
    expect(stored('SELECT source_path, source_file FROM documents ORDER BY 1')).toEqual([
      ['a/001.pdf', '001.pdf'],
      ['b/001.pdf', '001.pdf'],
    ]);
  });

  it('follow a file that was renamed', async () => {
    const path = put('a.pdf', sheet('1'));
    await ingest();
    renameSync(path, join(folder, 'pdf', 'shimin.pdf'));
    await ingest();
    expect(stored('SELECT source_path, source_file FROM documents')).toEqual([['shimin.pdf', 'shimin.pdf']]);
  });
});

describe('two files that claim to be one sheet and say different things', () => {
  it('both stay, each under W_SAME_SHEET that names the other, until one is removed', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2', { item: { rating: 'A' } }));
    const { stderr } = await ingest();
    expect(stderr).toMatch(/2 warnings? W_SAME_SHEET in 2 files:\n.*a\.pdf: .*the sheet of b\.pdf/);
    expect(stored('SELECT count(*) FROM items')).toEqual([[2]]);
    expect(
      stored(`SELECT document_id, message LIKE '%' || ? || '%' FROM diagnostics WHERE code = 'W_SAME_SHEET'`.replace('?', `'${String(idAt('b.pdf'))}'`)),
    ).toContainEqual([idAt('a.pdf'), 1]);
    expect(stored('SELECT warnings FROM documents')).toEqual([[1], [1]]);
    await chohyo(['remove', '--file', 'b.pdf', '--db', db]);
    expect(stored('SELECT warnings FROM documents')).toEqual([[0]]);
  });

  it('are not those of one office and title that name other items: a form of one item each', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2', { item: { title: '別の事業' } }));
    await ingest();
    expect(stored(`SELECT count(*) FROM diagnostics WHERE code = 'W_SAME_SHEET'`)).toEqual([[0]]);
  });
});

describe('what failed', () => {
  it('is remembered, and not read again until the file changes', async () => {
    put('a.pdf', 'thread');
    put('b.pdf', sheet('1'));
    const first = await ingest();
    expect(stored('SELECT source_path, code FROM failures')).toEqual([['a.pdf', 'E_UNKNOWN_FORMAT']]);
    const again = await ingest();
    expect(again.status).toBe(first.status);
    expect(again.stdout).toMatch(/a\.pdf .*failed E_UNKNOWN_FORMAT \(not read again\)\n/);
    put('a.pdf', sheet('2', { year: 2022 }));
    expect((await ingest()).stdout).toContain('1 stored, 1 unchanged');
    expect(stored('SELECT * FROM failures')).toEqual([]);
  });

  it('is read again where another run may do better', async () => {
    put('b.pdf', sheet('1'));
    put('a.pdf', 'hang');
    await ingest('--timeout', '0.3');
    expect((await ingest('--timeout', '0.3')).stdout).not.toContain('not read again');
  });
});

describe('list', () => {
  it('shows documents, what is superseded, and what failed', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2'));
    put('c.pdf', 'x');
    await ingest();
    const { stdout } = await chohyo(['list', '--db', db]);
    const [a, b] = [String(idAt('a.pdf')), String(idAt('b.pdf'))];
    expect(stdout).toMatch(new RegExp(`${a} +東村山市 +2021 +目標管理シート +a\\.pdf +1 +0 +current\n`));
    expect(stdout).toMatch(new RegExp(`${b} .* superseded by ${a}\n`));
    expect(stdout).toMatch(/c\.pdf +failed E_NOT_A_PDF\n\n1 current, 1 superseded, 1 failed\n$/);
    const lines = (await chohyo(['list', '--db', db, '--json'])).stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { state: 'current', source_path: 'a.pdf', items: 1 },
      { state: 'superseded', superseded_by: a },
      { state: 'failed', error: { code: 'E_NOT_A_PDF' } },
    ]);
  });
});

describe('remove', () => {
  it('takes a document out; what it had superseded is current again', async () => {
    put('a.pdf', sheet('1'));
    put('b.pdf', sheet('2'));
    await ingest();
    const { status, stderr } = await chohyo(['remove', String(idAt('a.pdf')), '--db', db]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^removed document [0-9a-f]{12} \(a\.pdf\), items: 1\n$/) });
    expect(states()).toEqual([['b.pdf', null]]);
  });

  it('takes nothing out when one of the ids is wrong', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    const { status, stderr } = await chohyo(['remove', String(idAt('a.pdf')).slice(0, 6), 'ffff', '--db', db]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^chohyo: E_NOT_FOUND: there is no document ffff\. /);
    expect(states()).toHaveLength(1);
    expect((await chohyo(['remove', '--db', db])).status).toBe(2);
    expect((await chohyo(['remove', 'ffff', '--db', join(folder, 'none.sqlite')])).status).toBe(4);
  });
});

describe('given facts', () => {
  const unknown = (seed: string): string => {
    const records = sampleRecords({ seed, item: { fiscal_year: null, document_title: null, deadline: '3月' } });
    const gap = (code: string) => ({
      document_id: records.document.document_id,
      page: null,
      severity: 'warning' as const,
      code,
      message: 'x',
      x0: null,
      top: null,
      x1: null,
      bottom: null,
    });
    return fileOf({
      ...records,
      document: { ...records.document, fiscal_year: null, title: null, warnings: 2 },
      diagnostics: [gap('W_TITLE_MISSING'), gap('W_YEAR_MISSING')],
    });
  };

  it('fill what no page prints, and are marked in provenance', async () => {
    put('a.pdf', unknown('1'));
    const { stderr } = await ingest('--year', '2023', '--title', '課別行政経営計画');
    expect(stderr).toBe('');
    expect(stored('SELECT fiscal_year, title, warnings FROM documents')).toEqual([[2023, '課別行政経営計画', 0]]);
    expect(stored('SELECT fiscal_year, document_title, deadline_month FROM items')).toEqual([[2023, '課別行政経営計画', '2024-03']]);
    expect(stored(`SELECT field, raw, page, basis FROM provenance WHERE basis = 'given' ORDER BY field`)).toEqual([
      ['fiscal_year', '2023', null, 'given'],
      ['title', '課別行政経営計画', null, 'given'],
    ]);
  });

  it('never overrule what is printed, and say that they differ', async () => {
    put('a.pdf', sheet('1'));
    const { status, stderr } = await ingest('--year', '2023', '--strict');
    expect(status).toBe(6);
    expect(stderr).toContain('W_GIVEN_DIFFERS');
    expect(stored('SELECT fiscal_year FROM items')).toEqual([[2021]]);
  });

  it('come from sources.csv beside the PDFs, also as Excel writes it, and stay when it is gone', async () => {
    put('x/a.pdf', unknown('1'));
    const csv = put('sources.csv', '\ufefffile,url,retrieved_on,fiscal_year,title\r\nx/a.pdf,https://city.example/a.pdf,2024/5/1,令和5年度,"計画, 課別"\r\n');
    await ingest();
    const row = ['2023', '計画, 課別', 'https://city.example/a.pdf', '2024-05-01'];
    const held = (): unknown[] => stored('SELECT CAST(fiscal_year AS TEXT), title, source_url, retrieved_on FROM documents');
    expect(held()).toEqual([row]);
    rmSync(csv);
    expect((await ingest()).stdout).toContain('1 unchanged');
    expect(held()).toEqual([row]);
  });

  it('by the same address make the newer file the current one', async () => {
    put('sources.csv', 'file,url\na.pdf,https://city.example/a.pdf\nb.pdf,https://city.example/a.pdf\n');
    const old = put('a.pdf', sheet('1'));
    await ingest();
    rmSync(old);
    put('b.pdf', sheet('2', { item: { rating: 'A' } }));
    await ingest();
    expect(stored('SELECT rating FROM items')).toEqual([['A']]);
  });

  it('are refused with the line that is wrong', async () => {
    put('a.pdf', sheet('1'));
    const refused = async (csv: string): Promise<string> => {
      put('sources.csv', csv);
      const { status, stderr } = await ingest();
      expect(status).toBe(2);
      return stderr;
    };
    expect(await refused('file,year\na.pdf,2023\n')).toMatch(/^chohyo: E_CSV: .*sources\.csv:1: there is no column year; known are file, url/);
    expect(await refused('url\nx\n')).toMatch(/sources\.csv:1: the column file is missing/);
    expect(await refused('file,title,fiscal_year\na.pdf,"x\ny",\nb.pdf,,soon\n')).toMatch(/sources\.csv:4: fiscal_year "soon"/);
    expect(await refused('file,retrieved_on\na.pdf,2024-02-31\n')).toMatch(/sources\.csv:2: retrieved_on/);
    expect(await refused('file\na.pdf\na.pdf\n')).toMatch(/sources\.csv:3: a\.pdf stands here twice/);
  });
});

describe('corrections', () => {
  const header = 'source_sha256,table,id,field,was,value,why,by,on\n';
  const sha = (): string => String(stored('SELECT source_sha256 FROM document').flat()[0]);
  const correct = (field: string, was: string, value: string): string =>
    `${header}${sha()},items,${sha().slice(0, 12)}-1-1,${field},${was},${value},印刷の誤り,山田,2024-05-01\n`;

  it('put a value right, at ingest and at every later one, and mark it', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    const csv = put('corrections.csv', correct('rating', 'B', 'A'));
    expect((await ingest()).stdout).toContain('1 replaced');
    rmSync(csv);
    expect((await ingest()).stdout).toContain('1 unchanged');
    expect(stored('SELECT rating FROM items')).toEqual([['A']]);
    expect(stored(`SELECT basis, raw, page FROM provenance WHERE field = 'rating'`)).toEqual([['corrected', 'B', 1]]);
    expect(stored('SELECT field, was, value, "by" FROM corrections')).toEqual([['rating', 'B', 'A', '山田']]);
  });

  it('are reported where the value is no longer what they say it was', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    put('corrections.csv', correct('rating', 'C', 'A'));
    const { stderr } = await ingest();
    expect(stderr).toContain('W_CORRECTION_STALE');
    expect(stored('SELECT rating FROM items')).toEqual([['B']]);
  });

  it("keep the column's type, and take nothing that the column does not take", async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    put(
      'corrections.csv',
      `${header}${sha()},measures,${sha().slice(0, 12)}-1-1-1,target_value,90,95.5,,,\n${sha()},items,${sha().slice(0, 12)}-1-1,rating_level,achieved,splendid,,,\n`,
    );
    expect((await ingest()).stderr).toContain('the column takes no such value');
    expect(stored('SELECT target_value FROM measures')).toEqual([[95.5]]);
  });

  it('that change nothing mark a value as looked at', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    put('corrections.csv', correct('rating', 'B', 'B'));
    expect((await ingest()).stderr).toBe('');
    expect(stored('SELECT was = value FROM corrections')).toEqual([[1]]);
  });

  it('are refused where they can fit nothing', async () => {
    put('a.pdf', sheet('1'));
    await ingest();
    const refused = async (csv: string): Promise<string> => {
      put('corrections.csv', csv);
      return (await ingest()).stderr;
    };
    expect(await refused(correct('item_id', 'x', 'y'))).toMatch(/corrections\.csv:2: item_id of items is no value/);
    expect(await refused(`${header}abc,items,x,rating,B,A,,,\n`)).toMatch(/corrections\.csv:2: source_sha256/);
    expect(await refused(`${header}${'0'.repeat(64)},tables,x,rating,B,A,,,\n`)).toMatch(/corrections\.csv:2: there is no table tables/);
  });
});
