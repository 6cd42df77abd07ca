import { describe, expect, it } from 'vitest';
import type { Line } from '../model/layout.js';
import { flagFurniture } from './furniture.js';
import { layoutDocument } from './index.js';
import { drawText, pageOf } from './test-draw.js';

/** Pages 840 pt high, each with the given texts at their height; furniture read as `text: kind`. */
function furniture(...pages: [string, number][][]): string[][] {
  const drawn = pages.map((texts, i) => pageOf({ number: i + 1, glyphs: texts.flatMap(([text, top]) => drawText(text, 280, top)) }));
  return layoutDocument(drawn).pages.map((page) => page.free.map(({ line, furniture: kind }) => `${line.text}: ${kind ?? 'content'}`));
}

describe('page furniture', () => {
  it.each(['- 1 -', '1', '１', '1/12', '1ページ', 'P.1', '（1）'])('knows %s at the foot of a page', (number) => {
    expect(
      furniture([
        ['本文', 300],
        [number, 810],
      ])[0]?.[1],
    ).toBe(`${number}: page_number`);
  });

  it('keeps a number in the body', () => {
    expect(
      furniture([
        ['12', 400],
        ['本文', 420],
      ])[0],
    ).toEqual(['12: content', '本文: content']);
  });

  it('keeps a number that does not count with the pages', () => {
    const pages = furniture(
      [
        ['P.27', 780],
        ['- 1 -', 810],
      ],
      [
        ['P.9', 780],
        ['- 2 -', 810],
      ],
    );
    expect(pages).toEqual([
      ['P.27: content', '- 1 -: page_number'],
      ['P.9: content', '- 2 -: page_number'],
    ]);
  });

  it('knows a running head by its standing on every page', () => {
    const pages = furniture(
      [
        ['計画書', 30],
        ['本文一', 300],
      ],
      [
        ['計画書', 30],
        ['本文二', 300],
      ],
      [['計画書', 30]],
    );
    expect(pages.map((page) => page[0])).toEqual(Array(3).fill('計画書: running_head'));
  });

  it('keeps a heading repeated in the body', () => {
    const pages = furniture([['施策１', 150]], [['施策１', 150]], [['施策１', 150]]);
    expect(pages.map((page) => page[0])).toEqual(Array(3).fill('施策１: content'));
  });
});

describe('where furniture stands', () => {
  const line = (page: number, text: string, bottom: number): Line => ({
    page,
    text,
    raw: text,
    writing: 'horizontal',
    size: 10,
    glyphs: [],
    box: { x0: 300, x1: 310, top: bottom - 10, bottom },
  });
  const flagged = (...lines: readonly (readonly Line[])[]): (string | undefined)[] =>
    flagFurniture(lines.map((own, i) => ({ page: i + 1, width: 600, height: 1000, lines: own, tables: [] }))).map(([first]) => first?.furniture);

  it('a page number stands in the upper or lower tenth of its page', () => {
    expect([flagged([line(1, '- 1 -', 95)])[0], flagged([line(1, '- 1 -', 120)])[0]]).toEqual(['page_number', undefined]);
  });

  it('a bare number on a single page stands nearer to the edge', () => {
    expect([flagged([line(1, '1', 70)])[0], flagged([line(1, '1', 90)])[0]]).toEqual(['page_number', undefined]);
  });

  it('a running head stands on three pages', () => {
    const heads = (count: number): (string | undefined)[] => flagged(...[1, 2, 3, 4].map((page) => (page <= count ? [line(page, '行政報告', 60)] : [])));
    expect([heads(3)[0], heads(2)[0]]).toEqual(['running_head', undefined]);
  });

  it('knows a running head in the margin of a page turned on its side, no further down', () => {
    const read = (top: number): (string | undefined)[] => {
      const drawn = [1, 2, 3].map((number) =>
        pageOf({ number, width: 840, height: 600, glyphs: [...drawText('資料１', 400, top), ...drawText(`本文${number}`, 280, 300)] }),
      );
      return layoutDocument(drawn).pages.map((page) => page.free.find(({ line }) => line.text === '資料１')?.furniture);
    };
    expect(read(70)).toEqual(['running_head', 'running_head', 'running_head']);
    expect(read(80)).toEqual([undefined, undefined, undefined]);
  });
});
