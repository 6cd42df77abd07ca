/**
 * DocumentLayout × Grammar → Draft: the walk over the document's units, each offered to the rooms of
 * the grammar in turn. Pure; values are made of the draft elsewhere.
 */
import type { Cell, DocumentLayout } from '../model/layout.js';
import type { Claims } from './claims.js';
import { placeOf, type Draft } from './draft.js';
import { readForm, readFormLine, type FormFields } from './form.js';
import { isLabel } from './labels.js';
import { isEmpty, match, passageOfCell, passageOfLine, plainText, type Passage } from './passage.js';
import { Reading } from './reading.js';
import { sheetFields, type Grammar } from './schema.js';
import { BlockShapeReader } from './shape-block.js';
import { FormShapeReader } from './shape-form.js';
import { OutlineReader } from './shape-outline.js';
import { SeriesReader } from './shape-series.js';
import { TableShapeReader } from './shape-table.js';
import { unitsOf, type LineUnit, type RowUnit, type Unit } from './units.js';

export interface Interpretation {
  readonly draft: Draft;
  readonly claims: Claims;
  readonly units: readonly Unit[];
}

export function passagesOf(unit: Unit): readonly Passage[] {
  return unit.kind === 'line' ? [passageOfLine(unit.line, unit.bounds)] : unit.cells.map(passageOfCell);
}

/** The title's lines, each the first that matches its pattern; later repetitions are running heads. */
function readTitle(units: readonly Unit[], reading: Reading): { title: Passage[]; fiscalYear: Passage } {
  const title: Passage[] = [];
  let fiscalYear: Passage = [];
  for (const pattern of reading.grammar.document.title) {
    let first = true;
    for (const unit of units) {
      for (const passage of passagesOf(unit)) {
        const found = match(passage, pattern);
        if (!found) continue;
        const own = found.groups['title'] ?? found.whole;
        if (!first) {
          // The same words once more: a running head. Inside a longer text they are that text's.
          if (plainText(passage) === plainText(own)) reading.claims.claim(own, 'label');
          continue;
        }
        first = false;
        title.push(own);
        if (fiscalYear.length === 0) fiscalYear = found.groups['fiscal_year_label'] ?? [];
        reading.claims.claim(own, 'field');
      }
    }
  }
  return { title, fiscalYear };
}

/** Stretches that are not data leave the stream; their text is furniture. */
function withoutAsides(units: readonly Unit[], reading: Reading): readonly Unit[] {
  const asides = reading.grammar.asides;
  if (asides.length === 0) return units;
  let open: { readonly until: string | undefined; readonly page: number } | undefined;
  return units.filter((unit) => {
    const passages = passagesOf(unit);
    const says = (pattern: string): boolean => passages.some((passage) => match(passage, pattern) !== undefined);
    if (open && (open.until === undefined ? unit.page > open.page : says(open.until))) open = undefined;
    if (!open) {
      const begun = asides.find(({ from }) => says(from));
      if (begun) open = { until: begun.until, page: unit.page };
    }
    if (!open) return true;
    for (const passage of passages) {
      reading.claims.claim(passage, 'furniture');
      takeListed(passage, reading);
    }
    return false;
  });
}

/** A line of the document's own list of items. */
function takeListed(passage: Passage, reading: Reading): void {
  const { listed } = reading.grammar.checks;
  const number = listed === undefined ? undefined : match(passage, listed)?.groups['item_no'];
  if (number) reading.listed.set(plainText(number), placeOf(passage));
}

class Walk {
  readonly #reading: Reading;
  readonly #form: FormFields;
  readonly #table: TableShapeReader | undefined;
  readonly #block: BlockShapeReader | undefined;
  readonly #whole: FormShapeReader | undefined;
  readonly #outline: OutlineReader | undefined;
  readonly #series: SeriesReader | undefined;

  #lines: readonly LineUnit[] = [];

