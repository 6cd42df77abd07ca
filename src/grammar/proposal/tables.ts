/** Labels, headings and grids of one table. */
import type { Cell, Table } from '../../model/layout.js';
import { withoutSubLabel } from '../labels.js';
import { readMarked } from '../marks.js';
import { gridOf, type Grid } from '../units.js';
import { bandsOf, type ProposedGrid } from './bands.js';
import { endCol, endRow, isBlank, isLabelLike, keyOfCell, longestLabel, number, textOf } from './label-like.js';

export interface FoundLabel {
  readonly key: string;
  readonly from: string;
  readonly isMarked: boolean;
  readonly isLines: boolean;
}

export interface FoundInTable {
  readonly labels: readonly FoundLabel[];
  readonly sections: readonly { readonly key: string; readonly from: string }[];
  readonly grids: readonly ProposedGrid[];
}

/** `isToned`: the cell stands on a colour, where other filled cells of its table do not. */
export function readTable(table: Table, isToned: (cell: Cell) => boolean, titleKey: string | undefined): FoundInTable {
  const grid = gridOf(table);
  const taken = new Set<Cell>();
  const grids = bandsOf(table, taken);
  const labels: FoundLabel[] = [];
  const sections: { readonly key: string; readonly from: string }[] = [];
  const tones = table.cells.some((cell) => !isBlank(cell) && isToned(cell));
  for (const cell of table.cells) {
    const key = keyOfCell(cell);
    if (taken.has(cell) || !isLabelLike(key) || key === titleKey) continue;
    if (tones && !isToned(cell)) continue;
    const beside = besideOf(grid, cell).filter((one) => !taken.has(one));
    const below = grid.at(endRow(cell), cell.col);
    const from = textOf(cell);
    // ①… and A.… are options to choose from.
    if (/^(?:[①-⑳]|[A-Zａ-ｚＡ-Ｚ][.．])/u.test(from)) continue;
    const [first, ...more] = beside;
    const isHeadOf = first !== undefined && isLabelLike(keyOfCell(first)) && (tones ? isToned(first) : heads(grid, first));
    if (first && isHeadOf) {
      // A label whose neighbours are labels themselves names what stands beside it.
      sections.push({ key, from });
      taken.add(cell);
    } else if (first && (tones || looksLikeValueOf(key, first))) {
      const marked = readMarked(rowOf(grid, cell));
      labels.push({
        key,
        from: `${from} → ${textOf(first)}`,
        isMarked: marked.isRead && marked.options.length > 0,
        isLines: more.some((one) => !isBlank(one)),
      });
      taken.add(cell);
      for (const one of marked.options.length > 0 ? rowOf(grid, cell) : beside) taken.add(one);
    } else if (
      besideOf(grid, cell).length === 0 &&
      (tones || cell.colSpan === table.cols) &&
      below &&
      below.col === cell.col &&
      below.colSpan === cell.colSpan &&
      !taken.has(below)
    ) {
      if (isBlank(below) || keyOfCell(below).length > key.length || tones) {
        labels.push({ key, from: `${from} ↓ ${textOf(below)}`, isMarked: false, isLines: false });
        taken.add(below);
      } else sections.push({ key, from });
      taken.add(cell);
    } else if (!first && cell.colSpan === table.cols) {
      sections.push({ key, from });
      taken.add(cell);
    }
  }
  return { labels, sections, grids };
}

/** A label whose own value stands right of it. */
function heads(grid: Grid, cell: Cell): boolean {
  const next = grid.at(cell.row, endCol(cell));
  return (
    next !== undefined &&
    next.row === cell.row &&
    (number.test(keyOfCell(next)) || keyOfCell(next).length > keyOfCell(cell).length) &&
    keyOfCell(cell).length <= longestLabel / 2
  );
}

function looksLikeValueOf(key: string, value: Cell): boolean {
  const own = keyOfCell(value);
  return own === '' || number.test(own) || own.length >= withoutSubLabel(key).length / 2;
}

function besideOf(grid: Grid, label: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = label.row; row < endRow(label); row++) {
    const cell = grid.at(row, endCol(label));
    if (cell && cell.row >= label.row && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

/** All cells right of a label in its rows. */
function rowOf(grid: Grid, label: Cell): readonly Cell[] {
  return grid.table.cells.filter((cell) => cell.row >= label.row && cell.row < endRow(label) && cell.col >= endCol(label));
}
