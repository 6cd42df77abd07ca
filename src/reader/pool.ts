/**
 * Reads documents in worker threads that can be ended: a PDF of two kilobytes can keep pdf.js busy for
 * minutes or fill the memory, and neither may take the other documents with it.
 */
import type { EventLoopUtilization } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import type { Failure } from '../model/errors.js';
import type { Limits } from '../model/limits.js';
import { dictionaryRoom } from '../text/dictionary-files.js';
import type { TablesOutcome, TablesRequest } from './document-tables.js';
import { tuneEngine } from './engine.js';
import { allowedSeconds, type Elapsed, secondsLeft } from './patience.js';
import { broken, malformed, tooBig, tooSlow } from './pool-failures.js';
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

/** What a document may use, in megabytes: a report of hundreds of pages stays below a third of it. */
const DOCUMENT_MEGABYTES = 1024;
/**
 * A worker that still holds on to more than this after a document, its garbage collected, makes room for a
 * new one. Below it a worker is used again: loading pdf.js anew takes half a second of every document.
 */
const IDLE_MEGABYTES = 256;
/** How often the process is asked for its memory: buffers outside V8's heap have no limit of their own. */
const MEMORY_CHECK_MS = 250;
const MEGABYTE = 1024 * 1024;

export interface PoolOptions {
  /** How many documents are read at the same time. */
  readonly jobs: number;
  readonly grammarFiles?: readonly string[];
  /** A fixed limit in seconds by the clock for one document, instead of the one that grows with its pages and counts time at work. */
  readonly timeoutSeconds?: number;
  readonly megabytes?: number;
  /** Of what a document may hold, where they are to differ from the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Told where in the program a reading failed, for --debug. */
  readonly onStack?: (stack: string) => void;
  /** The worker's script. */
  readonly worker?: URL;
}

export type OnPage = (page: number, total: number) => void;

export interface Pool {
  read(request: ReadRequest, onPage?: OnPage): Promise<ReadOutcome>;
  inspect(request: ReadRequest): Promise<InspectOutcome>;
  /** What the grammar named in the request makes of the document, field by field. */
  trial(request: ReadRequest): Promise<InspectOutcome>;
  /** A grammar that recognises the document, to begin with. */
  draft(request: ReadRequest): Promise<InspectOutcome>;
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
  /** Run in a new thread, after it failed in one that had read other documents. */
  readonly afresh: boolean;
}

/** One thread, for its whole life: a fault may come while it reads, or from a document that it has long done with. */
interface Reader {
  readonly worker: Worker;
  run: Run | undefined;
  /** It has read a document before. */
  used: boolean;
  /** Something that no document answers for has gone wrong in it. */
  spoilt: boolean;
}

interface Run {
  readonly job: Job;
  readonly startedAt: number;
  readonly startCpu: NodeJS.CpuUsage;
  readonly startActivity: EventLoopUtilization;
  /** Most that ran at a time while this one did, itself counted. */
  readers: number;
  readonly startMemory: number;
  timer: NodeJS.Timeout;
  seconds: number;
  /** Read so far. */
  pages: number;
}

function elapsed(worker: Worker, run: Run): Elapsed {
  const { user, system } = process.cpuUsage(run.startCpu);
  const { active } = worker.performance.eventLoopUtilization(run.startActivity);
  return { clock: (performance.now() - run.startedAt) / 1000, processor: (user + system) / 1e6, active: active / 1000, readers: run.readers };
}

