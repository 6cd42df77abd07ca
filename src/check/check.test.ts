import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import type { DocumentRecords } from '../model/records.js';
import { BOX_TOLERANCE, compare, type Difference } from './compare.js';
import { parseExpected, type Expected } from './expected.js';
import { parseKnown, sortKnown } from './known.js';
import { withLines } from './lines.js';
import { report } from './reporters.js';
import type { FileResult } from './result.js';
import { countStatistics, percent } from './statistics.js';
import { updateExpected } from './update.js';

const records = sampleRecords();

function expected(json: unknown): Expected {
  const parsed = parseExpected(JSON.stringify(json), 'expected.json');
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

function wrong(text: string): string {
  const parsed = parseExpected(text, 'a/expected.json');
  return parsed.ok ? 'right' : `${parsed.failure.code}: ${parsed.failure.message}`;
}

const differences = (json: unknown, got: DocumentRecords = records): readonly Difference[] => compare(expected(json), got);

describe('expectations', () => {
  it('are refused with the place that is wrong', () => {
    expect(wrong('{"items": [')).toMatch(/^E_EXPECTED: a\/expected\.json: .*JSON/);
    expect(wrong('{"items": [{"item_id": "1-1", "tittle": "x"}]}')).toMatch(/^E_EXPECTED: a\/expected\.json: items\.0: .*tittle/);
    expect(wrong('{"items": [{"item_id": "1-1", "fiscal_year": "2021"}]}')).toMatch(/items\.0\.fiscal_year/);
    expect(wrong('{"rows": []}')).toMatch(/rows/);
  });

  it('need the columns that tell rows apart', () => {
    expect(wrong('{"items": [{"title": "x"}]}')).toContain('every row of items needs item_id, or sheet_no and item_no');
    expect(wrong('{"items": [{"sheet_no": 1, "item_no": "1"}]}')).toBe('right');
  });
});

describe('a comparison', () => {
  it('finds nothing where all is as expected, ids without the document id', () => {
    expect(
      differences({
        document: { fiscal_year: 2021, title: '目標管理シート' },
        sheets: [{ sheet_no: 1, staff: 44 }],
        items: [{ item_id: '1-1', rating: 'B', plan_path: null }],
        measures: [{ item_id: '1-1', measure_no: 1, target_bound: 'max' }],
        indicators: [
          { indicator_no: '1', label: 'R2', value: 36.1 },
          { indicator_no: '1', label: 'R3', value: 37 },
        ],
        plan_nodes: [
          { node_id: '1', parent_id: null },
          { node_id: '1-1', parent_id: '1' },
        ],
      }),
    ).toEqual([]);
  });

  it('compares only the columns that a row names and the tables that the file names', () => {
    expect(differences({ items: [{ item_id: '1-1' }] })).toEqual([]);
    expect(differences({})).toEqual([]);
  });

  it('names the field, both values, the page and the box', () => {
    expect(differences({ items: [{ item_id: '1-1', rating: 'A' }] })).toEqual([
      {
        kind: 'field',
        table: 'items',
        row: '1-1',
        field: 'rating',
        expected: 'A',
        got: 'B',
        place: { page: 1, box: { x0: 100.123456, top: 50, x1: 120.1, bottom: 62.000000001 } },
      },
    ]);
  });

  it('gives at least the page where no box is known', () => {
    expect(differences({ items: [{ item_id: '1-1', goal: null }] })).toMatchObject([{ field: 'goal', place: { page: 1 } }]);
  });

  it('names rows that are missing and rows that nobody expects', () => {
    expect(differences({ items: [{ item_id: '1-2', title: 'x' }] })).toMatchObject([
      { kind: 'surplus', table: 'items', row: '1-1', place: { page: 1 } },
      { kind: 'missing', table: 'items', row: '1-2', expected: { item_id: '1-2', title: 'x' } },
    ]);
    expect(differences({ measures: [] })).toMatchObject([{ kind: 'surplus', table: 'measures', row: '1-1-1' }]);
  });

  it('takes rows of one key in their order', () => {
    const [item] = records.items;
    if (item === undefined) throw new Error('no item');
    const twice = { ...records, items: [item, { ...item, item_id: `${item.item_id}-2`, title: '別の取組' }] };
    const rows = [
      { sheet_no: 1, item_no: '1', title: '窓口サービスの向上' },
      { sheet_no: 1, item_no: '1', title: '別の取組' },
    ];
    expect(differences({ items: rows }, twice)).toEqual([]);
    expect(differences({ items: rows.toReversed() }, twice)).toHaveLength(2);
  });

  it('lets boxes differ by the tolerance, and no further', () => {
    const row = { table: 'items', id: '1-1', field: 'rating', part: 1, x0: 100.123456 + BOX_TOLERANCE - 0.01 };
    expect(differences({ provenance: [row] })).toEqual([]);
    expect(differences({ provenance: [{ ...row, x0: row.x0 + 0.1 }] })).toMatchObject([{ table: 'provenance', row: 'items-1-1-rating-1', field: 'x0' }]);
  });
});

describe('known differences', () => {
  const entry = { pdf: 'a.pdf', difference: 'items 1-1 rating', read: 'B', why: 'The print is blurred.' };
  const found = differences({ items: [{ item_id: '1-1', rating: 'A', title: 'x' }] });

  it('are put up with where the value is the one that they name', () => {
    const { differences: left, known, settled } = sortKnown(found, [entry]);
    expect([left.map((difference) => difference.kind === 'field' && difference.field), known.length, settled.length]).toEqual([['title'], 1, 0]);
  });

  it('hide no other wrong value in the same place', () => {
    const { differences: left, known, settled } = sortKnown(found, [{ ...entry, read: 'C' }]);
    expect([left.length, known.length, settled.length]).toEqual([2, 0, 1]);
  });

  it('may be whole rows', () => {
    const missing = differences({ items: [{ item_id: '1-1' }, { item_id: '1-2' }] });
    expect(sortKnown(missing, [{ pdf: 'a.pdf', difference: 'items 1-2 missing row', why: 'Cut off.' }]).differences).toEqual([]);
  });

  it('are refused without the value or the reason', () => {
    const refused = (json: unknown): string => {
      const parsed = parseKnown(JSON.stringify(json), 'k.json');
      return parsed.ok ? 'right' : parsed.failure.message;
    };
    expect(refused([entry])).toBe('right');
    expect(refused([{ ...entry, read: undefined }])).toMatch(/^k\.json: 0: a field needs the value/);
    expect(refused([{ ...entry, why: '' }])).toMatch(/^k\.json: 0\.why: /);
    expect(refused('{')).not.toBe('right');
  });
});

describe('an update', () => {
  it('keeps tables, columns and indentation, and writes what was read in the order of the tables', () => {
    const old = { items: [{ item_id: '1-1', rating: 'A', title: 'x' }], document: { fiscal_year: 2000 } };
    const text = updateExpected(JSON.stringify(old, null, 1), expected(old), records);
    expect(text).toBe(
      `${JSON.stringify({ document: { fiscal_year: 2021 }, items: [{ item_id: '1-1', title: '窓口サービスの向上', rating: 'B' }] }, null, 1)}\n`,
    );
  });

  it('gives a new row the columns that any row of its table has', () => {
    const old = { plan_nodes: [{ node_id: '1', title: 'x' }] };
    const updated: unknown = JSON.parse(updateExpected('{}', expected(old), records));
    expect(updated).toEqual({
      plan_nodes: [
        { node_id: '1', title: '質の高い行政' },
        { node_id: '1-1', title: '経営的な視点' },
      ],
    });
  });

  it('leaves nothing to differ', () => {
    const old = { items: [], measures: [{ item_id: '9-9', measure_no: 1, actual: null }], indicators: [] };
    expect(differences(JSON.parse(updateExpected('{}', expected(old), records)))).toEqual([]);
  });
});

describe('a report', () => {
  const results: readonly FileResult[] = [
    {
      path: 'f/a.pdf',
      expected: 'f/expected.json',
      compared: 3,
      seconds: 1.5,
      known: [],
      differences: differences({ items: [{ item_id: '1-1', rating: 'A', goal: '一\n<二>' }] }),
    },
    { path: 'f/b.pdf', expected: 'f/expected.json', compared: 3, seconds: 0.25, known: [], differences: [] },
    {
      path: 'f/c.pdf',
      expected: 'f/expected.json',
      failure: { code: 'E_NOT_A_PDF', message: 'no PDF', remedy: 'Mend.' },
      compared: 0,
      seconds: 0,
      known: [],
      differences: [],
    },
  ];
  const plain = (_: string, text: string): string => text;

  it('for people shows each value beside the expected one, with its place', () => {
    expect(report('text', results, plain)).toBe(`f/a.pdf
  items 1-1 goal, page 1
    - 一
    - <二>
    + ・待ち時間を短くする。
    + ・案内を改める。
  items 1-1 rating, page 1 at 100.1,50-120.1,62
    - A
    + B
f/c.pdf
  not read: E_NOT_A_PDF: no PDF
3 files checked, 6 fields compared, 2 not as expected: 2 differences (- expected, + read; boxes may differ by 1.5 points)
`);
    expect(report('text', results.slice(1, 2), plain)).toBe('1 file checked, 3 fields compared, all as expected\n');
  });

  it('for JUnit is one test case a PDF, its markup escaped', () => {
    const xml = report('junit', results, plain);
    expect(xml).toContain('<testsuite name="chohyo check" tests="3" failures="1" errors="1" time="1.750" skipped="0">');
    expect(xml).toContain('<testcase classname="chohyo check" name="f/b.pdf" time="0.250"/>');
    expect(xml).toContain('<failure type="difference" message="2 differences">');
    expect(xml).toContain('    - &lt;二&gt;\n');
    expect(xml).toContain('<error type="E_NOT_A_PDF" message="E_NOT_A_PDF: no PDF">Mend.</error>');
    expect(xml).not.toContain('<二>');
  });

  it('for GitHub is one annotation a difference', () => {
    expect(report('github', results, plain).split('\n')).toEqual([
      '::error file=f/expected.json,title=f/a.pdf%3A items 1-1 goal::page 1%0A- 一%0A<二>%0A+ ・待ち時間を短くする。%0A・案内を改める。',
      '::error file=f/expected.json,title=f/a.pdf%3A items 1-1 rating::page 1 at 100.1,50-120.1,62%0A- A%0A+ B',
      '::error file=f/expected.json,title=f/c.pdf%3A not read::E_NOT_A_PDF: no PDF',
      '',
    ]);
  });

  it('for GitHub points at the line of the expectation', () => {
    const json = {
      document: { fiscal_year: 2000 },
      items: [
        { item_id: '1-1', rating: 'A' },
        { item_id: '1-2', title: 'x' },
      ],
      measures: [],
    };
    const text = JSON.stringify(json, null, 1);
    const lined = withLines(text, expected(json), differences(json));
    const lines = text.split('\n');
    const at = (found: string): number => lines.findIndex((line) => line.includes(found)) + 1;
    expect(lined.map((difference) => [difference.kind, difference.table, difference.line])).toEqual([
      ['field', 'documents', at('"fiscal_year"')],
      ['field', 'items', at('"rating"')],
      ['missing', 'items', at('"1-2"') - 1],
      ['surplus', 'measures', at('"measures"')],
    ]);
    const result = { path: 'f/a.pdf', expected: 'f/expected.json', compared: 1, seconds: 0, known: [], differences: lined };
    expect(report('github', [result], plain)).toContain(`::error file=f/expected.json,line=${at('"rating"')},title=`);
  });

  it('for programs is one JSON object a PDF', () => {
    const lines = report('json', results, plain)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: 'f/a.pdf', ok: false, differences: [{ field: 'goal' }, { field: 'rating', expected: 'A', got: 'B' }] },
      { file: 'f/b.pdf', ok: true, differences: [] },
      { file: 'f/c.pdf', ok: false, error: { code: 'E_NOT_A_PDF' } },
    ]);
  });
});

