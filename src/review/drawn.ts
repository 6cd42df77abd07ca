/** What an earlier review drew: pictures that the next one takes over while neither the PDF nor the drawing program changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { packageFolder } from '../pdf/library.js';
import { pageSchema } from './model.js';

/** Beside the data: written last, with every document whose pages could all be drawn. */
export const DRAWN_FILE = 'drawn.json';

const drawnSchema = z.strictObject({
  /** Names the program that drew them. */
  drawer: z.string(),
  /** By the SHA-256 of the PDF. */
  documents: z.record(z.string(), z.array(pageSchema.extend({ image: z.string().regex(/^pages\/[0-9a-f]{12}\/[0-9]+\.webp$/) }))),
});
export type DrawnDocuments = z.infer<typeof drawnSchema>;
/** A page with its picture. */
export type KeptPage = DrawnDocuments['documents'][string][number];

/** Empty where there was no review, or another program drew it. */
export async function readDrawn(site: string, drawer: string): Promise<DrawnDocuments> {
  const none: DrawnDocuments = { drawer, documents: {} };
  const text = await readFile(join(site, 'data', DRAWN_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return none;
  try {
    const drawn = drawnSchema.parse(JSON.parse(text));
    return drawn.drawer === drawer ? drawn : none;
  } catch {
    return none;
  }
}

/** Gives the pictures of a document a second place; false where one of them is not there any more. */
export async function takeOver(pages: readonly KeptPage[], from: string, to: string): Promise<boolean> {
  for (const { image } of pages) {
    await mkdir(dirname(join(to, image)), { recursive: true });
    // Where the file system has no second names, a copy does.
    const taken = await link(join(from, image), join(to, image))
      .catch(() => copyFile(join(from, image), join(to, image)))
      .then(
        () => true,
        () => false,
      );
    if (!taken) return false;
  }
  return true;
}

/** A digest of the code that draws, and of the versions of what it draws with. */
export function drawerName(): string {
  const folder = fileURLToPath(new URL('../render/', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((one) => /(?<!\.test|\.d)\.[jt]s$/.test(one))
    .sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  hash.update(readFileSync(join(packageFolder(''), 'package.json')));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('@napi-rs/canvas/package.json')));
  return hash.digest('hex').slice(0, 16);
}
