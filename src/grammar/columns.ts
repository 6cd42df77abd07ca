/**
 * The heads of an item table: which grid columns a field's values stand in.
 *
 * ```
 * │順位│取組項目│  年度末確認   │   a group heads several columns and is none itself
 * │    │        ├───────┬───────┤
 * │    │        │ 評価  │ 課題  │   columns are found by what their label says, wherever it stands
 * ```
 */
import type { Cell } from '../model/layout.js';
import { matchKey } from '../text/fold.js';
import type { Finding } from './draft.js';
import { placeOf } from './draft.js';
import { isLabel, likeness } from './labels.js';
import { isEmpty, passageOfCell, plainText } from './passage.js';
import { itemFields, type ItemField, type LabelledField, type RowsRule } from './schema.js';
import type { Grid } from './units.js';

export interface HeadedColumn {
  readonly field: ItemField;
  /** Grid columns `from` (inclusive) to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
  /** The head changed from what the grammar knows: its column was taken for its likeness. */
  readonly isGuess: boolean;
}

/** One head of a table and the rows that it takes. A table may have several (a later page may arrange them otherwise). */
export interface TableHead {
  readonly firstRow: number;
  /** Inclusive. */
  readonly lastRow: number;
  readonly columns: readonly HeadedColumn[];
  readonly cells: readonly Cell[];
  readonly missing: readonly ItemField[];
  readonly findings: readonly Finding[];
}

/** A head must show at least this share of the columns that the grammar requires. */
const requiredShare = 0.4;
/** At least this share of a head row's words are labels that the grammar knows. */
const labelShare = 0.5;
/** A label that changed still shares this much of its characters with the one expected. */
const changedLikeness = 0.5;

export function columnsOf(rule: RowsRule): readonly (readonly [ItemField, LabelledField])[] {
  return Object.entries(rule.columns).flatMap(([name, column]) => {
    const field = itemFields.safeParse(name);
    return field.success && column ? [[field.data, column] as const] : [];
  });
}

interface RowLabels {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly filled: number;
  readonly known: number;
}