export function openPool(options: PoolOptions): Pool {
  const settings: WorkerSettings = { grammarFiles: options.grammarFiles ?? [], limits: options.limits ?? {}, dictionary: dictionaryRoom() };
  tuneEngine();
  const script = options.worker ?? new URL('./worker.js', import.meta.url);
  const megabytes = options.megabytes ?? DOCUMENT_MEGABYTES;
  const queue: Job[] = [];
  const readers = new Set<Reader>();
  const ending = new Set<Promise<unknown>>();
  const baseMemory = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;

  function submit(task: WorkerTask, onPage?: OnPage): Promise<Ending> {
    return new Promise((settle) => {
      queue.push({ task, onPage, settle, alone: false, afresh: false });
      startNext();
    });
  }

  const running = (): Reader[] => [...readers].filter((reader) => reader.run !== undefined);

  function startNext(): void {
    for (;;) {
      const next = queue[0];
      const busy = running();
      const aloneNow = busy.some((reader) => reader.run?.job.alone === true);
      if (next === undefined || aloneNow || busy.length >= options.jobs || (next.alone && busy.length + ending.size > 0)) break;
      queue.shift();
      start(next);
    }
    const isBusy = running().length > 0;
    if (isBusy && watch === undefined) watch = setInterval(checkMemory, MEMORY_CHECK_MS);
    if (!isBusy && watch !== undefined) {
      clearInterval(watch);
      watch = undefined;
    }
  }

  function start(job: Job): void {
    const idle = job.afresh ? undefined : [...readers].find((reader) => reader.run === undefined);
    const reader = idle ?? openReader();
    const seconds = options.timeoutSeconds ?? allowedSeconds(0);
    const timer = setTimeout(() => onTimeout(reader), seconds * 1000);
    reader.run = {
      job,
      startedAt: performance.now(),
      startCpu: process.cpuUsage(),
      startActivity: reader.worker.performance.eventLoopUtilization(),
      readers: 1,
      startMemory: process.memoryUsage.rss(),
      timer,
      seconds,
      pages: 0,
    };
    const busy = running();
    for (const { run } of busy) if (run !== undefined) run.readers = Math.max(run.readers, busy.length);
    reader.worker.postMessage(job.task);
  }

  /** A new thread, listened to from its first word to its last. */
  function openReader(): Reader {
    const worker = new Worker(script, { workerData: settings, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    const reader: Reader = { worker, run: undefined, used: false, spoilt: false };
    readers.add(reader);
    worker.on('message', (data: unknown) => onMessage(reader, data));
    worker.on('error', (error: unknown) => onError(reader, error));
    worker.on('exit', () => fail(reader, broken('it ended without a word')));
    return reader;
  }

  function onTimeout(reader: Reader): void {
    const { run } = reader;
    if (run === undefined) return;
    const left = options.timeoutSeconds === undefined ? secondsLeft(run.seconds, elapsed(reader.worker, run)) : 0;
    if (left > 0) run.timer = setTimeout(() => onTimeout(reader), left * 1000);
    else stop(reader, { kind: 'failed', failure: tooSlow(run.seconds) });
  }

  function onMessage(reader: Reader, data: unknown): void {
    const message = workerMessageSchema.safeParse(data);
    if (!message.success) return fail(reader, broken('it sent something unexpected'));
    switch (message.data.kind) {
      case 'page':
        return onPage(reader, message.data);
      case 'spoilt':
        reader.spoilt = true;
        if (reader.run === undefined) end(reader);
        return;
      case 'done':
        return onDone(reader, message.data);
    }
  }

  function onPage(reader: Reader, message: Extract<WorkerMessage, { kind: 'page' }>): void {
    const { run } = reader;
    if (run === undefined) return;
    run.job.onPage?.(message.page, message.total);
    if (options.timeoutSeconds !== undefined) return;
    // The time runs on from the start of the document; each page read puts the end a little off.
    run.pages += 1;
    run.seconds = allowedSeconds(run.pages);
    clearTimeout(run.timer);
    run.timer = setTimeout(() => onTimeout(reader), secondsLeft(run.seconds, elapsed(reader.worker, run)) * 1000);
  }

  function onDone(reader: Reader, message: Extract<WorkerMessage, { kind: 'done' }>): void {
    if (reader.spoilt && reader.used) return again(reader);
    const run = release(reader);
    reader.used = true;
    if (reader.spoilt || message.memory > IDLE_MEGABYTES * MEGABYTE) end(reader);
    if (message.stack !== undefined) options.onStack?.(message.stack);
    run?.job.settle({ kind: 'done', outcome: message.outcome });
    startNext();
  }

  function onError(reader: Reader, error: unknown): void {
    const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.stack !== undefined) options.onStack?.(error.stack);
    fail(reader, outOfMemory ? tooBig(megabytes) : broken(why));
  }

  /** The thread is lost. If it had read other documents, this one need not be to blame. */
  function fail(reader: Reader, failure: Failure): void {
    if (reader.used) again(reader);
    else stop(reader, { kind: 'failed', failure });
  }

  /** Reads the reader's document once more, in a new thread: what comes out then is the document's own. */
  function again(reader: Reader): void {
    const run = release(reader);
    if (run !== undefined) queue.unshift({ ...run.job, afresh: true });
    end(reader);
    startNext();
  }

  /** Ends the reader, whose document then settles once. */
  function stop(reader: Reader, ending: Ending): void {
    const run = release(reader);
    end(reader);
    run?.job.settle(ending);
    startNext();
  }

  function release(reader: Reader): Run | undefined {
    const { run } = reader;
    reader.run = undefined;
    clearTimeout(run?.timer);
    return run;
  }

  function end(reader: Reader): void {
    if (!readers.delete(reader)) return;
    const { worker } = reader;
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
    const busy = running();
    const [first] = busy;
    if (first?.run === undefined) return;
    const single = busy.length === 1 && (first.run.job.alone || options.jobs === 1);
    const start = single ? first.run.startMemory : baseMemory;
    if (memory - start < megabytes * MEGABYTE * readers.size) return;
    for (const reader of busy) {
      if (single) {
        stop(reader, { kind: 'failed', failure: tooBig(megabytes) });
        continue;
      }
      const run = release(reader);
      if (run !== undefined) queue.unshift({ ...run.job, alone: true });
      end(reader);
    }
    for (const reader of [...readers]) if (reader.run === undefined) end(reader);
    startNext();
  }

  async function ask<T>(task: WorkerTask, schema: z.ZodType<T>, onPage?: OnPage): Promise<T | { readonly kind: 'failed'; readonly failure: Failure }> {
    const ended = await submit(task, onPage);
    if (ended.kind === 'failed') return ended;
    const outcome = schema.safeParse(ended.outcome);
    return outcome.success ? outcome.data : { kind: 'failed', failure: malformed(outcome.error.issues) };
  }

  return {
    read: (request, onPage) => ask({ kind: 'read', request }, readOutcomeSchema, onPage),
    inspect: (request) => ask({ kind: 'inspect', request }, inspectOutcomeSchema),
    trial: (request) => ask({ kind: 'trial', request }, inspectOutcomeSchema),
    draft: (request) => ask({ kind: 'draft', request }, inspectOutcomeSchema),
    layers: (request) => ask({ kind: 'layers', request }, layersOutcomeSchema),
    tables: (request, onPage) => ask({ kind: 'tables', request }, tablesOutcomeSchema, onPage),
    async close() {
      queue.length = 0;
      for (const reader of [...readers]) {
        release(reader);
        end(reader);
      }
      await Promise.all(ending);
      startNext();
    },
  };
}
