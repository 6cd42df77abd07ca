/** Draft → records of the contract. Pure: everything about the file comes in as `source`. */
import type { DocumentLayout, Line } from '../model/layout.js';
import type { DiagnosticRow, DocumentRecords, ItemRow, ProvenanceRow, SheetRow } from '../model/records.js';
import { findFiscalYear, monthInFiscalYear } from '../text/era.js';
import { matchKey } from '../text/fold.js';
import { gatherEvidence } from '../text/evidence.js';
import type { JointJudge } from '../text/joint.js';
import { pairMeasures } from '../text/measures.js';
import { parseCount, parseYen } from '../text/numbers.js';
import { checkDraft } from './checks.js';
import type { Draft, Finding, ItemDraft, SheetDraft } from './draft.js';
import { placeOf } from './draft.js';
import { indicatorRows } from './indicator-records.js';
import type { Interpretation } from './interpret.js';
import { leftOverFindings } from './left-over.js';
import type { LoadedGrammar } from './load.js';
import { partsOf, plainText, type Passage } from './passage.js';
import { planPathOf, planRows } from './plan-records.js';
import { sheetFields, type ItemField, type LabelledField } from './schema.js';
import type { JoinLine } from '../text/set-line.js';
import { joinLinesOf, nameOf, textOf, valueOf, type Joining } from './values.js';

export interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly producer: string;
  readonly pages: number;
}

/** First 12 hex digits of the file's SHA-256. */
export function documentIdOf(sha256: string): string {
  return sha256.slice(0, 12);
}

const round = (points: number): number => Math.round(points * 100) / 100;

export function provenanceOf(table: ProvenanceRow['table'], id: string, field: string, passage: Passage): readonly ProvenanceRow[] {
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
  }));
}

function rangeOf(pages: Iterable<number>): { first: number; last: number } {
  const list = [...pages];
  return list.length === 0 ? { first: 1, last: 1 } : { first: Math.min(...list), last: Math.max(...list) };
}

function pagesOf(item: ItemDraft): readonly number[] {
  const pages = [...item.fields.values()].flatMap((passage) => passage.map((segment) => segment.line.page));
  return pages.length > 0 ? pages : item.place ? [item.place.page] : [];
}

class Maker {
  readonly #loaded: LoadedGrammar;
  readonly #joining: Joining;
  readonly #id: string;
  readonly provenance: ProvenanceRow[] = [];
  readonly findings: Finding[] = [];

  constructor(loaded: LoadedGrammar, joining: Joining, id: string) {
    this.#loaded = loaded;
    this.#joining = joining;
    this.#id = id;
  }

  trace(table: ProvenanceRow['table'], id: string, field: string, passage: Passage | undefined): void {
    if (passage) this.provenance.push(...provenanceOf(table, id, field, passage));
  }

  sheetRow(sheet: SheetDraft, index: number): SheetRow {
    const no = index + 1;
    const key = `${this.#id}-${no}`;
    const form = this.#loaded.grammar.sheet.form;
    for (const [field, passage] of sheet.fields) this.trace('sheets', key, field, passage);
    const text = (field: string): string | null => {
      const own = sheetFields.safeParse(field);
      return own.success ? valueOf(sheet.fields.get(own.data), form[field], this.#joining) : null;
    };
    const number = (field: 'staff' | 'budget_yen', parse: (text: string) => number | null): number | null => {
      const printed = text(field);
      if (printed === null || /^[-−‐–—ー－]$/u.test(printed)) return null;
      const value = parse(printed);
      if (value === null) this.#warn('W_NUMBER_UNREAD', `${field}: "${printed}" was not read as a number`, sheet.fields.get(field));
      return value;
    };
    const { first, last } = rangeOf([...sheet.pages, ...sheet.items.flatMap(pagesOf)]);
    return {
      document_id: this.#id,
      sheet_no: no,
      department: nameOf(sheet.fields.get('department')),
      division: nameOf(sheet.fields.get('division')),
      head_title: nameOf(sheet.fields.get('head_title')),
      head_name: nameOf(sheet.fields.get('head_name')),
      city_goal: text('city_goal'),
      department_goal: text('department_goal'),
      mission: text('mission'),
      staff: number('staff', parseCount),
      budget_yen: number('budget_yen', parseYen),
      prepared_on: text('prepared_on'),
      page_first: first,
      page_last: last,
    };
  }

  #warn(code: string, message: string, passage: Passage | undefined): void {
    const place = passage && placeOf(passage);
    this.findings.push({ severity: 'warning', code, message, ...(place ? { place } : {}) });
  }

