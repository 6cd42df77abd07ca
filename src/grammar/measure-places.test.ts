import { expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { grammarOf, readPages } from './test-read.js';

const grammar = grammarOf(`
measures: true
items:
  each: row
  columns:
    item_no: { label: No., as: name }
    title: 項目
    indicator: 指標
    target: 目標値
    actual: 実績値
`);

const page = drawTable(`
令和3年度シート
┌────┬────────┬──────────────┬──────────────────┬──────────┐
│No. │項目    │指標          │目標値            │実績値    │
├────┼────────┼──────────────┼──────────────────┼──────────┤
│ 1  │窓口    │①研修回数    │①12回  ②5件     │①11回    │
│    │        │②相談        │※年度末          │②5件     │
│    │        │件数          │                  │          │
├────┼────────┼──────────────┼──────────────────┼──────────┤
│ 2  │庁舎    │修繕件数      │3件               │3件       │
│    │        │              │※見直し後        │          │
└────┴────────┴──────────────┴──────────────────┴──────────┘`);

const { provenance, measures } = readPages([page], grammar);
const placesOf = (field: string): unknown[] =>
  provenance.filter((row) => row.table === 'measures' && row.field === field).map(({ id, raw }) => [id.slice(-3), raw]);

it('each measure stands where its own lines stand, not where the whole cell does', () => {
  expect(measures.map(({ indicator, target, actual }) => [indicator, target, actual])).toEqual([
    ['研修回数', '12回', '11回'],
    ['相談\n件数', '5件\n※年度末', '5件'],
    ['修繕件数', '3件\n※見直し後', '3件'],
  ]);
  expect(placesOf('indicator')).toEqual([
    ['1-1', '①研修回数'],
    ['1-2', '②相談\n件数'],
    ['2-1', '修繕件数'],
  ]);
  expect(placesOf('actual')).toEqual([
    ['1-1', '①11回'],
    ['1-2', '②5件'],
    ['2-1', '3件'],
  ]);
});

it('of marks that share a line each has its own part of it', () => {
  expect(placesOf('target')).toEqual([
    ['1-1', '①12回'],
    ['1-2', '②5件\n※年度末'],
    ['2-1', '3件\n※見直し後'],
  ]);
  const [first, second] = provenance.filter((row) => row.table === 'measures' && row.field === 'target');
  expect(Number(first?.x1)).toBeLessThan(Number(second?.x1));
  expect(first?.top).toBe(second?.top);
});
