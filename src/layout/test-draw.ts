/**
 * Draws pages for tests: ASCII art in, glyphs and rulings out.
 *
 * ```
 * ┌─────┬──────┐
 * │ No. │ 課名 │
 * └─────┴──────┘
 * ```
 * A column of the drawing is 5 pt wide, a line 12 pt high, a character 10 pt: a full-width character takes
 * two columns. Blank columns draw nothing; `␣` draws a space glyph, U+3000 an ideographic one.
 * `─ │` and their corners are solid rulings through the middle of their place, `┄ ┆` dashed ones,
 * `═ ║` double ones. A pair `~~…~~` (which takes no columns) strikes out what it encloses.
 */
import type { Box, Diagonal, Fill, Glyph, Page, Quarter, Ruling, Shape } from '../model/page.js';

export const COLUMN = 5;
export const LINE = 12;
export const SIZE = 10;

export interface DrawOptions {
  readonly page?: number;
  /** Top left corner of the drawing on the page, points. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

const RIGHT = new Set([...'─┌└├┬┴┼┄═╞╪╔╚╠╦╩╬╟╫']);
const LEFT = new Set([...'─┐┘┤┬┴┼┄═╡╪╗╝╣╦╩╬╢╫']);
const DOWN = new Set([...'│┌┐├┤┬┼┆║╞╡╪╔╗╠╣╦╬╟╢╫']);
const UP = new Set([...'│└┘├┤┴┼┆║╞╡╪╚╝╠╣╩╬╟╢╫']);

/** Columns that a character takes in the drawing: 2 for full-width ones, 1 for others. */
export function columnsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2010 || (code >= 0x2500 && code <= 0x257f)) return 1;
  if (character === '␣' || (code >= 0xff61 && code <= 0xff9f)) return 1;
  return 2;
}

interface Placed {
  readonly character: string;
  readonly column: number;
  readonly row: number;
}

function place(art: string): { readonly placed: Placed[]; readonly strikes: [Placed, Placed][] } {
  const placed: Placed[] = [];
  const strikes: [Placed, Placed][] = [];
  art
    .replace(/^\n/u, '')
    .split('\n')
    .forEach((line, row) => {
      let column = 0;
      let struckFrom: number | undefined;
      const characters = [...line];
      for (let i = 0; i < characters.length; i += 1) {
        const character = characters[i] ?? ' ';
        if (character === '~' && characters[i + 1] === '~') {
          if (struckFrom === undefined) struckFrom = column;
          else {
            strikes.push([
              { character, column: struckFrom, row },
              { character, column, row },
            ]);
            struckFrom = undefined;
          }
          i += 1;
          continue;
        }
        placed.push({ character, column, row });
        column += columnsOf(character);
      }
    });
  return { placed, strikes };
}

/** A glyph with its em box at (x, top). */
export function drawGlyph(text: string, x: number, top: number, more: Partial<Glyph> = {}): Glyph {
  const size = more.size ?? SIZE;
  const advance = [...text].reduce((sum, c) => sum + (columnsOf(c) * size) / 2, 0);
  return {
    text,
    box: { x0: x, top, x1: x + advance, bottom: top + size },
    size,
    font: 0,
    color: '#000000',
    turn: 0,
    vertical: false,
    order: 0,
    ...more,
  };
}

/** A run of text set solid from (x, top), or with `gap` points between the characters. */
export function drawText(text: string, x: number, top: number, more: Partial<Glyph> & { gap?: number } = {}): Glyph[] {
  const { gap = 0, ...rest } = more;
  const size = rest.size ?? SIZE;
  let at = x;
  return [...text].map((character, i) => {
    const glyph = drawGlyph(character, at, top, { order: i, ...rest });
    at += (columnsOf(character) * size) / 2 + gap;
    return glyph;
  });
}

/** Text in a vertical font, downwards from (x, top); with `turn` 90 it is upright text turned. */
export function drawDown(text: string, x: number, top: number, more: Partial<Glyph> = {}): Glyph[] {
  const size = more.size ?? SIZE;
  return [...text].map((character, i) => ({
    ...drawGlyph(character, x, top + i * size, { vertical: true, ...more }),
    box: { x0: x, top: top + i * size, x1: x + size, bottom: top + (i + 1) * size },
  }));
}

export function drawRuling(axis: 'h' | 'v', at: number, from: number, to: number, more: Partial<Ruling> = {}): Ruling {
  return { axis, at, from, to, width: 0.5, color: '#000000', dashed: false, source: 'stroke', order: 0, ...more };
}

/** The four sides of a stroked box. */
export function drawBox(box: Box, more: Partial<Ruling> = {}): Ruling[] {
  return [
    drawRuling('h', box.top, box.x0, box.x1, more),
    drawRuling('h', box.bottom, box.x0, box.x1, more),
    drawRuling('v', box.x0, box.top, box.bottom, more),
    drawRuling('v', box.x1, box.top, box.bottom, more),
  ];
}

