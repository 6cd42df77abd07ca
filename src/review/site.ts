/** Writes the review's files: the shell, its assets, one script of data a document, one picture a page. */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChohyoError } from '../model/errors.js';
import { FALLBACK_FONT, fallbackFontFile } from '../render/draw-page.js';
import type { ListEntry, ReviewDocument, ReviewList } from './model.js';

const assets = fileURLToPath(new URL('./assets/', import.meta.url));

/** In the order in which the page runs them: each uses what those before it define. */
export const scripts = ['dom.js', 'data.js', 'search.js', 'link.js', 'pages.js', 'records.js', 'decisions.js', 'list.js', 'document.js', 'keys.js', 'main.js'] as const;
const otherAssets = ['index.html', 'review.css', 'document.css'] as const;

/** Says of a folder that it was made by this command, so that it may be made again. */
const MARK = '<meta name="generator" content="chohyo review">';

export interface Site {
  /** Writes a page's picture. Gives its path from the site's folder. */
  writeImage(documentId: string, page: number, bytes: Uint8Array): Promise<string>;
  writeDocument(document: ReviewDocument): Promise<void>;
  /** The list comes last: a site without it is not finished. */
  finish(entries: readonly ListEntry[], version: string): Promise<void>;
}

/** Throws `E_OUTPUT`, also for a folder that holds anything else. What an earlier review left in it is removed. */
export async function openSite(folder: string): Promise<Site> {
  await outputTo(folder, async () => {
    await mkdir(folder, { recursive: true });
    const present = await readdir(folder);
    if (present.length > 0 && !(await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')).includes(MARK)) {
      throw new ChohyoError({
        code: 'E_OUTPUT',
        message: `${folder} holds files that are not a review`,
        remedy: 'Name a new or empty folder with --out.',
      });
    }
    for (const name of ['data', 'pages', 'assets', 'fonts']) await rm(join(folder, name), { recursive: true, force: true });
    // The shell first: it marks the folder as ours while the rest is being written.
    await copyFile(join(assets, 'index.html'), join(folder, 'index.html'));
    for (const name of ['data', 'pages', 'assets', 'fonts']) await mkdir(join(folder, name));
    for (const name of [...scripts, ...otherAssets.slice(1)]) await copyFile(join(assets, name), join(folder, 'assets', name));
    for (const weight of ['regular', 'bold'] as const) {
      const file = fallbackFontFile(weight);
      await copyFile(file, join(folder, 'fonts', basename(file)));
    }
    const licence = join(dirname(dirname(fallbackFontFile('regular'))), 'LICENSE_FONT');
    await copyFile(licence, join(folder, 'fonts', 'LICENSE'));
  });
  return {
    async writeImage(documentId, page, bytes) {
      const path = `pages/${documentId}/${String(page).padStart(4, '0')}.webp`;
      await outputTo(join(folder, path), async () => {
        await mkdir(join(folder, 'pages', documentId), { recursive: true });
        await writeFile(join(folder, path), bytes);
      });
      return path;
    },
    writeDocument: (document) => writeData(folder, `${document.id}.js`, 'receiveDocument', document),
    finish(entries, version) {
      const list: ReviewList = { documents: [...entries], font: FALLBACK_FONT, version };
      return writeData(folder, 'list.js', 'receiveList', list);
    },
  };
}

/** A script that calls a function of the page: a page opened from the file system may not fetch. */
function writeData(folder: string, name: string, receiver: string, data: unknown): Promise<void> {
  const path = join(folder, 'data', name);
  return outputTo(path, () => writeFile(path, `${receiver}(${JSON.stringify(data)});\n`));
}

async function outputTo(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    // Only what the operating system says about the file is about the file.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new ChohyoError(
      { code: 'E_OUTPUT', message: `cannot write ${path}: ${error.message}`, remedy: 'Name a folder that you may write to, with room on its disk.' },
      { cause: error },
    );
  }
}
