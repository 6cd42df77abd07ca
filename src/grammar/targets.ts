/** What a grammar's labels stand for, whichever part of it names them: one list, so that one search finds them all. */
import { isLabel } from './labels.js';
import type { Passage } from './passage.js';
import { bareLabel } from './words.js';
import { itemFields, sheetFields, type Grammar, type ItemField, type LabelledField, type RatingRule, type SheetField } from './schema.js';

/** Where a labelled value goes. */
export type Target =
  | { readonly kind: 'sheet'; readonly name: SheetField; readonly field: LabelledField }
  | { readonly kind: 'item'; readonly name: ItemField; readonly field: LabelledField }
  | { readonly kind: 'other'; readonly level: 'sheet' | 'item' | 'part'; readonly field: LabelledField }
  | { readonly kind: 'rating'; readonly rule: RatingRule; readonly field: LabelledField }
  | { readonly kind: 'reason'; readonly field: LabelledField }
  | { readonly kind: 'part'; readonly field: LabelledField };

export function sheetEntries(grammar: Grammar): readonly (readonly [SheetField, LabelledField])[] {
  return Object.entries(grammar.sheet.fields).flatMap(([name, field]) => {
    const own = sheetFields.safeParse(name);
    return own.success && field ? [[own.data, field] as const] : [];
  });
}

/** Labelled item fields: columns of rows, or labels beside values. */
export function itemEntries(grammar: Grammar): readonly (readonly [ItemField, LabelledField])[] {
  const { items } = grammar;
  return Object.entries(items.each === 'row' ? items.columns : items.fields).flatMap(([name, field]) => {
    const own = itemFields.safeParse(name);
    return own.success && field ? [[own.data, field] as const] : [];
  });
}

const other = (level: 'sheet' | 'item' | 'part', fields: readonly LabelledField[]): readonly Target[] =>
  fields.map((field) => ({ kind: 'other', level, field }));

/** Every label beside (above, before) a value; the heads of columns are not among them. */
export function targetsOf(grammar: Grammar): readonly Target[] {
  const { items, sheet } = grammar;
  const targets: Target[] = sheetEntries(grammar).map(([name, field]) => ({ kind: 'sheet', name, field }));
  targets.push(...other('sheet', sheet.others));
  if (items.each === 'row') return targets;
  targets.push(...itemEntries(grammar).map(([name, field]): Target => ({ kind: 'item', name, field })), ...other('item', items.others));
  const reasons = new Set<string>();
  for (const rule of items.ratings) {
    targets.push({ kind: 'rating', rule, field: rule.field });
    const key = (rule.reason ?? []).join('\n');
    if (key === '' || reasons.has(key)) continue;
    reasons.add(key);
    const rated = items.ratings.filter(({ reason }) => (reason ?? []).join('\n') === key).flatMap((one) => one.field.label);
    targets.push({ kind: 'reason', field: { ...bareLabel(rule.reason ?? []), optional: true, under: rated } });
  }
  if (items.each === 'sheet' && items.parts) targets.push({ kind: 'part', field: items.parts.starts }, ...other('part', items.parts.others));
  return targets;
}

/** The targets that a passage, as a whole, is the label of. */
export function targetsNamed(passage: Passage, targets: readonly Target[]): readonly Target[] {
  return targets.filter(({ field }) => isLabel(passage, field.label));
}
