/** What a review page shows of one document, and of all. The page's script relies on these shapes. */
import { z } from 'zod';
import { severities } from '../model/records.js';

/** Where a value or a finding stands: points, origin top left of the page as displayed. */
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const placeSchema = z.strictObject({
  page: z.number().int(),
  /** x0, top, x1, bottom. */
  box: boxSchema,
  /** As the PDF gives it, line by line, deleted text as `~~…~~`. */
  raw: z.string(),
});

export const fieldSchema = z.strictObject({
  name: z.string(),
  /** The column's name in Japanese. */
  label: z.string(),
  /** The row that it is a value of, as corrections and provenance name it. */
  table: z.string(),
  id: z.string(),
  /** Said by a person: given where nothing is printed, put right, or looked at and found right. */
  said: z.enum(['given', 'corrected', 'checked']).optional(),
  /** What the column holds, for a hint. */
  about: z.string(),
  value: z.string(),
  places: z.array(placeSchema),
  /** The field that this one was worked out from, when it is not printed itself. */
  from: z.string().optional(),
});

/** An item in the row of its years. */
export const yearSchema = z.strictObject({
  item: z.string(),
  document: z.string(),
  year: z.number().int().nullable(),
  title: z.string(),
  rating: z.string(),
  /** That it continues the item of the year before is a guess. */
  isGuess: z.boolean(),
  /** Its document is part of this review. */
  isShown: z.boolean(),
});

export const recordKinds = ['document', 'sheet', 'item', 'plan_node', 'indicator'] as const;

export const recordSchema = z.strictObject({
  kind: z.enum(recordKinds),
  /** As in provenance; of an indicator, that of its first value without the last number. */
  id: z.string(),
  number: z.string(),
  title: z.string(),
  pages: z.array(z.number().int()),
  fields: z.array(fieldSchema),
  /** Measures of an item, values of an indicator, what stands under labels without a column. */
  parts: z.array(
    z.strictObject({
      label: z.string(),
      fields: z.array(fieldSchema),
      /** Of a value that stands in a row and a column: their labels, and the heading over the grid. */
      grid: z.strictObject({ section: z.string(), row: z.string(), column: z.string() }).optional(),
    }),
  ),
  /** The same item through the years, itself among them; empty for one year alone. */
  years: z.array(yearSchema),
  /** Columns that hold nothing here, though other records of the kind have them. */
  empty: z.array(z.string()),
});

export const findingSchema = z.strictObject({
  severity: z.enum(severities),
  code: z.string(),
  message: z.string(),
  page: z.number().int().nullable(),
  box: boxSchema.nullable(),
});

export const pageSchema = z.strictObject({
  number: z.number().int(),
  /** Points. */
  width: z.number(),
  height: z.number(),
  /** Path of the picture from the page's folder; absent when there is none. */
  image: z.string().optional(),
  /** Fonts that the PDF does not hold and that were drawn with another. */
  substituted: z.array(z.string()),
});

export const reviewDocumentSchema = z.strictObject({
  id: z.string(),
  municipality: z.string(),
  year: z.number().int().nullable(),
  yearLabel: z.string(),
  title: z.string(),
  file: z.string(),
  url: z.string(),
  retrievedOn: z.string(),
  sha256: z.string(),
  producer: z.string(),
  grammar: z.string(),
  glyphs: z.strictObject({
    all: z.number().int(),
    fields: z.number().int(),
    labels: z.number().int(),
    furniture: z.number().int(),
    leftOver: z.number().int(),
  }),
  /** Glyphs kept out on purpose, by reason. */
  excluded: z.record(z.string(), z.number().int()),
  pages: z.array(pageSchema),
  records: z.array(recordSchema),
  /** Columns of items that hold nothing in any of them. */
  neverFilled: z.array(z.string()),
  findings: z.array(findingSchema),
  /** Why there are no pictures, or not all. */
  trouble: z.string().optional(),
});

/** One line of the list of documents. */
export const listEntrySchema = z.strictObject({
  id: z.string(),
  municipality: z.string(),
  code: z.string(),
  year: z.number().int().nullable(),
  yearLabel: z.string(),
  title: z.string(),
  departments: z.string(),
  file: z.string(),
  pages: z.number().int(),
  items: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  /** Codes of its errors and warnings, each once. */
  codes: z.array(z.string()),
  leftOver: z.number().int(),
  /** No picture of at least one page. */
  unseen: z.boolean(),
});

export const reviewListSchema = z.strictObject({
  documents: z.array(listEntrySchema),
  /** The font that stands in for missing ones. */
  font: z.string(),
  version: z.string(),
  language: z.enum(['en', 'ja']),
});

export type Place = z.infer<typeof placeSchema>;
export type Year = z.infer<typeof yearSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type ReviewRecord = z.infer<typeof recordSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type ReviewPage = z.infer<typeof pageSchema>;
export type ReviewDocument = z.infer<typeof reviewDocumentSchema>;
export type ListEntry = z.infer<typeof listEntrySchema>;
export type ReviewList = z.infer<typeof reviewListSchema>;
