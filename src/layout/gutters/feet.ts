/**
 * Page numbers and running feet, told before tables without rulings are sought: a foot a line below a table is no row of it.
 * What repeats at the head of pages may be the header of a table that goes on.
 */
import type { Line } from '../../model/layout.js';
import type { Glyph } from '../../model/page.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { flagFurniture } from '../furniture.js';
import { readFreeText } from '../free.js';
import { boundingBox } from '../geometry.js';
import type { PageGeometry } from '../layout-page.js';
import type { Setting } from '../spaces.js';

/** The glyphs of such lines, a set for each page. */
export function findFeet(pages: readonly PageGeometry[], setting: Setting, book: Rulebook = PLAIN_BOOK): ReadonlySet<Glyph>[] {
  const read = pages.map((geometry) => {
    const tables = geometry.tables.map(({ grid }) => boundingBox(grid.cells.map((cell) => cell.box)));
    const { number, width, height } = geometry.page;
    return {
      page: number,
      width,
      height,
      tables,
      lines: readFreeText(geometry.free, tables, { page: number, struck: geometry.struck, setting, book: PLAIN_BOOK }),
    };
  });
  const plain = flagFurniture(read);
  // Page 2 of 14: the same line on every page but for its numbers.
  const folded = flagFurniture(
    read.map((page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, text: line.text.replace(/[0-9０-９]+/gu, '#') })) })),
  );
  return read.map(({ page, height, lines }, i) => {
    const isFurniture = (k: number): boolean => [plain, folded].some((flagged) => flagged[i]?.[k]?.furniture !== undefined);
    const isFoot = (line: Line, k: number): boolean => says(onPage(book, page), 'foot', line.box.top > height / 2 && isFurniture(k), () => line.box);
    return new Set(lines.filter(isFoot).flatMap((line) => line.glyphs.map(({ glyph }) => glyph)));
  });
}
