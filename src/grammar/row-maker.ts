/** Sheet and item drafts → their rows, taking down where each value stands and what could not be read. */
import type { Basis, FieldRow, ItemRow, ProvenanceRow, RatingRow, SheetRow } from '../model/records.js';
import { once } from '../model/once.js';
import { isoDate, monthInFiscalYear } from '../text/era.js';
import { matchKey } from '../text/fold.js';
import { parseCount, parseYen } from '../text/numbers.js';
import { parseQuantity } from '../text/quantity.js';
import type { ConclusionTeller } from './concluded.js';
import { passageOf, placeOf, type Finding, type ItemDraft, type OtherDraft, type RatingDraft, type SheetDraft, type Value } from './draft.js';
import type { LoadedGrammar } from './load.js';
import { partsOf, type Passage } from './passage.js';
import { planPathOf, type Tracer } from './plan-records.js';
import { pathOf, type SeriesOwner } from './series-records.js';
import type { ItemField, LabelledField, SheetField } from './schema.js';
import { nameOf, valueOf, type Joining } from './values.js';

/** Boxes are kept to a hundredth of a point. */
export const round = (points: number): number => Math.round(points * 100) / 100;

export function provenanceOf(
  document: string,
  table: ProvenanceRow['table'],
  id: string,
  field: string,
  passage: Passage,
  basis: Basis | null,
): readonly ProvenanceRow[] {
  return partsOf(passage).map(({ page, box, raw }, index) => ({
    table,
    id,
    field,
    part: index + 1,
    page,
    x0: round(box.x0),
    top: round(box.top),
    x1: round(box.x1),
    bottom: round(box.bottom),
    raw,
    document_id: document,
    basis,
  }));
}

function rangeOf(pages: Iterable<number>): { first: number; last: number } {
  const list = [...pages];
  return list.length === 0 ? { first: 1, last: 1 } : { first: Math.min(...list), last: Math.max(...list) };
}

const pagesOfPassage = (passage: Passage): readonly number[] => passage.map((segment) => segment.line.page);

/** The pages of an item's fields and ratings. */
function pagesOf(item: ItemDraft): readonly number[] {
  const values = [...item.fields.values(), ...item.ratings.flatMap(({ value, reason }) => (reason ? [value, reason] : [value]))];
  const pages = values.flatMap((value) => pagesOfPassage(passageOf(value)));
  return pages.length > 0 ? pages : item.place ? [item.place.page] : [];
}

/** The pages of what else belongs to each item of a sheet: rows of `fields` and `series`. */
const pagesOwned = once((sheet: SheetDraft): ReadonlyMap<ItemDraft, ReadonlySet<number>> => {
  const pages = new Map<ItemDraft, Set<number>>();
  const values = [
    ...sheet.others.map(({ item, value }) => ({ item, passage: passageOf(value) })),
    ...sheet.series.map(({ item, value }) => ({ item, passage: value })),
  ];
  for (const { item, passage } of values) {
    if (!item) continue;
    const own = pages.get(item) ?? new Set<number>();
    pages.set(item, own);
    for (const page of pagesOfPassage(passage)) own.add(page);
  }
  return pages;
});

export class RowMaker implements Tracer {
  readonly #loaded: LoadedGrammar;
  readonly #joining: Joining;
  readonly #id: string;
  readonly provenance: ProvenanceRow[] = [];
  readonly findings: Finding[] = [];
  readonly #concluded: ConclusionTeller;

  constructor(loaded: LoadedGrammar, joining: Joining, id: string, concluded: ConclusionTeller) {
    this.#loaded = loaded;
    this.#joining = joining;
    this.#id = id;
    this.#concluded = concluded;
  }

