import { describe, expect, it } from 'vitest';
import { problemText, readGrammar, parseGrammar } from './load.js';
import { checkDigitOf } from './unused-names.js';

/** What `validate` says of a grammar with these parts, each `LINE: key: what`; the head takes the first five lines. */
function problems(parts: string, code = '132195'): readonly string[] {
  const source = `id: test
title: test
version: "1"
municipality: { code: "${code}", name: 試験市 }
document: { title: ['^(?<title>シート)$'] }
${parts}`;
  const read = readGrammar(source, 'g.yaml');
  return read.ok ? [] : read.problems.map((problem) => problemText('g', problem).slice(2));
}

const row = 'items: { each: row, columns: { item_no: No., title: 項目 } }\n';
const sheet = 'items: { each: sheet, fields: { title: 事業名 } }\n';

describe('validate', () => {
  it('reports every problem at once, in the order of the lines, with its key', () => {
    expect(
      problems(`sheet:\n  starts: [titel]\n  fields:\n    staff: { label: 人員, as: nam }\n${row}colour: red\n`).map((line) => line.replace(/;.*| \(.*/u, '')),
    ).toEqual(['7: sheet.starts.0: there is no titel here', '9: sheet.fields.staff.as: there is no nam here', '11: colour: there is no colour here']);
  });

  it('offers the names that there are, and the one that was probably meant', () => {
    const [said] = problems('items: { each: row, columns: { titel: 項目 } }\n');
    expect(said).toContain('; did you mean title? (there are: item_no, title, category,');
    expect(problems('items: { each: rows, columns: {} }\n')[0]).toBe('6: items.each: there is no rows here; did you mean row? (there are: row, block, sheet)');
  });

  it('offers nothing that is not like what was written', () => {
    expect(problems(`sheet: { fields: { kobetsu: 事業の手段 } }\n${row}`)[0]).not.toContain('did you mean');
  });

  it('names a key that is missing at the mapping that lacks it', () => {
    expect(problems('items:\n  each: row\n  columns:\n    title: { as: name }\n')).toEqual(['9: items.columns.title.label: is missing']);
  });

  it('says that a number must be put in quotes', () => {
    const read = readGrammar('id: a\ntitle: b\nversion: 1\n', 'g.yaml');
    expect(read.ok ? [] : read.problems.map(({ message }) => message)).toContain('version: must be a text, not 1: put it in quotes, "1"');
  });

  it.each([
    ['a group of sheet.lines that is no field', `sheet: { lines: ['^(?<kobetsu>.+)$'] }\n${row}`, 'sheet.lines.0: the group kobetsu goes nowhere'],
    [
      'a group of sheet.lines for an item, where the sheet is none',
      `sheet: { lines: ['^(?<goal>.+)$'] }\n${row}`,
      'sheet.lines.0: the group goal goes nowhere',
    ],
    ['a pattern of sheet.lines without any group', `sheet: { lines: ['^概要$'] }\n${row}`, 'sheet.lines.0: has no named group'],
    [
      "a group of a field's pattern",
      `sheet: { fields: { division: { label: 部課, pattern: '(?<section>.+)' } } }\n${row}`,
      'sheet.fields.division.pattern: the group section goes nowhere',
    ],
    [
      "a group of items.starts that is no item's field",
      "items: { each: block, starts: '(?<number>\\d+)', fields: { title: 項目 } }\n",
      'items.starts: the group number goes nowhere',
    ],
    [
      'an outline level without a number',
      `${row}outline: { levels: [{ level: 施策, pattern: '^施策(?<titel>.+)$' }] }\n`,
      'outline.levels.0.pattern: the group titel goes nowhere; did you mean title?',
    ],
    [
      'marks without indicator_nos',
      `${row}outline: { levels: [{ level: 施策, pattern: '^(?<number>.)$' }], marks: '指標(?<no>.+)' }\n`,
      'outline.marks: needs the named group (?<indicator_nos>…)',
    ],
    [
      'a footnote without its note',
      `${row}indicators: { number: No., description: 説明, values: 値, target: 目標, related: 関連, footnote: '^※(?<mark>.)' }\n`,
      'indicators.footnote: needs the named group (?<note>…)',
    ],
    ['a list of the items without item_no', `${row}checks: { listed: '取組(?<title>.+)' }\n`, 'checks.listed: needs the named group (?<item_no>…)'],
    ['a group in known text', `labels: ['^(?<title>x)$']\n${row}`, 'labels.0: the group title goes nowhere'],
    [
      'a derived name that is no field of the sheet',
      `sheet: { fields: { head_title: 職名 }, derive: [{ from: head_title, pattern: '(?<bureau>.+)長' }] }\n${row}`,
      'sheet.derive.0.pattern: the group bureau goes nowhere',
    ],
  ])('rejects %s', (_, parts, said) => {
    expect(problems(parts).join('\n')).toContain(said);
  });

  it("takes an item's field as a group of sheet.lines where the sheet is the item", () => {
    expect(problems(`sheet: { lines: ['^目的 (?<goal>.+)$'] }\n${sheet}`)).toEqual([]);
  });

  it('rejects two fields on one label, whatever its width and spaces, and takes them where under: tells them apart', () => {
    expect(problems(`sheet: { fields: { head_title: 職名, head_name: '職 名' } }\n${row}`)).toEqual([
      '6: sheet.fields.head_name: the label 職 名 is that of sheet.fields.head_title too: under: must tell them apart',
    ]);
    expect(
      problems('items: { each: sheet, fields: { title: 事業名, result: { label: 実績, under: 前年度 } }, others: [{ label: 実績, under: 本年度 }, 実績] }\n'),
    ).toEqual([]);
    expect(
      problems('items: { each: sheet, fields: { title: 事業名, result: { label: 実績, under: 前年度 } }, others: [{ label: 実績, under: 前年度 }] }\n'),
    ).toHaveLength(1);
  });

  it('rejects settings that have no effect where they stand', () => {
    expect(
      problems("items: { each: row, columns: { item_no: No., title: { label: 項目, under: 甲, value: below, cells: lines, pattern: '(?<title>.+)' } } }\n").map(
        (line) => line.split(':')[1]?.trim(),
      ),
    ).toEqual(['items.columns.title.pattern', 'items.columns.title.under', 'items.columns.title.value', 'items.columns.title.cells']);
    expect(problems("items: { each: sheet, fields: { title: 事業名 }, others: [{ label: 対象, pattern: '(?<title>.+)' }] }\n")[0]).toContain(
      'items.others.0.pattern: has no effect',
    );
  });

  it('rejects choices without their words, and words that nothing chooses from', () => {
    expect(problems('items: { each: row, columns: { item_no: No., title: 項目, category: { label: 区分, as: choices } } }\n')[0]).toContain(
      'as: choices needs choices',
    );
    expect(problems('items: { each: row, columns: { item_no: No., title: 項目, category: { label: 区分, choices: [甲] } } }\n')[0]).toContain(
      'has no effect without as: choices',
    );
  });

  it.each([
    ['starts', `sheet: { starts: [division] }\n${row}`, 'sheet.starts.0: nothing in this grammar fills division'],
    [
      'derive',
      `sheet: { derive: [{ from: head_title, pattern: '(?<department>.+)長' }] }\n${row}`,
      'sheet.derive.0.from: nothing in this grammar fills head_title',
    ],
    ['inherit', `inherit: { responsible: division }\n${row}`, 'inherit.responsible: nothing in this grammar fills division'],
    ['required', `checks: { required: [goal] }\n${row}`, 'checks.required.0: nothing in this grammar fills goal'],
    ['needs', 'items: { each: sheet, fields: { title: 事業名 }, needs: [goal] }\n', 'items.needs.0: nothing in this grammar fills goal'],
  ])('rejects a name under %s of a field that nothing fills', (_, parts, said) => {
    expect(problems(parts).join('\n')).toContain(said);
  });

  it('takes a field as filled that a pattern splits off, a line names, or another is inherited from', () => {
    expect(
      problems(
        `sheet: { starts: [department], fields: { division: { label: 部課, pattern: '(?<department>.+部)(?<division>.+)' } } }\ninherit: { responsible: division }\nchecks: { required: [responsible] }\n${row}`,
      ),
    ).toEqual([]);
  });

  it("checks the check digit of the municipality's code", () => {
    expect(problems(row, '132196')).toEqual(['4: municipality.code: the check digit of 13219 is 5, not 6: 132195, or another digit is wrong']);
    // Codes as published: 札幌市, 千代田区, 横浜市, 京都市, 神戸市.
    for (const code of ['011002', '131016', '141003', '261009', '281000']) expect(`${code.slice(0, 5)}${checkDigitOf(code)}`).toBe(code);
  });
});

describe('loading a grammar', () => {
  it('fails with the first problem and says how many more there are', () => {
    const parsed = parseGrammar('id: test\ntitle: test\n', 'g.yaml');
    expect(parsed.ok ? '' : parsed.failure.message).toBe('g.yaml:1: version: is missing (and 3 more)');
  });
});
