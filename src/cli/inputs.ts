/** The paths that a user names → PDF files, in an order that does not depend on the file system. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Failure, Result } from '../model/errors.js';
import type { ReadRequest } from '../reader/types.js';

/** `-`: the file comes through stdin. */
export interface Input {
  readonly path: string;
}

export interface FoundInputs {
  readonly inputs: readonly Input[];
  /** Paths that lead to nothing, in the order given. */
  readonly failures: readonly Failure[];
}

/** pdf.js keeps the whole file in memory, some of it twice. No published sheet comes near this. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** The name that a document from stdin has in `source_file`. */
const STDIN_NAME = 'stdin';

/** Every file named, and `*.pdf` (in any case) below every folder named; each once. */
export async function findInputs(paths: readonly string[]): Promise<FoundInputs> {
  const found = new Map<string, Input>();
  const failures: Failure[] = [];
  for (const path of paths) {
    if (path === '-') {
      found.set(path, { path });
      continue;
    }
    const info = await stat(path).catch((error: unknown) => unreadable(path, error));
    if ('code' in info) {
      failures.push(info);
    } else if (info.isDirectory()) {
      const files = await findFiles(path, (name) => /\.pdf$/i.test(name), (failure) => failures.push(failure));
      if (files.length === 0) {
        failures.push({ code: 'E_NO_INPUT', message: `${path} holds no PDF`, remedy: 'Name a folder with *.pdf files in it, or the files themselves.' });
      }
      for (const file of files) found.set(resolve(file), { path: file });
    } else {
      found.set(resolve(path), { path });
    }
  }
  return { inputs: [...found.values()], failures };
}

/**
 * Files below a folder whose name fits, sorted by path. Links to folders are not followed: they may lead
 * in circles. A folder that may not be opened is a failure, and the others are searched on.
 */
export async function findFiles(folder: string, fits: (name: string) => boolean, onFailure: (failure: Failure) => void): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    onFailure(unreadable(folder, error));
    return [];
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await findFiles(path, fits, onFailure)));
    else if (fits(entry.name)) found.push(path);
  }
  return found;
}

/** Reads the file's bytes and names it as it will stand in `source_file`. */
export async function readInput(input: Input, stdin: Readable, grammar?: string): Promise<Result<ReadRequest>> {
  try {
    if (input.path !== '-') {
      const { size } = await stat(input.path);
      if (size > MAX_FILE_BYTES) return { ok: false, failure: tooLarge(input.path, size) };
    }
    const bytes = new Uint8Array(input.path === '-' ? await buffer(stdin) : await readFile(input.path));
    return {
      ok: true,
      value: {
        bytes,
        // One composed form, however the file system spells が: the name is a value like others.
        sourceFile: input.path === '-' ? STDIN_NAME : basename(input.path).normalize('NFC'),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        ...(grammar === undefined ? {} : { grammar }),
      },
    };
  } catch (error) {
    return { ok: false, failure: unreadable(input.path, error) };
  }
}

function unreadable(path: string, error: unknown): Failure {
  const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  if (missing) return { code: 'E_NOT_FOUND', message: `there is no ${path}`, remedy: 'Check the path.' };
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'E_NOT_FOUND', message: `${path} cannot be opened: ${why}`, remedy: 'Check that you may read it.' };
}

function tooLarge(path: string, size: number): Failure {
  const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
  return {
    code: 'E_LIMIT_SIZE',
    message: `${path} has ${megabytes(size)} MB; ${megabytes(MAX_FILE_BYTES)} MB is the most that is read`,
    remedy: 'Split the file by pages.',
  };
}
