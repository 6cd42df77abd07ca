/**
 * Double rulings drawn far apart → one line in their middle, so that no empty row or column stands between them.
 *
 * ```
 *  ────────────────
 *   小計       12
 *  ════════════════   two lines of one length, too near for text of any size that is printed
 *   合計       12
 *  ────────────────
 * ```
 */
import { PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boxOfLine } from './geometry.js';
import type { Segment } from './rulings.js';
import type { HasText } from './text-index.js';
import { HALF_LINE, SAME_PLACE } from './tolerances.js';

export function foldWideDoubles(segments: readonly Segment[], hasText: HasText, book: Rulebook = PLAIN_BOOK): Segment[] {
  const moved = new Map<Segment, number>();
  for (const axis of ['h', 'v'] as const) {
    /** The last line that began at a place, by its start in steps of `SAME_PLACE`. */
    const open = new Map<number, Segment>();
    const lines = segments.filter((segment) => segment.axis === axis && segment.drawn);
    for (const line of lines.sort((a, b) => a.at - b.at)) {
      const key = Math.round(line.from / SAME_PLACE);
      const before = [key - 1, key, key + 1].flatMap((k) => open.get(k) ?? []).find((other) => !moved.has(other) && isDouble(other, line, hasText));
      if (before !== undefined && says(book, 'wide-double', true, () => boxOfLine(line))) {
        const middle = (before.at + line.at) / 2;
        moved.set(before, middle);
        moved.set(line, middle);
      }
      open.set(key, line);
    }
  }
  return segments.map((segment) => ({ ...segment, at: moved.get(segment) ?? segment.at }));
}

function isDouble(a: Segment, b: Segment, hasText: HasText): boolean {
  if (b.at - a.at > HALF_LINE || Math.abs(a.from - b.from) > SAME_PLACE || Math.abs(a.to - b.to) > SAME_PLACE) return false;
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  return !hasText(a.axis === 'h' ? { x0: from, x1: to, top: a.at, bottom: b.at } : { x0: a.at, x1: b.at, top: from, bottom: to });
}
