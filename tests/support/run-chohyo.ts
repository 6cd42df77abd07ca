/** Runs a command line in this process, with the fake reader, and keeps what it says. */
import { PassThrough, Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/main.js';
import type { DocumentRecords } from '../../src/model/records.js';

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
}

export async function chohyo(argv: readonly string[], options: RunOptions = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof said): Writable & { isTTY?: boolean } => {
    const stream: Writable & { isTTY?: boolean } = new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[name] += chunk.toString('utf8');
        done();
      },
    });
    if (options.terminal === true) stream.isTTY = true;
    return stream;
  };
  const stdin = options.stdin === undefined ? new PassThrough().end() : Readable.from([Buffer.from(options.stdin)]);
  const status = await run(argv, {
    stdin,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: options.env ?? {},
    worker: new URL('./fake-worker.mjs', import.meta.url),
  });
  return { status, ...said };
}

/** The bytes of a "PDF" that the fake reader reads as these records. */
export function fileOf(records: DocumentRecords, problems: readonly unknown[] = []): string {
  return `records ${JSON.stringify({ ...records, problems })}`;
}
