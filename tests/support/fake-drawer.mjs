// Stands in for the drawing thread: page 2 never ends, page 4 takes the thread with it.
import { parentPort, workerData } from 'node:worker_threads';

for (const page of workerData.pages) {
  if (page === 2) for (;;);
  if (page === 4) process.exit(1);
  parentPort.postMessage({ kind: 'image', image: { page, width: 1, height: 1, bytes: new Uint8Array(), substituted: [] } });
}
parentPort.postMessage({ kind: 'done' });
