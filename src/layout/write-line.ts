/** A row of glyphs → the `Line` that the rest of the program reads: text, raw text, spaces, struck glyphs. */
import type { Line, PlacedGlyph } from '../model/layout.js';
import type { Glyph } from '../model/page.js';
import { onPage, PLAIN_BOOK, type Rulebook } from './evidence/rulebook.js';
import { boundsOfAll, median, overlap } from './geometry.js';
import type { Framed, Row } from './lines.js';
import { isSpace } from './marks.js';
import { isAutomaticSpace, isSqueezedSpace, LEAST_GAP, PLAIN_SETTING, type Setting, spacesBefore } from './spaces.js';

/** How the lines of a page are written, and by which rules the page is read. */
export interface Writer {
  readonly page: number;
  readonly struck: ReadonlySet<Glyph>;
  readonly setting: Setting;
  readonly book: Rulebook;
}

/** A space glyph that other glyphs cover by more than this share of its advance is no space to a reader. */
const COVERED = 0.6;
/** Narrower spaces than this, in em, are not seen. */
const THINNEST = 0.05;

export const along = ({ glyph, box }: Framed): { text: string; from: number; to: number; size: number } => ({
  text: glyph.text,
  from: box.x0,
  to: box.x1,
  size: glyph.size,
});

export function writeLine({ direction, members }: Row, { page, struck, setting }: Writer): Line {
  const inked = members.filter(({ glyph }) => !isSpace(glyph));
  const printed = (inked.length > 0 ? inked : members).map(({ glyph }) => glyph);
  // Most lines have no space glyphs, and no white to look for spaces in.
  const visible = inked.length === members.length ? members : members.filter((_, i) => showsItself(members, i, setting));
  const spaces = hasGap(visible) ? spacesBefore(visible.map(along), setting) : [];
  const written: PlacedGlyph[] = [];
  const glyphs = members.map((member): PlacedGlyph => {
    const { glyph } = member;
    const shows = member === visible[written.length];
    const placed: PlacedGlyph = { glyph, struck: struck.has(glyph), spaceBefore: shows ? (spaces[written.length] ?? '') : '' };
    if (shows) written.push(placed);
    return placed;
  });
  return {
    page,
    box: boundsOfAll(printed),
    ...textOf(written),
    writing: direction === 'right' || direction === 'left' ? 'horizontal' : 'vertical',
    size: median(printed.map(({ size }) => size)),
    glyphs,
  };
}

/** Two neighbours are so far apart that a space may lie between them. */
function hasGap(members: readonly Framed[]): boolean {
  return members.some((here, i) => {
    const before = members[i - 1];
    if (before === undefined) return false;
    const em = Math.min(before.glyph.size, here.glyph.size);
    return em > 0 && (here.box.x0 - before.box.x1) / em >= LEAST_GAP;
  });
}

/** A vertical line read top down from glyphs that the font writes horizontally. */
export function writeStack(glyphs: readonly Glyph[], writer: Writer): Line {
  const placed = glyphs.map((glyph): PlacedGlyph => ({ glyph, struck: writer.struck.has(glyph), spaceBefore: '' }));
  const printed = glyphs.filter((glyph) => !isSpace(glyph));
  return {
    page: writer.page,
    box: boundsOfAll(printed),
    ...textOf(placed.filter(({ glyph }) => !isSpace(glyph))),
    writing: 'vertical',
    size: median(printed.map((glyph) => glyph.size)),
    glyphs: placed,
  };
}

/** False for a space glyph that a reader does not see as one: covered, of no width, or the producer's own. */
function showsItself(members: readonly Framed[], i: number, setting: Setting): boolean {
  const here = members[i];
  if (here === undefined || !isSpace(here.glyph)) return true;
  const { x0, x1 } = here.box;
  if (x1 - x0 < THINNEST * here.glyph.size) return false;
  const before = neighbour(members, i, -1);
  const after = neighbour(members, i, 1);
  const covered = [before, after].reduce((sum, other) => sum + (other ? Math.max(0, overlap(x0, x1, other.box.x0, other.box.x1)) : 0), 0);
  if (covered > COVERED * (x1 - x0)) return false;
  if (before === undefined || after === undefined) return true;
  const isAutomatic = setting.spaceGlyphsAtBoundaries ? isAutomaticSpace : isSqueezedSpace;
  return !isAutomatic(along(before), along(here), along(after));
}

function neighbour(members: readonly Framed[], i: number, step: -1 | 1): Framed | undefined {
  for (let k = i + step; k >= 0 && k < members.length; k += step) {
    const member = members[k];
    if (member !== undefined && !isSpace(member.glyph)) return member;
  }
  return undefined;
}

/** `text` leaves struck glyphs out, `raw` encloses them in `~~`; both without spaces at their ends. */
export function textOf(glyphs: readonly PlacedGlyph[]): { text: string; raw: string } {
  if (!glyphs.some(({ struck }) => struck)) {
    let plain = '';
    for (const { glyph, spaceBefore } of glyphs) plain += spaceBefore + charactersOf(glyph);
    plain = plain.trim();
    return { text: plain, raw: plain };
  }
  let text = '';
  let raw = '';
  let inStrike = false;
  for (const { glyph, struck, spaceBefore } of glyphs) {
    const characters = charactersOf(glyph);
    if (struck !== inStrike) {
      raw += struck ? `${spaceBefore}~~${characters}` : `~~${spaceBefore}${characters}`;
      inStrike = struck;
    } else {
      raw += spaceBefore + characters;
    }
    if (!struck) text += spaceBefore + characters;
  }
  if (inStrike) raw += '~~';
  return { text: text.trim(), raw: raw.trim() };
}

const charactersOf = (glyph: Glyph): string => (isSpace(glyph) ? spaceText(glyph.text) : glyph.text);

/** Every half-width space is U+0020, every full-width one U+3000. */
const spaceText = (text: string): string => (/[\u3000\u2001\u2003]/u.test(text) ? '\u3000' : ' ');

/** A writer for text that is looked at alone, outside a document. */
export const plainWriter = (page: number): Writer => ({ page, struck: new Set(), setting: PLAIN_SETTING, book: onPage(PLAIN_BOOK, page) });
