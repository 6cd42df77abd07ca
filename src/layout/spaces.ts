/**
 * The glyphs of a line, in order → the spaces that a reader sees between them.
 *
 * Space glyphs that the author typed stay. Where a program left a gap instead, the gap reads as a space only if it
 * stands out among the line's other gaps: spread characters (均等割付), justified lines (両端揃え) and the quarter em
 * between Latin and Japanese (四分アキ, JIS X 4051) are typesetting, not text.
 */
import { beginsSquare, isWordCharacter, kindOf } from './characters.js';
import { median } from './geometry.js';

/** A glyph along its line: `from` and `to` in points in reading direction. */
export interface Along {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

export type Space = '' | ' ' | '\u3000';

/** How the text of a document is set; see `measureSetting`. */
export interface Setting {
  /** The producer writes a space glyph at every boundary of Latin and Japanese: it is not the author's. */
  readonly spaceGlyphsAtBoundaries: boolean;
  /** The producer leaves a gap at the boundaries of Latin and Japanese. */
  readonly gapsAtBoundaries: boolean;
  /** The producer draws the spaces that authors typed: where it drew none, a gap of less than a character is its own. */
  readonly drawsSpaces: boolean;
  /** Gap that the document sets between any two characters (字間, letter-spacing), in em. */
  readonly letterSpacing: number;
}

export const PLAIN_SETTING: Setting = { spaceGlyphsAtBoundaries: false, gapsAtBoundaries: true, drawsSpaces: false, letterSpacing: 0 };

/** Gap between Latin letters, beyond the line's normal one, that parts words: fonts' spaces are 0.2 to 0.33 em. */
const LATIN_WORD_GAP = 0.17;
/** Where no gap is as wide as this, none reads as a space. */
export const LEAST_GAP = LATIN_WORD_GAP;
/** Smallest gap between Japanese characters that is a half-width space left out by the producer (JIS: 0.25 em up). */
const JAPANESE_GAP = 0.22;
/** From here on the gap is a full-width space. */
const FULL_WIDTH_GAP = 0.9;
/** Automatic spacing between Latin and Japanese is a quarter em; justification stretches it a little. */
const BOUNDARY_GAP = 0.36;
/** Where spaces are drawn, only a gap as wide as this (em) can be one that was moved over instead; in a Latin word a smaller one. */
const UNDRAWN_GAP = 1.5;
const UNDRAWN_LATIN_GAP = 0.3;
/** In a line that is set solid but for a few places, one of a full-width space is enough: nothing spreads such a line. */
const SOLID_UNDRAWN_GAP = 1.2;
/** So many gaps of a line, and this share of them, without white show that it is set solid. */
const SOLID_COUNT = 6;
const SOLID_SHARE = 0.6;
/** A gap next to punctuation may be its own unused half. */
const PUNCTUATION_GAP = 0.7;
/** A gap must stand out by this much (em) from the gaps of a line that is spread or justified. */
const STANDS_OUT = 0.3;
/** Gaps this alike (em) come from one justification. */
const ALIKE = 0.06;
/** So many like gaps, and this share of all, in a line make a justified line, not typed spaces. */
const JUSTIFIED_COUNT = 3;
const JUSTIFIED_SHARE = 0.4;

/** The positional space before each glyph; '' where a space glyph stands already and before the first glyph. */
export function spacesBefore(line: readonly Along[], setting: Setting = PLAIN_SETTING): Space[] {
  const gaps = gapsOf(line);
  const latin = normalGap(gaps, 'latin', setting);
  const japanese = normalGap(gaps, 'japanese', setting);
  // Only what stands outside of Latin words parts a line.
  const outside = gaps.flatMap(({ kinds, gap }) => (kinds === 'latin' ? [] : [gap]));
  if (isSpread(outside)) return line.map(() => '');
  const stretched = stretchedGap(outside, gaps.length);
  const undrawn = isSolid(gaps) ? SOLID_UNDRAWN_GAP : UNDRAWN_GAP;
  return line.map((_, i): Space => {
    const here = gaps[i - 1];
    if (here?.kinds === undefined) return '';
    const { gap, kinds } = here;
    if (stretched !== undefined && gap < FULL_WIDTH_GAP && Math.abs(gap - stretched) <= ALIKE) return '';
    if (here.isDots) return '';
    if (kinds === 'latin') return gap - latin >= (setting.drawsSpaces ? UNDRAWN_LATIN_GAP : LATIN_WORD_GAP) ? ' ' : '';
    if (gap - Math.max(japanese, 0) < (japanese > JAPANESE_GAP / 2 ? STANDS_OUT : 0)) return '';
    const least = Math.max(leastGap(kinds, setting), setting.drawsSpaces ? undrawn : 0);
    if (gap < least || (kinds === 'japanese' && line.length === 2)) return '';
    return gap - Math.max(japanese, 0) >= FULL_WIDTH_GAP ? '\u3000' : ' ';
  });
}

function leastGap(kinds: Exclude<Pair, 'latin'>, setting: Setting): number {
  if (kinds === 'punctuation') return PUNCTUATION_GAP;
  return kinds === 'boundary' && setting.gapsAtBoundaries ? BOUNDARY_GAP : JAPANESE_GAP;
}

type Pair = 'latin' | 'japanese' | 'boundary' | 'punctuation';

function pairOf(before: Along, after: Along): Pair | undefined {
  const a = kindOf(before.text);
  const b = kindOf(after.text);
  if (a === 'space' || b === 'space') return undefined;
  if (a === 'latin' && b === 'latin') return 'latin';
  if (a === 'punctuation' || b === 'punctuation') return opens.test(before.text) && closes.test(after.text) ? 'japanese' : 'punctuation';
  return a === b && !isEnclosed(before.text) ? 'japanese' : 'boundary';
}

/** The unused half of an opening bracket lies before it, that of a closing one behind: white between the two was typed, （ ）. */
const opens = /^[（［｛「『【〔〈《]$/u;
const closes = /^[）］｝」』】〕〉》]$/u;

/** Dots of a leader stand as far apart as they please: their gaps are no spaces and say nothing about the words before. */
const isDot = ({ text }: Along): boolean => text === '.';

/** ① and its like: programs part them from Japanese as they do digits. */
function isEnclosed(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x2460 && code <= 0x24ff) || (code >= 0x2776 && code <= 0x2793);
}

