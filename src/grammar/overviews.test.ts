/** What a document prints about itself before its data: contents, diagrams, lists, a title over two lines. None of it becomes a record. */
import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const blocks = (extra = ''): ReturnType<typeof grammarOf> =>
  grammarOf(`
items:
  each: block
  starts: '取組項目 ?(?<item_no>\\d+)'
  fields:
    title: '/取組項目\\d+/'
    responsible: 推進部署
outline:
  levels:
    - { level: 施策, pattern: '^施策 ?(?<number>\\d+) ?(?<title>.*)$' }
${extra}
checks: { numbering: document, required: [item_no, title], listed: '取組項目 ?(?<item_no>\\d+)' }
`);

const block = (number: string, title: string): string => `
┌────────────┬────────────────┐
│ 取組項目${number} │ ${title}     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`;

const list = `
┌─────────────────────────────┬──────┐
│ 施策1␣行政                  │      │
├─────────────────────────────┼──────┤
│ 取組項目01␣窓口の改善       │ P.8  │
├─────────────────────────────┼──────┤
│ 取組項目02␣税の収納         │ P.9  │
└─────────────────────────────┴──────┘`;

describe('a list of the items without a heading of its own', () => {
  it('makes no records: an item needs one of its labels; its entries are held against the items found', () => {
    const first = drawTable(`
令和3年度シート
${list}`);
    const second = drawTable(
      `
施策1␣行政
${block('01', '窓口の改善')}`,
      { page: 2 },
    );
    const records = readPages([first, second], blocks());
    expect(records.items.map(({ item_no, title }) => [item_no, title])).toEqual([['01', '窓口の改善']]);
    expect(codesOf(records)).toEqual(['W_ITEM_NOT_FOUND']);
    expect(records.document.glyphs_left_over).toBe(0);
  });

  it('makes no nodes either: a heading with nothing under it that comes again later is its echo', () => {
    const first = drawTable(`
令和3年度シート
${list}`);
    const second = drawTable(
      `
施策1␣行政
${block('01', '窓口の改善')}
${block('02', '税の収納　')}`,
      { page: 2 },
    );
    const records = readPages([first, second], blocks());
    expect(records.plan_nodes.map(({ node_id, title, page }) => [node_id.slice(13), title, page])).toEqual([['1', '行政', 2]]);
    expect(records.items.map(({ plan_path }) => plan_path)).toEqual(['施策1 行政', '施策1 行政']);
    expect(codesOf(records)).toEqual([]);
  });

  it('keeps a heading with nothing under it that does not come again', () => {
    const page = drawTable(`
令和3年度シート
施策1␣行政
施策2␣財政
${block('01', '窓口の改善')}`);
    expect(readPages([page], blocks()).plan_nodes.map(({ title }) => title)).toEqual(['行政', '財政']);
  });
});

describe('a stretch that is no data', () => {
  const withAside = blocks(`asides: [{ from: '^目的$', until: '^本文$' }]`);

  it('ends with its page when the heading that would end it is never printed', () => {
    const first = drawTable(`
令和3年度シート
目的
市民のために。`);
    const second = drawTable(
      `
施策1␣行政
${block('01', '窓口の改善')}`,
      { page: 2 },
    );
    const records = readPages([first, second], withAside);
    expect(records.items.map(({ title }) => title)).toEqual(['窓口の改善']);
    expect(records.plan_nodes.map(({ title }) => title)).toEqual(['行政']);
  });

  it('ends where a record stands, whatever heading is awaited', () => {
    const page = drawTable(`
令和3年度シート
目的
市民のために。
${block('01', '窓口の改善')}
本文`);
    expect(readPages([page], withAside).items.map(({ responsible }) => responsible)).toEqual(['市民課']);
  });
});

describe('a block whose first row has no outer edges', () => {
  it('begins with the line above its other rows', () => {
    const page = drawTable(`
令和3年度シート
取組項目01      窓口の改善
┌────────────┬────────────────┐
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`);
    const records = readPages([page], blocks());
    expect(records.items.map(({ item_no, title, responsible }) => [item_no, title, responsible])).toEqual([['01', '窓口の改善', '市民課']]);
    expect(records.document.glyphs_left_over).toBe(0);
  });
});

describe('a title over two lines', () => {
  it('is read as one, year and all', () => {
    const page = drawTable(`
令和3年度
管理シート
${block('01', '窓口の改善')}`);
    const { document } = readPages([page], blocks());
    expect([document.fiscal_year, document.title]).toEqual([2021, '令和3年度 管理シート']);
  });
});

describe('text inside a block that no label accounts for', () => {
  it('goes to no field: it is left over, with its place', () => {
    const page = drawTable(`
令和3年度シート
┌────────────┬────────────────┐
│ 取組項目01 │ 窓口の改善     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
├────────────┼────────────────┤
│ 予算額     │ 1,000円        │
└────────────┴────────────────┘`);
    const records = readPages([page], blocks());
    expect(records.items.map(({ title, responsible }) => [title, responsible])).toEqual([['窓口の改善', '市民課']]);
    expect(records.diagnostics.map(({ message }) => message)).toEqual(['left over: 予算額', 'left over: 1,000円']);
  });
});
