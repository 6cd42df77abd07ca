/** What the main thread and a reading worker say to each other. Everything that comes back is checked. */
import { z } from 'zod';
import type { Limits } from '../model/limits.js';
import type { ErrorCode, Failure } from '../model/errors.js';
import { layersSchema } from '../inspect/layers.js';
import { documentRecordsSchema } from '../model/records.js';
import type { TablesOutcome, TablesRequest } from './document-tables.js';
import type { ReadOutcome, ReadRequest } from './types.js';

/** Given to a worker when it starts. */
export interface WorkerSettings {
  /** Grammar files of the user's own, beside those that come with the program. */
  readonly grammarFiles: readonly string[];
  readonly limits: Partial<Limits>;
  /** Where the dictionary is, or comes to be, for all threads. */
  readonly dictionary: SharedArrayBuffer;
}

/** One document to read, to look into, or to take the tables from. */
export type WorkerTask =
  | { readonly kind: 'read' | 'inspect' | 'trial' | 'draft' | 'layers'; readonly request: ReadRequest }
  | { readonly kind: 'tables'; readonly request: TablesRequest };

const failureSchema: z.ZodType<Failure> = z.strictObject({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && code.startsWith('E_')),
  message: z.string(),
  remedy: z.string(),
});

export const readOutcomeSchema: z.ZodType<ReadOutcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('read'), records: documentRecordsSchema, problems: z.array(failureSchema) }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema }),
]);

/** An inspection, a grammar's trial or its draft, as text for people and as JSON for programs. */
export const inspectOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inspected'), text: z.string(), json: z.string() }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type InspectOutcome = z.infer<typeof inspectOutcomeSchema>;

/** What was made of each page, to be drawn over it. */
export const layersOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('layers'), layers: layersSchema }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type LayersOutcome = z.infer<typeof layersOutcomeSchema>;

const cornersSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const printedTableSchema = z.strictObject({
  page: z.number(),
  bbox: cornersSchema,
  rows: z.array(z.array(z.string().nullable())),
  spans: z.array(cornersSchema),
  confidence: z.number(),
  parts: z.array(z.strictObject({ page: z.number(), bbox: cornersSchema })).exactOptional(),
  places: z
    .array(z.strictObject({ row: z.number(), column: z.number(), part: z.number(), page: z.number(), bbox: cornersSchema, raw: z.string() }))
    .exactOptional(),
});

/** The tables of a document; `problems` names pages that could not be read. */
export const tablesOutcomeSchema: z.ZodType<TablesOutcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tables'), tables: z.array(printedTableSchema), problems: z.array(failureSchema) }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema }),
]);

export const workerMessageSchema = z.discriminatedUnion('kind', [
  /** A page was read. */
  z.strictObject({ kind: z.literal('page'), page: z.number(), total: z.number() }),
  /** Something went astray that may belong to a document read before: the thread is not to be used again. */
  z.strictObject({ kind: z.literal('spoilt') }),
  /** The task is done; `memory` is what the worker holds on to afterwards, in bytes; `stack` where it failed. */
  z.strictObject({ kind: z.literal('done'), outcome: z.unknown(), memory: z.number(), stack: z.string().optional() }),
]);
export type WorkerMessage = z.infer<typeof workerMessageSchema>;
