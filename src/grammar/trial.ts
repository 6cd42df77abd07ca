/**
 * What a grammar made of a document, for whoever is writing it: record by record what was read, from where and on what
 * basis, and why a labelled field stayed empty. Pure; works on the layout that was read and the records made of it.
 */
import type { DocumentLayout } from '../model/layout.js';
import type { Box } from '../model/page.js';
import type { DiagnosticRow, DocumentRecords, ProvenanceRow } from '../model/records.js';
import { matchKey } from '../text/fold.js';
import { isLabel, labelOf, likeness, keyOf, splitLabel } from './labels.js';
import type { LoadedGrammar } from './load.js';
import { boxOf, isEmpty, passageOfCell, passageOfLine, segmentBox, segmentText, type Passage } from './passage.js';
import { recognise } from './recognise.js';
import type { Grammar, LabelledField } from './schema.js';
import { itemEntries, sheetEntries } from './targets.js';
import { gridOf, type Grid } from './units.js';
import { groupsOf } from './unused-names.js';

type Place = { readonly page: number; readonly box: Box };

export interface TrialValue {
  readonly field: string;
  readonly value: string;
  readonly basis: string;
  readonly places: readonly Place[];
}

export interface TrialGap {
  readonly field: string;
  readonly why: string;
}

export interface TrialRecord {
  readonly table: 'sheets' | 'items' | 'fields' | 'ratings' | 'series' | 'plan_nodes' | 'indicators';
  readonly id: string;
  readonly values: readonly TrialValue[];
  readonly gaps: readonly TrialGap[];
}

export interface Trial {
  readonly grammar: string;
  /** Share of its evidence that is printed, 0 to 1, and what is not. */
  readonly score: number;
  readonly missing: readonly string[];
  readonly records: readonly TrialRecord[];
  /** Labels of the grammar that gave no value anywhere in the document. */
  readonly unread: readonly TrialGap[];
  readonly glyphs: { readonly all: number; readonly fields: number; readonly labels: number; readonly furniture: number; readonly leftOver: number };
  readonly diagnostics: readonly DiagnosticRow[];
}

/** Printed text with where it stands. */
interface Printed extends Place {
  readonly passage: Passage;
  /** The texts that a label's value would stand in. */
  readonly beside: Passage | undefined;
  readonly below: Passage | undefined;
}

function placed(passage: Passage, beside?: Passage, below?: Passage): readonly Printed[] {
  const page = passage[0]?.line.page;
  const box = boxOf(passage.filter(({ line }) => line.page === page).map(segmentBox));
  return page === undefined || box === undefined || isEmpty(passage) ? [] : [{ page, box, passage, beside, below }];
}

function printedIn(layout: DocumentLayout): readonly Printed[] {
  const ofCells = layout.tables.flatMap((table) => {
    const grid: Grid = gridOf(table);
    const at = (row: number, col: number): Passage | undefined => {
      const cell = grid.at(row, col);
      return cell && passageOfCell(cell);
    };
    return table.cells.flatMap((cell) => placed(passageOfCell(cell), at(cell.row, cell.col + cell.colSpan), at(cell.row + cell.rowSpan, cell.col)));
  });
  const ofLines = layout.pages.flatMap(({ page, width, height, free }) =>
    free.flatMap(({ line }) => placed(passageOfLine(line, { x0: 0, top: 0, x1: width, bottom: height })).map((one) => ({ ...one, page }))),
  );
  return [...ofCells, ...ofLines];
}

const holds = (outer: Box, inner: Box): boolean => {
  const x = (inner.x0 + inner.x1) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.x0 - 1 && x <= outer.x1 + 1 && y >= outer.top - 1 && y <= outer.bottom + 1;
};

const boxAt = ({ x0, top, x1, bottom }: ProvenanceRow): Box => ({ x0, top, x1, bottom });

/** Columns that hold what labels and headings say, not values. */
const labelFields: ReadonlySet<string> = new Set(['section', 'label', 'row_label', 'column_label', 'aspect']);

function diagnosticBox({ x0, top, x1, bottom }: DiagnosticRow): Box | undefined {
  return x0 === null || top === null || x1 === null || bottom === null ? undefined : { x0, top, x1, bottom };
}

/** Shown of a text in an explanation. */
const shownLength = 24;
const quoted = (passage: Passage): string => {
  const text = passage.map(segmentText).join('');
  return `"${text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}"`;
};

