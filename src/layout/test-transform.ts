/** The same sheet otherwise drawn: printed at another size or place, turned, its rulings in other pieces and order. For tests. */
import type { Box, Diagonal, Fill, Glyph, Page, Quarter, Ruling, Shape } from '../model/page.js';
import { scalePage } from './body-size.js';

const QUARTERS: readonly Quarter[] = [0, 90, 180, 270];

const next = (turn: Quarter): Quarter => QUARTERS[(QUARTERS.indexOf(turn) + 1) % QUARTERS.length] ?? 0;

/** Turned clockwise by a quarter. */
export function rotated(page: Page): Page {
  const x = (y: number): number => page.height - y;
  const box = ({ x0, top, x1, bottom }: Box): Box => ({ x0: x(bottom), top: x0, x1: x(top), bottom: x1 });
  const ruling = (own: Ruling): Ruling => (own.axis === 'h' ? { ...own, axis: 'v', at: x(own.at) } : { ...own, axis: 'h', from: x(own.to), to: x(own.from) });
  return {
    ...page,
    width: page.height,
    height: page.width,
    glyphs: page.glyphs.map((glyph): Glyph => ({ ...glyph, box: box(glyph.box), turn: next(glyph.turn) })),
    rulings: page.rulings.map(ruling),
    fills: page.fills.map((fill): Fill => ({ ...fill, box: box(fill.box) })),
    shapes: page.shapes.map((shape): Shape => ({ ...shape, box: box(shape.box) })),
    images: page.images.map((image) => ({ ...image, box: box(image.box) })),
    diagonals: page.diagonals.map((line): Diagonal => ({ ...line, x0: x(line.y0), y0: line.x0, x1: x(line.y1), y1: line.x1 })),
  };
}

/** Each ruling in three pieces, the last first. */
export function inPieces(page: Page): Page {
  const rulings = page.rulings.flatMap((ruling) => {
    const at = (share: number): number => ruling.from + share * (ruling.to - ruling.from);
    return [
      { ...ruling, to: at(0.3) },
      { ...ruling, from: at(0.3), to: at(0.55) },
      { ...ruling, from: at(0.55) },
    ];
  });
  return { ...page, rulings: rulings.reverse() };
}

/** Further to the right and down on the same sheet. */
export function shifted(page: Page, right: number, down: number): Page {
  const box = ({ x0, top, x1, bottom }: Box): Box => ({ x0: x0 + right, top: top + down, x1: x1 + right, bottom: bottom + down });
  const along = (axis: 'h' | 'v'): number => (axis === 'h' ? right : down);
  const across = (axis: 'h' | 'v'): number => (axis === 'h' ? down : right);
  return {
    ...page,
    glyphs: page.glyphs.map((glyph): Glyph => ({ ...glyph, box: box(glyph.box) })),
    rulings: page.rulings.map((own): Ruling => ({ ...own, at: own.at + across(own.axis), from: own.from + along(own.axis), to: own.to + along(own.axis) })),
    fills: page.fills.map((fill): Fill => ({ ...fill, box: box(fill.box) })),
    shapes: page.shapes.map((shape): Shape => ({ ...shape, box: box(shape.box) })),
    images: page.images.map((image) => ({ ...image, box: box(image.box) })),
    diagonals: page.diagonals.map((line): Diagonal => ({ ...line, x0: line.x0 + right, x1: line.x1 + right, y0: line.y0 + down, y1: line.y1 + down })),
  };
}

/** Every way in which the same sheet may be drawn otherwise, by name. */
export const OTHERWISE: Readonly<Record<string, (page: Page) => Page>> = {
  'printed at ×0.5': (page) => scalePage(page, 0.5),
  'printed at ×0.707': (page) => scalePage(page, 0.707),
  'printed at ×1.414': (page) => scalePage(page, 1.414),
  'printed at ×2': (page) => scalePage(page, 2),
  'further to the right and down': (page) => shifted(page, 13.7, 5.3),
  'turned by 90°': rotated,
  'its rulings in other pieces and order': inPieces,
};
