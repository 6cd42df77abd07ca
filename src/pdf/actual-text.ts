/**
 * What a page's content says its glyphs read as (`/ActualText`, PDF 32000-1, 14.9.4).
 *
 *   /Span << /ActualText <FEFF6238> >> BDC  <0e5c> Tj  EMC      the glyph reads 戸, whatever its font maps it to
 *
 * Producers write it where one glyph serves several characters (戸 and 戶, ・ and ‧) and the font's
 * ToUnicode can name only one of them; Chromium does so throughout. pdf.js does not pass it on.
 */
import type { Value } from './syntax.js';
import { Syntax, isDictionary, isKeyword, isName, isText } from './syntax.js';

/** One `BDC` or `BMC` of a content stream. */
export interface MarkedContent {
  readonly tag: string;
  readonly actualText: string | null;
}

/** A marked-content operator as pdf.js passes it on: without its properties. */
export interface MarkedPlace {
  readonly tag: string;
  /** Where in the operator list. */
  readonly place: number;
}

/**
 * What the marked content at each place reads as. The content stream's own operators are put beside the
 * places in order; if the two do not agree on the tags, or the stream cannot be had, nothing is said and
 * the fonts' own mapping stands. Layers (`OC`) are left out on both sides.
 */
export function actualTextsAt(places: readonly MarkedPlace[], rawContent: () => string | null): ReadonlyMap<number, string> {
  // The standard allows ActualText under any tag; what stands for single glyphs is a Span.
  if (!places.some(({ tag }) => tag === 'Span')) return new Map();
  const marked = markedContentsOf(rawContent).filter(({ tag }) => tag !== 'OC');
  if (marked.length !== places.length || marked.some(({ tag }, i) => tag !== places[i]?.tag)) return new Map();
  return new Map(
    places.flatMap(({ place }, i): [number, string][] => {
      const actualText = marked[i]?.actualText ?? null;
      return actualText === null ? [] : [[place, actualText]];
    }),
  );
}

function markedContentsOf(rawContent: () => string | null): readonly MarkedContent[] {
  try {
    const content = rawContent();
    return content?.includes('ActualText') === true ? markedContents(content) : [];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}

/**
 * What a search for marked content comes to: the tag that begins its operands, or what may hold names that are none: a string, a
 * comment, an inline image. Nearly all of a stream is numbers and hexadecimal strings, which no value need be made of.
 */
const STOP = /[/(%]|<[^<>]*>|(?<![^\0\t\n\f\r ()<>[\]{}/%])BI(?![^\0\t\n\f\r ()<>[\]{}/%])/g;

/** The marked-content operators of a content stream, in order. */
export function markedContents(content: string): MarkedContent[] {
  const found: MarkedContent[] = [];
  const syntax = new Syntax(content);
  STOP.lastIndex = 0;
  while (STOP.test(content)) {
    const last = content[STOP.lastIndex - 1];
    if (last === '>') continue;
    syntax.position = STOP.lastIndex;
    if (last === 'I') skipInlineImage(syntax);
    else {
      syntax.position -= 1;
      if (last === '/') takeOperator(syntax, found);
      else if (last === '(') syntax.next();
      else syntax.skipSpace();
    }
    STOP.lastIndex = syntax.position;
  }
  return found;
}

/** Reads on from a name to the operator whose first operand it is. */
function takeOperator(syntax: Syntax, found: MarkedContent[]): void {
  const operands: Value[] = [];
  let value = syntax.next();
  for (; value !== undefined && !isKeyword(value); value = syntax.next()) operands.push(value);
  if (value?.word === 'BMC' || value?.word === 'BDC') found.push(markedContent(operands));
}

function markedContent([tag, properties]: readonly Value[]): MarkedContent {
  const text = isDictionary(properties) ? properties.entries.get('ActualText') : undefined;
  return { tag: isName(tag) ? tag.name : '', actualText: isText(text) ? decodeText(text.bytes) : null };
}

/** A text string: UTF-16 with a mark before it, UTF-8 with another, else PDFDocEncoding (here its ASCII part). */
function decodeText(bytes: string): string | null {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xFE\xFF')) return new TextDecoder('utf-16be').decode(buffer.subarray(2));
  if (bytes.startsWith('\xFF\xFE')) return new TextDecoder('utf-16le').decode(buffer.subarray(2));
  if (bytes.startsWith('\xEF\xBB\xBF')) return buffer.subarray(3).toString('utf8');
  return /^[\x20-\x7E]*$/.test(bytes) ? bytes : null;
}

/** Image data is not PDF syntax; it ends with `EI` between spaces. */
function skipInlineImage(syntax: Syntax): void {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  const data = syntax.text.indexOf('ID', syntax.position);
  end.lastIndex = data === -1 ? syntax.position : data + 2;
  syntax.position = end.exec(syntax.text) === null ? syntax.text.length : end.lastIndex;
}

/**
 * The texts of glyphs shown inside a marked-content sequence, given what it reads as. One glyph takes the
 * text whole; several take one character each when the numbers agree; otherwise they keep their own.
 */
export function readAs(actualText: string, glyphs: readonly string[]): readonly string[] {
  const characters = [...actualText];
  if (characters.length === 0 || glyphs.length === 0) return glyphs;
  if (glyphs.length === 1) return characters.length <= LONGEST_LIGATURE ? [actualText] : glyphs;
  return characters.length === glyphs.length ? characters : glyphs;
}

/** One glyph stands for no more characters than this; longer texts describe a picture. */
const LONGEST_LIGATURE = 8;
