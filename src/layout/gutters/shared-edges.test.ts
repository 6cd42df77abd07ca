import { describe, expect, it } from 'vitest';
import { PLAIN_BOOK } from '../evidence/rulebook.js';
import { drawText } from '../test-draw.js';
import { findSharedEdges, joinCodes } from './shared-edges.js';
import { linesOf, onLine } from './test-lines.js';

/** A figure that ends at x = 100 with a text behind it, by line; `gaps`: the white between them, em; `skip`: lines of other text between. */
function flush(
  pairs: readonly (readonly [figure: string, text: string])[],
  { gaps = [] as readonly number[], ends = [] as readonly number[], skip = 0 } = {},
): number {
  const glyphs = pairs.flatMap(([figure, text], i) => {
    const [top, end] = [50 + 14 * i * (skip + 1), 100 + 10 * (ends[i] ?? 0)];
    const own = [...drawText(figure, end - 5 * figure.length, top), ...drawText(text, end + 10 * (gaps[i] ?? 0.2), top)];
    return [...own, ...Array.from({ length: skip }, (_, k) => drawText('roads', 300, top + 14 * (k + 1))).flat()];
  });
  return findSharedEdges(linesOf(glyphs), PLAIN_BOOK).length;
}

const COUNTIES: readonly (readonly [string, string])[] = [
  ['3817117', 'Pinal'],
  ['980263', 'Yavapai'],
  ['53597', 'Mohave'],
  ['71518', 'Yuma'],
];

describe('figures with text right behind them', () => {
  it('are a column in four lines', () => {
    expect([flush(COUNTIES), flush(COUNTIES.slice(0, 3))]).toEqual([1, 0]);
  });

  it('of which no more than three lie between two', () => {
    expect([flush(COUNTIES, { skip: 3 }), flush(COUNTIES, { skip: 4 })]).toEqual([1, 0]);
  });

  it('end at one place and differ in length', () => {
    expect([flush(COUNTIES), flush(COUNTIES, { ends: [0, 0.3, 0.6, 0.9] })]).toEqual([1, 0]);
    expect(flush(COUNTIES.map(([, text]) => ['12345', text] as const))).toBe(0);
  });

  it('have texts of their own behind them: what they are counted in is part of them', () => {
    expect(flush(COUNTIES.map(([figure]) => [figure, 'Persons'] as const))).toBe(0);
  });

  it('are numbers of two digits, and the text begins with a letter', () => {
    expect(flush(COUNTIES.map(([figure]) => [figure, '(a)'] as const))).toBe(0);
    expect(flush(COUNTIES.map(([, text], i) => [i === 0 ? 'Towns' : 'Area', text] as const))).toBe(0);
  });
});

describe('a word that stands where the texts of other lines begin', () => {
  /** `Grades Description` over lines with a text `at` em right of that of "Description". */
  const header = (gap: number, { lines = 3, at = 0, words = ['Grades'], between = 0 } = {}): number => {
    const head = onLine([...words.flatMap((word, k) => (k === 0 ? [word] : [0.45, word])), gap, 'Description']);
    const x = (head.find(({ text }) => text === 'D')?.box.x0 ?? 0) + 10 * at;
    const body = Array.from({ length: lines }, (_, i) => 50 + 14 * (i + 1 + between)).flatMap((top) => [
      ...drawText('K', 50, top),
      ...drawText('Daily', x, top),
    ]);
    const others = Array.from({ length: between }, (_, i) => drawText('roads', 300, 50 + 14 * (i + 1))).flat();
    return findSharedEdges(linesOf([...head, ...others, ...body]), PLAIN_BOOK).length;
  };

  it('is a cell of three of them, a little more than a space behind the word before', () => {
    expect([header(0.5), header(0.38), header(0.5, { lines: 2 })]).toEqual([1, 0, 0]);
  });

  it('stands at their edge', () => {
    expect([header(0.5, { at: 0.1 }), header(0.5, { at: 0.2 })]).toEqual([1, 0]);
  });

  it('stands further off than the words of one text from each other', () => {
    expect([header(0.7, { words: ['School', 'grades'] }), header(0.6, { words: ['School', 'grades'] })]).toEqual([1, 0]);
  });

  it('is no more than ten lines away from them', () => {
    expect([header(0.5, { between: 7 }), header(0.5, { between: 8 })]).toEqual([1, 0]);
  });
});

describe('groups of digits', () => {
  const texts = (rows: readonly (readonly string[])[], gap = 0.3): number =>
    Math.max(
      ...joinCodes(
        linesOf(
          rows.flatMap((row, i) =>
            onLine(
              row.flatMap((text, k) => (k === 0 ? [text] : [gap, text])),
              50 + 14 * i,
            ),
          ),
        ),
        PLAIN_BOOK,
      ).map(({ phrases }) => phrases.length),
    );
  const CODES = [
    ['0302', '11', '10'],
    ['0303', '12', '00'],
    ['1604', '14', '16'],
  ];

  it('are a code in three lines, a word space apart', () => {
    expect([texts(CODES), texts(CODES.slice(0, 2)), texts(CODES, 0.4)]).toEqual([1, 3, 3]);
  });

  it('are as long as those of the other lines', () => {
    expect(texts([...CODES, ['0302', '115', '10']])).toBeGreaterThan(1);
  });

  it('are no three digits, which are thousands, and have two at least', () => {
    expect(texts(CODES.map(([first = '']) => [first, '120']))).toBe(2);
    expect(texts(CODES.map(([first = '']) => [first, '1']))).toBe(2);
  });
});