  /** Reads of an item's field by its own label. */
  #fieldOf(field: ItemField): LabelledField | undefined {
    const { items } = this.#loaded.grammar;
    return items.shape === 'table' ? items.columns[field] : items.form[field];
  }

  /** A raw rating's level; a rating that the grammar does not know is a finding. */
  #levelOf<Level>(kind: string, printed: string | null, known: { map: Record<string, Level | null> } | undefined, passage: Passage | undefined): Level | null {
    if (printed === null || !known) return null;
    const key = matchKey(printed);
    const entry = Object.entries(known.map).find(([raw]) => matchKey(raw) === key);
    if (!entry) {
      this.#warn('W_RATING_UNKNOWN', `${kind} "${printed}" has no level in the grammar ${this.#loaded.id}; it stays as printed`, passage);
      return null;
    }
    return entry[1];
  }

  itemRow(item: ItemDraft, id: string, sheet: SheetRow, sheetDraft: SheetDraft, document: Omit<ItemRow, keyof ItemRowOwn>): ItemRow {
    const { grammar } = this.#loaded;
    const passage = (field: ItemField): Passage | undefined => item.fields.get(field);
    const text = (field: ItemField): string | null => valueOf(passage(field), this.#fieldOf(field), this.#joining);
    for (const [field, own] of item.fields) this.trace('items', id, field, own);
    const inherited = (field: ItemField): string | null => {
      const from = grammar.inherit[field];
      if (!from) return null;
      const own = sheetDraft.fields.get(from);
      this.trace('items', id, field, own);
      return nameOf(own);
    };
    const deadline = text('deadline');
    const rating = nameOf(passage('rating'));
    const status = nameOf(passage('midyear_status'));
    const { first, last } = rangeOf(pagesOf(item));
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

/** `document_id-sheet_no-item_no`, unique: an item without number or with one used before gets a suffix. */
function itemIdOf(document: string, sheetNo: number, item: ItemDraft, used: Set<string>): string {
  const number = plainText(item.fields.get('item_no') ?? []);
  const base = `${document}-${sheetNo}-${number === '' ? 'x' : number}`;
  let id = base;
  for (let nth = 2; used.has(id); nth++) id = `${base}.${nth}`;
  used.add(id);
  return id;
}

function linesOf(layout: DocumentLayout): readonly Line[] {
  const cells = layout.tables.flatMap((table) => [...table.cells, ...table.repeatedHeaders]);
  return [...layout.pages.flatMap((page) => page.free.map((free) => free.line)), ...cells.flatMap((cell) => cell.parts.flatMap((part) => part.lines))];
}

function excludedOf(layout: DocumentLayout, lines: readonly Line[]): Record<string, number> {
  const excluded: Record<string, number> = {};
  for (const page of layout.pages) {
    for (const [reason, count] of Object.entries(page.excluded)) excluded[reason] = (excluded[reason] ?? 0) + count;
  }
  const struck = lines.reduce((sum, line) => sum + line.glyphs.filter((glyph) => glyph.struck && glyph.glyph.text.trim() !== '').length, 0);
  if (struck > 0) excluded['struck'] = struck;
  return excluded;
}

/** Every value's lines: what they show together of the columns' widths and the authors' habits. */
function cellsOf(draft: Draft): readonly (readonly JoinLine[])[] {
  const passages = [
    ...draft.sheets.flatMap((sheet) => [...sheet.fields.values(), ...sheet.items.flatMap((item) => [...item.fields.values()])]),
    ...draft.nodes.map((node) => node.description),
  ];
  return passages.map(joinLinesOf);
}

export function makeRecords(interpretation: Interpretation, layout: DocumentLayout, loaded: LoadedGrammar, source: Source, judge: JointJudge): DocumentRecords {
  const { draft, claims } = interpretation;
  const { grammar } = loaded;
  const id = documentIdOf(source.sha256);
  const joining: Joining = { judge, evidence: gatherEvidence(cellsOf(draft)) };
  const maker = new Maker(loaded, joining, id);
  const title = draft.title.map((part) => textOf(part, joining)).filter((part) => part !== null).join(' ') || null;
  const year = findFiscalYear(plainText(draft.fiscalYear)) ?? (title === null ? null : findFiscalYear(title));
  maker.trace('documents', id, 'title', draft.title.flat());
  maker.trace('documents', id, 'fiscal_year_label', draft.fiscalYear);
  const own = {
    municipality_code: grammar.municipality.code,
    municipality: grammar.municipality.name,
    fiscal_year: year?.year ?? null,
    document_id: id,
    document_title: title,
    source_file: source.file,
    source_sha256: source.sha256,
  };
  const used = new Set<string>();
  const sheets: SheetRow[] = [];
  const items: ItemRow[] = [];
  const measures: DocumentRecords['measures'] = [];
  for (const [index, sheet] of draft.sheets.entries()) {
    const row = maker.sheetRow(sheet, index);
    sheets.push(row);
    for (const item of sheet.items) {
      const itemId = itemIdOf(id, row.sheet_no, item, used);
      const itemRow = maker.itemRow(item, itemId, row, sheet, own);
      items.push(itemRow);
      if (!grammar.measures) continue;
      for (const [nth, measure] of pairMeasures(itemRow.indicator, itemRow.target, itemRow.actual).entries()) {
        measures.push({
          item_id: itemId,
          measure_no: nth + 1,
          label: measure.label === '' ? null : measure.label,
          indicator: measure.indicator,
          target: measure.target,
          target_value: measure.targetValue,
          target_unit: measure.targetUnit === '' ? null : measure.targetUnit,
          target_bound: measure.targetBound,
          actual: measure.actual,
          actual_value: measure.actualValue,
          actual_unit: measure.actualUnit === '' ? null : measure.actualUnit,
          attained: measure.attained,
        });
        for (const field of ['indicator', 'target', 'actual'] as const) {
          if (measure[field] !== null) maker.trace('measures', `${itemId}-${nth + 1}`, field, item.fields.get(field));
        }
      }
    }
  }
  const planNodes = planRows(draft.nodes, id, joining, maker);
  const indicators = indicatorRows(draft, id, grammar, joining, maker);
  const findings = [...draft.findings, ...maker.findings, ...checkDraft(draft, grammar, { title, year: year?.year ?? null }), ...leftOverFindings(interpretation)];
  const diagnostics: DiagnosticRow[] = findings.map((finding) => ({
    document_id: id,
    page: finding.place?.page ?? null,
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    x0: finding.place ? round(finding.place.box.x0) : null,
    top: finding.place ? round(finding.place.box.top) : null,
    x1: finding.place ? round(finding.place.box.x1) : null,
    bottom: finding.place ? round(finding.place.box.bottom) : null,
  }));
  const lines = linesOf(layout);
  const counts = claims.count(lines);
  return {
    document: {
      document_id: id,
      municipality_code: own.municipality_code,
      municipality: own.municipality,
      fiscal_year: own.fiscal_year,
      fiscal_year_label: year?.label ?? null,
      title,
      grammar: loaded.id,
      grammar_version: loaded.version,
      source_file: source.file,
      source_sha256: source.sha256,
      producer: source.producer === '' ? null : source.producer,
      pages: source.pages,
      items: items.length,
      glyphs: counts.glyphs,
      glyphs_in_fields: counts.field,
      glyphs_in_labels: counts.label,
      glyphs_in_furniture: counts.furniture,
      glyphs_left_over: counts.leftOver,
      warnings: diagnostics.filter((diagnostic) => diagnostic.severity !== 'info').length,
    },
    sheets,
    items,
    measures,
    indicators,
    plan_nodes: planNodes,
    provenance: maker.provenance,
    diagnostics,
    excluded: excludedOf(layout, lines),
  };
}
