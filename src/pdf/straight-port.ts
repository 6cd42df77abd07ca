/**
 * The two ends of a conversation that pdf.js has with itself.
 *
 * Without web workers pdf.js still speaks to its parsing half in messages, and its `LoopbackPort` makes
 * a structured clone of each: operator lists glyph by glyph, fonts with their tables. Both halves live
 * in one thread, so a message can be passed on as it is. Read against pdfjs-dist 5.6.205; what is relied on:
 *
 * - `new PDFWorker({ port })` and `WorkerMessageHandler.initializeFromPort(port)` take any object with
 *   `postMessage`, `addEventListener` and `removeEventListener`; only `message` is listened for.
 * - What pdf.js hands over (the transfer list) it does not look at again, so it can be shared.
 * - One message is written to after it was posted: `OperatorList.flush` empties its two arrays.
 * - The display half takes a font that comes (`['f1', 'Font', …]`) to the browser, and there is none, unless it has been there
 *   (`attached`); what stands in `extra` is set on the font before that is asked.
 */
import { at, field, isRecord } from './untyped.js';

type Listener = (event: { readonly data: unknown }) => void;

/** As pdf.js uses a port (`MessageHandler` in `src/shared/message_handler.js`). */
export interface StraightPort {
  postMessage(message: unknown): void;
  addEventListener(name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
}

/**
 * Two ports; what one posts reaches the listeners of the other, in order, once the sender is done.
 *
 * @param onOperators sees the operators of each message while it is being posted.
 */
export function straightPorts(onOperators?: (operators: readonly unknown[]) => void): readonly [StraightPort, StraightPort] {
  const first = new Set<Listener>();
  const second = new Set<Listener>();
  return [portBetween(first, second, onOperators), portBetween(second, first, onOperators)];
}

function portBetween(own: Set<Listener>, other: ReadonlySet<Listener>, onOperators?: (operators: readonly unknown[]) => void): StraightPort {
  const sent = Promise.resolve();
  return {
    postMessage(message) {
      const data = kept(message, onOperators);
      // As a promise, as pdf.js has it: an error in a listener is an unhandled rejection, and heard as such.
      void sent.then(() => {
        for (const listener of other) listener({ data });
      });
    },
    addEventListener(_name, listener, options) {
      own.add(listener);
      options?.signal?.addEventListener('abort', () => own.delete(listener));
    },
    removeEventListener(_name, listener) {
      own.delete(listener);
    },
  };
}

/** The message, safe from what its sender does to it afterwards. */
function kept(message: unknown, onOperators?: (operators: readonly unknown[]) => void): unknown {
  if (field(message, 'action') === 'commonobj') keepFromBrowser(field(message, 'data'));
  const chunk = field(message, 'chunk');
  if (!isRecord(message) || !isRecord(chunk)) return message;
  const { fnArray, argsArray } = chunk;
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return message;
  onOperators?.(fnArray);
  return { ...message, chunk: { ...chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
}

function keepFromBrowser(data: unknown): void {
  const extra = at(data, 1) === 'Font' ? field(at(data, 2), 'extra') : undefined;
  if (isRecord(extra)) Object.assign(extra, { attached: true });
}
