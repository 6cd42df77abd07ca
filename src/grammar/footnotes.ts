/** Footnotes below indicators: a mark with its note, which may run on over further lines. */
import type { NodeDraft } from './draft.js';
import { match, plainText, type Passage } from './passage.js';
import type { Reading } from './reading.js';

export class FootnotesReader {
  readonly #pattern: string;
  readonly #reading: Reading;
  readonly #isHeading: (passage: Passage) => boolean;
  /** The heading that was open when the last indicator was read: footnotes stand below indicators, before another heading. */
  #nodeAtIndicators: NodeDraft | undefined;
  /** The line before was part of a footnote: only then this one may go on with it. */
  #mayGoOn = false;
  #isFootnote = false;

  constructor(pattern: string, reading: Reading, isHeading: (passage: Passage) => boolean) {
    this.#pattern = pattern;
    this.#reading = reading;
    this.#isHeading = isHeading;
  }

  /** Indicators were read: footnotes may follow. */
  followIndicators(): void {
    this.#nodeAtIndicators = this.#reading.node;
  }

  /** Another line begins. */
  nextLine(): void {
    this.#mayGoOn = this.#isFootnote;
    this.#isFootnote = false;
  }

  /** What is no line comes between. */
  interrupt(): void {
    this.#mayGoOn = false;
    this.#isFootnote = false;
  }

  /** True where the passage is a footnote, or a further line of one. */
  read(passage: Passage): boolean {
    this.#isFootnote = this.#begins(passage) || this.#goesOn(passage);
    return this.#isFootnote;
  }

  #begins(passage: Passage): boolean {
    const reading = this.#reading;
    const { mark, note } = match(passage, this.#pattern)?.groups ?? {};
    if (!mark || !note || reading.indicators.length === 0 || reading.node !== this.#nodeAtIndicators || reading.item !== undefined) return false;
    reading.footnotes.push({ mark: plainText(mark), note });
    reading.claims.claim(passage, 'field');
    return true;
  }

  /** A footnote's second line stands right below its first. */
  #goesOn(passage: Passage): boolean {
    const last = this.#reading.footnotes.at(-1);
    const above = last?.note.at(-1);
    const first = passage[0];
    if (!this.#mayGoOn || !last || !above || !first || above.line.page !== first.line.page) return false;
    const gap = first.line.box.top - above.line.box.bottom;
    if (gap > above.line.size || gap < -above.line.size || this.#isHeading(passage)) return false;
    last.note = [...last.note, ...passage];
    this.#reading.claims.claim(passage, 'field');
    return true;
  }
}
