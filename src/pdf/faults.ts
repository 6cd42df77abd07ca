/**
 * What goes wrong inside pdf.js without its telling the caller: faults that it passes over reach only
 * `console.warn`, and some of damaged files end as promises that nobody handles, which would end the
 * process. While a document is open both are taken up here and handed to whoever listens.
 */

/** What pdf.js puts before each of its warnings. */
const PREFIX = 'Warning: ';
/** pdf.js' own exceptions (`src/shared/util.js`, `src/core/core_utils.js`, `src/core/parser.js`). */
const OWN_EXCEPTION = /^(XRefEntry|XRefParse|MissingData|ParserEOF|UnknownError|InvalidPDF|Abort|Password|Response)Exception$|^FormatError$/;

export interface FaultListener {
  /** A fault that pdf.js passed over. */
  warning(text: string): void;
  /** A promise of pdf.js rejected and nobody cares: what hung on it may never come. */
  stray(reason: Error): void;
}

const listeners = new Set<FaultListener>();
let originalWarn: typeof console.warn | undefined;

/** Hears of faults until the returned function is called. */
export function listenForFaults(listener: FaultListener): () => void {
  if (listeners.size === 0) install();
  listeners.add(listener);
  return () => {
    if (listeners.delete(listener) && listeners.size === 0) uninstall();
  };
}

function install(): void {
  const warn = console.warn;
  originalWarn = warn;
  console.warn = (...args: unknown[]): void => {
    const [first] = args;
    if (typeof first !== 'string' || !first.startsWith(PREFIX)) return warn(...args);
    for (const listener of listeners) listener.warning(first.slice(PREFIX.length));
  };
  process.on('unhandledRejection', onStray);
}

function uninstall(): void {
  if (originalWarn !== undefined) console.warn = originalWarn;
  process.off('unhandledRejection', onStray);
}

function onStray(reason: unknown): void {
  if (!(reason instanceof Error) || !OWN_EXCEPTION.test(reason.name)) throw reason;
  for (const listener of listeners) listener.stray(reason);
}
