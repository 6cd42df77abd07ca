import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../layout/index.js';
import { drawTable } from '../layout/test-draw.js';
import { interpret } from './interpret.js';
import type { LoadedGrammar } from './load.js';
import { makeRecords } from './make-records.js';
import { grammarOf } from './test-read.js';
import { trialText } from './trial-text.js';
import { makeTrial, type Trial } from './trial.js';

function trialOf(art: string, loaded: LoadedGrammar): Trial {
  const layout = layoutDocument([drawTable(art)]);
  const records = makeRecords(
    interpret(layout, loaded.grammar),
    layout,
    loaded,
    { file: 'a.pdf', sha256: '0123456789abcdef', producer: '', pages: 1 },
    () => 'break',
  );
  return makeTrial({ layout, loaded, records, displayed: records });
}

const why = (trial: Trial, field: string): string | undefined =>
  [...trial.records.flatMap(({ gaps }) => gaps), ...trial.unread].find((gap) => gap.field === field)?.why;

const sheet = `
令和3年度シート
┌────────┬────────┬────────┬────────┐
│事業名  │ 甲乙丙 │ 目的   │        │
├────────┼────────┼────────┼────────┤
│事業概略│ 丁戊己 │ 人員   │ 44人   │
├────────┼────────┼────────┼────────┤
│対象    │ 職員   │ 備考   │ 庚：辛 │
└────────┴────────┴────────┴────────┘`;

const loaded = grammarOf(`
sheet: { fields: { staff: 人員, division: 担当課 } }
items:
  each: sheet
  fields: { title: 事業名, goal: 目的, method: 事業概要 }
  others: [対象, { label: 根拠法令, optional: true }]
checks: { required: [title] }
`);

describe('a trial of a grammar', () => {
  const trial = trialOf(sheet, loaded);
  const values = trial.records.flatMap((record) => record.values.map((value) => ({ table: record.table, ...value })));

  it('shows each value with its field, its basis, its page and its place', () => {
    expect(values.find(({ table, field }) => table === 'items' && field === 'title')).toMatchObject({
      value: '甲乙丙',
      basis: 'beside',
      places: [{ page: 1 }],
    });
    expect(values.find(({ table, field }) => table === 'sheets' && field === 'staff')?.value).toBe('44');
    expect(values.find(({ table, field }) => table === 'fields' && field === 'raw')?.value).toBe('職員');
  });

  it('says of an empty field that its label is not printed, and which text is like it', () => {
    expect(why(trial, 'division')).toBe('担当課 is not printed');
    expect(why(trial, 'method')).toBe('事業概要 is not printed; like it on page 1: "事業概略"');
    expect(why(trial, '根拠法令')).toBe('根拠法令 is not printed');
  });

  it('says that a label is printed and what stands beside and below it', () => {
    expect(why(trial, 'goal')).toBe('"目的" is printed on page 1, nothing beside it; below it stands "人員", which is a label itself');
  });

  it('says that a label is printed as a part of another text only', () => {
    const within = trialOf(
      sheet,
      grammarOf('items: { each: sheet, fields: { title: 事業名, goal: { label: 庚, value: right } } }\nchecks: { required: [title] }\n'),
    );
    expect(why(within, 'goal')).toBe('庚 is printed on page 1 only as part of "庚：辛"');
  });

  it('says that what stands beside a label was left over, or read as something else', () => {
    const several = trialOf(
      `
令和3年度シート
┌──────┬──────┐
│事業名│ 甲乙 │
├──────┼──────┤
│目的  │ 丙丁 │
│      ├──────┤
│      │ 戊己 │
└──────┴──────┘`,
      grammarOf('items: { each: sheet, fields: { title: 事業名, goal: 目的 } }\nchecks: { required: [title] }\n'),
    );
    expect(why(several, 'goal')).toContain('W_SEVERAL_CELLS on page 1');
  });

  it('names what is left over with its place, and says so when no item was found', () => {
    const text = trialText('a.pdf', trial);
    expect(text).toMatch(/left over: .*\n.*page 1 \(\d+ \d+ \d+ \d+\) 事業概略/u);
    expect(trialText('a.pdf', trialOf('令和3年度シート', grammarOf('items: { each: row, columns: { item_no: No., title: 項目 } }\n')))).toContain(
      'no item was found',
    );
  });
});
