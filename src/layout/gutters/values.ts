/** Which phrases are values, as what stands in a column of figures: the lexicon of the page says. */
import type { Lexicon } from '../words/index.js';

/** A text, and the words by which it is read. */
interface Said {
  readonly text: string;
  readonly lexicon: Lexicon;
}

/** A number with its signs and units. */
export const isNumber = ({ text, lexicon }: Said): boolean => lexicon.isNumber(text);

/** A sign that stands where there is no number. */
export const isPlaceholder = ({ text, lexicon }: Said): boolean => lexicon.isPlaceholder(text);

/** A number, or a sign that stands in its place. */
export const isValue = ({ text, lexicon }: Said): boolean => lexicon.isValue(text);

/** A mark that begins an item of a list. */
export const isEnumerator = ({ text, lexicon }: Said): boolean => lexicon.isEnumerator(text);
