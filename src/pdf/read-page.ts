/** One page's content → `Page`: follow the operations, then judge what can be seen. */
import type { Box, FontInfo, Glyph, Page, PlacedImage, Quarter } from '../model/page.js';
import { scaleBox, scaleDrawn } from '../model/scale.js';
import { UNREADABLE } from './character.js';
import { markCallouts } from './callouts.js';
import { joinDashes } from './dashes.js';
import { surfacesOf } from './edges.js';
import { Grounds } from './ground.js';
import { interpret } from './interpret.js';
import type { GlyphMark } from './marks.js';
import type { Face } from './operations.js';
import { marksOf, textSizeOf, unitOf } from './painted.js';
import type { PageContent } from './pdfjs.js';
import { UNKNOWN_COLOUR, rulingsOf } from './rulings.js';
import { joinStrips } from './strips.js';
import type { Tally } from './tally.js';
import { hiddenReason } from './visible.js';

/** Throws `ChohyoError` E_LIMIT_… when the page holds more than the tally allows. */
export function readPageContent(number: number, content: PageContent, tally: Tally): Page {
  const page: Box = { x0: 0, top: 0, x1: content.width, bottom: content.height };
  const { glyphs: shown, painted } = interpret(content.follow, content.display, page, tally);
  const textSize = textSizeOf(shown);
  const unit = unitOf(textSize);
  const drawn = marksOf(painted, unit, (more) => {
    tally.add('rulings', more);
  });
  const marks = markCallouts(joinStrips({ glyphs: shown, ...drawn }), unit);
  const grounds = new Grounds(marks.areas);
  // A comment's box, or a call-out, lies over the page: the page's own rulings and colours go on beneath it.
  const beneath = marks.areas.some((area) => area.annotation) ? new Grounds(marks.areas.filter((area) => !area.annotation)) : grounds;
  const fonts = new FontTable();
  const glyphs = marks.glyphs.map((mark) => glyphOf(mark, page, grounds, unit, fonts));
  const droppedRulings = { background: 0, clipped: 0, outside: 0 };
  const { rulings, diagonals } = rulingsOf(marks.lines, scaleBox(page, 1 / unit), beneath, droppedRulings);
  const { fills, edges } = surfacesOf(marks.areas, beneath);
  const shapes = marks.outlines.filter(({ annotation }) => !annotation).map(({ box, order }) => ({ box, order }));
  const asDisplayed = scaleDrawn(
    { rulings: [...joinDashes(rulings, textSize / unit), ...edges], fills, diagonals, shapes, images: imagesOf(marks.areas) },
    unit,
  );
  return {
    number,
    width: content.width,
    height: content.height,
    rotation: quarterOf(content.rotation),
    glyphs,
    ...(isRecognised(glyphs, asDisplayed.images, content) ? { ocrLayer: true } : {}),
    ...damageOf(content.faults),
    ...asDisplayed,
    fonts: fonts.infos(),
    droppedRulings,
  };
}

function damageOf(faults: readonly string[]): { damage?: string } {
  const [first, ...more] = faults;
  if (first === undefined) return {};
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return { damage: `part of the page could not be read: ${first.replace(/\s+/g, ' ')}${others}` };
}

function glyphOf(mark: GlyphMark, page: Box, grounds: Grounds, unit: number, fonts: FontTable): Glyph {
  const hidden = hiddenReason(mark, page, grounds, unit);
  const { face, paints, setting } = mark.style;
  const glyph: { -readonly [Key in keyof Glyph]: Glyph[Key] } = {
    text: mark.text,
    box: mark.box,
    size: setting.size,
    font: fonts.indexOf(face, mark.text),
    color: paints[0] ?? UNKNOWN_COLOUR,
    turn: setting.turn,
    vertical: face.vertical,
    order: mark.order,
  };
  if (hidden !== undefined) glyph.hidden = hidden;
  if (mark.annotation) glyph.annotation = true;
  if (setting.askew) glyph.askew = true;
  return glyph;
}

function imagesOf(areas: readonly { readonly kind: string; readonly box: Box; readonly order: number }[]): PlacedImage[] {
  return areas.filter(({ kind }) => kind === 'image').map(({ box, order }) => ({ box, order }));
}

function quarterOf(rotation: number): Quarter {
  return rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0;
}

/** Share of the page that an image must fill to be a scan of the page. */
const SCAN_SHARE = 0.5;

/** All text is invisible and lies on a scan: the work of character recognition. */
function isRecognised(glyphs: readonly Glyph[], images: readonly PlacedImage[], page: PageContent): boolean {
  const scanned = images.some(({ box }) => (box.x1 - box.x0) * (box.bottom - box.top) >= SCAN_SHARE * page.width * page.height);
  if (!scanned) return false;
  const text = glyphs.filter((glyph) => glyph.text.trim() !== '');
  return text.length > 0 && text.every(({ hidden }) => hidden === 'mode' || hidden === 'covered');
}

/** The page's fonts in order of first use. */
class FontTable {
  private readonly faces: Face[] = [];
  private readonly indices = new Map<Face, number>();
  /** Faces of which at least one glyph with ink says what it is. */
  private readonly readable = new Set<Face>();
  private readonly unreadable = new Set<Face>();
  private last: { readonly face: Face; readonly index: number } | undefined;

  /** Of a glyph of the face with this text. */
  indexOf(face: Face, text: string): number {
    if (text === UNREADABLE) this.unreadable.add(face);
    else if (text !== ' ') this.readable.add(face);
    if (this.last?.face !== face) this.last = { face, index: this.indexOfFace(face) };
    return this.last.index;
  }

  private indexOfFace(face: Face): number {
    const known = this.indices.get(face);
    if (known !== undefined) return known;
    this.indices.set(face, this.faces.length);
    return this.faces.push(face) - 1;
  }

  /** To be asked when every glyph has been seen. */
  infos(): FontInfo[] {
    return this.faces.map((face) => {
      const { name, embedded, vertical } = face;
      const unmapped = face.unmapped || (this.unreadable.has(face) && !this.readable.has(face));
      return { name, embedded, vertical, unmapped };
    });
  }
}
