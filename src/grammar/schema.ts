/**
 * The grammar language: what a YAML file under `grammars/` may say, on three axes that combine freely.
 *
 *   what repeats        sheet > items > parts, each with what starts it
 *   how values are found `fields` and `others` (label → value), `columns` (head → cell), `grids` (row label × column
 *                       label), `lines` (patterns over free text)
 *   where they go       a record's column, `series`, `ratings`, `fields`
 */
import { z } from 'zod';
import { itemSchema, midyearLevels, ratingLevels, seriesKinds, sheetSchema } from '../model/records.js';
import { labelledField, labelledParts, labels, pattern } from './words.js';

export type { LabelledField } from './words.js';

/** Fields that a grammar may fill; everything else of a record is derived. */
export const itemFields = itemSchema
  .pick({
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
  })
  .keyof();
export type ItemField = z.infer<typeof itemFields>;

export const sheetFields = sheetSchema
  .omit({ document_id: true, sheet_no: true, page_first: true, page_last: true, sheet_id: true, prepared_on_date: true })
  .keyof();
export type SheetField = z.infer<typeof sheetFields>;

/** What stands in rows and columns that both mean something; its values go to `series`. */
const grid = z.strictObject({
  /** Labels over the values; those of several levels are listed together. */
  columns: labels,
  /** What heads the column of row labels, where values of another grid stand left of it or the head alone tells the grid. */
  rows: labels.optional(),
  /** What heads the column of units, or the label beside which the unit of the whole grid is printed. */
  unit: labels.optional(),
  /** The era of years printed without one (`20年度` of 平成). */
  era: z.enum(['令和', '平成', '昭和']).optional(),
  /** What the values are where no label says 実績, 予算 …. */
  kind: z.enum(seriesKinds).optional(),
});
export type GridRule = z.infer<typeof grid>;

const ratingLevelMap = z.strictObject({
  /** Who says what each rating means: the sheet's own legend, a published guide. */
  authority: z.string().min(1),
  map: z.record(z.string(), z.enum(ratingLevels).nullable()),
});
const midyearLevelMap = z.strictObject({ authority: z.string().min(1), map: z.record(z.string(), z.enum(midyearLevels).nullable()) });

/** A rating beside the one in `items`: its value stands at `label`; `aspect` is printed there or beside. */
const rating = z
  .strictObject({
    ...labelledParts,
    /** What is rated, where another label than the value's says it. */
    aspect: z.string().min(1).optional(),
    /** The label of the reason; one reason after several ratings is the reason of each. */
    reason: labels.optional(),
    levels: ratingLevelMap.optional(),
  })
  .transform(({ aspect, reason, levels, ...field }) => ({ aspect, reason, levels, field: { ...field, pattern: field.pattern } }));
export type RatingRule = z.infer<typeof rating>;

/** Labels without a column of their own: what stands there goes to `fields`, under the label as printed. */
const others = z.array(labelledField).default([]);
const grids = z.array(grid).default([]);
const ratings = z.array(rating).default([]);

const columnsOfRows = z.partialRecord(itemFields, labelledField);

const parts = z.strictObject({
  /** The label whose value names a part, and with which each part begins. */
  starts: labelledField,
  /** What numbers the part, down its side or beside its label. */
  number: labels.optional(),
  others,
  grids,
});

const items = z.discriminatedUnion('each', [
  z.strictObject({
    /** A row under a head is a record. */
    each: z.literal('row'),
    columns: columnsOfRows,
    /** Labels that stand above several columns and head none of their own. */
    groups: labels.default([]),
  }),
  z.strictObject({
    /** A small form, repeated, is a record. */
    each: z.literal('block'),
    /** What a block's first label says; named groups are item fields. */
    starts: pattern,
    fields: z.partialRecord(itemFields, labelledField),
    /** Of these at least one label must be printed in a block; else it is no record (an entry of a list). Default: any of `fields`. */
    needs: z.array(itemFields).default([]),
    others,
    ratings,
    grids,
  }),
  z.strictObject({
    /** The sheet is the record. */
    each: z.literal('sheet'),
    fields: z.partialRecord(itemFields, labelledField),
    needs: z.array(itemFields).default([]),
    others,
    ratings,
    grids,
    parts: parts.optional(),
  }),
]);

const outlineLevel = z.strictObject({ level: z.string(), /** Groups `number` and `title`. */ pattern });

const indicators = z.strictObject({
  /** Heading of the number column. */
  number: labels,
  description: labels,
  /** Labels over values; `target` says which of them are targets. */
  values: labels,
  target: pattern,
  /** Heading of the matrix of related plan nodes. */
  related: labels,
  /** A footnote: groups `mark` and `note`. */
  footnote: pattern,
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
      /** The fields with which a new sheet begins when they take another value; where the sheet is the record, its fields too. */
      starts: z.array(z.union([sheetFields, itemFields])).default([]),
      /** Text outside tables; named groups are fields of the sheet, and of the record where the sheet is one. */
      lines: z.array(pattern).default([]),
      fields: z.partialRecord(sheetFields, labelledField).default({}),
      others,
      grids,
      derive: z.array(z.strictObject({ from: sheetFields, pattern })).default([]),
    })
    .prefault({}),
  items,
  /** Headings and side labels that name what stands under or beside them. */
  sections: labels.default([]),
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
  indicators: indicators.optional(),
  /** Known text that heads or decorates and is no field. */
  labels: z.array(pattern).default([]),
  /** Stretches that are not data (cover, contents): from a line to the line before another, or to the end of its page. */
  asides: z.array(z.strictObject({ from: pattern, until: pattern.optional() })).default([]),
  levels: z.strictObject({ rating: ratingLevelMap.optional(), midyear: midyearLevelMap.optional() }).default({}),
  checks: z
    .strictObject({
      /** Where numbers run in sequence from 1. */
      numbering: z.enum(['sheet', 'document', 'none']).default('sheet'),
      required: z.array(itemFields).default(['item_no', 'title']),
      /** How the document's own list of its items names one: group `item_no`. Each listed must be found. */
      listed: pattern.optional(),
    })
    .prefault({}),
});

export type Grammar = z.infer<typeof grammarSchema>;
export type ItemsRule = Grammar['items'];
export type RowsRule = Extract<ItemsRule, { each: 'row' }>;
export type BlocksRule = Extract<ItemsRule, { each: 'block' }>;
export type SheetRule = Extract<ItemsRule, { each: 'sheet' }>;
export type OutlineRule = NonNullable<Grammar['outline']>;
export type IndicatorsRule = NonNullable<Grammar['indicators']>;