  constructor(grammar: Grammar, reading: Reading) {
    this.#reading = reading;
    this.#form = Object.entries(grammar.sheet.form);
    const { items } = grammar;
    this.#table = items.shape === 'table' ? new TableShapeReader(items, reading) : undefined;
    this.#block = items.shape === 'block' ? new BlockShapeReader(items, reading) : undefined;
    this.#whole = items.shape === 'form' ? new FormShapeReader(items, reading) : undefined;
    this.#outline = grammar.outline && new OutlineReader(grammar.outline, reading);
    this.#series = grammar.indicators && new SeriesReader(grammar.indicators, reading);
  }

  walk(units: readonly Unit[]): void {
    this.#lines = units.filter((unit) => unit.kind === 'line');
    for (const unit of units) {
      if (unit.kind === 'line') this.#readLine(unit);
      else this.#readRow(unit);
    }
    this.#block?.close();
    this.#reading.close();
  }

  #readLine(unit: LineUnit): void {
    const passage = passageOfLine(unit.line, unit.bounds);
    if (unit.furniture === 'page_number' || unit.furniture === 'overlay') {
      this.#reading.claims.claim(passage, 'furniture');
      return;
    }
    if (unit.furniture && !this.#mayBeHead(passage)) {
      this.#reading.claims.claim(passage, 'furniture');
      return;
    }
    this.#block?.close();
    if (!this.#readBeside(unit, passage)) this.#readPassage(passage);
    if (unit.furniture) this.#reading.claims.claim(passage, 'furniture');
  }

