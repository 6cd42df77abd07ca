/**
 * Labels beside their values: `│人員│44人│`, `│予算規模 5,445,323千円│`, a heading bar above its text.
 *
 * A value stands to the right of its label in the same rows; where nothing does, below it; or it follows
 * the label within the cell. Of two labels the one that spans fewer rows is served first: a label set
 * down the side of a whole block takes what the others leave.
 */
import type { Cell } from '../model/layout.js';
import { isLabel, splitLabel } from './labels.js';
import { isEmpty, passageOfCell, type Passage } from './passage.js';
import type { FormField } from './schema.js';
import type { Grid } from './units.js';

export interface FormValue {
  readonly name: string;
  readonly label: Passage;
  readonly value: Passage;
}

export interface FormReading {
  readonly values: readonly FormValue[];
  /** Cells that no label accounts for, in reading order. */
  readonly rest: readonly Cell[];
}

export type FormFields = readonly (readonly [string, FormField])[];

function labelNameOf(cell: Cell, fields: FormFields): string | undefined {
  const passage = passageOfCell(cell);
  return fields.find(([, field]) => isLabel(passage, field.label))?.[0];
}

/**
 * Reads the cells given (rows of one table) as a form.
 * `isOther`: cells that are known to be something else (headings), never a value. `mayLieBelow`: cells
 * under these rows that may hold the value of a heading bar.
 */
export function readForm(grid: Grid, cells: readonly Cell[], fields: FormFields, isOther: (cell: Cell) => boolean, mayLieBelow: (cell: Cell) => boolean): FormReading {
  const taken = new Set<Cell>();
  const inForm = new Set(cells);
  const labels = cells.flatMap((cell) => {
    const name = labelNameOf(cell, fields);
    return name === undefined ? [] : [{ cell, name }];
  });
  for (const { cell } of labels) taken.add(cell);
  const named = new Set(labels.map(({ name }) => name));
  const values: FormValue[] = [];
  // Label and value in one cell, where no cell is the label alone.
  for (const cell of cells) {
    if (taken.has(cell) || isOther(cell)) continue;
    const passage = passageOfCell(cell);
    for (const [name, field] of fields) {
      if (named.has(name)) continue;
      const split = splitLabel(passage, field.label);
      if (!split || split.value.length === 0) continue;
      values.push({ name, label: split.label, value: split.value });
      named.add(name);
      taken.add(cell);
      break;
    }
  }
  const free = (cell: Cell | undefined): cell is Cell => cell !== undefined && inForm.has(cell) && !taken.has(cell) && !isOther(cell);
  const ordered = [...labels].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan || a.cell.row - b.cell.row || a.cell.col - b.cell.col);
  for (const { cell: label, name } of ordered) {
    const found = new Set<Cell>();
    for (let row = label.row; row < label.row + label.rowSpan; row++) {
      for (let col = label.col + label.colSpan; col < grid.table.cols; ) {
        const cell = grid.at(row, col);
        if (!cell) break;
        // Another label ends the reach of this one, unless it was served within this one's rows.
        if ((taken.has(cell) || isOther(cell)) && label.rowSpan === 1) break;
        if (free(cell)) found.add(cell);
        col = cell.col + cell.colSpan;
      }
    }
    if (found.size === 0) {
      const below = grid.at(label.row + label.rowSpan, label.col);
      if (below && !taken.has(below) && !isOther(below) && (inForm.has(below) || mayLieBelow(below)) && labelNameOf(below, fields) === undefined) found.add(below);
    }
    const inOrder = [...found].sort((a, b) => a.row - b.row || a.col - b.col);
    for (const cell of inOrder) taken.add(cell);
    values.push({ name, label: passageOfCell(label), value: inOrder.flatMap(passageOfCell) });
  }
  return { values, rest: cells.filter((cell) => !taken.has(cell) && !isEmpty(passageOfCell(cell))) };
}

/** A label set in running text, its value after it: `部課名　市民部市民課`. */
export function readFormLine(passage: Passage, fields: FormFields): FormValue | undefined {
  for (const [name, field] of fields) {
    const split = splitLabel(passage, field.label);
    if (split && split.value.length > 0) return { name, label: split.label, value: split.value };
  }
  return undefined;
}
