/** Draft → records of the contract. Pure: everything about the file comes in as `source`. */
import type { DocumentLayout, Line } from '../model/layout.js';
import type { DiagnosticRow, DocumentRecords, ItemRow, SheetRow } from '../model/records.js';
import { findFiscalYear } from '../text/era.js';
import { gatherEvidence } from '../text/evidence.js';
import type { JointJudge } from '../text/joint.js';
import { labelKey, pairMeasures } from '../text/measures.js';
import type { JoinLine } from '../text/set-line.js';
import { ConclusionTeller } from './concluded.js';
import { checkDraft } from './checks.js';
import { fieldPassage, passageOf, placeOf, type Draft, type Finding, type ItemDraft } from './draft.js';
import { indicatorRows } from './indicator-records.js';
import type { Interpretation } from './interpret.js';
import { leftOverFindings } from './left-over.js';
import type { LoadedGrammar } from './load.js';
import { measurePassages } from './measure-places.js';
import { patternOf, plainText, type Passage } from './passage.js';
import { planRows, uniqueId } from './plan-records.js';
import { round, RowMaker } from './row-maker.js';
import { seriesRow, type SeriesOwner } from './series-records.js';
import { joinLinesOf, textOf, type Joining } from './values.js';

export interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly producer: string;
  /** The title that the PDF states about itself; no printed text. */
  readonly title?: string;
  readonly pages: number;
}

/** First 12 hex digits of the file's SHA-256. */
export function documentIdOf(sha256: string): string {
  return sha256.slice(0, 12);
}

