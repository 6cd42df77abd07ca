/** The pool of reading threads as a command's options and surroundings want it. */
import type { Limits } from '../model/limits.js';
import type { Pool } from '../reader/pool.js';
import { harmless } from '../text/printable.js';
import type { Console } from './console.js';

export interface ReaderSettings {
  readonly jobs: number;
  /** Seconds for one document, from --timeout. */
  readonly timeout?: number | undefined;
  readonly grammarFiles?: readonly string[];
  /** From --limit. */
  readonly limit?: Partial<Limits> | undefined;
}

export async function openReaders(console: Console, settings: ReaderSettings): Promise<Pool> {
  const { openPool } = await import('../reader/pool.js');
  return openPool({
    jobs: settings.jobs,
    grammarFiles: settings.grammarFiles ?? [],
    limits: settings.limit ?? {},
    ...(settings.timeout === undefined ? {} : { timeoutSeconds: settings.timeout }),
    ...(console.worker === undefined ? {} : { worker: console.worker }),
    ...(console.debug ? { onStack: (stack) => console.stderr.write(`${harmless(stack)}\n`) } : {}),
  });
}
