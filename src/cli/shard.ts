/** Which part of many files is this run's: told from a file's name alone, the same on every machine. */
import { createHash } from 'node:crypto';
import { InvalidArgumentError } from '@commander-js/extra-typings';

export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** `3/8`, or counted from 0: `0/8` is the same as `8/8`. */
export function shard(text: string): Shard {
  const [, index = '', count = ''] = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(text) ?? [];
  const [i, n] = [Number(index), Number(count)];
  if (index === '' || n < 1 || i > n) throw new InvalidArgumentError('It must be I/N, like 3/8: part 3 of 8.');
  return { index: i % n, count: n };
}

/** @param name as it means the same on every machine: the path below the folder that was given, with `/`. */
export function isInShard(name: string, { index, count }: Shard): boolean {
  const digest = createHash('sha256').update(name.normalize('NFC')).digest();
  return digest.readUIntBE(0, 6) % count === index;
}
