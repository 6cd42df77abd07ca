/** Files that appear whole or not at all: written beside their final name, then renamed. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Makes the folder where needed. Throws `E_OUTPUT`. */
export async function openFileSet(folder: string): Promise<FileSet> {
  const pending = new Map<string, string>();
  await orOutputFailure(folder, () => mkdir(folder, { recursive: true }));
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
      await orOutputFailure(join(folder, name), () => pipeline(source, count, createWriteStream(temporary)));
      return { bytes, sha256: hash.digest('hex') };
    },
    async commit() {
      for (const [final, temporary] of pending) await orOutputFailure(final, () => rename(temporary, final));
      pending.clear();
    },
    async discard() {
      for (const temporary of pending.values()) await rm(temporary, { force: true });
    },
  };
}

async function orOutputFailure<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    // Only what the operating system says about the file is about the file.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new ChohyoError(
      { code: 'E_OUTPUT', message: `cannot write ${path}: ${error.message}`, remedy: 'Name a folder that you may write to, with room on its disk.' },
      { cause: error },
    );
  }
}
