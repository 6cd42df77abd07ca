import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { tuneEngine } from './engine.js';

/** MiB that a new thread sets aside for young objects: two halves, of which one is in use. */
async function youngRoom(): Promise<number> {
  const script = `
    const { getHeapSpaceStatistics } = require('node:v8');
    require('node:worker_threads').parentPort.postMessage(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);`;
  const worker = new Worker(script, { eval: true });
  const [size]: unknown[] = await once(worker, 'message');
  await worker.terminate();
  return Number(size) / 2 ** 20;
}

test('threads opened after the tuning begin with room for the young objects of a page', async () => {
  expect(await youngRoom()).toBeLessThan(16);
  tuneEngine();
  expect(await youngRoom()).toBeGreaterThanOrEqual(16);
});

test('no flag is unknown to this engine, which would say so on stderr', async () => {
  const { spawnSync } = await import('node:child_process');
  const script = `import('${new URL('../../dist/reader/engine.js', import.meta.url).href}').then(({ tuneEngine }) => tuneEngine())`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
