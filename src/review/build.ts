/** Rows and pictures → what the review page shows, checked. Pure. */
import { listEntrySchema, reviewDocumentSchema, type Finding, type ListEntry, type ReviewDocument, type ReviewPage, type ReviewRecord } from './model.js';
import { columnJa } from '../messages/columns-ja.js';
import { messageIn, type Language } from '../messages/translate.js';
import { recordsOf } from './records.js';
import type { DocumentRows } from './rows.js';

/** A page as it was drawn; `image` is absent where drawing failed. */
export interface DrawnPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly image?: string;
  readonly substituted: readonly string[];
}

const tableOf: Readonly<Record<ReviewRecord['kind'], string>> = {
  document: 'documents',
  sheet: 'sheets',
  item: 'items',
  plan_node: 'plan_nodes',
  indicator: 'indicators',
};

/** A4 in points: what a page without a picture is taken for, unless something stands beyond it. */
const A4 = { short: 595.28, long: 841.89 } as const;

export function buildDocument(rows: DocumentRows, drawn: readonly DrawnPage[], trouble?: string, language: Language = 'en'): ReviewDocument {
  const { document } = rows;
  const { records, neverFilled } = recordsOf(rows);
  const named = (kind: ReviewRecord['kind'], columns: readonly string[]): string[] =>
    columns.map((column) => (language === 'ja' ? columnJa(tableOf[kind], column) : column));
  const findings = byCode(rows.diagnostics).map(
    ({ severity, code, message, page, x0, top, x1, bottom }): Finding => ({
      severity,
      code,
      message: messageIn(language, code, message),
      page,
      box: x0 === null || top === null || x1 === null || bottom === null ? null : [x0, top, x1, bottom],
    }),
  );
  return reviewDocumentSchema.parse({
    id: document.document_id,
    municipality: document.municipality,
    year: document.fiscal_year,
    yearLabel: document.fiscal_year_label ?? '',
    title: document.title ?? document.source_file,
    file: document.source_file,
    url: document.source_url ?? '',
    retrievedOn: document.retrieved_on ?? '',
    sha256: document.source_sha256,
    producer: document.producer ?? '',
    grammar: `${document.grammar} ${document.grammar_version}`,
    glyphs: {
      all: document.glyphs,
      fields: document.glyphs_in_fields,
      labels: document.glyphs_in_labels,
      furniture: document.glyphs_in_furniture,
      leftOver: document.glyphs_left_over,
    },
    excluded: rows.excluded,
    pages: pagesOf(document.pages, drawn, records, findings),
    records: records.map((record) => ({ ...record, empty: named(record.kind, record.empty) })),
    neverFilled: named('item', neverFilled),
    findings,
    ...(trouble === undefined ? {} : { trouble }),
  });
}

/** Every page of the document, those without a picture with a size that holds what stands on them. */
function pagesOf(count: number, drawn: readonly DrawnPage[], records: readonly ReviewRecord[], findings: readonly Finding[]): ReviewPage[] {
  const known = new Map(drawn.map((page) => [page.number, page]));
  const extents = new Map<number, { right: number; bottom: number }>();
  const reach = (page: number | null, box: readonly [number, number, number, number] | null): void => {
    if (page === null || box === null) return;
    const extent = extents.get(page) ?? { right: 0, bottom: 0 };
    extents.set(page, { right: Math.max(extent.right, box[2]), bottom: Math.max(extent.bottom, box[3]) });
  };
  const fields = records.flatMap((record) => [...record.fields, ...record.parts.flatMap((part) => part.fields)]);
  for (const field of fields) for (const place of field.places) reach(place.page, place.box);
  for (const finding of findings) reach(finding.page, finding.box);
  return Array.from({ length: count }, (_, index): ReviewPage => {
    const number = index + 1;
    const own = known.get(number);
    if (own) return { ...own, substituted: [...own.substituted] };
    const { right, bottom } = extents.get(number) ?? { right: 0, bottom: 0 };
    const landscape = right > bottom;
    return {
      number,
      width: Math.max(landscape ? A4.long : A4.short, right),
      height: Math.max(landscape ? A4.short : A4.long, bottom),
      substituted: [],
    };
  });
}

/** Grouped by code: what made something unreadable before what followed from it, then in the order in which the codes come. */
function byCode(diagnostics: DocumentRows['diagnostics']): DocumentRows['diagnostics'] {
  const order = [...new Set(diagnostics.map(({ code }) => code))];
  const rank = ['error', 'warning', 'info'];
  return [...diagnostics].sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity) || order.indexOf(a.code) - order.indexOf(b.code));
}

export function buildListEntry(rows: DocumentRows, document: ReviewDocument): ListEntry {
  const departments = rows.sheets.map((sheet) => [sheet.department, sheet.division].filter((name) => name !== null).join(' '));
  const count = (severity: Finding['severity']): number => document.findings.filter((finding) => finding.severity === severity).length;
  return listEntrySchema.parse({
    id: document.id,
    municipality: document.municipality,
    code: rows.document.municipality_code,
    year: document.year,
    yearLabel: document.yearLabel,
    title: document.title,
    departments: [...new Set(departments)].filter((name) => name !== '').join('、'),
    file: document.file,
    pages: document.pages.length,
    items: rows.items.length,
    errors: count('error'),
    warnings: count('warning'),
    codes: [...new Set(document.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code))],
    leftOver: document.glyphs.leftOver,
    unseen: document.pages.some((page) => page.image === undefined),
  });
}

/** What needs a look comes first; the rest keeps its order. */
export function worstFirst(entries: readonly ListEntry[]): ListEntry[] {
  return [...entries].sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.leftOver - a.leftOver);
}
