/**
 * `npm run bench`: where the time goes, as ratios within one run; no absolute promises.
 *
 * 1. Whole commands against a bare pass of pdf.js, in CPU, time and memory; needs `npm run build` before it.
 * 2. Each room against pdf.js' own `getTextContent` on the same document (1.0: as long as that takes).
 * 3. Time per page as a page grows: twice the glyphs and rulings should take about twice as long.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Bench } from 'tinybench';
import { interpret } from '../src/grammar/interpret.js';
import { loadBuiltinGrammars } from '../src/grammar/load.js';
import { makeRecords } from '../src/grammar/make-records.js';
import { recognise } from '../src/grammar/recognise.js';
import { layoutDocument } from '../src/layout/index.js';
import { drawParts, pageOf } from '../src/layout/test-draw.js';
import type { Page } from '../src/model/page.js';
import { readPdf } from '../src/pdf/index.js';
import { starts, whole } from './whole.js';

const fixtures = ['higashimurayama/r3-shimin/calc.pdf', 'machida/2023-shimin/chromium.pdf', 'komae/r3-gyozaisei/writer.pdf'];

function row(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? String(cell).padEnd(40) : String(cell).padStart(12))).join(''));
}

async function medians(tasks: Readonly<Record<string, () => unknown>>): Promise<Readonly<Record<string, number>>> {
  const bench = new Bench({ time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 });
  for (const [name, task] of Object.entries(tasks)) {
    bench.add(name, async () => {
      await task();
    });
  }
  await bench.run();
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => {
      if (!('latency' in result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
      return [name, result.latency.p50];
    }),
  );
}

async function textContent(bytes: Uint8Array): Promise<void> {
  const cMapUrl = fileURLToPath(new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url));
  const loading = getDocument({ data: bytes.slice(), cMapUrl, cMapPacked: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent();
  await loading.destroy();
}

async function rooms(): Promise<void> {
  const grammars = await loadBuiltinGrammars();
  if (!grammars.ok) throw new Error(grammars.failure.message);
  console.log('\nRooms, relative to getTextContent on the same document');
  row(['document', 'pdf', 'layout', 'grammar', 'in all']);
  for (const fixture of fixtures) {
    const bytes = new Uint8Array(await readFile(new URL(`../fixtures/${fixture}`, import.meta.url)));
    const pdf = await readPdf(bytes.slice());
    const layout = layoutDocument(pdf.pages);
    const source = { file: fixture, sha256: '0'.repeat(64), producer: '', pages: pdf.pageCount };
    const times = await medians({
      base: () => textContent(bytes),
      pdf: () => readPdf(bytes.slice()),
      layout: () => layoutDocument(pdf.pages),
      grammar: () => {
        const best = recognise(layout, grammars.value)[0];
        if (best) makeRecords(interpret(layout, best.grammar.grammar), layout, best.grammar, source, () => 'break');
      },
    });
    const ratio = (name: string): number => (times[name] ?? NaN) / (times['base'] ?? NaN);
    row([fixture, ...['pdf', 'layout', 'grammar'].map((name) => ratio(name).toFixed(2)), (ratio('pdf') + ratio('layout') + ratio('grammar')).toFixed(2)]);
  }
}

/** A page with a ruled table of so many rows, at a row height that fits any page length. */
function drawnPage(rows: number): Page {
  const body = Array.from(
    { length: rows },
    (_, index) => `│ ${String(index % 10)}  │ 市民課 │ 市民相談の充実を図る │ A  │\n├────┼────────┼──────────────────────┼────┤`,
  );
  const art = ['┌────┬────────┬──────────────────────┬────┐', ...body].join('\n');
  return pageOf({ ...drawParts(art), height: 100 + rows * 30 });
}

async function growth(): Promise<void> {
  console.log('\nLayout of one page as it grows, relative to the smallest (linear: the same as the size)');
  row(['glyphs and rulings', 'size', 'time', 'a mark']);
  // The largest has nearly as many cells as a page's table may have.
  const sizes = [50, 400, 3200, 14_000];
  const pages = sizes.map(drawnPage);
  const times = await medians(Object.fromEntries(pages.map((page, index) => [String(sizes[index]), () => layoutDocument([page])])));
  const weight = (page: Page): number => page.glyphs.length + page.rulings.length;
  const [smallest] = pages;
  for (const [index, page] of pages.entries()) {
    if (!smallest) continue;
    const size = weight(page) / weight(smallest);
    const time = (times[String(sizes[index])] ?? NaN) / (times[String(sizes[0])] ?? NaN);
    row([weight(page), size.toFixed(1), time.toFixed(1), (time / size).toFixed(2)]);
  }
}

await whole();
await starts();
await rooms();
await growth();
