import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo, type Said } from '../../tests/support/run-chohyo.js';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { tablesJa } from '../messages/columns-ja.js';
import { openForWriting } from '../store/database.js';
import { columnsOf, tableNames } from '../store/views.js';
import { writeDocument } from '../store/write.js';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-export-cli-'));
  db = join(folder, 'a.sqlite');
  const opened = openForWriting(db);
  if (!opened.ok) throw new Error(opened.failure.message);
  writeDocument(opened.value, sampleRecords({ seed: '1', item: { title: '=1+1', goal: '𠮷野' } }), 'reader');
  writeDocument(opened.value, sampleRecords({ seed: '2', municipality: ['132098', '町田市'], year: 2023 }), 'reader');
  opened.value.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exporting = (...argv: readonly string[]): Promise<Said> => chohyo(['export', '--db', db, ...argv]);
const lines = (text: string): readonly string[] => text.trimEnd().split(/\r?\n/);

describe('export', () => {
  it('writes every table and the data package into a folder that it makes', async () => {
    const out = join(folder, 'out', 'csv');
    const { status, stdout, stderr } = await exporting('--out', out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^file +rows\nitems\.csv +2\n/);
    expect(stdout).toContain(`written, with datapackage.json, into ${out}\n`);
    expect(readdirSync(out).sort()).toEqual([...tableNames.map((table) => `${table}.csv`), 'datapackage.json'].sort());
    await exporting('--out', out, '--datasette');
    expect(JSON.parse(readFileSync(join(out, 'metadata.json'), 'utf8'))).toMatchObject({
      databases: { a: { tables: { items: { facets: expect.arrayContaining(['municipality']) }, search_items: { fts_table: 'item_search' } } } },
    });
  });

  it('writes one table to stdout, and nothing else there', async () => {
    for (const out of [[], ['--out', '-']]) {
      const { status, stdout, stderr } = await exporting('--table', 'sheets', ...out);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(lines(stdout)).toHaveLength(3);
      expect(lines(stdout)[0]).toBe(columnsOf('sheets').join(','));
    }
  });

  it('writes one table as a file', async () => {
    await exporting('--table', 'items', '--format', 'jsonl', '--out', join(folder, 'out'));
    expect(readdirSync(join(folder, 'out'))).toEqual(['items.jsonl']);
  });

  it('writes JSON Lines with the values themselves', async () => {
    const { stdout } = await exporting('--table', 'items', '--format', 'jsonl', '--municipality', '132136');
    expect(lines(stdout).map((line): unknown => JSON.parse(line))).toMatchObject([{ title: '=1+1', plan_path: null, fiscal_year: 2021 }]);
  });

  it('escapes what a spreadsheet would run, unless told not to', async () => {
    expect((await exporting('--table', 'items')).stdout).toContain(",'=1+1,");
    expect((await exporting('--table', 'items', '--no-escape')).stdout).toContain(',=1+1,');
  });

  it('takes one municipality, by code or name, and one year', async () => {
    const ids = async (...argv: readonly string[]): Promise<number> => lines((await exporting('--table', 'documents', ...argv)).stdout).length - 1;
    expect(await ids('--municipality', '132098')).toBe(1);
    expect(await ids('--municipality', '町田市', '--year', '2023')).toBe(1);
    expect(await ids('--municipality', '町田市', '--year', '2021')).toBe(0);
  });

  it('tells what there is when nothing fits', async () => {
    const { status, stderr } = await exporting('--table', 'items', '--year', '1999');
    expect(status).toBe(0);
    expect(stderr).toBe('No document fits, so the tables are empty. The database holds: 132098 町田市 2023; 132136 東村山市 2021.\n');
  });

  it('lists on stderr what cp932 cannot write', async () => {
    const { status, stdout, stderr } = await exporting('--table', 'items', '--encoding', 'cp932');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^chohyo: cp932 cannot write 𠮷 \(U\+20BB7\): items [0-9a-f]{12}-1-1 goal\nchohyo: characters that stand as 〓 /);
    expect(stdout).not.toContain('?');
  });

  it.each([
    [['--table', 'rows'], 'there is no table rows'],
    [[], 'nothing says where to write'],
    [['--out', '-'], 'nothing says where to write'],
    [['--out', 'x', '--format', 'jsonl'], '--format jsonl is for one table'],
    [['--table', 'items', '--format', 'jsonl', '--encoding', 'cp932'], 'JSON Lines are always UTF-8'],
  ])('refuses %j with status 2', async (argv, message) => {
    const { status, stdout, stderr } = await exporting(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`chohyo: E_USAGE: ${message}`);
  });

  it('has no database to read: status 4, and none is made', async () => {
    const { status, stderr } = await chohyo(['export', '--db', join(folder, 'none.sqlite'), '--table', 'items']);
    expect(status).toBe(4);
    expect(stderr).toMatch(/^chohyo: E_DB_MISSING: no database at .*none\.sqlite\. Make one with /);
    expect(readdirSync(folder)).toEqual(['a.sqlite']);
  });

  it.each([[[]], [['--table', 'items']]])('says where it cannot write, and no more, with status 1: %j', async (which) => {
    writeFileSync(join(folder, 'file'), '');
    const { status, stderr } = await exporting(...which, '--out', join(folder, 'file'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^chohyo: E_OUTPUT_UNWRITABLE: cannot write .*file.*\n$/);
    // Nothing goes on reading a database that is closed by now.
    await new Promise(setImmediate);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('');
  });

  it('writes one workbook: a sheet a table, texts as texts, links to the review page', async () => {
    const out = join(folder, 'x', 'all.xlsx');
    const { status, stdout } = await chohyo(['export', '--db', db, '--format', 'xlsx', '--out', out, '--headers', 'ja', '--review', 'review/index.html']);
    expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ status: 0, last: `written into ${out}` });
    const files = unzipSync(new Uint8Array(readFileSync(out)));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const book = text('xl/workbook.xml');
    expect([...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((found) => found[1])).toEqual(tableNames.map((table) => tablesJa[table]));
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<f>HYPERLINK("review/index.html#/d/');
    // A text that begins with = is a text, and is the only formula-like one: the links are formulas.
    expect([...sheet.matchAll(/<f>([^<]*)<\/f>/g)].every((found) => found[1]?.startsWith('HYPERLINK'))).toBe(true);
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join(''),
    ).toContain('=1+1');
    expect((await chohyo(['export', '--db', db, '--format', 'xlsx', '--table', 'items'])).status).toBe(2);
  });
});
