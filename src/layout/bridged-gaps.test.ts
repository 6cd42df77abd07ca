import { expect, test } from 'vitest';
import { layoutDocument } from './index.js';
import { drawTable } from './test-draw.js';

const whole = drawTable(`
┌────┬────────┬────────┐
│No. │ 課名   │ 項目   │
├────┼────────┼────────┤
│ 3  │ 市民課 │ 丙     │
└────┴────────┴────────┘`);

const shape = (page: ReturnType<typeof drawTable>, before: readonly ReturnType<typeof drawTable>[]): readonly string[] =>
  layoutDocument([...before, page], { stitch: false })
    .tables.filter(({ parts }) => parts[0]?.page === 2)
    .map(({ rows, cols }) => `${rows} × ${cols}`);

const cut = drawTable(
  `
┌────┐        ┌────────┐
│ 4  │        │ 丁     │
├────┤        ├────────┤
│ 5  │        │ 戊     │
└────┘        └────────┘`,
  { page: 2 },
);

test('a column without rulings of its own is a column where another page of the table has it', () => {
  expect(shape(cut, [whole])).toEqual(['2 × 3']);
});

test('tables that stand side by side on the only page are two', () => {
  expect(shape(cut, [])).toEqual(['2 × 1', '2 × 1']);
});
