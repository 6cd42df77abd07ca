/**
 * What the grammar sees in one table before it is walked row by row: grids, labels with their values, headings. Each cell
 * has one claimant at most.
 */
import type { Cell } from '../model/layout.js';
import { readGrids, type GridReading } from './grids.js';
import { isLabel } from './labels.js';
import { pairOutsideLabels, type OutsideLabel } from './outside-labels.js';
import { pairLabels, type Entry } from './pairing.js';
import { isEmpty, passageOfCell, type Passage } from './passage.js';
import type { Grammar, GridRule } from './schema.js';
import { targetsNamed, type Target } from './targets.js';
import type { Grid } from './units.js';

export interface TablePlan {
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  readonly grids: ReadonlyMap<number, readonly GridReading[]>;
  /** Cells that entries or grids account for. */
  readonly accounted: ReadonlySet<Cell>;
  /** The headings over a cell and the labels down its side, outermost first; `headed`: a heading of the table itself is among them. */
  sectionsOf(cell: Cell): { readonly cells: readonly Cell[]; readonly isHeaded: boolean };
  isSection(cell: Cell): boolean;
}

const endRow = (cell: Cell): number => cell.row + cell.rowSpan;
const endCol = (cell: Cell): number => cell.col + cell.colSpan;

export interface PlanInput {
  readonly grid: Grid;
  readonly grammar: Grammar;
  readonly targets: readonly Target[];
  /** Cells that rows of records, outline headings or known labels account for. */
  readonly isOther: (cell: Cell) => boolean;
  /** Headings printed before this table, the latest last. */
  readonly headings: readonly Passage[];
  /** Labels left of the table, outside of its drawn edges. */
  readonly outside: readonly OutsideLabel[];
  /** Cells with which the rows of a record begin. */
  readonly isStart: (cell: Cell) => boolean;
}

export function gridRulesOf(grammar: Grammar): readonly GridRule[] {
  const { items, sheet } = grammar;
  const ofItems = items.each === 'row' ? [] : items.grids;
  const ofParts = items.each === 'sheet' ? (items.parts?.grids ?? []) : [];
  return [...ofParts, ...ofItems, ...sheet.grids];
}

export function planTable({ grid, grammar, targets, isOther, headings, outside, isStart }: PlanInput): TablePlan {
  const { cells } = grid.table;
  const filled = cells.filter((cell) => !isEmpty(passageOfCell(cell)));
  const headingCells = new Set(filled.filter((cell) => isLabel(passageOfCell(cell), grammar.sections) && !isOther(cell)));
  const named = new Set(filled.filter((cell) => targetsNamed(passageOfCell(cell), targets).length > 0));
  const grids = readGrids(grid, gridRulesOf(grammar), (cell) => named.has(cell) || headingCells.has(cell) || isOther(cell));
  // The head of a column may say what a heading says elsewhere.
  const columnHeads = new Set(grids.flatMap(({ values }) => values.flatMap(({ columnLabels }) => columnLabels)));
  const sections = new Set([...headingCells].filter((cell) => !columnHeads.has(cell)));
  const ofGrids = new Set(grids.flatMap(({ values, heads, named: labels }) => [...values.map(({ cell }) => cell), ...heads, ...labels]));
  const partNumber = grammar.items.each === 'sheet' ? grammar.items.parts?.number : undefined;
  const isNumber = (cell: Cell): boolean => partNumber !== undefined && isLabel(passageOfCell(cell), partNumber);
  const paired = pairLabels({
    grid,
    targets,
    isOther: (cell) => isOther(cell) || ofGrids.has(cell) || sections.has(cell),
    choose: (cell, candidates) => chooseTarget(grid, cell, candidates, headings),
  });
  const inPairs = new Set([...paired.flatMap(({ at, cells: own }) => [at, ...own])]);
  const entries = [
    ...paired,
    ...pairOutsideLabels(grid, outside, (cell) => isOther(cell) || ofGrids.has(cell) || sections.has(cell) || inPairs.has(cell) || isStart(cell), isStart),
  ];
  const accounted = new Set([...ofGrids, ...entries.flatMap(({ at, cells: own }) => [at, ...own])]);
  const sectionsOf: TablePlan['sectionsOf'] = (cell) => {
    const sides = nested(
      grid,
      [...sections].filter((side) => side.row <= cell.row && endRow(side) > cell.row && endCol(side) <= cell.col && !isNumber(side)),
    );
    const above = [...sections]
      .filter((bar) => endRow(bar) <= cell.row && bar.col <= cell.col && endCol(bar) >= endCol(cell) && !sides.includes(bar))
      .sort((a, b) => b.row - a.row)
      .find((bar) => !sides.some((side) => side.row < bar.row));
    const headed = above ? [above, ...sides.filter((side) => side.row >= above.row)] : sides;
    return { cells: [...headed].sort((a, b) => (a === above ? -1 : b === above ? 1 : a.col - b.col)), isHeaded: above !== undefined };
  };
  return {
    entries: groupBy(entries, ({ at }) => at.row),
    grids: groupBy(grids, ({ firstRow }) => firstRow),
    accounted,
    sectionsOf,
    isSection: (cell) => sections.has(cell),
  };
}

