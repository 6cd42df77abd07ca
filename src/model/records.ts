/**
 * The records of the contract: one zod schema a table, its keys in the order of the CSV columns.
 * The store, the export, `check` and the data package all derive from these.
 */
import { z } from 'zod';

/** A published value, or nothing printed. */
const text = z.string().nullable();
const integer = z.number().int().nullable();
const number = z.number().nullable();

export const ratingLevels = ['exceeded', 'achieved', 'partial', 'not_achieved'] as const;
export const midyearLevels = ['ahead', 'on_track', 'behind', 'stalled'] as const;
export const severities = ['error', 'warning', 'info'] as const;

/** What a value of a series is, by the words of its column or row: 実績, 目標, 予算, 決算, 計画・想定, 見込. */
export const seriesKinds = ['actual', 'target', 'budget', 'settled', 'planned', 'forecast'] as const;

/**
 * How a value was found: under its column's head, beside its label, below it, within one cell or line
 * with it, in a row and a column of a grid, as a line of its own, carried over a page break or from
 * another record, given by the user, corrected by the user, or by a guess that a diagnostic names.
 */
export const bases = ['column', 'beside', 'below', 'within', 'grid', 'line', 'carried', 'given', 'corrected', 'guess'] as const;
export type Basis = (typeof bases)[number];

export const itemSchema = z.strictObject({
  item_id: z.string(),
  municipality_code: z.string(),
  municipality: z.string(),
  fiscal_year: integer,
  document_id: z.string(),
  document_title: text,
  sheet_no: z.number().int(),
  department: text,
  division: text,
  head_title: text,
  head_name: text,
  item_no: text,
  title: text,
  category: text,
  plan_path: text,
  responsible: text,
  goal: text,
  method: text,
  indicator: text,
  target: text,
  deadline: text,
  deadline_month: text,
  midyear_status: text,
  midyear_level: z.enum(midyearLevels).nullable(),
  midyear_review: text,
  second_half_plan: text,
  result: text,
  actual: text,
  rating: text,
  rating_level: z.enum(ratingLevels).nullable(),
  rating_reason: text,
  next_steps: text,
  page_first: z.number().int(),
  page_last: z.number().int(),
  source_file: z.string(),
  source_sha256: z.string(),
});

export const measureSchema = z.strictObject({
  item_id: z.string(),
  measure_no: z.number().int(),
  /** `①`, `②` … as printed; empty where the cell holds a single unmarked measure. */
  label: text,
  indicator: text,
  target: text,
  target_value: number,
  target_unit: text,
  target_bound: z.enum(['min', 'max']).nullable(),
  actual: text,
  actual_value: number,
  actual_unit: text,
  /** 1 attained, 0 not, null where the numbers cannot tell. */
  attained: z.union([z.literal(0), z.literal(1)]).nullable(),
  /** `item_id-measure_no`. */
  measure_id: z.string(),
  /** The actual number beside the target's, in one unit. */
  comparison: z.enum(['above', 'equal', 'below']).nullable(),
});

export const indicatorSchema = z.strictObject({
  document_id: z.string(),
  municipality: z.string(),
  indicator_no: text,
  name: text,
  unit: text,
  description: text,
  label: text,
  fiscal_year: integer,
  kind: z.enum(['actual', 'target']),
  raw: text,
  value: number,
  value_alt: number,
  note: text,
  related: text,
  indicator_id: z.string(),
});

export const planNodeSchema = z.strictObject({
  node_id: z.string(),
  document_id: z.string(),
  parent_id: text,
  level: z.string(),
  number: text,
  title: text,
  description: text,
  indicator_nos: text,
  page: z.number().int(),
});

export const sheetSchema = z.strictObject({
  document_id: z.string(),
  sheet_no: z.number().int(),
  department: text,
  division: text,
  head_title: text,
  head_name: text,
  city_goal: text,
  department_goal: text,
  mission: text,
  staff: integer,
  budget_yen: integer,
  prepared_on: text,
  page_first: z.number().int(),
  page_last: z.number().int(),
  /** `document_id-sheet_no`. */
  sheet_id: z.string(),
  prepared_on_date: text,
});

/** A value that stands in a row and a column that both mean something. */
export const seriesSchema = z.strictObject({
  document_id: z.string(),
  sheet_no: z.number().int(),
  /** Null where the grid belongs to the sheet. */
  item_id: text,
  series_no: z.number().int(),
  section: text,
  row_label: text,
  column_label: text,
  fiscal_year: integer,
  kind: z.enum(seriesKinds).nullable(),
  raw: text,
  value: number,
  unit: text,
  amount_yen: number,
  note: text,
  series_id: z.string(),
});

/** A rating beside the one in `items`. */
export const ratingSchema = z.strictObject({
  item_id: z.string(),
  rating_no: z.number().int(),
  aspect: text,
  raw: text,
  level: z.enum(ratingLevels).nullable(),
  reason: text,
  rating_id: z.string(),
});

