/**
 * pdf.js tells of faults that it passed over through `console.warn`, and in no other way. While a document
 * is open these messages are taken off the console and handed to whoever listens.
 */

/** What pdf.js puts before each of its warnings. */
const PREFIX = 'Warning: ';

type Listener = (warning: string) => void;

const listeners = new Set<Listener>();
let original: typeof console.warn | undefined;

/** Hears every warning until the returned function is called. */
export function listenForWarnings(listener: Listener): () => void {
  if (original === undefined) {
    const warn = console.warn;
    original = warn;
    console.warn = (...args: unknown[]): void => {
      const [first] = args;
      if (typeof first !== 'string' || !first.startsWith(PREFIX)) return warn(...args);
      for (const hear of listeners) hear(first.slice(PREFIX.length));
    };
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || original === undefined) return;
    console.warn = original;
    original = undefined;
  };
}
