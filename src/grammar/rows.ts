/**
 * Items of which each is a row under a head.
 *
 * ```
 * │No.│項目│成果│
 * ├───┼────┼────┤
 * │ 1 │ あ │ い │   a number opens a record
 * │   │    │ う │   after a page break, a row without number or its own title goes on with the record
 * ```
 */
import type { Cell } from '../model/layout.js';
import { columnAt, columnsOf, headsOf, type HeadedColumn, type TableHead } from './columns.js';
import type { Basis } from '../model/records.js';
import { placeOf } from './draft.js';
import { isLabel } from './labels.js';
import { isEmpty, passageOfCell, passageOfPart, plainText } from './passage.js';
import type { Reading } from './reading.js';
import type { RowsRule } from './schema.js';
import type { Grid, RowUnit } from './units.js';

/** A record's number as printed: 1, 01, 1-2, （3）, No.4. */
const numberPattern = /^(?:no\.?|№)?[(（]?\d+(?:[-.‐－]\d+)*[)）.]?$/iu;

/** Where the columns of the last head stood, as shares of the table's width: a later part without head is read by them. */
interface ColumnShares {
  readonly cols: number;
  readonly edges: readonly number[];
  readonly columns: readonly HeadedColumn[];
}

/** Column edges of two parts of one table differ by no more than this share of the width. */
const edgeTolerance = 0.02;

export class RowsReader {
  readonly #rule: RowsRule;
  readonly #reading: Reading;
  readonly #heads = new Map<Grid, readonly TableHead[]>();
  readonly #known: readonly string[];
  #last: ColumnShares | undefined;

  constructor(rule: RowsRule, reading: Reading) {
    this.#rule = rule;
    this.#reading = reading;
    this.#known = [...columnsOf(rule).flatMap(([, column]) => column.label), ...rule.groups];
  }

  #headsOf(grid: Grid): readonly TableHead[] {
    let heads = this.#heads.get(grid);
    if (!heads) {
      heads = headsOf(grid, this.#rule);
      this.#heads.set(grid, heads);
    }
    return heads;
  }

