/** Where each of the measures ①②③ stands in the cell that prints them one under the other. */
import { splitMarked, labelKey } from '../text/measures.js';
import { cutAt, type Passage } from './passage.js';

/**
 * A cell's passage and its text → the lines of a mark; of one printed twice, both. The whole cell where its glyphs do not
 * tell the marks apart.
 */
export function measurePassages(passage: Passage, text: string | null): (key: string) => Passage {
  const parts = splitMarked(text ?? '');
  const cut = cutAt(
    passage,
    parts.map(({ label, text: own }) => label + own),
  );
  return (key) => (cut === undefined ? passage : cut.filter((_, index) => labelKey(parts[index]?.label ?? '') === key).flat());
}
