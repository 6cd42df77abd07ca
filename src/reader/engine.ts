/** How the JavaScript engine is run for the reading of documents: threads that live for a minute, and read each page once. */
import v8 from 'node:v8';

const FLAGS: readonly string[] = [
  // A page's reading makes some 25 MB of short-lived objects. Young objects begin with a room of 1 MB and are copied out of it at every
  // turn, until the engine has seen that it is too small; with room for a page from the start the collector takes half the time.
  '--min-semi-space-size=16',
  // V8 11 (Node 20) hands a function to its optimising compiler once 66 kB of its bytecode have run. Of a run over twenty documents that
  // compiler took over a third of the processor time, for functions that were then hardly used: it is asked fifteen times later here.
  // Newer V8s have a cheaper compiler in between (Maglev), and no such setting.
  ...(process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : []),
];

let isTuned = false;

/** To be called before the first thread is opened; what runs already is not touched. */
export function tuneEngine(): void {
  if (isTuned) return;
  isTuned = true;
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
