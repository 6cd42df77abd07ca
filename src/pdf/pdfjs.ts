/**
 * Opens a document by pdf.js and turns each page's operator list into `Operation`s. What knows pdf.js is here and in `decode`,
 * `faces`, `guards` and `library`: moving to another version of it means moving these.
 *
 * Read against pdfjs-dist 5.6.205 (`src/display/canvas.js` is the reference for what the operators
 * mean). Of the shown glyphs it relies on `unicode`, `width`, `vmetric`, `isSpace`, `fontChar`, and on
 * `originalCharCode` where present.
 */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { MarkedPlace } from './actual-text.js';
import { actualTextsAt } from './actual-text.js';
import { listenForFaults } from './faults.js';
import { type FontContext, loadFaces } from './faces.js';
import type { Matrix } from './geometry.js';
import { countOperators, formsWithinForms, type OperatorCounter, tooLarge } from './guards.js';
import { loadPdfjs, mannerWanted, packageFolder, type Library } from './library.js';
import { decode, matrixOf, type DecodingContext } from './decode.js';
import type { Operation } from './operations.js';
import { RawContent } from './raw-content.js';
import { at, field, text } from './untyped.js';

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
interface DocumentContext extends FontContext {
  visible(group: unknown): boolean;
  /** The page's content stream, `null` when it cannot be had. */
  rawContent(pageNumber: number): string | null;
  /** Faults heard of since the page was begun. */
  readonly faults: readonly string[];
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
