/**
 * Cells that can be read in two ways (upright lines or rows, where the places of the glyphs do not tell): the reading that
 * says a label which the grammar expects is the right one.
 */
import type { Cell, CellPart, DocumentLayout } from '../model/layout.js';
import { isLabel } from './labels.js';
import { passageOfCell, says } from './passage.js';
import type { Grammar } from './schema.js';
import { itemEntries, targetsOf } from './targets.js';

export function withExpectedReadings(layout: DocumentLayout, grammar: Grammar): DocumentLayout {
  const { items } = grammar;
  const labels = [
    ...targetsOf(grammar).flatMap(({ field }) => field.label),
    ...itemEntries(grammar).flatMap(([, field]) => field.label),
    ...grammar.sections,
    ...(items.each === 'row' ? items.groups : []),
  ];
  const isExpected = (cell: Cell): boolean => isLabel(passageOfCell(cell), labels) || grammar.labels.some((pattern) => says(passageOfCell(cell), pattern));
  const chosen = (cell: Cell): Cell => {
    if (cell.parts.every(({ alternatives }) => alternatives === undefined) || isExpected(cell)) return cell;
    const count = Math.max(...cell.parts.map(({ alternatives }) => alternatives?.length ?? 0));
    for (let nth = 0; nth < count; nth++) {
      const parts = cell.parts.map((part): CellPart => ({ ...part, lines: part.alternatives?.[nth] ?? part.lines }));
      const other: Cell = { ...cell, parts };
      if (isExpected(other)) return other;
    }
    return cell;
  };
  if (layout.tables.every(({ cells }) => cells.every(({ parts }) => parts.every(({ alternatives }) => alternatives === undefined)))) return layout;
  return { ...layout, tables: layout.tables.map((table) => ({ ...table, cells: table.cells.map(chosen) })) };
}
