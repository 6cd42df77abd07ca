/**
 * Draws pages in a thread of its own. A page that takes too long or too much memory is given up, and
 * the pages after it are drawn in a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { PageImage } from './draw-page.js';
import { drawMessageSchema, type DrawTask } from './draw-protocol.js';

/** A page of a sheet takes half a second; nobody waits longer than this for one picture. */
const PAGE_SECONDS = 60;
/** Of V8's heap. */
const HEAP_MEGABYTES = 1024;

export type Drawn = { readonly kind: 'image'; readonly image: PageImage } | { readonly kind: 'undrawn'; readonly page: number; readonly why: string };

export interface DrawOptions {
  readonly pageSeconds?: number;
  /** The worker's script. */
  readonly worker?: URL;
}

/** One answer a page, in order. */
export async function* drawPages(bytes: Uint8Array, pages: readonly number[], options: DrawOptions = {}): AsyncGenerator<Drawn> {
  let left = [...pages];
  while (left.length > 0) {
    for await (const drawn of drawInThread(bytes, left, options)) {
      yield drawn;
      const page = drawn.kind === 'image' ? drawn.image.page : drawn.page;
      left = left.slice(left.indexOf(page) + 1);
    }
  }
}

/** Ends after the first page that takes the thread with it. Gives at least one answer. */
async function* drawInThread(bytes: Uint8Array, pages: readonly number[], options: DrawOptions): AsyncGenerator<Drawn> {
  const task: DrawTask = { bytes, pages: [...pages] };
  const worker = new Worker(options.worker ?? new URL('./draw-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const answers = queueOf(worker);
  const seconds = options.pageSeconds ?? PAGE_SECONDS;
  try {
    for (const page of pages) {
      const answer = await answers.next(seconds);
      if (answer.kind === 'ended') {
        yield { kind: 'undrawn', page, why: answer.why };
        return;
      }
      if (answer.kind === 'unopened') {
        for (const unread of pages.slice(pages.indexOf(page))) yield { kind: 'undrawn', page: unread, why: answer.why };
        return;
      }
      yield answer;
    }
  } finally {
    await worker.terminate();
  }
}

type Answer = Drawn | { readonly kind: 'unopened'; readonly why: string } | { readonly kind: 'ended'; readonly why: string };

/** The worker's messages one by one, for whoever waits; a worker that dies or is silent for too long has `ended`. */
function queueOf(worker: Worker): { next(seconds: number): Promise<Answer> } {
  const waiting: Answer[] = [];
  let wake: (() => void) | undefined;
  const put = (answer: Answer): void => {
    waiting.push(answer);
    wake?.();
  };
  worker.on('message', (data: unknown) => {
    const message = drawMessageSchema.safeParse(data);
    if (!message.success) put({ kind: 'ended', why: 'the drawing thread sent something unexpected' });
    else if (message.data.kind !== 'done') put(message.data);
  });
  worker.on('error', (error: unknown) => put({ kind: 'ended', why: error instanceof Error ? error.message : String(error) }));
  worker.on('exit', () => put({ kind: 'ended', why: 'the drawing thread ended without a word' }));
  return {
    async next(seconds) {
      if (waiting.length === 0) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, seconds * 1000);
        });
        clearTimeout(timer);
        wake = undefined;
      }
      return waiting.shift() ?? { kind: 'ended', why: `drawing it took more than ${seconds} seconds` };
    },
  };
}