export interface Parts {
  readonly number?: number;
  readonly width?: number;
  readonly height?: number;
  readonly rotation?: Quarter;
  readonly glyphs?: readonly Glyph[];
  readonly rulings?: readonly Ruling[];
  readonly fills?: readonly Fill[];
  readonly diagonals?: readonly Diagonal[];
  readonly shapes?: readonly Shape[];
}

/** A page of the given parts, painting order as listed. */
export function pageOf(parts: Parts): Page {
  let order = 0;
  const ordered = <T>(items: readonly T[] | undefined): (T & { order: number })[] => (items ?? []).map((item) => ({ ...item, order: (order += 1) }));
  return {
    number: parts.number ?? 1,
    width: parts.width ?? 600,
    height: parts.height ?? 840,
    rotation: parts.rotation ?? 0,
    fills: ordered(parts.fills),
    rulings: ordered(parts.rulings),
    glyphs: ordered(parts.glyphs),
    diagonals: ordered(parts.diagonals),
    shapes: ordered(parts.shapes),
    images: [],
    fonts: [{ name: 'Drawn', embedded: true, vertical: false, unmapped: false }],
    droppedRulings: { background: 0, clipped: 0, outside: 0 },
  };
}

/** Glyphs and rulings of a drawing, at (x, y). */
export function drawParts(art: string, x = 50, y = 50): { glyphs: Glyph[]; rulings: Ruling[] } {
  const { placed, strikes } = place(art);
  const at = new Map(placed.map((p) => [`${p.column} ${p.row}`, p.character]));
  const middleX = (column: number): number => x + (column + 0.5) * COLUMN;
  const middleY = (row: number): number => y + (row + 0.5) * LINE;
  const glyphs = placed
    .filter(({ character }) => character !== ' ' && !isFrame(character))
    .map(({ character, column, row }) => drawGlyph(character === '␣' ? ' ' : character, x + column * COLUMN, y + row * LINE + 1));
  const rulings: Ruling[] = [];
  const run = (axis: 'h' | 'v', column: number, row: number): void => {
    const [ahead, back] = axis === 'h' ? [RIGHT, LEFT] : [DOWN, UP];
    const step = axis === 'h' ? [1, 0] : [0, 1];
    const char = (n: number): string => at.get(`${column + n * (step[0] ?? 0)} ${row + n * (step[1] ?? 0)}`) ?? ' ';
    if (!ahead.has(char(0)) || (back.has(char(0)) && ahead.has(char(-1)))) return;
    let length = 0;
    while (ahead.has(char(length)) && back.has(char(length + 1))) length += 1;
    const signs = Array.from({ length: length + 1 }, (_, n) => char(n)).join('');
    // A line drawn of one sign alone reaches to the sign's own edges.
    const slack = 0.5 * (axis === 'h' ? COLUMN : LINE);
    const startsBare = !(axis === 'h' ? DOWN.has(char(0)) || UP.has(char(0)) : RIGHT.has(char(0)) || LEFT.has(char(0)));
    const endsBare = !(axis === 'h' ? DOWN.has(char(length)) || UP.has(char(length)) : RIGHT.has(char(length)) || LEFT.has(char(length)));
    const from = (axis === 'h' ? middleX(column) : middleY(row)) - (startsBare ? slack : 0);
    const to = (axis === 'h' ? middleX(column + length) : middleY(row + length)) + (endsBare ? slack : 0);
    if (to - from < 1) return;
    const middle = axis === 'h' ? middleY(row) : middleX(column);
    const double = axis === 'h' ? signs.includes('═') : signs.includes('║');
    const dashed = axis === 'h' ? signs.includes('┄') : signs.includes('┆');
    if (double) rulings.push(drawRuling(axis, middle - 1, from, to), drawRuling(axis, middle + 1, from, to));
    else rulings.push(drawRuling(axis, middle, from, to, { dashed }));
  };
  for (const { column, row } of placed) {
    run('h', column, row);
    run('v', column, row);
  }
  for (const [start, end] of strikes) {
    rulings.push(drawRuling('h', middleY(start.row), x + start.column * COLUMN, x + end.column * COLUMN));
  }
  return { glyphs, rulings };
}

const isFrame = (character: string): boolean => /[\u2500-\u257f]/u.test(character);

/** A page with one drawing on it. */
export function drawTable(art: string, options: DrawOptions = {}): Page {
  const parts = drawParts(art, options.x, options.y);
  return pageOf({
    ...parts,
    ...(options.page === undefined ? {} : { number: options.page }),
    ...(options.width === undefined ? {} : { width: options.width }),
    ...(options.height === undefined ? {} : { height: options.height }),
  });
}