  traceName(table: ProvenanceRow['table'], id: string, field: string, passage: Passage, basis: Basis): void {
    this.provenance.push(...provenanceOf(this.#id, table, id, field, passage, basis));
  }

  trace(table: ProvenanceRow['table'], id: string, field: string, passage: Passage, basis: Basis): void {
    this.traceName(table, id, field, passage, basis);
    this.#concluded.tell(passage);
  }

  #traceValue(table: ProvenanceRow['table'], id: string, field: string, value: Value | undefined): void {
    if (value) this.trace(table, id, field, passageOf(value), value.basis);
  }

  sheetRow(sheet: SheetDraft, index: number): SheetRow {
    const no = index + 1;
    const key = `${this.#id}-${no}`;
    const labelled = this.#loaded.grammar.sheet.fields;
    for (const [field, value] of sheet.fields) this.#traceValue('sheets', key, field, value);
    const text = (field: SheetField): string | null => valueOf(sheet.fields.get(field), labelled[field], this.#joining);
    const number = (field: 'staff' | 'budget_yen', parse: (text: string) => number | null): number | null => {
      const printed = text(field);
      if (printed === null || /^[-−‐–—ー－]$/u.test(printed)) return null;
      const value = parse(printed);
      if (value === null) this.warn('W_NUMBER_UNREAD', `${field}: "${printed}" was not read as a number`, passageOf(sheet.fields.get(field)));
      return value;
    };
    for (const [field, value] of sheet.fields) this.#checkReading(labelled[field], text(field), value);
    const { first, last } = rangeOf([...sheet.pages, ...sheet.items.flatMap(pagesOf)]);
    return {
      document_id: this.#id,
      sheet_no: no,
      department: text('department'),
      division: text('division'),
      head_title: text('head_title'),
      head_name: text('head_name'),
      city_goal: text('city_goal'),
      department_goal: text('department_goal'),
      mission: text('mission'),
      staff: number('staff', parseCount),
      budget_yen: number('budget_yen', parseYen),
      prepared_on: text('prepared_on'),
      page_first: first,
      page_last: last,
      sheet_id: key,
      prepared_on_date: isoDate(text('prepared_on')),
    };
  }

  warn(code: string, message: string, passage: Passage | undefined): void {
    const place = passage && placeOf(passage);
    this.findings.push({ severity: 'warning', code, message, ...(place ? { place } : {}) });
  }

  /** Reads of an item's field by its own label. */
  #fieldOf(field: ItemField): LabelledField | undefined {
    const { items } = this.#loaded.grammar;
    return items.each === 'row' ? items.columns[field] : items.fields[field];
  }

  /** A raw rating's level; a rating that the grammar does not know is a finding. */
  #levelOf<Level>(kind: string, printed: string | null, known: { map: Record<string, Level | null> } | undefined, passage: Passage | undefined): Level | null {
    if (printed === null || !known) return null;
    const key = matchKey(printed);
    const entry = Object.entries(known.map).find(([raw]) => matchKey(raw) === key);
    if (!entry) {
      this.warn('W_RATING_UNKNOWN', `${kind} "${printed}" has no level in the grammar ${this.#loaded.id}; it stays as printed`, passage);
      return null;
    }
    return entry[1];
  }

  /** A rating is a word, however narrow its cell. */
  #ratingText(value: Value | undefined, field: LabelledField | undefined): string | null {
    return field?.as === 'marked' ? valueOf(value, field, this.#joining) : nameOf(passageOf(value));
  }

