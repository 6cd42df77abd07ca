/** `1,3-5` → the page numbers, ascending, each once. */
import { InvalidArgumentError } from '@commander-js/extra-typings';

/** No PDF has more pages; a longer range is a slip of the finger. */
const MOST_PAGES = 100_000;

/** Throws `InvalidArgumentError` for anything but numbers from 1 and rising ranges of them. */
export function pageRange(text: string): readonly number[] {
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const [, from = '', to = from] = /^\s*([0-9]{1,6})\s*(?:-\s*([0-9]{1,6})\s*)?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === '' || first < 1 || last < first || last > MOST_PAGES) {
      throw new InvalidArgumentError('It must be page numbers and ranges, like 1,3-5.');
    }
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
