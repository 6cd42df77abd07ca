/** Files below a folder, in an order that does not depend on the file system. */
import { readdir, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { entryOf, opening, type FilePath } from './names.js';

export interface SearchOptions {
  fits(name: string): boolean;
  /** Folders that are not entered. */
  skips?(name: string): boolean;
  /** A folder that cannot be opened; without it such a folder holds nothing. */
  onUnreadable?(folder: string, error: unknown): void;
  /** Something whose name fits but that is no file: a pipe, a device. Reading it might never end. */
  onNoFile?(path: string): void;
}

/** Sorted by path. Links to folders are not followed: they may lead in circles. */
export async function findFilesBelow(folder: FilePath, options: SearchOptions): Promise<readonly FilePath[]> {
  const found: FilePath[] = [];
  const entries = await readdir(opening(folder), { withFileTypes: true, encoding: 'buffer' }).catch((error: unknown): Dirent<Buffer>[] => {
    options.onUnreadable?.(folder.path, error);
    return [];
  });
  const named = entries.map((entry) => ({ entry, name: entry.name.toString('utf8'), file: entryOf(folder, entry.name) }));
  for (const { entry, name, file } of named.sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    if (entry.isDirectory()) {
      if (options.skips?.(name) !== true) found.push(...(await findFilesBelow(file, options)));
    } else if (options.fits(name)) {
      if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(file)))) found.push(file);
      else options.onNoFile?.(file.path);
    }
  }
  return found;
}

/** A link that leads nowhere counts as a file: whoever opens it says what is wrong. */
async function leadsToFile(file: FilePath): Promise<boolean> {
  const target = await stat(opening(file)).catch(() => undefined);
  return target === undefined || target.isFile();
}
