/** Where the rules for line ends begin and stop to hold: each length on both sides of its limit. A character is ten points. */
import { describe, expect, test } from 'vitest';
import { cellLines, type CellLine, type CellLines } from './cell-lines.js';
import { gatherEntries } from './entries.js';
import { cutsWord, extentOf, fillOf, frameOf, type Frame } from './frame.js';
import { unknownHabit } from './habit.js';
import { jointAfter } from './joint.js';
import { charactersOf, columnOf, type JoinLine } from './set-line.js';

const SIZE = 10;
const WIDTH = 200;

interface Set {
  readonly row?: number;
  readonly column?: readonly [number, number];
  /** Between any two characters. */
  readonly spacing?: number;
  /** Of the first character. */
  readonly first?: number;
  readonly page?: number;
}

/** A line whose characters are ten points wide, from this place on. */
function lineAt(from: number, text: string, { row = 0, column = [0, WIDTH], spacing = 0, first = SIZE, page = 1 }: Set = {}): JoinLine {
  let at = from;
  const set = [...text].map((character, i) => {
    const start = at;
    const to = start + (i === 0 ? first : SIZE);
    at = to + spacing;
    return { text: character, from: start, to };
  });
  const end = set.at(-1)?.to ?? from;
  const bounds = { x0: column[0], x1: column[1], top: 0, bottom: 300 };
  return { text: text.trim(), box: { x0: from, x1: end, top: row * 15, bottom: row * 15 + SIZE }, bounds, size: SIZE, writing: 'horizontal', page, set };
}

/** A line from one place to another, all of it one character: where it stands is what counts. */
const stretch = (from: number, to: number, row = 0): JoinLine => ({ ...lineAt(from, '字', { row }), set: [{ text: '字', from, to }] });

const UNKNOWN = { usableEnd: undefined, padding: undefined };
const frame = (...lines: readonly JoinLine[]): Frame => frameOf(lines.map(extentOf), UNKNOWN);

describe('how lines stand in their cell', () => {
  const alignment = (...lines: readonly (readonly [number, number])[]): string => frame(...lines.map(([from, to], i) => stretch(from, to, i))).alignment;

  test('edges that differ by no more than a quarter of a character are one edge', () => {
    expect([alignment([50, 150], [52.4, 147.6]), alignment([50, 150], [52.6, 147.4])]).toEqual(['start', 'centre']);
  });

  test('centred lines are off their middle by a third of a character at most', () => {
    expect([alignment([50, 150], [60, 146.8]), alignment([50, 150], [60, 147.2])]).toEqual(['centre', 'start']);
  });

  test("a paragraph's first line stands in by two characters and a little at most; lines with one end beyond that are set to the end", () => {
    expect([alignment([33, 150], [10, 150], [10, 150]), alignment([33.1, 150], [10, 150], [10, 150])]).toEqual(['start', 'end']);
  });
});

test('parts of a cell on two pages are set alike where their widths differ by two points at most', () => {
  const below = (width: number): JoinLine => {
    const line = stretch(60, 120);
    return { ...line, bounds: { ...line.bounds, x1: width }, page: 2 };
  };
  const alignedToEnd = (width: number): boolean => cellLines([stretch(50, 150), stretch(60, 150, 1), below(width)], () => UNKNOWN).lines[0]?.indent === null;
  expect([alignedToEnd(WIDTH + 2), alignedToEnd(WIDTH + 2.1)]).toEqual([false, true]);
});

test('a character that would fill the room to the last point leaves no room on a page of any size', () => {
  const scaled = (by: number): number => {
    const of = (row: number, text: string): JoinLine => {
      const line = lineAt(3.5, text, { row, column: [0, 67] });
      const scale = (n: number): number => n * by;
      const box = { x0: scale(line.box.x0), x1: scale(line.box.x1), top: scale(line.box.top), bottom: scale(line.box.bottom) };
      const bounds = { x0: 0, x1: scale(67), top: 0, bottom: scale(300) };
      return {
        ...line,
        size: scale(SIZE),
        box,
        bounds,
        set: charactersOf(line).map(({ text: one, from, to }) => ({ text: one, from: scale(from), to: scale(to) })),
      };
    };
    const [first, second] = [of(0, '目標水準を'), of(1, '達成した')].map(extentOf);
    if (first === undefined || second === undefined) throw new Error('two lines');
    return fillOf(frameOf([first, second], UNKNOWN), first, second).lean;
  };
  expect([1, 0.5, 0.707, 1.414, 2, 0.3].filter((by) => scaled(by) > 0)).toEqual([]);
});