/** Rows `firstRow` to `lastRow` of a table that look like its head, from the top of the table down. */
export function headsOf(grid: Grid, rule: RowsRule): readonly TableHead[] {
  const columns = columnsOf(rule);
  const allLabels = [...columns.flatMap(([, column]) => column.label), ...rule.groups];
  const byRow = new Map<number, Cell[]>();
  for (const cell of grid.table.cells) {
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rows: RowLabels[] = [];
  for (let row = 0; row < grid.table.rows; row++) {
    const cells = byRow.get(row) ?? [];
    const filled = cells.map(passageOfCell).filter((passage) => !isEmpty(passage));
    rows.push({ row, cells, filled: filled.length, known: filled.filter((passage) => isLabel(passage, allLabels)).length });
  }
  const isHead = (labels: RowLabels | undefined, least: number): boolean =>
    labels !== undefined && labels.known >= least && labels.known >= labels.filled * labelShare;
  const heads: TableHead[] = [];
  let row = 0;
  while (row < rows.length) {
    if (!isHead(rows[row], 2)) {
      row += 1;
      continue;
    }
    let first = row;
    let last = row;
    const reach = (index: number): void => {
      for (const cell of rows[index]?.cells ?? []) {
        if (!isEmpty(passageOfCell(cell))) last = Math.max(last, cell.row + cell.rowSpan - 1);
      }
    };
    while (isHead(rows[first - 1], 1) && (heads.at(-1)?.lastRow ?? -1) < first - 1) first -= 1;
    for (let index = first; index <= last && index < rows.length; index++) {
      reach(index);
      // Rows of labels that follow belong to the same head.
      if (index === last && isHead(rows[last + 1], 1)) last += 1;
    }
    last = Math.min(last, rows.length - 1);
    const head = readHead(rows.slice(first, last + 1), columns, rule);
    if (head) heads.push(head);
    row = last + 1;
  }
  return heads;
}

function readHead(rows: readonly RowLabels[], columns: readonly (readonly [ItemField, LabelledField])[], rule: RowsRule): TableHead | undefined {
  const cells = rows.flatMap((row) => row.cells);
  const found = new Map<ItemField, Cell>();
  const taken = new Set<Cell>();
  for (const [field, column] of columns) {
    const cell = cells.find((candidate) => !taken.has(candidate) && isLabel(passageOfCell(candidate), column.label));
    if (!cell) continue;
    found.set(field, cell);
    taken.add(cell);
  }
  const required = columns.filter(([, column]) => !column.optional);
  const foundRequired = required.filter(([field]) => found.has(field)).length;
  if (found.size < 2 || foundRequired < required.length * requiredShare) return undefined;
  const findings: Finding[] = [];
  const strangers = cells.filter((cell) => {
    const passage = passageOfCell(cell);
    return !isEmpty(passage) && !taken.has(cell) && !isLabel(passage, rule.groups);
  });
  const missing: ItemField[] = [];
  const guessed = new Set<ItemField>();
  for (const [field, column] of columns) {
    if (found.has(field)) continue;
    const expected = column.label[0] ?? '';
    const key = matchKey(expected);
    const heir = strangers
      .map((cell) => ({ cell, share: likeness(matchKey(plainText(passageOfCell(cell))), key) }))
      .filter(({ cell, share }) => share >= changedLikeness && !taken.has(cell))
      .sort((a, b) => b.share - a.share)[0];
    if (heir) {
      found.set(field, heir.cell);
      guessed.add(field);
      taken.add(heir.cell);
      const place = placeOf(passageOfCell(heir.cell));
      findings.push({
        severity: 'warning',
        code: 'W_HEADER_CHANGED',
        message: `the column headed "${plainText(passageOfCell(heir.cell))}" was read as "${expected}" (${field})`,
        ...(place ? { place } : {}),
      });
    } else if (!column.optional) {
      missing.push(field);
    }
  }
  for (const cell of strangers) {
    if (taken.has(cell)) continue;
    const place = placeOf(passageOfCell(cell));
    findings.push({
      severity: 'warning',
      code: 'W_HEADER_UNKNOWN',
      message: `no field for the column headed "${plainText(passageOfCell(cell))}"; its text is left over`,
      ...(place ? { place } : {}),
    });
  }
  const headed = columns.flatMap(([field]) => {
    const cell = found.get(field);
    return cell ? [{ field, from: cell.col, to: cell.col + cell.colSpan, cell, isGuess: guessed.has(field) }] : [];
  });
  for (const [index, column] of headed.entries()) {
    const before = headed[index - 1];
    if (!before || before.from < column.from) continue;
    const place = placeOf(passageOfCell(column.cell));
    findings.push({
      severity: 'warning',
      code: 'W_HEADER_MOVED',
      message: `the column "${plainText(passageOfCell(column.cell))}" stands before "${plainText(passageOfCell(before.cell))}", not after it as in the known layout`,
      ...(place ? { place } : {}),
    });
  }
  for (const field of missing) {
    const label = columns.find(([name]) => name === field)?.[1].label[0] ?? field;
    const place = headed[0] && placeOf(passageOfCell(headed[0].cell));
    findings.push({
      severity: 'warning',
      code: 'W_COLUMN_MISSING',
      message: `no column headed "${label}" (${field})`,
      ...(place ? { place } : {}),
    });
  }
  return {
    firstRow: rows[0]?.row ?? 0,
    lastRow: rows.at(-1)?.row ?? 0,
    columns: headed,
    cells,
    missing,
    findings,
  };
}

/** The column that a cell stands in: the one with which it shares most grid columns. */
export function columnAt(columns: readonly HeadedColumn[], cell: Cell): HeadedColumn | undefined {
  let best: HeadedColumn | undefined;
  let shared = 0;
  for (const column of columns) {
    const overlap = Math.min(column.to, cell.col + cell.colSpan) - Math.max(column.from, cell.col);
    if (overlap > shared) {
      shared = overlap;
      best = column;
    }
  }
  return best;
}
