/** What is wrong in a grammar file, as a person can mend it: the key, what is wrong with it, the names that there are. */
import type { core } from 'zod';
import { likeness } from './labels.js';

/** Keys and list positions from the top of the file down. */
export type KeyPath = readonly (string | number)[];

export interface Problem {
  readonly path: KeyPath;
  readonly message: string;
}

/** A name this much like another (share of characters in common, in order) was probably meant to be it. */
const meantLikeness = 0.6;

/** `; did you mean title?`, or nothing where no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const near = names.map((name) => ({ name, like: likeness(given.toLowerCase(), name.toLowerCase()) })).sort((a, b) => b.like - a.like)[0];
  return near !== undefined && near.like >= meantLikeness ? `; did you mean ${near.name}?` : '';
}

/** `no name of a field; did you mean title? Names: a, b, c` */
export function unknownName(given: string, names: readonly string[]): string {
  return `there is no ${given} here${didYouMean(given, names)}${names.length > 0 ? ` (there are: ${names.join(', ')})` : ''}`;
}

/** What a schema's issues say; `namesAt`: the keys that a mapping may have. */
export function problemsOfIssues(issues: readonly core.$ZodIssue[], source: unknown, namesAt: (path: KeyPath) => readonly string[]): readonly Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, [], source, namesAt));
}

function problemsOfIssue(issue: core.$ZodIssue, above: KeyPath, source: unknown, namesAt: (path: KeyPath) => readonly string[]): readonly Problem[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const given = valueAt(source, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownName(key, namesAt(path)) }));
    case 'invalid_value':
      return [{ path, message: given === undefined ? 'is missing' : unknownName(shown(given), issue.values.map(String)) }];
    case 'invalid_type':
      return [
        { path, message: given === undefined ? 'is missing' : `must be ${article(issue.expected)}, not ${shown(given)}${hintOf(issue.expected, given)}` },
      ];
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options))
        return [
          { path, message: given === undefined ? `is missing (one of: ${issue.options.join(', ')})` : unknownName(shown(given), issue.options.map(String)) },
        ];
      // Words of a list may be of either kind: all of them are offered together.
      const lists = issue.errors.map((errors) => errors[0]);
      const values = lists.flatMap((first) => (first?.code === 'invalid_value' && first.path.length === 0 ? first.values.map(String) : []));
      if (values.length > 0) return [{ path, message: unknownName(shown(given), [...new Set(values)]) }];
      // The alternative that the author was writing is the one that the value's own kind fits.
      const meant = issue.errors.find(
        (errors) => !errors.some((error) => error.path.length === 0 && (error.code === 'invalid_type' || error.code === 'invalid_union')),
      );
      if (meant) return meant.flatMap((error) => problemsOfIssue(error, path, source, namesAt));
      return [
        {
          path,
          message:
            given === undefined ? 'is missing' : `must be a label, a list of labels${isMapping(given) ? '' : ', or a mapping with label'}, not ${shown(given)}`,
        },
      ];
    }
    case 'too_small':
      return [{ path, message: 'must not be empty' }];
    default:
      return [{ path, message: issue.message }];
  }
}

function article(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    object: 'a mapping (key: value)',
    record: 'a mapping (key: value)',
    array: 'a list',
    string: 'a text',
    boolean: 'true or false',
  };
  return words[expected] ?? expected;
}

/** YAML takes `version: 1` for a number. */
function hintOf(expected: string, given: unknown): string {
  return expected === 'string' && typeof given === 'number' ? `: put it in quotes, "${given}"` : '';
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a mapping';
  return String(value);
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a path of plain data; undefined where there is none. */
export function valueAt(source: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : isMapping(value) ? value[key] : undefined), source);
}
