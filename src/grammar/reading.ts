/**
 * The state of one reading: what has been found so far, and where we are in it.
 * The shapes (`table`, `block`, `form`, `outline`, `series`) write here as they walk the units.
 */
import { Claims } from './claims.js';
import { append, placeOf, type Finding, type FootnoteDraft, type IndicatorDraft, type ItemDraft, type NodeDraft, type Place, type SheetDraft } from './draft.js';
import { match, plainText, type Passage } from './passage.js';
import { sheetFields, type Grammar, type ItemField, type SheetField } from './schema.js';

export class Reading {
  readonly grammar: Grammar;
  readonly claims = new Claims();
  readonly findings: Finding[] = [];
  readonly sheets: SheetDraft[] = [];
  readonly nodes: NodeDraft[] = [];
  readonly indicators: IndicatorDraft[] = [];
  readonly footnotes: FootnoteDraft[] = [];
  /** Items that the document's own list names, by number. */
  readonly listed = new Map<string, Place | undefined>();
  /** The node that what follows belongs to. */
  node: NodeDraft | undefined;
  item: ItemDraft | undefined;
  /** Fields that the first sheet prints above the one that starts it. */
  readonly #above = new Set<SheetField>();
  /** Values printed below a sheet's items: the head of the next one, as soon as its starting field comes. */
  #ahead: { readonly field: SheetField; readonly value: Passage }[] = [];

  constructor(grammar: Grammar) {
    this.grammar = grammar;
  }

  get sheet(): SheetDraft {
    const last = this.sheets.at(-1);
    if (last) return last;
    return this.#openSheet();
  }

  #openSheet(): SheetDraft {
    const sheet: SheetDraft = { fields: new Map(), items: [], pages: new Set() };
    this.sheets.push(sheet);
    this.item = undefined;
    return sheet;
  }

  find(severity: Finding['severity'], code: string, message: string, place?: Place): void {
    this.findings.push({ severity, code, message, ...(place ? { place } : {}) });
  }

  /**
   * A sheet-level value. A starting field with another value than the open sheet's begins a new one;
   * with the same value it is a head repeated on the next page.
   */
  setSheetField(field: SheetField, value: Passage): void {
    const { starts: starting } = this.grammar.sheet;
    const starts = starting.includes(field);
    const held = this.sheet.fields.get(field);
    if (held !== undefined && plainText(held) === plainText(value)) {
      this.claims.claim(value, 'label');
      return;
    }
    if (!starts && this.sheet.items.length > 0) {
      this.#ahead.push({ field, value });
      return;
    }
    if (held !== undefined && held.length > 0) {
      if (!starts) {
        this.#rejectSecond(field, value);
        return;
      }
      this.#openSheet();
      for (const head of this.#ahead.splice(0)) this.#keep(head.field, head.value);
    }
    if (this.sheets.length === 1 && !starts && !starting.some((start) => this.sheet.fields.has(start))) this.#above.add(field);
    this.#keep(field, value);
  }

  /** Whether the sheets print this field above the one that starts them. */
  standsAbove(field: SheetField): boolean {
    return this.#above.has(field);
  }

  /** What waited for another sheet belongs to the last one. */
  close(): void {
    for (const { field, value } of this.#ahead.splice(0)) {
      if (this.sheet.fields.has(field)) this.#rejectSecond(field, value);
      else this.#keep(field, value);
    }
  }

  #rejectSecond(field: SheetField, value: Passage): void {
    this.find('warning', 'W_FIELD_TWICE', `a second value for ${field}: "${plainText(value)}"; the first was kept`, placeOf(value));
  }

  #keep(field: SheetField, value: Passage): void {
    this.sheet.fields.set(field, value);
    this.claims.claim(value, 'field');
    for (const { from, pattern } of this.grammar.sheet.derive) {
      if (from === field) this.#derive(value, pattern);
    }
  }

  #derive(value: Passage, pattern: string): void {
    const found = match(value, pattern);
    if (!found) return;
    for (const [name, group] of Object.entries(found.groups)) {
      const field = sheetFields.safeParse(name);
      if (field.success) this.sheet.fields.set(field.data, group);
    }
  }

  /** Sets every sheet field named by a group. One starting field with another value begins a new sheet for them all. */
  setSheetGroups(groups: Readonly<Record<string, Passage>>): void {
    const named = Object.entries(groups).flatMap(([name, passage]) => {
      const field = sheetFields.safeParse(name);
      return field.success ? [{ field: field.data, passage }] : [];
    });
    const isOther = named.some(({ field, passage }) => {
      const held = this.sheet.fields.get(field);
      return this.grammar.sheet.starts.includes(field) && held !== undefined && held.length > 0 && plainText(held) !== plainText(passage);
    });
    if (isOther) this.#openSheet();
    for (const { field, passage } of named) this.setSheetField(field, passage);
  }

  openItem(place: Place | undefined): ItemDraft {
    const item: ItemDraft = { fields: new Map(), node: this.node, place };
    this.sheet.items.push(item);
    this.item = item;
    return item;
  }

  addToItem(item: ItemDraft, field: ItemField, passage: Passage): void {
    append(item.fields, field, passage);
    this.claims.claim(passage, 'field');
  }

  touch(page: number): void {
    this.sheet.pages.add(page);
  }

  /** Known text that is no field. True when the whole passage is such text. */
  claimKnown(passage: Passage): boolean {
    for (const source of this.grammar.labels) {
      const found = match(passage, source);
      if (!found) continue;
      this.claims.claim(found.whole, 'label');
      return true;
    }
    return false;
  }
}
