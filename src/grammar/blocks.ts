/**
 * Items of which each is a small form, repeated.
 *
 * ```
 * │取組項目04│ 行政事務の効率化 │   what the block's first label says opens a record …
 * │推進部署  │ 政策室           │   … if a label of the record stands in the block
 * │取組状況  │ …               │   a label may stand upright beside the text, or span the whole block
 * ```
 * A block may be a table of its own or rows of a larger one, and may run over a page break.
 */
import type { Cell } from '../model/layout.js';
import { matchKey } from '../text/fold.js';
import { placeOf, type ItemDraft } from './draft.js';
import type { Entry } from './pairing.js';
import { isEmpty, match, passageOfCell, plainText, type Passage } from './passage.js';
import type { TablePlan } from './plan.js';
import type { Reading } from './reading.js';
import { itemFields, type BlocksRule, type ItemField } from './schema.js';
import { itemEntries } from './targets.js';
import type { Grid, RowUnit } from './units.js';

/** A label's value, wherever it was found. */
type HeldValue = Pick<Entry, 'target' | 'label' | 'pieces' | 'basis'>;

/** What begins a block, and the texts of its row or line. */
interface Start {
  readonly label: Passage;
  readonly passages: readonly Passage[];
}

export class BlocksReader {
  readonly #rule: BlocksRule;
  readonly #reading: Reading;
  /** The record that the rows being walked belong to. */
  #item: ItemDraft | undefined;
  /** The last field that was filled, and the place of its text: what a page break cut goes on there. */
  #last: { readonly field: ItemField; readonly passage: Passage } | undefined;
  /** A block's first label whose record is not yet proven: its other labels may stand on the next page, or in the table below it. */
  #pending: Start | undefined;
  readonly #started = new Set<Grid>();

  constructor(rule: BlocksRule, reading: Reading) {
    this.#rule = rule;
    this.#reading = reading;
  }

  startOf(unit: RowUnit): Cell | undefined {
    return unit.cells.find((cell) => this.#startMatch(cell) !== undefined);
  }

  isStart(cell: Cell): boolean {
    return this.#startMatch(cell) !== undefined;
  }

  #startMatch(cell: Cell): ReturnType<typeof match> {
    return this.#matchStart(passageOfCell(cell));
  }

