/**
 * The state of one reading: what has been found so far, and where we are in it. Whoever finds a value writes it here; a
 * second value for what holds one is a finding, and its text stays unclaimed.
 */
import type { Basis } from '../model/records.js';
import { Claims } from './claims.js';
import {
  passageOf,
  placeOf,
  type Finding,
  type FootnoteDraft,
  type IndicatorDraft,
  type ItemDraft,
  type NodeDraft,
  type OtherDraft,
  type Place,
  type RatingDraft,
  type SheetDraft,
  type Value,
} from './draft.js';
import { match, plainText, saysNothing, type Passage } from './passage.js';
import { isLabel } from './labels.js';
import { itemFields, sheetFields, type Grammar, type ItemField, type SheetField } from './schema.js';

export interface PartDraft {
  readonly number: Passage;
  readonly name: Passage;
}

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
  part: PartDraft | undefined;
  /** The heading over what follows, of those that the grammar names; several where they stand side by side. */
  headings: readonly Passage[] = [];
  /** Fields that the first sheet prints above the one that starts it. */
  readonly #above = new Set<SheetField>();
  /** Values printed below a sheet's items: the head of the next one, as soon as its starting field comes. */
  #ahead: { readonly field: SheetField; readonly value: Value }[] = [];

  constructor(grammar: Grammar) {
    this.grammar = grammar;
  }

  get sheet(): SheetDraft {
    return this.sheets.at(-1) ?? this.#openSheet();
  }

  /** The sheet itself is the record. */
  get isRecordSheet(): boolean {
    return this.grammar.items.each === 'sheet';
  }

  #openSheet(): SheetDraft {
    const sheet: SheetDraft = { fields: new Map(), items: [], others: [], series: [], pages: new Set() };
    // A heading of the sheet before says nothing of this one.
    if (this.sheets.length > 0) this.headings = [];
    this.sheets.push(sheet);
    this.item = undefined;
    this.part = undefined;
    return sheet;
  }

  find(severity: Finding['severity'], code: string, message: string, place?: Place): void {
    this.findings.push({ severity, code, message, ...(place ? { place } : {}) });
  }

  /**
   * A sheet-level value. A starting field with another value than the open sheet's begins a new one;
   * with the same value it is a head repeated on the next page.
   */
  setSheetField(field: SheetField, value: Value): void {
    const { starts: starting } = this.grammar.sheet;
    const starts = starting.includes(field);
    const held = this.sheet.fields.get(field);
    if (held !== undefined && saysSame(held, value)) {
      this.claims.claim(passageOf(value), 'label');
      this.touch(passageOf(value));
      return;
    }
    if (!starts && !this.isRecordSheet && this.sheet.items.length > 0) {
      this.#ahead.push({ field, value });
      return;
    }
    if (held !== undefined && !isNothing(held)) {
      if (!starts) {
        this.#rejectSecond(field, value);
        return;
      }
      this.#openSheet();
      for (const head of this.#ahead.splice(0)) this.#keep(head.field, head.value);
    }
    if (this.sheets.length === 1 && !starts && !starting.some((start) => this.#holds(start))) this.#above.add(field);
    this.#keep(field, value);
  }

  #holds(start: string): boolean {
    const own = sheetFields.safeParse(start);
    return own.success && this.sheet.fields.has(own.data);
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

  #rejectSecond(field: string, value: Value): void {
    const passage = passageOf(value);
    this.find('warning', 'W_FIELD_TWICE', `a second value for ${field}: "${plainText(passage)}"; the first was kept`, placeOf(passage));
  }

  #keep(field: SheetField, value: Value): void {
    this.sheet.fields.set(field, value);
    this.claims.claim(passageOf(value), 'field');
    this.touch(passageOf(value));
    for (const { from, pattern } of this.grammar.sheet.derive) {
      if (from === field) this.#derive(value, pattern);
    }
  }

  #derive(value: Value, pattern: string): void {
    const found = match(passageOf(value), pattern);
    if (!found) return;
    for (const [name, group] of Object.entries(found.groups)) {
      const field = sheetFields.safeParse(name);
      if (field.success) this.sheet.fields.set(field.data, { pieces: [group], basis: value.basis });
    }
  }

  /** Sets every field named by a group. One starting field with another value begins a new sheet for them all. */
  setGroups(groups: Readonly<Record<string, Passage>>, basis: Basis): void {
    const named = Object.entries(groups).flatMap(([name, passage]) => {
      const field = sheetFields.safeParse(name);
      return field.success ? [{ field: field.data, value: { pieces: [passage], basis } }] : [];
    });
    const isOther = named.some(({ field, value }) => {
      const held = this.sheet.fields.get(field);
      return this.grammar.sheet.starts.includes(field) && held !== undefined && !isNothing(held) && !saysSame(held, value);
    });
    if (isOther) this.#openSheet();
    for (const { field, value } of named) this.setSheetField(field, value);
    if (!this.isRecordSheet) return;
    for (const [name, passage] of Object.entries(groups)) {
      const field = itemFields.safeParse(name);
      if (field.success) this.setRecordField(field.data, { pieces: [passage], basis });
    }
  }

  openItem(place: Place | undefined): ItemDraft {
    const item: ItemDraft = { fields: new Map(), ratings: [], node: this.node, place };
    this.sheet.items.push(item);
    this.item = item;
    this.part = undefined;
    return item;
  }

  /** A value of an item that holds none yet; a second one is a finding. True when it was taken. */
  setItemField(item: ItemDraft, field: ItemField, value: Value): boolean {
    const held = item.fields.get(field);
    if (held !== undefined && !isNothing(held) && !isNothing(value)) {
      // A head repeated on the next page says what the first one said.
      if (saysSame(held, value)) this.claims.claim(passageOf(value), 'label');
      else this.#rejectSecond(field, value);
      return false;
    }
    if (held !== undefined && isNothing(value)) return false;
    item.fields.set(field, value);
    this.claims.claim(passageOf(value), 'field');
    return true;
  }

  /** A field of the sheet that is itself the record: a starting field with another value begins the next one. */
  setRecordField(field: ItemField, value: Value): void {
    const held = this.item?.fields.get(field);
    if (this.grammar.sheet.starts.includes(field) && held !== undefined && !isNothing(held) && !isNothing(value) && !saysSame(held, value)) this.#openSheet();
    const item = this.item ?? this.openItem(placeOf(passageOf(value)));
    this.setItemField(item, field, value);
    this.touch(passageOf(value));
  }

  /** The text of a field goes on: on the next page as the same piece, in the record's next row as a piece of its own. */
  extendItemField(item: ItemDraft, field: ItemField, passage: Passage, how: 'same piece' | 'next piece'): void {
    const held = item.fields.get(field);
    this.claims.claim(passage, 'field');
    if (held === undefined) {
      item.fields.set(field, { pieces: [passage], basis: 'carried' });
      return;
    }
    if (passage.length === 0) return;
    const last = held.pieces.at(-1) ?? [];
    const pieces = how === 'same piece' ? [...held.pieces.slice(0, -1), [...last, ...passage]] : [...held.pieces, passage];
    item.fields.set(field, { ...held, pieces });
  }

  /** What a label without a column says. The same words once more are a repeated head; other words are a finding. */
  addOther(other: OtherDraft): void {
    const key = (one: OtherDraft): string => [...one.sections.flat(), one.label].map(plainText).join('\n');
    const held = this.sheet.others.find((one) => one.item === other.item && key(one) === key(other));
    if (held === undefined) {
      if (isNothing(other.value)) return;
      this.sheet.others.push(other);
      this.claims.claim(passageOf(other.value), 'field');
    } else if (saysSame(held.value, other.value)) {
      this.claims.claim(passageOf(other.value), 'label');
    } else if (!isNothing(other.value)) {
      this.#rejectSecond(plainText(other.label), other.value);
    }
  }

  addRating(item: ItemDraft, rating: RatingDraft): void {
    if (isNothing(rating.value)) return;
    const held = item.ratings.find((one) => one.rule === rating.rule);
    if (held === undefined) {
      item.ratings.push(rating);
      this.claims.claim(passageOf(rating.value), 'field');
    } else if (saysSame(held.value, rating.value)) {
      this.claims.claim(passageOf(rating.value), 'label');
    } else {
      this.#rejectSecond(plainText(rating.label), rating.value);
    }
  }

  /** A reason belongs to every rating above it that still waits for one under this label. */
  addReason(item: ItemDraft, label: Passage, value: Value): void {
    if (isNothing(value)) return;
    const waiting = item.ratings.filter(({ rule, reason }) => reason === undefined && rule.reason !== undefined && isLabel(label, rule.reason));
    if (waiting.length === 0) {
      const same = item.ratings.some(({ reason }) => reason !== undefined && saysSame(reason, value));
      if (same) this.claims.claim(passageOf(value), 'label');
      return;
    }
    for (const rating of waiting) rating.reason = value;
    this.claims.claim(passageOf(value), 'field');
  }

  /** The open sheet reaches to the page of this text; that of a field does so when the sheet takes it, which may open the next one. */
  touch(passage: Passage): void {
    for (const segment of passage) this.sheet.pages.add(segment.line.page);
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

function isNothing(value: Value): boolean {
  return saysNothing(passageOf(value));
}

function saysSame(a: Value, b: Value): boolean {
  return plainText(passageOf(a)) === plainText(passageOf(b));
}
