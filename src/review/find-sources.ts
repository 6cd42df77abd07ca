/** Where the PDFs of stored documents are: the database knows their names and their SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findFilesBelow } from '../files/find.js';
import { opening, type FilePath } from '../files/names.js';

export interface WantedSource {
  readonly sha256: string;
  /** Every name under which the file was given. */
  readonly names: readonly string[];
}

/** Folders that hold programs, not documents. */
const skippedFolders = new Set(['node_modules']);

/**
 * SHA-256 → file. A file is known by its bytes, whatever it is called now: those with a wanted name are
 * looked at first, the other PDFs only while some are still missing.
 */
export async function findSources(wanted: readonly WantedSource[], folders: readonly string[]): Promise<ReadonlyMap<string, FilePath>> {
  const missing = new Set(wanted.map((source) => source.sha256));
  const names = new Set(wanted.flatMap((source) => source.names));
  const found = new Map<string, FilePath>();
  const files = (await Promise.all([...new Set(folders.map((folder) => resolve(folder)))].map(pdfsBelow))).flat();
  const isNamed = (file: FilePath): boolean => names.has(nameOf(file));
  for (const path of [...files.filter(isNamed), ...files.filter((file) => !isNamed(file))]) {
    if (missing.size === 0) break;
    const sha256 = await digestOf(path);
    if (sha256 !== undefined && missing.delete(sha256)) found.set(sha256, path);
  }
  return found;
}

/** As it stands in `source_file`: in one composed form, however the file system spells が. */
function nameOf({ path }: FilePath): string {
  return basename(path).normalize('NFC');
}

/** A folder that cannot be read holds nothing for us. */
function pdfsBelow(folder: string): Promise<readonly FilePath[]> {
  return findFilesBelow({ path: folder }, { fits: (name) => /\.pdf$/i.test(name), skips: (name) => name.startsWith('.') || skippedFolders.has(name) });
}

async function digestOf(file: FilePath): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(opening(file)), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
