import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains } from './geometry.js';
import { Grounds } from './ground.js';
import type { AreaMark } from './marks.js';

const COLOURS = ['#ff0000', '#00ff00', '#0000ff'] as const;

const area = fc
  .record({
    x0: fc.double({ min: 0, max: 900, noNaN: true }),
    top: fc.double({ min: 0, max: 900, noNaN: true }),
    wide: fc.double({ min: 0, max: 400, noNaN: true }),
    high: fc.double({ min: 0, max: 400, noNaN: true }),
    color: fc.constantFrom(...COLOURS),
    opaque: fc.boolean(),
  })
  .map(({ x0, top, wide, high, color, opaque }) => ({ box: { x0, top, x1: x0 + wide, bottom: top + high }, color, opaque }));

const areas = fc.array(area, { maxLength: 40 }).map((list): AreaMark[] => list.map((one, order) => ({ ...one, kind: 'fill', order, annotation: false })));

const coordinate = fc.double({ min: -50, max: 1350, noNaN: true });

test('the ground at a point is the last area painted there before the moment', () => {
  fc.assert(
    fc.property(areas, coordinate, coordinate, fc.nat(45), (list, x, y, order) => {
      const last = list.filter((a) => a.order < order && contains(a.box, x, y)).at(-1);
      const expected = last === undefined ? '#ffffff' : last.opaque ? last.color : null;
      expect(new Grounds(list).colourAt(x, y, order)).toBe(expected);
    }),
  );
});

test('a point is covered when an opaque area painted later lies over it', () => {
  fc.assert(
    fc.property(areas, coordinate, coordinate, fc.nat(45), (list, x, y, order) => {
      const expected = list.some((a) => a.order > order && a.opaque && contains(a.box, x, y));
      expect(new Grounds(list).isCovered([{ x, y }], order)).toBe(expected);
    }),
  );
});
