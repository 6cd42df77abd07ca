/**
 * PDF page → picture of it. Beside `src/pdf/pdfjs.ts` the only file that knows pdf.js: a page that was
 * drawn cannot be read any more (drawing turns its paths into Path2D), so drawing opens the document anew.
 */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { packageFolder } from '../pdf/library.js';
import { drawVerticalForms } from './vertical-forms.js';

export interface PageImage {
  /** 1-based. */
  readonly page: number;
  /** Of the page as displayed, in points. */
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly bytes: Uint8Array;
  /** Names of fonts that the PDF does not hold: their text was drawn with another font. */
  readonly substituted: readonly string[];
}

export interface PageDrawer {
  readonly pageCount: number;
  draw(page: number): Promise<PageImage>;
  close(): Promise<void>;
}

/** Fine enough to read 6-point ruby on a screen, coarse enough for a hundred kilobytes a page. */
const DOTS_PER_INCH = 120;
/** No side of a picture is longer, however large the page is: a plan in A0 needs no 30 megabytes. */
const MAX_SIDE_PIXELS = 4000;
/** At this quality the edges of small characters stay clean. */
const WEBP_QUALITY = 80;

/**
 * What pdf.js names where a font is missing. On a machine without Japanese fonts that gives empty boxes,
 * on others a different look each; all three stand for the font that comes with the program.
 */
const GENERIC_FAMILIES = ['sans-serif', 'serif', 'monospace'] as const;

export const FALLBACK_FONT = 'BIZ UDGothic';

/** File of the font that stands in for missing ones: all of JIS X 0208 and the characters of Japanese PCs. */
export function fallbackFontFile(weight: 'regular' | 'bold'): string {
  const name = weight === 'regular' ? '400Regular/BIZUDGothic_400Regular.ttf' : '700Bold/BIZUDGothic_700Bold.ttf';
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/biz-udgothic/${name}`);
}

let fontsReady = false;

function registerFonts(): void {
  if (fontsReady) return;
  for (const family of GENERIC_FAMILIES) {
    for (const weight of ['regular', 'bold'] as const) GlobalFonts.registerFromPath(fallbackFontFile(weight), family);
  }
  fontsReady = true;
}

/** Rejects with pdf.js' own exceptions. The bytes are copied: pdf.js takes its buffer away. */
export async function openDrawer(bytes: Uint8Array): Promise<PageDrawer> {
  registerFonts();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    wasmUrl: packageFolder('wasm'),
    iccUrl: packageFolder('iccs'),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return {
      pageCount: document.numPages,
      async draw(number) {
        const page = await document.getPage(number);
        try {
          return await drawPage(page);
        } finally {
          page.cleanup();
        }
      },
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

async function drawPage(page: PDFPageProxy): Promise<PageImage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DOTS_PER_INCH / 72, MAX_SIDE_PIXELS / Math.max(width, height, 1));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  drawVerticalForms(canvas.getContext('2d'));
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  const bytes = await canvas.encode('webp', WEBP_QUALITY);
  return { page: page.pageNumber, width, height, bytes: new Uint8Array(bytes), substituted: missingFonts(page) };
}

/** pdf.js keeps each font that the page used among its common objects. */
function missingFonts(page: PDFPageProxy): readonly string[] {
  const names = new Set<string>();
  for (const [, font] of page.commonObjs) {
    if (typeof font !== 'object' || font === null || !('missingFile' in font) || font.missingFile !== true) continue;
    const name = 'name' in font && typeof font.name === 'string' ? font.name : '';
    names.add(readableName(name.replace(/^[A-Z]{6}\+/, '')));
  }
  return [...names].sort();
}

/** Old Japanese programs write a font's name in Shift_JIS, which pdf.js hands on byte by byte. */
function readableName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\x00-\xff]/.test(name)) return name;
  try {
    return new TextDecoder('shift_jis', { fatal: true }).decode(Uint8Array.from(name, (character) => character.charCodeAt(0)));
  } catch {
    return name;
  }
}
