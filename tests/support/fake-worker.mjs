/** A reader that does what the file's bytes say, for tests of the pool and the commands. Plain JavaScript: no build needed. */
import { parentPort, threadId } from 'node:worker_threads';

/** How many documents this thread has been given. */
let given = 0;

const done = (outcome, memory = 0) => parentPort.postMessage({ kind: 'done', outcome, memory });
const failed = (code, message) => ({ kind: 'failed', failure: { code, message, remedy: 'Mend it.' } });

parentPort.on('message', ({ kind, request }) => {
  const text = Buffer.from(request.bytes).toString('utf8');
  const [command, argument] = text.split(/ (.*)/s);
  if (kind === 'inspect') return done({ kind: 'inspected', text: `looked into ${request.sourceFile}\n`, json: '{"pages":1}' });
  if (kind === 'tables' && command === 'tables') return done({ ...JSON.parse(argument), ...(request.pages ? { problems: [] } : {}) });
  given += 1;
  switch (command) {
    case 'dies-later':
      // A fault of this document that comes when another has its turn, or none.
      setTimeout(() => {
        throw new Error('a fault of another');
      }, Number(argument));
      return done(failed('E_BROKEN_PDF', `thread ${threadId}`));
    case 'spoils-later':
      setTimeout(() => parentPort.postMessage({ kind: 'spoilt' }), Number(argument));
      return done(failed('E_BROKEN_PDF', `thread ${threadId}`));
    case 'slow':
      return setTimeout(() => done(failed('E_UNKNOWN_FORMAT', `document ${given} of thread ${threadId}`)), Number(argument));
    case 'hang':
      for (;;);
    case 'grow': {
      const kept = [];
      for (;;) kept.push(new Array(100_000).fill({}));
    }
    case 'buffers': {
      const kept = [];
      for (;;) {
        kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      }
    }
    case 'throw':
      throw new Error('a bug');
    case 'exit':
      return process.exit(0);
    case 'nonsense':
      return parentPort.postMessage('what?');
    case 'pages': {
      // Pages that take a while each.
      const total = Number(argument);
      for (let page = 1; page <= total; page++) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        parentPort.postMessage({ kind: 'page', page, total });
      }
      return done(failed('E_UNKNOWN_FORMAT', `thread ${threadId}`));
    }
    case 'thread':
      return done(failed('E_UNKNOWN_FORMAT', `thread ${threadId}`), Number(argument ?? 0));
    case 'records': {
      const records = JSON.parse(argument);
      // The same document whatever its name, as the real reader makes it.
      records.document.source_file = request.sourceFile;
      for (const item of records.items) item.source_file = request.sourceFile;
      return done({ kind: 'read', records: withId(records, request.sha256), problems: records.problems ?? [] });
    }
    default:
      return done(failed('E_NOT_A_PDF', `${request.sourceFile} is not a PDF`));
  }
});

/** Rewrites every id in the records as the file's own. */
function withId(records, sha256) {
  const { problems, ...rest } = records;
  const text = JSON.stringify(rest).replaceAll(rest.document.source_sha256, sha256);
  return JSON.parse(text.replaceAll(rest.document.document_id, sha256.slice(0, 12)));
}
