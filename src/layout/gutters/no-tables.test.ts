import { describe, expect, test } from 'vitest';
import { drawParts, pageOf } from '../test-draw.js';
import { read, rowsOf, tablesIn } from './test-tables.js';

describe('text that has gutters and is no table', () => {
  test('three narrow columns of running text are no table', () => {
    expect(
      tablesIn(`
The committee met twice in    The figures were revised      Most of the funds went to
the course of the year and    in the course of the next     the regions in the north
agreed on the terms of the    year as the members had       where the need was found
report which was sent to      asked for at the first of     to be greatest. The rest
all of its members in due     the two meetings. They are    was kept for works on
time. It was then read by     shown in the tables at the    roads and bridges which
the two houses and            end and go back as far as     the storms of the winter
returned with a few           the first census.             had damaged beyond repair.
remarks.`),
    ).toEqual([]);
  });

  test('nor are the short paragraphs of such a column, beside a drawing with words in it', () => {
    const text = drawParts(
      `
The committee met twice in
the course of the year and
agreed on the terms of the
report which was sent to
all of its members in due
time. It was then read by
the two houses and
returned with a few
remarks.

A second meeting was held
late in the winter of that
year.

No third one was called
for by any of the members.`,
      50,
      50,
    );
    const labels = drawParts(
      `
C1    RFC
R2    Vd
C3    Vcc
L4    Out`,
      230,
      50 + 12 * 10,
    );
    expect(read(pageOf({ glyphs: [...text.glyphs, ...labels.glyphs] })).pageTables.map(rowsOf)).toEqual([]);
  });

  test('columns of items under headings are lists', () => {
    const lists = (mark: string): number =>
      tablesIn(
        `
─────────────────────────────────────────────
ARGUMENTS FOR            ARGUMENTS AGAINST
${mark} Lets all take part     ${mark} Limits the choice
${mark} Less deadlock          ${mark} Shuts out the small
${mark} Has worked before      ${mark} Raises the costs
${mark} Costs are small        ${mark} No names written in
─────────────────────────────────────────────`,
      ).length;
    expect([lists('•'), lists('')]).toEqual([0, 1]);
  });

  test('the lists of tables and figures below the contents begin anew', () => {
    const contents = (heading: string, pages: readonly number[] = [5, 12, 4, 9]): number =>
      tablesIn(`
Letter                                 1
Background                             3
Conclusions                           21
${heading}
Federal spending by agency            ${String(pages[0]).padStart(2)}
Number of grants awarded              ${String(pages[1]).padStart(2)}
Figures
Map of sites visited                  ${String(pages[2]).padStart(2)}
Trends in grants                      ${String(pages[3]).padStart(2)}`).length;
    expect([contents('Tables'), contents('Tables', [12, 5, 9, 4]), contents('Tables of all things')]).toEqual([0, 1, 1]);
  });

  test('fields that are numbered on and on are a form, four of them', () => {
    const fields = (numbers: readonly number[]): number =>
      tablesIn(`
──────────────────────────────────────
${numbers[0]}. Last name        ${numbers[1]}. First name
${numbers[2]}. Born on          ${numbers[3]}. Born in
──────────────────────────────────────`).length;
    expect([fields([1, 2, 3, 4]), fields([4, 5, 6, 7]), fields([1, 2, 4, 5])]).toEqual([0, 0, 1]);
  });

  test('a programme has two columns, a timetable more', () => {
    const times = (more: readonly [string, string, string]): number =>
      tablesIn(`
9:30 a.m.       Opening remarks${more[0]}
10:15–11:00     The state of the system${more[1]}
12:30           Lunch${more[2]}`).length;
    expect([times(['', '', '']), times(['             9:40', '     10:25', '                       12:40'])]).toEqual([0, 1]);
  });

  test('a contents page with sections numbered before some leaders is no table', () => {
    expect(
      tablesIn(`
1.   Introduction                          3
2.   Legal framework                      10
     2.1  Overview ..................     14
     2.2  Definitions                    .17
3.   Data sources                         24
     3.1  Overview                        25
4.   Conclusions                          31
5.   Index of the names                   38`),
    ).toEqual([]);
  });

  test('two columns of paragraphs that part at one height are a page, not a table of text', () => {
    expect(
      tablesIn(`
Table 4 shows the sums

The committee met twice in the          Most of the funds went to the
course of the year and agreed on        regions in the north where the
the terms of the report which was       need was found to be greatest. The
sent to all of its members. It was      rest was kept for works on roads
then read by both of the houses.        and bridges after the winter.

Most of the funds went to the           The committee met twice in the
regions in the north where the          course of the year and agreed on
need was found to be greatest. The      the terms of the report which was
rest was kept for works on roads        sent to all of its members. It was
and bridges after the winter.           then read by both of the houses.

The committee met twice in the          Most of the funds went to the
course of the year and agreed on        regions in the north where the
the terms of the report which was       need was found to be greatest. The
sent to all of its members. It was      rest was kept for works on roads
then read by both of the houses.        and bridges after the winter.`),
    ).toEqual([]);
  });

  test('running text below the last rule is not cut by the sides of the table', () => {
    const { glyphs, rulings } = drawParts(`
              Acres   Percent
─────────────────────────────
Owned           512        61
Rented          328        39
Leased          221        12
─────────────────────────────
Water for irrigation is drawn from the southern river basins where
it may exceed what is there in the months of the summer, as it did
in the last of them.`);
    const [table] = read(pageOf({ glyphs, rulings })).pageTables;
    expect(table && rowsOf(table)).toEqual([
      ['', 'Acres', 'Percent'],
      ['Owned', '512', '61'],
      ['Rented', '328', '39'],
      ['Leased', '221', '12'],
    ]);
  });

  test('running text that a table stands beside is no column of it', () => {
    expect(
      tablesIn(`
The committee met twice in the course
of the year and agreed on the terms of
the report which was sent to all of             Risk-factor        Per-cent
its members. It was then read by both           Blood-pressure         33.5
of the houses and returned with a few           Cholesterol            16.2
remarks to the office that had drawn            Smoking                20.6
it up.                                          Weight                 34.1`),
    ).toEqual([
      [
        ['Risk-factor', 'Per-cent'],
        ['Blood-pressure', '33.5'],
        ['Cholesterol', '16.2'],
        ['Smoking', '20.6'],
        ['Weight', '34.1'],
      ],
    ]);
  });

  test('a formula with its number', () => {
    expect(
      tablesIn(`
        ∑            ∑
g  =     wx    +      wy         (1)
        i            i
   =    A      +     B           (2)
   =    C      +     D           (3)`),
    ).toEqual([]);
  });
});