/** What lies between two neighbours of a line. */
interface Gap {
  /** In em of the smaller one. */
  readonly gap: number;
  /** Undefined beside a space glyph. */
  readonly kinds: Pair | undefined;
  /** Both are dots of a leader. */
  readonly isDots: boolean;
}

/** The gaps of a line, in order: one less than it has glyphs. */
function gapsOf(line: readonly Along[]): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < line.length; i += 1) {
    const before = line[i - 1];
    const here = line[i];
    if (before === undefined || here === undefined) continue;
    gaps.push({ gap: gapBetween(before, here), kinds: pairOf(before, here), isDots: isDot(before) && isDot(here) });
  }
  return gaps;
}

function gapBetween(before: Along, glyph: Along): number {
  const em = Math.min(before.size, glyph.size);
  return em > 0 ? (glyph.from - before.to) / em : 0;
}

/**
 * The gap that the line sets between two characters of a kind, leader dots aside: its median, where there are enough to tell, else the
 * document's letter-spacing, as far as the line's own gaps keep to it.
 */
function normalGap(gaps: readonly Gap[], pair: 'latin' | 'japanese', setting: Setting): number {
  const found: number[] = [];
  for (const { gap, kinds, isDots } of gaps) if (kinds === pair && !isDots) found.push(gap);
  const enough = pair === 'latin' ? 3 : 2;
  if (found.length < enough) return Math.max(0, Math.min(setting.letterSpacing, ...found));
  const middle = median(found);
  return pair === 'latin' ? Math.max(0, Math.min(middle, Math.max(LATIN_WORD_GAP, setting.letterSpacing))) : middle;
}

/** Gaps at every place where the line may part: nobody types so many spaces (均等割付, a justified line of a few characters). */
function isSpread(outside: readonly number[]): boolean {
  return outside.length > 1 && outside.every((gap) => gap >= JAPANESE_GAP);
}

function isSolid(gaps: readonly Gap[]): boolean {
  const solid = gaps.filter(({ gap }) => gap < JAPANESE_GAP / 2).length;
  return solid >= SOLID_COUNT && solid >= SOLID_SHARE * gaps.length;
}

