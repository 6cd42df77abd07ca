/** Values of grids → `series` rows: number, unit, year and kind by what their labels say. */
import type { SeriesRow } from '../model/records.js';
import { parseIndicatorValue, parseQuantity } from '../text/quantity.js';
import { isoDate } from '../text/era.js';
import { narrow } from '../text/numbers.js';
import { hasOwnUnit, kindOfLabel, statedUnit, wholeUnit, yearOfLabel, yenIn } from '../text/units.js';
import type { Section, SeriesDraft } from './draft.js';
import type { Passage } from './passage.js';
import type { Tracer } from './plan-records.js';
import { nameOf, textOf, type Joining } from './values.js';

/** Labels or sections as printed, outermost first. */
export function pathOf(path: readonly Section[]): string | null {
  const names = path.map(sectionName).filter((name) => name !== '');
  return names.length === 0 ? null : names.join(' > ');
}

function sectionName(section: Section): string {
  return section
    .map(nameOf)
    .filter((name) => name !== null)
    .join(' ');
}

interface Amount {
  readonly value: number | null;
  readonly unit: string | null;
}

/** The number in a value, with the unit printed beside it. */
function amountIn(raw: string): Amount {
  const { value } = parseIndicatorValue(raw);
  if (value === null) return { value: null, unit: null };
  const main = narrow(raw).replace(/ ?\([^()]*\)$/u, '');
  const unit = parseQuantity(main)?.unit ?? '';
  return { value, unit: unit === '' ? null : unit };
}

/** `43/100`, `10～20`: figures and signs, without a word that says what they are; a date is one. */
function isFigures(raw: string): boolean {
  const text = narrow(raw);
  return /\d/u.test(text) && /^[\d\p{P}\p{S} ]+$/u.test(text) && isoDate(text) === null;
}

function unitOf(draft: SeriesDraft, column: Passage | undefined): string | null {
  const own = nameOf(draft.rowLabels.at(-1)) ?? '';
  if (column) return wholeUnit(nameOf(column) ?? '');
  for (const passage of draft.units) {
    const text = nameOf(passage) ?? '';
    const unit = statedUnit(text);
    // What a heading says of the whole grid is not said of a rate or a head count in it.
    if (unit !== null && (draft.rowLabels.includes(passage) || !draft.rowLabels.some((label) => hasOwnUnit(nameOf(label) ?? own)))) return unit;
  }
  return null;
}

/** The first of the labels, innermost first, of which the question has an answer. */
function firstOf<Answer>(draft: SeriesDraft, ask: (label: string) => Answer | null): Answer | null {
  for (const passage of [...[...draft.columnLabels].reverse(), ...[...draft.rowLabels].reverse()]) {
    const answer = ask(nameOf(passage) ?? '');
    if (answer !== null) return answer;
  }
  return null;
}

export interface SeriesOwner {
  readonly document: string;
  readonly sheetNo: number;
  readonly itemId: string | null;
}

export function seriesRow(draft: SeriesDraft, owner: SeriesOwner, no: number, joining: Joining, tracer: Tracer): SeriesRow {
  const id = `${owner.document}-${owner.sheetNo}-s${no}`;
  const raw = textOf(draft.value, joining);
  const amount = amountIn(raw ?? '');
  const unread = amount.value === null && isFigures(raw ?? '');
  const unit = amount.value === null && !unread ? null : (amount.unit ?? unitOf(draft, draft.unitCell));
  const yen = yenIn(unit);
  tracer.traceName('series', id, 'section', draft.sections.flat(2), 'grid');
  tracer.traceName('series', id, 'row_label', draft.rowLabels.flat(), 'grid');
  tracer.traceName('series', id, 'column_label', draft.columnLabels.flat(), 'grid');
  tracer.trace('series', id, 'raw', draft.value, 'grid');
  if (unread) tracer.warn('W_NUMBER_UNREAD', `${pathOf(draft.rowLabels.map((label) => [label])) ?? ''}: "${raw}" was not read as a number`, draft.value);
  tracer.trace('series', id, 'note', draft.notes.flat(), 'grid');
  return {
    document_id: owner.document,
    sheet_no: owner.sheetNo,
    item_id: owner.itemId,
    series_no: no,
    section: pathOf(draft.sections),
    row_label: pathOf(draft.rowLabels.map((label) => [label])),
    column_label: pathOf(draft.columnLabels.map((label) => [label])),
    fiscal_year: firstOf(draft, (label) => yearOfLabel(label, draft.rule.era)),
    kind: firstOf(draft, kindOfLabel) ?? draft.rule.kind ?? null,
    raw,
    value: amount.value,
    unit,
    amount_yen: amount.value === null || yen === null ? null : amount.value * yen,
    note: draft.notes.flatMap((note) => textOf(note, joining) ?? []).join('\n') || null,
    series_id: id,
  };
}
