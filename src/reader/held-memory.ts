/** What a thread holds on to between documents. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
/**
 * Above this the garbage is collected before the memory is told: V8 leaves it lying for hundreds of megabytes more, and
 * a thread would be thrown away for what nobody needs. Collecting costs some milliseconds, a new thread half a second.
 */
const COLLECT_ABOVE = 128 * MEGABYTE;

let collect: (() => void) | undefined;

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  return typeof gc === 'function' ? () => void gc() : () => undefined;
}

/** Bytes of V8's heap and of the buffers beside it that are still in use, as far as that matters. */
export function heldMemory(): number {
  if (inUse() > COLLECT_ABOVE) {
    collect ??= collector();
    collect();
  }
  return inUse();
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
