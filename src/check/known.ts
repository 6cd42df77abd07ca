/**
 * `known-differences.json` beside an `expected.json`: differences that somebody has looked at and put up with.
 * Each names the value that was read, so that another wrong value in the same place is a difference again.
 */
import { z } from 'zod';
import type { Failure, Result } from '../model/errors.js';
import type { Difference } from './compare.js';
import { subject } from './result.js';

export const KNOWN_FILE = 'known-differences.json';

const knownSchema = z.array(
  z
    .strictObject({
      /** File name of the PDF. */
      pdf: z.string(),
      /** As reports print it: `items 1-3 rating`, `items 1-4 missing row`. */
      difference: z.string(),
      /** The value of the field as it is read; not for whole rows. */
      read: z.union([z.string(), z.number(), z.null()]).optional(),
      why: z.string().min(1),
    })
    .refine((entry) => / row$/.test(entry.difference) !== 'read' in entry, { message: 'a field needs the value that is read ("read"), a row has none' }),
);
export type Known = z.infer<typeof knownSchema>[number];

/** Text of a `known-differences.json` → its entries. `E_EXPECTED` with the place that is wrong. */
export function parseKnown(text: string, path: string): Result<readonly Known[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, failure: wrong(path, error instanceof Error ? error.message : String(error)) };
  }
  const parsed = knownSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, failure: wrong(path, `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`) };
}

function wrong(path: string, what: string): Failure {
  return { code: 'E_EXPECTED', message: `${path}: ${what}`, remedy: 'Mend it by hand; each entry has pdf, difference, read and why.' };
}

export interface Sorted {
  readonly differences: readonly Difference[];
  /** Those that the file lists, with the value that it names. */
  readonly known: readonly Difference[];
  /** Entries that nothing answers to any more. */
  readonly settled: readonly Known[];
}

/** @param entries those of one PDF. */
export function sortKnown(differences: readonly Difference[], entries: readonly Known[]): Sorted {
  const matches = (difference: Difference, entry: Known): boolean =>
    entry.difference === subject(difference) && (difference.kind !== 'field' || difference.got === entry.read);
  return {
    differences: differences.filter((difference) => !entries.some((entry) => matches(difference, entry))),
    known: differences.filter((difference) => entries.some((entry) => matches(difference, entry))),
    settled: entries.filter((entry) => !differences.some((difference) => matches(difference, entry))),
  };
}
