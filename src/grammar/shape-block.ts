/**
 * The `block` shape: a small form, repeated, is a record.
 *
 * ```
 * │取組項目04│ 行政事務の効率化 │   what the block's first label says opens a record
 * │推進部署  │ 政策室           │
 * │取組状況  │ …               │   a label may stand upright beside the text, or span the whole block
 * ```
 * A block may be a table of its own or rows of a larger one, and may run over a page break.
 */
import type { Cell } from '../model/layout.js';
import { matchKey } from '../text/fold.js';
import { placeOf, type ItemDraft } from './draft.js';
import { readForm, type FormFields } from './form.js';
import { isLabel } from './labels.js';
import { isEmpty, match, passageOfCell, plainText } from './passage.js';
import type { Reading } from './reading.js';
import { itemFields, type FormField, type ItemField, type ItemsShape } from './schema.js';
import type { Grid, RowUnit } from './units.js';

type BlockShape = Extract<ItemsShape, { shape: 'block' }>;

export function itemFormOf(form: BlockShape['form']): readonly (readonly [ItemField, FormField])[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const field = itemFields.safeParse(name);
    return field.success && value ? [[field.data, value] as const] : [];
  });
}

const none = (): boolean => false;

export class BlockShapeReader {
  readonly #shape: BlockShape;
  readonly #reading: Reading;
  readonly #fields: FormFields;
  /** The rows gathered of the block being read. */
  #grid: Grid | undefined;
  #cells: Cell[] = [];
  #start: Cell | undefined;
  #item: ItemDraft | undefined;
  #lastField: ItemField | undefined;

  constructor(shape: BlockShape, reading: Reading) {
    this.#shape = shape;
    this.#reading = reading;
    this.#fields = itemFormOf(shape.form);
  }

  /** `isHeading`: the cell says something that ends a block (an outline heading). */
  read(unit: RowUnit, isHeading: (cell: Cell) => boolean): boolean {
    const start = unit.cells.find((cell) => match(passageOfCell(cell), `^(?:${this.#shape.starts})`) !== undefined);
    const heading = unit.cells.some((cell) => cell !== start && isHeading(cell));
    if (this.#grid && (start || heading || unit.grid !== this.#grid)) this.close();
    if (heading) return false;
    if (start) {
      this.#grid = unit.grid;
      this.#start = start;
      this.#cells = [...unit.cells];
      return true;
    }
    if (this.#grid) {
      this.#cells.push(...unit.cells);
      return true;
    }
    return this.#goesOn(unit);
  }

  /** What the gathered rows say. Called before anything else is read. */
  close(): void {
    const { grid, start, cells } = { grid: this.#grid, start: this.#start, cells: this.#cells };
    this.#grid = undefined;
    this.#start = undefined;
    this.#cells = [];
    if (!grid || !start) return;
    const passage = passageOfCell(start);
    const found = match(passage, `^(?:${this.#shape.starts})`);
    if (!found) return;
    const item = this.#reading.openItem(placeOf(passage));
    this.#item = item;
    this.#reading.claims.claim(passage, 'label');
    for (const [name, group] of Object.entries(found.groups)) {
      const field = itemFields.safeParse(name);
      if (field.success && group.length > 0) this.#reading.addToItem(item, field.data, group);
    }
    const rest = cells.filter((cell) => cell !== start);
    const others = new Set<Cell>();
    if (!item.fields.has(this.#shape.beside)) {
      const beside = grid.at(start.row, start.col + start.colSpan);
      if (beside && rest.includes(beside)) {
        others.add(beside);
        this.#reading.addToItem(item, this.#shape.beside, passageOfCell(beside));
      } else if (found.after.length > 0) {
        this.#reading.addToItem(item, this.#shape.beside, found.after);
      }
    }
    this.#fill(item, grid, rest.filter((cell) => !others.has(cell)));
    for (const cell of cells) for (const part of cell.parts) this.#reading.touch(part.page);
  }

  #fill(item: ItemDraft, grid: Grid, cells: readonly Cell[]): void {
    const form = readForm(grid, cells, this.#fields, none, none);
    for (const { name, label, value } of form.values) {
      const field = itemFields.safeParse(name);
      if (!field.success) continue;
      this.#reading.claims.claim(label, 'label');
      this.#reading.addToItem(item, field.data, value);
      this.#lastField = field.data;
    }
    this.#rest(item, form.rest);
  }

  /** Cells that no label accounts for: fragments of a label cut by a page break, and text under an unlabelled part of the block. */
  #rest(item: ItemDraft, cells: readonly Cell[]): void {
    const unfilled = this.#fields.filter(([name]) => !item.fields.has(itemFields.parse(name)));
    for (const cell of cells) {
      const passage = passageOfCell(cell);
      if (this.#isFragment(plainText(passage))) {
        this.#reading.claims.claim(passage, 'label');
        continue;
      }
      const [only, ...more] = unfilled;
      const field = itemFields.safeParse(only && more.length === 0 ? only[0] : (this.#lastField ?? ''));
      if (!field.success) continue;
      this.#reading.addToItem(item, field.data, passage);
      this.#lastField = field.data;
    }
  }

  /** A piece of a label: `取組状況` left of the page break after `R3年度の`. */
  #isFragment(text: string): boolean {
    const key = matchKey(text).replace(/\d+/gu, '#');
    if (key === '') return false;
    return this.#fields.some(([, field]) =>
      field.label.some((source) => !source.startsWith('/') && matchKey(source).replace(/\d+/gu, '#').includes(key) && key.length < matchKey(source).length),
    );
  }

  /** The head of a page that goes on with the block from the page before. */
  #goesOn(unit: RowUnit): boolean {
    const item = this.#item;
    // A heading in between closed the record.
    if (!item || item !== this.#reading.item || item.node !== this.#reading.node) return false;
    const filled = unit.cells.filter((cell) => !isEmpty(passageOfCell(cell)));
    if (filled.length === 0) return false;
    if (filled.some((cell) => this.#reading.claimKnown(passageOfCell(cell)))) return false;
    const passages = filled.map(passageOfCell);
    const labelled = passages.some((own) => this.#fields.some(([, field]) => isLabel(own, field.label)) || this.#isFragment(plainText(own)));
    if (!labelled && !(unit.opensPage && unit.row === 0)) return false;
    this.#fill(item, unit.grid, unit.cells);
    for (const cell of unit.cells) for (const part of cell.parts) this.#reading.touch(part.page);
    return true;
  }
}
