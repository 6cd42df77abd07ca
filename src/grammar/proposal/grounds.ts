/** Cells that stand on a colour, where colours tell labels. */
import type { Cell, Table } from '../../model/layout.js';
import type { Box, Page } from '../../model/page.js';
import { isBlank, isLabelLike, keyOfCell } from './label-like.js';

/** A colour this light is taken for paper. */
const paper = 'ffffff';

/** Colours tell labels where so large a share of a table's texts stands on one. */
const leastToned = 0.3;
const mostToned = 0.75;

export function groundsOf(table: Table, pages: readonly Page[]): (cell: Cell) => boolean {
  const toned = new Set<Cell>();
  for (const cell of table.cells) {
    const [part] = cell.parts;
    const fills = part && pages.find(({ number: no }) => no === part.page)?.fills.filter(({ box }) => covers(box, part.box));
    const top = fills?.at(-1);
    if (top && !top.color.toLowerCase().endsWith(paper)) toned.add(cell);
  }
  const filled = table.cells.filter((cell) => !isBlank(cell));
  const own = filled.filter((cell) => toned.has(cell));
  const labels = own.filter((cell) => isLabelLike(keyOfCell(cell))).length;
  const tells = own.length >= filled.length * leastToned && own.length <= filled.length * mostToned && labels >= own.length * 0.8;
  return (cell) => tells && toned.has(cell);
}

function covers(outer: Box, inner: Box): boolean {
  const x = Math.min(outer.x1, inner.x1) - Math.max(outer.x0, inner.x0);
  const y = Math.min(outer.bottom, inner.bottom) - Math.max(outer.top, inner.top);
  return x > 0 && y > 0 && x * y >= 0.6 * (inner.x1 - inner.x0) * (inner.bottom - inner.top);
}
