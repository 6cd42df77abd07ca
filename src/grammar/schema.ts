/**
 * The grammar language: what a YAML file under `grammars/` may say.
 *
 * A *label* is the text of a label cell, compared without white space, width and line breaks; written
 * between slashes it is a regular expression over that same folded text. A *pattern* is a regular
 * expression whose named groups are fields; it is tried on the text with single spaces, then on the
 * text without any.
 */
import { z } from 'zod';
import { itemSchema, midyearLevels, ratingLevels, sheetSchema } from '../model/records.js';

const pattern = z.string().min(1).superRefine((source, context) => {
  try {
    new RegExp(source, 'dsu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${error instanceof Error ? error.message : String(error)}` });
  }
});

const label = z.string().min(1).superRefine((source, context) => {
  if (!source.startsWith('/')) return;
  if (source.length < 3 || !source.endsWith('/')) {
    context.addIssue({ code: 'custom', message: 'a label that begins with / is a regular expression and must end with /' });
    return;
  }
  try {
    new RegExp(source.slice(1, -1), 'su');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${error instanceof Error ? error.message : String(error)}` });
  }
});

/** One label, or its variants over the years. */
const labels = z.union([label, z.array(label).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value));

/** Fields that a grammar may fill; everything else of a record is derived. */
export const itemFields = itemSchema.pick({
  item_no: true,
  title: true,
  category: true,
  responsible: true,
  goal: true,
  method: true,
  indicator: true,
  target: true,
  deadline: true,
  midyear_status: true,
  midyear_review: true,
  second_half_plan: true,
  result: true,
  actual: true,
  rating: true,
  rating_reason: true,
  next_steps: true,
}).keyof();
export type ItemField = z.infer<typeof itemFields>;

export const sheetFields = sheetSchema.omit({ document_id: true, sheet_no: true, page_first: true, page_last: true }).keyof();
export type SheetField = z.infer<typeof sheetFields>;

/**
 * How a value's lines become its text: `text` joins soft wraps and keeps authored line breaks, `name`
 * joins every line (a word set in a narrow column), `choices` reads one or more of the words listed
 * and joins them with ・.
 */
const reading = z.enum(['text', 'name', 'choices']);

/** A column's head or a form's label, with the way in which its value is read. */
export interface LabelledField {
  readonly label: readonly string[];
  readonly as: z.infer<typeof reading>;
  readonly choices: readonly string[];
  readonly optional: boolean;
  /** Splits the value into other fields, by named groups. */
  readonly pattern: string | undefined;
}
export type Column = LabelledField;
export type FormField = LabelledField;

const labelledField = z
  .union([
    labels,
    z.strictObject({
      label: labels,
      as: reading.default('text'),
      choices: z.array(z.string()).default([]),
      /** Sheets of some years do without it. */
      optional: z.boolean().default(false),
      pattern: pattern.optional(),
    }),
  ])
  .transform((value): LabelledField => (Array.isArray(value) ? { label: value, as: 'text', choices: [], optional: false, pattern: undefined } : { pattern: undefined, ...value }));
const column = labelledField;
const formField = labelledField;

const itemForm = z.partialRecord(itemFields, formField);
const sheetForm = z.record(z.string(), formField);

const tableShape = z.strictObject({
  /** A row is a record. */
  shape: z.literal('table'),
  columns: z.partialRecord(itemFields, column),
  /** Labels that stand above several columns and head none of their own. */
  groups: z.array(label).default([]),
});

const blockShape = z.strictObject({
  /** A small form, repeated, is a record. */
  shape: z.literal('block'),
  /** What a block's first label says; named groups are item fields. */
  starts: pattern,
  /** The field printed beside that label. */
  beside: itemFields,
  form: itemForm,
});

const formShape = z.strictObject({
  /** The whole sheet is one record. */
  shape: z.literal('form'),
  form: itemForm,
});

const outlineLevel = z.strictObject({
  level: z.string(),
  /** Groups `number` and `title`. */
  pattern,
});

const seriesShape = z.strictObject({
  /** Heading of the number column. */
  number: labels,
  description: labels,
  /** Labels over values; group `kind` is not needed: `target` says which of them are targets. */
  values: labels,
  target: pattern,
  /** Heading of the matrix of related plan nodes. */
  related: labels,
  /** A footnote: groups `mark` and `note`. */
  footnote: pattern,
});

const rating = z.strictObject({
  /** Who says what each rating means: the sheet's own legend, a published guide. */
  authority: z.string().min(1),
  map: z.record(z.string(), z.enum(ratingLevels).nullable()),
});
const midyear = z.strictObject({
  authority: z.string().min(1),
  map: z.record(z.string(), z.enum(midyearLevels).nullable()),
});

export const grammarSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  title: z.string().min(1),
  version: z.string().min(1),
  municipality: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits with the check digit'), name: z.string().min(1) }),
  document: z.strictObject({
    /** Lines of the title, in order; the group `title` is the line's share of it, `fiscal_year_label` its year. */
    title: z.array(pattern).min(1),
  }),
  sheet: z
    .strictObject({
      /** The fields with which a new sheet begins when they take another value. */
      starts: z.array(sheetFields).default([]),
      lines: z.array(pattern).default([]),
      form: sheetForm.default({}),
      derive: z.array(z.strictObject({ from: sheetFields, pattern })).default([]),
    })
    .prefault({}),
  items: z.discriminatedUnion('shape', [tableShape, blockShape, formShape]),
  /** Item fields that repeat a field of their sheet. */
  inherit: z.partialRecord(itemFields, sheetFields).default({}),
  /** ①②③ of 指標, 目標値 and 実績値 go side by side. */
  measures: z.boolean().default(false),
  outline: z
    .strictObject({
      levels: z.array(outlineLevel).min(1),
      /** A mark beside a heading: group `indicator_nos`. */
      marks: pattern.optional(),
    })
    .optional(),
  indicators: seriesShape.optional(),
  /** Known text that heads or decorates and is no field. */
  labels: z.array(pattern).default([]),
  /** Stretches that are not data (cover, contents): from a line to the line before another, or to the end of its page. */
  asides: z.array(z.strictObject({ from: pattern, until: pattern.optional() })).default([]),
  levels: z.strictObject({ rating: rating.optional(), midyear: midyear.optional() }).default({}),
  checks: z
    .strictObject({
      /** Where numbers run in sequence from 1. */
      numbering: z.enum(['sheet', 'document', 'none']).default('sheet'),
      required: z.array(itemFields).default(['item_no', 'title']),
      /** How the document's own list of its items (in an aside) names one: group `item_no`. Each listed must be found. */
      listed: pattern.optional(),
    })
    .prefault({}),
});

export type Grammar = z.infer<typeof grammarSchema>;
export type ItemsShape = Grammar['items'];
