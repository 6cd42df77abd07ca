/** A progress bar on stderr, on a terminal only. */
import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { atInterrupt } from '../files/interrupt.js';
import { printable } from '../text/printable.js';
import type { Console } from './console.js';

export interface Progress {
  page(path: string, page: number, total: number): void;
  /** One more file is done. */
  done(): void;
  /** Prints above the bar, which would otherwise be printed over. */
  above(print: () => void): void;
  stop(): void;
}

export function startProgress(console: Console, files: number): Progress {
  if (!console.animated) {
    return { page: () => undefined, done: () => undefined, above: (print) => print(), stop: () => undefined };
  }
  const bar = new SingleBar(
    {
      stream: console.stderr,
      format: '{bar} {value}/{total} {file}',
      barsize: 24,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      linewrap: false,
    },
    Presets.shades_classic,
  );
  bar.start(files, 0, { file: '' });
  // It hides the cursor.
  const stopListening = atInterrupt(() => bar.stop());
  return {
    page: (path, page, total) => bar.update({ file: `${printable(basename(path))} ${page}/${total}` }),
    done: () => bar.increment(),
    above(print) {
      console.stderr.write('\r\u001b[K');
      print();
      bar.updateETA();
      bar.render();
    },
    stop() {
      stopListening();
      bar.stop();
    },
  };
}
