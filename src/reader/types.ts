/** What goes into and comes out of the reading of one document; plain data, it crosses a thread boundary. */
import type { DocumentRecords } from '../model/records.js';
import type { Limits } from '../model/limits.js';
import type { Failure } from '../model/errors.js';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  /** As it will stand in `source_file` (the file's name, without folders). */
  readonly sourceFile: string;
  readonly sha256: string;
  /** Grammar id given by the user; without it the best-scoring grammar is taken. */
  readonly grammar?: string;
  /** Where they are to differ from the usual ones. */
  readonly limits?: Partial<Limits>;
}

/**
 * `problems`: parts that could not be read though the document was (some pages are images, say);
 * each also stands in the records' diagnostics.
 */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly records: DocumentRecords; readonly problems: readonly Failure[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The request's limits as an option of `readPdf`. */
export function limitsOf(request: ReadRequest): { readonly limits?: Partial<Limits> } {
  return request.limits === undefined ? {} : { limits: request.limits };
}
