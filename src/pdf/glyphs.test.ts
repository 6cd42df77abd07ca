import { describe, expect, test } from 'vitest';
import type { Glyph, Page } from '../model/page.js';
import { readPdf } from './index.js';
import type { TestPdf } from './test-pdf.js';
import { buildPdf, japaneseFont, utf16 } from './test-pdf.js';

async function pageOf(content: string, more: Partial<TestPdf> = {}, page = {}): Promise<Page> {
  const document = await readPdf(buildPdf({ pages: [{ content, ...page }], ...more }));
  const [first] = document.pages;
  if (first === undefined) throw new Error('the document has a page');
  return first;
}

function textOf(page: Page): string {
  return page.glyphs.map(({ text }) => text).join('');
}

function rounded({ box }: Glyph): number[] {
  return [box.x0, box.top, box.x1, box.bottom].map((n) => Math.round(n * 100) / 100);
}

/** Helvetica's widths: A 667, i 222. */
describe('placing glyphs', () => {
  test('a glyph box runs from origin to advance, 0.88 em above and 0.12 em below the baseline', async () => {
    const page = await pageOf('BT /F1 10 Tf 20 60 Td (Ai) Tj ET');
    expect(page.glyphs.map(rounded)).toEqual([
      [20, 31.2, 26.67, 41.2],
      [26.67, 31.2, 28.89, 41.2],
    ]);
    expect(page.glyphs[0]).toMatchObject({ text: 'A', size: 10, turn: 0, vertical: false, color: '#000000' });
  });

  test('character, word and TJ spacing move the next glyph and leave the box alone', async () => {
    const page = await pageOf('BT /F1 10 Tf 2 Tc 3 Tw 0 50 Td [(A ) -1000 (A)] TJ ET');
    // A 6.67 + 2; space 2.78 + 2 + 3; then 10 more.
    expect(page.glyphs.map((g) => rounded(g)[0])).toEqual([0, 8.67, 26.45]);
    expect(page.glyphs.map((g) => g.box.x1 - g.box.x0)).toEqual([6.67, 2.78, 6.67].map((w) => expect.closeTo(w, 4)));
  });

  test('horizontal scaling narrows boxes and spacing alike', async () => {
    const page = await pageOf('BT /F1 10 Tf 50 Tz 2 Tc 0 50 Td (AA) Tj ET');
    expect(page.glyphs.map((g) => [rounded(g)[0], rounded(g)[2]])).toEqual([
      [0, 3.34],
      [4.34, 7.67],
    ]);
    expect(page.glyphs[0]?.size).toBe(10);
  });

  test('text rise lifts the box', async () => {
    const page = await pageOf('BT /F1 10 Tf 4 Ts 0 50 Td (A) Tj ET');
    expect(rounded(page.glyphs[0]!)).toEqual([0, 37.2, 6.67, 47.2]);
  });

  test('font size 1 under a scaling matrix has the size that is seen', async () => {
    const page = await pageOf('q 2 0 0 2 0 0 cm BT /F1 1 Tf 6 0 0 6 5 20 Tm (A) Tj ET Q');
    expect(page.glyphs[0]?.size).toBeCloseTo(12);
    expect(rounded(page.glyphs[0]!)).toEqual([10, 49.44, 18, 61.44]);
  });

  test('leading, next line and moves start from the line before', async () => {
    const page = await pageOf("BT /F1 10 Tf 12 TL 5 80 Td (A) Tj T* (A) Tj 3 -20 TD (A) Tj (A) ' ET");
    expect(page.glyphs.map((g) => [rounded(g)[0], rounded(g)[3]])).toEqual([
      [5, 21.2],
      [5, 33.2],
      [8, 53.2],
      [8, 73.2],
    ]);
  });

  test('nested forms apply their matrices and give the state back', async () => {
    const page = await pageOf('q 1 0 0 1 10 0 cm /Outer Do Q BT /F1 10 Tf 0 10 Td (C) Tj ET', {
      xobjects: {
        Outer: {
          dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [2 0 0 2 0 0] /Resources @resources',
          data: 'BT /F1 5 Tf 0 10 Td (A) Tj ET /Inner Do',
        },
        Inner: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Matrix [1 0 0 1 20 0] /Resources @resources', data: 'BT /F1 5 Tf 0 10 Td (B) Tj ET' },
      },
    });
    expect(page.glyphs.map((g) => [g.text, g.size, rounded(g)[0], rounded(g)[3]])).toEqual([
      ['A', 10, 10, 81.2],
      ['B', 10, 50, 81.2],
      ['C', 10, 0, 91.2],
    ]);
  });

  test.each([
    [0, 200, 100, [20, 31.2, 26.67, 41.2]],
    [90, 100, 200, [58.8, 20, 68.8, 26.67]],
    [180, 200, 100, [173.33, 58.8, 180, 68.8]],
    [270, 100, 200, [31.2, 173.33, 41.2, 180]],
  ] as const)('a page rotated by %i is read as displayed', async (rotate, width, height, box) => {
    const page = await pageOf('BT /F1 10 Tf 20 60 Td (A) Tj ET', {}, { rotate });
    expect([page.width, page.height, page.rotation]).toEqual([width, height, rotate]);
    expect(rounded(page.glyphs[0]!)).toEqual(box);
    expect(page.glyphs[0]?.turn).toBe(rotate);
  });

  test('text that undoes the rotation of its page stands upright', async () => {
    const page = await pageOf('BT /F1 10 Tf 0 1 -1 0 60 20 Tm (Ai) Tj ET', {}, { rotate: 90 });
    expect(page.glyphs.map((g) => g.turn)).toEqual([0, 0]);
    expect(rounded(page.glyphs[0]!)).toEqual([20, 51.2, 26.67, 61.2]);
  });

  test('a crop box moves the origin, and what lies outside it is hidden', async () => {
    const page = await pageOf('BT /F1 10 Tf 60 60 Td (A) Tj -55 0 Td (B) Tj ET', {}, { crop: [50, 20, 150, 90] });
    expect([page.width, page.height]).toEqual([100, 70]);
    expect(rounded(page.glyphs[0]!)).toEqual([10, 21.2, 16.67, 31.2]);
    expect(page.glyphs.map((g) => g.hidden)).toEqual([undefined, 'outside']);
  });

  test('a slant that imitates italics is no turn', async () => {
    const page = await pageOf('BT /F1 10 Tf 1 0 0.33 1 20 60 Tm (A) Tj ET');
    expect(page.glyphs[0]?.turn).toBe(0);
  });

  test('text lying aslant, a watermark, says so', async () => {
    const page = await pageOf('BT /F1 10 Tf 7 7 -7 7 20 20 Tm (A) Tj 1 0.02 -0.02 1 20 60 Tm (B) Tj ET');
    expect(page.glyphs.map((g) => g.askew)).toEqual([true, undefined]);
  });

  test('a Type 3 font uses its own matrix and its ToUnicode', async () => {
    const cmap = '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <8868> endbfchar endcmap';
    const page = await pageOf('BT /T3 10 Tf 20 60 Td (AB) Tj ET', {
      objects: { box: { dict: '', data: '800 0 0 0 700 700 d1 0 0 700 700 re f' }, map: { dict: '', data: cmap } },
      fonts: {
        T3: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a @box /b @box >> /Encoding << /Type /Encoding /Differences [65 /a /b] >> /FirstChar 65 /LastChar 66 /Widths [800 800] /ToUnicode @map >>',
      },
    });
    expect(page.glyphs.map((g) => [g.text, rounded(g)[0], rounded(g)[2]])).toEqual([
      ['表', 20, 28],
      ['\uFFFD', 28, 36],
    ]);
  });
});