/** A printed text this like a label that is not printed may be the label, changed. */
const changedLikeness = 0.6;

export interface TrialInput {
  readonly layout: DocumentLayout;
  readonly loaded: LoadedGrammar;
  /** Places as in `layout`. */
  readonly records: DocumentRecords;
  /** Places as on the pages displayed. */
  readonly displayed: DocumentRecords;
}

export function makeTrial({ layout, loaded, records, displayed }: TrialInput): Trial {
  const { grammar } = loaded;
  const [recognition] = recognise(layout, [loaded]);
  const printed = printedIn(layout);
  const whyEmpty = explainer(printed, records);
  const values = valuesOf(displayed);
  const labelledSheet = sheetEntries(grammar);
  const labelledItem = itemEntries(grammar);
  const ofTable = (table: TrialRecord['table'], id: string, labelled: readonly (readonly [string, LabelledField])[] = [], pages?: Pages): TrialRecord => {
    const own = values.get(`${table} ${id}`) ?? [];
    const gaps = labelled.flatMap(([name, field]) => {
      const names = field.pattern === undefined ? [name] : groupsOf(field.pattern);
      return names.some((one) => own.some((value) => value.field === one))
        ? []
        : [{ field: name, why: whyEmpty(field, grammar.items.each === 'row' && table === 'items', pages) }];
    });
    return { table, id, values: own, gaps };
  };
  const { document } = records;
  return {
    grammar: loaded.id,
    score: recognition?.score ?? 0,
    missing: recognition?.evidence.filter(({ found }) => !found).map(({ what }) => what) ?? [],
    records: [
      ...displayed.sheets.map((row) => ofTable('sheets', row.sheet_id, labelledSheet, row)),
      ...displayed.items.map((row) => ofTable('items', row.item_id, labelledItem, row)),
      ...displayed.ratings.map(({ rating_id: id }) => ofTable('ratings', id)),
      ...displayed.fields.map(({ field_id: id }) => ofTable('fields', id)),
      ...displayed.series.map(({ series_id: id }) => ofTable('series', id)),
      ...displayed.plan_nodes.map(({ node_id: id }) => ofTable('plan_nodes', id)),
      ...displayed.indicators.map(({ indicator_id: id }) => ofTable('indicators', id)),
    ],
    unread: unreadLabels(grammar, records, whyEmpty),
    glyphs: {
      all: document.glyphs,
      fields: document.glyphs_in_fields,
      labels: document.glyphs_in_labels,
      furniture: document.glyphs_in_furniture,
      leftOver: document.glyphs_left_over,
    },
    diagnostics: displayed.diagnostics,
  };
}

/** Labels without a column of their own, ratings and parts of which nothing was read in the whole document. */
function unreadLabels(grammar: Grammar, records: DocumentRecords, whyEmpty: Explain): readonly TrialGap[] {
  const { items, sheet } = grammar;
  const own = items.each === 'row' ? [] : items.others;
  const parts = items.each === 'sheet' && items.parts ? [items.parts.starts, ...items.parts.others] : [];
  const says = (printed: string | null, field: LabelledField): boolean => {
    const key = matchKey(printed ?? '');
    return field.label.some((source) => {
      const { expression, key: literal } = labelOf(source);
      return expression ? expression.test(key) : literal !== undefined && key.startsWith(literal);
    });
  };
  const told = [...records.fields.map(({ label }) => label), ...records.ratings.map(({ aspect }) => aspect)];
  const rated = items.each === 'row' ? [] : items.ratings;
  return [
    ...[...sheet.others, ...own, ...parts.slice(1)]
      .filter((field) => !told.some((one) => says(one, field)))
      .map((field) => ({ field: field.label[0] ?? '', why: whyEmpty(field, false) })),
    ...rated
      .filter(({ aspect, field }) => !told.some((one) => one === aspect || says(one, field)))
      .map(({ aspect, field }) => ({ field: aspect ?? field.label[0] ?? '', why: whyEmpty(field, false) })),
  ];
}