describe('statistics', () => {
  it('count documents, filled fields and left-over glyphs by grammar', () => {
    const statistics = countStatistics();
    statistics.add({ kind: 'read', records, problems: [] });
    statistics.add({ kind: 'read', records: sampleRecords({ seed: '2', item: { rating: null, rating_level: null } }), problems: [] });
    statistics.add({ kind: 'failed', failure: { code: 'E_UNKNOWN_FORMAT', message: '', remedy: '' } });
    const result = statistics.result();
    expect(result).toMatchObject({ files: 3, recognised: 2, failures: { E_UNKNOWN_FORMAT: 1 } });
    expect(result.grammars).toMatchObject([{ grammar: 'sample', documents: 2, items: 2, glyphs: 200, leftOver: 4, warnings: 2 }]);
    expect(result.grammars[0]?.fields).toContainEqual({ field: 'rating', filled: 1, rows: 2 });
    expect(result.grammars[0]?.fields).toContainEqual({ field: 'goal', filled: 2, rows: 2 });
    expect(result.grammars[0]?.fields.map((field) => field.field)).not.toContain('plan_path');
  });

  it('never round a share up to all of it', () => {
    expect(percent(9999, 10000)).toBe('99.9 %');
    expect(percent(10000, 10000)).toBe('100.0 %');
    expect(percent(0, 0)).toBe('–');
  });
});
