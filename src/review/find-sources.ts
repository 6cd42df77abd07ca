/** Where the PDFs of stored documents are: the database knows their names and their SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface WantedSource {
  readonly sha256: string;
  /** Every name under which the file was given. */
  readonly names: readonly string[];
}

/** Folders that hold programs, not documents. */
const skippedFolders = new Set(['node_modules']);

/**
 * SHA-256 → path. A file is known by its bytes, whatever it is called now: those with a wanted name are
 * looked at first, the other PDFs only while some are still missing.
 */
export async function findSources(wanted: readonly WantedSource[], folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const missing = new Set(wanted.map((source) => source.sha256));
  const names = new Set(wanted.flatMap((source) => source.names));
  const found = new Map<string, string>();
  const files = [...new Set((await Promise.all(folders.map((folder) => pdfsBelow(resolve(folder))))).flat())];
  const isNamed = (path: string): boolean => names.has(nameOf(path));
  for (const path of [...files.filter(isNamed), ...files.filter((path) => !isNamed(path))]) {
    if (missing.size === 0) break;
    const sha256 = await digestOf(path);
    if (sha256 !== undefined && missing.delete(sha256)) found.set(sha256, path);
  }
  return found;
}

/** As it stands in `source_file`: in one composed form, however the file system spells が. */
function nameOf(path: string): string {
  return basename(path).normalize('NFC');
}

/** Sorted by path. A folder that cannot be read holds nothing for us; links are not followed. */
async function pdfsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !skippedFolders.has(entry.name)) found.push(...(await pdfsBelow(path)));
    } else if (/\.pdf$/i.test(entry.name) && entry.isFile()) {
      found.push(path);
    }
  }
  return found;
}

async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