  /** A running head may be a head of the sheet or of the outline; the text that a page break cuts never runs on in it. */
  #mayBeHead(passage: Passage): boolean {
    const { sheet } = this.#reading.grammar;
    if (sheet.lines.some((pattern) => match(passage, pattern) !== undefined)) return true;
    if (readFormLine(passage, this.#form) ?? this.#form.some(([, field]) => isLabel(passage, field.label))) return true;
    return this.#outline?.mayBeHead(passage) ?? false;
  }

  /** A label set on its own, its value to the right at the same height: a form without rulings. */
  #readBeside(unit: LineUnit, passage: Passage): boolean {
    const { beside } = unit;
    if (!beside) return false;
    const labelled = this.#form.find(([, field]) => isLabel(passage, field.label));
    if (!labelled || !this.#mayHead(labelled[0])) return false;
    const value = passageOfLine(beside.line, beside.bounds);
    if (this.#form.some(([, field]) => isLabel(value, field.label))) return false;
    this.#setForm(labelled[0], passage, value);
    return true;
  }

  /** Text outside records: a line, or a cell of a table that is none of the grammar's. */
  #readPassage(passage: Passage): void {
    const reading = this.#reading;
    if (isEmpty(passage) || reading.claims.leftOver(passage).length === 0) return;
    const page = passage[0]?.line.page;
    for (const pattern of reading.grammar.sheet.lines) {
      const found = match(passage, pattern);
      if (!found) continue;
      reading.setSheetGroups(found.groups);
      reading.claims.claim(found.whole, 'label');
      if (page !== undefined) reading.touch(page);
      return;
    }
    if (reading.claimKnown(passage)) {
      this.#outline?.interrupt();
      return;
    }
    if (this.#readFootnote(passage)) return;
    const entry = readFormLine(passage, this.#form);
    if (entry && this.#mayHead(entry.name)) {
      this.#setForm(entry.name, entry.label, entry.value);
      return;
    }
    this.#outline?.read(passage);
  }

  #readFootnote(passage: Passage): boolean {
    const pattern = this.#reading.grammar.indicators?.footnote;
    const found = pattern === undefined ? undefined : match(passage, pattern);
    const mark = found?.groups['mark'];
    const note = found?.groups['note'];
    if (mark && note && this.#reading.indicators.length > 0) {
      this.#reading.footnotes.push({ mark: plainText(mark), note });
      this.#reading.claims.claim(passage, 'field');
      return true;
    }
    // A footnote's second line stands right below its first, indented.
    const last = this.#reading.footnotes.at(-1);
    const above = last?.note.at(-1);
    const first = passage[0];
    if (!last || !above || !first || above.line.page !== first.line.page) return false;
    const gap = first.line.box.top - above.line.box.bottom;
    if (gap > above.line.size || gap < -above.line.size || this.#outline?.isHeading(passage)) return false;
    last.note = [...last.note, ...passage];
    this.#reading.claims.claim(passage, 'field');
    return true;
  }

  #setForm(name: string, label: Passage, value: Passage): void {
    const reading = this.#reading;
    reading.claims.claim(label, 'label');
    const field = this.#form.find(([own]) => own === name)?.[1];
    const found = field?.pattern === undefined ? undefined : match(value, field.pattern);
    if (found) {
      reading.setSheetGroups(found.groups);
    } else {
      const own = sheetFields.safeParse(name);
      if (own.success) reading.setSheetField(own.data, value);
    }
    reading.claims.claim(value, 'field');
    for (const segment of value) reading.touch(segment.line.page);
  }

  #isHeading(cell: Cell): boolean {
    return this.#outline?.isHeading(passageOfCell(cell)) ?? false;
  }

  #readRow(unit: RowUnit): void {
    const reading = this.#reading;
    if (this.#series?.read(unit, this.#lines)) return;
    if (this.#block?.read(unit, (cell) => this.#isHeading(cell))) {
      this.#outline?.interrupt();
      return;
    }
    if (this.#whole?.read(unit)) return;
    // A heading bar may have taken its value from this row already.
    const cells = unit.cells.filter((cell) => !this.#isDone(cell));
    const isFree = (cell: Cell): boolean => !(this.#table?.isItemRow(unit.grid, cell.row) ?? false);
    const form = readForm(unit.grid, cells, this.#form, (cell) => this.#isKnown(cell), isFree);
    const starts = form.values.some(({ name }) => this.#startsSheet(name));
    if (!starts && this.#table?.read(unit)) {
      for (const cell of unit.cells) for (const part of cell.parts) reading.touch(part.page);
      return;
    }
    for (const { name, label, value } of [...form.values].sort((a, b) => Number(this.#startsSheet(b.name)) - Number(this.#startsSheet(a.name)))) {
      this.#setForm(name, label, value);
    }
    for (const cell of form.rest) this.#readPassage(passageOfCell(cell));
  }

  /** Running text below a sheet's first item is no head of it, unless it begins the next sheet. */
  #mayHead(name: string): boolean {
    const field = sheetFields.safeParse(name);
    return this.#reading.sheet.items.length === 0 || this.#startsSheet(name) || (field.success && this.#reading.standsAbove(field.data));
  }

  #isDone(cell: Cell): boolean {
    const passage = passageOfCell(cell);
    return !isEmpty(passage) && this.#reading.claims.leftOver(passage).length === 0;
  }

  #isKnown(cell: Cell): boolean {
    const passage = passageOfCell(cell);
    return this.#reading.grammar.labels.some((pattern) => {
      const found = match(passage, pattern);
      return found !== undefined && found.before.length === 0 && found.after.length === 0;
    });
  }

  /** Does this form entry fill a field with which a sheet starts? */
  #startsSheet(name: string): boolean {
    const field = this.#form.find(([own]) => own === name)?.[1];
    return this.#reading.grammar.sheet.starts.some((start) => start === name || (field?.pattern?.includes(`?<${start}>`) ?? false));
  }
}

export function interpret(layout: DocumentLayout, grammar: Grammar): Interpretation {
  const reading = new Reading(grammar);
  const units = unitsOf(layout);
  const { title, fiscalYear } = readTitle(units, reading);
  const walk = new Walk(grammar, reading);
  walk.walk(withoutAsides(units, reading));
  // Head rows that a later page repeats say what the first ones said.
  for (const { cells, repeatedHeaders } of layout.tables) {
    const isRead = cells.some((cell) => reading.claims.leftOver(passageOfCell(cell)).length === 0 && !isEmpty(passageOfCell(cell)));
    if (isRead) for (const cell of repeatedHeaders) reading.claims.claim(passageOfCell(cell), 'label');
  }
  const draft: Draft = {
    title,
    fiscalYear,
    sheets: reading.sheets,
    nodes: reading.nodes,
    indicators: reading.indicators,
    footnotes: reading.footnotes,
    listed: reading.listed,
    findings: reading.findings,
  };
  return { draft, claims: reading.claims, units };
}
