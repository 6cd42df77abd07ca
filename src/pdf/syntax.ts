/** The syntax of PDF objects and content streams (PDF 32000-1, 7.2 and 7.3), over Latin-1 text: one character a byte. */

export type Value = number | boolean | null | Name | Text | Reference | Keyword | readonly Value[] | Dictionary;

export interface Name {
  readonly name: string;
}
/** A string object: its bytes. */
export interface Text {
  readonly bytes: string;
}
export interface Reference {
  readonly ref: number;
}
/** An operator, or a word such as `obj` or `stream`. */
export interface Keyword {
  readonly word: string;
}
export interface Dictionary {
  readonly entries: ReadonlyMap<string, Value>;
}

const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
/** Deeper nesting than this is damage. */
const DEEPEST = 50;
/** What begins at a place of the text (`lastIndex`). */
const SPACES = /[\0\t\n\f\r ]*/y;
const COMMENT = /%[^\r\n]*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
/** The rest of `12 0 R`; its numbers have ten digits at most. */
const REFERENCE = /[\0\t\n\f\r ]{1,8}\d{1,10}[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export class Syntax {
  constructor(
    readonly text: string,
    public position = 0,
  ) {}

  /** The next value, `undefined` at the end. Throws on what is no PDF syntax at all. */
  next(depth = 0): Value | undefined {
    if (depth > DEEPEST) throw new SyntaxError('nested too deep');
    this.skipSpace();
    const c = this.text[this.position];
    if (c === undefined) return undefined;
    if (c === '/') return { name: this.name() };
    if (c === '(') return { bytes: this.literal() };
    if (c === '[') return this.list(']', depth);
    if (c === '<') {
      if (this.text[this.position + 1] === '<') return this.dictionary(depth);
      return { bytes: this.hex() };
    }
    if (DELIMITER.test(c)) {
      this.position++;
      return { word: c };
    }
    return this.wordOrNumber();
  }

  /** Passes over white space and comments. */
  skipSpace(): void {
    this.skip(SPACES);
    while (this.text[this.position] === '%') {
      this.skip(COMMENT);
      this.skip(SPACES);
    }
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.position;
    if (pattern.test(this.text)) this.position = pattern.lastIndex;
  }

  private run(): string {
    const start = this.position;
    this.skip(REGULAR);
    return this.text.slice(start, this.position);
  }

  private name(): string {
    this.position++;
    return this.run().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  private wordOrNumber(): Value {
    const run = this.run();
    if (/^[+-]*(?:\d+(?:\.\d*)?|\.\d+)$/.test(run)) return this.reference(run) ?? Number.parseFloat(run);
    if (run === 'true') return true;
    if (run === 'false') return false;
    return run === 'null' ? null : { word: run };
  }

  /** `12 0 R` */
  private reference(run: string): Reference | null {
    if (!/^\d+$/.test(run)) return null;
    const before = this.position;
    this.skip(REFERENCE);
    return this.position === before ? null : { ref: Number(run) };
  }

  private literal(): string {
    let out = '';
    let open = 1;
    this.position++;
    while (this.position < this.text.length) {
      const c = this.text[this.position++] ?? '';
      if (c === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.position, this.position + 3));
        if (octal !== null) {
          out += String.fromCharCode(parseInt(octal[0], 8) & 255);
          this.position += octal[0].length;
        } else {
          const escaped = this.text[this.position++] ?? '';
          if (escaped === '\r' && this.text[this.position] === '\n') this.position++;
          else if (!/[\r\n]/.test(escaped)) out += ESCAPES[escaped] ?? escaped;
        }
        continue;
      }
      if (c === '(') open++;
      if (c === ')' && --open === 0) return out;
      out += c;
    }
    return out;
  }

  private hex(): string {
    const end = this.text.indexOf('>', this.position);
    const stop = end === -1 ? this.text.length : end;
    const digits = this.text.slice(this.position + 1, stop).replace(/[^0-9a-f]/gi, '');
    this.position = stop + 1;
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex').toString('latin1');
  }

  private list(closing: string, depth: number): Value[] {
    this.position += closing.length;
    const values: Value[] = [];
    for (;;) {
      this.skipSpace();
      if (this.text.startsWith(closing, this.position)) {
        this.position += closing.length;
        return values;
      }
      const value = this.next(depth + 1);
      if (value === undefined) return values;
      values.push(value);
    }
  }

  private dictionary(depth: number): Dictionary {
    const values = this.list('>>', depth);
    const entries = new Map<string, Value>();
    for (let i = 0; i + 1 < values.length; i += 2) {
      const key = values[i];
      const value = values[i + 1];
      if (isName(key) && value !== undefined) entries.set(key.name, value);
    }
    return { entries };
  }
}

type Maybe = Value | undefined;

function isObject(value: Maybe): value is Name | Text | Reference | Keyword | Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export function isName(value: Maybe): value is Name {
  return isObject(value) && 'name' in value;
}
export function isText(value: Maybe): value is Text {
  return isObject(value) && 'bytes' in value;
}
export function isReference(value: Maybe): value is Reference {
  return isObject(value) && 'ref' in value;
}
export function isKeyword(value: Maybe, word?: string): value is Keyword {
  return isObject(value) && 'word' in value && (word === undefined || value.word === word);
}
export function isDictionary(value: Maybe): value is Dictionary {
  return isObject(value) && 'entries' in value;
}
export function isList(value: Maybe): value is readonly Value[] {
  return Array.isArray(value);
}