  ratingRow({ rule, label, value, reason }: RatingDraft, itemId: string, no: number): RatingRow {
    const id = `${itemId}-r${no}`;
    const raw = this.#ratingText(value, rule.field);
    this.#traceValue('ratings', id, 'raw', value);
    // The grammar may name the aspect in a word of its own: the label as printed is then found here alone.
    this.traceName('ratings', id, 'aspect', label, value.basis);
    this.#traceValue('ratings', id, 'reason', reason);
    return {
      item_id: itemId,
      rating_no: no,
      aspect: rule.aspect ?? nameOf(label),
      raw,
      level: this.#levelOf(rule.aspect ?? nameOf(label) ?? 'rating', raw, rule.levels, passageOf(value)),
      reason: valueOf(reason, undefined, this.#joining),
      rating_id: id,
    };
  }

  fieldRow({ sections, label, value, field }: OtherDraft, owner: SeriesOwner, no: number): FieldRow {
    const id = `${owner.document}-${owner.sheetNo}-f${no}`;
    this.#traceValue('fields', id, 'raw', value);
    this.traceName('fields', id, 'label', label, value.basis);
    this.traceName('fields', id, 'section', sections.flat(2), value.basis);
    const raw = valueOf(value, field, this.#joining);
    this.#checkReading(field, raw, value);
    return {
      document_id: owner.document,
      sheet_no: owner.sheetNo,
      item_id: owner.itemId,
      field_no: no,
      section: pathOf(sections),
      label: nameOf(label),
      raw,
      field_id: id,
    };
  }

  /** What the grammar says is a number or a date must read as one. */
  #checkReading(field: LabelledField | undefined, raw: string | null, value: Value | undefined): void {
    if (raw === null || !field || /^[-−‐–—ー－]$/u.test(raw)) return;
    const unread = (field.as === 'number' && parseQuantity(raw) === null) || (field.as === 'date' && isoDate(raw) === null);
    if (unread)
      this.warn(
        field.as === 'number' ? 'W_NUMBER_UNREAD' : 'W_DATE_UNREAD',
        `${field.label[0] ?? ''}: "${raw}" was not read as a ${field.as}`,
        passageOf(value),
      );
  }

  itemRow(item: ItemDraft, id: string, sheet: SheetRow, sheetDraft: SheetDraft, document: Omit<ItemRow, keyof ItemRowOwn>): ItemRow {
    const { grammar } = this.#loaded;
    const passage = (field: ItemField): Passage => passageOf(item.fields.get(field));
    const text = (field: ItemField): string | null => valueOf(item.fields.get(field), this.#fieldOf(field), this.#joining);
    for (const [field, own] of item.fields) this.#traceValue('items', id, field, own);
    const inherited = (field: ItemField): string | null => {
      const from = grammar.inherit[field];
      if (!from) return null;
      const own = sheetDraft.fields.get(from);
      this.trace('items', id, field, passageOf(own), 'carried');
      return nameOf(passageOf(own));
    };
    const deadline = text('deadline');
    const rating = this.#ratingText(item.fields.get('rating'), this.#fieldOf('rating'));
    const status = this.#ratingText(item.fields.get('midyear_status'), this.#fieldOf('midyear_status'));
    for (const [field, value] of item.fields) this.#checkReading(this.#fieldOf(field), text(field), value);
    const { first, last } = rangeOf([...pagesOf(item), ...(pagesOwned(sheetDraft).get(item) ?? [])]);
    return {
      item_id: id,
      municipality_code: document.municipality_code,
      municipality: document.municipality,
      fiscal_year: document.fiscal_year,
      document_id: document.document_id,
      document_title: document.document_title,
      sheet_no: sheet.sheet_no,
      department: sheet.department,
      division: sheet.division,
      head_title: sheet.head_title,
      head_name: sheet.head_name,
      item_no: nameOf(passage('item_no')),
      title: text('title'),
      category: text('category'),
      plan_path: item.node ? planPathOf(item.node, this.#joining) : null,
      responsible: text('responsible') ?? inherited('responsible'),
      goal: text('goal'),
      method: text('method'),
      indicator: text('indicator'),
      target: text('target'),
      deadline,
      deadline_month: deadline !== null && document.fiscal_year !== null ? monthInFiscalYear(deadline, document.fiscal_year) : null,
      midyear_status: status,
      midyear_level: this.#levelOf('進捗状況', status, grammar.levels.midyear, passage('midyear_status')),
      midyear_review: text('midyear_review'),
      second_half_plan: text('second_half_plan'),
      result: text('result'),
      actual: text('actual'),
      rating,
      rating_level: this.#levelOf('評価', rating, grammar.levels.rating, passage('rating')),
      rating_reason: text('rating_reason'),
      next_steps: text('next_steps'),
      page_first: first,
      page_last: last,
      source_file: document.source_file,
      source_sha256: document.source_sha256,
    };
  }
}

/** The part of an item row that comes from the item itself, not from its document. */
type ItemRowOwn = Omit<ItemRow, 'municipality_code' | 'municipality' | 'fiscal_year' | 'document_id' | 'document_title' | 'source_file' | 'source_sha256'>;
