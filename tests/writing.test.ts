/** Full disks, closed pipes and Ctrl-C. Needs the built program (npm test builds it first). */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRecords } from './support/sample-records.js';
import { openForReading, openForWriting } from '../src/store/database.js';
import { writeDocument } from '../src/store/write.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const launcher = join(root, 'bin/chohyo.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-writing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function database(documents: number): string {
  const path = join(folder, 'a.sqlite');
  const opened = openForWriting(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  opened.value.transaction(() => {
    for (let seed = 1; seed <= documents; seed++) writeDocument(opened.value, sampleRecords({ seed: String(seed), sourceFile: `${seed}.pdf` }), 'reader');
  })();
  opened.value.close();
  return path;
}

const isBuilt = existsSync(join(root, 'dist/cli/main.js'));

describe.skipIf(!isBuilt || !existsSync('/dev/full'))('a full disk', () => {
  const intoFull = (...argv: readonly string[]) =>
    spawnSync('sh', ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, launcher, ...argv], { encoding: 'utf8' });

  it.each([
    ['a listing', () => ['grammar', 'list']],
    ['one small table', () => ['export', '--db', database(1), '--table', 'items']],
    ['a table of many chunks', () => ['export', '--db', database(300), '--table', 'provenance']],
    ['JSON Lines', () => ['export', '--db', database(300), '--table', 'provenance', '--format', 'jsonl']],
  ])('beneath stdout is named, in one line: %s', (_, argv) => {
    const { status, stderr } = intoFull(...argv());
    expect(stderr).toMatch(/^chohyo: E_OUTPUT_UNWRITABLE: cannot write to stdout: ENOSPC[^\n]*\n$/);
    expect(status).toBe(1);
  });
});

describe.skipIf(!isBuilt || process.platform === 'win32')('a reader that goes away', () => {
  it('ends the writing without a word', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$@" | head -n 1`, process.execPath, launcher, 'export', '--db', database(300), '--table', 'provenance'],
      { encoding: 'utf8' },
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  });
});

describe.skipIf(!isBuilt || process.platform === 'win32')('Ctrl-C', () => {
  interface Stopped {
    readonly signal: NodeJS.Signals | null;
    readonly stderr: string;
  }

  /** Runs a command and interrupts it when it has said so much on stdout. */
  function interrupted(argv: readonly string[], when: { readonly lines?: number; readonly exists?: string }): Promise<Stopped> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [launcher, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [stdout, stderr] = ['', ''];
      const { lines, exists } = when;
      const watch = setInterval(() => {
        if (exists !== undefined && existsSync(exists)) child.kill('SIGINT');
      }, 5);
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
        if (lines !== undefined && stdout.split('\n').length > lines) child.kill('SIGINT');
      });
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.on('close', (_, signal) => {
        clearInterval(watch);
        resolve({ signal, stderr });
      });
    });
  }

  function documents(...names: readonly string[]): string {
    const inputs = join(folder, 'in');
    mkdirSync(inputs);
    for (const [index, name] of names.entries()) copyFileSync(join(root, 'fixtures', name), join(inputs, `${index}.pdf`));
    return inputs;
  }

  it('says what was stored, and keeps it', async () => {
    const inputs = documents(
      'higashimurayama/r3-shimin/direct.pdf',
      'komae/r3-gyozaisei/calc.pdf',
      'machida/2023-shimin/calc.pdf',
      'komae/r3-gyozaisei/writer.pdf',
    );
    const db = join(folder, 'a.sqlite');
    const { signal, stderr } = await interrupted(['ingest', inputs, '--db', db, '--jobs', '1', '--json'], { lines: 1 });
    expect(signal).toBe('SIGINT');
    expect(stderr).toMatch(/\nstopped: \d+ stored of 4 files \(.*a\.sqlite\); the same command goes on from there\n$/);
    const opened = openForReading(db);
    if (!opened.ok) throw new Error(opened.failure.message);
    const stored = Number(opened.value.prepare('SELECT count(*) FROM document').pluck().get());
    opened.value.close();
    expect(stderr).toContain(`stopped: ${stored} stored`);
    expect(readdirSync(folder).sort()).toEqual(['a.sqlite', 'in']);
  });

  it('leaves no empty database', async () => {
    const db = join(folder, 'a.sqlite');
    const { signal, stderr } = await interrupted(['ingest', documents('komae/r3-gyozaisei/calc.pdf'), '--db', db], { exists: db });
    expect(signal).toBe('SIGINT');
    expect(stderr).toContain('stopped: none of 1 file');
    expect(readdirSync(folder)).toEqual(['in']);
  });

  it('leaves no half of an export, nor its folders', async () => {
    const out = join(folder, 'new/out');
    const { signal } = await interrupted(['export', '--db', database(500), '--out', out], { exists: out });
    expect(signal).toBe('SIGINT');
    expect(readdirSync(folder)).toEqual(['a.sqlite']);
  });

  it('leaves no half of a review', async () => {
    const out = join(folder, 'review');
    const { signal } = await interrupted(['review', '--db', database(100), '--out', out], { exists: out });
    expect(signal).toBe('SIGINT');
    expect(readdirSync(folder)).toEqual(['a.sqlite']);
  });
});
