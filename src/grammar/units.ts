/**
 * The document as a stream in reading order: lines outside tables, and rows of tables.
 * A row is a unit where its own cells begin; rows wholly covered by cells from above are none.
 */
import type { Box } from '../model/page.js';
import type { Cell, DocumentLayout, FurnitureKind, Line, Table } from '../model/layout.js';

export interface LineUnit {
  readonly kind: 'line';
  readonly page: number;
  readonly top: number;
  readonly line: Line;
  /** The room that text has on this page: from the leftmost to the rightmost line end. */
  readonly bounds: Box;
  readonly furniture?: FurnitureKind;
  /** The next line to the right at the same height, where text is set in columns without rulings. */
  readonly beside?: LineUnit;
}

export interface RowUnit {
  readonly kind: 'row';
  readonly page: number;
  readonly top: number;
  readonly grid: Grid;
  readonly row: number;
  /** Cells that begin in this row, left to right. */
  readonly cells: readonly Cell[];
  /** True when it is the first row of the table's part on its page. */
  readonly opensPage: boolean;
}

export type Unit = LineUnit | RowUnit;

/** A table with its cells by place. */
export interface Grid {
  readonly table: Table;
  /** `at(row, col)`: the cell that covers the place. */
  at(row: number, col: number): Cell | undefined;
}

export function gridOf(table: Table): Grid {
  const places: (Cell | undefined)[] = new Array<Cell | undefined>(table.rows * table.cols).fill(undefined);
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) places[row * table.cols + col] = cell;
    }
  }
  return {
    table,
    at: (row, col) => (row < 0 || col < 0 || row >= table.rows || col >= table.cols ? undefined : places[row * table.cols + col]),
  };
}

/** Where a cell begins: its first part's page and top. */
function placeOf(cell: Cell): { page: number; top: number } | undefined {
  const first = cell.parts[0];
  return first && { page: first.page, top: first.box.top };
}

function rowUnits(table: Table): RowUnit[] {
  const grid = gridOf(table);
  const byRow = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const firstRows = new Set(table.parts.slice(1).map((part) => part.firstRow));
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, cells]) => {
      const places = cells.flatMap((cell) => placeOf(cell) ?? []);
      const page = Math.min(...places.map((place) => place.page));
      const top = Math.min(...places.filter((place) => place.page === page).map((place) => place.top));
      if (!Number.isFinite(page)) return [];
      const ordered = [...cells].sort((a, b) => a.col - b.col);
      return [{ kind: 'row' as const, page, top, grid, row, cells: ordered, opensPage: row === 0 || firstRows.has(row) }];
    });
}

function lineUnits(layout: DocumentLayout): LineUnit[] {
  return layout.pages.flatMap((page) => {
    const body = page.free.filter((free) => free.furniture === undefined).map((free) => free.line.box);
    const lefts = body.map((box) => box.x0);
    const rights = body.map((box) => box.x1);
    const bounds: Box = {
      x0: lefts.length > 0 ? Math.min(...lefts) : 0,
      top: 0,
      x1: rights.length > 0 ? Math.max(...rights) : page.width,
      bottom: page.height,
    };
    return withNeighbours(
      page.free.map(({ line, furniture }) => ({
        kind: 'line' as const,
        page: page.page,
        top: line.box.top,
        line,
        // A running head may be set wider than the text below it.
        bounds: furniture ? { ...bounds, x0: Math.min(bounds.x0, line.box.x0), x1: Math.max(bounds.x1, line.box.x1) } : bounds,
        ...(furniture ? { furniture } : {}),
      })),
    );
  });
}

/** Lines of one height, left to right, each with its right neighbour. */
function withNeighbours(units: readonly LineUnit[]): LineUnit[] {
  const rightToLeft = [...units].sort((a, b) => b.line.box.x0 - a.line.box.x0);
  const byHeight = new Map<number, LineUnit[]>();
  const linked = new Map<LineUnit, LineUnit>();
  const step = (unit: LineUnit): number => Math.round((unit.line.box.top + unit.line.box.bottom) / 2 / heightStep);
  for (const unit of rightToLeft) {
    const at = step(unit);
    const beside = [at - 1, at, at + 1]
      .flatMap((key) => byHeight.get(key)?.at(-1) ?? [])
      .filter((other) => other.line.box.x0 >= unit.line.box.x1 && overlap(unit.line.box, other.line.box) > sameHeight)
      .sort((a, b) => a.line.box.x0 - b.line.box.x0)[0];
    const own: LineUnit = beside ? { ...unit, beside } : unit;
    linked.set(unit, own);
    const list = byHeight.get(at);
    if (list) list.push(own);
    else byHeight.set(at, [own]);
  }
  return units.map((unit) => linked.get(unit) ?? unit);
}

/** Lines are looked up by their middle, in steps of so many points. */
const heightStep = 4;
/** Lines stand at the same height when this share of the lower one lies beside the other. */
const sameHeight = 0.5;

function overlap(a: Box, b: Box): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 0.1);
}

/** Merges lines (already in reading order) with rows by page and height, keeping each kind's own order. */
export function unitsOf(layout: DocumentLayout): readonly Unit[] {
  const lines = lineUnits(layout);
  const rows = layout.tables.flatMap(rowUnits);
  const byPage = (a: Unit, b: Unit): number => a.page - b.page;
  const rowsInOrder = [...rows].sort((a, b) => byPage(a, b) || a.top - b.top);
  const units: Unit[] = [];
  let next = 0;
  for (const line of lines) {
    for (let row = rowsInOrder[next]; row && (row.page < line.page || (row.page === line.page && row.top < line.top)); row = rowsInOrder[next]) {
      units.push(row);
      next += 1;
    }
    units.push(line);
  }
  return [...units, ...rowsInOrder.slice(next)];
}
