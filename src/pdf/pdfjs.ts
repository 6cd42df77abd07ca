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
import { IDENTITY, concat } from './geometry.js';
import { isGarbled } from './ghostscript.js';
import { LARGEST_INFLATED } from './inflate.js';
import { loadPdfjs, mannerWanted, packageFolder, type Library } from './library.js';
import type { Face, GraphicsParameters, Operation, PathPaint, PathPoint, ShownGlyph, Subpath } from './operations.js';
import { RawContent } from './raw-content.js';
import { at, entries, field, isRecord, num, numbers, text } from './untyped.js';

/** One page's content with what is needed to place it. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  /** User space to points of the page as displayed. */
  readonly display: Matrix;
  /** Parts of the content that could not be read and are missing from the operations. */
  readonly faults: readonly string[];
  operations(): Generator<Operation>;
}

/** What decoding needs beside the operator list. */
interface Context {
  readonly ops: Readonly<Record<string, number>>;
  readonly fonts: ReadonlyMap<string, Face>;
  /** Whether an optional content group is switched on. */
  visible(group: unknown): boolean;
  /** Ids of the annotations that are form fields. */
  readonly fields: ReadonlySet<string>;
  /** What marked content reads as, by the place of its first operator in the list. */
  readonly actualTexts: ReadonlyMap<number, string>;
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

/** Opens a document. Rejects with pdf.js' own exceptions (`PasswordException`, `InvalidPDFException`, …). */
export async function openDocument(bytes: Uint8Array): Promise<OpenDocument> {
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
  const orLost = <T>(promised: Promise<T>): Promise<T> =>
    Promise.race([promised, new Promise<never>((_, reject) => (giveUp = reject))]);
  const forms = formsWithinForms(pdfjs.OPS, (reason) => giveUp(reason));
  const parsing = begin(() => giveUp(tooLarge()), forms.see);
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // pdf.js takes the buffer away from its owner, so it gets its own copy.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    // Without `standardFontDataUrl` the fourteen standard fonts count as what they are: not embedded.
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    ...(parsing.worker === undefined ? {} : { worker: parsing.worker }),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    parsing.end();
    stopListening();
  };
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
  let operators = fns.length;
  let saved = 0;
  fns.forEach((fn: unknown, i) => {
    if (fn === ops['constructPath']) operators += Math.floor(num(field(at(at(at(args, i), 1), 0), 'length')) / 3);
    else if (fn === ops['save']) saved++;
    else if (fn === ops['restore']) saved--;
  });
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
}

async function readPage(pdfjs: Library, page: PDFPageProxy, document: DocumentContext): Promise<PageContent> {
  const { faults, ghostscript, visible } = document;
  const list = await page.getOperatorList();
  // Where the content cannot be had at all, the list comes empty without a word; this rejects with the reason.
  if (list.fnArray.length === 0) await page.getTextContent();
  const ops: Readonly<Record<string, number>> = pdfjs.OPS;
  const { fonts, broken } = await loadFaces(page, list.fnArray, list.argsArray, ops, ghostscript);
  const actualTexts = actualTextsIn(list.fnArray, list.argsArray, ops, () => document.rawContent(page.pageNumber));
  const annotated = list.fnArray.includes(pdfjs.OPS.beginAnnotation);
  const context: Context = { ops, fonts, visible, fields: annotated ? await fieldIds(page) : new Set(), actualTexts };
  const viewport = page.getViewport({ scale: 1 });
  return {
    width: viewport.width,
    height: viewport.height,
    rotation: viewport.rotation,
    display: matrixOf(viewport.transform),
    faults: [...faults, ...(broken > 0 ? ['a font, whose text is missing'] : [])],
    operations: () => decode(list.fnArray, list.argsArray, context),
  };
}