/** The gap that justification put at many of the line's `pairs` of neighbours, if it did. `outside`: the gaps outside of Latin words. */
function stretchedGap(outside: readonly number[], pairs: number): number | undefined {
  const wide = outside.filter((gap) => gap >= JAPANESE_GAP / 2 && gap < FULL_WIDTH_GAP);
  const middle = median(wide);
  const like = wide.filter((gap) => Math.abs(gap - middle) <= ALIKE);
  return like.length >= JUSTIFIED_COUNT && like.length >= JUSTIFIED_SHARE * pairs ? middle : undefined;
}

/** A document's boundaries of Latin and Japanese must be at least this many to tell how they are set … */
const ENOUGH_BOUNDARIES = 8;
/** … and nearly all alike: authors type a space now and then, programs always. */
const NEARLY_ALL = 0.9;
/** Wider space glyphs than this (em) at a boundary are typed: the automatic one is a quarter em. */
const AUTOMATIC_SPACE = 0.34;

/** So many spaces drawn inside lines show that the producer draws those that authors type. */
const ENOUGH_SPACES = 3;
/** So many neighbouring Japanese characters show how a document sets them. */
const ENOUGH_NEIGHBOURS = 50;
/** Smaller gaps (em) come from rounding. */
const LEAST_SPACING = 0.03;

/** Looks at the lines of a document for how its producer sets spaces, and the boundaries of Latin and Japanese. */
export function measureSetting(lines: Iterable<readonly Along[]>): Setting {
  let glyphSpaces = 0;
  let typedSpaces = 0;
  let gapped = 0;
  let solid = 0;
  const neighbours: number[] = [];
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const before = line[i - 1];
      const here = line[i];
      const after = line[i + 1];
      if (before === undefined || here === undefined) continue;
      const kinds = pairOf(before, here);
      const gap = gapBetween(before, here);
      if (kinds === 'japanese') {
        neighbours.push(gap);
      } else if (kinds === 'boundary' && isBoundary(before, here)) {
        if (gap < JAPANESE_GAP / 2) solid += 1;
        else if (gap <= BOUNDARY_GAP) gapped += 1;
      } else if (kinds === undefined && after !== undefined) {
        if (isAutomaticSpace(before, here, after)) glyphSpaces += 1;
        else if (isTypedSpace(before, here, after)) typedSpaces += 1;
      }
    }
  }
  const all = glyphSpaces + gapped + solid;
  const spacing = neighbours.length < ENOUGH_NEIGHBOURS ? 0 : median(neighbours);
  const drawn = { drawsSpaces: typedSpaces >= ENOUGH_SPACES, letterSpacing: spacing < LEAST_SPACING ? 0 : spacing };
  if (all < ENOUGH_BOUNDARIES) return { ...PLAIN_SETTING, ...drawn };
  return {
    ...drawn,
    spaceGlyphsAtBoundaries: glyphSpaces >= NEARLY_ALL * all,
    // A document that sets nearly all of them solid means the few gaps that it has.
    gapsAtBoundaries: solid < NEARLY_ALL * all,
  };
}

/** A space glyph in the room of its own that it stands in. */
function isTypedSpace(before: Along, space: Along, after: Along): boolean {
  if (kindOf(space.text) !== 'space' || kindOf(before.text) === 'space' || kindOf(after.text) === 'space') return false;
  return space.to > space.from && after.from - before.to >= SQUEEZED * (space.to - space.from);
}

function isBoundary(before: Along, after: Along): boolean {
  return (isWordCharacter(before.text) && beginsSquare(after.text)) || (beginsSquare(before.text) && isWordCharacter(after.text));
}

/** A typed space takes its advance; one that is squeezed below this share of it fills the quarter em left by the program. */
const SQUEEZED = 0.9;

/** A space glyph that a program put into the gap that it leaves between Latin and Japanese in any case. */
export const isSqueezedSpace = (before: Along, space: Along, after: Along): boolean =>
  isAutomaticSpace(before, space, after) && after.from - before.to < SQUEEZED * (space.to - space.from);

/** A narrow space glyph between Latin and Japanese, such as a producer that sets 四分アキ as a space would write. */
export function isAutomaticSpace(before: Along, space: Along, after: Along): boolean {
  if (kindOf(space.text) !== 'space' || space.text === '\u3000' || !isBoundary(before, after)) return false;
  return after.from - before.to <= AUTOMATIC_SPACE * Math.min(before.size, after.size);
}
