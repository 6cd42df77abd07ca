/** What speaks for a table and against one: each drawing is decided by the evidence that its test names. */
import { describe, expect, test } from 'vitest';
import { drawParts, drawRuling, drawText, LINE, pageOf } from '../test-draw.js';
import { tablesIn, tablesOn } from './test-tables.js';

const DRINKS = `
Grapes    red wine
Apples    cider
Plums     brandy`;

describe('what speaks for a table', () => {
  test('rules above and below two columns of words', () => {
    expect(tablesIn(DRINKS)).toEqual([]);
    expect(
      tablesIn(`
──────────────────${DRINKS}
──────────────────`),
    ).toEqual([
      [
        ['Grapes', 'red wine'],
        ['Apples', 'cider'],
        ['Plums', 'brandy'],
      ],
    ]);
  });

  test('a caption that calls them a table, numbered, and no other line above them', () => {
    expect(tablesIn(`Table 3. Drinks\n${DRINKS}`)).toHaveLength(1);
    expect(tablesIn(`Table 3. Drinks of the farm\nwith their fruit\n${DRINKS}`)).toHaveLength(1);
    expect(tablesIn(`表３　飲料\n${DRINKS}`)).toHaveLength(1);
    expect(tablesIn(`第３表　飲料\n${DRINKS}`)).toHaveLength(1);
    expect(tablesIn(`Drinks\n${DRINKS}`)).toEqual([]);
    expect(tablesIn(`Figure 3. Drinks\n${DRINKS}`)).toEqual([]);
  });

  test('a caption is near its table, and not beside it', () => {
    expect(tablesIn(`Table 3. Drinks\n\n\n\n${DRINKS}`)).toEqual([]);
    expect(tablesIn(`                              Table 3. Drinks\n${DRINKS}`)).toEqual([]);
  });

  test('entries that come again in a column, where all columns are set to edges of their own', () => {
    expect(
      tablesIn(`
Austria    yes      at home
Belgium    no       in wards
Denmark    yes      by post
Finland    no       at school`),
    ).toHaveLength(1);
    expect(
      tablesIn(`
Anna Berg    Tom Baker    Nina Kask
Luis Ruiz    Eva Horvat   Dan Ionescu
Paul Hart    Karel Novy   Ola Lind
Inge Vang    Rosa Costa   Hans Meyer`),
    ).toEqual([]);
  });
});

describe('what speaks against one', () => {
  test('a caption that calls them a figure: the values and the years below a chart', () => {
    const chart = `
 412    388    401
 377    395    420
1998   1999   2000`;
    expect(tablesIn(`Figure 2. Sales${chart}`)).toEqual([]);
    expect(tablesIn(`図２　売上${chart}`)).toEqual([]);
    expect(tablesIn(`Sales${chart}`)).toHaveLength(1);
  });

  test('marks or numbers of a list before each line, though rules stand about it', () => {
    const between = (marks: readonly string[]): string =>
      [
        '',
        '────────────────────────',
        ...['Roads are mended', 'Wells are cleaned', 'Banks are raised'].map((text, i) => `${marks[i]}${text}`),
        '────────────────────────',
      ].join('\n');
    expect(tablesIn(between(['•     ', '•     ', '•     ']))).toEqual([]);
    expect(tablesIn(between(['[1]   ', '[2]   ', '[3]   ']))).toEqual([]);
    expect(tablesIn(between(['1     ', '2     ', '3     ']))).toEqual([]);
    expect(tablesIn(between(['5     ', '2     ', '9     ']))).toHaveLength(1);
  });

  test('numbers that count the lines are no figures, whatever stands behind them', () => {
    expect(
      tablesIn(`
１  日時    六月二日午後二時
２  場所    本庁舎第二会議室
３  議題    計画の進捗`),
    ).toEqual([]);
  });

  test('numbers of telephones under addresses are no figures, those of a directory are', () => {
    const blocks = (numbers: readonly string[]): string =>
      [
        '',
        `市民課`,
        `本町一丁目二番三号`,
        `電話   ${numbers[0]}`,
        `福祉課`,
        `東町二丁目`,
        `電話   ${numbers[1]}`,
        `環境課`,
        `西町二丁目`,
        `電話   ${numbers[2]}`,
      ].join('\n');
    expect(tablesIn(blocks(['0123-45-6718', '0123-45-6728', '0123-45-6738']))).toEqual([]);
    expect(tablesIn(blocks(['(617)555-1234', '(617)555-2345', '(617)555-3456']))).toEqual([]);
    expect(tablesIn(blocks(['617-555-1234', '617-555-2345', '617-555-3456']))).toEqual([]);
    expect(tablesIn(blocks(['+32-2-123-4567', '+32-2-123-4568', '+32-2-123-4569']))).toEqual([]);
    expect(tablesIn(blocks(['123,456', '34,567', '4,567']))).toHaveLength(1);
    expect(
      tablesIn(`
市民課   0123-45-6718
福祉課   0123-45-6728
環境課   0123-45-6738`),
    ).toHaveLength(1);
  });

  test('a contents page without leaders, sections numbered before its titles', () => {
    const contents = (pages: readonly number[]): string => `
I      Trends in energy       ${pages[0]}
II     Transport              ${pages[1]}
III    Waste                  ${pages[2]}
IV     Nature                 ${pages[3]}`;
    expect(tablesIn(contents([12, 21, 33, 40]))).toEqual([]);
    expect(tablesIn(contents([33, 12, 40, 21]))).toHaveLength(1);
  });

  test('blanks to be filled in, each behind its label, are no rules of a table', () => {
    const labels = ['Name', 'City', 'Born', 'Work'].flatMap((text, i) => drawText(text, 50, 50 + i * 2 * LINE));
    const others = ['Date', 'State', 'Sex', 'Since'].flatMap((text, i) => drawText(text, 250, 50 + i * 2 * LINE));
    const foot = (i: number): number => 60 + i * 2 * LINE;
    const blanks = [0, 1, 2, 3].flatMap((i) => [drawRuling('h', foot(i), 75, 240), drawRuling('h', foot(i), 280, 400)]);
    expect(tablesOn(pageOf({ glyphs: [...labels, ...others], rulings: blanks }))).toEqual([]);
    const rules = [0, 1, 2, 3].map((i) => drawRuling('h', foot(i) + 4, 45, 400));
    expect(tablesOn(pageOf({ glyphs: [...labels, ...others], rulings: rules }))).toHaveLength(1);
  });
});

