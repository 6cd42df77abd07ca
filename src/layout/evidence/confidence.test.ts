import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../index.js';
import { drawTable } from '../test-draw.js';
import { RULED_WEIGHTS, UNRULED_WEIGHTS } from './confidence.js';

const confidence = (art: string): number => layoutDocument([drawTable(art)], { unruled: true }).tables[0]?.confidence ?? NaN;

const sum = (weights: Readonly<Record<string, number>>): number => Object.values(weights).reduce((all, weight) => all + weight, 0);

describe('the confidence of a table', () => {
  it('is a sum whose weights are 1 together', () => {
    expect(sum(RULED_WEIGHTS)).toBeCloseTo(1);
    expect(sum(UNRULED_WEIGHTS)).toBeCloseTo(1);
  });

  it('is full where every border is drawn and the cells hold text', () => {
    expect(
      confidence(`
┌─────┬──────┐
│ No. │ 課名 │
├─────┼──────┤
│  1  │ 市民 │
└─────┴──────┘`),
    ).toBe(1);
  });

  it('is less where sides are not drawn, and where most cells are empty', () => {
    const open = confidence(`
──────┬──────
  No. │ 課名
──────┼──────
   1  │ 市民
──────┴──────`);
    const empty = confidence(`
┌─────┬──────┬──────┐
│ No. │      │      │
├─────┼──────┼──────┤
│     │      │      │
└─────┴──────┴──────┘`);
    expect(open).toBeGreaterThan(0.7);
    expect(open).toBeLessThan(1);
    expect(empty).toBeLessThan(1);
  });

  it('grows by each sign of a table without rulings', () => {
    const words = confidence(`
Austen      London      writer
Borrow      Norwich     walker
Cobbett     Farnham     walker
Defoe       Newgate     writer`);
    const figures = confidence(`
Country     2001      2002
Austria      1.2      10.4
Belgium     11.0       9.1
Denmark      7.3       2.2`);
    const ruled = confidence(`
──────────────────────────
Country     2001      2002
──────────────────────────
Austria      1.2      10.4
Belgium     11.0       9.1
Denmark      7.3       2.2
──────────────────────────`);
    expect(words).toBeLessThan(figures);
    expect(figures).toBeLessThan(ruled);
  });
});
