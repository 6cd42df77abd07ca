import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { rawDatabase } from '../../tests/support/sqlite.js';

const table = {
  page: 1,
  bbox: [0, 0, 9, 9],
  rows: [
    ['a', 'b'],
    ['1', '2'],
  ],
  spans: [],
  confidence: 1,
  parts: [{ page: 1, bbox: [0, 0, 9, 9] }],
};
const scan = { code: 'E_NO_TEXT_LAYER', message: 'page 2: an image without text', remedy: 'Add a text layer.' };
/** The bytes of a "PDF" that the fake reader reads as these tables. */
const pdf = (tables: readonly unknown[], problems: readonly unknown[] = []): string => `tables ${JSON.stringify({ kind: 'tables', tables, problems })}`;

describe('tables', () => {
  it('prints JSON from stdin unless another format is asked for', async () => {
    const json = await chohyo(['tables', '-'], { stdin: pdf([table]) });
    expect(json).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual([table]);
    expect(await chohyo(['tables', '--format', 'csv', '-'], { stdin: pdf([table]) })).toMatchObject({ status: 0, stdout: 'a,b\n1,2\n' });
  });

  it('prints the tables of the readable pages and says which pages are not', async () => {
    const { status, stdout, stderr } = await chohyo(['tables', '-'], { stdin: pdf([table], [scan]) });
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toEqual([table]);
    expect(stderr).toBe('chohyo: E_NO_TEXT_LAYER: -: page 2: an image without text. Add a text layer.\n');
  });

  it('says that there are none, and prints an empty array', async () => {
    expect(await chohyo(['tables', '-'], { stdin: pdf([]) })).toEqual({ status: 0, stdout: '[]\n', stderr: '-: no tables\n' });
  });

  it('fails with 4 for what cannot be read, with 2 for pages that make no sense', async () => {
    expect(await chohyo(['tables', '-'], { stdin: 'other' })).toMatchObject({ status: 4, stdout: '' });
    expect(await chohyo(['tables', '/nowhere/a.pdf'])).toMatchObject({ status: 4 });
    expect(await chohyo(['tables', '--pages', '3-1', '-'], { stdin: pdf([]) })).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('tables of several files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-tables-'));
    mkdirSync(join(folder, 'in', 'below'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function put(name: string, content: string): string {
    const path = join(folder, 'in', name);
    writeFileSync(path, content);
    return path;
  }
  const lines = (text: string): unknown[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  it('are one JSON object a line that names its file; one bad file stops no other', async () => {
    const a = put('a.pdf', pdf([table]));
    const bad = put('bad.pdf', 'other');
    const below = put('below/c.pdf', pdf([table, table], [scan]));
    const { status, stdout, stderr } = await chohyo(['tables', join(folder, 'in')]);
    expect(status).toBe(3);
    expect(lines(stdout)).toEqual([
      { file: a, found: 1, tables: [table], problems: [], notes: [] },
      { file: bad, error: expect.objectContaining({ code: 'E_NOT_A_PDF' }) },
      { file: below, found: 2, tables: [table, table], problems: [scan], notes: [] },
    ]);
    expect(stderr).toContain('E_NOT_A_PDF');
    expect(stderr).toContain('E_NO_TEXT_LAYER');
  });

  it('have the form that was asked for, not the one that was found: a folder with one file gives lines, a file an array', async () => {
    const a = put('a.pdf', pdf([table]));
    expect(lines((await chohyo(['tables', join(folder, 'in')])).stdout)).toMatchObject([{ file: a }]);
    expect(JSON.parse((await chohyo(['tables', a])).stdout)).toEqual([table]);
    expect(lines((await chohyo(['tables', a, '--json'])).stdout)).toMatchObject([{ file: a, tables: [table] }]);
  });

  it('say in CSV on every row, and in Markdown in a heading, which file it is', async () => {
    const [a, b] = [put('a.pdf', pdf([table])), put('b.pdf', pdf([table]))];
    expect((await chohyo(['tables', a, b, '--format', 'csv'])).stdout).toBe(`${a},1,a,b\n${a},1,1,2\n\n${b},1,a,b\n${b},1,1,2\n\n`);
    expect((await chohyo(['tables', a, b, '--format', 'markdown'])).stdout).toBe(
      `## ${a}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## ${b}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n`,
    );
  });

  it('fail with 4 where none can be read', async () => {
    put('a.pdf', 'other');
    expect(await chohyo(['tables', join(folder, 'in')])).toMatchObject({ status: 4 });
    expect(await chohyo(['tables', join(folder, 'in', 'below')])).toMatchObject({ status: 4, stdout: '' });
  });

  describe('kept with --db', () => {
    const keep = (...argv: readonly string[]) => chohyo(['tables', join(folder, 'in'), '--db', join(folder, 'a.sqlite'), ...argv]);
    const stored = (sql: string): unknown[] => {
      const db = rawDatabase(join(folder, 'a.sqlite'), { readonly: true });
      try {
        return db.prepare(sql).raw().all();
      } finally {
        db.close();
      }
    };

    it('are told in a summary, and not read again', async () => {
      put('a.pdf', pdf([table]));
      put('b.pdf', pdf([table, table], [scan]));
      const first = await keep();
      expect(first.status).toBe(3);
      expect(first.stdout).toContain('2 files: 2 stored; 3 tables (');
      expect(stored('SELECT source_path, tables, problems FROM table_documents')).toEqual([
        ['a.pdf', 1, null],
        ['b.pdf', 2, scan.message],
      ]);
      const again = await keep();
      expect(again.stdout).toContain('2 files: 2 unchanged; 3 tables (');
      // What could not be read then still is not.
      expect(again).toMatchObject({ status: 3, stderr: first.stderr });
    });

    it('are read again for other pages', async () => {
      put('a.pdf', pdf([table]));
      await keep();
      expect((await keep('--pages', '1,3,4')).stdout).toContain('1 replaced');
      expect(stored('SELECT page_list FROM table_documents')).toEqual([['1,3-4']]);
    });

    it('say as JSON what became of each file', async () => {
      put('a.pdf', pdf([table]));
      put('b.pdf', pdf([table]));
      const { stdout } = await keep('--json');
      expect(lines(stdout)).toMatchObject([
        { found: 1, status: 'stored', document_id: expect.stringMatching(/^[0-9a-f]{12}$/) },
        { found: 1, status: 'copy' },
      ]);
      expect(stored('SELECT count(*) FROM found_tables')).toEqual([[1]]);
    });

    it('leave no database behind where nothing could be read', async () => {
      put('a.pdf', 'other');
      expect(await keep()).toMatchObject({ status: 4 });
      expect(() => stored('SELECT 1')).toThrow();
    });

    it('say when another file came under the same name', async () => {
      put('a.pdf', pdf([table]));
      await keep();
      put('a.pdf', pdf([table, table]));
      expect((await keep()).stderr).toContain('tables of another file of this name are kept too: document ');
    });

    it('are listed, and removed by id or file', async () => {
      put('a.pdf', pdf([table]));
      put('b.pdf', pdf([table, table]));
      await keep();
      const db = ['--db', join(folder, 'a.sqlite')];
      expect((await chohyo(['list', ...db])).stdout).toMatch(/a\.pdf\s+1\n.*b\.pdf\s+2\n$/s);
      const [held] = lines((await chohyo(['list', '--json', ...db])).stdout);
      expect(held).toMatchObject({ state: 'tables', source_path: 'a.pdf', found: 1 });
      expect(await chohyo(['remove', '--file', 'b.pdf', ...db])).toMatchObject({ status: 0 });
      expect(await chohyo(['remove', String(stored('SELECT document_id FROM table_documents').flat()[0]), ...db])).toMatchObject({ status: 0 });
      expect(stored('SELECT count(*) FROM table_cell')).toEqual([[0]]);
    });

    it('are not printed in a format as well', async () => {
      put('a.pdf', pdf([table]));
      expect(await keep('--format', 'csv')).toMatchObject({ status: 2 });
    });
  });
});
