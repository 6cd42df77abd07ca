import { describe, expect, it } from 'vitest';
import type { CellPart } from '../model/layout.js';
import type { Glyph } from '../model/page.js';
import { drawBox, drawDown, drawGlyph, drawText, pageOf, SIZE } from './test-draw.js';
import { onlyTable } from './test-read.js';
import { readUprightLines } from './upright-lines.js';

/** Upright lines from right to left, `R3` side by side within its line; the n-th line begins `starts[n]` characters lower. */
const setUpright = (lines: readonly string[], starts: readonly number[] = [], draw = drawGlyph): Glyph[] =>
  lines.flatMap((line, i) =>
    (line.match(/[A-Z0-9]+|./gu) ?? []).flatMap((unit, k) => {
      const x = 54 + (lines.length - 1 - i) * SIZE;
      const top = 54 + (k + (starts[i] ?? 0)) * SIZE;
      return /[A-Z0-9]/u.test(unit) ? drawText(unit, x, top) : [draw(unit, x, top)];
    }),
  );

/** The glyphs painted row by row from the top, as a program that sorts its output would. */
const paintedAcross = (glyphs: readonly Glyph[]): Glyph[] => [...glyphs].sort((a, b) => a.box.top - b.box.top || a.box.x0 - b.box.x0);

/** The label cell of a table; its cell is just wide enough for two lines. */
function read(glyphs: readonly Glyph[], width = 30): CellPart | undefined {
  const rulings = [...drawBox({ x0: 50, top: 50, x1: 50 + width, bottom: 130 }), ...drawBox({ x0: 50 + width, top: 50, x1: 300, bottom: 130 })];
  return onlyTable(pageOf({ rulings, glyphs })).cells[0]?.parts[0];
}

const texts = (part: CellPart | undefined): string[] | undefined => part?.lines.map((line) => line.text);
const alternatives = (part: CellPart | undefined): string[][] => (part?.alternatives ?? []).map((lines) => lines.map((line) => line.text));

describe('a label set upright that wraps in its cell', () => {
  it('is read from right to left where its characters were painted down the lines', () => {
    const part = read(setUpright(['R3年度の', '取組状況']));
    expect(texts(part)).toEqual(['R3年度の', '取組状況']);
    expect(alternatives(part)).toEqual([]);
  });

  it('is read from right to left where its lines are set off against each other: no rows hold their characters', () => {
    const part = read(paintedAcross(setUpright(['令和4年度の', '取組状況'], [0, 0.5])));
    expect(texts(part)).toEqual(['令和4年度の', '取組状況']);
    expect(alternatives(part)).toEqual([]);
  });

  it('is more likely read so where its first line goes on below its last, which text that runs across never does', () => {
    const part = read(paintedAcross(setUpright(['令和4年度の', '取組状況'])));
    expect(texts(part)).toEqual(['令和4年度の', '取組状況']);
    expect(alternatives(part)).toEqual([['取令', '組和', '状4', '況年', '度', 'の']]);
  });

  it('is offered as the other reading where text that runs across is as likely', () => {
    const part = read(paintedAcross(setUpright(['推進', '部署'])));
    expect(texts(part)).toEqual(['部推', '署進']);
    expect(alternatives(part)).toEqual([['推進', '部署']]);
  });

  it('may have three lines', () => {
    expect(texts(read(setUpright(['R3年度', 'の取組', '状況']), 40))).toEqual(['R3年度', 'の取組', '状況']);
  });

  it('takes in letters turned on their side', () => {
    const turned = [...'R3'].map((c, i) => ({ ...drawGlyph(c, 64, 54 + i * 5, { turn: 90 }), box: { x0: 64, x1: 74, top: 54 + i * 5, bottom: 59 + i * 5 } }));
    const first = [...'年度の'].map((c, i) => drawGlyph(c, 64, 64 + i * SIZE));
    const second = [...'取組状況'].map((c, i) => drawGlyph(c, 54, 54 + i * SIZE));
    expect(texts(read(paintedAcross([...turned, ...first, ...second])))).toEqual(['R3年度の', '取組状況']);
  });

  it('is read so where a font for vertical writing sets but one of its characters', () => {
    const draw: typeof drawGlyph = (text, x, top) => (/[（）]/u.test(text) ? (drawDown(text, x, top)[0] ?? drawGlyph(text, x, top)) : drawGlyph(text, x, top));
    const part = read(paintedAcross(setUpright(['取組（', '状況）'], [], draw)));
    expect(texts(part)).toEqual(['取組（', '状況）']);
    expect(alternatives(part)).toEqual([]);
  });
});