/**
 * Of the labels left of a cell, those that hold it. One heads the next where they stand edge to edge, or where it runs beside
 * more than that; else the next begins a box of its own, beside the first one's:
 *
 * ```
 * │体│施策│危機│地│目標│救助│   地域 is no part of 体系
 * │系├────┼────┤域├────┼────┤
 * │  │名称│備え│  │分野│行政│
 * ```
 */
function nested(grid: Grid, sides: readonly Cell[]): readonly Cell[] {
  const isWithin = (outer: Cell, inner: Cell): boolean => outer.row < inner.row || endRow(outer) > endRow(inner) || isBlankBetween(grid, outer, inner);
  return sides.filter((side) => sides.every((other) => endCol(side) > other.col || isWithin(side, other)));
}

function isBlankBetween(grid: Grid, left: Cell, right: Cell): boolean {
  for (let row = right.row; row < endRow(right); row++) {
    for (let col = endCol(left); col < right.col; col++) {
      const cell = grid.at(row, col);
      if (cell && !isEmpty(passageOfCell(cell))) return false;
    }
  }
  return true;
}

function groupBy<Entry>(list: readonly Entry[], keyOf: (entry: Entry) => number): ReadonlyMap<number, readonly Entry[]> {
  const groups = new Map<number, Entry[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/**
 * Of the targets that one label may stand for, the one whose `under` says where this label stands: beside the heading down
 * its side, else below the nearest heading above it in its columns, else below the nearest before it.
 */
export function chooseTarget(grid: Grid, label: Cell, candidates: readonly Target[], headings: readonly Passage[]): Target | undefined {
  const plain = candidates.find(({ field }) => field.under.length === 0);
  const under = [...new Set(candidates.flatMap(({ field }) => field.under))];
  if (under.length === 0) return plain;
  const marks = grid.table.cells.filter((cell) => cell !== label && isLabel(passageOfCell(cell), under));
  const side = marks.filter((cell) => cell.row <= label.row && endRow(cell) > label.row && endCol(cell) <= label.col).sort((a, b) => b.col - a.col)[0];
  const before = marks.filter((cell) => endRow(cell) <= label.row).sort((a, b) => b.row - a.row || b.col - a.col);
  const above = before.find((cell) => cell.col < endCol(label) && label.col < endCol(cell));
  const nearest = side ?? above ?? before[0];
  const passage = nearest ? passageOfCell(nearest) : [...headings].reverse().find((heading) => isLabel(heading, under));
  const chosen = passage && candidates.find(({ field }) => field.under.length > 0 && isLabel(passage, field.under));
  return chosen ?? plain;
}
