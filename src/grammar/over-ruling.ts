/** Text of a value that is printed outside its cell: which cell it belongs to was concluded, not seen. */
import type { Box } from '../model/page.js';
import { isHanging } from '../text/breaking.js';
import { placedGlyphs, type Passage, type Segment } from './passage.js';

/**
 * The segments of a passage with a glyph beyond their bounds (its middle, as cells are told by that), a comma or full stop that hangs
 * over the end of its line aside (ぶら下げ, JIS X 4051): it cannot begin the line of another cell.
 */
export function outsideOf(passage: Passage): Passage {
  return passage.filter((segment) => {
    const printed = placedGlyphs([segment]).filter(({ glyph }) => glyph.text.trim() !== '');
    const outside = printed.filter(({ glyph }) => !holds(segment, glyph.box));
    const [first] = outside;
    return first !== undefined && !(outside.length === 1 && isHanging(first.glyph.text));
  });
}

function holds({ bounds }: Segment, box: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
  return x >= bounds.x0 && x <= bounds.x1 && y >= bounds.top && y <= bounds.bottom;
}
