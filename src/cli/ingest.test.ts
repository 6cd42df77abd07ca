import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo, fileOf, type Said } from '../../tests/support/run-chohyo.js';
import type { DocumentRecords } from '../model/records.js';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { rawDatabase } from '../../tests/support/sqlite.js';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-ingest-'));
  db = join(folder, 'a.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A sheet without findings, of an office of its own. */
function clean(seed: string, more: Parameters<typeof sampleRecords>[0] = {}): DocumentRecords {
  const records = sampleRecords({ seed, ...more, item: { department: `第${seed}部`, ...more.item } });
  return { ...records, document: { ...records.document, warnings: 0 }, diagnostics: [] };
}
const good = (seed: string): string => fileOf(clean(seed));
const ingest = (...argv: readonly string[]): Promise<Said> => chohyo(['ingest', ...argv, '--db', db]);
const stored = (sql: string): unknown[] => {
  const database = rawDatabase(db, { readonly: true });
  try {
    return database.prepare(sql).pluck().all();
  } finally {
    database.close();
  }
};

describe('ingest', () => {
  it('reads files and folders, in any case of .pdf, and says what it read', async () => {
    const one = put('one.pdf', good('1'));
    put('in/deep/two.PDF', good('2'));
    put('in/notes.txt', 'not read');
    const { status, stdout, stderr } = await ingest(one, join(folder, 'in'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/one\.pdf +東村山市 +2021 +2 +1 +0 +stored\n/);
    expect(stdout).toContain('2 files: 2 stored; 2 items, 0 warnings');
    expect(stored('SELECT source_file FROM documents ORDER BY 1')).toEqual(['one.pdf', 'two.PDF']);
  });

  it('changes nothing when the same file comes again', async () => {
    const path = put('a.pdf', good('1'));
    await ingest(path);
    const before = readFileSync(db);
    const { status, stdout } = await ingest(path);
    expect(status).toBe(0);
    expect(stdout).toContain('1 file: 1 unchanged; 1 item');
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  it('takes a file given twice once', async () => {
    const path = put('a.pdf', good('1'));
    expect((await ingest(path, path, folder)).stdout).toContain('1 file: 1 stored');
  });

  it('stores copies of one file as one document, under the smallest name', async () => {
    const { stdout, stderr } = await ingest(put('b.pdf', good('1')), put('a.pdf', good('1')));
    expect(stdout).toContain('2 files: 1 stored, 1 copy; 1 item');
    expect(stderr).toMatch(/a\.pdf: the same file as .*b\.pdf: one document, stored once\n/);
    expect(stored('SELECT source_file FROM items')).toEqual(['a.pdf']);
  });

  it('goes on after a file that cannot be read, and says so with status 3', async () => {
    const { status, stdout, stderr } = await ingest(put('bad.pdf', '<html>'), put('good.pdf', good('1')));
    expect(status).toBe(3);
    expect(stderr).toMatch(/^chohyo: E_NOT_A_PDF: .*bad\.pdf.* is not a PDF\. Mend it\.\n$/);
    expect(stdout).toContain('1 stored, 1 failed');
    expect(stored('SELECT count(*) FROM documents')).toEqual([1]);
  });

  it('ends with status 4 when nothing could be read, and leaves no empty database', async () => {
    expect((await ingest(put('bad.pdf', ''))).status).toBe(4);
    expect(existsSync(db)).toBe(false);
  });

  it('says which paths lead nowhere, and reads the others', async () => {
    mkdirSync(join(folder, 'empty'));
    const { status, stderr } = await ingest(join(folder, 'none.pdf'), join(folder, 'empty'), put('a.pdf', good('1')));
    expect(status).toBe(3);
    expect(stderr).toMatch(/^chohyo: E_NOT_FOUND: there is no .*none\.pdf\. Check the path\.\nchohyo: E_NO_INPUT: .*empty holds no PDF\. /);
  });

  it('makes no database for a folder without PDFs', async () => {
    mkdirSync(join(folder, 'empty'));
    expect((await ingest(join(folder, 'empty'))).status).toBe(4);
    expect(readdirSync(folder)).toEqual(['empty']);
  });

  it('reads from stdin', async () => {
    const { stdout } = await chohyo(['ingest', '-', '--db', db], { stdin: good('1') });
    expect(stdout).toContain('1 stored');
    expect(stored('SELECT source_file FROM documents')).toEqual(['stdin']);
  });

  it('writes nothing with --dry-run', async () => {
    const { status, stdout } = await ingest(put('a.pdf', good('1')), '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('1 file: 1 read; 1 item, 0 warnings (nothing written)');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('prints one JSON object a file with --json, in the order given, whatever the number of jobs', async () => {
    const slow = put('slow.pdf', 'pages 3');
    const { stdout, stderr } = await ingest(slow, put('a.pdf', good('1')), put('b.pdf', good('2')), '--json', '--jobs', '3');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: slow, status: 'failed', error: { code: 'E_UNKNOWN_FORMAT' } },
      { status: 'stored', municipality: '東村山市', fiscal_year: 2021, items: 1, warnings: 0, grammar: 'sample', findings: [], doubtful: false },
      { status: 'stored' },
    ]);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'E_UNKNOWN_FORMAT' } });
  });

  it('ends with status 6 when there are warnings and --strict', async () => {
    const path = put('a.pdf', fileOf(sampleRecords({ seed: '1' })));
    expect((await ingest(path, '--strict')).status).toBe(6);
    expect((await ingest(path, '--strict')).status).toBe(6);
    expect((await ingest(put('b.pdf', good('2')), '--strict')).status).toBe(0);
  });

  it('tells warnings by code, with the first places; --json has them all', async () => {
    const two = clean('1');
    const finding = (page: number, code: string) => ({
      document_id: two.document.document_id,
      page,
      severity: 'warning' as const,
      code,
      message: `第${page}項`,
      x0: 1,
      top: 2,
      x1: 3,
      bottom: 4,
    });
    const findings = [finding(1, 'W_B'), finding(2, 'W_A'), finding(3, 'W_A'), finding(4, 'W_A'), finding(5, 'W_A')];
    const path = put('a.pdf', fileOf({ ...two, document: { ...two.document, warnings: 5 }, diagnostics: findings }));
    const { stdout, stderr } = await ingest(path);
    expect(stderr).toBe(`4 warnings W_A in 1 file:
  ${path} page 2: 第2項
  ${path} page 3: 第3項
  ${path} page 4: 第4項
  … and 1 more
1 warning W_B in 1 file:
  ${path} page 1: 第1項
${path}: as many warnings as items: look at it beside its pages (chohyo review) before you use it
`);
    expect(stdout).toMatch(/a\.pdf +東村山市 +2021 +2 +1 +5 +stored, doubtful\n/);
    expect(stdout).toContain('1 stored, 1 doubtful');
    const json: unknown = JSON.parse((await ingest(path, '--json')).stdout);
    expect(json).toMatchObject({ status: 'unchanged', doubtful: true, findings: [{ code: 'W_B', page: 1, x0: 1 }, { code: 'W_A' }, {}, {}, {}] });
    expect((await ingest(path, '--quiet')).stderr).toBe('');
  });

  it('calls a file doubtful by what is said of its values, not of the document', async () => {
    const { document, ...rest } = clean('1');
    const of = (code: string) => ({
      document_id: document.document_id,
      page: null,
      severity: 'warning' as const,
      code,
      message: 'm',
      x0: null,
      top: null,
      x1: null,
      bottom: null,
    });
    const doubtful = async (name: string, code: string): Promise<unknown> => {
      const path = put(name, fileOf({ ...rest, document: { ...document, warnings: 1 }, diagnostics: [of(code)] }));
      const report: unknown = JSON.parse((await ingest(path, '--json', '--dry-run')).stdout);
      return report;
    };
    expect(await doubtful('a.pdf', 'W_YEAR_MISSING')).toMatchObject({ warnings: 1, doubtful: false });
    expect(await doubtful('b.pdf', 'W_NUMBER_UNREAD')).toMatchObject({ warnings: 1, doubtful: true });
  });

  it('stores what it could of a document and does not call that a success', async () => {
    const problem = { code: 'E_NO_TEXT_LAYER', message: 'page 2: an image without text', remedy: 'Use OCRmyPDF.' };
    const { status, stdout, stderr } = await ingest(put('a.pdf', fileOf(clean('1'), [problem])));
    expect(status).toBe(3);
    expect(stdout).toContain('stored E_NO_TEXT_LAYER');
    expect(stderr).toMatch(/^chohyo: E_NO_TEXT_LAYER: .*a\.pdf: page 2: an image without text\. Use OCRmyPDF\.\n$/);
  });

  it('keeps the rows of an earlier reading when a file of that name cannot be read any more, and says so', async () => {
    const path = put('a.pdf', good('1'));
    await ingest(path);
    put('a.pdf', 'broken');
    const { status, stderr } = await ingest(path);
    expect(status).toBe(4);
    expect(stderr).toMatch(/the rows of an earlier file of this name stay: document [0-9a-f]{12}, items: 1/);
    expect(stored('SELECT count(*) FROM items')).toEqual([1]);
  });

  it('ends a document that never ends', async () => {
    const { status, stderr } = await ingest(put('a.pdf', 'hang'), '--timeout', '0.3');
    expect(status).toBe(4);
    expect(stderr).toMatch(/^chohyo: E_LIMIT_TIME: .*a\.pdf: reading it took more than 0\.3 seconds\. /);
  });

  it('leaves a foreign database alone and reads nothing', async () => {
    writeFileSync(db, 'this is not a database, only some text that is long enough');
    const { status, stdout, stderr } = await ingest(put('a.pdf', good('1')));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^chohyo: E_DB_FOREIGN: .* is not a SQLite database\. It was left untouched: name another file with --db\.\n$/);
  });

  it('says that it cannot write the database', async () => {
    const { status, stderr } = await chohyo(['ingest', put('a.pdf', good('1')), '--db', join(folder, 'no', 'a.sqlite')]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^chohyo: E_DB_UNWRITABLE: cannot write the database .*: its folder does not exist\. /);
  });

  it('refuses a grammar that there is not, with status 2', async () => {
    const { status, stderr } = await ingest(put('a.pdf', good('1')), '--grammar', 'atlantis');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^chohyo: E_UNKNOWN_GRAMMAR: there is no grammar atlantis\. Take one of: /);
  });

  it("reads with a grammar file of the user's own, or says what is wrong with it", async () => {
    const path = put('a.pdf', good('1'));
    const id = (await chohyo(['grammar', 'list'])).stdout.split('\n')[1]?.split(' ')[0] ?? '';
    const own = put('own.yaml', (await chohyo(['grammar', 'show', id])).stdout);
    expect((await ingest(path, '--grammar', own)).status).toBe(0);
    const wrong = await ingest(path, '--grammar', put('wrong.yaml', 'id: [\n'));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/^chohyo: E_GRAMMAR: .*wrong\.yaml:\d+: /);
    expect((await ingest(path, '--grammar', join(folder, 'none.yaml'))).status).toBe(2);
  });

  it('draws a progress bar on a terminal only, and on stderr only', async () => {
    const argv = ['ingest', put('a.pdf', 'pages 2'), put('b.pdf', good('1')), '--db', db];
    const onTerminal = await chohyo(argv, { terminal: true, env: { TERM: 'xterm' } });
    expect(onTerminal.stderr).toContain('2/2');
    expect(onTerminal.stdout).toMatch(/^file /);
    expect((await chohyo([...argv, '--quiet'], { terminal: true, env: { TERM: 'xterm' } })).stderr).not.toContain('2/2');
    expect((await chohyo(argv)).stderr).not.toContain('2/2');
  });

  it('is silent with --quiet, but for errors', async () => {
    expect(await ingest(put('a.pdf', good('1')), put('b.pdf', good('1')), '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await ingest(put('c.pdf', 'x'), '--quiet')).stderr).toMatch(/^chohyo: E_NOT_A_PDF/);
  });
});
