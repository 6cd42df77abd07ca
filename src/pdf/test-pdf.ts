/**
 * A hand-written PDF for tests: what a test draws is the content stream that it spells out.
 *
 *   buildPdf({ pages: [{ content: 'BT /F1 10 Tf 20 80 Td (abc) Tj ET' }] })
 *
 * Resources are shared by all pages. In any dictionary text `@name` stands for the object that the
 * spec calls `name`. Strings are Latin-1; Japanese goes in as `utf16('表')`.
 */
export interface TestPdf {
  readonly pages: readonly TestPage[];
  /** Font dictionaries by resource name; `F1` is Helvetica unless given. */
  readonly fonts?: Readonly<Record<string, string>>;
  /** Form XObjects and images by resource name. */
  readonly xobjects?: Readonly<Record<string, TestStream>>;
  /** Graphics state dictionaries by resource name. */
  readonly states?: Readonly<Record<string, string>>;
  /** More resources (`/Properties << … >>`). */
  readonly resources?: string;
  /** More entries of the catalog. */
  readonly catalog?: string;
  /** Objects for `@name`, streams or bare texts. */
  readonly objects?: Readonly<Record<string, TestStream | string>>;
  readonly info?: string;
  /** Entries added to the trailer, and what is done to each stream's bytes before it is written. */
  readonly encryption?: { readonly trailer: string; encrypt(bytes: Uint8Array, object: number): Uint8Array };
}

export interface TestPage {
  readonly content: string;
  /** Media box; 0 0 200 100 without it. */
  readonly box?: readonly [number, number, number, number];
  readonly crop?: readonly [number, number, number, number];
  readonly rotate?: number;
  /** More entries of the page. */
  readonly more?: string;
}

export interface TestStream {
  readonly dict: string;
  readonly data: string;
}

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A font of Adobe-Japan1 that is not embedded; `cmap` says how its codes are read. */
export function japaneseFont(cmap = 'UniJIS-UTF16-H', more = ''): string {
  const info = '<< /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >>';
  const descriptor =
    '<< /Type /FontDescriptor /FontName /MS-Mincho /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>';
  const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MS-Mincho /CIDSystemInfo ${info} /FontDescriptor ${descriptor} /DW 1000 ${more} >>`;
  return `<< /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /${cmap} /DescendantFonts [${descendant}] >>`;
}

/** The text as a PDF hex string of UTF-16 codes. */
export function utf16(text: string): string {
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<${hex.join('')}>`;
}

/** Writes the PDF. Object 1 is the catalog, 2 the page tree. */
export function buildPdf(spec: TestPdf): Uint8Array {
  const writer = new Writer(spec);
  const names = (list: Readonly<Record<string, TestStream | string>>): string =>
    Object.entries(list)
      .map(([name, value]) => `/${name} ${writer.add(value)} 0 R`)
      .join(' ');
  for (const [name, value] of Object.entries(spec.objects ?? {})) writer.add(value, name);
  const fonts = names({ F1: HELVETICA, ...spec.fonts });
  const xobjects = names(spec.xobjects ?? {});
  const states = names(spec.states ?? {});
  const resources = writer.add(`<< /Font << ${fonts} >> /XObject << ${xobjects} >> /ExtGState << ${states} >> ${spec.resources ?? ''} >>`, 'resources');
  const kids = spec.pages.map((page) => {
    const content = writer.add({ dict: '', data: page.content });
    const crop = page.crop === undefined ? '' : `/CropBox [${page.crop.join(' ')}]`;
    const rotate = page.rotate === undefined ? '' : `/Rotate ${page.rotate}`;
    return writer.add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [${(page.box ?? [0, 0, 200, 100]).join(' ')}] ${crop} ${rotate} ` +
        `/Resources ${resources} 0 R /Contents ${content} 0 R ${page.more ?? ''} >>`,
    );
  });
  return writer.write(kids);
}

class Writer {
  /** From object 3 on. */
  private readonly bodies: (TestStream | string)[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly spec: TestPdf) {}

  add(body: TestStream | string, name?: string): number {
    const number = this.bodies.push(body) + 2;
    if (name !== undefined) this.numbers.set(name, number);
    return number;
  }

  write(kids: readonly number[]): Uint8Array {
    const pages = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((n) => `${n} 0 R`).join(' ')}] >>`;
    const info = this.add(this.spec.info ?? '<< >>');
    const all = [`<< /Type /Catalog /Pages 2 0 R ${this.spec.catalog ?? ''} >>`, pages, ...this.bodies];
    let text = '%PDF-1.7\n';
    const offsets: number[] = [];
    all.forEach((body, i) => {
      offsets.push(text.length);
      text += `${i + 1} 0 obj\n${this.body(body, i + 1)}\nendobj\n`;
    });
    const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${xref}`;
    const trailer = `<< /Size ${all.length + 1} /Root 1 0 R /Info ${info} 0 R ${this.spec.encryption?.trailer ?? ''} >>`;
    return latin1(`${text}trailer\n${trailer}\nstartxref\n${text.indexOf('xref\n0 ')}\n%%EOF\n`);
  }

  private body(body: TestStream | string, number: number): string {
    if (typeof body === 'string') return this.referring(body);
    const data = this.spec.encryption?.encrypt(latin1(body.data), number) ?? latin1(body.data);
    return `<< ${this.referring(body.dict)} /Length ${data.length} >>\nstream\n${Buffer.from(data).toString('latin1')}\nendstream`;
  }

  private referring(text: string): string {
    return text.replace(/@(\w+)/g, (whole, name: string) => {
      const number = this.numbers.get(name);
      return number === undefined ? whole : `${number} 0 R`;
    });
  }
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