describe('Japanese fonts', () => {
  test('a font that is not embedded is read through its CMap', async () => {
    const page = await pageOf(`BT /J 10 Tf 20 60 Td ${utf16('評価　①')} Tj ET`, { fonts: { J: japaneseFont() } });
    expect(textOf(page)).toBe('評価　①');
    expect(rounded(page.glyphs[1]!)).toEqual([30, 31.2, 40, 41.2]);
    expect(page.fonts).toEqual([{ name: 'MS-Mincho', embedded: false, vertical: false, unmapped: false }]);
  });

  test('Shift_JIS codes of a font that is not embedded are read', async () => {
    const page = await pageOf('BT /J 10 Tf 20 60 Td <955d89bf> Tj ET', { fonts: { J: japaneseFont('90ms-RKSJ-H') } });
    expect(textOf(page)).toBe('評価');
  });

  test('vertical writing runs down from the middle of the top, brackets as ordinary brackets', async () => {
    const page = await pageOf(`BT /V 10 Tf 50 90 Td ${utf16('（一）、。')} Tj ET`, { fonts: { V: japaneseFont('UniJIS-UTF16-V') } });
    expect(textOf(page)).toBe('（一）、。');
    expect(page.glyphs.every((g) => g.vertical && g.turn === 0)).toBe(true);
    expect(page.glyphs.slice(0, 2).map(rounded)).toEqual([
      [45, 10, 55, 20],
      [45, 20, 55, 30],
    ]);
  });

  test('a vertical glyph whose position vector is zero stands on its horizontal origin', async () => {
    // Labels of office programs: the vertical brackets (CIDs 7899 and 7900 of Adobe-Japan1) are placed by the text matrix alone.
    const font = japaneseFont('UniJIS-UTF16-V', '/W2 [7899 7900 0 0 0]');
    const page = await pageOf(`BT /V 10 Tf 1 0 0 1 50 60 Tm ${utf16('（')} Tj ET`, { fonts: { V: font } });
    // Baseline at y 40 from the top of a page 100 high: 8.8 above it, 1.2 below it.
    expect(page.glyphs.map(({ box }) => [box.x0, box.top, box.x1, box.bottom])).toEqual([[50, expect.closeTo(31.2), 60, expect.closeTo(41.2)]]);
  });

  test('codes of an embedded-style font that nothing explains become U+FFFD, not plausible garbage', async () => {
    const font = japaneseFont('Identity-H').replaceAll('/Ordering (Japan1)', '/Ordering (Identity)');
    const page = await pageOf('BT /J 10 Tf 20 60 Td <00410042> Tj ET', { fonts: { J: font } });
    expect(textOf(page)).toBe('\uFFFD\uFFFD');
    expect(page.fonts[0]?.unmapped).toBe(true);
  });
});

