import { describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';

const table = { page: 1, bbox: [0, 0, 9, 9], rows: [['a', 'b'], ['1', '2']], spans: [], parts: [{ page: 1, bbox: [0, 0, 9, 9] }] };
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
