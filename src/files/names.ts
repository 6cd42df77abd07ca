/**
 * Paths whose names need not be UTF-8: a ZIP file packed on a Japanese Windows leaves names in Shift_JIS
 * behind. Node turns what it cannot decode into U+FFFD, and such a path opens nothing; so paths are kept as
 * bytes beside the name that people are shown.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, parse, sep } from 'node:path';

/** A file or folder: as it is shown, and as the file system has it. */
export interface FilePath {
  readonly path: string;
  /** Only where the path as shown would not open it. */
  readonly bytes?: Buffer;
}

/** What `node:fs` is to open. */
export function opening(file: FilePath): string | Buffer {
  return file.bytes ?? file.path;
}

const encodings = ['utf-8', 'shift_jis'] as const;

/** The name that the bytes spell in the first encoding that fits; bytes that fit none are shown as `\xE3`. */
export function decodeName(name: Uint8Array): string {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(name);
    } catch {
      // The next may fit.
    }
  }
  return [...name].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`)).join('');
}

/** A folder's entry of that name. */
export function entryOf(folder: FilePath, name: Buffer): FilePath {
  const text = name.toString('utf8');
  const plain = folder.bytes === undefined && Buffer.from(text).equals(name);
  if (plain) return { path: join(folder.path, text) };
  const bytes = Buffer.concat([folder.bytes ?? Buffer.from(folder.path), Buffer.from(sep), name]);
  return { path: join(folder.path, decodeName(name)), bytes };
}

/**
 * A path as it came from the command line, where names that are not UTF-8 have arrived with U+FFFD in them:
 * the entry that reads so, where there is exactly one.
 */
export function locate(path: string): FilePath {
  if (!path.includes('\ufffd') || statSync(path, { throwIfNoEntry: false }) !== undefined) return { path };
  const { root } = parse(path);
  let here: FilePath = { path: root === '' ? '.' : root };
  for (const name of path
    .slice(root.length)
    .split(sep)
    .filter((part) => part !== '')) {
    const next = name.includes('\ufffd') ? garbledEntry(here, name) : entryOf(here, Buffer.from(name));
    if (next === undefined) return { path };
    here = next;
  }
  return here;
}

function garbledEntry(folder: FilePath, name: string): FilePath | undefined {
  const [only, ...more] = namesIn(folder).filter((entry) => entry.toString('utf8') === name);
  return only === undefined || more.length > 0 ? undefined : entryOf(folder, only);
}

function namesIn(folder: FilePath): readonly Buffer[] {
  try {
    return readdirSync(opening(folder), { encoding: 'buffer' });
  } catch {
    return [];
  }
}