describe('the padding of a cell', () => {
  test('is the white before its lines, unless that is wider than any padding', () => {
    expect([frame(stretch(9, 100), stretch(9, 90, 1)).paddingSeen, frame(stretch(9.1, 100), stretch(9.1, 90, 1)).paddingSeen]).toEqual([true, false]);
  });

  test("is then taken for Word's, a little under six points", () => {
    expect(frame(stretch(20, 100), stretch(20, 90, 1)).likely).toBe(WIDTH - 6);
  });

  test('is not known where the text stands at the very edge of what it was measured by', () => {
    expect([frame(stretch(0.4, 100), stretch(0.4, 90, 1)).paddingSeen, frame(stretch(0.6, 100), stretch(0.6, 90, 1)).paddingSeen]).toEqual([false, true]);
  });
});

describe('whether the next character would have fitted', () => {
  const ROOM: Frame = { alignment: 'start', known: 0, likely: 100, limit: 200, origin: 0, paddingSeen: true };
  const next = extentOf(stretch(0, 10, 1));
  const fill = (end: number, room: Partial<Frame> = {}): string => fillOf({ ...ROOM, ...room }, extentOf(stretch(0, end)), next).kind;

  test('it would where the room is known, rounding of places aside', () => {
    expect([fill(89.3, { known: 100 }), fill(89.5, { known: 100 })]).toEqual(['near', 'unsure']);
  });

  test('it would not where even the edge of the cell is nearer, rounding of places aside', () => {
    const edge = { limit: 100, paddingSeen: false };
    expect([fill(90.7, edge), fill(90.5, edge)]).toEqual(['full', 'unsure']);
  });

  test('a padding that was seen tells it by an eighth of a character', () => {
    expect([fill(88.7), fill(88.9), fill(91.1), fill(91.3)]).toEqual(['near', 'unsure', 'unsure', 'full']);
  });

  test('one that was assumed by nearly a whole one', () => {
    expect([fill(80.9, { paddingSeen: false }), fill(81.1, { paddingSeen: false })]).toEqual(['near', 'unsure']);
  });

  test('it would nearly not have in the last tenth of the line, or its last two and a half characters', () => {
    expect([fill(79.9), fill(80.1)]).toEqual(['short', 'near']);
    expect([fill(364.9, { likely: 400 }), fill(365.1, { likely: 400 })]).toEqual(['short', 'near']);
  });

  test('between a letter and Japanese text a quarter of a character more is needed', () => {
    const letter = (end: number): string => fillOf(ROOM, extentOf({ ...stretch(0, end), set: [{ text: 'a', from: 0, to: end }] }), next).kind;
    expect([letter(86.2), letter(86.4)]).toEqual(['near', 'unsure']);
  });

  test('letter-spacing shows in four gaps, and is left behind the last character too', () => {
    const spaced = (text: string): string => fillOf(ROOM, extentOf(lineAt(87.5 - 11 * text.length + 1, text, { spacing: 1 })), next).kind;
    expect([spaced('一二三四五'), spaced('一二三四')]).toEqual(['unsure', 'near']);
  });
});

test('of a word in capitals no more than two letters stand apart', () => {
  const cut = (left: string, right: string): boolean =>
    cutsWord(
      { alignment: 'start', known: 100, likely: 100, limit: 100, origin: 0, paddingSeen: true },
      extentOf(lineAt(100 - 10 * left.length, left)),
      extentOf(lineAt(0, right, { row: 1 })),
    );
  expect([cut('漢AB', 'CDE'), cut('漢ABC', 'DEF'), cut('漢ABC', 'D')]).toEqual([true, false, true]);
});

describe('a typed indent', () => {
  test('is meant from two fifths of a character on: proportional fonts set the space so narrow', () => {
    const lines = (width: number): CellLines => cellLines([lineAt(5, '\u3000市民相談', { first: width }), lineAt(5, '市民相談を', { row: 1 })], () => UNKNOWN);
    expect([lines(4.1).indentsParagraphs, lines(3.9).indentsParagraphs]).toEqual([true, false]);
  });
});

test('columns are one where their edges differ by less than two points', () => {
  const column = (from: number): string => columnOf(lineAt(10, '字', { column: [from, WIDTH] }));
  expect([column(0) === column(0.9), column(0) === column(1.1)]).toEqual([true, false]);
});

test('where nobody knows how characters are set, those of half width are taken for half as wide', () => {
  const { set: _, ...line } = lineAt(0, '12字');
  expect(charactersOf({ ...line, box: { ...line.box, x1: 20 } }).map(({ from, to }) => [from, to])).toEqual([
    [0, 5],
    [5, 10],
    [10, 20],
  ]);
});

