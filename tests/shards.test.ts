import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const launcher = join(root, 'bin/chohyo.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-shards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => join(folder, name);

function chohyo(...argv: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [launcher, ...argv], { encoding: 'utf8' });
  return { status, stderr };
}

/** Runs one as a process of its own, beside others. */
function started(...argv: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [launcher, ...argv], { stdio: 'ignore' }).on('exit', resolve);
  });
}

function exported(db: string): Readonly<Record<string, string>> {
  const out = `${db}.out`;
  expect(chohyo('export', '--db', db, '--out', out, '--all')).toEqual({ status: 0, stderr: '' });
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

/** Needs the built program (npm test builds it first). */
describe.skipIf(!existsSync(join(root, 'dist/cli/main.js')))('four shards, as four processes', () => {
  it('merged are, byte for byte, what one run stores: superseded files, copies and files that cannot be read included', async () => {
    const documents = inFolder('documents');
    const put = (name: string, fixture: string): void => {
      mkdirSync(join(documents, name, '..'), { recursive: true });
      copyFileSync(join(root, 'fixtures', fixture), join(documents, name));
    };
    for (const producer of ['direct', 'calc', 'writer']) {
      put(`132136/2021/${producer}.pdf`, `higashimurayama/r3-shimin/${producer}.pdf`);
      put(`132144/2022/${producer}.pdf`, `kokubunji/r4-shiminseikatsu/${producer}.pdf`);
    }
    put('copies/one.pdf', 'kokubunji/r4-shiminseikatsu/direct.pdf');
    put('copies/two.pdf', 'kokubunji/r4-shiminseikatsu/direct.pdf');
    writeFileSync(join(documents, 'broken.pdf'), '<html>');

    expect(chohyo('ingest', documents, '--db', inFolder('whole.sqlite')).status).toBe(3);
    const parts = [1, 2, 3, 4].map((part) => inFolder(`part-${part}.sqlite`));
    const statuses = await Promise.all(parts.map((db, index) => started('ingest', documents, '--db', db, '--shard', `${index + 1}/4`, '--jobs', '1')));
    expect(statuses.filter((status) => status !== 0)).toHaveLength(1);

    const merged = inFolder('merged.sqlite');
    expect(chohyo('merge', merged, ...parts)).toEqual({ status: 0, stderr: '' });
    const whole = exported(inFolder('whole.sqlite'));
    expect(exported(merged)).toEqual(whole);
    expect(whole['items.csv']?.split('\n').length).toBeGreaterThan(100);

    // Again, in another order: nothing changes.
    expect(chohyo('merge', merged, ...parts.toReversed())).toEqual({ status: 0, stderr: '' });
    expect(exported(merged)).toEqual(whole);
  }, 300_000);
});
