/**
 * The only file that knows pdf.js. It opens a document and turns each page's operator list into
 * `Operation`s; moving to another version of pdf.js means moving this file.
 *
 * Read against pdfjs-dist 5.6.205 (`src/display/canvas.js` is the reference for what the operators
 * mean). Of the shown glyphs it relies on `unicode`, `width`, `vmetric`, `isSpace`, `fontChar`, and on
 * `originalCharCode` where present.
 */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { ChohyoError } from '../model/errors.js';
import type { MarkedPlace } from './actual-text.js';
import { actualTextsAt } from './actual-text.js';
import { listenForFaults } from './faults.js';
import { fontName } from './font-name.js';
import type { Matrix } from './geometry.js';
import { isGarbled } from './ghostscript.js';
import { LARGEST_INFLATED } from './inflate.js';
import { loadPdfjs, mannerWanted, packageFolder, type Library } from './library.js';
import { decode, matrixOf, type DecodingContext } from './decode.js';
import type { Face, Operation } from './operations.js';
import { RawContent } from './raw-content.js';
import { at, entries, field, isRecord, num, text } from './untyped.js';

/** One page's content with what is needed to place it. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  /** User space to points of the page as displayed. */
  readonly display: Matrix;
  /** Parts of the content that could not be read and are missing from the operations. */
  readonly faults: readonly string[];
  /** Hands the operations over, in order. */
  follow(visit: (operation: Operation) => void): void;
}

/** Is told of operators as they come; throws when there are too many. */
export interface OperatorCounter {
  add(mark: 'operators', count: number): void;
  /** `count`: states saved (`q`) and not yet restored. */
  nest(count: number): void;
}

export interface OpenDocument {
  readonly pageCount: number;
  readonly encrypted: boolean;
  readonly producer: string;
  readonly creator: string;
  readonly title: string;
  /** Rejects with what `tally` throws as soon as the page has too many operators. */
  page(number: number, tally: OperatorCounter): Promise<PageContent>;
  close(): Promise<void>;
}

/** What a page's reading ends with when it asks for a glyph's outline, and the document was opened without. */
export class OutlinesWanted extends Error {}

/**
 * Opens a document. Rejects with pdf.js' own exceptions (`PasswordException`, `InvalidPDFException`, …).
 *
 * @param outlines for a document whose fonts have glyphs that say nothing: whether these paint anything, their outlines tell. pdf.js makes
 *   those of all glyphs or of none, and they are costly.
 */
