import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawGlyph, drawParts, drawTable, pageOf } from '../test-draw.js';
import { layoutPage } from '../layout-page.js';
import { plainWriter } from '../write-line.js';
import { findUnruledTables } from './index.js';
import { read, rowsOf, tablesIn } from './test-tables.js';

describe('columns parted by white', () => {
  test('figures under each other make a table; the paragraphs around it and its caption are no part of it', () => {
    expect(
      tablesIn(`
The committee met twice in the course of the year and agreed on
the terms of the report, which was sent to all of the members in
due time.

Table 1. Members
Country         2001      2002
Austria          1.2      10.4
Belgium         11.0       9.1
Denmark          7.3       2.2

The figures were revised in the course of the next year, as the
members had asked for at the first of the two meetings, and then
published.`),
    ).toEqual([
      [
        ['Country', '2001', '2002'],
        ['Austria', '1.2', '10.4'],
        ['Belgium', '11.0', '9.1'],
        ['Denmark', '7.3', '2.2'],
      ],
    ]);
  });

  test('a header set over two columns spans them', () => {
    expect(
      tablesIn(`
                 Persons
              ─────────────
Country        2001    2002    Share
Austria         1.2    10.4       11
Belgium        11.0     9.1       12
Denmark         7.3     2.2       13`),
    ).toEqual([
      [
        ['', 'Persons', null, ''],
        ['Country', '2001', '2002', 'Share'],
        ['Austria', '1.2', '10.4', '11'],
        ['Belgium', '11.0', '9.1', '12'],
        ['Denmark', '7.3', '2.2', '13'],
      ],
    ]);
  });

  test('a word spread over its cell stays whole where the gutter of other rows comes between its characters', () => {
    const [table] = tablesIn(`
受取利息                     168
販売費一般管理費          85,514
費用合計                       0        168
支払利息                     168
管理費合計                85,514     85,514
             当　期　純　利　益      85,346`);
    expect(table?.at(-1)).toEqual(['当　期　純　利　益', '', '85,346']);
  });

  test('text that reaches over a gutter belongs to the column whose figures end where it ends', () => {
    const [table] = tablesIn(`
入院中             99      うち重症     12
調整中            230      うち中等     82
         ※国基準数字     うち重症     17
宿泊療養中        113      うち中等     67`);
    expect(table?.[2]).toEqual(['', '※国基準数字', 'うち重症', '17']);
  });

  test('larger lines within the frame of a table are headings of its rows', () => {
    const page = drawTable(`
┌──────────────────────────────────────┐
│  資産の部                            │
│  現金                 11,863         │
│  用地                 42,609         │
│  合計                         54,472 │
│  負債の部                            │
│  未払金                    0         │
│  借入金               42,609         │
│  合計                         42,609 │
│  資本の部                            │
│  財産                  5,000         │
│  合計                          5,000 │
└──────────────────────────────────────┘`);
    const glyphs = page.glyphs.map((glyph) => (/[資負債本の部]/u.test(glyph.text) ? { ...glyph, size: 12 } : glyph));
    expect(read({ ...page, glyphs }).pageTables.map(rowsOf)).toEqual([
      [
        ['資産の部', '', ''],
        ['現金', '11,863', ''],
        ['用地', '42,609', ''],
        ['合計', '', '54,472'],
        ['負債の部', '', ''],
        ['未払金', '0', ''],
        ['借入金', '42,609', ''],
        ['合計', '', '42,609'],
        ['資本の部', '', ''],
        ['財産', '5,000', ''],
        ['合計', '', '5,000'],
      ],
    ]);
  });

  test('a coloured band that stands on the first rule is the header', () => {
    const page = drawTable(`
陽性者数
──────────────────────
  行政検査         7名
──────────────────────
  保険診療        27名
──────────────────────
合計              34名`);
    const [rule] = page.rulings;
    const band = { x0: rule?.from ?? 0, x1: rule?.to ?? 0, top: (rule?.at ?? 0) - 15, bottom: rule?.at ?? 0 };
    expect(read({ ...page, fills: [{ box: band, color: '#d9d9d9', order: 0 }] }).pageTables.map(rowsOf)).toEqual([
      [
        ['陽性者数', ''],
        ['行政検査', '7名'],
        ['保険診療', '27名'],
        ['合計', '34名'],
      ],
    ]);
  });

  test('the backgrounds of header cells below the first rule end the header', () => {
    const page = drawTable(`
──────────────────────────
Policy      Deadline
Air         in two years
──────────────────────────
Water       in one year
──────────────────────────
Nature      at once
──────────────────────────`);
    const [rule] = page.rulings;
    const [x0, x1, top] = [rule?.from ?? 0, rule?.to ?? 0, rule?.at ?? 0];
    const fills = [
      { box: { x0, x1: x0 + 60, top, bottom: top + 18 }, color: '#33aa77', order: 0 },
      { box: { x0: x0 + 60, x1, top, bottom: top + 18 }, color: '#33aa77', order: 0 },
    ];
    expect(read({ ...page, fills }).pageTables.map(rowsOf)).toEqual([
      [
        ['Policy', 'Deadline'],
        ['Air', 'in two years'],
        ['Water', 'in one year'],
        ['Nature', 'at once'],
      ],
    ]);
  });

  test('the sum below the last rule is parted from a mark of the table beside it', () => {
    expect(
      tablesIn(`
────────────────────    ────────────────────
年代            当日    居住地          解除
────────────────────    ────────────────────
80代              12    那覇市           955
────────────────────    ────────────────────
70代              26  ※北部所           558
────────────────────    ────────────────────
合計              38 ※ 中部所           300
                        ────────────────────
                      ※南部所           419
                        ────────────────────`)[0],
    ).toEqual([
      ['年代', '当日'],
      ['80代', '12'],
      ['70代', '26'],
      ['合計', '38'],
    ]);
  });

  test('a list of names under headers is a table without figures and rules', () => {
    expect(
      tablesIn(`
職名      氏名              選出区分
会長      山本　一郎        学識経験者
副会長    五十嵐　健二郎    公募による市民
委員      森　太            学識経験者
委員      関　みどり        公募による市民
委員      長谷川　清        関係団体`),
    ).toEqual([
      [
        ['職名', '氏名', '選出区分'],
        ['会長', '山本　一郎', '学識経験者'],
        ['副会長', '五十嵐　健二郎', '公募による市民'],
        ['委員', '森　太', '学識経験者'],
        ['委員', '関　みどり', '公募による市民'],
        ['委員', '長谷川　清', '関係団体'],
      ],
    ]);
  });

  test('headers that lean over the side of their figures keep to them', () => {
    expect(
      tablesIn(`
──────────────────────────────────────
年度               市　民　税
           個人（円）    法人（円）
──────────────────────────────────────
元年             39,821        13,951
２年             29,404        54,173
３年             17,537        46,259
──────────────────────────────────────`)[0]?.[1],
    ).toEqual(['', '個人（円）', '法人（円）']);
  });

  test('header lines of one column are one cell', () => {
    expect(
      tablesIn(`
              Number of      Share
Country         persons   of total
Austria             1.2       10.4
Belgium            11.0        9.1
Denmark             7.3        2.2`)[0]?.[0],
    ).toEqual(['Country', 'Number of persons', 'Share of total']);
  });

  test('a label that wraps is one cell; a heading of rows, which left room, is a row', () => {
    expect(
      tablesIn(`
Item                            2001     2002
Assets
Cash                              10       11
Interest on securities and
  other obligations               12       13
Other claims                      14       15`),
    ).toEqual([
      [
        ['Item', '2001', '2002'],
        ['Assets', '', ''],
        ['Cash', '10', '11'],
        ['Interest on securities and other obligations', '12', '13'],
        ['Other claims', '14', '15'],
      ],
    ]);
  });

  test('a leader belongs to its label, a currency sign that stands apart to its number', () => {
    expect(
      tablesIn(`
Source                      2001       2002
Income taxes .........  $    120   $    130
Excise taxes .........        55         61
Other ................         4          5`),
    ).toEqual([
      [
        ['Source', '2001', '2002'],
        ['Income taxes .........', '$ 120', '$ 130'],
        ['Excise taxes .........', '55', '61'],
        ['Other ................', '4', '5'],
      ],
    ]);
  });

  test('dates make a column as figures do, and entries that all begin with capitals are no running text', () => {
    expect(
      tablesIn(`
Date                Event
12–13 May 2008      Meeting of the Strategic Coordination Group
30 June 2008        Deadline for comments on the draft guidance
October 2008        Workshop on eutrophication held in Venice
25 November 2008    Directors' meeting`),
    ).toEqual([
      [
        ['Date', 'Event'],
        ['12–13 May 2008', 'Meeting of the Strategic Coordination Group'],
        ['30 June 2008', 'Deadline for comments on the draft guidance'],
        ['October 2008', 'Workshop on eutrophication held in Venice'],
        ['25 November 2008', "Directors' meeting"],
      ],
    ]);
  });

  test('headers in a font of their own make a table of two columns of words', () => {
    const head = drawParts('Term          Meaning', 50, 50).glyphs.map((glyph) => ({ ...glyph, font: 1 }));
    const body = drawParts(
      `
BAT           Best available techniques
EIA           Impact assessment
ELV           Emission limit value
NGO           Private organisation`,
      50,
      62,
    ).glyphs;
    const rows = [
      ['BAT', 'Best available techniques'],
      ['EIA', 'Impact assessment'],
      ['ELV', 'Emission limit value'],
      ['NGO', 'Private organisation'],
    ];
    expect(read(pageOf({ glyphs: [...head, ...body] })).pageTables.map(rowsOf)).toEqual([[['Term', 'Meaning'], ...rows]]);
    expect(read(pageOf({ glyphs: body })).pageTables).toEqual([]);
  });

  test('the last line of a wrapped label belongs to the table, and to the label', () => {
    expect(
      tablesIn(`
Agency                   Staff   Budget
Food Safety Authority      412     10.1
Veterinary Service        1088     12.4
Plant Protection            96      1.2
Institute

The agencies were merged in the course of the next year, as had
been agreed by the members.`)[0]?.slice(3),
    ).toEqual([['Plant Protection Institute', '96', '1.2']]);
  });

  test('captions beside each other head two tables', () => {
    const tables = tablesIn(`
Table 1. Men              Table 2. Women
Austria    12    13       Austria    22    23
Belgium    14    15       Belgium    24    25
Denmark    16    17       Denmark    26    27`);
    expect(tables.map((rows) => rows[0])).toEqual([
      ['Austria', '12', '13'],
      ['Austria', '22', '23'],
    ]);
  });

  test('wrapped cells are rows where white runs right across the table', () => {
    expect(
      tablesIn(`
Measure            Objective

Teachers in        To support grants for
schools            average incomes in all

Transport of       Less energy consumed
persons            by households in all

Health and         A regional agency in
education          every member state`),
    ).toEqual([
      [
        ['Measure', 'Objective'],
        ['Teachers in schools', 'To support grants for average incomes in all'],
        ['Transport of persons', 'Less energy consumed by households in all'],
        ['Health and education', 'A regional agency in every member state'],
      ],
    ]);
  });

  test.each([
    [
      'two columns of running text',
      `
The committee met twice in the course    The members had asked for a report
of the year and agreed on the terms      on the figures of the year, which
of the report, which was sent to all     was revised in the course of the
of the members in due time for them      next year and then published with
to read it before the meeting.           the annex that they wanted.`,
    ],
    [
      'a list',
      `
1.   Austria and Belgium
2.   Denmark
3.   Germany and France
4.   Greece`,
    ],
    [
      'a contents page',
      `
1 Introduction ................ 1
2 Members ..................... 4
3 Figures ..................... 9
4 Annex ...................... 12`,
    ],
    [
      'numbered paragraphs of which one wraps',
      `
６  必要に応じ、５以外の説明資料の提出を求めることがある。

７  特別重点調査の対象者は、５及び６の資料のほか、契約の内容に適合した履行
  が可能であることを立証するために必要と認める任意の書類をあわせて提出する
  ことができる。

８  ５の資料については、提出期限後の差し替え及び再提出は認めない。`,
    ],
    [
      'Japanese text spread over the line',
      `
東　京　都　　　　国道事務所　　　　経理課
千　代　田　　　　第三合同庁舎　　　十六階
九　段　南　　　　第二会議室　　　　一階`,
    ],
  ])('%s is no table', (_, art) => {
    expect(tablesIn(art)).toEqual([]);
  });
});

