/**
 * The content streams of a PDF's pages, decoded but not interpreted: only for what pdf.js does not pass
 * on. Reads what the usual producers write (Flate or no filter, no password); of anything else it says
 * `null`, "cannot answer".
 */
import { inflateSync, constants } from 'node:zlib';
import type { Decrypt } from './decrypt.js';
import { decryptionOf } from './decrypt.js';
import type { Dictionary, Value } from './syntax.js';
import { Syntax, isDictionary, isKeyword, isList, isName, isReference, isText } from './syntax.js';

/** Bytes. A content stream that inflates to more is not looked into. */
const LARGEST_STREAM = 64 * 1024 * 1024;

interface Place {
  readonly text: string;
  readonly offset: number;
  /** Where in the file it was found: what is written later replaces what was written before. */
  readonly age: number;
}

export class RawContent {
  private readonly text: string;
  private readonly places = new Map<number, Place>();
  private readonly decrypt: Decrypt | null;
  private readonly pages: readonly Dictionary[];

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.findObjects();
    this.decrypt = this.findDecryption();
    this.findCompressedObjects();
    this.pages = this.findPages();
  }

  get pageCount(): number {
    return this.pages.length;
  }

  /** The page's content, its streams one after the other; `null` when it cannot be had. */
  contentOf(pageNumber: number): string | null {
    const contents = this.pages[pageNumber - 1]?.entries.get('Contents');
    const list = this.resolve(contents);
    const references = isList(list) ? list : [contents];
    const parts: string[] = [];
    for (const reference of references) {
      const part = isReference(reference) ? this.streamOf(reference.ref) : null;
      if (part === null) return null;
      parts.push(part);
    }
    return parts.join('\n');
  }

  private findObjects(): void {
    // Bounded, and not begun within a number: a long row of digits is looked at once.
    for (const match of this.text.matchAll(/(?<!\d)(\d{1,10})[ \r\n\t]{1,20}\d{1,5}[ \r\n\t]{1,20}obj\b/g)) {
      this.places.set(Number(match[1]), { text: this.text, offset: match.index + match[0].length, age: match.index });
    }
  }

  /** A trailer, or the dictionary of a cross-reference stream, names /Encrypt and /ID. */
  private findDecryption(): Decrypt | null {
    const reference = [...this.text.matchAll(/\/Encrypt[ \r\n\t]+(\d+)[ \r\n\t]+\d+[ \r\n\t]+R/g)].at(-1);
    const inline = [...this.text.matchAll(/\/Encrypt[ \r\n\t]*(?=<<)/g)].at(-1);
    if (reference === undefined && inline === undefined) return (data) => data;
    const encrypt =
      reference === undefined ? new Syntax(this.text, (inline?.index ?? 0) + (inline?.[0].length ?? 0)).next() : this.resolve({ ref: Number(reference[1]) });
    const id = [...this.text.matchAll(/\/ID[ \r\n\t]*(?=\[)/g)].at(-1);
    const parts = id === undefined ? undefined : new Syntax(this.text, id.index + id[0].length).next();
    const first = isList(parts) ? parts[0] : undefined;
    return isDictionary(encrypt) ? decryptionOf(encrypt, isText(first) ? first.bytes : '') : null;
  }

  private findCompressedObjects(): void {
    for (const [number, place] of [...this.places]) {
      if (/^\s*<<[^>]*\/ObjStm/.test(this.text.slice(place.offset, place.offset + 300))) this.findCompressed(number, place.age);
    }
  }

  private findCompressed(number: number, age: number): void {
    const dictionary = this.resolve({ ref: number });
    const body = this.streamOf(number);
    if (!isDictionary(dictionary) || body === null) return;
    const first = dictionary.entries.get('First');
    const count = dictionary.entries.get('N');
    if (typeof first !== 'number' || typeof count !== 'number') return;
    const header = new Syntax(body);
    for (let i = 0; i < count; i++) {
      const inner = header.next();
      const offset = header.next();
      if (typeof inner !== 'number' || typeof offset !== 'number') return;
      const known = this.places.get(inner);
      if (known === undefined || known.age < age) this.places.set(inner, { text: body, offset: first + offset, age });
    }
  }

  private findPages(): Dictionary[] {
    const root = [...this.text.matchAll(/\/Root[ \r\n\t]+(\d+)[ \r\n\t]+\d+[ \r\n\t]+R/g)].at(-1)?.[1];
    const catalog = root === undefined ? undefined : this.resolve({ ref: Number(root) });
    const pages: Dictionary[] = [];
    const seen = new Set<Value>();
    const walk = (value: Value | undefined): void => {
      const node = this.resolve(value);
      if (!isDictionary(node) || (isReference(value) && seen.has(value.ref))) return;
      if (isReference(value)) seen.add(value.ref);
      const kids = this.resolve(node.entries.get('Kids'));
      if (isList(kids)) kids.forEach(walk);
      else pages.push(node);
    };
    if (isDictionary(catalog)) walk(catalog.entries.get('Pages'));
    return pages;
  }

  /** What a reference stands for; other values stand for themselves. */
  private resolve(value: Value | undefined): Value | undefined {
    if (!isReference(value)) return value;
    const place = this.places.get(value.ref);
    return place === undefined ? undefined : new Syntax(place.text, place.offset).next();
  }

  private streamOf(number: number): string | null {
    const place = this.places.get(number);
    if (place === undefined) return null;
    const syntax = new Syntax(place.text, place.offset);
    const dictionary = syntax.next();
    if (!isDictionary(dictionary) || !isKeyword(syntax.next(), 'stream')) return null;
    const start = syntax.position + (place.text[syntax.position] === '\r' && place.text[syntax.position + 1] === '\n' ? 2 : 1);
    const length = this.resolve(dictionary.entries.get('Length'));
    const stated = typeof length === 'number' && /^\s*endstream/.test(place.text.slice(start + length, start + length + 20));
    const end = stated ? start + length : place.text.indexOf('endstream', start);
    if (end < start) return null;
    const data = this.decrypt?.(Buffer.from(place.text.slice(start, end), 'latin1'), number) ?? null;
    return data === null ? null : this.decoded(data, dictionary);
  }

  private decoded(data: Buffer, dictionary: Dictionary): string | null {
    const filter = this.resolve(dictionary.entries.get('Filter'));
    const filters = filter === undefined ? [] : isList(filter) ? filter : [filter];
    if (filters.length === 0) return data.toString('latin1');
    const [only] = filters;
    if (filters.length > 1 || !isName(only) || (only.name !== 'FlateDecode' && only.name !== 'Fl')) return null;
    if (dictionary.entries.has('DecodeParms')) return null;
    try {
      const options = { maxOutputLength: LARGEST_STREAM, finishFlush: constants.Z_SYNC_FLUSH };
      return inflateSync(data, options).toString('latin1');
    } catch {
      return null;
    }
  }
}