describe('text that runs across a narrow cell', () => {
  it('stays so, with the upright reading beside it', () => {
    const part = read(['担当', '課の', '名称'].flatMap((line, i) => drawText(line, 54, 54 + i * SIZE)));
    expect(texts(part)).toEqual(['担当', '課の', '名称']);
    expect(alternatives(part)).toEqual([['当の称', '担課名']]);
  });

  it('stays so though its characters are spread further along the rows than the rows are apart', () => {
    const glyphs = [...drawText('国分寺', 54, 54, { gap: 4 }), ...drawText('北', 54, 65), ...drawText('部', 82, 65)];
    expect(texts(read(glyphs, 48))).toEqual(['国分寺', '北部']);
  });

  it('has one reading where the cell is wide', () => {
    const part = read(
      ['担当', '課の', '名称'].flatMap((line, i) => drawText(line, 54, 54 + i * SIZE)),
      90,
    );
    expect(alternatives(part)).toEqual([]);
  });

  it('has one reading where it has more than three characters on a line', () => {
    const part = read(
      ['担当課の', '名称です'].flatMap((line, i) => drawText(line, 54, 54 + i * SIZE)),
      50,
    );
    expect(alternatives(part)).toEqual([]);
  });

  it('has one reading where a mark stands beside its lines', () => {
    const glyphs = [...drawText('●', 54, 59), ...drawText('達成', 64, 54), ...drawText('困難', 64, 64)];
    expect(alternatives(read(glyphs, 40))).toEqual([]);
  });

  it('has one reading where it is longer than a label', () => {
    const lines = ['施設の', '維持管', '理に要', 'する経', '費の内', '訳につ', 'いて記', '載する', 'ものと'];
    const rulings = [...drawBox({ x0: 50, top: 50, x1: 90, bottom: 160 }), ...drawBox({ x0: 90, top: 50, x1: 300, bottom: 160 })];
    const glyphs = lines.flatMap((line, i) => drawText(line, 54, 54 + i * SIZE));
    expect(onlyTable(pageOf({ rulings, glyphs })).cells[0]?.parts[0]?.alternatives).toBeUndefined();
  });
});

describe('lines of a label set upright', () => {
  /** Lines from right to left, `apart` points from middle to middle, painted in this order. */
  const verdict = (lines: readonly string[], apart: number, box = { x0: 50, top: 50, x1: 80, bottom: 250 }, order = (i: number) => i): string | undefined => {
    let painted = 0;
    const glyphs = lines.flatMap((line, k) =>
      [...line].map((c, i) => drawGlyph(c, 54 + (lines.length - 1 - k) * apart, 54 + 10 * i, { order: order(painted++) })),
    );
    return readUprightLines(glyphs, box)?.verdict;
  };

  it('stand beside each other, hardly squeezed', () => {
    expect([verdict(['取組状況', '及び課題'], 9.5), verdict(['取組状況', '及び課題'], 7)]).toEqual(['sure', undefined]);
  });

  it('are three at most', () => {
    expect([verdict(['取組', '状況', '課題'], 10), verdict(['取組', '状況', '課題', '目標'], 10)]).toEqual(['sure', undefined]);
  });

  it('hold some two dozen characters at most', () => {
    const long = '年度の取組状況と課題及び目標値';
    expect([verdict([long.slice(0, 10), long.slice(0, 10)], 10), verdict([long, long], 10)]).toEqual(['sure', undefined]);
  });

  it('are read in a wide cell that is tall, from three characters on', () => {
    const wide = { x0: 50, top: 50, x1: 110, bottom: 150 };
    expect([verdict(['取組状', '及び課'], 10, wide), verdict(['取組', '及び'], 10, wide)]).toEqual(['sure', undefined]);
  });

  it('are likely where they stand further apart than the characters within them', () => {
    const upwards = (i: number): number => -i;
    expect([verdict(['取組状', '及び課'], 15, undefined, upwards), verdict(['取組状', '及び課'], 12, undefined, upwards)]).toEqual(['likely', 'possible']);
  });

  it('take in figures that stand on one row', () => {
    const withFigures = (lower: number): boolean => {
      const right = [...drawText('R', 64, 54), ...drawText('3', 69, 54 + lower), drawGlyph('年', 64, 64), drawGlyph('度', 64, 74)];
      return (
        readUprightLines([...right, ...[...'取組状'].map((c, i) => drawGlyph(c, 54, 54 + 10 * i))], { x0: 50, top: 50, x1: 80, bottom: 100 }) !== undefined
      );
    };
    expect([withFigures(1.5), withFigures(2.5)]).toEqual([true, false]);
  });
});
