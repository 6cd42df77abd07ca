/** What a document must satisfy in itself: numbers in sequence, required fields, a title and a year. */
import type { Draft, Finding, ItemDraft, Place } from './draft.js';
import { fieldPassage, passageOf, placeOf } from './draft.js';
import { isEmpty, placedGlyphs, plainText, type Passage } from './passage.js';
import type { Grammar } from './schema.js';

function placeOfItem(item: ItemDraft): Place | undefined {
  return placeOf(fieldPassage(item, 'item_no')) ?? item.place;
}

/** The last group of digits counts: 2-13 comes after 2-12. */
function numberOf(item: ItemDraft): number | undefined {
  const digits = /(\d+)\D*$/u.exec(plainText(fieldPassage(item, 'item_no')))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function sequence(items: readonly ItemDraft[]): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  let previous = 0;
  const warn = (code: string, message: string, item: ItemDraft): void => {
    const place = placeOfItem(item);
    findings.push({ severity: 'warning', code, message, ...(place ? { place } : {}) });
  };
  for (const item of items) {
    const number = numberOf(item);
    if (number === undefined) {
      warn('W_ITEM_NO_NUMBER', 'a row without number', item);
      continue;
    }
    if (seen.has(number)) warn('W_ITEM_DUPLICATE', `number ${number} occurs twice`, item);
    else if (number < previous) warn('W_ITEM_ORDER', `number ${number} comes after ${previous}`, item);
    else if (number > previous + 1) {
      const gap = number === previous + 2 ? `${previous + 1} is` : `${previous + 1} to ${number - 1} are`;
      warn('W_ITEM_GAP', `${gap} missing before number ${number}`, item);
    }
    seen.add(number);
    previous = Math.max(previous, number);
  }
  return findings;
}

function holdsUnreadable(passage: Passage): boolean {
  return placedGlyphs(passage).some(({ glyph, struck }) => !struck && glyph.text.includes('\uFFFD'));
}

export function checkDraft(
  draft: Draft,
  grammar: Grammar,
  document: { readonly title: string | null; readonly isPrinted: boolean; readonly year: number | null },
): readonly Finding[] {
  const findings: Finding[] = [];
  if (document.title === null) findings.push({ severity: 'warning', code: 'W_TITLE_MISSING', message: 'no line reads as the title' });
  else if (!document.isPrinted)
    findings.push({
      severity: 'warning',
      code: 'W_TITLE_NOT_PRINTED',
      message: 'no line reads as the title; it was taken from what the PDF states about itself',
    });
  if (document.year === null) findings.push({ severity: 'warning', code: 'W_YEAR_MISSING', message: 'the fiscal year is not printed where it is expected' });
  const { numbering, required } = grammar.checks;
  if (numbering === 'document') findings.push(...sequence(draft.sheets.flatMap((sheet) => sheet.items)));
  if (numbering === 'sheet') for (const sheet of draft.sheets) findings.push(...sequence(sheet.items));
  const found = new Set(draft.sheets.flatMap((sheet) => sheet.items.map((item) => plainText(fieldPassage(item, 'item_no')))));
  for (const [number, place] of draft.listed) {
    if (found.has(number)) continue;
    findings.push({
      severity: 'warning',
      code: 'W_ITEM_NOT_FOUND',
      message: `the document lists item ${number}, which was not found`,
      ...(place ? { place } : {}),
    });
  }
  for (const item of draft.sheets.flatMap((sheet) => sheet.items)) {
    for (const [field, value] of item.fields) {
      const passage = passageOf(value);
      if (!holdsUnreadable(passage)) continue;
      const place = placeOf(passage);
      findings.push({
        severity: 'warning',
        code: 'W_CHARACTER_UNREADABLE',
        message: `${field}: the font does not say what some characters are; they stand as \uFFFD`,
        ...(place ? { place } : {}),
      });
    }
    for (const field of required) {
      if (field === 'item_no' || !isEmpty(fieldPassage(item, field))) continue;
      const place = placeOfItem(item);
      const number = plainText(fieldPassage(item, 'item_no'));
      findings.push({ severity: 'warning', code: 'W_FIELD_EMPTY', message: `item ${number || 'without number'} has no ${field}`, ...(place ? { place } : {}) });
    }
  }
  return findings;
}
