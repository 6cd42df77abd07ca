/** Pages at another size: lengths that are not given in em are points of a page whose text is `BODY` points high. */
import type { Box, Diagonal, Fill, PlacedImage, Ruling, Shape } from './page.js';

/** The size of body text in Japanese office programs as they are installed (五号, 10.5 points): the size at which pages are read. */
export const BODY = 10.5;

/** To a millionth of a point: places that agree on a page agree on the same page at another size, where each is rounded otherwise. */
export const scaled = (length: number, by: number): number => Math.round(length * by * 1e6) / 1e6;

export const scaleBox = ({ x0, top, x1, bottom }: Box, by: number): Box => ({
  x0: scaled(x0, by),
  top: scaled(top, by),
  x1: scaled(x1, by),
  bottom: scaled(bottom, by),
});

/** What is drawn on a page besides its text. */
export interface Drawn {
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly diagonals: readonly Diagonal[];
  readonly shapes: readonly Shape[];
  readonly images: readonly PlacedImage[];
}

export function scaleDrawn({ rulings, fills, diagonals, shapes, images }: Drawn, by: number): Drawn {
  return {
    rulings: rulings.map(
      (ruling): Ruling => ({ ...ruling, at: scaled(ruling.at, by), from: scaled(ruling.from, by), to: scaled(ruling.to, by), width: scaled(ruling.width, by) }),
    ),
    fills: fills.map((fill): Fill => ({ ...fill, box: scaleBox(fill.box, by) })),
    shapes: shapes.map((shape): Shape => ({ ...shape, box: scaleBox(shape.box, by) })),
    images: images.map((image): PlacedImage => ({ ...image, box: scaleBox(image.box, by) })),
    diagonals: diagonals.map(
      (line): Diagonal => ({ ...line, x0: scaled(line.x0, by), y0: scaled(line.y0, by), x1: scaled(line.x1, by), y1: scaled(line.y1, by) }),
    ),
  };
}
