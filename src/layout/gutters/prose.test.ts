import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../model/page.js';
import { drawText } from '../test-draw.js';
import { findProse, isFull } from './prose.js';
import { linesOf, onLine } from './test-lines.js';

interface Set {
  /** Width of the lines, em; the last one is shorter. */
  readonly measure?: number;
  readonly words?: number;
  readonly pitch?: number;
  readonly capitals?: boolean;
  /** What stands at the right of each line. */
  readonly beside?: (i: number) => readonly (string | number)[];
}

/** A paragraph of full lines: `words` words fill each to the measure. */
function paragraph(lines: number, { measure = 20, words = 6, pitch = 1.3, capitals = false, beside = () => [] }: Set = {}, top = 50): Glyph[] {
  const spaces = 0.3 * (words - 1);
  const length = Math.round((2 * (measure - spaces)) / words);
  return Array.from({ length: lines }, (_, i): Glyph[] => {
    const word = (k: number): string => (capitals && k === 0 ? 'B' : 'b').padEnd(length, 'abcdefghijklmnop'.slice(i % 8));
    const own = Array.from({ length: words }, (_, k) => (k === 0 ? [word(k)] : [0.3, word(k)])).flat();
    return onLine([...own, ...beside(i)], top + 10 * pitch * i);
  }).flat();
}
const isText = (glyphs: readonly Glyph[]): boolean => findProse(linesOf(glyphs)).size > 0;

describe('a paragraph', () => {
  it('of three lines is as wide as sixteen em, of two as twenty-eight', () => {
    expect([isText(paragraph(3, { measure: 18 })), isText(paragraph(3, { measure: 13 }))]).toEqual([true, false]);
    expect([isText(paragraph(2, { measure: 33 })), isText(paragraph(2, { measure: 24 }))]).toEqual([true, false]);
  });

  it('has four words a line', () => {
    expect([isText(paragraph(3, { words: 5 })), isText(paragraph(3, { words: 3 }))]).toEqual([true, false]);
  });

  it('in a narrow column has six lines, of three words, ten em wide', () => {
    const narrow = { measure: 13, words: 4 };
    expect([isText(paragraph(7, narrow)), isText(paragraph(5, narrow))]).toEqual([true, false]);
    expect([isText(paragraph(7, narrow)), isText(paragraph(7, { ...narrow, words: 2 }))]).toEqual([true, false]);
    expect([isText(paragraph(7, narrow)), isText(paragraph(7, { measure: 8, words: 4 }))]).toEqual([true, false]);
  });

  it('of a few lines that all begin with capitals is a column of entries', () => {
    expect([isText(paragraph(8, { capitals: true })), isText(paragraph(5, { capitals: true }))]).toEqual([true, false]);
  });

  it('has its lines close to each other', () => {
    expect([isText(paragraph(3, { pitch: 2 })), isText(paragraph(3, { pitch: 2.6 }))]).toEqual([true, false]);
  });

  it('does not stand beside cells in four lines of five', () => {
    const cells = (i: number): readonly (string | number)[] => (i < 2 ? [3, 'one', 2.6, 'two'] : []);
    const all = (): readonly (string | number)[] => [3, 'one', 2.6, 'two'];
    expect([isText(paragraph(3, { beside: cells })), isText(paragraph(3, { beside: all }))]).toEqual([true, false]);
    const long = (): readonly (string | number)[] => [3, 'one of three', 2.6, 'two of three'];
    expect(isText(paragraph(5, { beside: long }))).toBe(true);
  });

  it('is a wrapped cell between two rows that begin where it begins, with a label', () => {
    /** A label and two full lines of text, between rows whose cells begin `at` em right of the text's. */
    const between = (label: string, at = 0, rows = 2): boolean => {
      const full = paragraph(1, { measure: 33 }).map((glyph) => ({ ...glyph, box: { ...glyph.box, x0: glyph.box.x0 + 100, x1: glyph.box.x1 + 100 } }));
      const text = [...full, ...drawText('bend', 150, 63)];
      const row = (top: number) => [...drawText('June', 50, top), ...drawText('Bhearing held', 150 + 10 * at, top)];
      return isText([...row(30), ...drawText(label, 50, 50), ...text, ...(rows > 1 ? row(83) : [])]);
    };
    expect([between('August'), between('August', 0.15), between('August', 0.3), between('August', 0, 1)]).toEqual([false, false, true, true]);
    expect([between('(a)'), between('12')]).toEqual([true, true]);
  });

  it('is a label that wraps where figures stand beside one of its lines', () => {
    const figure =
      (at: number) =>
      (i: number): readonly (string | number)[] =>
        i === at ? [2, '1,234'] : [];
    expect([isText(paragraph(3, { beside: figure(0) })), isText(paragraph(5, { beside: figure(0) }))]).toEqual([false, true]);
  });
});

it('one line is a sentence from fourteen words on', () => {
  const line = (words: number): boolean => isText(onLine(Array.from({ length: words }, (_, k) => (k === 0 ? ['word'] : [0.3, 'word'])).flat()));
  expect([line(16), line(11)]).toEqual([true, false]);
});

describe('a column in which the page sets its text', () => {
  /** A short paragraph of two lines, three words each, below lines of text: moved right by points, in another size, `words` a line. */
  const isPart = (lines = 8, by = 0, size = 10, words = 4): boolean => {
    const short = [0, 1].map((i) =>
      drawText(Array.from({ length: words }, (_, k) => 'kmnop'.slice(k % 2)).join(i === 0 ? 'x ' : 'y '), 50 + by, 350 + 13 * i, { size }),
    );
    const width = Math.max(...short.flat().map(({ box }) => box.x1)) - 50;
    const phrases = findProse(linesOf([...paragraph(lines, { measure: width / 10 }), ...short.flat()]));
    return [...phrases].some(({ box }) => box.top > 340);
  };

  it('begins at one edge, in one size', () => {
    expect([isPart(8, 1), isPart(8, 2)]).toEqual([true, false]);
    expect([isPart(8, 0, 10.4), isPart(8, 0, 10.7)]).toEqual([true, false]);
  });
});

it('a line is full where the next word, a space before it, would not have fitted, or by half an em only', () => {
  const [line] = linesOf(drawText('abcdefghij', 50, 50)).flatMap(({ phrases }) => phrases);
  const [next] = linesOf(drawText('klmnopqrst', 50, 64)).flatMap(({ phrases }) => phrases);
  if (line === undefined || next === undefined) throw new Error('drawn');
  expect([isFull(line, next, 157), isFull(line, next, 159)]).toEqual([true, false]);
});

it('the first line of a paragraph is indented by a few em at most', () => {
  const indented = (by: number): boolean => {
    const [first = [], ...rest] = [0, 1].map((i) => paragraph(1, { measure: i === 0 ? 33 - by : 33 }, 50 + 13 * i));
    return isText([...first.map((glyph) => ({ ...glyph, box: { ...glyph.box, x0: glyph.box.x0 + 10 * by, x1: glyph.box.x1 + 10 * by } })), ...rest.flat()]);
  };
  expect([indented(4), indented(6.5)]).toEqual([true, false]);
});
