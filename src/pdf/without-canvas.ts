/**
 * pdf.js loads a drawing library (@napi-rs/canvas) when it is loaded itself: 35 MB and a tenth of a second for three classes that only
 * drawing needs. A thread that reads draws nothing.
 */
import Module, { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Loads pdf.js with empty classes in the drawing library's place, and in that of `Response`: pdf.js looks whether it has `bytes`, for which
 * Node loads all of its `fetch`. In the main thread, where pages are drawn too, all of it is loaded.
 */
export async function withoutCanvas<T>(load: () => Promise<T>): Promise<T> {
  if (isMainThread) return load();
  const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const path = require.resolve('@napi-rs/canvas');
  const standIn = new Module(path);
  standIn.exports = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
  standIn.loaded = true;
  const before = require.cache[path];
  require.cache[path] = standIn;
  const response = Object.getOwnPropertyDescriptor(globalThis, 'Response');
  Object.defineProperty(globalThis, 'Response', { value: class {}, configurable: true });
  try {
    return await load();
  } finally {
    // Whoever asks for the library later gets the library.
    if (before === undefined) Reflect.deleteProperty(require.cache, path);
    else require.cache[path] = before;
    if (response !== undefined) Object.defineProperty(globalThis, 'Response', response);
  }
}
