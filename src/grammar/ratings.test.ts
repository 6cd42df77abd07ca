/** Marked options, and ratings with their reasons. */
import { describe, expect, it } from 'vitest';
import { drawTable } from '../layout/test-draw.js';
import { codesOf, grammarOf, readPages } from './test-read.js';
import { grammar, othersOf, title } from './test-sheet.js';

describe('check marks', () => {
  it('give the marked options alone, within a cell or before their cells, in the order of their numbers', () => {
    expect(
      othersOf(`

┌────────┬──────────────┐
│ 公益性 │ □ 共同       │
│        │ ■ 個人       │
└────────┴──────────────┘

┌──────┬────┬────────┬────┬────────┐
│ 目標 │ ○ │ 2水    │    │ 3健康  │
│      ├────┼────────┼────┼────────┤
│      │    │ 4教育  │ ○ │ 1貧困  │
└──────┴────┴────────┴────┴────────┘`),
    ).toEqual([
      [null, '公益性', '個人'],
      [null, '目標', '1貧困・2水'],
    ]);
  });

  it('leave what is neither a mark nor an option, and a mark without an option, to be reported', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬────┬────────┬────────┬────┐
│ 目標   │ ○ │ 1貧困  │ 備考文 │ ○ │
└────────┴────┴────────┴────────┴────┘`),
      ],
      grammar,
    );
    expect(records.fields.map(({ raw }) => raw)).toEqual(['1貧困']);
    expect(records.diagnostics.map(({ message }) => message)).toEqual(['left over: 備考文', 'left over: ○']);
  });

  it('are missed where there are none, not guessed', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌────────┬──────────┐
│ 公益性 │ 高い     │
└────────┴──────────┘`),
      ],
      grammar,
    );
    expect(records.fields).toEqual([]);
    expect(codesOf(records)).toEqual(['W_MARKS_UNREAD', 'W_LEFT_OVER']);
  });
});

describe('ratings', () => {
  it('share the reason that follows them; the label says under which heading it stands', () => {
    const records = readPages(
      [
        drawTable(`${title}

┌──────────┬──────────┐
│ 達成状況 │ 順調     │
├──────────┼──────────┤
│ 理由     │ 増えた。 │
├──────────┼──────────┤
│ 有効性   │ 高い     │
├──────────┼──────────┤
│ 効率性   │ 低い     │
├──────────┼──────────┤
│ 理由     │ 減った。 │
└──────────┴──────────┘`),
      ],
      grammar,
    );
    expect(records.items.map(({ rating, rating_reason }) => [rating, rating_reason])).toEqual([['順調', '増えた。']]);
    expect(records.ratings.map(({ aspect, raw, reason }) => [aspect, raw, reason])).toEqual([
      ['有効性', '高い', '減った。'],
      ['効率性', '低い', '減った。'],
    ]);
    expect(codesOf(records)).toEqual([]);
  });
});

describe('an aspect in the words of the grammar', () => {
  it('has the label as printed in its provenance', () => {
    const records = readPages(
      [
        drawTable(`${title}
┌────────┬──────────┐
│ 達成度 │ 高い     │
└────────┴──────────┘`),
      ],
      grammarOf(`
items:
  each: sheet
  fields: { title: 事業名 }
  ratings:
    - { label: 達成度, aspect: 内部評価 }
checks: { numbering: none, required: [title] }
`),
    );
    expect(records.ratings.map(({ aspect, raw }) => [aspect, raw])).toEqual([['内部評価', '高い']]);
    expect(records.provenance.flatMap(({ table, field, raw }) => (table === 'ratings' ? [[field, raw]] : []))).toEqual([
      ['raw', '高い'],
      ['aspect', '達成度'],
    ]);
  });
});
