/**
 * The walk over a document's lines and rows: what repeats opens its record, what is found goes to the record that is open.
 *
 *   a line  → a line of the sheet, known text, a footnote, a label with its value, the outline
 *   a row   → indicators, a row of records, else its labels and grids; what is left of it as lines
 */
import type { Cell, Line } from '../model/layout.js';
import { BlocksReader } from './blocks.js';
import { boxBeside } from './boxes.js';
import { placeOf } from './draft.js';
import { Filing } from './filing.js';
import { FootnotesReader } from './footnotes.js';
import { IndicatorsReader } from './indicators.js';
import { isLabel, splitLabel } from './labels.js';
import { OutlineReader } from './outline.js';
import { findOutsideLabels, type OutsideLabel } from './outside-labels.js';
import type { Entry } from './pairing.js';
import { isEmpty, match, passageOfCell, passageOfLine, plainText, type Passage, says } from './passage.js';
import { planTable, type TablePlan } from './plan.js';
import type { Reading } from './reading.js';
import { RowsReader } from './rows.js';
import type { Grammar, SheetField } from './schema.js';
import { targetsNamed, targetsOf, type Target } from './targets.js';
import type { Grid, LineUnit, RowUnit, Unit } from './units.js';

/** A line that states the unit of what stands below it: （単位：千円）. */
const unitLine = '^[（(]? ?単位 ?[:：]? ?[^（）()。]{1,12}[）)]?$';
/** A heading and, in one line with it, the unit. */
const headingWithUnit = '^(?<heading>.+?) ?(?<unit>[（(] ?単位 ?[:：]? ?[^（）()。]{1,12}[）)])$';

export class Walk {
  readonly #grammar: Grammar;
  readonly #reading: Reading;
  readonly #targets: readonly Target[];
  readonly #rows: RowsReader | undefined;
  readonly #blocks: BlocksReader | undefined;
  readonly #filing: Filing;
  readonly #outline: OutlineReader | undefined;
  readonly #indicators: IndicatorsReader | undefined;
  readonly #footnotes: FootnotesReader | undefined;
  readonly #plans = new Map<Grid, TablePlan>();
  readonly #headings: Passage[] = [];
  #lines: readonly LineUnit[] = [];
  readonly #besides = new Set<Line>();
  /** Headings of the outline that head columns. */
  readonly #columnHeads = new Set<Line>();
  #outside: ReadonlyMap<Grid, readonly OutsideLabel[]> = new Map();
  /** Boxes of one cell: their labels may stand outside of them. */
  #boxes: readonly Cell[] = [];
  #unitLine: Passage | undefined;
  /** The table that the unit line above stands over: none below it. */
  #unitGrid: Grid | undefined;

  constructor(reading: Reading) {
    const { grammar } = reading;
    this.#grammar = grammar;
    this.#reading = reading;
    this.#targets = targetsOf(grammar);
    const { items } = grammar;
    this.#rows = items.each === 'row' ? new RowsReader(items, reading) : undefined;
    this.#blocks = items.each === 'block' ? new BlocksReader(items, reading) : undefined;
    this.#filing = new Filing(reading, this.#blocks);
    this.#outline = grammar.outline && new OutlineReader(grammar.outline, reading);
    this.#indicators = grammar.indicators && new IndicatorsReader(grammar.indicators, reading);
    const footnote = grammar.indicators?.footnote;
    this.#footnotes = footnote === undefined ? undefined : new FootnotesReader(footnote, reading, (passage) => this.#outline?.isHeading(passage) ?? false);
  }

