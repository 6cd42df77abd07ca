/** Where what the walk finds is filed: with the record that is open, under the sections that stand over it. */
import type { Cell } from '../model/layout.js';
import type { BlocksReader } from './blocks.js';
import { passageOf, placeOf, type Section, type Value } from './draft.js';
import type { GridReading } from './grids.js';
import { isLabel } from './labels.js';
import type { Entry } from './pairing.js';
import { isEmpty, match, passageOfCell, plainText, type Passage } from './passage.js';
import type { TablePlan } from './plan.js';
import type { Reading } from './reading.js';
import type { Grammar } from './schema.js';
import type { Target } from './targets.js';
import type { Grid } from './units.js';

export class Filing {
  readonly #grammar: Grammar;
  readonly #reading: Reading;
  readonly #blocks: BlocksReader | undefined;

  constructor(reading: Reading, blocks: BlocksReader | undefined) {
    this.#grammar = reading.grammar;
    this.#reading = reading;
    this.#blocks = blocks;
  }

  /** The value to its field in the record that is open. */
  take(target: Target, label: Passage, value: Value, sections: readonly Section[]): void {
    const reading = this.#reading;
    const passage = passageOf(value);
    reading.claims.claim(label, 'label');
    if (target.kind === 'sheet' || target.kind === 'item') {
      this.#takeField(target, label, value, sections);
      return;
    }
    reading.touch(passage);
    switch (target.kind) {
      case 'part':
        reading.claims.claim(passage, 'field');
        return;
      case 'other': {
        const item = target.level === 'sheet' ? undefined : this.#recordItem();
        const within = target.level === 'part' && reading.part ? [[reading.part.number, reading.part.name], ...sections] : sections;
        reading.addOther({ item, sections: within, label, value, field: target.field });
        return;
      }
      case 'rating': {
        const item = this.#recordItem();
        if (item) reading.addRating(item, { rule: target.rule, label, value, reason: undefined });
        return;
      }
      case 'reason': {
        const item = this.#recordItem();
        if (item) reading.addReason(item, label, value);
        return;
      }
    }
  }

  #recordItem(): ReturnType<Reading['openItem']> | undefined {
    const reading = this.#reading;
    if (this.#blocks) return this.#blocks.item;
    return reading.item ?? (reading.isRecordSheet ? reading.openItem(undefined) : undefined);
  }

