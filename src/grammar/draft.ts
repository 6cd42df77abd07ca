/** What the interpretation of one document gathers before values are made of it: passages by field. */
import type { Box } from '../model/page.js';
import type { Basis } from '../model/records.js';
import type { GridRule, ItemField, LabelledField, RatingRule, SheetField } from './schema.js';
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

/**
 * The printed text of a value. Pieces are cells or parts of them: a piece's lines may have wrapped, between
 * pieces the text never runs on.
 */
export interface Value {
  readonly pieces: readonly Passage[];
  readonly basis: Basis;
}

export function passageOf(value: Value | undefined): Passage {
  if (!value) return [];
  const [only, ...more] = value.pieces;
  return only !== undefined && more.length === 0 ? only : value.pieces.flat();
}

/** What names a stretch of the page: one text, or a number and a name. */
export type Section = readonly Passage[];

/** A label without a column of its own, and what it says. */
export interface OtherDraft {
  readonly item: ItemDraft | undefined;
  readonly sections: readonly Section[];
  readonly label: Passage;
  readonly value: Value;
  readonly field: LabelledField;
}

export interface RatingDraft {
  readonly rule: RatingRule;
  readonly label: Passage;
  readonly value: Value;
  reason: Value | undefined;
}

export interface SeriesDraft {
  readonly item: ItemDraft | undefined;
  readonly rule: GridRule;
  readonly sections: readonly Section[];
  readonly rowLabels: readonly Passage[];
  readonly columnLabels: readonly Passage[];
  readonly value: Passage;
  /** The unit column's cell in this row. */
  readonly unitCell: Passage | undefined;
  /** Texts that may state the unit, the nearest first. */
  readonly units: readonly Passage[];
  readonly notes: readonly Passage[];
}

export interface ItemDraft {
  readonly fields: Map<ItemField, Value>;
  readonly ratings: RatingDraft[];
  readonly node: NodeDraft | undefined;
  readonly place: Place | undefined;
}

export interface SheetDraft {
  readonly fields: Map<SheetField, Value>;
  readonly items: ItemDraft[];
  readonly others: OtherDraft[];
  readonly series: SeriesDraft[];
  readonly pages: Set<number>;
}

export interface NodeDraft {
  readonly level: string;
  readonly depth: number;
  readonly number: string;
  /** Numbers from the top level down to this one. */
  readonly path: readonly string[];
  readonly parent: NodeDraft | undefined;
  page: number;
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

/** A field and its text, for messages and checks: empty where nothing was found. */
export function fieldPassage(item: ItemDraft, field: ItemField): Passage {
  return passageOf(item.fields.get(field));
}