  walk(units: readonly Unit[]): void {
    this.#lines = units.filter((unit) => unit.kind === 'line');
    this.#outside = findOutsideLabels(units, this.#targets);
    for (const { label } of [...this.#outside.values()].flat()) for (const { line } of label) this.#besides.add(line);
    this.#findColumnHeads();
    this.#boxes = units.flatMap((unit) => (unit.kind === 'row' && unit.grid.table.cells.length === 1 ? unit.cells : []));
    for (const unit of units) {
      if (unit.kind === 'line') this.#readLine(unit);
      else this.#readRow(unit);
    }
    this.#blocks?.close();
    this.#reading.close();
  }

  #findColumnHeads(): void {
    for (const { line, bounds, beside } of this.#lines) {
      if (beside && this.#outline?.areColumnHeads([passageOfLine(line, bounds), passageOfLine(beside.line, beside.bounds)])) {
        this.#columnHeads.add(line).add(beside.line);
      }
    }
  }

  // Lines

  #readLine(unit: LineUnit): void {
    // The value of the line before it, or a table's own label.
    if (this.#besides.has(unit.line)) return;
    const passage = passageOfLine(unit.line, unit.bounds);
    const { claims } = this.#reading;
    if (unit.furniture === 'page_number' || unit.furniture === 'overlay' || (unit.furniture && !this.#mayBeHead(passage))) {
      claims.claim(passage, 'furniture');
      return;
    }
    if (this.#startsBlock(unit, passage)) return;
    this.#blocks?.close();
    if (this.#columnHeads.has(unit.line)) {
      this.#outline?.interrupt();
      return;
    }
    this.#footnotes?.nextLine();
    if (!this.#readBeside(unit, passage)) this.#readPassage(passage);
    if (unit.furniture) claims.claim(passage, 'furniture');
  }

  /** A block's first row without outer edges: a line, its value beside it. */
  #startsBlock(unit: LineUnit, passage: Passage): boolean {
    const { beside } = unit;
    if (!this.#blocks || !beside) return false;
    const value = passageOfLine(beside.line, beside.bounds);
    const entries = targetsNamed(passage, this.#targets).map((target) => ({ target, label: passage, pieces: [value], basis: 'beside' as const }));
    if (!this.#blocks.enterLine(passage, value, entries)) return false;
    this.#besides.add(beside.line);
    return true;
  }

  /** A running head may be a head of the sheet or of the outline; the text that a page break cuts never runs on in it. */
  #mayBeHead(passage: Passage): boolean {
    if (this.#grammar.sheet.lines.some((pattern) => says(passage, pattern))) return true;
    if (isLabel(passage, this.#grammar.sections)) return true;
    if (this.#targets.some(({ field }) => isLabel(passage, field.label) || splitLabel(passage, field.label) !== undefined)) return true;
    return this.#outline?.mayBeHead(passage) ?? false;
  }

  /** A label set on its own, its value to the right at the same height: a form without rulings. */
  #readBeside(unit: LineUnit, passage: Passage): boolean {
    const target = this.#lineTarget(targetsNamed(passage, this.#targets));
    if (!target) return false;
    const box = boxBeside(unit.line, this.#boxes);
    if (box) {
      this.#filing.take(target, passage, { pieces: [passageOfCell(box.cell)], basis: box.basis }, []);
      return true;
    }
    const { beside } = unit;
    if (!beside) return false;
    const value = passageOfLine(beside.line, beside.bounds);
    if (this.#targets.some(({ field }) => isLabel(value, field.label))) return false;
    this.#filing.take(target, passage, { pieces: [value], basis: 'beside' }, []);
    return true;
  }

  /** Which target a label in free text is: running text below a sheet's first item is no head of it, unless it begins the next sheet. */
  #lineTarget(candidates: readonly Target[]): Target | undefined {
    return candidates.find((target) => {
      if (target.field.under.length > 0) return false;
      if (target.kind === 'sheet') return this.#mayHead(target.name);
      return this.#reading.isRecordSheet && target.kind !== 'part' && (target.kind !== 'other' || target.level !== 'part');
    });
  }

  #mayHead(name: SheetField): boolean {
    const reading = this.#reading;
    return reading.isRecordSheet || reading.sheet.items.length === 0 || this.#startsSheet(name) || reading.standsAbove(name);
  }

  /** Does this sheet field, or one that its value is split into, begin a sheet? */
  #startsSheet(name: SheetField): boolean {
    const field = this.#grammar.sheet.fields[name];
    return this.#grammar.sheet.starts.some((start) => start === name || (field?.pattern?.includes(`?<${start}>`) ?? false));
  }

  /** Text outside records: a line, or a cell that no part of the grammar accounts for. */
  #readPassage(passage: Passage): void {
    const reading = this.#reading;
    if (isEmpty(passage) || reading.claims.leftOver(passage).length === 0) return;
    for (const pattern of this.#grammar.sheet.lines) {
      const found = match(passage, pattern);
      if (!found) continue;
      reading.setGroups(found.groups, 'line');
      reading.claims.claim(found.whole, 'label');
      return;
    }
    const stated = this.#hasGrids() ? match(passage, headingWithUnit) : undefined;
    if (stated?.groups['heading'] && stated.groups['unit'] && isLabel(stated.groups['heading'], this.#grammar.sections)) {
      // ≪事業別コスト等≫　（単位：千円）
      this.#readPassage(stated.groups['heading']);
      this.#readPassage(stated.groups['unit']);
      return;
    }
    if (isLabel(passage, this.#grammar.sections)) {
      reading.claims.claim(passage, 'label');
      reading.touch(passage);
      const last = reading.headings.at(-1);
      reading.headings = last && standBeside(last, passage) ? [...reading.headings, passage] : [passage];
      this.#headings.push(passage);
      return;
    }
    if (match(passage, unitLine) && this.#hasGrids()) {
      reading.claims.claim(passage, 'label');
      this.#unitLine = passage;
      this.#unitGrid = undefined;
      return;
    }
    if (reading.claimKnown(passage)) {
      this.#outline?.interrupt();
      return;
    }
    if (this.#footnotes?.read(passage)) return;
    const target = this.#lineTarget(this.#targets.filter(({ field }) => field.value === 'auto' && splitLabel(passage, field.label) !== undefined));
    const split = target && splitLabel(passage, target.field.label);
    if (target && split && split.value.length > 0) {
      this.#filing.take(target, split.label, { pieces: [split.value], basis: 'within' }, []);
      return;
    }
    if (this.#lineTarget(targetsNamed(passage, this.#targets))) {
      // A label beside or over which nothing is printed.
      reading.claims.claim(passage, 'label');
      return;
    }
    this.#outline?.read(passage);
  }

  #hasGrids(): boolean {
    const { items, sheet } = this.#grammar;
    return sheet.grids.length > 0 || (items.each !== 'row' && items.grids.length > 0) || (items.each === 'sheet' && items.parts !== undefined);
  }

  // Rows

  #planOf(grid: Grid): TablePlan {
    let plan = this.#plans.get(grid);
    if (!plan) {
      const starting = this.#targets.filter((target) => target.kind === 'sheet' && this.#startsSheet(target.name));
      const hasLabel = new Set(
        grid.table.cells
          .filter((cell) => targetsNamed(passageOfCell(cell), this.#targets).length > 0 || targetsNamed(passageOfCell(cell), starting).length > 0)
          .map((cell) => cell.row),
      );
      plan = planTable({
        grid,
        grammar: this.#grammar,
        targets: this.#targets,
        isOther: (cell) => this.#isKnown(cell) || this.#isHeading(cell) || (!hasLabel.has(cell.row) && (this.#rows?.isItemRow(grid, cell.row) ?? false)),
        headings: [...this.#headings],
        outside: this.#outside.get(grid) ?? [],
        isStart: (cell) => this.#blocks?.isStart(cell) ?? false,
      });
      this.#plans.set(grid, plan);
    }
    return plan;
  }

  #isHeading(cell: Cell): boolean {
    return this.#outline?.isHeading(passageOfCell(cell)) ?? false;
  }

  #isKnown(cell: Cell): boolean {
    const passage = passageOfCell(cell);
    return this.#grammar.labels.some((pattern) => {
      const found = match(passage, pattern);
      return found !== undefined && found.before.length === 0 && found.after.length === 0;
    });
  }

  #readRow(unit: RowUnit): void {
    this.#footnotes?.interrupt();
    const ends = (cell: Cell): boolean =>
      targetsNamed(passageOfCell(cell), this.#targets).length > 0 || (this.#blocks?.startOf({ ...unit, cells: [cell] }) ?? undefined) !== undefined;
    if (this.#indicators?.read(unit, this.#lines, ends)) {
      this.#footnotes?.followIndicators();
      return;
    }
    const plan = this.#planOf(unit.grid);
    const entries = plan.entries.get(unit.row) ?? [];
    if (this.#blocks?.enter(unit, plan, (cell) => this.#isHeading(cell))) {
      this.#blocks.hold(entries);
      return;
    }
    const starts = entries.some(({ target }) => target.kind === 'sheet' && this.#startsSheet(target.name));
    if (!starts && this.#rows?.read(unit)) return;
    if (this.#unitLine && this.#unitGrid !== unit.grid) {
      // A unit printed over a table holds for that table alone.
      if (this.#unitGrid === undefined) this.#unitGrid = unit.grid;
      else this.#unitLine = undefined;
    }
    for (const entry of inOrder(entries, ({ target }) => target.kind === 'sheet' && this.#startsSheet(target.name))) this.#takeEntry(entry, plan, unit.grid);
    for (const reading of plan.grids.get(unit.row) ?? []) this.#filing.takeGrid(reading, plan, this.#unitLine);
    const headings = unit.cells.filter((cell) => this.#isHeading(cell));
    const areHeads = this.#outline?.areColumnHeads(headings.map(passageOfCell)) ?? false;
    if (areHeads) this.#outline?.interrupt();
    for (const cell of unit.cells) if (!areHeads || !headings.includes(cell)) this.#readCell(unit, cell, plan);
    if (this.#blocks?.item) this.#outline?.interrupt();
  }

  #readCell(unit: RowUnit, cell: Cell, plan: TablePlan): void {
    const passage = passageOfCell(cell);
    if (plan.accounted.has(cell) || isEmpty(passage)) return;
    if (plan.isSection(cell)) {
      this.#reading.claims.claim(passage, 'label');
      this.#reading.touch(passage);
      return;
    }
    if (this.#blocks?.takeRest(unit, cell)) return;
    if (this.#isPartNumber(cell)) return;
    // In the rows of a block nothing is a line of the document: what no label accounts for is left over.
    if (this.#blocks?.item && !this.#isHeading(cell)) {
      this.#reading.claimKnown(passage);
      return;
    }
    this.#readPassage(passage);
  }

  /** The number down the side of a part is claimed with the part. */
  #isPartNumber(cell: Cell): boolean {
    const { items } = this.#grammar;
    return (
      items.each === 'sheet' &&
      items.parts?.number !== undefined &&
      this.#reading.claims.leftOver(passageOfCell(cell)).length === 0 &&
      isLabel(passageOfCell(cell), items.parts.number)
    );
  }

  #takeEntry(entry: Entry, plan: TablePlan, grid: Grid): void {
    const { target, label, pieces, basis, doubt } = entry;
    if (doubt) this.#reading.find('warning', doubt.code, `${plainText(label)}: ${doubt.message}`, placeOf(label));
    if (target.kind === 'item' && this.#blocks) {
      if (this.#blocks.take(entry)) for (const cell of entry.cells) this.#claimMarks(cell, entry);
      return;
    }
    if (target.kind === 'part') this.#filing.openPart(entry, grid);
    this.#filing.take(target, label, { pieces, basis }, this.#filing.sectionsOf(entry.at, plan));
    for (const cell of entry.cells) this.#claimMarks(cell, entry);
  }

  /** Of check marks the options that were not marked are known text. */
  #claimMarks(cell: Cell, { target }: Entry): void {
    if (target.field.as === 'marked') this.#reading.claims.claim(passageOfCell(cell), 'label');
  }
}

/** Two headings of one height, left and right. */
function standBeside(left: Passage, right: Passage): boolean {
  const [a, b] = [left[0]?.line, right[0]?.line];
  return a !== undefined && b !== undefined && a.page === b.page && a.box.x1 <= b.box.x0 && a.box.top < b.box.bottom && b.box.top < a.box.bottom;
}

function inOrder<Entry>(entries: readonly Entry[], first: (entry: Entry) => boolean): readonly Entry[] {
  return [...entries].sort((a, b) => Number(first(b)) - Number(first(a)));
}
