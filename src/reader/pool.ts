/**
 * Reads documents in worker threads that can be ended: a PDF of two kilobytes can keep pdf.js busy for
 * minutes or fill the memory, and neither may take the other documents with it.
 */
import { Worker } from 'node:worker_threads';
import type { Failure } from '../model/errors.js';
import type { TablesOutcome, TablesRequest } from './document-tables.js';
import type { ReadOutcome, ReadRequest } from './types.js';
import {
  inspectOutcomeSchema,
  layersOutcomeSchema,
  readOutcomeSchema,
  tablesOutcomeSchema,
  workerMessageSchema,
  type InspectOutcome,
  type LayersOutcome,
  type WorkerMessage,
  type WorkerSettings,
  type WorkerTask,
} from './worker-protocol.js';

/** A sheet takes tens of milliseconds a page: two minutes are for documents that will never end. */
const DOCUMENT_SECONDS = 120;
/** What every page that was read adds to the time, so that a long report is not taken for a stuck one. */
const PAGE_SECONDS = 1;
/** What a document may use, in megabytes: a report of hundreds of pages stays below a third of it. */
const DOCUMENT_MEGABYTES = 1024;
/**
 * A worker that holds on to more than this after a document makes room for a new one. Below it a worker
 * is used again: loading pdf.js and the dictionary anew takes half a second of every document, and the
 * peak of the process is the same.
 */
const IDLE_MEGABYTES = 256;
/** How often the process is asked for its memory: buffers outside V8's heap have no limit of their own. */
const MEMORY_CHECK_MS = 250;
const MEGABYTE = 1024 * 1024;

export interface PoolOptions {
  /** How many documents are read at the same time. */
  readonly jobs: number;
  readonly grammarFiles?: readonly string[];
  /** A fixed limit in seconds for one document instead of the one that grows with its pages. */
  readonly timeoutSeconds?: number;
  readonly megabytes?: number;
  /** Told where in the program a reading failed, for --debug. */
  readonly onStack?: (stack: string) => void;
  /** The worker's script. */
  readonly worker?: URL;
}

export type OnPage = (page: number, total: number) => void;

export interface Pool {
  read(request: ReadRequest, onPage?: OnPage): Promise<ReadOutcome>;
  inspect(request: ReadRequest): Promise<InspectOutcome>;
  /** What was made of each page, to be drawn over it. */
  layers(request: ReadRequest): Promise<LayersOutcome>;
  tables(request: TablesRequest, onPage?: OnPage): Promise<TablesOutcome>;
  /** Ends all workers. What is still running never settles. */
  close(): Promise<void>;
}

type Ending = { readonly kind: 'done'; readonly outcome: unknown } | { readonly kind: 'failed'; readonly failure: Failure };

interface Job {
  readonly task: WorkerTask;
  readonly onPage: OnPage | undefined;
  readonly settle: (ending: Ending) => void;
  /** Run with no other beside it, after several together used too much memory. */
  readonly alone: boolean;
}

interface Run {
  readonly job: Job;
  readonly worker: Worker;
  readonly startMemory: number;
  timer: NodeJS.Timeout;
  seconds: number;
}