/** pdf.js passes marked-content operators on without their `ActualText`: what it says, by place in the list. */
function actualTextsIn(
  fns: readonly number[], args: readonly unknown[], ops: Readonly<Record<string, number>>, rawContent: () => string | null,
): ReadonlyMap<number, string> {
  const places: MarkedPlace[] = [];
  let formDepth = 0;
  for (let i = 0; i < fns.length && fns[i] !== ops['beginAnnotation']; i++) {
    if (fns[i] === ops['paintFormXObjectBegin']) formDepth++;
    else if (fns[i] === ops['paintFormXObjectEnd']) formDepth--;
    else if (formDepth === 0 && (fns[i] === ops['beginMarkedContent'] || fns[i] === ops['beginMarkedContentProps'])) {
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
  ghostscript: boolean,
): Promise<{ readonly fonts: ReadonlyMap<string, Face>; readonly broken: number }> {
  const ids = new Set<string>();
  fns.forEach((fn, i) => {
    if (fn === ops['setFont']) addString(ids, at(args[i], 0));
    if (fn === ops['setGState']) {
      for (const [key, value] of entries(at(args[i], 0))) if (key === 'Font') addString(ids, at(value, 0));
    }
  });
  const fonts = new Map<string, Face>();
  let broken = 0;
  for (const id of ids) {
    const font = await new Promise<unknown>((resolve) => {
      if (id === BROKEN_FONT && !page.commonObjs.has(id)) resolve(undefined);
      else page.commonObjs.get(id, resolve);
    });
    // In the place of a font that it could not parse pdf.js has an error message, and no glyphs.
    if (!isRecord(font)) broken++;
    fonts.set(id, faceOf(page, id, font, ghostscript));
  }
  return { fonts, broken };
}

function faceOf(page: PDFPageProxy, id: string, font: unknown, ghostscript: boolean): Face {
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
      if (type3) return false;
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

// ── operator list → operations ──────────────────────────────────────────────────────────────────

function* decode(fns: readonly number[], args: readonly unknown[], context: Context): Generator<Operation> {
  const { ops, fonts } = context;
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  for (let i = 0; i < fns.length; i++) {
    const arg = args[i];
    const name = names.get(fns[i] ?? -1);
    if (name === 'beginMarkedContent' || name === 'beginMarkedContentProps') {
      const layer = name === 'beginMarkedContentProps' && at(arg, 0) === 'OC';
      yield {
        kind: 'beginMarked',
        visible: !layer || context.visible(at(arg, 1)),
        actualText: context.actualTexts.get(i) ?? null,
      };
    } else if (name === 'setFont') {
      const face = fonts.get(String(at(arg, 0)));
      if (face !== undefined) yield { kind: 'font', face, size: num(at(arg, 1)) };
    } else if (name === 'setGState') {
      yield { kind: 'parameters', parameters: graphicsParameters(at(arg, 0), fonts) };
    } else if (name === 'paintImageXObject' || name === 'paintInlineImageXObject') {
      yield { kind: 'image', stencil: false, opaque: !hasMask(fns, args, i, ops) };
    } else if (name !== undefined) {
      const operation = simpleOperation(name, arg, context);
      if (operation !== undefined) yield operation;
    }
  }
}

/** pdf.js announces an image that has a mask by switching the soft mask off before it (`addImageOps`). */
function hasMask(fns: readonly number[], args: readonly unknown[], i: number, ops: Readonly<Record<string, number>>): boolean {
  const before = fns[i - 1] === ops['beginMarkedContentProps'] ? i - 2 : i - 1;
  if (fns[before] !== ops['setGState']) return false;
  return [...entries(at(args[before], 0))].some(([key, value]) => key === 'SMask' && value === false);
}

/** Operators that stand for themselves; the others carry nothing that this project looks at. */
function simpleOperation(name: string, arg: unknown, context: Context): Operation | undefined {
  const value = num(at(arg, 0));
  switch (name) {
    case 'save':
    case 'restore':
      return { kind: name };
    case 'showText':
      return { kind: 'show', items: shownItems(at(arg, 0)) };
    case 'transform':
      return { kind: 'transform', matrix: matrixOf(arg) };
    case 'beginText':
    case 'nextLine':
    case 'clip':
      return { kind: name };
    case 'eoClip':
      return { kind: 'clip' };
    case 'setTextMatrix':
      return { kind: 'textMatrix', matrix: matrixOf(at(arg, 0)) };
    case 'moveText':
      return { kind: 'moveText', x: value, y: num(at(arg, 1)) };
    case 'setLeadingMoveText':
      return { kind: 'moveTextSetLeading', x: value, y: num(at(arg, 1)) };
    case 'setLeading':
      return { kind: 'leading', value };
    case 'setCharSpacing':
      return { kind: 'charSpacing', value };
    case 'setWordSpacing':
      return { kind: 'wordSpacing', value };
    case 'setHScale':
      return { kind: 'horizontalScale', value: value / 100 };
    case 'setTextRise':
      return { kind: 'rise', value };
    case 'setTextRenderingMode':
      return { kind: 'renderMode', value };
    case 'setLineWidth':
      return { kind: 'lineWidth', value };
    case 'setDash':
      return { kind: 'dash', pattern: numbers(at(arg, 0)) };
    case 'setFillRGBColor':
      return { kind: 'fillColor', paint: colour(at(arg, 0)) };
    case 'setStrokeRGBColor':
      return { kind: 'strokeColor', paint: colour(at(arg, 0)) };
    case 'setFillColorN':
    case 'setFillTransparent':
      return { kind: 'fillColor', paint: null };
    case 'setStrokeColorN':
    case 'setStrokeTransparent':
      return { kind: 'strokeColor', paint: null };
    case 'constructPath':
      return { kind: 'path', subpaths: subpathsOf(at(at(arg, 1), 0)), paint: pathPaint(value, context.ops) };
    case 'shadingFill':
      return { kind: 'shading' };
    case 'paintFormXObjectBegin':
      return { kind: 'form', matrix: matrixOf(at(arg, 0), IDENTITY), bbox: boxNumbers(at(arg, 1)) };
    case 'paintFormXObjectEnd':
      return { kind: 'endForm' };
    case 'beginGroup': {
      const group = at(arg, 0);
      // The group's matrix comes again with the form inside it; here it only places the clip box.
      return {
        kind: 'group',
        matrix: matrixOf(field(group, 'matrix'), IDENTITY),
        bbox: boxNumbers(field(group, 'bbox')),
        mask: isRecord(field(group, 'smask')),
      };
    }
    case 'endGroup':
      return { kind: 'endGroup' };
    case 'beginAnnotation':
      return {
        kind: 'annotation',
        rect: boxNumbers(at(arg, 1)),
        matrix: concat(matrixOf(at(arg, 2), IDENTITY), matrixOf(at(arg, 3), IDENTITY)),
        field: context.fields.has(String(at(arg, 0))),
      };
    case 'endAnnotation':
      return { kind: 'endAnnotation' };
    case 'paintImageMaskXObject':
      return { kind: 'image', stencil: true, opaque: false };
    case 'paintSolidColorImageMask':
      return { kind: 'image', stencil: true, opaque: true };
    case 'endMarkedContent':
      return { kind: 'endMarked' };
    default:
      return undefined;
  }
}

function shownItems(list: unknown): (ShownGlyph | number)[] {
  const items: (ShownGlyph | number)[] = [];
  if (!Array.isArray(list)) return items;
  for (const item of list) {
    if (typeof item === 'number') items.push(item);
    else if (isRecord(item)) items.push(shownGlyph(item));
  }
  return items;
}

/** pdf.js has one object for each code of a font; passed on as it is, it comes again wherever the code is shown. */
const shownGlyphs = new WeakMap<object, ShownGlyph>();

function shownGlyph(glyph: Readonly<Record<string, unknown>>): ShownGlyph {
  let shown = shownGlyphs.get(glyph);
  if (shown === undefined) shownGlyphs.set(glyph, (shown = makeShownGlyph(glyph)));
  return shown;
}

function makeShownGlyph(glyph: Readonly<Record<string, unknown>>): ShownGlyph {
  const code = glyph['originalCharCode'];
  const v = glyph['vmetric'];
  return {
    unicode: text(glyph['unicode']),
    code: typeof code === 'number' ? code : null,
    outline: String(glyph['fontChar']),
    width: num(glyph['width']),
    vmetric: Array.isArray(v) ? [num(v[0]), num(v[1]), num(v[2])] : null,
    isSpace: glyph['isSpace'] === true,
  };
}

function graphicsParameters(states: unknown, fonts: ReadonlyMap<string, Face>): GraphicsParameters {
  const out: { -readonly [K in keyof GraphicsParameters]: GraphicsParameters[K] } = {};
  for (const [key, value] of entries(states)) {
    if (key === 'ca') out.fillAlpha = num(value, 1);
    else if (key === 'CA') out.strokeAlpha = num(value, 1);
    else if (key === 'BM') out.blended = value !== 'source-over' && value !== 'Normal';
    else if (key === 'SMask') out.softMask = value === true || isRecord(value);
    else if (key === 'LW') out.lineWidth = Math.abs(num(value));
    else if (key === 'D') out.dash = numbers(at(value, 0));
    else if (key === 'Font') {
      const face = fonts.get(String(at(value, 0)));
      if (face !== undefined) out.font = { face, size: num(at(value, 1)) };
    }
  }
  return out;
}

function pathPaint(op: number, ops: Readonly<Record<string, number>>): PathPaint {
  const is = (...names: readonly string[]): boolean => names.some((name) => ops[name] === op);
  const evenOdd = is('eoFill', 'eoFillStroke', 'closeEOFillStroke');
  const both = is('fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
  return { fill: both || is('fill', 'eoFill'), stroke: both || is('stroke', 'closeStroke'), evenOdd };
}

/** pdf.js' path: 0 move (2 numbers), 1 line (2), 2 cubic (6), 3 quadratic (4), 4 close (`DrawOPS` in `src/shared/util.js`). */
function subpathsOf(data: unknown): Subpath[] {
  if (!(data instanceof Float32Array)) return [];
  const subpaths: Subpath[] = [];
  let points: PathPoint[] = [];
  const finish = (closed: boolean): void => {
    if (points.length > 1) subpaths.push({ points, closed });
  };
  let i = 0;
  while (i < data.length) {
    const op = data[i++] ?? 0;
    if (op === 4) {
      finish(true);
      // What follows a close without a move starts where the contour began.
      points = points.slice(0, 1);
      continue;
    }
    if (op === 0) {
      finish(false);
      points = [];
    }
    const count = op === 2 ? 6 : op === 3 ? 4 : 2;
    points.push({ x: data[i + count - 2] ?? 0, y: data[i + count - 1] ?? 0, curved: count > 2 });
    i += count;
  }
  finish(false);
  return subpaths;
}

// ── reading values ──────────────────────────────────────────────────────────────────────────────

function addString(set: Set<string>, value: unknown): void {
  if (typeof value === 'string') set.add(value);
}

function colour(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value) ? value : null;
}

function boxNumbers(value: unknown): number[] | null {
  const box = [0, 1, 2, 3].map((i) => at(value, i));
  return box.every((n) => typeof n === 'number') ? box : null;
}

function matrixOf(value: unknown, otherwise: Matrix = IDENTITY): Matrix {
  if (typeof at(value, 0) !== 'number') return otherwise;
  return [num(at(value, 0)), num(at(value, 1)), num(at(value, 2)), num(at(value, 3)), num(at(value, 4)), num(at(value, 5))];
}
