/** How lines stand within their bounds: alignment, and how far the next character could have gone. */
import { gluedBySome, isAlphanumeric, isClosing, isHanging, leadUnit } from './breaking.js';
import { bulletOf } from './bullets.js';
import { once } from '../model/once.js';
import { boundsExtent, charactersOf, trailingSpace, type JoinLine, type SetCharacter } from './set-line.js';

/** Lines whose edges differ by less than this share of an em are aligned: rounding and side bearings. */
const ALIGNED_EM = 0.25;
/** Centred lines may be off by half a hanging or compressed character. */
const CENTRED_EM = 0.35;
/** A paragraph's first line stands in by one or two characters. */
export const PARAGRAPH_INDENT_MAX_EM = 2.3;
/** The start edge's gap is the cell's padding, unless it is larger than any usual padding: then it is an indent. */
export const PADDING_MAX = 9;
/** Word's 5.4 points, rounded up: assumed where no cell shows its padding. */
const PADDING_TYPICAL = 6;

/** No cell is padded by less: LibreOffice's narrowest is 0.35 mm, a point. */
const FLUSH = 0.5;

export type Alignment = 'start' | 'centre' | 'end';

/** A line's extent along its writing direction. `sureEnd` leaves out what may hang over the edge. */
export interface Extent {
  readonly line: JoinLine;
  readonly characters: readonly SetCharacter[];
  readonly start: number;
  readonly end: number;
  readonly sureEnd: number;
}

/** Asked of each line several times, by its own cell and by the document's evidence. */
export const extentOf = once(makeExtent);

function makeExtent(line: JoinLine): Extent {
  const characters = charactersOf(line);
  const bounds = boundsExtent(line);
  const start = characters[0]?.from ?? bounds.from;
  const last = characters.at(-1);
  const end = last?.to ?? start;
  return { line, characters, start, end, sureEnd: Math.max(start, end - overhang(last)) };
}

/** Commas and full stops may hang whole; closing brackets may be set in half their width. */
function overhang(last: SetCharacter | undefined): number {
  if (last === undefined) return 0;
  if (isHanging(last.text)) return last.to - last.from;
  return isClosing(last.text) ? (last.to - last.from) / 2 : 0;
}

/** The lines of one cell on one page part, with what is known about the room they were set in. */
export interface Frame {
  readonly alignment: Alignment;
  /** Room that lines are known to take, that they probably had, and that they cannot exceed (points along the line). */
  readonly known: number;
  readonly likely: number;
  readonly limit: number;
  /** Where room is counted from, for start-aligned lines; others count from their own start. */
  readonly origin: number;
  /** Whether the likely room rests on a padding that was seen rather than assumed. */
  readonly paddingSeen: boolean;
}

/** What other cells show about the room that lines were set in. */
export interface Room {
  /** How far lines of this column are known to reach along the line. */
  readonly usableEnd: number | undefined;
  /** Padding of the document's cells in points. */
  readonly padding: number | undefined;
}

/** The room used by a line, in the measure of its frame: up to its end, or its width when centred or set to the end. */
function used(frame: Pick<Frame, 'alignment' | 'origin'>, extent: Extent, end: number): number {
  return frame.alignment === 'start' ? end - frame.origin : end - extent.start;
}

