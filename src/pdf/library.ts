/**
 * Loads pdf.js, and spares it what costs it most here (`fast`, the usual way): copies of its own messages,
 * a web stream for each deflated stream, and a replaced built-in. `CHOHYO_PDFJS=stock` in the environment
 * leaves it as it comes; both ways give the same pages.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFWorker } from 'pdfjs-dist';
import { listenForFaults } from './faults.js';
import { inflateAtOnce, type OnTooLarge } from './inflate.js';
import { withoutCanvas } from './without-canvas.js';
import { straightPorts, type StraightPort } from './straight-port.js';

export type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** How pdf.js is run: as it comes, or without its detours. */
export type Manner = 'stock' | 'fast';

export interface Pdfjs {
  readonly library: Library;
  /** What parses one document. */
  begin(onTooLarge: OnTooLarge, onOperators?: OnOperators): Parsing;
}

/**
 * Hears of a page's operators at once, from within the parser: what it throws ends the parsing there and
 * then. Only in the fast manner.
 */
export type OnOperators = (operators: readonly unknown[]) => void;

export interface Parsing {
  /** For `getDocument`; without it pdf.js makes its own. */
  readonly worker: PDFWorker | undefined;
  /** Fonts need not be drawn by their outlines for pdf.js to be content. */
  readonly withoutOutlines: boolean;
  end(): void;
}

export function mannerWanted(): Manner {
  return process.env['CHOHYO_PDFJS'] === 'stock' ? 'stock' : 'fast';
}

const loaded = new Map<Manner, Promise<Pdfjs>>();

/** Loads pdf.js once a thread, for each manner asked for. */
export function loadPdfjs(manner: Manner): Promise<Pdfjs> {
  const known = loaded.get(manner);
  if (known !== undefined) return known;
  const loading = manner === 'stock' ? loadStock() : loadFast();
  loaded.set(manner, loading);
  return loading;
}

export function packageFolder(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return path.join(path.dirname(manifest), name) + '/';
}

/** Loading it warns of absent optional packages, which nobody asked for. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const stop = listenForFaults({ warning: () => undefined, stray: () => undefined });
  try {
    return await load();
  } finally {
    stop();
  }
}

async function loadStock(): Promise<Pdfjs> {
  const library = await quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
  return { library, begin: () => ({ worker: undefined, withoutOutlines: false, end: () => undefined }) };
}

async function loadFast(): Promise<Pdfjs> {
  // The legacy build brings its own `push` for engines whose own lets arrays grow beyond their bounds, V8 of
  // Node 20 among them: many times slower, for every array of the process. No array here comes near that.
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const [library, parser] = await quietly(() =>
    withoutCanvas(() => Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])),
  );
  if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push);
  return {
    library,
    begin(onTooLarge, onOperators) {
      const [port, parsersPort] = straightPorts(onOperators);
      const stopInflating = inflateAtOnce(onTooLarge);
      // The worker listens first: the parser greets it.
      const worker = workerAt(port, library);
      parser.WorkerMessageHandler.initializeFromPort(parsersPort);
      return {
        worker,
        withoutOutlines: true,
        end() {
          worker.destroy();
          stopInflating();
        },
      };
    },
  };
}

/** pdf.js' types name a web worker where its code takes any port. */
function workerAt(port: StraightPort, library: Library): PDFWorker {
  const worker: unknown = Reflect.construct(library.PDFWorker, [{ port }]);
  if (!(worker instanceof library.PDFWorker)) throw new Error('pdf.js makes no worker');
  return worker;
}
