/** Files that appear whole or not at all: written beside their final name, then renamed. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, openSync, rmdirSync, rmSync } from 'node:fs';
import { realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { atInterrupt } from '../files/interrupt.js';
import { ChohyoError } from '../model/errors.js';

export interface WrittenBytes {
  readonly bytes: number;
  readonly sha256: string;
}

/** A set of files of one folder that are to appear together. */
export interface FileSet {
  write(name: string, content: Readable | string): Promise<WrittenBytes>;
  /** Puts every file written so far under its own name. */
  commit(): Promise<void>;
  /** Leaves nothing behind of what is not committed, folders included. */
  discard(): void;
}

/** Makes the folder where needed. Throws `E_OUTPUT_UNWRITABLE`. */
export async function openFileSet(folder: string): Promise<FileSet> {
  // At once, so that nothing comes between the folder and the promise to take it away again.
  const made = await orOutputFailure(folder, async () => mkdirSync(folder, { recursive: true }));
  return fileSetIn(folder, made);
}

/** Writes one file into a folder that is there; into what is no file (a pipe, `/dev/null`) as it comes. Throws `E_OUTPUT_UNWRITABLE`. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const present = await stat(target).catch(() => undefined);
  if (present !== undefined && !present.isFile()) return orOutputFailure(file, () => writeFile(target, content));
  const files = fileSetIn(dirname(target), undefined);
  try {
    await files.write(basename(target), content);
    await files.commit();
  } finally {
    files.discard();
  }
}

/** @param made the outermost folder that was made for the files. */
function fileSetIn(folder: string, made: string | undefined): FileSet {
  const pending = new Map<string, string>();
  let kept = made === undefined;
  const discard = (): void => {
    stopListening();
    for (const temporary of pending.values()) rmSync(temporary, { force: true });
    if (!kept) removeEmpty(folder, made ?? folder);
  };
  const stopListening = atInterrupt(discard);
  return {
    async write(name, content) {
      const temporary = join(folder, `.${name}.${process.pid}.part`);
      pending.set(join(folder, name), temporary);
      const hash = createHash('sha256');
      let bytes = 0;
      const count = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      const source = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content;
      await orOutputFailure(join(folder, name), async () => {
        // Opened at once: a file that is opened later would outlive its being taken away.
        await pipeline(source, count, createWriteStream(temporary, { fd: openSync(temporary, 'w') }));
      });
      return { bytes, sha256: hash.digest('hex') };
    },
    async commit() {
      kept = true;
      for (const [final, temporary] of pending) await orOutputFailure(final, () => rename(temporary, final));
      pending.clear();
    },
    discard,
  };
}

/** Folders from the innermost to the outermost that was made, as long as nothing is in them. */
export function removeEmpty(innermost: string, outermost: string): void {
  for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
    if (folder === dirname(folder)) return;
  }
}

/** Throws `E_OUTPUT_UNWRITABLE` for what the operating system says about the file. */
export async function orOutputFailure<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    // Only what the operating system says about the file is about the file.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw unwritable(path, error);
  }
}

export function unwritable(path: string, error: Error): ChohyoError {
  return new ChohyoError(
    {
      code: 'E_OUTPUT_UNWRITABLE',
      message: `cannot write ${path}: ${error.message}`,
      remedy: 'Name a place that exists and that you may write to, with room on its disk.',
    },
    { cause: error },
  );
}
