import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { sampleRecords } from '../../tests/support/sample-records.js';
import type { DocumentRecords } from '../model/records.js';
import { openForWriting } from '../store/database.js';
import { writeDocument } from '../store/write.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function database(name: string, ...documents: readonly DocumentRecords[]): string {
  const path = join(folder, name);
  const opened = openForWriting(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  for (const records of documents) writeDocument(opened.value, records, 'reader');
  opened.value.close();
  return path;
}

const sample = (seed: string, version = '1.0.0'): DocumentRecords => {
  const records = sampleRecords({ seed });
  return { ...records, document: { ...records.document, grammar_version: version } };
};

describe('merge', () => {
  it('makes one database from several and says what came from each', async () => {
    const [out, one, two] = [join(folder, 'out.sqlite'), database('1.sqlite', sample('1')), database('2.sqlite', sample('1'), sample('2'))];
    const { status, stdout, stderr } = await chohyo(['merge', out, one, two]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/1\.sqlite +1 +0 +0 +merged\n.*2\.sqlite +1 +1 +0 +merged\n$/);
  });

  it('names each document that was read differently, and why which reading stays', async () => {
    const [out, newer] = [database('out.sqlite', sample('1', '1.9.0')), database('in.sqlite', sample('1', '1.10.0'))];
    const { status, stderr } = await chohyo(['merge', out, newer]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /in\.sqlite: document [0-9a-f]{12} \(.+\.pdf\) was read differently: its reading is taken, for its grammar is newer \(\S+ 1\.10\.0, not 1\.9\.0\)\n$/,
    );
    expect((await chohyo(['merge', out, newer])).stderr).toBe('');
  });

  it('goes on after a database that cannot be read, with status 3', async () => {
    writeFileSync(join(folder, 'text.sqlite'), 'text'.repeat(1000));
    const { status, stdout, stderr } = await chohyo([
      'merge',
      join(folder, 'out.sqlite'),
      join(folder, 'none.sqlite'),
      join(folder, 'text.sqlite'),
      database('1.sqlite', sample('1')),
    ]);
    expect(status).toBe(3);
    expect(stderr.split('\n').map((line) => line.split(': ')[1])).toEqual(['E_DB_MISSING', 'E_DB_FOREIGN', undefined]);
    expect(stderr).not.toContain('--db');
    expect(stdout).toContain('E_DB_MISSING');
  });

  it('leaves nothing behind when nothing could be merged', async () => {
    expect((await chohyo(['merge', join(folder, 'out.sqlite'), join(folder, 'none.sqlite')])).status).toBe(4);
    expect(existsSync(join(folder, 'out.sqlite'))).toBe(false);
  });

  it('does not merge a database into itself', async () => {
    const out = database('out.sqlite', sample('1'));
    const { status, stderr } = await chohyo(['merge', out, join(folder, '.', 'out.sqlite')]);
    expect(status).toBe(2);
    expect(stderr).toContain('E_USAGE');
  });

  it('prints one JSON object a database with --json', async () => {
    const { stdout } = await chohyo(['merge', join(folder, 'out.sqlite'), database('1.sqlite', sample('1')), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ database: join(folder, '1.sqlite'), new: [sample('1').document.document_id], same: [], conflicts: [] });
  });
});
