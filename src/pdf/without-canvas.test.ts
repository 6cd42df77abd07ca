import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

test('A thread that reads does without the drawing library, and whoever asks for it later gets it', async () => {
  const script = `import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
const { loadPdfjs } = await import(${JSON.stringify(new URL('../../dist/pdf/library.js', import.meta.url).href)});
await loadPdfjs('fast');
const require = createRequire(${JSON.stringify(import.meta.url)});
const path = require.resolve('@napi-rs/canvas');
const loaded = path in require.cache;
parentPort.postMessage({ loaded, draws: typeof require('@napi-rs/canvas').createCanvas, fetches: typeof Response.prototype.json });`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const answer = await new Promise<unknown>((resolve, reject) => worker.on('message', resolve).on('error', reject));
  await worker.terminate();
  expect(answer).toEqual({ loaded: false, draws: 'function', fetches: 'function' });
});