export function openPool(options: PoolOptions): Pool {
  const settings: WorkerSettings = { grammarFiles: options.grammarFiles ?? [] };
  const script = options.worker ?? new URL('./worker.js', import.meta.url);
  const megabytes = options.megabytes ?? DOCUMENT_MEGABYTES;
  const queue: Job[] = [];
  const runs = new Set<Run>();
  const idle: Worker[] = [];
  const ending = new Set<Promise<unknown>>();
  const baseMemory = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;

  function submit(task: WorkerTask, onPage?: OnPage): Promise<Ending> {
    return new Promise((settle) => {
      queue.push({ task, onPage, settle, alone: false });
      startNext();
    });
  }

  function startNext(): void {
    for (;;) {
      const next = queue[0];
      const aloneNow = [...runs].some((run) => run.job.alone);
      if (next === undefined || aloneNow || runs.size >= options.jobs || (next.alone && runs.size + ending.size > 0)) break;
      queue.shift();
      start(next);
    }
    if (runs.size > 0 && watch === undefined) watch = setInterval(checkMemory, MEMORY_CHECK_MS);
    if (runs.size === 0 && watch !== undefined) {
      clearInterval(watch);
      watch = undefined;
    }
  }

  function start(job: Job): void {
    const worker = idle.pop() ?? new Worker(script, { workerData: settings, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    const seconds = options.timeoutSeconds ?? DOCUMENT_SECONDS;
    const run: Run = { job, worker, startMemory: process.memoryUsage.rss(), timer: setTimeout(onTimeout, seconds * 1000), seconds };
    runs.add(run);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(job.task);

    function onTimeout(): void {
      stop(run, { kind: 'failed', failure: tooSlow(run.seconds) });
    }
    function onMessage(data: unknown): void {
      const message = workerMessageSchema.safeParse(data);
      if (!message.success) return stop(run, { kind: 'failed', failure: broken('it sent something unexpected') });
      if (message.data.kind === 'page') return onPage(message.data);
      release(run);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (message.data.memory > IDLE_MEGABYTES * MEGABYTE) end(worker);
      else idle.push(worker);
      if (message.data.stack !== undefined) options.onStack?.(message.data.stack);
      job.settle({ kind: 'done', outcome: message.data.outcome });
      startNext();
    }
    function onPage(message: Extract<WorkerMessage, { kind: 'page' }>): void {
      job.onPage?.(message.page, message.total);
      if (options.timeoutSeconds !== undefined) return;
      // The time runs on from the start of the document; each page read puts the end a little off.
      run.seconds += PAGE_SECONDS;
      clearTimeout(run.timer);
      const left = run.seconds * 1000 - (performance.now() - startedAt);
      run.timer = setTimeout(onTimeout, Math.max(0, left));
    }
    const startedAt = performance.now();
    function onError(error: unknown): void {
      const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const why = error instanceof Error ? error.message : String(error);
      if (error instanceof Error && error.stack !== undefined) options.onStack?.(error.stack);
      stop(run, { kind: 'failed', failure: outOfMemory ? tooBig(megabytes) : broken(why) });
    }
    function onExit(): void {
      stop(run, { kind: 'failed', failure: broken('it ended without a word') });
    }
  }

  /** Ends the worker of a run, which then settles once. */
  function stop(run: Run, ending: Ending): void {
    if (!release(run)) return;
    end(run.worker);
    run.job.settle(ending);
    startNext();
  }

  function release(run: Run): boolean {
    clearTimeout(run.timer);
    return runs.delete(run);
  }

  function end(worker: Worker): void {
    worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
    // A worker that dies of its own accord while it is being ended must not end the process.
    worker.on('error', () => undefined);
    const gone = worker.terminate().then(() => {
      ending.delete(gone);
      startNext();
    });
    ending.add(gone);
  }

  /**
   * Threads share one process, whose memory cannot be told apart: when it grows too big, the document
   * that was read alone is to blame; of several, each is read again alone.
   */
  function checkMemory(): void {
    const memory = process.memoryUsage.rss();
    const [first, ...others] = runs;
    if (first === undefined) return;
    const single = others.length === 0 && (first.job.alone || options.jobs === 1);
    const start = single ? first.startMemory : baseMemory;
    if (memory - start < megabytes * MEGABYTE * (runs.size + idle.length)) return;
    for (const run of [first, ...others]) {
      if (single) {
        stop(run, { kind: 'failed', failure: tooBig(megabytes) });
      } else {
        release(run);
        end(run.worker);
        queue.unshift({ ...run.job, alone: true });
      }
    }
    while (idle.length > 0) {
      const worker = idle.pop();
      if (worker !== undefined) end(worker);
    }
    startNext();
  }

  return {
    async read(request, onPage) {
      const ended = await submit({ kind: 'read', request }, onPage);
      if (ended.kind === 'failed') return ended;
      const outcome = readOutcomeSchema.safeParse(ended.outcome);
      return outcome.success ? outcome.data : { kind: 'failed', failure: malformed(outcome.error.issues) };
    },
    async inspect(request) {
      const ended = await submit({ kind: 'inspect', request });
      if (ended.kind === 'failed') return ended;
      const outcome = inspectOutcomeSchema.safeParse(ended.outcome);
      return outcome.success ? outcome.data : { kind: 'failed', failure: malformed(outcome.error.issues) };
    },
    async layers(request) {
      const ended = await submit({ kind: 'layers', request });
      if (ended.kind === 'failed') return ended;
      const outcome = layersOutcomeSchema.safeParse(ended.outcome);
      return outcome.success ? outcome.data : { kind: 'failed', failure: malformed(outcome.error.issues) };
    },
    async tables(request, onPage) {
      const ended = await submit({ kind: 'tables', request }, onPage);
      if (ended.kind === 'failed') return ended;
      const outcome = tablesOutcomeSchema.safeParse(ended.outcome);
      return outcome.success ? outcome.data : { kind: 'failed', failure: malformed(outcome.error.issues) };
    },
    async close() {
      queue.length = 0;
      for (const run of runs) {
        release(run);
        end(run.worker);
      }
      for (const worker of idle.splice(0)) end(worker);
      await Promise.all(ending);
      startNext();
    },
  };
}

const reportIt = 'Please report this, with the file and the output of the same command and --debug.';

function tooSlow(seconds: number): Failure {
  return {
    code: 'E_LIMIT_TIME',
    message: `reading it took more than ${seconds} seconds`,
    remedy: 'Allow more time with --timeout SECONDS, or split the file by pages.',
  };
}

function tooBig(megabytes: number): Failure {
  return {
    code: 'E_LIMIT_MEMORY',
    message: `reading it took more than ${megabytes} MB of memory`,
    remedy: 'Split the file by pages, or have another program write it again.',
  };
}

function broken(why: string): Failure {
  return { code: 'E_INTERNAL', message: `the reader failed: ${why}`, remedy: reportIt };
}

function malformed(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Failure {
  const first = issues[0];
  return {
    code: 'E_INTERNAL',
    message: `the reader's records are not as agreed: ${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}`,
    remedy: reportIt,
  };
}
