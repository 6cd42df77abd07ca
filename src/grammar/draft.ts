/** What the interpretation of one document gathers before values are made of it: passages by field. */
import type { Box } from '../model/page.js';
import type { ItemField, SheetField } from './schema.js';
import { boxOf, placedGlyphs, segmentBox, type Passage } from './passage.js';

export interface Place {
  readonly page: number;
  readonly box: Box;
}

/** Something that a person should know; `place` is where to look. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
}

export interface ItemDraft {
  readonly fields: Map<ItemField, Passage>;
  readonly node: NodeDraft | undefined;
  readonly place: Place | undefined;
}

export interface SheetDraft {
  readonly fields: Map<SheetField, Passage>;
  readonly items: ItemDraft[];
  readonly pages: Set<number>;
}

export interface NodeDraft {
  readonly level: string;
  readonly depth: number;
  readonly number: string;
  /** Numbers from the top level down to this one. */
  readonly path: readonly string[];
  readonly parent: NodeDraft | undefined;
  readonly page: number;
  title: Passage;
  description: Passage;
  marks: Passage;
}

export interface IndicatorDraft {
  readonly number: Passage;
  readonly name: Passage;
  readonly description: Passage;
  readonly values: readonly { readonly label: Passage; readonly value: Passage }[];
  readonly related: readonly RelatedDraft[];
  readonly page: number;
}

/** Cells under one top-level heading of the matrix, in reading order. */
export interface RelatedDraft {
  readonly heading: Passage;
  readonly cells: Passage;
}

export interface FootnoteDraft {
  readonly mark: string;
  note: Passage;
}

export interface Draft {
  readonly title: Passage[];
  readonly fiscalYear: Passage;
  readonly sheets: readonly SheetDraft[];
  readonly nodes: readonly NodeDraft[];
  readonly indicators: readonly IndicatorDraft[];
  readonly footnotes: readonly FootnoteDraft[];
  /** Items that the document's own list names, by number. */
  readonly listed: ReadonlyMap<string, Place | undefined>;
  readonly findings: readonly Finding[];
}

export function placeOf(passage: Passage): Place | undefined {
  const page = passage[0]?.line.page;
  if (page === undefined || placedGlyphs(passage).length === 0) return undefined;
  const box = boxOf(passage.filter((segment) => segment.line.page === page).map(segmentBox));
  return box && { page, box };
}

/** Adds text to a field: what stands further on in reading order comes after what is there. */
export function append<Field>(fields: Map<Field, Passage>, field: Field, passage: Passage): void {
  if (passage.length === 0) {
    if (!fields.has(field)) fields.set(field, passage);
    return;
  }
  fields.set(field, [...(fields.get(field) ?? []), ...passage]);
}
