/** Writes the review's files: the shell, its assets, one script of data a document, one picture a page. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orOutputFailure, removeEmpty } from '../export/atomic.js';
import { atInterrupt } from '../files/interrupt.js';
import type { Language } from '../messages/translate.js';
import { ChohyoError } from '../model/errors.js';
import { FALLBACK_FONT, fallbackFontFile } from '../render/draw-page.js';
import { DRAWN_FILE, drawerName, readDrawn, takeOver, type DrawnDocuments, type KeptPage } from './drawn.js';
import type { ListEntry, ReviewDocument, ReviewList } from './model.js';

const assets = fileURLToPath(new URL('./assets/', import.meta.url));

/** In the order in which the page runs them: each uses what those before it define. */
export const scripts = [
  'ja.js',
  'dom.js',
  'data.js',
  'search.js',
  'link.js',
  'pages.js',
  'parts.js',
  'records.js',
  'decisions.js',
  'list.js',
  'document.js',
  'keys.js',
  'main.js',
] as const;
const otherAssets = ['index.html', 'review.css', 'document.css'] as const;

/** Says of a folder that it was made by this command, so that it may be made again. */
const MARK = '<meta name="generator" content="chohyo review">';

export interface Site {
  /** Writes a page's picture. Gives its path from the site's folder. */
  writeImage(documentId: string, page: number, bytes: Uint8Array): Promise<string>;
  /** The pages of a document as an earlier review drew them, its pictures taken over; undefined where it has to be drawn. */
  drawnBefore(sha256: string): Promise<readonly KeptPage[] | undefined>;
  /** All its pages could be drawn: the next review need not do it again. */
  rememberDrawn(sha256: string, pages: readonly KeptPage[]): void;
  writeDocument(document: ReviewDocument): Promise<void>;
  /** Puts the site in its place. */
  finish(entries: readonly ListEntry[], version: string, language?: Language): Promise<void>;
  /** Leaves nothing behind of a site that is not finished. */
  discard(): void;
}

/** What a review is made of, in the order in which it is put in its place: the page that opens it last. */
const PARTS = ['data', 'pages', 'assets', 'fonts', 'index.html'] as const;

/**
 * Throws `E_OUTPUT_UNWRITABLE`, and `E_OUTPUT` for a folder that holds anything but a review. All is written beside what an
 * earlier review left, which gives way to it when it is finished.
 */
export async function openSite(out: string): Promise<Site> {
  const folder = join(out, `.review.${process.pid}.part`);
  // At once, so that nothing comes between the folder and the promise to take it away again.
  const made = await orOutputFailure(out, async () => mkdirSync(out, { recursive: true }));
  const discard = (): void => {
    stopListening();
    // Again where a picture was just being written into it.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (made !== undefined) removeEmpty(out, made);
  };
  const stopListening = atInterrupt(discard);
  try {
    await orOutputFailure(out, async () => {
      await assertOurs(out);
      furnish(folder);
    });
  } catch (error) {
    discard();
    throw error;
  }
  const before = await readDrawn(out, drawerName());
  const drawn = new Map<string, readonly KeptPage[]>();
  return {
    discard,
    async drawnBefore(sha256) {
      const pages = before.documents[sha256];
      return pages !== undefined && (await takeOver(pages, out, folder)) ? pages : undefined;
    },
    rememberDrawn(sha256, pages) {
      drawn.set(sha256, pages);
    },
    async writeImage(documentId, page, bytes) {
      const path = `pages/${documentId}/${String(page).padStart(4, '0')}.webp`;
      await orOutputFailure(join(out, path), async () => {
        await mkdir(join(folder, 'pages', documentId), { recursive: true });
        await writeFile(join(folder, path), bytes);
      });
      return path;
    },
    writeDocument: (document) => writeData(folder, `${document.id}.js`, 'receiveDocument', document),
    async finish(entries, version, language = 'en') {
      const list: ReviewList = { documents: [...entries], font: FALLBACK_FONT, version, language };
      await writeData(folder, 'list.js', 'receiveList', list);
      const documents = Object.fromEntries(
        [...drawn].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sha256, pages]) => [sha256, pages.toSorted((a, b) => a.number - b.number)]),
      );
      const remembered: DrawnDocuments = { drawer: before.drawer, documents };
      await orOutputFailure(out, () => writeFile(join(folder, 'data', DRAWN_FILE), `${JSON.stringify(remembered)}\n`));
      await orOutputFailure(out, async () => {
        for (const name of PARTS) {
          await rm(join(out, name), { recursive: true, force: true });
          await rename(join(folder, name), join(out, name));
        }
      });
      discard();
    },
  };
}

/** Throws `E_OUTPUT` for a folder that holds anything but a review. */
async function assertOurs(out: string): Promise<void> {
  const present = (await readdir(out)).filter((name) => !/^\.review\.\d+\.part$/.test(name));
  if (present.length === 0 || (await readFile(join(out, 'index.html'), 'utf8').catch(() => '')).includes(MARK)) return;
  throw new ChohyoError({
    code: 'E_OUTPUT',
    message: `${out} holds files that are not a review`,
    remedy: 'Name a new or empty folder with --out.',
  });
}

/** All that does not depend on the documents; at once, so that it is there whole or can be taken away whole. */
function furnish(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(join(assets, 'index.html'), join(folder, 'index.html'));
  for (const name of ['data', 'pages', 'assets', 'fonts']) mkdirSync(join(folder, name));
  for (const name of [...scripts, ...otherAssets.slice(1)]) copyFileSync(join(assets, name), join(folder, 'assets', name));
  for (const weight of ['regular', 'bold'] as const) {
    const file = fallbackFontFile(weight);
    copyFileSync(file, join(folder, 'fonts', basename(file)));
  }
  const licence = join(dirname(dirname(fallbackFontFile('regular'))), 'LICENSE_FONT');
  copyFileSync(licence, join(folder, 'fonts', 'LICENSE'));
}

/** A script that calls a function of the page: a page opened from the file system may not fetch. */
function writeData(folder: string, name: string, receiver: string, data: unknown): Promise<void> {
  const path = join(folder, 'data', name);
  return orOutputFailure(path, () => writeFile(path, `${receiver}(${JSON.stringify(data)});\n`));
}
