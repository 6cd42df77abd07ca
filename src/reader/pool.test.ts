import { afterEach, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { openPool, type Pool, type PoolOptions } from './pool.js';
import type { ReadOutcome, ReadRequest } from './types.js';

const worker = new URL('../../tests/support/fake-worker.mjs', import.meta.url);
const sha256 = sampleRecords().document.source_sha256;

let pool: Pool | undefined;
afterEach(async () => pool?.close());

function poolOf(options: Partial<PoolOptions> = {}): Pool {
  pool = openPool({ jobs: 1, worker, ...options });
  return pool;
}

const request = (text: string): ReadRequest => ({ bytes: new TextEncoder().encode(text), sourceFile: 'a.pdf', sha256 });
const failureOf = (outcome: ReadOutcome): string => (outcome.kind === 'failed' ? `${outcome.failure.code}: ${outcome.failure.message}` : outcome.kind);

describe('a pool of readers', () => {
  it('hands back the records of a document', async () => {
    const outcome = await poolOf().read(request(`records ${JSON.stringify(sampleRecords())}`));
    expect(outcome).toEqual({ kind: 'read', records: sampleRecords({ sourceFile: 'a.pdf' }), problems: [] });
  });

  it('refuses records that do not fit the tables', async () => {
    const { items, ...rest } = sampleRecords();
    const outcome = await poolOf().read(request(`records ${JSON.stringify({ ...rest, items: items.map((item) => ({ ...item, page_first: 'one' })) })}`));
    expect(failureOf(outcome)).toMatch(/^E_INTERNAL: .*records\.items\.0\.page_first/);
  });

  it('ends a document that takes too long, and goes on with the next', async () => {
    const readers = poolOf({ timeoutSeconds: 0.5 });
    const [stuck, next] = await Promise.all([readers.read(request('hang')), readers.read(request('other'))]);
    expect(failureOf(stuck)).toBe('E_LIMIT_TIME: reading it took more than 0.5 seconds');
    expect(failureOf(next)).toBe('E_NOT_A_PDF: a.pdf is not a PDF');
  });

  it('tells of each page read, which does not move a limit that the user set', async () => {
    const pages: string[] = [];
    const outcome = await poolOf({ timeoutSeconds: 0.6 }).read(request('pages 100'), (page, total) => pages.push(`${page}/${total}`));
    expect(failureOf(outcome)).toMatch(/^E_LIMIT_TIME/);
    expect(pages.slice(0, 2)).toEqual(['1/100', '2/100']);
  });

  it('ends a document that fills the heap', async () => {
    const readers = poolOf({ megabytes: 64 });
    expect(failureOf(await readers.read(request('grow')))).toBe('E_LIMIT_MEMORY: reading it took more than 64 MB of memory');
    expect(failureOf(await readers.read(request('other')))).toMatch(/^E_NOT_A_PDF/);
  });

  it('ends a document that fills the memory outside the heap', async () => {
    expect(failureOf(await poolOf({ megabytes: 200 }).read(request('buffers')))).toMatch(/^E_LIMIT_MEMORY/);
  });

  it('blames the right one when two documents are read at once', async () => {
    const readers = poolOf({ jobs: 2, megabytes: 150 });
    const [hungry, slow] = await Promise.all([readers.read(request('buffers')), readers.read(request('pages 8'))]);
    expect(failureOf(hungry)).toMatch(/^E_LIMIT_MEMORY/);
    expect(failureOf(slow)).toMatch(/^E_UNKNOWN_FORMAT/);
  });

  it.each([
    ['throw', 'a bug'],
    ['exit', 'it ended without a word'],
    ['nonsense', 'it sent something unexpected'],
  ])('survives a reader that does this: %s', async (command, why) => {
    const readers = poolOf();
    expect(failureOf(await readers.read(request(command)))).toBe(`E_INTERNAL: the reader failed: ${why}`);
    expect(failureOf(await readers.read(request('other')))).toMatch(/^E_NOT_A_PDF/);
  });

  it('uses a thread again, unless it holds on to much memory', async () => {
    const readers = poolOf();
    const first = failureOf(await readers.read(request('thread')));
    expect(failureOf(await readers.read(request(`thread ${1e9}`)))).toBe(first);
    expect(failureOf(await readers.read(request('thread')))).not.toBe(first);
  });

  it('puts a new thread in the place of one that died of a late fault while it had nothing to do', async () => {
    const readers = poolOf();
    await readers.read(request('dies-later 1'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(failureOf(await readers.read(request('other')))).toMatch(/^E_NOT_A_PDF/);
  });

  it.each(['dies-later', 'spoils-later'])('reads a document once more, in a new thread, when the fault of one before it reaches it: %s', async (fault) => {
    const readers = poolOf();
    const first = failureOf(await readers.read(request(`${fault} 50`)));
    const second = failureOf(await readers.read(request('slow 200')));
    expect(second).toMatch(/^E_UNKNOWN_FORMAT: document 1 of thread/);
    expect(second.split('thread')[1]).not.toBe(first.split('thread')[1]);
  });

  it('does not use a thread again in which something went astray', async () => {
    const readers = poolOf();
    const first = failureOf(await readers.read(request('spoils-later 1')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(failureOf(await readers.read(request('thread'))).split('thread')[1]).not.toBe(first.split('thread')[1]);
  });

  it('reads as many documents at once as there are jobs', async () => {
    const readers = poolOf({ jobs: 2 });
    const threads = await Promise.all(['pages 2', 'pages 2', 'pages 2'].map((text) => readers.read(request(text))));
    expect(new Set(threads.map(failureOf)).size).toBe(2);
  });

  it('looks into a document', async () => {
    expect(await poolOf().inspect(request('any'))).toEqual({ kind: 'inspected', text: 'looked into a.pdf\n', json: '{"pages":1}' });
  });
});
