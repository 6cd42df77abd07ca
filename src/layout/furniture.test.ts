import { describe, expect, it } from 'vitest';
import { layoutDocument } from './index.js';
import { drawText, pageOf } from './test-draw.js';

/** Pages 840 pt high, each with the given texts at their height; furniture read as `text: kind`. */
function furniture(...pages: [string, number][][]): string[][] {
  const drawn = pages.map((texts, i) =>
    pageOf({ number: i + 1, glyphs: texts.flatMap(([text, top]) => drawText(text, 280, top)) }),
  );
  return layoutDocument(drawn).pages.map((page) =>
    page.free.map(({ line, furniture: kind }) => `${line.text}: ${kind ?? 'content'}`),
  );
}

describe('page furniture', () => {
  it.each(['- 1 -', '1', '１', '1/12', '1ページ', 'P.1', '（1）'])('knows %s at the foot of a page', (number) => {
    expect(furniture([['本文', 300], [number, 810]])[0]?.[1]).toBe(`${number}: page_number`);
  });

  it('keeps a number in the body', () => {
    expect(furniture([['12', 400], ['本文', 420]])[0]).toEqual(['12: content', '本文: content']);
  });

  it('keeps a number that does not count with the pages', () => {
    const pages = furniture([['P.27', 780], ['- 1 -', 810]], [['P.9', 780], ['- 2 -', 810]]);
    expect(pages).toEqual([
      ['P.27: content', '- 1 -: page_number'],
      ['P.9: content', '- 2 -: page_number'],
    ]);
  });

  it('knows a running head by its standing on every page', () => {
    const pages = furniture([['計画書', 30], ['本文一', 300]], [['計画書', 30], ['本文二', 300]], [['計画書', 30]]);
    expect(pages.map((page) => page[0])).toEqual(Array(3).fill('計画書: running_head'));
  });

  it('keeps a heading repeated in the body', () => {
    const pages = furniture([['施策１', 150]], [['施策１', 150]], [['施策１', 150]]);
    expect(pages.map((page) => page[0])).toEqual(Array(3).fill('施策１: content'));
  });
});
