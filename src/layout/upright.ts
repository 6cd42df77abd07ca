/**
 * A page whose text stands sideways (a wide table on an upright sheet) → the page turned so that it reads upright, and
 * the way back for places on it.
 */
import type { Box, Diagonal, Glyph, Page, Quarter, Ruling } from '../model/page.js';

/** From this share of its text on, a page is meant to be read the way its text runs. */
const MOST = 0.6;

export interface UprightPage {
  readonly page: Page;
  /** From the turned page to the page as displayed. */
  readonly back: (box: Box) => Box;
}

export function turnUpright(page: Page): UprightPage {
  const turn = mainTurn(page.glyphs);
  if (turn === 0) return { page, back: (box) => box };
  const { width, height } = page;
  const there = (x: number, y: number): readonly [number, number] => rotate(x, y, turn, width, height);
  const box = (b: Box): Box => spanned(there(b.x0, b.top), there(b.x1, b.bottom));
  const swapped = turn !== 180;
  const [turnedWidth, turnedHeight] = swapped ? [height, width] : [width, height];
  return {
    page: {
      ...page,
      width: turnedWidth,
      height: turnedHeight,
      glyphs: page.glyphs.map((glyph) => ({ ...glyph, box: box(glyph.box), turn: less(glyph.turn, turn) })),
      rulings: page.rulings.map((ruling) => turnRuling(ruling, box, swapped)),
      fills: page.fills.map((fill) => ({ ...fill, box: box(fill.box) })),
      shapes: page.shapes.map((shape) => ({ ...shape, box: box(shape.box) })),
      images: page.images.map((image) => ({ ...image, box: box(image.box) })),
      diagonals: page.diagonals.map((line): Diagonal => {
        const [x0, y0] = there(line.x0, line.y0);
        const [x1, y1] = there(line.x1, line.y1);
        return { ...line, x0, y0, x1, y1 };
      }),
    },
    back: (b) => {
      const home = (x: number, y: number): readonly [number, number] => rotate(x, y, less(0, turn), turnedWidth, turnedHeight);
      return spanned(home(b.x0, b.top), home(b.x1, b.bottom));
    },
  };
}

/** The turn that most of the printed text has; 0 where no other has by far the most. Vertical writing is upright. */
function mainTurn(glyphs: readonly Glyph[]): Quarter {
  const counts = new Map<Quarter, number>();
  let all = 0;
  for (const { text, hidden, turn } of glyphs) {
    if (hidden !== undefined || text.trim() === '') continue;
    all += 1;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= MOST * all ? most[0] : 0;
}

/** Turns a point of a `width` × `height` page back by `turn`, clockwise degrees. */
function rotate(x: number, y: number, turn: Quarter, width: number, height: number): readonly [number, number] {
  switch (turn) {
    case 90:
      return [y, width - x];
    case 180:
      return [width - x, height - y];
    case 270:
      return [height - y, x];
    case 0:
      return [x, y];
  }
}

function less(turn: Quarter, by: Quarter): Quarter {
  const quarters: readonly Quarter[] = [0, 90, 180, 270];
  return quarters[((turn - by + 360) % 360) / 90] ?? 0;
}

const spanned = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Box => ({
  x0: Math.min(ax, bx),
  top: Math.min(ay, by),
  x1: Math.max(ax, bx),
  bottom: Math.max(ay, by),
});

function turnRuling(ruling: Ruling, box: (b: Box) => Box, swapped: boolean): Ruling {
  const { axis, at, from, to } = ruling;
  const turned = box(axis === 'h' ? { x0: from, x1: to, top: at, bottom: at } : { x0: at, x1: at, top: from, bottom: to });
  const turnedAxis = swapped === (axis === 'h') ? 'v' : 'h';
  return turnedAxis === 'h'
    ? { ...ruling, axis: 'h', at: turned.top, from: turned.x0, to: turned.x1 }
    : { ...ruling, axis: 'v', at: turned.x0, from: turned.top, to: turned.bottom };
}
