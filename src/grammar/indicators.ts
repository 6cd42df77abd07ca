/**
 * Indicators: an indicator's values over the years, with the plan nodes related to it.
 *
 * ```
 * │   │ 市民の満足度(%)                                  │   name
 * │   │ 説明   │ 市民アンケート                          │
 * │ 6 │ 平成30年度末時点値 │ … │ 令和6年度末目標値        │   labels, each above its value
 * │   │ 81.9               │ … │ 86.0                     │
 * │   │ 【関連基本事業】                                 │
 * │   │ 施策1 │ 施策2 │ 施策3                            │   a matrix of related nodes
 * ```
 */
import type { Cell } from '../model/layout.js';
import type { RelatedDraft } from './draft.js';
import { isLabel, splitLabel } from './labels.js';
import { boxOf, isEmpty, match, passageOfCell, passageOfLine, plainText, type Passage } from './passage.js';
import type { Reading } from './reading.js';
import type { IndicatorsRule } from './schema.js';
import type { Grid, LineUnit, RowUnit } from './units.js';

/** Inclusive rows of one indicator, with the cell that numbers it. */
interface Extent {
  readonly first: number;
  readonly last: number;
  readonly number: Cell | undefined;
  /** The row of value labels. */
  readonly labels: number;
}

export class IndicatorsReader {
  readonly #rule: IndicatorsRule;
  readonly #reading: Reading;
  /** Rows of each table that are its indicators' or their head. */
  readonly #tables = new Map<Grid, ReadonlySet<number>>();

  constructor(rule: IndicatorsRule, reading: Reading) {
    this.#rule = rule;
    this.#reading = reading;
  }

  /** Reads the indicators of a table at its first row; true for the rows that are theirs. `lines` stand outside the tables. */
  read(unit: RowUnit, lines: readonly LineUnit[], ends: (cell: Cell) => boolean): boolean {
    let rows = this.#tables.get(unit.grid);
    if (!rows) {
      const extents = this.#extentsOf(unit.grid, ends);
      for (const extent of extents) this.#readIndicator(unit.grid, extent, lines);
      const first = Math.min(...extents.map((extent) => extent.first));
      const head = extents.length > 0 ? this.#readHead(unit.grid, first) : [];
      const own = extents.flatMap((extent) => Array.from({ length: extent.last - extent.first + 1 }, (_, nth) => extent.first + nth));
      rows = new Set([...head, ...own]);
      this.#tables.set(unit.grid, rows);
    }
    return rows.has(unit.row);
  }