describe('what a ToUnicode map says', () => {
  /** Helvetica whose codes A, B, … mean the given texts. */
  async function mapped(...texts: readonly string[]): Promise<string[]> {
    const entries = texts.map((text, i) => `<${(0x41 + i).toString(16)}> ${utf16(text)}`).join(' ');
    const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${texts.length} beginbfchar ${entries} endbfchar endcmap`;
    const codes = texts.map((_, i) => String.fromCharCode(0x41 + i)).join('');
    const page = await pageOf(`BT /M 10 Tf 20 60 Td (${codes}) Tj ET`, {
      objects: { map: { dict: '', data: map } },
      fonts: { M: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode @map >>' },
    });
    return page.glyphs.map((g) => g.text);
  }

  test('vertical forms of a horizontal font stay as they are', async () => {
    expect(await mapped('︵')).toEqual(['︵']);
  });

  test('of a radical and its ideograph for one glyph the ideograph stays', async () => {
    expect(await mapped('⼦子', '子⼦', '⻑長', '\uf90a金')).toEqual(['子', '子', '長', '金']);
  });

  test('a radical alone, a ligature and a variation sequence stay', async () => {
    expect(await mapped('⼦', 'fi', '葛\u{E0100}')).toEqual(['⼦', 'fi', '葛\u{E0100}']);
  });

  test('the standard fonts are not embedded, names lose their subset tag and are decoded', async () => {
    const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
    const page = await pageOf('BT /F1 9 Tf (a) Tj /U 9 Tf (b) Tj /S 9 Tf (c) Tj ET', {
      fonts: { U: font('ABCDEF+#E6#98#8E#E6#9C#9D'), S: font('#82l#82r#96#be#92#a9') },
    });
    expect(page.fonts.map((f) => f.name)).toEqual(['Helvetica', '明朝', 'ＭＳ明朝']);
    expect(page.fonts[0]?.embedded).toBe(false);
  });

  test('spaces of every kind stay glyphs, and so does a soft hyphen', async () => {
    expect(await mapped('　', '\u00a0', '\u00ad')).toEqual(['　', '\u00a0', '\u00ad']);
  });

  test('a private-use character stays, to be reported', async () => {
    expect(await mapped('\ue000')).toEqual(['\ue000']);
  });

  test('a control character is unreadable', async () => {
    expect(await mapped('\u0007')).toEqual(['\uFFFD']);
  });
});