  #takeField(target: Extract<Target, { kind: 'sheet' | 'item' }>, label: Passage, value: Value, sections: readonly Section[]): void {
    const reading = this.#reading;
    const passage = passageOf(value);
    const { pattern } = target.field;
    const found = pattern === undefined ? undefined : match(passage, pattern);
    if (found) {
      reading.setGroups(found.groups, value.basis);
      reading.claims.claim(passage, 'field');
    } else if (pattern !== undefined && !isEmpty(passage)) {
      // What does not read as the grammar expects is kept under its label, line by line, and said: no field gets what it is not.
      reading.find(
        'warning',
        'W_VALUE_UNEXPECTED',
        `${plainText(label)}: "${plainText(passage)}" does not read as the grammar expects; it is kept under its label`,
        placeOf(passage),
      );
      reading.addOther({
        item: target.kind === 'item' ? this.#recordItem() : undefined,
        sections,
        label,
        value: { pieces: passage.map((segment) => [segment]), basis: value.basis },
        field: target.field,
      });
      reading.touch(passage);
    } else if (target.kind === 'item') reading.setRecordField(target.name, value);
    else reading.setSheetField(target.name, value);
  }

  /** `unitLine`: the unit that is stated over the grid. */
  takeGrid(gridReading: GridReading, plan: TablePlan, unitLine: Passage | undefined): void {
    const reading = this.#reading;
    const { items } = this.#grammar;
    const item = items.each === 'sheet' ? this.#recordItem() : items.each === 'block' ? this.#blocks?.item : undefined;
    for (const cell of gridReading.heads) reading.claims.claim(passageOfCell(cell), 'label');
    for (const cell of gridReading.named) reading.claims.claim(passageOfCell(cell), 'field');
    for (const { rule, cell, rowLabels, columnLabels, sides, over, unit, notes } of gridReading.values) {
      const value = passageOfCell(cell);
      const inPart = items.each === 'sheet' && items.parts?.grids.includes(rule) && reading.part ? [[reading.part.number, reading.part.name]] : [];
      const first = columnLabels[0];
      const { cells: headings, isHeaded } = first ? plan.sectionsOf(first) : { cells: [], isHeaded: false };
      const numbers = items.each === 'sheet' ? items.parts?.number : undefined;
      const side = [...new Set([...headings, ...sides])].filter((candidate) => numbers === undefined || !isLabel(passageOfCell(candidate), numbers));
      const heading = !isHeaded && inPart.length === 0 ? this.#headingsOver(cell) : [];
      const sections = this.#nearestOfKind([...inPart, ...heading, ...side.map((one) => [passageOfCell(one)])]);
      const rows = rowLabels.map(passageOfCell);
      const columns = columnLabels.map(passageOfCell);
      reading.claims.claim(value, 'field');
      reading.touch(value);
      reading.sheet.series.push({
        item,
        rule,
        sections,
        rowLabels: rows,
        columnLabels: columns,
        value,
        unitCell: unit ? passageOfCell(unit) : undefined,
        units: [
          ...[...rows].reverse(),
          ...[...columns].reverse(),
          ...over.map(passageOfCell),
          ...[...sections].reverse().flat(),
          ...(unitLine ? [unitLine] : []),
        ],
        notes: notes.map(passageOfCell),
      });
    }
  }

  /** The part that its name opens; its number may stand down the side. */
  openPart({ at, label, pieces }: Entry, { table }: Grid): void {
    const { items } = this.#grammar;
    if (items.each !== 'sheet' || !items.parts) return;
    const number = items.parts.number;
    const side =
      number &&
      table.cells.find(
        (cell) => cell.row <= at.row && cell.row + cell.rowSpan > at.row && cell.col + cell.colSpan <= at.col && isLabel(passageOfCell(cell), number),
      );
    const numbered = side ? passageOfCell(side) : [];
    this.#reading.claims.claim(numbered, 'field');
    this.#reading.claims.claim(label, 'label');
    this.#reading.part = { number: numbered, name: pieces.flat() };
  }

  /** Headings and side labels over a cell, outermost first. */
  sectionsOf(cell: Cell, plan: TablePlan): readonly Section[] {
    const { cells, isHeaded } = plan.sectionsOf(cell);
    const own = cells.map((one): Section => [passageOfCell(one)]);
    return this.#nearestOfKind(isHeaded ? own : [...this.#headingsOver(cell), ...own]);
  }

  /** The heading over a cell: of several at one height the one in whose columns the cell stands. */
  #headingsOver(cell: Cell): readonly Section[] {
    const x = cell.parts[0] && (cell.parts[0].box.x0 + cell.parts[0].box.x1) / 2;
    const { headings } = this.#reading;
    const heading =
      headings.length < 2 || x === undefined ? headings.at(-1) : (headings.filter((one) => (one[0]?.line.box.x0 ?? 0) <= x).at(-1) ?? headings[0]);
    return heading ? [[heading]] : [];
  }

  /** Headings of one kind, one entry of the grammar's `sections`, stand beside each other, not within each other: the nearest counts. */
  #nearestOfKind(path: readonly Section[]): readonly Section[] {
    const kindOf = (section: Section): number => this.#grammar.sections.findIndex((source) => section.length === 1 && isLabel(section.flat(), [source]));
    return path.filter((section, index) => kindOf(section) < 0 || !path.slice(index + 1).some((later) => kindOf(later) === kindOf(section)));
  }
}