  #matchStart(passage: Passage): ReturnType<typeof match> {
    return match(passage, `^(?:${this.#rule.starts})`);
  }

  /**
   * A first row whose outer edges are not drawn is a line above the block's other rows. True when the line begins a block;
   * `entries`: what its label says, to be taken when the block is proven.
   */
  enterLine(line: Passage, beside: Passage, entries: readonly HeldValue[]): boolean {
    if (this.#matchStart(line) === undefined) return false;
    this.close();
    this.#pending = { label: line, passages: [line, beside] };
    this.#waiting.push(...entries);
    return true;
  }

  /**
   * Called for each row before its labels are read. `isHeading`: the cell ends a block (an outline heading). True when the
   * row says nothing more (a pending start, an entry of a list).
   */
  enter(unit: RowUnit, plan: TablePlan, isHeading: (cell: Cell) => boolean): boolean {
    const start = this.startOf(unit);
    if (unit.cells.some((cell) => cell !== start && isHeading(cell))) {
      this.close();
      return false;
    }
    if (start) {
      this.close();
      this.#started.add(unit.grid);
      if (!this.#isRecord(unit, plan, start, isHeading)) {
        this.#pending = { label: passageOfCell(start), passages: unit.cells.map(passageOfCell) };
        return true;
      }
      this.#open({ label: passageOfCell(start), passages: unit.cells.map(passageOfCell) });
      return false;
    }
    if (this.#pending && this.#labelsIn(plan, unit.row, unit.row + 1, undefined)) {
      const pending = this.#pending;
      this.#pending = undefined;
      this.#open(pending);
    }
    return false;
  }

  /** The item that an entry of this row belongs to. */
  get item(): ItemDraft | undefined {
    return this.#item === this.#reading.item && this.#item?.node === this.#reading.node ? this.#item : undefined;
  }

  /** A line, a heading or another block came: what follows belongs to no record yet. A start that never was one is an entry of a list. */
  close(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#waiting.length = 0;
    this.#item = undefined;
    this.#last = undefined;
    if (pending) this.#list(pending);
  }

  #list({ label, passages }: Start): void {
    const { listed } = this.#reading.grammar.checks;
    const number = listed === undefined ? undefined : match(label, listed)?.groups['item_no'];
    if (!number) return;
    this.#reading.listed.set(plainText(number), placeOf(number));
    for (const passage of passages) this.#reading.claims.claim(passage, 'furniture');
  }

  /** Does a label that makes it a record stand in the block that begins in this row? */
  #isRecord(unit: RowUnit, plan: TablePlan, start: Cell, isHeading: (cell: Cell) => boolean): boolean {
    let until = unit.row + 1;
    const { cells, rows } = unit.grid.table;
    while (until < rows && !cells.some((cell) => cell.row === until && (this.#startMatch(cell) !== undefined || isHeading(cell)))) until += 1;
    return this.#labelsIn(plan, unit.row, until, start);
  }

  #labelsIn(plan: TablePlan, from: number, until: number, start: Cell | undefined): boolean {
    for (let row = from; row < until; row++) {
      if ((plan.entries.get(row) ?? []).some((entry) => this.#proves(entry, start))) return true;
    }
    return false;
  }

  #proves({ target, at }: Entry, start: Cell | undefined): boolean {
    return target.kind === 'item' && at !== start && (this.#rule.needs.length === 0 || this.#rule.needs.includes(target.name));
  }

  #open({ label, passages }: Start): void {
    const reading = this.#reading;
    const found = this.#matchStart(label);
    const item = reading.openItem(placeOf(label));
    this.#item = item;
    reading.claims.claim(label, 'label');
    for (const [name, group] of Object.entries(found?.groups ?? {})) {
      const field = itemFields.safeParse(name);
      if (field.success && group.length > 0) reading.setItemField(item, field.data, { pieces: [group], basis: 'within' });
    }
    // What the start's own row says, where it waited for its record.
    for (const entry of this.#waiting.splice(0)) this.take(entry);
    for (const passage of passages) reading.touch(passage);
  }

  readonly #waiting: HeldValue[] = [];

  /** Entries of a pending start's row wait with it. */
  hold(entries: readonly Entry[]): void {
    this.#waiting.splice(0, this.#waiting.length, ...entries);
  }

  /** A label of the record and its value. False where no record is open. */
  take(entry: HeldValue): boolean {
    const item = this.item;
    if (!item || entry.target.kind !== 'item') return false;
    const { name } = entry.target;
    const reading = this.#reading;
    reading.claims.claim(entry.label, 'label');
    const passage = entry.pieces.flat();
    const held = item.fields.get(name);
    if (held && this.#runsOver(entry.label, passage, held.pieces.flat())) reading.extendItemField(item, name, passage, 'same piece');
    else reading.setItemField(item, name, { pieces: entry.pieces, basis: entry.basis });
    reading.touch(entry.label);
    reading.touch(passage);
    if (passage.length > 0) this.#last = { field: name, passage };
    return true;
  }

  /** The label stands again above the rest of its value on a later page, before any other block begins there. */
  #runsOver(label: Passage, rest: Passage, held: Passage): boolean {
    const page = rest[0]?.line.page;
    const last = held.at(-1)?.line.page;
    return page !== undefined && last !== undefined && page > last && plainText(rest) !== plainText(held) && label.every(({ line }) => line.page > last);
  }

  /**
   * A cell that no label accounts for, in the rows of a record: a piece of a label that a page break cut, or text that goes on
   * where it stood on the page before. Anything else is left over.
   */
  takeRest(unit: RowUnit, cell: Cell): boolean {
    const item = this.item;
    const passage = passageOfCell(cell);
    if (!item || isEmpty(passage)) return false;
    if (this.#isFragment(plainText(passage))) {
      this.#reading.claims.claim(passage, 'label');
      return true;
    }
    const last = this.#last;
    if (!last || this.#started.has(unit.grid) || !goesOnBelow(last.passage, passage)) return false;
    this.#reading.extendItemField(item, last.field, passage, 'same piece');
    this.#reading.touch(passage);
    this.#last = { field: last.field, passage };
    return true;
  }

  /** A piece of a label: `取組状況` left of the page break after `R3年度の`. */
  #isFragment(text: string): boolean {
    const key = matchKey(text).replace(/\d+/gu, '#');
    if (key === '') return false;
    return itemEntries(this.#reading.grammar).some(([, field]) =>
      field.label.some((source) => {
        const whole = matchKey(source).replace(/\d+/gu, '#');
        return !source.startsWith('/') && key.length < whole.length && whole.includes(key);
      }),
    );
  }
}

/** Text at the head of a later page whose room lies over the room that the text before it had. */
function goesOnBelow(before: Passage, after: Passage): boolean {
  const last = before.at(-1);
  const first = after[0];
  if (!last || !first || first.line.page <= last.line.page) return false;
  const shared = Math.min(last.bounds.x1, first.bounds.x1) - Math.max(last.bounds.x0, first.bounds.x0);
  return shared > 0.5 * Math.min(last.bounds.x1 - last.bounds.x0, first.bounds.x1 - first.bounds.x0);
}
