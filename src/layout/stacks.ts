/**
 * Stacked labels: rows of single characters, one below the other, are one vertical line.
 *
 * ```
 * │ 取 │
 * │ 組 │      most vertical Japanese in office documents is set in a horizontal font,
 * │ 状 │      a character a line; for several such lines see `upright-lines.ts`
 * │ 況 │
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import { kindOf } from './characters.js';
import { boundingBox, centreX, height, median, overlap, width } from './geometry.js';
import type { Row } from './lines.js';
import { isSpace } from './marks.js';

/** The characters' middles may lie this far (em) from the column's. */
export const ASIDE = 0.35;
/** A group set sideways in a vertical line (縦中横: 10, R3, （１）) is no wider than this (em) … */
const GROUP_WIDTH = 2.3;
/** Turned on its side, a group may be longer. */
const TURNED_LENGTH = 12;
/** … and no longer than this. */
const GROUP_LENGTH = 3;
/** A cell wider than this (em) would hold two characters on a line: there a column of single characters needs another sign. */
export const NARROW = 2.6;
/** In such a wider cell only so many lines of one character are a label set vertically. */
const LONG_STACK = 3;
/** In a cell taller than wide, two characters this far apart (em) are one label, spread over the cell's height. */
const SPREAD_PITCH = 1.8;
/** Characters of a stack follow each other within this (em), or are spread evenly. */
const EVEN = 0.35;
const CLOSE = 2.2;

/** The characters of a stacked cell from the top; undefined where the rows are ordinary text. */
export function readStack(rows: readonly Row[], cell: Box): Glyph[] | undefined {
  if (rows.length < 2 || !rows.every((row) => row.direction === 'right' || isTurnedGroup(row))) return undefined;
  const groups: Glyph[][][] = [];
  for (const row of rows) {
    // Most rows are ordinary text, longer than a group; the others need not be looked at then.
    if (row.direction === 'right' && row.members.filter(({ glyph }) => !isSpace(glyph)).length > GROUP_LENGTH) return undefined;
    const found = row.direction === 'right' ? groupsOf(row) : [row.members.map(({ glyph }) => glyph)];
    if (found.length !== 1) return undefined;
    groups.push(found);
  }
  const column = groups.flat().sort((a, b) => (a[0]?.box.top ?? 0) - (b[0]?.box.top ?? 0));
  const size = median(rows.flatMap((row) => row.members.map(({ glyph }) => glyph.size)));
  if (size <= 0 || !isColumn(column, size) || !isLabel(column.flat())) return undefined;
  const narrow = width(cell) < NARROW * size;
  const tall = height(cell) > width(cell);
  const spread = Math.min(...pitches(column)) >= SPREAD_PITCH * size;
  return narrow || (tall && (rows.length >= LONG_STACK || spread)) ? column.flat() : undefined;
}

/** Latin letters and figures lie on their side in a column of upright characters. */
const isTurnedGroup = (row: Row): boolean =>
  row.direction === 'down' && row.members.every(({ glyph }) => glyph.turn === 90 && !glyph.vertical && kindOf(glyph.text) !== 'japanese');

const groupsOf = (row: Row): Glyph[][] => sidewaysGroups(row.members.map(({ glyph }) => glyph));

/** Characters row by row, from the left: digits and Latin set sideways in an upright line, and touching, stay together. */
export function sidewaysGroups(glyphs: readonly Glyph[]): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    if (isSpace(glyph)) continue;
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const isNear = group && last && group.length < GROUP_LENGTH && glyph.box.x0 - last.box.x1 < 0.2 * glyph.size;
    if (isNear === true && isSideways([...group, glyph])) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const isSideways = (glyphs: readonly Glyph[]): boolean =>
  glyphs.length <= GROUP_LENGTH &&
  glyphs.some((glyph) => /[0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(glyph.text)) &&
  glyphs.every((glyph) => kindOf(glyph.text) !== 'japanese' || /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(glyph.text));

/** Steps from the top of each group of a column to that of the next, points. */
export const pitches = (column: readonly (readonly Glyph[])[]): number[] =>
  column.slice(1).map((group, i) => (group[0]?.box.top ?? 0) - (column[i]?.[0]?.box.top ?? 0));

/** The groups, from the top, stand one below the other as the characters of one line do. */
export function isColumn(column: readonly (readonly Glyph[])[], size: number): boolean {
  const boxes = column.map((group) => boundingBox(group.map((glyph) => glyph.box)));
  if (column.some((group) => group.some((glyph) => glyph.turn === 90) && group.length > TURNED_LENGTH)) return false;
  const middle = median(boxes.map(centreX));
  if (boxes.some((box) => width(box) > GROUP_WIDTH * size || Math.abs(centreX(box) - middle) > ASIDE * size)) return false;
  if (boxes.some((box, i) => i > 0 && overlap(box.top, box.bottom, boxes[i - 1]?.top ?? 0, boxes[i - 1]?.bottom ?? 0) > 0.3 * size)) {
    return false;
  }
  if (column.some((group) => group.some((glyph) => glyph.turn === 90))) return true;
  const steps = pitches(column);
  return Math.max(...steps) <= CLOSE * size || Math.max(...steps) - Math.min(...steps) <= EVEN * size;
}

/** Words are made of kanji and kana; a column of marks or figures is a list of values. */
export function isLabel(glyphs: readonly Glyph[]): boolean {
  const words = glyphs.filter((glyph) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(glyph.text));
  return words.length * 2 >= glyphs.length;
}
