/**
 * Options that several commands share, and how their values are read. The option functions leave their
 * type to inference: it carries the option's name and value to the command that takes it.
 */
import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { DEFAULT_LIMITS, limitNames, limitWord, type Limits } from '../model/limits.js';

export const DEFAULT_DATABASE = 'chohyo.sqlite';

export function databaseOption() {
  return new Option('--db <file>', 'the SQLite database').default(DEFAULT_DATABASE);
}

export function jobsOption() {
  return new Option('--jobs <n>', 'documents to read at the same time').argParser(positiveInteger).default(availableParallelism(), 'the number of processors');
}

export function timeoutOption() {
  return new Option('--timeout <seconds>', 'time that one document may take (default: 120, and one more for every page read)').argParser(positiveNumber);
}

/** A limit of one document, or of the file's bytes. */
export type LimitSettings = Partial<Limits> & { readonly megabytes?: number };

export function limitOption() {
  const names = ['megabytes=512', ...limitNames.map((name) => `${limitWord(name)}=${DEFAULT_LIMITS[name]}`)];
  return new Option(
    '--limit <name=n>',
    `read documents that hold more (or less) than usual; may be given several times (the usual limits: ${names.join(', ')})`,
  ).argParser(limit);
}

function limit(text: string, before: LimitSettings = {}): LimitSettings {
  const [, word = '', digits = ''] = /^([a-z-]+)=([0-9]+)$/.exec(text) ?? [];
  const name = word === 'megabytes' ? word : limitNames.find((known) => limitWord(known) === word);
  const value = Number(digits);
  if (name === undefined || !Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(`It must be NAME=N, N a whole number from 1, NAME one of: megabytes, ${limitNames.map(limitWord).join(', ')}.`);
  }
  return { ...before, [name]: value };
}

export function grammarOption() {
  return new Option('--grammar <id>', 'read with this grammar instead of recognising the format; a *.yaml file may be named');
}

export function grammarsOption() {
  return new Option('--grammars <dir>', 'a folder of grammars of your own beside those of the program; of one id yours is taken');
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

export function fiscalYear(text: string): number {
  if (!/^[0-9]{4}$/.test(text)) throw new InvalidArgumentError('It must be a western year of four digits, like 2023.');
  return Number(text);
}