/** `alignment`: that of the whole cell, of which the lines may be one page's part. */
export function frameOf(extents: readonly Extent[], room: Room, alignment: Alignment = alignmentOf(extents)): Frame {
  const [first] = extents;
  if (first === undefined) return { alignment, known: 0, likely: 0, limit: 0, origin: 0, paddingSeen: false };
  const bounds = boundsExtent(first.line);
  const origin = bounds.from;
  const limit = bounds.to - bounds.from;
  const startGap = Math.max(0, Math.min(...extents.map((e) => e.start)) - bounds.from);
  // Bounds that the text itself was measured by end where its longest line ends, a hanging full stop included.
  const flush = alignment === 'start' && startGap < FLUSH;
  // Cells are padded alike on both sides: real PDFs of every producer looked at keep to that within 0.02 em.
  const seen = alignment === 'start' && startGap <= PADDING_MAX ? startGap : room.padding;
  const padding = flush ? first.line.size : (seen ?? Math.min(startGap, PADDING_TYPICAL));
  const padded = limit - (alignment === 'start' ? 1 : 2) * padding;
  const endGap = room.usableEnd === undefined ? limit : Math.max(0, bounds.to - room.usableEnd);
  const byColumn = alignment === 'end' ? 0 : limit - (alignment === 'centre' ? 2 : 1) * endGap;
  // A line of the column that goes beyond the padding was set otherwise (spread, or in another size).
  const shown = seen === undefined || flush ? byColumn : Math.min(byColumn, padded);
  // A line that runs over the edge hangs there, or was not wrapped at all: it shows no room.
  const within = extents.filter((e) => e.sureEnd <= bounds.to);
  const known = Math.max(shown, ...within.map((e) => used({ alignment, origin }, e, e.sureEnd)));
  const likely = Math.max(known, padded);
  return { alignment, origin, known, likely, limit: Math.max(limit, known), paddingSeen: seen !== undefined && !flush };
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** The line as it would stand in a cell part that begins at `from`. */
function movedTo(extent: Extent, from: number): Extent {
  const shift = from - boundsExtent(extent.line).from;
  return { ...extent, start: extent.start + shift, end: extent.end + shift, sureEnd: extent.sureEnd + shift };
}

/** How the lines of a cell are set, those of all its page parts together: part of a hanging paragraph whose lines all are full looks set to the end. */
export function alignmentOf(extents: readonly Extent[]): Alignment {
  const [first] = extents;
  if (first === undefined) return 'start';
  const { size } = first.line;
  const { from, to } = boundsExtent(first.line);
  const filled = extents.filter((e) => e.characters.length > 0).map((e) => movedTo(e, from));
  const starts = filled.map((e) => e.start);
  if (filled.length < 2 || spread(starts) <= ALIGNED_EM * size) return filled.length === 1 ? single(filled, size, from, to) : 'start';
  const base = Math.min(...starts);
  // What hangs over the edge is no part of the line (JIS X 4051): a full line among centred ones, the others shorter by more than an
  // indent, is as wide as the room without it.
  const hangs = (e: Extent): boolean => e.end > to && e.start - base <= ALIGNED_EM * size && spread(starts) > size;
  const centres = filled.map((e) => (e.start + (hangs(e) ? e.sureEnd : e.end)) / 2);
  const middle = (from + to) / 2;
  if (spread(centres) <= CENTRED_EM * size && centres.every((c) => Math.abs(c - middle) <= size)) return 'centre';
  const [head = base, ...rest] = starts;
  const onlyHeadIndented = head - base <= PARAGRAPH_INDENT_MAX_EM * size && rest.every((s) => s - base <= ALIGNED_EM * size);
  const behindMark = rest.filter((s) => s - base > ALIGNED_EM * size);
  const hanging =
    bulletOf(filled[0]?.line.text ?? '') !== null &&
    head - base <= ALIGNED_EM * size &&
    spread(behindMark) <= ALIGNED_EM * size &&
    behindMark.every((s) => s - base <= PARAGRAPH_INDENT_MAX_EM * size);
  if (spread(filled.map((e) => e.end)) <= ALIGNED_EM * size && !onlyHeadIndented && !hanging) return 'end';
  return 'start';
}

/** One line alone on its page part: centred when its gaps are equal and wide, set to the end when only that gap is narrow. */
function single(extents: readonly Extent[], size: number, from: number, to: number): Alignment {
  const [only] = extents;
  if (only === undefined) return 'start';
  const [before, after] = [only.start - from, to - only.end];
  if (before > size && Math.abs(before - after) <= CENTRED_EM * size) return 'centre';
  return before > 2 * size && after < size ? 'end' : 'start';
}

/**
 * Whether the head of the next line would have fitted behind this one.
 * - `short`: it would have; the author broke the line (or began a new paragraph)
 * - `near`: it would have, but so closely that few authors would have broken the line there
 * - `full`: it would not; the line wrapped
 * - `unsure`: the difference is too small to tell, or the padding is not known
 *
 * `lean` is the room probably left over, in ems.
 */
export interface Fill {
  readonly kind: 'short' | 'near' | 'full' | 'unsure';
  readonly lean: number;
}

/** Rounding of places in PDFs: LibreOffice and Excel move glyphs by up to a tenth of a point. */
const ROUNDING_EM = 0.06;
/** Room beyond a padding that was seen, or only assumed, from which on it is taken for real. */
const SEEN_EM = 0.12;
const ASSUMED_EM = 0.9;

/** In em, to a millionth: a character that fills the room to the last point does so whatever size the page is scaled to. */
const settled = (em: number): number => Math.round(em * 1e6) / 1e6;

/**
 * Authors break lines anywhere: few of those breaks fall into the last tenth of the room, and it is there that lines stop
 * which a program ended for reasons of its own (uneven edges of centred text, glyphs that it takes for wider).
 */
const NEAR_SHARE = 0.1;
const NEAR_MAX_EM = 2.5;

export function fillOf(frame: Frame, extent: Extent, next: Extent): Fill {
  const size = extent.line.size;
  const unit = leadUnit(next.characters);
  const spacing = letterSpacing(extent.characters);
  const gap = spacing + trailingSpace(extent.line) + scriptGap(extent.characters.at(-1), next.characters[0]) * size;
  const most = widthOf(next.characters, unit.most) + gap;
  const least = spacing + leastWidth(next.characters, unit.least);
  const at = used(frame, extent, extent.end);
  const rounding = ROUNDING_EM * size;
  // Browsers leave the spacing behind the last character too.
  const lean = settled((frame.likely - at - most - spacing) / size);
  const enough = frame.paddingSeen ? SEEN_EM : ASSUMED_EM;
  if (most <= frame.known - at - rounding || lean >= enough) {
    return { kind: lean <= Math.min(NEAR_MAX_EM, (NEAR_SHARE * frame.likely) / size) ? 'near' : 'short', lean };
  }
  if (least > frame.limit - at + rounding || settled((frame.likely - at - least) / size) <= -enough) return { kind: 'full', lean };
  return { kind: 'unsure', lean };
}

/** Word and LibreOffice part letters or digits from Japanese by up to a quarter em (和欧文間隔), inside a line only. */
const SCRIPT_GAP_EM = 0.25;

function scriptGap(last: SetCharacter | undefined, first: SetCharacter | undefined): number {
  if (last === undefined || first === undefined) return 0;
  return isAlphanumeric(last.text) === isAlphanumeric(first.text) ? 0 : SCRIPT_GAP_EM;
}

/** Fewer gaps than this tell nothing of how a line is set. */
const SPACED_GAPS = 4;

/** The gap that the line leaves between any two characters beyond their advance (字間, letter-spacing), in points. */
function letterSpacing(characters: readonly SetCharacter[]): number {
  const count = characters.length - 1;
  if (count < SPACED_GAPS) return 0;
  const gaps = new Float64Array(count);
  for (let i = 0; i < count; i++) gaps[i] = (characters[i + 1]?.from ?? 0) - (characters[i]?.to ?? 0);
  return Math.max(0, gaps.sort()[Math.floor(count / 2)] ?? 0);
}

function widthOf(characters: readonly SetCharacter[], count: number): number {
  const [first, last] = [characters[0], characters[count - 1]];
  return first === undefined || last === undefined ? 0 : last.to - first.from;
}

/** With its last full stop hanging and its closing bracket set in half width. */
function leastWidth(characters: readonly SetCharacter[], count: number): number {
  return widthOf(characters, count) - (count > 1 ? overhang(characters[count - 1]) : 0);
}

/** True where the letters that meet at a joint are one word, cut for want of room: together they are wider than a line, or they look so. */
export function cutsWord(frame: Frame, extent: Extent, next: Extent): boolean {
  const [last, first] = [extent.characters.at(-1), next.characters[0]];
  if (last === undefined || first === undefined || !isAlphanumeric(first.text) || !gluedBySome(last.text, first.text)) return false;
  const backwards = extent.characters.findLastIndex((c, i) => {
    const before = extent.characters[i - 1];
    return before === undefined || !gluedBySome(before.text, c.text);
  });
  const tail = extent.characters.slice(backwards);
  const width = widthOf(tail, tail.length) + widthOf(next.characters, leadUnit(next.characters).most);
  if (width > frame.likely) return true;
  const fitsLetter = frame.likely - used(frame, extent, extent.end) >= first.to - first.from;
  return !fitsLetter && looksCut(tail, next.characters);
}

/** A line without room for one more letter, which goes on in small letters, or with the rest of an acronym. */
function looksCut(tail: readonly SetCharacter[], head: readonly SetCharacter[]): boolean {
  const left = /[A-Za-z]+$/u.exec(tail.map((c) => c.text).join(''))?.[0] ?? '';
  const right = /^[A-Za-z]+/u.exec(head.map((c) => c.text).join(''))?.[0] ?? '';
  if (left === '' || right === '') return false;
  return /^[a-z]/u.test(right) || (/^[A-Z]+$/u.test(left + right) && Math.min(left.length, right.length) <= ACRONYM_PART);
}

/** Whole words in capitals are seldom so short. */
const ACRONYM_PART = 2;
