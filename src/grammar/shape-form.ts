/** The `form` shape: the whole sheet is one record, its labels beside or above their values. */
import { placeOf } from './draft.js';
import { readForm, type FormFields } from './form.js';
import { passageOfCell, plainText } from './passage.js';
import type { Reading } from './reading.js';
import { itemFields, type ItemsShape } from './schema.js';
import { itemFormOf } from './shape-block.js';
import type { Grid, RowUnit } from './units.js';

type FormShape = Extract<ItemsShape, { shape: 'form' }>;

const none = (): boolean => false;

export class FormShapeReader {
  readonly #fields: FormFields;
  readonly #reading: Reading;
  readonly #read = new Map<Grid, ReadonlySet<number>>();

  constructor(shape: FormShape, reading: Reading) {
    this.#fields = itemFormOf(shape.form);
    this.#reading = reading;
  }

  /** A table is read whole at its first row; rows that hold values of the item are done with. */
  read(unit: RowUnit): boolean {
    let rows = this.#read.get(unit.grid);
    if (!rows) {
      rows = this.#readTable(unit.grid);
      this.#read.set(unit.grid, rows);
    }
    return rows.has(unit.row);
  }

  #readTable(grid: Grid): ReadonlySet<number> {
    const rows = new Set<number>();
    const { values } = readForm(grid, grid.table.cells, this.#fields, none, none);
    for (const { name, label, value } of values) {
      const field = itemFields.safeParse(name);
      if (!field.success) continue;
      const item = this.#reading.item ?? this.#reading.openItem(placeOf(label));
      this.#reading.claims.claim(label, 'label');
      // A head repeated on the next page says what the first one said.
      const held = item.fields.get(field.data);
      if (held && plainText(held) === plainText(value)) this.#reading.claims.claim(value, 'label');
      else this.#reading.addToItem(item, field.data, value);
      for (const segment of [...label, ...value]) this.#reading.touch(segment.line.page);
    }
    for (const cell of grid.table.cells) {
      const own = passageOfCell(cell);
      if (own.length > 0 && this.#reading.claims.leftOver(own).length === 0) rows.add(cell.row);
    }
    return rows;
  }
}
