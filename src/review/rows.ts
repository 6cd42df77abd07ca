/** One document's rows out of the database, checked against the contract's schemas. */
import { z } from 'zod';
import {
  tableSchemas,
  type DiagnosticRow,
  type DocumentRow,
  type FieldRow,
  type IndicatorRow,
  type ItemRow,
  type KeptRecords,
  type MeasureRow,
  type PlanNodeRow,
  type RatingRow,
  type SeriesRow,
  type SheetRow,
  type TableName,
} from '../model/records.js';
import type { Database } from '../store/database.js';
import { excludedGlyphs, tableRows } from '../store/read.js';
import { findCorrections } from '../store/said.js';
import type { CheckedValue } from './fields.js';
import type { Year } from './model.js';

export interface DocumentRows {
  readonly document: DocumentRow;
  readonly sheets: readonly SheetRow[];
  readonly items: readonly ItemRow[];
  readonly measures: readonly MeasureRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly planNodes: readonly PlanNodeRow[];
  readonly series: readonly SeriesRow[];
  readonly ratings: readonly RatingRow[];
  readonly fields: readonly FieldRow[];
  readonly provenance: KeptRecords['provenance'];
  readonly checked: readonly CheckedValue[];
  readonly diagnostics: readonly DiagnosticRow[];
  readonly excluded: Readonly<Record<string, number>>;
  /** Rows of years by item. */
  readonly years: ReadonlyMap<string, readonly Year[]>;
}

/** Throws a zod error when the database holds what no version of chohyo wrote. */
export function rowsOf(db: Database, documentId: string, years: DocumentRows['years']): DocumentRows {
  const read = <Row>(table: TableName, schema: z.ZodType<Row>): Row[] => z.array(schema).parse([...tableRows(db, table, [documentId])]);
  const document = read('documents', tableSchemas.documents)[0];
  if (document === undefined) throw new Error(`no document ${documentId}`);
  return {
    document,
    sheets: read('sheets', tableSchemas.sheets),
    items: read('items', tableSchemas.items),
    measures: read('measures', tableSchemas.measures),
    indicators: read('indicators', tableSchemas.indicators),
    planNodes: read('plan_nodes', tableSchemas.plan_nodes),
    series: read('series', tableSchemas.series),
    ratings: read('ratings', tableSchemas.ratings),
    fields: read('fields', tableSchemas.fields),
    provenance: read('provenance', tableSchemas.provenance),
    checked: findCorrections(db, document.source_sha256).filter(({ was, value }) => was === value),
    diagnostics: read('diagnostics', tableSchemas.diagnostics),
    excluded: excludedGlyphs(db, documentId),
    years,
  };
}
