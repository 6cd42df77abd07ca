/** One dictionary for all threads. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { dictionaryFile, dictionaryRoom } from './dictionary-files.js';

/** The first number of the room: 0 empty, 1 being filled, 2 filled. */
const state = (room: SharedArrayBuffer): number => Atomics.load(new Int32Array(room, 0, 1), 0);

test('A thread finds in the room what another one put there, and no room is filled twice', async () => {
  const room = dictionaryRoom();
  const costs = dictionaryFile('cc');
  expect(state(room)).toBe(2);
  // A mark of this thread's, where the files leave room.
  new Uint8Array(room).set([7], room.byteLength - 1);
  const script = `import { parentPort, workerData } from 'node:worker_threads';
const { dictionaryFile, dictionaryRoom, useDictionaryRoom } = await import(${JSON.stringify(new URL('../../dist/text/dictionary-files.js', import.meta.url).href)});
useDictionaryRoom(workerData);
const costs = dictionaryFile('cc');
parentPort.postMessage({ mark: new Uint8Array(dictionaryRoom()).at(-1), length: costs.length, sum: costs.reduce((sum, byte) => (sum + byte) % 65521, 0) });`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), { workerData: room });
  const answer = await new Promise<unknown>((resolve, reject) => worker.on('message', resolve).on('error', reject));
  expect(answer).toEqual({ mark: 7, length: costs.length, sum: costs.reduce((sum, byte) => (sum + byte) % 65521, 0) });
  await worker.terminate();
});

test('A room whose thread was ended while it filled it is left alone after a while', () => {
  Atomics.store(new Int32Array(dictionaryRoom(), 0, 1), 0, 1);
  expect(dictionaryFile('unk').length).toBeGreaterThan(0);
  expect(state(dictionaryRoom())).toBe(2);
}, 20_000);
