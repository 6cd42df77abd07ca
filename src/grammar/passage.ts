/**
 * A passage: a stretch of printed text that a pattern can be matched against and a field filled from,
 * without ever losing hold of its glyphs. Lines of one cell, a part of a line, or several of them.
 */
import type { Box } from '../model/page.js';
import type { Cell, CellPart, Line, PlacedGlyph } from '../model/layout.js';
import { once } from '../model/once.js';
import { foldCharacters } from '../text/fold.js';

/** Glyphs `from` (inclusive) to `to` (exclusive) of a line; `bounds` is the room that the line had. */
export interface Segment {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  readonly bounds: Box;
}

export type Passage = readonly Segment[];

export function passageOfLine(line: Line, bounds: Box): Passage {
  return [{ line, from: 0, to: line.glyphs.length, bounds }];
}

export function passageOfPart(part: CellPart): Passage {
  return part.lines.map((line) => ({ line, from: 0, to: line.glyphs.length, bounds: part.box }));
}

/** A cell is asked for its words by every label of a grammar: its passage and their texts are made once. */
export const passageOfCell = once((cell: Cell): Passage => cell.parts.flatMap(passageOfPart));

/** Union of boxes; undefined for none. */
export function boxOf(boxes: Iterable<Box>): Box | undefined {
  let union: Box | undefined;
  for (const box of boxes) {
    union = union
      ? {
          x0: Math.min(union.x0, box.x0),
          top: Math.min(union.top, box.top),
          x1: Math.max(union.x1, box.x1),
          bottom: Math.max(union.bottom, box.bottom),
        }
      : box;
  }
  return union;
}

const isBlank = (text: string): boolean => text === ' ' || text === '\u3000' || text.trim() === '';

function isWhole(segment: Segment): boolean {
  return segment.from === 0 && segment.to === segment.line.glyphs.length;
}

function glyphsOf(segment: Segment): readonly PlacedGlyph[] {
  return isWhole(segment) ? segment.line.glyphs : segment.line.glyphs.slice(segment.from, segment.to);
}

export function placedGlyphs(passage: Passage): readonly PlacedGlyph[] {
  return passage.flatMap(glyphsOf);
}

/** The published text of a segment, deleted text left out, without leading or trailing spaces. */
export function segmentText(segment: Segment): string {
  if (isWhole(segment)) return segment.line.text;
  return spell(glyphsOf(segment), (glyph) => (glyph.struck ? '' : glyph.glyph.text)).trim();
}

/** The text as the PDF gives it, deleted text between `~~`. */
export function segmentRaw(segment: Segment): string {
  if (isWhole(segment)) return segment.line.raw;
  let raw = '';
  let struck = false;
  for (const [index, placed] of glyphsOf(segment).entries()) {
    if (placed.struck !== struck) raw += '~~';
    struck = placed.struck;
    raw += (index === 0 ? '' : placed.spaceBefore) + placed.glyph.text;
  }
  return (struck ? `${raw}~~` : raw).trim();
}

function spell(glyphs: readonly PlacedGlyph[], of: (glyph: PlacedGlyph) => string): string {
  let text = '';
  for (const [index, placed] of glyphs.entries()) {
    const own = of(placed);
    if (own !== '') text += (index === 0 ? '' : placed.spaceBefore) + own;
  }
  return text;
}

/** Where the glyphs of a segment stand; for a whole line the line's own box. */
export function segmentBox(segment: Segment): Box {
  if (isWhole(segment)) return segment.line.box;
  const inked = glyphsOf(segment).filter((placed) => !isBlank(placed.glyph.text));
  return boxOf(inked.map((placed) => placed.glyph.box)) ?? segment.line.box;
}

/** The segment as a line of its own. */
export function lineOf(segment: Segment): Line {
  if (isWhole(segment)) return segment.line;
  return { ...segment.line, box: segmentBox(segment), text: segmentText(segment), raw: segmentRaw(segment), glyphs: glyphsOf(segment) };
}

export function isEmpty(passage: Passage): boolean {
  return passage.every((segment) => isBlank(segmentText(segment)));
}

/** A passage's text for matching: each character knows the flat index of its glyph in the passage. */
interface Plain {
  readonly text: string;
  readonly origin: readonly number[];
}

/**
 * Folded for matching: radicals to kanji, NFKC, deleted text left out. `spaced`: every run of white
 * space and every line end is one space; otherwise there is none at all.
 */
function plain(passage: Passage, spaced: boolean): Plain {
  const texts = plainsOf(passage);
  if (spaced) return texts.spaced;
  return (texts.solid ??= withoutSpaces(texts.spaced));
}

const plainsOf = once((passage: Passage): { readonly spaced: Plain; solid: Plain | undefined } => ({ spaced: makePlain(passage), solid: undefined }));

function makePlain(passage: Passage): Plain {
  let text = '';
  const origin: number[] = [];
  let flat = 0;
  let endsBlank = true;
  const put = (unit: string, glyph: number): void => {
    if (unit === ' ' && endsBlank) return;
    endsBlank = unit === ' ';
    text += unit;
    origin.push(glyph);
  };
  for (const segment of passage) {
    for (const { glyph, struck, spaceBefore } of glyphsOf(segment)) {
      if (!struck) {
        if (spaceBefore !== '') put(' ', flat);
        const folded = foldedForMatching(glyph.text);
        if (folded.length === 1) put(folded, flat);
        else for (let i = 0; i < folded.length; i++) put(folded.charAt(i), flat);
      }
      flat += 1;
    }
    put(' ', flat - 1);
  }
  return { text: text.trimEnd(), origin };
}

