/** The thread in which pages are drawn: a page that never ends can be ended with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDrawer, type PageDrawer } from './draw-page.js';
import { drawTaskSchema, type DrawMessage } from './draw-protocol.js';

const task = drawTaskSchema.parse(workerData);

function post(message: DrawMessage): void {
  parentPort?.postMessage(message);
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function draw(): Promise<void> {
  let drawer: PageDrawer;
  try {
    drawer = await openDrawer(task.bytes);
  } catch (error) {
    post({ kind: 'unopened', why: whyOf(error) });
    return;
  }
  for (const page of task.pages) {
    try {
      const { substituted, ...image } = await drawer.draw(page);
      post({ kind: 'image', image: { ...image, substituted: [...substituted] } });
    } catch (error) {
      post({ kind: 'undrawn', page, why: whyOf(error) });
    }
  }
  await drawer.close();
  post({ kind: 'done' });
}

await draw();