  /**
   * Where no number spans an indicator's rows, its last one: the row of values, and below it the matrix of related nodes
   * up to whatever begins something else.
   */
  #lastWithoutNumber(grid: Grid, labels: number, until: number, ends: (cell: Cell) => boolean): number {
    const rowOf = (row: number): readonly Cell[] => grid.table.cells.filter((cell) => cell.row === row && !isEmpty(passageOfCell(cell)));
    let last = labels + 1;
    let isRelated = false;
    for (let row = labels + 2; row < until; row++) {
      const cells = rowOf(row);
      isRelated ||= cells.some((cell) => isLabel(passageOfCell(cell), this.#rule.related));
      if (!isRelated || cells.some(ends)) break;
      last = row;
    }
    return last;
  }

  #extentsOf(grid: Grid, ends: (cell: Cell) => boolean): readonly Extent[] {
    const { rows, cells } = grid.table;
    const labelRows = new Set<number>();
    for (let row = 0; row < rows; row++) {
      const values = cells.filter((cell) => cell.row === row && isLabel(passageOfCell(cell), this.#rule.values));
      if (values.length >= 2) labelRows.add(row);
    }
    const ordered = [...labelRows].sort((a, b) => a - b);
    const extents: Extent[] = [];
    for (const [index, labels] of ordered.entries()) {
      const number = cells.find(
        (cell) => cell.row <= labels && labels < cell.row + cell.rowSpan && cell.rowSpan >= 3 && /^\d+$/u.test(plainText(passageOfCell(cell))),
      );
      const after = extents.at(-1);
      const first = number?.row ?? Math.max((after?.last ?? -1) + 1, labels - 2, 0);
      const next = ordered[index + 1];
      const last = number ? number.row + number.rowSpan - 1 : this.#lastWithoutNumber(grid, labels, next === undefined ? rows : next - 2, ends);
      extents.push({ first, last: Math.max(last, labels + 1), number, labels });
    }
    return extents;
  }

  /** Rows above the first indicator that hold nothing but known labels. */
  #readHead(grid: Grid, first: number): readonly number[] {
    const rows: number[] = [];
    for (let row = 0; row < first; row++) {
      const cells = grid.table.cells.filter((cell) => cell.row === row && !isEmpty(passageOfCell(cell)));
      const isHead = cells.every((cell) => {
        const passage = passageOfCell(cell);
        if (!isLabel(passage, this.#rule.number)) return this.#reading.claimKnown(passage);
        this.#reading.claims.claim(passage, 'label');
        return true;
      });
      if (isHead) rows.push(row);
    }
    return rows;
  }

  #readIndicator(grid: Grid, extent: Extent, lines: readonly LineUnit[]): void {
    const reading = this.#reading;
    const cells = grid.table.cells.filter(
      (cell) => cell !== extent.number && cell.row >= extent.first && cell.row <= extent.last && !isEmpty(passageOfCell(cell)),
    );
    const label = (passage: Passage): Passage => {
      reading.claims.claim(passage, 'label');
      return passage;
    };
    const field = (passage: Passage): Passage => {
      reading.claims.claim(passage, 'field');
      return passage;
    };
    const taken = new Set<Cell>();
    const values: { label: Passage; value: Passage }[] = [];
    for (const cell of cells) {
      if (cell.row !== extent.labels || !isLabel(passageOfCell(cell), this.#rule.values)) continue;
      taken.add(cell);
      const below = grid.at(cell.row + cell.rowSpan, cell.col);
      const value = below && below !== extent.number ? passageOfCell(below) : [];
      if (below) taken.add(below);
      values.push({ label: label(passageOfCell(cell)), value: field(value) });
    }
    let description: Passage = [];
    const names = new Map<Cell, Passage>();
    for (const cell of cells) {
      if (taken.has(cell) || cell.row >= extent.labels) continue;
      const passage = passageOfCell(cell);
      if (isLabel(passage, this.#rule.description)) {
        taken.add(cell);
        label(passage);
        const beside = grid.at(cell.row, cell.col + cell.colSpan);
        if (beside && !taken.has(beside)) {
          taken.add(beside);
          description = field(passageOfCell(beside));
        }
        break;
      }
      // Below the name, in a row of its own: what begins so is the description, however narrow the space behind the label.
      const split = cell.row > extent.first ? splitLabel(passage, this.#rule.description, true) : undefined;
      if (split) {
        taken.add(cell);
        label(split.label);
        description = field(split.value);
        break;
      }
      const below = this.#splitBelow(passage);
      if (below) {
        names.set(cell, below.name);
        label(below.label);
        description = field(below.value);
        break;
      }
    }
    const nameCells = cells.filter((cell) => !taken.has(cell) && cell.row < extent.labels && !isLabel(passageOfCell(cell), this.#rule.number));
    const name = nameCells.flatMap((cell) => names.get(cell) ?? passageOfCell(cell));
    field(name);
    const related = this.#readRelated(cells.filter((cell) => !taken.has(cell) && cell.row > extent.labels));
    const number = extent.number ? passageOfCell(extent.number) : numberBeside(cells, lines);
    field(number);
    const page = (name[0] ?? number[0])?.line.page ?? grid.table.parts[0]?.page ?? 1;
    reading.indicators.push({ number, name, description, values, related, page });
  }

  /** Name and description in one cell, or in two that a page break between them made one: the description begins a line. */
  #splitBelow(passage: Passage): { name: Passage; label: Passage; value: Passage } | undefined {
    for (let line = 1; line < passage.length; line++) {
      const split = splitLabel(passage.slice(line), this.#rule.description);
      if (split && split.value.length > 0) return { name: passage.slice(0, line), ...split };
    }
    return undefined;
  }

  /** `│施策1│施策2│` over cells that list 方向性 and 基本事業, in the columns of each. */
  #readRelated(cells: readonly Cell[]): readonly RelatedDraft[] {
    const reading = this.#reading;
    const top = reading.grammar.outline?.levels[0]?.pattern;
    const headings: Cell[] = [];
    for (const cell of cells) {
      const passage = passageOfCell(cell);
      if (isLabel(passage, this.#rule.related)) {
        reading.claims.claim(passage, 'label');
      } else if (top && match(passage, top)) {
        reading.claims.claim(passage, 'label');
        headings.push(cell);
      }
    }
    return headings.map((heading) => {
      const below = cells
        .filter(
          (cell) => cell.row > heading.row && cell.col < heading.col + heading.colSpan && heading.col < cell.col + cell.colSpan && !headings.includes(cell),
        )
        .sort((a, b) => a.row - b.row || a.col - b.col)
        .flatMap(passageOfCell);
      reading.claims.claim(below, 'field');
      return { heading: passageOfCell(heading), cells: below };
    });
  }
}

/**
 * ```
 *       │ 市民の満足度(%)         where the outer edge is not drawn, a number merged over all rows
 *   7   ├───────────────          has no ruling of its own: it stands left of the table, between its
 *       │ 説明                    first row and its last
 * ```
 */
function numberBeside(cells: readonly Cell[], lines: readonly LineUnit[]): Passage {
  const parts = cells.flatMap((cell) => cell.parts);
  const found = lines.find(({ line, page }) => {
    const box = boxOf(parts.filter((part) => part.page === page).map((part) => part.box));
    const middle = (line.box.top + line.box.bottom) / 2;
    return box !== undefined && line.box.x1 <= box.x0 && middle > box.top && middle < box.bottom && /^\d{1,3}$/u.test(line.text.trim());
  });
  return found ? passageOfLine(found.line, found.bounds) : [];
}
