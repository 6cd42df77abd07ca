import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
items:
  each: block
  starts: '取組項目 ?(?<item_no>\\d+)'
  fields:
    title: '/取組項目\\d+/'
    responsible: 推進部署
    result: ['/R\\d+年度の取組/', R3年度の取組]
outline:
  levels:
    - { level: 施策, pattern: '^施策 ?(?<number>\\d+) ?(?<title>.*)$' }
    - { level: 基本事業, pattern: '^基本事業 ?(?<number>\\d+) ?(?<title>.*)$' }
  marks: '指標No\\.(?<indicator_nos>[\\d・]+)'
checks: { numbering: document, required: [item_no, title] }
`);

describe('the block shape', () => {
  it('makes a record of each small form, its labels beside the values', () => {
    const page = drawTable(`
令和3年度シート
┌──────────────┬──────────────────┐
│ 取組項目01   │ 窓口の改善       │
├──────────────┼──────────────────┤
│ 推進部署     │ 市民課           │
├──────────────┼──────────────────┤
│ R3年度の取組 │ 窓口を広げた。   │
└──────────────┴──────────────────┘

┌──────────────┬──────────────────┐
│ 取組項目02   │ 税の収納         │
├──────────────┼──────────────────┤
│ 推進部署     │ 税務課           │
├──────────────┼──────────────────┤
│ R3年度の取組 │ 収納を増やした。 │
└──────────────┴──────────────────┘`);
    const { items, document } = readPages([page], grammar);
    expect(items.map(({ item_no, title, responsible, result }) => [item_no, title, responsible, result])).toEqual([
      ['01', '窓口の改善', '市民課', '窓口を広げた。'],
      ['02', '税の収納', '税務課', '収納を増やした。'],
    ]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('gives a label that spans the block what the other labels leave', () => {
    const page = drawTable(`
令和3年度シート
┌────┬────────────┬────────────────┐
│ R3 │ 取組項目01 │ 窓口の改善     │
│ 年 ├────────────┼────────────────┤
│ 度 │ 推進部署   │ 市民課         │
│ の ├────────────┴────────────────┤
│ 取 │ 窓口を広げた。              │
│ 組 │                             │
└────┴─────────────────────────────┘`);
    const { items, document } = readPages([page], grammar);
    expect(items.map(({ title, responsible, result }) => [title, responsible, result])).toEqual([['窓口の改善', '市民課', '窓口を広げた。']]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('takes a label down the side for the block’s though the outer edge beside it is not drawn', () => {
    const page = drawTable(`
令和3年度シート
     ┌────────────┬────────────────┐
     │ 取組項目01 │ 窓口の改善     │
  R3 ├────────────┼────────────────┤
  年 │ 推進部署   │ 市民課         │
  度 ├────────────┴────────────────┤
  の │ 窓口を広げた。              │
  取 │                             │
  組 │                             │
     └─────────────────────────────┘`);
    const { items, document } = readPages([page], grammar);
    expect(items.map(({ title, responsible, result }) => [title, responsible, result])).toEqual([['窓口の改善', '市民課', '窓口を広げた。']]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('leaves such a label alone where two cells of the block could be its value', () => {
    const page = drawTable(`
令和3年度シート
     ┌────────────┬────────────────┐
  R3 │ 取組項目01 │ 窓口の改善     │
  年 ├────────────┼────────────────┤
  度 │ 推進部署   │ 市民課         │
  の ├────────────┴────────────────┤
  取 │ 窓口を広げた。              │
  組 ├─────────────────────────────┤
     │ 机も替えた。                │
     └─────────────────────────────┘`);
    const { items, diagnostics } = readPages([page], grammar);
    expect(items.map(({ result }) => result)).toEqual([null]);
    expect(diagnostics.filter(({ code }) => code === 'W_LEFT_OVER').map(({ message }) => message)).toEqual(
      expect.arrayContaining(['left over: 窓口を広げた。', 'left over: 机も替えた。']),
    );
  });

  it('goes on with the block of the page before, but not past a heading', () => {
    const first = drawTable(
      `
令和3年度シート
基本事業1␣窓口
┌──────────────┬──────────────────┐
│ 取組項目01   │ 窓口の改善       │
├──────────────┼──────────────────┤
│ 推進部署     │ 市民課           │
├──────────────┼──────────────────┤
│ R3年度の取組 │ 窓口を広げた。   │`,
    );
    const second = drawTable(
      `
