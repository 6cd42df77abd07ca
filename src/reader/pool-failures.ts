/** What a reading thread can fail of, as failures that a person can act on. */
import type { Failure } from '../model/errors.js';

const reportIt = 'Please report this, with the file and the output of the same command and --debug.';

export function tooSlow(seconds: number): Failure {
  return {
    code: 'E_LIMIT_TIME',
    message: `reading it took more than ${seconds} seconds`,
    remedy: 'Allow more time with --timeout SECONDS, or split the file by pages.',
  };
}

export function tooBig(megabytes: number): Failure {
  return {
    code: 'E_LIMIT_MEMORY',
    message: `reading it took more than ${megabytes} MB of memory`,
    remedy: 'Split the file by pages, or have another program write it again.',
  };
}

export function broken(why: string): Failure {
  return { code: 'E_INTERNAL', message: `the reader failed: ${why}`, remedy: reportIt };
}

export function malformed(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Failure {
  const first = issues[0];
  return {
    code: 'E_INTERNAL',
    message: `the reader's records are not as agreed: ${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}`,
    remedy: reportIt,
  };
}
