/**
 * What a document may hold at most. Beyond it the file is damaged, or made to exhaust its reader; who has
 * such a document on purpose sets the limit higher (`--limit`).
 */
export interface Limits {
  /** Pages that are to be read. */
  readonly pages: number;
  /** Of one page: drawing operators (the segments of paths among them), glyphs, and lines and surfaces. */
  readonly pageOperators: number;
  readonly pageGlyphs: number;
  readonly pageRulings: number;
  /** Of all pages together. */
  readonly operators: number;
  readonly glyphs: number;
  readonly rulings: number;
}

/**
 * A dense page of a municipal sheet has some thousands of each, the densest page of a published map or
 * drawing that was looked at some ten thousands; a report of 500 pages has a million glyphs.
 */
export const DEFAULT_LIMITS: Limits = {
  pages: 3_000,
  pageOperators: 400_000,
  pageGlyphs: 60_000,
  pageRulings: 60_000,
  operators: 20_000_000,
  glyphs: 3_000_000,
  rulings: 2_000_000,
};

export const limitNames = [
  'pages',
  'pageOperators',
  'pageGlyphs',
  'pageRulings',
  'operators',
  'glyphs',
  'rulings',
] as const satisfies readonly (keyof Limits)[];
export type LimitName = (typeof limitNames)[number];

/** As it is written on the command line: `pageGlyphs` → `page-glyphs`. */
export function limitWord(name: LimitName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
