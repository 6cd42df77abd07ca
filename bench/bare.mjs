/**
 * The bare pass: pdf.js as it comes, every page's operator list and nothing else. The least that any reader on
 * pdf.js' stock build does. `node bench/bare.mjs FILE…`
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const cMapUrl = fileURLToPath(new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url));
for (const path of process.argv.slice(2)) {
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    cMapUrl,
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getOperatorList();
    page.cleanup();
  }
  await loading.destroy();
}