function valuesOf(records: DocumentRecords): ReadonlyMap<string, readonly TrialValue[]> {
  const rows = new Map<string, Readonly<Record<string, unknown>>>([
    ...records.sheets.map((row) => [`sheets ${row.sheet_id}`, row] as const),
    ...records.items.map((row) => [`items ${row.item_id}`, row] as const),
    ...records.ratings.map((row) => [`ratings ${row.rating_id}`, row] as const),
    ...records.fields.map((row) => [`fields ${row.field_id}`, row] as const),
    ...records.series.map((row) => [`series ${row.series_id}`, row] as const),
    ...records.plan_nodes.map((row) => [`plan_nodes ${row.node_id}`, row] as const),
    ...records.indicators.map((row) => [`indicators ${row.indicator_id}`, row] as const),
  ]);
  const values = new Map<string, TrialValue[]>();
  for (const row of records.provenance) {
    const key = `${row.table} ${row.id}`;
    const value = rows.get(key)?.[row.field];
    if (value === undefined || value === null) continue;
    const list = values.get(key) ?? [];
    values.set(key, list);
    const held = list.findIndex(({ field }) => field === row.field);
    const place = { page: row.page, box: boxAt(row) };
    const before = list[held];
    if (before) list[held] = { ...before, places: [...before.places, place] };
    else list.push({ field: row.field, value: String(value), basis: row.basis ?? '', places: [place] });
  }
  return values;
}

interface Pages {
  readonly page_first: number;
  readonly page_last: number;
}

/** `isColumn`: the label heads a column of rows; `pages`: those of the record. */
type Explain = (field: LabelledField, isColumn: boolean, pages?: Pages) => string;

/** Why a label gave no value: not printed, nothing beside or below it, or something else took what stands there. */
function explainer(printed: readonly Printed[], records: DocumentRecords): Explain {
  const ownerOf = (passage: Passage): string | undefined => {
    const [first] = placed(passage);
    if (!first) return undefined;
    const own = records.provenance.find((row) => !labelFields.has(row.field) && row.page === first.page && holds(boxAt(row), first.box));
    return own && `${own.table}.${own.field}`;
  };
  const fate = (passage: Passage): string => {
    const owner = ownerOf(passage);
    if (owner !== undefined) return `which was read as ${owner}`;
    const [first] = placed(passage);
    const isLeft =
      first !== undefined &&
      records.diagnostics.some(
        (row) => row.code === 'W_LEFT_OVER' && row.page === first.page && diagnosticBox(row) !== undefined && holds(diagnosticBox(row) ?? first.box, first.box),
      );
    return isLeft ? 'which is left over' : 'which is a label itself';
  };
  return (field, isColumn, pages) => {
    const names = field.label.join(', ');
    const isNear = ({ page }: Printed): boolean => pages === undefined || (page >= pages.page_first && page <= pages.page_last);
    const near = printed.filter(isNear);
    const found = near.filter(({ passage }) => isLabel(passage, field.label));
    const [first] = found;
    if (!first) {
      const within = near.find(({ passage }) => splitLabel(passage, field.label) !== undefined);
      if (within) return `${names} is printed on page ${within.page} only as part of ${quoted(within.passage)}`;
      const like = near
        .map((one) => ({ one, like: Math.max(...field.label.map((source) => (source.startsWith('/') ? 0 : likeness(matchKey(source), keyOf(one.passage))))) }))
        .sort((a, b) => b.like - a.like)[0];
      return `${names} is not printed${like && like.like >= changedLikeness ? `; like it on page ${like.one.page}: ${quoted(like.one.passage)}` : ''}`;
    }
    const said = records.diagnostics.find((row) => {
      const box = diagnosticBox(row);
      return row.code !== 'W_LEFT_OVER' && row.page === first.page && box !== undefined && holds(box, first.box);
    });
    if (said) return `${said.code} on page ${said.page ?? 0}: ${said.message}`;
    if (isColumn) return `the cell below ${quoted(first.passage)} (page ${first.page}) is empty`;
    const owner = ownerOf(first.passage);
    if (field.as === 'marked' && owner === undefined) return `${quoted(first.passage)} is printed on page ${first.page}, but no option beside it is marked`;
    if (owner !== undefined) return `${quoted(first.passage)} on page ${first.page} was itself read as ${owner}`;
    const { beside, below } = first;
    if (beside && !isEmpty(beside)) return `${quoted(first.passage)} is printed on page ${first.page}; beside it stands ${quoted(beside)}, ${fate(beside)}`;
    if (below && !isEmpty(below))
      return `${quoted(first.passage)} is printed on page ${first.page}, nothing beside it; below it stands ${quoted(below)}, ${fate(below)}`;
    return `${quoted(first.passage)} is printed on page ${first.page}, but nothing beside or below it`;
  };
}