/** What the page says under a label that has no column of its own. */
export const fieldSchema = z.strictObject({
  document_id: z.string(),
  sheet_no: z.number().int(),
  /** Null where it belongs to the sheet. */
  item_id: text,
  field_no: z.number().int(),
  section: text,
  label: text,
  raw: text,
  field_id: z.string(),
});

export const documentSchema = z.strictObject({
  document_id: z.string(),
  municipality_code: z.string(),
  municipality: z.string(),
  fiscal_year: integer,
  fiscal_year_label: text,
  title: text,
  grammar: z.string(),
  grammar_version: z.string(),
  source_file: z.string(),
  source_sha256: z.string(),
  producer: text,
  pages: z.number().int(),
  items: z.number().int(),
  glyphs: z.number().int(),
  glyphs_in_fields: z.number().int(),
  glyphs_in_labels: z.number().int(),
  glyphs_in_furniture: z.number().int(),
  glyphs_left_over: z.number().int(),
  warnings: z.number().int(),
  /** Where the file was found and what supersedes it: known to the collection, null in what was read. */
  source_path: text,
  source_url: text,
  retrieved_on: text,
  superseded_by: text,
});

export const provenanceSchema = z.strictObject({
  table: z.enum(['items', 'sheets', 'documents', 'indicators', 'plan_nodes', 'measures', 'series', 'ratings', 'fields']),
  /** The key column of its row in that table: `item_id`, `sheet_id`, `document_id`, `indicator_id`, `node_id`, `measure_id` … */
  id: z.string(),
  field: z.string(),
  /** 1-based, one a page part of the value. */
  part: z.number().int(),
  /** Null, as the box, for a given value, which no page prints. */
  page: integer,
  x0: number,
  top: number,
  x1: number,
  bottom: number,
  raw: z.string(),
  document_id: z.string(),
  /** Null for values stored before it was kept. */
  basis: z.enum(bases).nullable(),
});

/** A value that stands on a page: all that a reading knows. */
export const placedSchema = provenanceSchema.extend({ page: z.number().int(), x0: z.number(), top: z.number(), x1: z.number(), bottom: z.number() });

export const diagnosticSchema = z.strictObject({
  document_id: z.string(),
  page: integer,
  severity: z.enum(severities),
  code: z.string(),
  message: z.string(),
  x0: number,
  top: number,
  x1: number,
  bottom: number,
});

export type ItemRow = z.infer<typeof itemSchema>;
export type MeasureRow = z.infer<typeof measureSchema>;
export type IndicatorRow = z.infer<typeof indicatorSchema>;
export type PlanNodeRow = z.infer<typeof planNodeSchema>;
export type SheetRow = z.infer<typeof sheetSchema>;
export type DocumentRow = z.infer<typeof documentSchema>;
export type ProvenanceRow = z.infer<typeof placedSchema>;
export type SeriesRow = z.infer<typeof seriesSchema>;
export type RatingRow = z.infer<typeof ratingSchema>;
export type FieldRow = z.infer<typeof fieldSchema>;
export type DiagnosticRow = z.infer<typeof diagnosticSchema>;

/** Everything one document became. What the store writes in one transaction. */
export const documentRecordsSchema = z.strictObject({
  document: documentSchema,
  sheets: z.array(sheetSchema),
  items: z.array(itemSchema),
  measures: z.array(measureSchema),
  indicators: z.array(indicatorSchema),
  plan_nodes: z.array(planNodeSchema),
  series: z.array(seriesSchema),
  ratings: z.array(ratingSchema),
  fields: z.array(fieldSchema),
  provenance: z.array(placedSchema),
  diagnostics: z.array(diagnosticSchema),
  /** Visible glyphs excluded on purpose, by reason: struck, mode, duplicate … */
  excluded: z.record(z.string(), z.number().int()),
});
export type DocumentRecords = z.infer<typeof documentRecordsSchema>;

/** What was read together with what people said about the file. */
export type KeptRecords = Omit<DocumentRecords, 'provenance'> & { readonly provenance: readonly z.infer<typeof provenanceSchema>[] };

/** The same 取組 a year before: worked out of all documents together, so no part of one document's records. */
export const itemLinkSchema = z.strictObject({
  item_id: z.string(),
  previous_item_id: z.string(),
  /** 1 for number, title and office alike; less for less. */
  score: z.number(),
  basis: z.enum(['number_and_title', 'title_and_office', 'title', 'guess']),
});

/** The CSV tables in the order they are written, each with its row schema. */
export const tableSchemas = {
  items: itemSchema,
  measures: measureSchema,
  indicators: indicatorSchema,
  plan_nodes: planNodeSchema,
  sheets: sheetSchema,
  documents: documentSchema,
  series: seriesSchema,
  ratings: ratingSchema,
  fields: fieldSchema,
  item_links: itemLinkSchema,
  provenance: provenanceSchema,
  diagnostics: diagnosticSchema,
} as const;
export type TableName = keyof typeof tableSchemas;