├──────────────┼──────────────────┤
│ R3年度の取組 │ 机も替えた。     │
└──────────────┴──────────────────┘
基本事業2␣税
┌─────────────────────────────────┐
│ 税を公平に集めます。            │
└─────────────────────────────────┘`,
      { page: 2 },
    );
    const { items, plan_nodes } = readPages([first, second], grammar);
    expect(items.map(({ result }) => result)).toEqual(['窓口を広げた。\n机も替えた。']);
    expect(plan_nodes.map(({ title, description }) => [title, description])).toEqual([
      ['窓口', null],
      ['税', '税を公平に集めます。'],
    ]);
  });
});

describe('the outline', () => {
  const block = (number: string): string => `
┌──────────────┬──────────────────┐
│ 取組項目${number}   │ 窓口の改善       │
├──────────────┼──────────────────┤
│ 推進部署     │ 市民課           │
├──────────────┼──────────────────┤
│ R3年度の取組 │ 窓口を広げた。   │
└──────────────┴──────────────────┘`;

  it('puts items under the headings above them, with descriptions and marks', () => {
    const page = drawTable(`
令和3年度シート
施策␣1␣行政運営
基本事業1␣窓口                    指標No.3・4
窓口を良くします。
${block('01')}`);
    const { items, plan_nodes, document } = readPages([page], grammar);
    expect(items[0]?.plan_path).toBe('施策1 行政運営 > 基本事業1 窓口');
    expect(plan_nodes.map(({ node_id, parent_id, title, description, indicator_nos }) => [node_id, parent_id, title, description, indicator_nos])).toEqual([
      ['0123456789ab-1', null, '行政運営', null, null],
      ['0123456789ab-1-1', '0123456789ab-1', '窓口', '窓口を良くします。', '3・4'],
    ]);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('takes the head repeated on the next page for the same node', () => {
    const first = drawTable(`
令和3年度シート
施策␣1␣行政運営
基本事業1␣窓口
${block('01')}`);
    const second = drawTable(
      `
施策␣1
行政運営
${block('02')}`,
      { page: 2 },
    );
    const { items, plan_nodes, document } = readPages([first, second], grammar);
    expect(plan_nodes.map(({ title }) => title)).toEqual(['行政運営', '窓口']);
    expect(items.map(({ plan_path }) => plan_path)).toEqual(['施策1 行政運営 > 基本事業1 窓口', '施策1 行政運営 > 基本事業1 窓口']);
    expect(document.glyphs_left_over).toBe(0);
  });

  it('takes the line under a number that stands alone for its title', () => {
    const page = drawTable(`
令和3年度シート
施策␣2
財政運営
${block('01')}`);
    const records = readPages([page], grammar);
    expect(records.plan_nodes.map(({ number, title }) => [number, title])).toEqual([['2', '財政運営']]);
    expect(codesOf(records)).toEqual([]);
  });
});

describe("the document's own list of items", () => {
  const listing = grammarOf(`
items:
  each: block
  starts: '取組項目 ?(?<item_no>\\d+)'
  fields: { title: '/取組項目\\d+/', responsible: 推進部署 }
asides: [{ from: '^一覧$', until: '^本文$' }]
labels: ['^本文$']
checks: { numbering: none, required: [item_no], listed: '取組項目 ?(?<item_no>\\d+)' }
`);

  it('is held against the items found: one that is missing is named, with its place in the list', () => {
    const page = drawTable(`
令和3年度シート
一覧
取組項目01␣窓口の改善
取組項目02␣税の収納
本文
┌────────────┬────────────────┐
│ 取組項目01 │ 窓口の改善     │
├────────────┼────────────────┤
│ 推進部署   │ 市民課         │
└────────────┴────────────────┘`);
    const { items, diagnostics } = readPages([page], listing);
    expect(items.map(({ item_no }) => item_no)).toEqual(['01']);
    expect(diagnostics.map(({ code, message, page: at }) => [code, message, at])).toEqual([
      ['W_ITEM_NOT_FOUND', 'the document lists item 02, which was not found', 1],
    ]);
  });
});