/** `document_id-sheet_no-item_no`, unique: an item without number or with one used before gets a suffix. */
function itemIdOf(document: string, sheetNo: number, item: ItemDraft, used: Set<string>): string {
  const number = plainText(fieldPassage(item, 'item_no'));
  return uniqueId(`${document}-${sheetNo}-${number === '' ? 'x' : number}`, used);
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

/** The title that the PDF states about itself, where it reads as a title of this format. */
function statedTitle(stated: string, patterns: readonly string[]): string | null {
  const text = stated.normalize('NFKC').trim();
  return text !== '' && patterns.every((pattern) => patternOf(pattern).test(text)) ? stated.trim() : null;
}

function diagnosticOf({ severity, code, message, place }: Finding, document: string): DiagnosticRow {
  const { x0 = null, top = null, x1 = null, bottom = null } = place?.box ?? {};
  const rounded = (points: number | null): number | null => (points === null ? null : round(points));
  return {
    document_id: document,
    page: place?.page ?? null,
    severity,
    code,
    message,
    x0: rounded(x0),
    top: rounded(top),
    x1: rounded(x1),
    bottom: rounded(bottom),
  };
}

/** Where a full line ends a sentence, the page does not tell whether the author went on: the value may have a line break more or less. */
function doubtFindings(passages: Iterable<Passage>): readonly Finding[] {
  return [...passages].flatMap((passage): readonly Finding[] => {
    const place = placeOf(passage);
    return [
      {
        severity: 'info',
        code: 'I_LINE_END_DOUBTFUL',
        message: 'the page does not tell whether a full line of this value runs on',
        ...(place ? { place } : {}),
      },
    ];
  });
}

/** Every value's lines: what they show together of the columns' widths and the authors' habits. */
function cellsOf(draft: Draft): readonly (readonly JoinLine[])[] {
  const passages = [
    ...draft.sheets.flatMap((sheet) => [
      ...[...sheet.fields.values(), ...sheet.items.flatMap((item) => [...item.fields.values()]), ...sheet.others.map(({ value }) => value)].flatMap(
        ({ pieces }) => pieces,
      ),
    ]),
    ...draft.nodes.map((node) => node.description),
  ];
  return passages.map(joinLinesOf);
}

/** What the printed rating of an item says of its only measure, where the numbers do not: 達成, 未達成. */
export function attainedBy(level: ItemRow['rating_level']): 0 | 1 | null {
  switch (level) {
    case 'exceeded':
    case 'achieved':
      return 1;
    case 'partial':
    case 'not_achieved':
      return 0;
    default:
      return null;
  }
}

export function makeRecords(interpretation: Interpretation, layout: DocumentLayout, loaded: LoadedGrammar, source: Source, judge: JointJudge): DocumentRecords {
  const { draft, claims } = interpretation;
  const { grammar } = loaded;
  const id = documentIdOf(source.sha256);
  const doubtful = new Set<Passage>();
  const joining: Joining = { texts: new Map(), judge, evidence: gatherEvidence(cellsOf(draft)), doubted: (passage) => doubtful.add(passage) };
  const concluded = new ConclusionTeller(layout.conclusions);
  const maker = new RowMaker(loaded, joining, id, concluded);
  const printed =
    draft.title
      .map((part) => textOf(part, joining))
      .filter((part) => part !== null)
      .join(' ') || null;
  const title = printed ?? statedTitle(source.title ?? '', grammar.document.title);
  const year = findFiscalYear(plainText(draft.fiscalYear)) ?? (title === null ? null : findFiscalYear(title));
  maker.traceName('documents', id, 'title', draft.title.flat(), 'line');
  maker.traceName('documents', id, 'fiscal_year_label', draft.fiscalYear, 'line');
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
  const series: DocumentRecords['series'] = [];
  const ratings: DocumentRecords['ratings'] = [];
  const fields: DocumentRecords['fields'] = [];
  for (const [index, sheet] of draft.sheets.entries()) {
    const row = maker.sheetRow(sheet, index);
    sheets.push(row);
    const ids = new Map<ItemDraft, string>();
    for (const item of sheet.items) {
      const itemId = itemIdOf(id, row.sheet_no, item, used);
      const itemRow = maker.itemRow(item, itemId, row, sheet, own);
      items.push(itemRow);
      ids.set(item, itemId);
      ratings.push(...item.ratings.map((rating, nth) => maker.ratingRow(rating, itemId, nth + 1)));
      if (!grammar.measures) continue;
      const pairs = pairMeasures(itemRow.indicator, itemRow.target, itemRow.actual);
      const places = (['indicator', 'target', 'actual'] as const).map((field) => ({
        field,
        basis: item.fields.get(field)?.basis ?? 'column',
        of: measurePassages(passageOf(item.fields.get(field)), itemRow[field]),
      }));
      for (const [nth, measure] of pairs.entries()) {
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
          attained: measure.attained ?? (pairs.length === 1 ? attainedBy(itemRow.rating_level) : null),
          measure_id: `${itemId}-${nth + 1}`,
          comparison: measure.comparison,
        });
        for (const { field, basis, of } of places) {
          if (measure[field] !== null) maker.trace('measures', `${itemId}-${nth + 1}`, field, of(labelKey(measure.label)), basis);
        }
      }
    }
    const ownerOf = (item: ItemDraft | undefined): SeriesOwner => ({ document: id, sheetNo: row.sheet_no, itemId: (item && ids.get(item)) ?? null });
    series.push(...sheet.series.map((one, nth) => seriesRow(one, ownerOf(one.item), nth + 1, joining, maker)));
    fields.push(...sheet.others.map((one, nth) => maker.fieldRow(one, ownerOf(one.item), nth + 1)));
  }
  const planNodes = planRows(draft.nodes, id, joining, maker);
  const indicators = indicatorRows(draft, id, grammar, joining, maker);
  const lines = linesOf(layout);
  const counts = claims.count(lines);
  const findings = [
    ...draft.findings,
    ...maker.findings,
    ...concluded.findings,
    ...checkDraft(draft, grammar, { title, isPrinted: printed !== null, year: year?.year ?? null }),
    ...(counts.leftOver > 0 ? leftOverFindings(interpretation) : []),
    ...doubtFindings(doubtful),
  ];
  const diagnostics = findings.map((finding) => diagnosticOf(finding, id));
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
      source_path: null,
      source_url: null,
      retrieved_on: null,
      superseded_by: null,
    },
    sheets,
    items,
    measures,
    indicators,
    plan_nodes: planNodes,
    series,
    ratings,
    fields,
    provenance: maker.provenance,
    diagnostics,
    excluded: excludedOf(layout, lines),
  };
}