describe('wrapped text', () => {
  const TERMS = `
Employed      All who did work for pay in
              the week of the survey.

Household     Those who live and eat under
              one roof.

Migration     Moves of home from one land
              to another.`;

  test('terms and what they mean are a table only where a caption or a header says so', () => {
    expect(tablesIn(TERMS)).toEqual([]);
    expect(tablesIn(`Table 3. Terms\n${TERMS}`)).toHaveLength(1);
    expect(tablesIn(`\nTerm          Meaning\n${TERMS}`)).toHaveLength(1);
  });

  test('a heading over them says nothing of the kind', () => {
    const { glyphs } = drawParts(TERMS, 50, 80);
    expect(tablesOn(pageOf({ glyphs: [...drawText('Terms', 50, 50, { size: 14 }), ...glyphs] }))).toEqual([]);
  });

  test('between rules they are one too', () => {
    const { glyphs } = drawParts(TERMS, 50, 50);
    const rules = [48, 152].map((y) => drawRuling('h', y, 50, 262));
    expect(tablesOn(pageOf({ glyphs, rulings: rules }))).toHaveLength(1);
  });

  test('labels with a colon name fields of a letter, or speakers', () => {
    const letter = (colon: string): string => `
To${colon}           The heads of the
              regional offices

From${colon}         The chief of the
              water division

Subject${colon}      Review of the plan
              for discharges`;
    expect(tablesIn(letter(':'))).toEqual([]);
    expect(tablesIn(letter(''))).toHaveLength(1);
  });

  test('marks before two columns make a list of it', () => {
    const terms = TERMS.replace('Employed ', '1.       ').replace('Household', '2.       ').replace('Migration', '3.       ');
    expect(tablesIn(`Table 3. Terms\n${terms}`)).toEqual([]);
  });

  test('cells that begin with small letters are running text, parted by chance', () => {
    const columns = (first: string, second: string): string => `
Item       ${first} committee met     Most funds went to
group      in the last week of   works on the roads

Second     ${second} were the sums as   Wells were dug and
set        they had been asked   cleaned in the south

Third      ${first} houses read the   Harbours were kept
part       report with remarks   open in the winter

Fourth     ${second} was then sent to    Bridges were raised
lot        the office once more  after the last storm`;
    expect(tablesIn(columns('The', 'They'))).toHaveLength(1);
    expect(tablesIn(columns('the', 'they'))).toEqual([]);
  });

  test('figures set large over their words are tiles', () => {
    const tiles = [
      'Nine lands do/join',
      'Ten tongues so/spoken',
      'Four seas run/round it',
      'Two courts sit/there',
      'Six banks may/lend',
      'One coin for a/market',
      'Five lakes are/deep',
      'Many roads end/here',
      'No toll is now/paid',
    ];
    const tile = (size: number): ReturnType<typeof drawText> =>
      tiles.flatMap((text, i) => {
        const [x, y] = [30 + (i % 3) * 180, 50 + Math.floor(i / 3) * (size + 25)];
        const [large = '', small = ''] = text.split('/');
        return [...drawText(large, x, y, { size }), ...drawText(small, x, y + size + 2)];
      });
    expect(tablesOn(pageOf({ glyphs: tile(20) }))).toEqual([]);
    expect(tablesOn(pageOf({ glyphs: tile(10) }))).toHaveLength(1);
  });
});
