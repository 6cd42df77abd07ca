/** The paths that a user names → PDF files, in an order that does not depend on the file system. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, normalize, posix, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { findFilesBelow } from '../files/find.js';
import { locate, opening, type FilePath } from '../files/names.js';
import type { Failure, Result } from '../model/errors.js';
import type { ReadRequest } from '../reader/types.js';

/** `-`: the file comes through stdin. */
export interface Input extends FilePath {
  /** The folder that was given, when the file was found in one. */
  readonly root?: string;
}

/** Where the file lies, in words that mean the same on another machine: below the folder given, or as it was named. */
export function sourcePathOf({ path, root }: Input): string {
  if (path === '-') return STDIN_NAME;
  const named = root === undefined ? path : relative(root, path);
  const plain = normalize(named).split(sep).join('/').normalize('NFC');
  return isAbsolute(named) || plain.startsWith('../') ? posix.basename(plain) : plain;
}

export interface FoundInputs {
  readonly inputs: readonly Input[];
  /** Paths that lead to nothing, in the order given. */
  readonly failures: readonly Failure[];
}

/** pdf.js keeps the whole file in memory, some of it twice. No published sheet comes near this. */
const MAX_MEGABYTES = 512;
const MEGABYTE = 1024 * 1024;

export interface ReadOptions {
  readonly grammar?: string | undefined;
  /** The most that is read of one input, whatever kind it is. */
  readonly megabytes?: number | undefined;
}

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
    const file = locate(path);
    const info = await stat(opening(file)).catch((error: unknown) => unreadable(path, error));
    if ('code' in info) {
      failures.push(info);
    } else if (info.isDirectory()) {
      const files = await findFiles(
        path,
        (name) => /\.pdf$/i.test(name),
        (failure) => failures.push(failure),
      );
      if (files.length === 0) {
        failures.push({ code: 'E_NO_INPUT', message: `${path} holds no PDF`, remedy: 'Name a folder with *.pdf files in it, or the files themselves.' });
      }
      for (const inside of files) found.set(keyOf(inside), { ...inside, root: path });
    } else {
      found.set(keyOf(file), file);
    }
  }
  return { inputs: [...found.values()], failures };
}

/** Two names may look alike and be different files: those that are not UTF-8 are told apart by their bytes. */
function keyOf({ path, bytes }: FilePath): string {
  return bytes === undefined ? resolve(path) : `bytes ${bytes.toString('hex')}`;
}

/**
 * Files below a folder whose name fits, sorted by path. A folder that may not be opened is a failure, as is
 * a pipe or a device in a file's place, and the others are searched on.
 */
export function findFiles(folder: string, fits: (name: string) => boolean, onFailure: (failure: Failure) => void): Promise<readonly FilePath[]> {
  return findFilesBelow(locate(folder), {
    fits,
    onUnreadable: (path, error) => onFailure(unreadable(path, error)),
    onNoFile: (path) =>
      onFailure({ code: 'E_NOT_FOUND', message: `${path} is no regular file but a pipe or a device`, remedy: 'Name it itself to have it read.' }),
  });
}

/** Reads the file's bytes and names it as it will stand in `source_file`. */
export async function readInput(input: Input, stdin: Readable, options: ReadOptions = {}): Promise<Result<ReadRequest>> {
  const megabytes = options.megabytes ?? MAX_MEGABYTES;
  try {
    const bytes = input.path === '-' ? await counted(stdin, megabytes) : await bytesOf(input, megabytes);
    if (bytes === undefined) return { ok: false, failure: tooLarge(input.path === '-' ? 'stdin' : input.path, megabytes) };
    return {
      ok: true,
      value: {
        bytes,
        // One composed form, however the file system spells が: the name is a value like others.
        sourceFile: input.path === '-' ? STDIN_NAME : basename(input.path).normalize('NFC'),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        ...(options.grammar === undefined ? {} : { grammar: options.grammar }),
      },
    };
  } catch (error) {
    return { ok: false, failure: unreadable(input.path, error) };
  }
}

/** Bytes. Up to this a file is read sooner than another thread is asked to: what counts where thousands did not change. */
const AT_ONCE = MEGABYTE;

/** `undefined`: there is more than may be read. */
async function bytesOf(input: Input, megabytes: number): Promise<Uint8Array | undefined> {
  const file = opening(input);
  const info = statSync(file);
  // Pipes and devices do not say how much they hold.
  if (!info.isFile() || info.size === 0) return counted(createReadStream(file), megabytes);
  if (info.size > megabytes * MEGABYTE) return undefined;
  return new Uint8Array(info.size <= AT_ONCE ? readFileSync(file) : await readFile(file));
}

async function counted(stream: Readable, megabytes: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop closes the stream.
  for await (const chunk of stream) {
    const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += part.length;
    if (size > megabytes * MEGABYTE) return undefined;
    chunks.push(part);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function unreadable(path: string, error: unknown): Failure {
  const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  if (missing) return { code: 'E_NOT_FOUND', message: `there is no ${path}`, remedy: 'Check the path.' };
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'E_NOT_FOUND', message: `${path} cannot be opened: ${why}`, remedy: 'Check that you may read it.' };
}

function tooLarge(path: string, megabytes: number): Failure {
  return {
    code: 'E_LIMIT_SIZE',
    message: `${path} has more than ${megabytes} MB, the most that is read`,
    remedy: 'Split the file by pages, or allow more with --limit megabytes=N.',
  };
}