  /** Reads the row when it is one of an item table: its head, or below one. */
  read(unit: RowUnit): boolean {
    const heads = this.#headsOf(unit.grid);
    const within = heads.find((head) => unit.row >= head.firstRow && unit.row <= head.lastRow);
    if (within) {
      this.#readHead(unit, within);
      return true;
    }
    const above = heads.filter((head) => head.lastRow < unit.row).at(-1);
    const columns = above?.columns ?? this.#continued(unit.grid);
    if (!columns) return false;
    const rows = rowsByNumber(unit, columns);
    return rows.map((row) => this.#readRow(row, columns)).some(Boolean);
  }

  /** Is the row a head of items, or below one? */
  isItemRow(grid: Grid, row: number): boolean {
    return this.#headsOf(grid).some((head) => row >= head.firstRow);
  }

  #readHead(unit: RowUnit, head: TableHead): void {
    if (unit.row === head.firstRow) {
      this.#reading.findings.push(...head.findings);
      this.#last = { cols: unit.grid.table.cols, edges: edgesOf(unit.grid), columns: head.columns };
    }
    for (const cell of unit.cells) {
      const own = passageOfCell(cell);
      if (head.columns.some((column) => column.cell === cell) || isLabel(own, this.#known)) {
        this.#reading.claims.claim(own, 'label');
      }
    }
  }

  /** A table without head whose columns stand where those of the last head stood. */
  #continued(grid: Grid): readonly HeadedColumn[] | undefined {
    const last = this.#last;
    if (!last || !this.#reading.item || grid.table.cols !== last.cols) return undefined;
    const edges = edgesOf(grid);
    const same = edges.length === last.edges.length && edges.every((edge, index) => Math.abs(edge - (last.edges[index] ?? 2)) <= edgeTolerance);
    return same ? last.columns : undefined;
  }

  #readRow(unit: RowUnit, columns: readonly HeadedColumn[]): boolean {
    const placed = unit.cells.map((cell) => ({ cell, column: columnAt(columns, cell), passage: passageOfCell(cell) }));
    const filled = placed.filter(({ passage }) => !isEmpty(passage));
    if (filled.length === 0) return true;
    if (filled.every(({ cell }) => this.#spansFields(cell, columns))) return false;
    const numbers = filled.filter(({ cell, column }) => column?.field === 'item_no' && !this.#spansFields(cell, columns));
    const number = numbers.map(({ passage }) => plainText(passage)).join('');
    const isNumbered = numberPattern.test(number);
    const goesOn =
      !isNumbered &&
      this.#goesOn(
        unit,
        filled.flatMap(({ column }) => (column ? [column.field] : [])),
      );
    const place = filled[0] && placeOf(filled[0].passage);
    const open = this.#reading.item;
    const item = goesOn && open ? open : this.#reading.openItem(place);
    if (item !== open) {
      // A cell merged over several records is a value of each.
      for (const column of columns) {
        for (let col = column.from; col < column.to; col++) {
          const cell = unit.grid.at(unit.row, col);
          if (!cell || cell.row >= unit.row || columnAt(columns, cell) !== column) continue;
          if (item.fields.has(column.field)) continue;
          this.#reading.setItemField(item, column.field, { pieces: [passageOfCell(cell)], basis: 'carried' });
        }
      }
    }
    const runsOn = item === open && unit.opensPage;
    for (const { cell, column, passage } of placed) {
      this.#reading.touch(passage);
      if (!column) continue;
      let basis: Basis = column.isGuess ? 'guess' : 'column';
      if (this.#spansFields(cell, columns) && passage.length > 0) {
        // What stands in it may be several rows' numbers: better none than a wrong one. The text is left over, and reported.
        if (column.field === 'item_no') continue;
        this.#reading.find('warning', 'W_CELL_SPANS_FIELDS', `a cell runs over several columns and was read as ${column.field}`, placeOf(passage));
        basis = 'guess';
      }
      if (item === open) this.#reading.extendItemField(item, column.field, passage, runsOn ? 'same piece' : 'next piece');
      else this.#reading.setItemField(item, column.field, { pieces: [passage], basis });
    }
    return true;
  }

  /** Does the cell cover two or more whole columns? */
  #spansFields(cell: Cell, columns: readonly HeadedColumn[]): boolean {
    return columns.filter((column) => cell.col <= column.from && column.to <= cell.col + cell.colSpan).length > 1;
  }

  /**
   * A row without number goes on with the record above when it is the first after a page break or
   * under the record's own number cell, and does not bring everything that a record of its own must have.
   */
  #goesOn(unit: RowUnit, fields: readonly string[]): boolean {
    if (!this.#reading.item) return false;
    const ownNumber = this.#numberCell(unit);
    if (ownNumber && ownNumber.row < unit.row) return true;
    // Elsewhere it is a record whose number is missing, and reported: nothing joins another record in silence.
    if (!unit.opensPage && !this.#headsOf(unit.grid).some((head) => head.lastRow === unit.row - 1)) return false;
    const required = this.#reading.grammar.checks.required.filter((field) => field !== 'item_no');
    const complete = required.length > 0 && required.every((field) => fields.includes(field));
    return !complete;
  }

  /** The number cell that covers this row, when it began above. */
  #numberCell(unit: RowUnit): Cell | undefined {
    const heads = this.#headsOf(unit.grid);
    const head = heads.filter((candidate) => candidate.lastRow < unit.row).at(-1);
    const column = (head?.columns ?? this.#last?.columns)?.find(({ field }) => field === 'item_no');
    const cell = column && unit.grid.at(unit.row, column.from);
    return cell && !isEmpty(passageOfCell(cell)) ? cell : undefined;
  }
}

/**
 * A row joined over a page break whose number cell holds a number on each page is two rows: no record has two numbers.
 */
function rowsByNumber(unit: RowUnit, columns: readonly HeadedColumn[]): readonly RowUnit[] {
  const number = unit.cells.find((cell) => columnAt(columns, cell)?.field === 'item_no');
  const numbered = number?.parts.filter((part) => numberPattern.test(plainText(passageOfPart(part)))) ?? [];
  if (numbered.length < 2) return [unit];
  const pages = numbered.map(({ page }) => page);
  return pages.map((page, index) => {
    const until = pages[index + 1] ?? Infinity;
    const since = index === 0 ? 0 : page;
    const cells = unit.cells.map((cell) => ({ ...cell, parts: cell.parts.filter((part) => part.page >= since && part.page < until) }));
    return { ...unit, page, cells, opensPage: index > 0 || unit.opensPage };
  });
}

/** Left edges of the grid's columns as shares of the table's width. */
function edgesOf(grid: Grid): readonly number[] {
  const box = grid.table.parts[0]?.box;
  const lefts = new Map<number, number>();
  for (const cell of grid.table.cells) {
    const part = cell.parts[0];
    if (part && !lefts.has(cell.col)) lefts.set(cell.col, part.box.x0);
  }
  if (!box) return [];
  const width = Math.max(box.x1 - box.x0, 1);
  return [...lefts].sort(([a], [b]) => a - b).map(([, x]) => (x - box.x0) / width);
}
