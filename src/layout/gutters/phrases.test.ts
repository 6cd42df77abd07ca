import { describe, expect, it } from 'vitest';
import { drawGlyph, drawText } from '../test-draw.js';
import { toPhraseLines } from './phrases.js';
import { onLine } from './test-lines.js';

const phrases = (...pieces: readonly (string | number)[]) => toPhraseLines(onLine(pieces)).flatMap((line) => line.phrases);
const texts = (...pieces: readonly (string | number)[]): string[] => phrases(...pieces).map(({ text }) => text);
const counts = (...cases: readonly (readonly (string | number)[])[]): number[] => cases.map((pieces) => phrases(...pieces).length);

describe('words', () => {
  it('are parted by a sixth of an em', () => {
    expect([texts('net', 0.1, 'income'), texts('net', 0.2, 'income')]).toEqual([['netincome'], ['net income']]);
  });

  it('are counted three characters to a word in Japanese', () => {
    expect(phrases('窓口の改善を行う')[0]?.words).toBe(3);
  });
});

describe('a phrase', () => {
  it('ends at a gap that no space between words is as wide as', () => {
    expect(counts(['Total', 0.6, 'income'], ['Total', 0.9, 'income'])).toEqual([1, 2]);
  });

  const justified = (spaces: number, gap: number) => [...Array.from({ length: spaces }, () => ['word', 0.5]).flat(), 'last', gap, 'word'];

  it('goes on over the stretched spaces of a justified line', () => {
    expect(counts(justified(5, 0.85), justified(6, 1.2))).toEqual([1, 2]);
  });

  it('is justified where five spaces show it', () => {
    expect(counts(justified(5, 0.85), justified(3, 0.85))).toEqual([1, 2]);
  });

  it('goes on over a few wide spaces that are all alike', () => {
    expect(counts(['one', 1.5, 'two', 1.5, 'three'], ['one', 2.5, 'two', 2.5, 'three'])).toEqual([1, 3]);
    const many = (words: number) => [...Array.from({ length: words - 1 }, () => ['word', 1.5]).flat(), 'word'];
    expect(counts(many(8), many(9))).toEqual([1, 9]);
    expect(counts(['one', 1.5, 'two', 1.56, 'three'], ['one', 1.5, 'two', 1.62, 'three'])).toEqual([1, 3]);
    // A space that is not stretched shows that the line is not: the others are gutters.
    expect(counts(['Number', 0.3, 'of', 1.5, 'Median', 1.5, 'range'], ['one', 1.5, 'two', 1.5, 'three', 0.3, 'of'])).toEqual([3, 3]);
    expect(counts(['one', 1.5, 'two', 1.5, 'three', 2.5, 'of'])).toEqual([2]);
  });
});

describe('numbers beside each other', () => {
  it('are two values, but for one that no gutter is as narrow as parts', () => {
    expect(counts(['12', 0.18, '1998'], ['12', 0.28, '1998'])).toEqual([1, 2]);
  });

  it('are text where words stand before them, a space apart', () => {
    expect(counts(['in', 0.3, '12', 0.3, '1998'], ['in', 0.3, '12', 0.42, '1998'])).toEqual([1, 2]);
  });

  it('are a list where a comma stands behind the first, a space apart', () => {
    expect(counts(['7,', 0.3, '8'], ['7', 0.3, '8'], ['7,', 0.4, '8'])).toEqual([1, 2, 2]);
  });

  it('are one where a space parts its thousands', () => {
    expect(counts(['12', 0.4, '345'], ['12', 0.6, '345'])).toEqual([1, 2]);
    expect(counts(['4', 0.4, '741.2'], ['4', 0.4, '741.234'])).toEqual([1, 2]);
  });

  it('are one where the second, with a stroke, refers to a footnote', () => {
    expect(counts(['2000', 0.3, '1/'], ['2000', 0.42, '1/'], ['2000', 0.3, 'a/'], ['2000', 0.3, '1/2'])).toEqual([1, 2, 1, 2]);
  });
});

describe('characters spread over their cell', () => {
  it('stand up to three em apart', () => {
    expect(counts(['目', 2.5, '的', 2.5, '別'], ['目', 4, '的', 4, '別'])).toEqual([1, 3]);
  });

  it('stand evenly apart', () => {
    expect(counts(['目', 2, '的', 2.4, '別'], ['目', 2, '的', 2.7, '別'])).toEqual([1, 2]);
  });
});

it('a full-width space that the author typed is part of the text', () => {
  const named = (gap: number): number =>
    toPhraseLines([...drawText('青木', 50, 50), drawGlyph('\u3000', 70, 50), ...drawText('太郎', 70 + 10 * gap, 50)]).flatMap((line) => line.phrases).length;
  expect([named(1), named(1.4)]).toEqual([1, 2]);
});

describe('leader dots', () => {
  const leader = (gap: number) => ['Total', 0.5, ...Array.from({ length: 6 }, () => ['.', gap]).flat(), '.'];

  it('stand little more than an em apart', () => {
    expect(counts(leader(1.1), leader(1.7))).toEqual([1, 2]);
  });

  it('are four at least: three are an ellipsis', () => {
    expect(['Total...', 'Total.....', '計…', '計……', '計‥.', '計‥‥'].map((text) => phrases(text)[0]?.hasLeader)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