export async function openDocument(bytes: Uint8Array, outlines: boolean): Promise<OpenDocument> {
  const { library: pdfjs, begin } = await loadPdfjs(mannerWanted());
  const faults: string[] = [];
  let giveUp: (reason: Error) => void = () => undefined;
  const stopListening = listenForFaults({
    warning(text) {
      for (const pattern of PASSED_OVER) {
        const fault = pattern.exec(text)?.[1];
        if (fault !== undefined) faults.push(fault);
      }
    },
    stray(reason) {
      faults.push(reason.message);
      setTimeout(() => giveUp(reason), GRACE);
    },
  });
  /** What is promised, unless something that it hangs on is lost. */
  const orLost = <T>(promised: Promise<T>): Promise<T> => Promise.race([promised, new Promise<never>((_, reject) => (giveUp = reject))]);
  const forms = formsWithinForms(pdfjs.OPS, (reason) => giveUp(reason));
  const parsing = begin(() => giveUp(tooLarge()), forms.see);
  const hasOutlines = outlines || !parsing.withoutOutlines;
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // pdf.js takes the buffer away from its owner, so it gets its own copy.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    // Without a font to draw with, outlines are what pdf.js draws by.
    disableFontFace: hasOutlines,
    fontExtraProperties: true,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    // Without `standardFontDataUrl` the fourteen standard fonts count as what they are: not embedded.
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    ...(parsing.worker === undefined ? {} : { worker: parsing.worker }),
  });
  let closing: Promise<void> | undefined;
  // Once, whoever asks: others may be parsing by the same means.
  const close = (): Promise<void> =>
    (closing ??= task.destroy().then(() => {
      parsing.end();
      stopListening();
    }));
  try {
    const document = await orLost(task.promise);
    const info = await documentInfo(document);
    const layers = await document.getOptionalContentConfig();
    let raw: RawContent | undefined;
    const context: DocumentContext = {
      visible: (group) => layers.isVisible(group),
      rawContent(pageNumber) {
        raw ??= new RawContent(bytes);
        return raw.pageCount === document.numPages ? raw.contentOf(pageNumber) : null;
      },
      faults,
      ghostscript: /ghostscript/i.test(info.producer),
      hasOutlines,
    };
    return {
      ...info,
      pageCount: document.numPages,
      async page(number, tally) {
        faults.length = 0;
        forms.beginPage(number);
        const page = await orLost(document.getPage(number));
        try {
          countOperators(page, pdfjs.OPS, tally, (reason) => giveUp(reason));
          return await orLost(readPage(pdfjs, page, context));
        } finally {
          page.cleanup();
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function tooLarge(): ChohyoError {
  return new ChohyoError({
    code: 'E_LIMIT_SIZE',
    message: `a part of the file unpacks to more than ${LARGEST_INFLATED / (1024 * 1024)} MB`,
    remedy: 'Print the document anew as PDF from its source, or leave this file out.',
  });
}

/**
 * Counts a page's operators chunk by chunk as the parser sends them (`PDFPageProxy._renderPageChunk`): a file
 * of two kilobytes can unfold to millions, and the whole list is more than the memory holds. After the last
 * straw nothing more is kept.
 */
function countOperators(page: PDFPageProxy, ops: Readonly<Record<string, number>>, tally: OperatorCounter, stop: (reason: Error) => void): void {
  const keep: unknown = Reflect.get(page, '_renderPageChunk');
  if (typeof keep !== 'function') return;
  let stopped = false;
  let open = 0;
  Reflect.set(page, '_renderPageChunk', (chunk: unknown, state: unknown) => {
    if (stopped) return;
    try {
      const { operators, saved } = operatorsIn(chunk, ops);
      open = Math.max(0, open + saved);
      tally.add('operators', operators);
      tally.nest(open);
    } catch (error) {
      stopped = true;
      stop(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    Reflect.apply(keep, page, [chunk, state]);
  });
}

/** Forms shown within forms. Real ones are nested some five deep; at some thousands pdf.js has no stack left, which Node reports past us. */
const DEEPEST_FORM = 500;

/** Sees to it that the parser stops where forms are nested too deep. */
function formsWithinForms(ops: Readonly<Record<string, number>>, stop: (reason: Error) => void) {
  let page = 0;
  let depth = 0;
  return {
    beginPage(number: number): void {
      page = number;
      depth = 0;
    },
    see(operators: readonly unknown[]): void {
      for (const operator of operators) {
        if (operator === ops['paintFormXObjectBegin']) depth++;
        else if (operator === ops['paintFormXObjectEnd']) depth--;
      }
      if (depth <= DEEPEST_FORM) return;
      const reason = new ChohyoError({
        code: 'E_LIMIT_OPERATORS',
        message: `page ${page} shows forms within forms, more than ${DEEPEST_FORM} deep`,
        remedy: 'Print the document anew as PDF from its source, or leave this file out.',
      });
      stop(reason);
      // To the parser it is a fault of the content, as it knows them.
      throw Object.assign(new Error(reason.message), { name: 'FormatError' });
    },
  };
}

/** A path is one operator of the list, whatever the number of its segments; each of these is three numbers at least. */
function operatorsIn(chunk: unknown, ops: Readonly<Record<string, number>>): { readonly operators: number; readonly saved: number } {
  const fns = field(chunk, 'fnArray');
  const args = field(chunk, 'argsArray');
  if (!Array.isArray(fns)) return { operators: 0, saved: 0 };
  const { constructPath, save, restore } = ops;
  let operators = fns.length;
  let saved = 0;
  for (let i = 0; i < fns.length; i++) {
    const fn: unknown = fns[i];
    if (fn === constructPath) operators += Math.floor(num(field(at(at(at(args, i), 1), 0), 'length')) / 3);
    else if (fn === save) saved++;
    else if (fn === restore) saved--;
  }
  return { operators, saved };
}

/** Milliseconds that pdf.js has to finish after a promise of its went astray; it has no other work to wait for. */
const GRACE = 500;

/** Content that pdf.js left out or guessed at: `getOperatorList - ignoring XObject: "FormatError: …".` */
const PASSED_OVER = [/^getOperatorList - ignoring (.+)$/s, /^ensureStateFont: (.+)$/s, /^(Font ".*" is not available)/s];

async function documentInfo(document: PDFDocumentProxy) {
  const metadata = await document.getMetadata().catch(() => undefined);
  const info: unknown = metadata?.info;
  return {
    producer: text(field(info, 'Producer')),
    creator: text(field(info, 'Creator')),
    title: text(field(info, 'Title')),
    encrypted: text(field(info, 'EncryptFilterName')) !== '',
  };
}

/** What a page's reading needs from its document. */
interface DocumentContext {
  visible(group: unknown): boolean;
  /** The page's content stream, `null` when it cannot be had. */
  rawContent(pageNumber: number): string | null;
  /** Faults heard of since the page was begun. */
  readonly faults: readonly string[];
  readonly ghostscript: boolean;
  readonly hasOutlines: boolean;
}

async function readPage(pdfjs: Library, page: PDFPageProxy, document: DocumentContext): Promise<PageContent> {
  const { faults, visible } = document;
  const list = await page.getOperatorList();
  // Where the content cannot be had at all, the list comes empty without a word; this rejects with the reason.
  if (list.fnArray.length === 0) await page.getTextContent();
  const ops: Readonly<Record<string, number>> = pdfjs.OPS;
  const { fonts, broken } = await loadFaces(page, list.fnArray, list.argsArray, ops, document);
  const actualTexts = actualTextsIn(list.fnArray, list.argsArray, ops, () => document.rawContent(page.pageNumber));
  const annotated = list.fnArray.includes(pdfjs.OPS.beginAnnotation);
  const context: DecodingContext = { ops, fonts, visible, fields: annotated ? await fieldIds(page) : new Set(), actualTexts };
  const viewport = page.getViewport({ scale: 1 });
  return {
    width: viewport.width,
    height: viewport.height,
    rotation: viewport.rotation,
    display: matrixOf(viewport.transform),
    faults: [...faults, ...(broken > 0 ? ['a font, whose text is missing'] : [])],
    follow: (visit) => decode(list.fnArray, list.argsArray, context, visit),
  };
}

/** pdf.js passes marked-content operators on without their `ActualText`: what it says, by place in the list. */
function actualTextsIn(
  fns: readonly number[],
  args: readonly unknown[],
  ops: Readonly<Record<string, number>>,
  rawContent: () => string | null,
): ReadonlyMap<number, string> {
  const { beginAnnotation, paintFormXObjectBegin, paintFormXObjectEnd, beginMarkedContent, beginMarkedContentProps } = ops;
  const places: MarkedPlace[] = [];
  let formDepth = 0;
  for (let i = 0; i < fns.length && fns[i] !== beginAnnotation; i++) {
    const fn = fns[i];
    if (fn === paintFormXObjectBegin) formDepth++;
    else if (fn === paintFormXObjectEnd) formDepth--;
    else if (formDepth === 0 && (fn === beginMarkedContent || fn === beginMarkedContentProps)) {
      const tag: unknown = at(args[i], 0);
      // Layers that pdf.js brings in from forms and images are not in the content stream.
      if (tag !== 'OC') places.push({ tag: text(tag) || text(field(tag, 'name')), place: i });
    }
  }
  return actualTextsAt(places, rawContent);
}

async function fieldIds(page: PDFPageProxy): Promise<Set<string>> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  return new Set(annotations.filter((a) => field(a, 'subtype') === 'Widget').map((a) => String(field(a, 'id'))));
}

/** The name that pdf.js gives to a font it failed to parse. */
const BROKEN_FONT = 'g_font_error';

/** Every font that the operator list sets, once it is ready, and how many could not be parsed. */
async function loadFaces(
  page: PDFPageProxy,
  fns: readonly number[],
  args: readonly unknown[],
  ops: Readonly<Record<string, number>>,
  document: DocumentContext,
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

function faceOf(page: PDFPageProxy, id: string, font: unknown, { ghostscript, hasOutlines }: DocumentContext): Face {
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
