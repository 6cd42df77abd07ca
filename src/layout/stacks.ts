/**
 * Stacked labels: rows of single characters, one below the other, are one vertical line.
 *
 * ```
 * │ 取 │        │況取│      most vertical Japanese in office documents is set in a horizontal
 * │ 組 │        │  組│      font, a character a line; two columns read right to left
 * │ 状 │        │  状│
 * │ 況 │
 * ```
 */
import type { Box, Glyph } from '../model/page.js';
import { kindOf } from './characters.js';
import { boundingBox, centreX, height, median, overlap, width } from './geometry.js';
import type { Row } from './lines.js';
import { isSpace } from './marks.js';

/** The characters' middles may lie this far (em) from the column's. */
const ASIDE = 0.35;
/** A group set sideways in a vertical line (縦中横: 10, R3, （１）) is no wider than this (em) … */
const GROUP_WIDTH = 2.3;
/** Turned on its side, a group may be longer. */
const TURNED_LENGTH = 12;
/** … and no longer than this. */
const GROUP_LENGTH = 3;
/** A cell wider than this (em) would hold two characters on a line: there a column of single characters needs another sign. */
const NARROW = 2.6;
/** In such a wider cell only so many lines of one character are a label set vertically. */
const LONG_STACK = 3;
/** A label has no more columns than this; tight lines of ordinary text have many characters one below the other. */
const MOST_COLUMNS = 3;
/** Columns of a stack stand this far apart (em), middle to middle; characters of a horizontal line touch. */
const APART = 1.3;
/** In a cell taller than wide, two characters this far apart (em) are one label, spread over the cell's height. */
const SPREAD_PITCH = 1.8;
/** Characters of a stack follow each other within this (em), or are spread evenly. */
const EVEN = 0.35;
const CLOSE = 2.2;

/** The columns of a stacked cell in reading order (right to left), each top down; undefined where the rows are ordinary text. */
export function readStack(rows: readonly Row[], cell: Box): Glyph[][] | undefined {
  if (rows.length < 2 || !rows.every((row) => row.direction === 'right' || isTurnedGroup(row))) return undefined;
  const groups = rows
    .map((row) => (row.direction === 'right' ? groupsOf(row) : [row.members.map(({ glyph }) => glyph)]))
    .sort((a, b) => (a[0]?.[0]?.box.top ?? 0) - (b[0]?.[0]?.box.top ?? 0));
  const size = median(rows.flatMap((row) => row.members.map(({ glyph }) => glyph.size)));
  if (size <= 0) return undefined;
  const most = Math.max(...groups.map((found) => found.length));
  const columns = most === 1 ? [groups.map((found) => found[0] ?? [])] : sideBySide(groups, size);
  if (columns === undefined) return undefined;
  if (!columns.every((column) => isColumn(column, size)) || !isLabel(columns.flat(2))) return undefined;
  const narrow = width(cell) < NARROW * size * columns.length;
  const tall = height(cell) > width(cell);
  const spread = columns.every((column) => Math.min(...pitches(column)) >= SPREAD_PITCH * size);
  if (!narrow && !(tall && (rows.length >= LONG_STACK || spread))) return undefined;
  return columns.map((column) => column.flat());
}

/** Latin letters and figures lie on their side in a column of upright characters. */
const isTurnedGroup = (row: Row): boolean =>
  row.direction === 'down' &&
  row.members.every(({ glyph }) => glyph.turn === 90 && !glyph.vertical && kindOf(glyph.text) !== 'japanese');

/** A row's characters in groups that touch: digits and Latin set sideways in the line stay together. */
function groupsOf(row: Row): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const { glyph } of row.members) {
    if (isSpace(glyph)) continue;
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && glyph.box.x0 - last.box.x1 < 0.2 * glyph.size && isSideways([...group, glyph])) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const isSideways = (glyphs: readonly Glyph[]): boolean =>
  glyphs.length <= GROUP_LENGTH &&
  glyphs.some((glyph) => /[0-9A-Za-z\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(glyph.text)) &&
  glyphs.every((glyph) => kindOf(glyph.text) !== 'japanese' || /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u.test(glyph.text));

/** Columns of several stacks side by side: the characters of a column are nearer to each other than to the next column. */
function sideBySide(groups: readonly Glyph[][][], size: number): Glyph[][][] | undefined {
  const all = groups.flat();
  const middles = all.map((group) => ({ group, at: centreX(boundingBox(group.map((g) => g.box))) }));
  middles.sort((a, b) => b.at - a.at);
  const columns: { at: number; groups: Glyph[][] }[] = [];
  for (const { group, at } of middles) {
    const column = columns[columns.length - 1];
    if (column && Math.abs(column.at - at) <= ASIDE * size) column.groups.push(group);
    else columns.push({ at, groups: [group] });
  }
  if (columns.length < 2 || columns.length > MOST_COLUMNS || columns.some((column) => column.groups.length < 2)) return undefined;
  const sorted = columns.map(({ groups: members }) =>
    [...members].sort((a, b) => (a[0]?.box.top ?? 0) - (b[0]?.box.top ?? 0)),
  );
  const pitchAcross = Math.min(...columns.slice(1).map((column, i) => (columns[i]?.at ?? 0) - column.at));
  const pitchDown = Math.max(...sorted.flatMap((column) => pitches(column)));
  return pitchAcross >= APART * size && pitchAcross > pitchDown ? sorted : undefined;
}

const pitches = (column: readonly Glyph[][]): number[] =>
  column.slice(1).map((group, i) => (group[0]?.box.top ?? 0) - (column[i]?.[0]?.box.top ?? 0));

function isColumn(column: readonly Glyph[][], size: number): boolean {
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
function isLabel(glyphs: readonly Glyph[]): boolean {
  const words = glyphs.filter((glyph) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(glyph.text));
  return words.length * 2 >= glyphs.length;
}
