/** Stable error codes: users' scripts match on them (see docs/diagnostics.md). */
export const errorCodes = [
  'E_NOT_FOUND',
  'E_NOT_A_PDF',
  'E_EMPTY_FILE',
  'E_BROKEN_PDF',
  'E_ENCRYPTED',
  'E_NO_TEXT_LAYER',
  'E_FONT_UNMAPPED',
  'E_UNKNOWN_FORMAT',
  'E_NO_RECORDS',
  'E_LIMIT_TIME',
  'E_LIMIT_MEMORY',
  'E_LIMIT_SIZE',
  'E_LIMIT_PAGES',
  'E_LIMIT_OPERATORS',
  'E_LIMIT_GLYPHS',
  'E_LIMIT_RULINGS',
  'E_NO_INPUT',
  'E_GRAMMAR',
  'E_UNKNOWN_GRAMMAR',
  'E_DB_UNWRITABLE',
  'E_DB_FOREIGN',
  'E_DB_NEWER',
  'E_DB_MISSING',
  'E_SQLITE_ADDON',
  'E_NODE_VERSION',
  'E_OUTPUT',
  'E_OUTPUT_UNWRITABLE',
  'E_ENCODING',
  'E_EXPECTED',
  'E_CSV',
  'E_SETTINGS',
  'E_USAGE',
  'E_INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export function isErrorCode(code: string): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

/** A failure that a person can act on: what is wrong, where, and what to do about it. */
export interface Failure {
  readonly code: ErrorCode;
  /** One line: what is wrong and where. */
  readonly message: string;
  /** One line: what to do. */
  readonly remedy: string;
}

/** A `Failure` on its way up. Cross thread boundaries as a `Failure`, never as this class. */
export class ChohyoError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.message, options);
    this.name = 'ChohyoError';
    this.code = failure.code;
    this.remedy = failure.remedy;
  }
  get failure(): Failure {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}

/** Results instead of throws in the core. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