function withoutSpaces(spaced: Plain): Plain {
  if (!spaced.text.includes(' ')) return spaced;
  return { text: spaced.text.replaceAll(' ', ''), origin: spaced.origin.filter((_, i) => i < spaced.text.length && spaced.text[i] !== ' ') };
}

/** Folded for matching, each blank character a space; of each text once: there are as many as characters. */
function foldedForMatching(text: string): string {
  let folded = folds.get(text);
  if (folded === undefined) folds.set(text, (folded = foldCharacters(text).normalize('NFKC').replace(/\s/gu, ' ')));
  return folded;
}

const folds = new Map<string, string>();

export function plainText(passage: Passage): string {
  return plain(passage, false).text;
}

/** The texts that patterns are tried on, in turn: with single spaces, and without any where there are some. */
export function textsOf(passage: Passage): readonly string[] {
  const spaced = plain(passage, true).text;
  return spaced.includes(' ') ? [spaced, plain(passage, false).text] : [spaced];
}

/** True where `plainText` is empty. */
export function saysNothing(passage: Passage): boolean {
  return passage.every((segment) => glyphsOf(segment).every(({ glyph, struck }) => struck || foldedForMatching(glyph.text).trim() === ''));
}

/** Glyphs `from` to `to` (exclusive) of the passage, counted over its segments; blank ends cut off. */
export function slice(passage: Passage, from: number, to: number): Passage {
  const segments: Segment[] = [];
  let offset = 0;
  for (const segment of passage) {
    const length = segment.to - segment.from;
    let first = Math.max(from - offset, 0);
    let last = Math.min(to - offset, length);
    offset += length;
    const glyphs = glyphsOf(segment);
    while (first < last && isBlank(glyphs[first]?.glyph.text ?? '')) first += 1;
    while (last > first && isBlank(glyphs[last - 1]?.glyph.text ?? '')) last -= 1;
    if (first < last) segments.push({ ...segment, from: segment.from + first, to: segment.from + last });
  }
  return segments;
}

/**
 * Cuts a passage where each of these texts begins; they are its whole text, in order, but for white space and deleted text,
 * which stays with the text before it. undefined where they are not.
 */
export function cutAt(passage: Passage, texts: readonly string[]): readonly Passage[] | undefined {
  const { text, origin } = plain(passage, false);
  const starts: number[] = [];
  let at = 0;
  for (const own of texts.map((one) => foldCharacters(one).normalize('NFKC').replace(/\s+/gu, ''))) {
    const found = own === '' ? -1 : text.indexOf(own, at);
    const glyph = origin[found];
    if (glyph === undefined) return undefined;
    starts.push(starts.length === 0 ? 0 : glyph);
    at = found + own.length;
  }
  return starts.map((start, index) => slice(passage, start, starts[index + 1] ?? flatLength(passage)));
}

export interface PassageMatch {
  readonly whole: Passage;
  /** Named groups that took part in the match, as passages. */
  readonly groups: Readonly<Record<string, Passage>>;
  readonly before: Passage;
  readonly after: Passage;
}

function flatLength(passage: Passage): number {
  return passage.reduce((sum, segment) => sum + segment.to - segment.from, 0);
}

const compiled = new Map<string, RegExp>();

/** A grammar's pattern as a regular expression with indices; compiled once. */
export function patternOf(source: string): RegExp {
  let regex = compiled.get(source);
  if (!regex) {
    regex = new RegExp(source, 'dsu');
    compiled.set(source, regex);
  }
  return regex;
}

/** Would {@link match} find the pattern? */
export function says(passage: Passage, source: string): boolean {
  const regex = patternOf(source);
  const spaced = plain(passage, true).text;
  return regex.test(spaced) || (spaced.includes(' ') && regex.test(plain(passage, false).text));
}

/** Tries a pattern on the passage with single spaces, then without any white space. */
export function match(passage: Passage, source: string): PassageMatch | undefined {
  const regex = patternOf(source);
  for (const spaced of [true, false]) {
    if (!spaced && !plain(passage, true).text.includes(' ')) continue;
    const { text, origin } = plain(passage, spaced);
    const found = regex.exec(text);
    if (!found?.indices) continue;
    const cut = (range: readonly [number, number]): Passage => {
      const [from, to] = range;
      if (from >= to) return [];
      return slice(passage, origin[from] ?? 0, (origin[to - 1] ?? 0) + 1);
    };
    const groups: Record<string, Passage> = {};
    for (const [name, range] of Object.entries(found.indices.groups ?? {})) {
      if (range) groups[name] = cut(range);
    }
    const range = found.indices[0] ?? [0, 0];
    return {
      whole: cut(range),
      groups,
      before: range[0] > 0 ? slice(passage, 0, origin[range[0]] ?? 0) : [],
      after: range[1] < text.length ? slice(passage, origin[range[1]] ?? 0, flatLength(passage)) : [],
    };
  }
  return undefined;
}

/** The passage's extent on each page, in order. */
export function partsOf(passage: Passage): readonly { readonly page: number; readonly box: Box; readonly raw: string }[] {
  const pages = new Map<number, Segment[]>();
  for (const segment of passage) {
    const list = pages.get(segment.line.page);
    if (list) list.push(segment);
    else pages.set(segment.line.page, [segment]);
  }
  return [...pages]
    .sort(([a], [b]) => a - b)
    .flatMap(([page, segments]) => {
      const box = boxOf(segments.map(segmentBox));
      return box ? [{ page, box, raw: segments.map(segmentRaw).join('\n') }] : [];
    });
}