test('without being asked the layout leaves text between white gutters in its lines', () => {
  const page = drawTable(`
Country      2001      2002
Austria       1.2      10.4
Belgium      11.0       9.1
Denmark       7.3       2.2`);
  expect(layoutPage(page).pageTables).toEqual([]);
  expect(layoutPage(page).lines).not.toEqual([]);
});

test('every glyph ends in exactly one cell or among the rest, whatever stands where', () => {
  const glyph = fc.record({
    text: fc.constantFrom('1', '2.5', 'a', 'Word', '年', '.', '$', '-', ' '),
    column: fc.integer({ min: 0, max: 50 }),
    line: fc.integer({ min: 0, max: 30 }),
  });
  const rules = fc.array(fc.record({ y: fc.integer({ min: 40, max: 400 }), x0: fc.integer({ min: 40, max: 200 }), length: fc.integer({ min: 5, max: 400 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(glyph, { maxLength: 150 }), rules, (drawn, drawnRules) => {
      const glyphs = drawn.map(({ text, column, line }) => drawGlyph(text, 50 + 10 * column, 50 + 12 * line));
      const { tables, free } = findUnruledTables(
        glyphs,
        drawnRules.map(({ y, x0, length }) => ({ y, x0, x1: x0 + length })).sort((a, b) => a.y - b.y),
        plainWriter(1),
      );
      const found = [
        ...tables.flatMap((table) => table.cells.flatMap((cell) => cell.lines.flatMap((line) => line.glyphs.map((placed) => placed.glyph)))),
        ...free,
      ];
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBe(glyphs.length);
      for (const table of tables) {
        const covered = table.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0);
        expect(covered).toBe((table.xs.length - 1) * (table.ys.length - 1));
      }
    }),
    { numRuns: 200 },
  );
});

test('a page without text has no tables', () => {
  expect(read(pageOf({ rulings: drawParts('───────').rulings })).pageTables).toEqual([]);
});
