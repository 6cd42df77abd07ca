/** Counts what a document holds while it is read, and stops the reading where it is too much. */
import { ChohyoError, type ErrorCode } from '../model/errors.js';
import { limitWord, type LimitName, type Limits } from '../model/limits.js';

/** What is counted by page and by document. */
type Mark = 'operators' | 'glyphs' | 'rulings';

const marks: readonly Mark[] = ['operators', 'glyphs', 'rulings'];
const pageLimit = { operators: 'pageOperators', glyphs: 'pageGlyphs', rulings: 'pageRulings' } as const satisfies Record<Mark, LimitName>;
const words = { pages: 'pages', operators: 'drawing operators', glyphs: 'glyphs', rulings: 'lines and surfaces' } as const;
const codes = { pages: 'E_LIMIT_PAGES', operators: 'E_LIMIT_OPERATORS', glyphs: 'E_LIMIT_GLYPHS', rulings: 'E_LIMIT_RULINGS' } as const satisfies Record<
  string,
  ErrorCode
>;

/** Each method throws `ChohyoError` E_LIMIT_… as soon as a limit is passed. */
export class Tally {
  private readonly document: Record<Mark, number> = { operators: 0, glyphs: 0, rulings: 0 };
  private page: Record<Mark, number> = { operators: 0, glyphs: 0, rulings: 0 };
  private number = 0;

  constructor(private readonly limits: Limits) {}

  pages(count: number): void {
    if (count > this.limits.pages) throw tooMany('pages', `the document says that it has ${count} pages`, 'pages', this.limits);
  }

  /** The same page once more counts once. */
  beginPage(number: number): void {
    if (number === this.number) for (const mark of marks) this.document[mark] -= this.page[mark];
    this.number = number;
    this.page = { operators: 0, glyphs: 0, rulings: 0 };
  }

  nest(depth: number): void {
    if (depth <= DEEPEST) return;
    throw new ChohyoError({
      code: 'E_LIMIT_OPERATORS',
      message: `page ${this.number} saves its graphics state more than ${DEEPEST} times without restoring it`,
      remedy: 'Print the document anew as PDF from its source, or leave this file out.',
    });
  }

  add(mark: Mark, count: number): void {
    this.page[mark] += count;
    this.document[mark] += count;
    const { limits, number } = this;
    const own = pageLimit[mark];
    if (this.page[mark] > limits[own]) throw tooMany(mark, `page ${number} holds more than ${limits[own]} ${words[mark]}`, own, limits);
    if (this.document[mark] > limits[mark]) throw tooMany(mark, `up to page ${number} there are more than ${limits[mark]} ${words[mark]}`, mark, limits);
  }
}

/**
 * States that may be saved and not restored. pdf.js makes each out of the one before (`EvalState.clone`), which
 * takes the longer the more there are; a page that is meant to be read has some ten.
 */
const DEEPEST = 4_000;

function tooMany(what: keyof typeof codes, message: string, limit: LimitName, limits: Limits): ChohyoError {
  return new ChohyoError({
    code: codes[what],
    message: limit === 'pages' ? `${message}; ${limits.pages} are read at most` : message,
    remedy: `If the file is meant to be so, allow more with --limit ${limitWord(limit)}=N; else leave it out.`,
  });
}
