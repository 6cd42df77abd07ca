/** One page's content → `Page`: follow the operations, then judge what can be seen. */
import { ChohyoError } from '../model/errors.js';
import type { Box, FontInfo, Glyph, Page, PlacedImage, Quarter } from '../model/page.js';
import { joinDashes } from './dashes.js';
import { surfacesOf } from './edges.js';
import { Grounds } from './ground.js';
import { interpret } from './interpret.js';
import type { GlyphMark } from './marks.js';
import type { Face } from './operations.js';
import type { PageContent } from './pdfjs.js';
import { UNKNOWN_COLOUR, rulingsOf } from './rulings.js';
import { hiddenReason } from './visible.js';

/** What one page may hold at most; beyond it the file is damaged or made to exhaust its reader. */
export interface PageLimits {
  readonly operators: number;
  readonly glyphs: number;
}

/** Throws `ChohyoError` E_LIMIT_SIZE when the page holds more than `limits` allow. */
export function readPageContent(number: number, content: PageContent, limits: PageLimits): Page {
  if (content.operatorCount > limits.operators) {
    throw tooMuch(number, `${content.operatorCount} drawing operators`, limits.operators);
  }
  let shown = 0;
  const count = (glyphs: number): void => {
    shown += glyphs;
    if (shown > limits.glyphs) throw tooMuch(number, `more than ${limits.glyphs} glyphs`, limits.glyphs);
  };
  const page: Box = { x0: 0, top: 0, x1: content.width, bottom: content.height };
  const marks = interpret(content.operations(), content.display, page, count);
  const grounds = new Grounds(marks.areas);
  const fonts = new FontTable();
  const glyphs = marks.glyphs.map((mark) => glyphOf(mark, page, grounds, fonts));
  const droppedRulings = { background: 0, clipped: 0, outside: 0 };
  const { rulings, diagonals } = rulingsOf(marks.lines, page, grounds, droppedRulings);
  const { fills, edges } = surfacesOf(marks.areas, grounds);
  return {
    number,
    width: content.width,
    height: content.height,
    rotation: quarterOf(content.rotation),
    glyphs,
    rulings: [...joinDashes(rulings), ...edges],
    fills,
    diagonals,
    images: imagesOf(marks.areas),
    fonts: fonts.infos,
    droppedRulings,
  };
}

function tooMuch(number: number, what: string, limit: number): ChohyoError {
  return new ChohyoError({
    code: 'E_LIMIT_SIZE',
    message: `page ${number} holds ${what}; the limit is ${limit}`,
    remedy: 'Print the document anew as PDF from its source, or leave this file out.',
  });
}

function glyphOf(mark: GlyphMark, page: Box, grounds: Grounds, fonts: FontTable): Glyph {
  const hidden = hiddenReason(mark, page, grounds);
  return {
    text: mark.text,
    box: mark.box,
    size: mark.size,
    font: fonts.indexOf(mark.face),
    color: mark.paints[0] ?? UNKNOWN_COLOUR,
    turn: mark.turn,
    vertical: mark.face.vertical,
    order: mark.order,
    ...(hidden === undefined ? {} : { hidden }),
  };
}

function imagesOf(areas: readonly { readonly kind: string; readonly box: Box; readonly order: number }[]): PlacedImage[] {
  return areas.filter(({ kind }) => kind === 'image').map(({ box, order }) => ({ box, order }));
}

function quarterOf(rotation: number): Quarter {
  return rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0;
}

/** The page's fonts in order of first use. */
class FontTable {
  readonly infos: FontInfo[] = [];
  private readonly indices = new Map<Face, number>();

  indexOf(face: Face): number {
    const known = this.indices.get(face);
    if (known !== undefined) return known;
    const { name, embedded, vertical, unmapped } = face;
    this.infos.push({ name, embedded, vertical, unmapped });
    this.indices.set(face, this.infos.length - 1);
    return this.infos.length - 1;
  }
}
