import { expect, test } from 'vitest';
import type { Quarter } from '../model/page.js';
import { drawGlyph, drawRuling, drawText, pageOf } from './test-draw.js';
import { turnUpright } from './upright.js';

const page = (turn: 0 | 90 | 270) =>
  pageOf({
    width: 600,
    height: 800,
    glyphs: [drawGlyph('A', 100, 200, { turn }), drawGlyph('B', 100, 250, { turn })],
    rulings: [drawRuling('v', 130, 200, 300)],
  });

test('a page of upright text stays as it is', () => {
  const upright = page(0);
  expect(turnUpright(upright).page).toBe(upright);
});

test('text that runs down the page is turned to run to the right, rulings beside it to lie below it', () => {
  const { page: turned } = turnUpright(page(90));
  expect([turned.width, turned.height]).toEqual([800, 600]);
  expect(turned.glyphs.map(({ turn }) => turn)).toEqual([0, 0]);
  // Clockwise text reads downwards: what is further down comes later, what is further left comes below.
  expect(turned.glyphs[0]?.box.x0).toBe(200);
  expect(turned.glyphs[1]?.box.x0).toBe(250);
  expect(turned.rulings[0]).toMatchObject({ axis: 'h', at: 470, from: 200, to: 300 });
});

test('places on a turned page lead back to the page as displayed', () => {
  for (const turn of [90, 270] as const) {
    const shown = page(turn);
    const { page: turned, back } = turnUpright(shown);
    expect(turned.glyphs.map(({ box }) => back(box))).toEqual(shown.glyphs.map(({ box }) => box));
  }
});

test('a page is turned where well over half of its text is', () => {
  const turned = (counts: readonly (readonly [Quarter, number])[]): number =>
    turnUpright(pageOf({ glyphs: counts.flatMap(([turn, count]) => drawText('市'.repeat(count), 50, 50 + turn, { turn })) })).page.glyphs[0]?.turn ?? -1;
  expect([
    turned([
      [90, 7],
      [0, 3],
    ]),
    turned([
      [90, 5],
      [0, 3],
      [180, 2],
    ]),
  ]).toEqual([0, 90]);
});

test('a page that stands on its head is turned round, and places lead back', () => {
  const { page: turned, back } = turnUpright(
    pageOf({ width: 600, height: 800, glyphs: drawText('市', 100, 200, { turn: 180 }), rulings: [drawRuling('h', 300, 100, 200)] }),
  );
  expect([turned.width, turned.height, turned.glyphs[0]?.turn]).toEqual([600, 800, 0]);
  expect(turned.glyphs[0]?.box).toEqual({ x0: 490, top: 590, x1: 500, bottom: 600 });
  expect(turned.rulings[0]).toMatchObject({ axis: 'h', at: 500, from: 400, to: 500 });
  expect(back({ x0: 490, top: 590, x1: 500, bottom: 600 })).toEqual({ x0: 100, top: 200, x1: 110, bottom: 210 });
});
