/** The fonts that a page sets, as pdf.js has them, and what they say of their glyphs. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { matrixOf } from './decode.js';
import { fontName } from './font-name.js';
import { isGarbled } from './ghostscript.js';
import type { Face } from './operations.js';
import { at, entries, field, isRecord, text } from './untyped.js';

/** What a page's reading ends with when it asks for a glyph's outline, and the document was opened without. */
export class OutlinesWanted extends Error {}

/** What is known of the document that a font belongs to. */
export interface FontContext {
  readonly ghostscript: boolean;
  readonly hasOutlines: boolean;
}

/** The name that pdf.js gives to a font it failed to parse. */
const BROKEN_FONT = 'g_font_error';

/** Every font that the operator list sets, once it is ready, and how many could not be parsed. */
export async function loadFaces(
  page: PDFPageProxy,
  fns: readonly number[],
  args: readonly unknown[],
  ops: Readonly<Record<string, number>>,
  document: FontContext,
): Promise<{ readonly fonts: ReadonlyMap<string, Face>; readonly broken: number }> {
  const ids = new Set<string>();
  const { setFont, setGState } = ops;
  for (let i = 0; i < fns.length; i++) {
    if (fns[i] === setFont) addString(ids, at(args[i], 0));
    else if (fns[i] === setGState) {
      for (const [key, value] of entries(at(args[i], 0))) if (key === 'Font') addString(ids, at(value, 0));
    }
  }
  const fonts = new Map<string, Face>();
  let broken = 0;
  for (const id of ids) {
    const font = await new Promise<unknown>((resolve) => {
      if (id === BROKEN_FONT && !page.commonObjs.has(id)) resolve(undefined);
      else page.commonObjs.get(id, resolve);
    });
    // In the place of a font that it could not parse pdf.js has an error message, and no glyphs.
    if (!isRecord(font)) broken++;
    fonts.set(id, faceOf(page, id, font, document));
  }
  return { fonts, broken };
}

function faceOf(page: PDFPageProxy, id: string, font: unknown, { ghostscript, hasOutlines }: FontContext): Face {
  const toUnicode = field(font, 'toUnicode');
  const table = field(toUnicode, '_map');
  // An identity map over all of 0..65535 is what pdf.js falls back to when nothing says what the codes mean.
  const unmapped = field(toUnicode, 'firstChar') === 0 && field(toUnicode, 'lastChar') === 0xffff;
  const type3 = field(font, 'isType3Font') === true;
  const inkless = new Map<string, boolean>();
  return {
    name: fontName(text(field(font, 'name'))),
    embedded: type3 || field(font, 'missingFile') !== true,
    vertical: field(font, 'vertical') === true,
    type3,
    unmapped,
    matrix: matrixOf(field(font, 'fontMatrix'), [0.001, 0, 0, 0.001, 0, 0]),
    unicodeOf({ code, unicode }) {
      // Where a code has no entry pdf.js gives the code itself as a character: plausible garbage.
      const mapped = !unmapped && (code === null || !Array.isArray(table) || table[code] !== undefined);
      if (!mapped || unicode === '') return null;
      const glyphName = text(at(field(font, 'differences'), code ?? -1));
      return type3 && ghostscript && isGarbled(glyphName, unicode) ? null : unicode;
    },
    isInkless({ outline }) {
      if (type3 || field(font, 'missingFile') === true) return false;
      if (!hasOutlines) throw new OutlinesWanted();
      const known = inkless.get(outline);
      if (known !== undefined) return known;
      const result = hasEmptyOutline(page, `${id}_path_${outline}`);
      inkless.set(outline, result);
      return result;
    },
  };
}

/** pdf.js compiles the outline of every shown glyph of an embedded font; one of no length paints nothing. */
function hasEmptyOutline(page: PDFPageProxy, id: string): boolean {
  if (!page.commonObjs.has(id)) return false;
  const outline: unknown = page.commonObjs.get(id);
  const length = field(field(outline, 'path'), 'length');
  return length === 0;
}

function addString(set: Set<string>, value: unknown): void {
  if (typeof value === 'string') set.add(value);
}
