/**
 * The files of kuromoji's dictionary, unpacked once for all threads of the process: the first thread that wants a word fills the
 * room, the others wait for it and read there too.
 *
 *   room: state | number of files | offset and length of each | the files, each from a whole number of 8 bytes on
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const NAMES = ['cc', 'base', 'check', 'tid_map', 'tid', 'unk_map', 'unk', 'unk_char', 'unk_invoke'] as const;
export type DictionaryFile = (typeof NAMES)[number];

/** Bytes: IPADIC takes 57 MB; what is not filled takes no memory. */
const ROOM = 96 * 1024 * 1024;
const HEADER = 8 * (1 + NAMES.length);

/** Bytes that are unpacked at a time: in pieces of 16 kB, as is usual, putting them together takes nearly as long as unpacking them. */
const PIECE = 1024 * 1024;

/** Milliseconds. Filling takes a quarter of a second. */
const LONGEST_WAIT = 5000;

const EMPTY = 0;
const FILLING = 1;
const FILLED = 2;

let room: SharedArrayBuffer | undefined;

/** The room of this thread, to be handed to others. */
export function dictionaryRoom(): SharedArrayBuffer {
  return (room ??= new SharedArrayBuffer(ROOM));
}

/** Uses the room of another thread. To be called before the first word is asked for. */
export function useDictionaryRoom(shared: SharedArrayBuffer): void {
  room ??= shared;
}

/** What a file of the dictionary holds. */
export function dictionaryFile(name: DictionaryFile): Uint8Array {
  const shared = dictionaryRoom();
  const header = new Int32Array(shared, 0, HEADER / 4);
  if (Atomics.compareExchange(header, 0, EMPTY, FILLING) === EMPTY) fill(shared, header);
  Atomics.wait(header, 0, FILLING, LONGEST_WAIT);
  if (Atomics.load(header, 0) !== FILLED) {
    // The thread that was to fill it was ended, or could not: this one makes a room of its own.
    room = new SharedArrayBuffer(ROOM);
    return dictionaryFile(name);
  }
  const place = 2 * (1 + NAMES.indexOf(name));
  return new Uint8Array(shared, header[place] ?? 0, header[place + 1] ?? 0);
}

function fill(shared: SharedArrayBuffer, header: Int32Array): void {
  try {
    let end = HEADER;
    for (const [i, name] of NAMES.entries()) {
      const bytes = unpacked(name);
      new Uint8Array(shared, end, bytes.length).set(bytes);
      header.set([end, bytes.length], 2 * (1 + i));
      end += Math.ceil(bytes.length / 8) * 8;
    }
    Atomics.store(header, 0, FILLED);
  } finally {
    Atomics.notify(header, 0);
  }
}

const folder = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');

/** A file of the dictionary without the room that its maker left behind it (zeros, up to four fifths). */
function unpacked(name: DictionaryFile): Uint8Array {
  const bytes = gunzipSync(readFileSync(join(folder, `${name}.dat.gz`)), { chunkSize: PIECE });
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  // Numbers of up to four bytes may end in zeros of their own.
  return bytes.subarray(0, Math.min(bytes.length, end + 4 - (end % 4) + 4));
}