describe('what decides where a line is nearly full', () => {
  const cellLine = (text: string, lean: number, more: Partial<CellLine> = {}): CellLine => ({
    text,
    size: SIZE,
    bullet: null,
    indent: 0,
    typedIndent: false,
    fill: { kind: 'near', lean },
    cutsWord: false,
    ...more,
  });
  const kindOf = (lines: readonly CellLine[], typesSpaces: boolean): string =>
    jointAfter({ lines, indentsParagraphs: false, typesSpaces }, [], 0, { judge: () => 'join', habit: unknownHabit, areEntries: false }).kind;

  test('a space that the wrap swallowed takes half a character and a rounding at most', () => {
    const kind = (lean: number): string => kindOf([cellLine('午前の部', lean), cellLine('午後の部', 0)], true);
    expect([kind(0.55), kind(0.57)]).toEqual(['space', 'join']);
  });

  test('a mark begins an item where half a character is left before it', () => {
    const mark = { bullet: { kind: 'likely', family: '○', ordinal: null } } as const;
    const kind = (lean: number): string => kindOf([cellLine('講座を継続', lean), cellLine('○出前講座', 0, mark)], false);
    expect([kind(0.51), kind(0.49)]).toEqual(['break', 'join']);
  });

  test('a paragraph hangs where its second line stands in by 0.7 to 2.3 characters, below a line that begins where it does', () => {
    const full = { fill: { kind: 'full', lean: -0.5 } } as const;
    const kind = (step: number, beside = 0): string =>
      kindOf([cellLine('表彰の有無', 0, { ...full, indent: beside }), cellLine('「整備局の', 0, full), cellLine('表彰」', 0, { indent: step })], false);
    expect([kind(6.9), kind(7.1), kind(22.9), kind(23.1)]).toEqual(['join', 'break', 'break', 'join']);
    expect([kind(10, 6.9), kind(10, 7.1), kind(10, -6.9), kind(10, -7.1)]).toEqual(['break', 'join', 'break', 'join']);
  });

  test('lines that begin alike in five characters and end in a remark are a list', () => {
    const full = { fill: { kind: 'full', lean: -0.5 } } as const;
    const kind = (head: string): string => kindOf([cellLine(`${head}甲（窓口）`, 0, full), cellLine(`${head}乙（業務）`, 0)], false);
    expect([kind('民間活力の'), kind('民間活力')]).toEqual(['break', 'join']);
  });
});

describe('entries of a list', () => {
  /** Room for five characters. */
  const NARROW = [0, 54] as const;
  const cellIn = (column: readonly [number, number], row: number, ...texts: readonly string[]): JoinLine[] =>
    texts.map((text, i) => lineAt(2, text, { row: 3 * row + i, column }));
  const cell = (row: number, ...texts: readonly string[]): JoinLine[] => cellIn(NARROW, row, ...texts);
  const describeCell = (lines: readonly JoinLine[]): CellLines => cellLines(lines, () => UNKNOWN);
  const areEntries = (cells: readonly JoinLine[][], asked: JoinLine[]): boolean => gatherEntries([...cells, asked], describeCell)(asked, 0);

  test('are no longer than twelve characters', () => {
    const alone = (text: string): boolean =>
      areEntries([cellIn([0, 300], 0, text), cellIn([0, 300], 1, '情報政策係')], cellIn([0, 300], 2, text, '情報政策係'));
    expect([alone('一二三四五六七八九十百千'), alone('一二三四五六七八九十百千万')]).toEqual([true, false]);
  });

  /** Cells of two entries, of two lines that wrap, and of one line; numbered, so that none says what another does. */
  const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
  const column = (pairs: number, wrapped: number, singles: number): boolean => {
    const cells = [
      ...Array.from({ length: pairs }, (_, i) => cell(i, `${NAMES[i] ?? ''}課`, `${NAMES[i] ?? ''}係`)),
      ...Array.from({ length: wrapped }, (_, i) => cell(pairs + i, `長い名前${NAMES[i] ?? ''}`, '文')),
      ...Array.from({ length: singles }, (_, i) => cell(pairs + wrapped + i, `${NAMES[i] ?? ''}室`)),
    ];
    return areEntries(cells, cell(99, '情報政策課', '情報政策係'));
  };

  test('show in nine cells of ten that hold two lines', () => {
    expect([column(19, 2, 0), column(19, 3, 0)]).toEqual([true, false]);
  });

  test('show where no more than a quarter of the cells hold one line', () => {
    expect([column(11, 0, 4), column(11, 0, 5)]).toEqual([true, false]);
  });
});
