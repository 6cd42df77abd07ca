/** `inspect --html`: the layers from the reading thread, the pictures from the drawing thread, one file. */
import { writeWhole } from '../export/atomic.js';
import { inspectHtml, type PagePicture } from '../inspect/inspect-page.js';
import type { Failure } from '../model/errors.js';
import type { Pool } from '../reader/pool.js';
import type { ReadRequest } from '../reader/types.js';
import { drawPages } from '../render/draw-pages.js';
import type { Console } from './console.js';

/** `file`: `-` is stdout. Gives why the PDF could not be read. Throws `E_OUTPUT_UNWRITABLE`. */
export async function writeInspectPage(pool: Pool, request: ReadRequest, file: string, console: Console): Promise<Failure | undefined> {
  const outcome = await pool.layers(request);
  if (outcome.kind === 'failed') return outcome.failure;
  const { layers } = outcome;
  const pictures: PagePicture[] = [];
  const pages = layers.pages.map((page) => page.number);
  for await (const drawn of drawPages(request.bytes, pages)) {
    if (drawn.kind === 'image') pictures.push(drawn.image);
    else console.note(`page ${drawn.page} could not be drawn: ${drawn.why}\n`);
  }
  const html = await inspectHtml(layers, pictures, console.language);
  if (file === '-') {
    console.result(html);
    return undefined;
  }
  await writeWhole(file, html);
  console.note(`${layers.pages.length} pages: open ${file}\n`);
  return undefined;
}
