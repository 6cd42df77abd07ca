/**
 * A stand-in for `DecompressionStream` that inflates at once. pdf.js sends each deflated content stream and
 * font through a web stream of its own, whose queues cost more than the inflating; here the whole of it is
 * done when the bytes are written. Damaged streams fail as with the original, and pdf.js falls back on its
 * own inflater.
 */
import { inflateSync } from 'node:zlib';

/**
 * Bytes that one stream may inflate to. The original lets the thread be stopped between any two pieces;
 * what is done at once must stop itself. Page contents and fonts stay far below; a whole A3 page scanned in
 * colour at 600 dots an inch is 200 MB.
 */
export const LARGEST_INFLATED = 256 * 1024 * 1024;

/** Told of a stream that inflates to more; pdf.js is given an empty one in its place. */
export type OnTooLarge = () => void;

interface Settings {
  readonly largest: number;
  readonly onTooLarge: OnTooLarge;
}

const users = new Set<Settings>();
let original: PropertyDescriptor | undefined;

/** Inflates at once until the returned function is called. Of several limits at a time the largest holds. */
export function inflateAtOnce(onTooLarge: OnTooLarge, largest = LARGEST_INFLATED): () => void {
  const settings = { largest, onTooLarge };
  if (users.size === 0) install();
  users.add(settings);
  return () => {
    if (users.delete(settings) && users.size === 0 && original !== undefined) Object.defineProperty(globalThis, NAME, original);
  };
}

const NAME = 'DecompressionStream';

function install(): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, NAME);
  const Native = globalThis.DecompressionStream;
  original = own;
  // Called with `new`: what it returns is what the caller gets.
  function StandIn(format: string): unknown {
    return format === 'deflate' ? standIn() : Reflect.construct(Native, [format]);
  }
  Object.defineProperty(globalThis, NAME, { value: StandIn, configurable: true, writable: true, enumerable: false });
}

/** What pdf.js uses of the original (`asyncGetBytesFromDecompressionStream` in `src/core/decode_stream.js`). */
function standIn() {
  let inflated: () => Uint8Array = () => {
    throw new Error('nothing was written');
  };
  const writer = {
    ready: Promise.resolve(),
    async write(bytes: Uint8Array): Promise<void> {
      try {
        const data = inflate(bytes);
        inflated = () => data;
      } catch (error) {
        inflated = () => {
          throw error;
        };
      }
    },
    close: () => Promise.resolve(),
  };
  const readable = {
    async *[Symbol.asyncIterator]() {
      yield inflated();
    },
  };
  return { readable, writable: { getWriter: () => writer } };
}

/** Contents and fonts inflate to no more than so many times their stream, as a rule. */
const USUAL_RATIO = 6;
/** Bytes. */
const SMALLEST_PIECE = 1024;
const LARGEST_PIECE = 1024 * 1024;

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    // In one piece, as a rule: room for as much as contents and fonts usually inflate to.
    const chunkSize = Math.min(Math.max(USUAL_RATIO * bytes.length, SMALLEST_PIECE), LARGEST_PIECE);
    return inflateSync(bytes, { chunkSize, maxOutputLength: Math.max(...[...users].map(({ largest }) => largest)) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')) throw error;
    for (const { onTooLarge } of users) onTooLarge();
    return new Uint8Array();
  }
}
